// neighbours, libraries and support from a terminal: what they print, what they write, how they end; a component that runs
// for real is named. deadline: 240
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Neighbour } from '../src/care/index.ts';
import { cliEntry, cliFor } from '../test/support/cli.ts';
import { newFolder, settled } from '../test/support/counter.ts';
import { unzipped } from '../test/support/unzipped.ts';

interface Seen {
  readonly installable: boolean;
  readonly neighbours: readonly (Neighbour & { readonly stops: boolean })[];
}
const linux = { skip: process.platform === 'linux' ? false : 'what runs is looked for in /proc' };

test(
  'a program of a known component that runs is named, in two languages, and stops no installation',
  linux,
  async () => {
    const cli = cliFor(newFolder());
    const program = join(newFolder(), 'mNHIICC');
    copyFileSync('/bin/sleep', program);
    const child = spawn(program, ['600'], { stdio: 'ignore' });
    try {
      let seen: Seen | undefined;
      const isSeen = async (): Promise<boolean> => {
        seen = JSON.parse((await cli('neighbours', '--json')).stdout) as Seen;
        return seen.neighbours.some(({ id }) => id === 'nhiicc');
      };
      await settled(isSeen);
      const one = seen?.neighbours.find(({ id }) => id === 'nhiicc');
      assert.ok(one?.running && !one.stops && !one.leftover);
      assert.ok(
        one.signs.some(({ what }) => what === `mNHIICC (${child.pid})`),
        JSON.stringify(one),
      );
      assert.equal(seen?.installable, true);
      const shown = await cli('neighbours', '--lang', 'zh');
      assert.equal(shown.code, 0);
      assert.match(shown.stdout, /健保卡網路服務元件/);
      assert.match(
        (await cli('neighbours', '--lang', 'en')).stdout,
        /the web component NHIICC\n {4}process {2}mNHIICC/,
      );
    } finally {
      child.kill('SIGKILL');
    }
  },
);

test(
  'copies of a folder that is named; ours goes in, in place of another only when told to, and back',
  linux,
  async () => {
    const cli = cliFor(newFolder());
    const folder = newFolder();
    const file = join(folder, 'libcshis.so');
    const foreign = Buffer.from('\x7fELF\x01 of somebody else', 'latin1');
    writeFileSync(file, foreign);
    const { copies } = JSON.parse((await cli('libraries', folder, '--json')).stdout);
    const copy = copies.find(({ path }: { path: string }) => path === file);
    assert.deepEqual([copy.bits, copy.maker, copy.size], [32, 'unknown', foreign.length]);
    assert.match(
      (await cli('libraries', folder, '--lang', 'en')).stdout,
      new RegExp(`${file} .*32 +unknown +${copy.digest}`),
    );
    const nowhere = await cli('libraries', join(folder, 'nowhere'));
    assert.equal(nowhere.code, 2);

    const ours = join(newFolder(), 'ours.so');
    const bytes = Buffer.from('\x7fELF\x02 OPENCSHIS_HOME', 'latin1');
    writeFileSync(ours, bytes);
    const install = (...more: string[]) => cli('libraries', 'install', folder, '--from', ours, '--lang', 'en', ...more);
    const refused = await install();
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /--replace/);
    assert.deepEqual(readFileSync(file), foreign);
    assert.equal((await install('--replace')).code, 0);
    assert.deepEqual(readFileSync(file), bytes);
    assert.equal((await cli('libraries', 'install', folder, '--from', '/bin/sleep')).code, 1);
    assert.equal((await install('--undo')).code, 0);
    assert.deepEqual(readdirSync(folder), ['libcshis.so']);
    assert.deepEqual(readFileSync(file), foreign);
  },
);

