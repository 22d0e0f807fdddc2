// Scenarios as a HIS vendor runs them: files of their own, their program between the steps, reports for CI, a world that
// runs already, Ctrl-C; and the example for GitHub Actions, command by command. deadline: 290
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sleep, systemClock } from '../src/base/index.ts';
import type { ScenarioReport } from '../src/main/scenario/index.ts';
import { ownScenarios } from '../src/main/scenario/own.ts';
import { cliEntry, cliFor } from '../test/support/cli.ts';
import { newFolder } from '../test/support/counter.ts';
import { runStep, vendorProject, workflowSteps } from '../test/support/vendor.ts';

const stops: (() => unknown)[] = [];
after(async () => {
  for (const stop of stops) await stop();
});
const home = newFolder();
const cli = cliFor(home);
const zh = cliFor(home, { LANG: 'zh_TW.UTF-8' });

const head = `title: { zh: 掛號, en: a registration }
cards: { patient: normal }
steps:
  - insert: patient
`;
function fileWith(text: string, name = 'a.yaml', folder = newFolder()): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('what holds ends with 0: a line a scenario, JSON with every step, JUnit beside', async () => {
  const file = fileWith(`${head}  - register: '01'\nholds:\n  - once: patient\n    expect: { visits: 1 }\n`);
  const xml = join(newFolder(), 'report.xml');
  const ran = await cli('scenario', 'run', file, '--json', '--junit', xml);
  assert.equal(ran.code, 0, ran.stderr);
  assert.equal(ran.stderr, '');
  const [report] = JSON.parse(ran.stdout) as (ScenarioReport & { name: string })[];
  assert.deepEqual([report?.name, report?.held, report?.title], ['a', true, { zh: '掛號', en: 'a registration' }]);
  assert.deepEqual(
    report?.steps.map((one) => [one.number, one.line, one.what, one.state]),
    [
      ['1', 4, 'insert patient', 'held'],
      ['2', 5, 'register 01', 'held'],
      ['holds 1', 7, 'once patient', 'held'],
    ],
  );
  const junit = readFileSync(xml, 'utf8');
  assert.match(junit, /<testsuites name="opencshis" tests="3" failures="0" skipped="0"/);
});

test('what does not hold ends with 1, and says step, line, what was expected and what came, in both languages', async () => {
  const text = `${head}  - register: '01'
    expect:
      code: 0
      seqNumber: '0002'
  - call: 1.1
holds:
  - card: patient
    expect: { visits: 3 }
    within: 0s
  - once: patient
`;
  const file = fileWith(text);
  const xml = join(newFolder(), 'report.xml');
  const ran = await cli('scenario', 'run', file, '--junit', xml);
  assert.equal(ran.code, 1, ran.stderr);
  assert.ok(!ran.stdout.includes('\u001b'), 'no colours where no terminal is');
  assert.match(ran.stdout, /✘ a {2}a registration/);
  assert.match(ran.stdout, /step 2 register 01 .*a\.yaml:5\n {4}line 8: seqNumber should be 0002, came 0001/s);
  const chinese = await zh('scenario', 'run', file);
  assert.match(chinese.stdout, /第 2 步 register 01 .*a\.yaml:5\n {4}第 8 行：seqNumber 應為 0002，實際是 0001/s);
  const junit = readFileSync(xml, 'utf8');
  assert.match(junit, /tests="5" failures="1" skipped="3"/);
  assert.match(junit, /第 8 行：seqNumber 應為 0002，實際是 0001 \/ line 8: seqNumber should be 0002, came 0001/);
});

