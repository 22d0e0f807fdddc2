import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import test, { after } from 'node:test';
import { environmentOf, openWorkplace } from './environment.ts';
import { markedProcesses } from './processes.ts';
import { Report } from './report.ts';
import { runFile, wishesOf } from './run-file.ts';

const workplace = openWorkplace({ soak: false });
after(() => rmSync(workplace.folder, { recursive: true, force: true }));

const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', `${name}.fixture.ts`);

function runFixture(name: string, deadline = 20) {
  // A test file that runs test files: with this, node:test takes run() for a mistaken recursion and runs nothing.
  delete process.env.NODE_TEST_CONTEXT;
  return runFile(fixture(name), { deadline, grace: 0.5, env: environmentOf(workplace, name) });
}

test('passes, failures and skips are counted once each, with file, message, cause and reason', async () => {
  const result = await runFixture('mixed');
  assert.equal(result.passed, 1);
  assert.deepEqual(result.skipped, [{ name: 'skips', reason: 'no card reader here' }]);
  assert.deepEqual(
    result.failed.map((one) => one.name),
    ['fails', 'a part fails'],
  );
  assert.match(result.failed[0]?.message ?? '', /one is not two[\s\S]*mixed\.fixture\.ts:6/);
  assert.match(result.failed[1]?.message ?? '', /broken part[\s\S]*caused by: Error: the root of it/);
});

test('a file without a test is a failure, and so is one that breaks while loading', async () => {
  const [empty, crash] = [await runFixture('empty'), await runFixture('crash')];
  assert.deepEqual(empty.failed, [{ name: 'the file', message: 'no test is in it' }]);
  assert.equal(crash.failed.length, 1);
  assert.match(crash.failed[0]?.message ?? '', /broken while loading/);
});

test('a test that waits for ever fails by name at the deadline', async () => {
  const result = await runFixture('waiting', 1);
  assert.match(result.failed[0]?.message ?? '', /timed out after 1000ms/);
  assert.equal(result.failed[0]?.name, 'waits for ever');
});

test('a file that hangs in a loop is killed with all it has started', { skip: notLinux() }, async () => {
  assert.deepEqual(wishesOf(fixture('busy')), { deadline: 1, alone: false });
  assert.equal(wishesOf('src/control/tear.test.ts').deadline, 240, 'behind a sentence, without its unit');
  const result = await runFixture('busy', 1);
  assert.match(result.failed.map((one) => one.message).join(), /hung and was killed after 1.5 s/);
  assert.deepEqual(markedProcesses(path.join(workplace.folder, 'busy')), []);
});

test('a process that a file leaves running is a failure, and is ended', { skip: notLinux() }, async () => {
  const result = await runFixture('leaves');
  assert.equal(result.passed, 1);
  assert.match(result.failed[0]?.message ?? '', /left running after its end: .*setInterval/);
  assert.deepEqual(markedProcesses(path.join(workplace.folder, 'leaves')), []);
});

test('a file has a home, a cache and a temporary folder of its own, and what it prints is kept', async () => {
  process.env.OPENCSHIS_HOME = '/nowhere';
  const result = await runFixture('home');
  assert.deepEqual(result.failed, []);
  assert.match(result.output, /printed by the test/);
});

test('the report closes with one line of counts, and no test at all is a failure', async () => {
  const log = path.join(workplace.folder, 'report.log');
  const lines: string[] = [];
  const report = new Report(log, (line) => lines.push(line));
  report.add(await runFixture('home'));
  assert.equal(report.close(), 0);
  assert.equal(lines.at(-1), '1 passed, 0 failed, 0 skipped');
  report.add(await runFixture('mixed'));
  assert.equal(report.close(), 1);
  assert.equal(lines.at(-1), '2 passed, 2 failed, 1 skipped');
  assert.match(lines.join('\n'), /skipped: skips: no card reader here/);
  assert.match(readFileSync(log, 'utf8'), /printed by the test/);
  assert.equal(new Report(log, () => {}).close(), 1);
});

function notLinux(): string | false {
  return process.platform === 'linux' ? false : 'processes are found through /proc, which only Linux has';
}