test('support without a world: items are kept, the mail is printed, the bundle is seen before it is written', async () => {
  const home = newFolder();
  const cli = cliFor(home);
  const wrong = await cli('support', 'set', 'email=nobody', '--lang', 'en');
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /e-mail: it does not look like one/);
  assert.equal((await cli('support', 'set', 'no-value')).code, 2);
  assert.equal((await cli('support', 'set', 'name=健安診所', 'email=a@b.tw', 'detail=讀不到卡')).code, 0);
  assert.equal(statSync(join(home, 'support.json')).mode & 0o777, 0o600);
  const mail = await cli('support', '--lang', 'zh');
  assert.equal(mail.code, 0);
  assert.match(mail.stdout, /主旨: .*健安診所/);
  assert.match(mail.stdout, /\(6\) .*OpenCSHIS \d/);
  assert.match(mail.stdout, /\(10\) 問題詳述：讀不到卡/);
  assert.match(mail.stdout, /^mailto:ic_service@nhi\.gov\.tw\?subject=/m);
  assert.match(mail.stderr, /還沒有填：.*phone/);

  const out = newFolder();
  mkdirSync(join(out, 'x'));
  const file = join(out, 'report.zip');
  const asked = await cli('support', '--output', file);
  assert.equal(asked.code, 2);
  assert.equal(existsSync(file), false);
  const written = await cli('support', '--output', file, '--yes', '--lang', 'en');
  assert.equal(written.code, 0, written.stderr);
  assert.match(written.stdout, /doctor\.json +\d+[\s\S]*sent to nobody/);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const members = unzipped(readFileSync(file));
  const listed = JSON.parse((await cli('support', '--bundle', '--json')).stdout).files.map(
    ({ name }: { name: string }) => name,
  );
  assert.deepEqual([...members.keys()].sort(), listed.sort());
  for (const bytes of members.values()) assert.doesNotMatch(bytes.toString('utf8'), /健安診所|a@b\.tw|讀不到卡/);
  const again = await cli('support', '--output', file, '--yes');
  assert.equal(again.code, 2);
  assert.match((await cli('support', '--show', 'state.json')).stdout, /"answers": false/);
  assert.equal((await cli('support', '--show', '../world.json')).code, 2);
});

const terminal = spawnSync('script', ['--version']).error
  ? { skip: 'no script(1) here, so no terminal to type at' }
  : {};

test(
  'at a terminal what is missing is asked for, a wrong answer again; the file is written after a yes alone',
  terminal,
  async () => {
    const home = newFolder();
    /** Types the next line when what it waits for has been shown since the last one. */
    const dialogue = (command: string, turns: readonly (readonly [RegExp, string])[]) =>
      new Promise<string>((resolve) => {
        const line = `${process.execPath} ${cliEntry} ${command} --lang en`;
        const child = spawn('script', ['-qec', line, '/dev/null'], {
          env: { ...process.env, OPENCSHIS_HOME: home, OPENCSHIS_PCSC: 'off' },
          stdio: ['pipe', 'pipe', 'ignore'],
        });
        let [all, fresh, turn] = ['', '', 0];
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          all += text;
          fresh += text;
          const [shown, typed] = turns[turn] ?? [];
          if (shown === undefined || typed === undefined || !shown.test(fresh)) return;
          turn++;
          fresh = '';
          child.stdin.write(typed);
        });
        child.on('close', () => resolve(stripVTControlCharacters(all)));
      });
    const mail = await dialogue('support', [
      [/name of the institution: /, 'Clinic\r'],
      [/code of the institution: /, '12\r'],
      [/does not look like one[\s\S]*code of the institution: /, '3501200000\r'],
      [/person to reach: /, '\r'],
      [/e-mail: /, '\u0003'],
    ]);
    assert.match(mail, /\(1\) .*：Clinic\r\n\(2\) .*：3501200000\r\n\(3\) .*（待填）/);
    const file = join(newFolder(), 'report.zip');
    await dialogue(`support --output ${file}`, [[/Write .*\? \[y\/N\] /, 'n\r']]);
    assert.equal(existsSync(file), false);
    const yes = await dialogue(`support --output ${file}`, [[/Write .*\? \[y\/N\] /, 'y\r']]);
    assert.match(yes, /trace\.json[\s\S]*Write [\s\S]*sent to nobody/);
    assert.ok(unzipped(readFileSync(file)).has('README.txt'));
  },
);