test('of what must hold at the end everything is looked at, and a refusal is given its reason', async () => {
  const holds = `holds:
  - card: patient
    expect: { visits: 3 }
    within: 0s
  - centre: patient
    expect: { visits: 0 }
  - journal: patient
    expect: { done: 7 }
    within: 0s
`;
  const ran = await cli('scenario', 'run', fileWith(head + holds), '--json');
  assert.equal(ran.code, 1);
  const [report] = JSON.parse(ran.stdout) as ScenarioReport[];
  assert.deepEqual(
    report?.steps.map((one) => one.state),
    ['held', 'failed', 'held', 'failed'],
  );
  const refused = await cli('scenario', 'run', fileWith(`${head}  - remove: patient\n  - call: 1.1\n`));
  assert.equal(refused.code, 1);
  assert.match(refused.stdout, /line 6: code should be 0, came 4013 \(there is no health card/);
});

test('a crash that never came, and a step that needs what was never kept, prove nothing', async () => {
  const crash = await cli(
    'scenario',
    'run',
    fileWith(`${head}  - fault: crash\n    with: { at: centre:upload-part }\nholds:\n  - once: patient\n`),
  );
  assert.equal(crash.code, 1);
  assert.match(crash.stdout, /centre:upload-part was never reached/);
  const kept = await cli('scenario', 'run', fileWith(`${head}  - call: 1.1\n    keep: it\n  - undo: $it.visitTime\n`));
  assert.equal(kept.code, 1);
  assert.match(kept.stdout, /no step before kept it\.visitTime/);
});

test('a file that is not right ends with 2, before any world is made', async () => {
  const bad = fileWith(head.replace('insert', 'insret'));
  const ran = await cli('scenario', 'run', fileWith(head), bad);
  assert.equal(ran.code, 2);
  assert.match(ran.stderr, /a\.yaml:4:5: .*did you mean insert\?/);
  assert.equal(ran.stdout, '');
  assert.match((await zh('scenario', 'run', bad)).stderr, /a\.yaml 第 4 行第 5 欄：.*是不是 insert？/);
  assert.equal((await cli('scenario', 'run', 'no-such')).code, 2);
  assert.equal((await cli('scenario', 'run', newFolder())).code, 2, 'an empty folder');
  assert.equal((await cli('scenario', 'run')).code, 2);
  assert.equal((await cli('scenario', 'run', bad, '--jobs', '0')).code, 2);
});

test('those that come along are listed, found by name, and completed', async () => {
  const listed = JSON.parse((await cli('scenario', 'list', '--json')).stdout) as { name: string; shows: string }[];
  assert.equal(listed.length, ownScenarios().length);
  assert.ok(listed.length >= 20);
  assert.match((await zh('scenario', 'list')).stdout, /torn-card +寫入途中抽卡/);
  const ran = await cli('scenario', 'run', 'q04-version', 'q12-what-to-report', '--jobs', '2');
  assert.equal(ran.code, 0, ran.stdout);
  assert.match(ran.stdout, /✔ q04-version .*\n/);
  assert.match(ran.stdout, /2 scenarios, 2 held/);
  assert.match((await cli('complete', '--', 'scenario', 'run', 'tor')).stdout, /^torn-card/m);
  assert.match((await cli('complete', '--', 'scenario', '')).stdout, /^run[\s\S]*^list[\s\S]*^schema/m);
  assert.equal((await cli('scenario', 'schema')).stdout, readFileSync('docs/scenario.schema.json', 'utf8'));
});

test('in a running world a scenario leaves cards, network, clock and faults as it found them', async () => {
  const folder = newFolder();
  const own = cliFor(folder);
  const file = fileWith(`${head}  - register: '01'
  - network: down
  - clock: +1h
  - fault: network-slow
  - power: off
  - power: on
  - run: |
      ${process.execPath} -e 'console.log(JSON.stringify({ home: process.env.OPENCSHIS_HOME }))'
    env: { PERSON: $patient.personId }
    expect: { json.home: ${folder} }
`);
  assert.equal((await own('scenario', 'run', file, '--here')).code, 3, 'no world runs');
  stops.push(() => own('stop'));
  await own('world', 'new', '--people', '3', '--port', '0');
  assert.equal((await own('start')).code, 0);
  const state = async () => {
    const { links, clockShift, offlineMode, faults, cards } = JSON.parse(
      (await own('world', 'show', '--json')).stdout,
    ) as {
      links: object;
      clockShift: number;
      offlineMode: string;
      faults: { id: string }[];
      cards: { slot?: string; handle: string }[];
    };
    return {
      links,
      clockShift,
      offlineMode,
      faults: faults.map(({ id: _id, ...one }) => one),
      cards: cards.filter((one) => one.slot),
    };
  };
  await own('world', 'clock', '+1d');
  await own('world', 'fault', 'reader-late', 'ms=5', '--times', '1000');
  await own('network', 'down', '--link', 'sam');
  const before = await state();
  for (const round of [1, 2]) {
    const ran = await own('scenario', 'run', file, '--here');
    assert.equal(ran.code, 0, `${round}: ${ran.stdout}${ran.stderr}`);
    assert.deepEqual(await state(), before);
  }
  assert.deepEqual(
    before.cards.map((one) => one.handle),
    ['normal'],
  );
});

test('a running world of another profile is no place for a scenario', async () => {
  const folder = newFolder();
  const own = cliFor(folder);
  stops.push(() => own('stop'));
  await own('world', 'new', '--people', '3', '--port', '0');
  assert.equal((await own('start')).code, 0);
  const ran = await own('scenario', 'run', 'q11-com-port', '--here');
  assert.equal(ran.code, 1);
  assert.match(ran.stdout, /wants a world of profile 3\.5, and the running one is of 5\.1/);
});

test('Ctrl-C leaves no world behind', async () => {
  const temporary = newFolder();
  const file = fileWith(`${head}  - call: 1.1\n    expect: 9999\n    within: 200s\n`);
  const child = spawn(process.execPath, [cliEntry, 'scenario', 'run', file], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const worlds = () => readdirSync(temporary).filter((name) => name.startsWith('opencshis-scenario-'));
  const begun = () => worlds().some((name) => existsSync(join(temporary, name, 'world/slots.json')));
  while (!begun()) await sleep(systemClock, 20);
  child.kill('SIGINT');
  assert.equal(await ended, 130);
  assert.deepEqual(worlds(), []);
});

test("the vendor's page: its program and its scenario hold as they stand", async () => {
  const folder = newFolder();
  vendorProject(folder);
  const ran = await cli('scenario', 'run', join(folder, 'scenarios'), '--json');
  assert.equal(ran.code, 0, ran.stdout);
});

test('the example for GitHub Actions: every command of its steps, in a shell', async (t) => {
  if (process.platform === 'win32') return t.skip('its runner is Linux');
  const folder = newFolder();
  vendorProject(folder);
  mkdirSync(join(folder, '.opencshis'), { mode: 0o700 });
  const steps = workflowSteps();
  assert.ok(steps.length >= 4);
  stops.push(() => cliFor(join(folder, '.opencshis'))('stop'));
  for (const step of steps) {
    const { status, stdout, stderr } = runStep(folder, step);
    assert.equal(status, 0, `${step.name}: ${stdout}${stderr}`);
  }
  assert.match(
    readFileSync(join(folder, 'scenarios.xml'), 'utf8'),
    /<testsuites name="opencshis" tests="\d+" failures="0"/,
  );
  assert.equal((await cliFor(join(folder, '.opencshis'))('status')).code, 3, 'stopped at the end');
  // What the page says besides is the same, for any other system.
  const page = readFileSync('docs/ci.md', 'utf8');
  for (const command of steps.flatMap((step) => step.run.trim().split('\n')))
    assert.ok(page.includes(command), command);
});
