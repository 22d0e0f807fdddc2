// What is put into a user's desktop, and by whom it is used: in a home of its own, by the programs of Debian. deadline: 200
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { supervisorHolder } from '../src/main/daemon.ts';
import { launch, noBrowser } from '../test/support/browser.ts';
import { cliFor } from '../test/support/cli.ts';
import { newFolder, newWorldFolder, settled } from '../test/support/counter.ts';
import { newDesktop } from '../test/support/desktop/browser.ts';

const linux = process.platform === 'linux' ? false : 'Linux alone';
const has = (program: string): string | false =>
  linux || (spawnSync(program, ['--version'], { stdio: 'ignore' }).error ? `no ${program}` : false);

/** Every file of a home with its bytes. */
function filesOf(home: string): { [name: string]: string } {
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((one) => !one.isDirectory());
  return Object.fromEntries(
    files
      .map((one) => path.join(one.parentPath, one.name))
      .filter((file) => !file.includes('/cache/'))
      .map((file) => [path.relative(home, file), readFileSync(file, 'utf8')]),
  );
}

const worlds: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const stop of worlds) await stop();
});

function newUser(more: { readonly [name: string]: string } = {}) {
  const folder = newWorldFolder();
  const desktop = newDesktop({ OPENCSHIS_DESKTOP: 'on', ...more });
  const env = { ...desktop.env, OPENCSHIS_HOME: folder, LANG: 'en_US.UTF-8', OPENCSHIS_PCSC: 'off', ...more };
  const cli = cliFor(folder, env);
  worlds.push(() => cli('stop'));
  /** Another program, in this user's session. */
  const run = (program: string, ...args: string[]) =>
    spawnSync(program, args, { env: { ...process.env, ...env }, encoding: 'utf8' });
  return { folder, desktop, cli, run };
}
const state = async (ran: Promise<{ stdout: string }>): Promise<string> => JSON.parse((await ran).stdout).state;

for (const [what, put, take] of [
  ['autostart', 'on', 'off'],
  ['service', 'install', 'remove'],
  ['link', 'install', 'remove'],
] as const)
  test(`${what} is put there, seen, and taken away without a trace`, {
    skip: linux || (what === 'service' && has('systemctl')),
  }, async () => {
    const { desktop, cli } = newUser();
    const before = filesOf(desktop.home);
    assert.equal(await state(cli(what, 'status', '--json')), 'off');
    for (let time = 0; time < 2; time++) {
      const done = await cli(what, put);
      assert.equal(done.code, 0, done.stderr);
    }
    assert.equal(await state(cli(what, 'status', '--json')), 'on');
    assert.ok(Object.keys(filesOf(desktop.home)).length > Object.keys(before).length);
    const written = Object.keys(filesOf(desktop.home)).find((name) => !(name in before)) ?? '';
    writeFileSync(path.join(desktop.home, written), 'of another program\n');
    assert.equal(await state(cli(what, 'status', '--json')), 'other');
    assert.match((await cli(what, 'status')).stdout, /not put there by this program/);
    assert.equal((await cli(what, take)).code, 0);
    assert.equal(await state(cli(what, 'status', '--json')), 'off');
    assert.equal((await cli(what, take)).code, 0, 'nothing to take away is no failure');
    assert.deepEqual(filesOf(desktop.home), before);
  });

test('the desktop entries are valid, and start what they say', {
  skip: has('desktop-file-validate') || has('gio'),
}, async () => {
  const { desktop, cli, run, folder } = newUser();
  await cli('autostart', 'on');
  await cli('link', 'install');
  const entries = Object.keys(filesOf(desktop.home)).filter((name) => /opencshis[^/]*\.desktop$/.test(name));
  assert.equal(entries.length, 2);
  for (const entry of entries) {
    const ran = run('desktop-file-validate', path.join(desktop.home, entry));
    assert.equal(`${ran.stdout}${ran.stderr}`, '', entry);
    assert.equal(ran.status, 0);
  }
  const entry = entries.find((name) => name.includes('autostart')) ?? '';
  const ran = run('gio', 'launch', path.join(desktop.home, entry));
  assert.equal(ran.status, 0, ran.stderr);
  while ((await cli('status')).code !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(supervisorHolder(folder));
  assert.deepEqual(desktop.givenNow(), [], 'minimised');
});

test('systemd has nothing to say against the unit', { skip: has('systemd-analyze') }, async () => {
  const { desktop, cli, run } = newUser();
  assert.equal((await cli('service', 'install')).code, 0);
  const unit = path.join(desktop.home, 'config/systemd/user/opencshis.service');
  assert.ok(existsSync(unit));
  const ran = run('systemd-analyze', 'verify', '--user', unit);
  assert.equal(ran.status, 0, ran.stderr);
  assert.doesNotMatch(ran.stderr, /opencshis/);
});

for (const opener of [['xdg-open'], ['gio', 'open']] as const)
  test(`${opener.join(' ')} opencshis:open starts it minimised, and then brings its console forward`, {
    skip: has(opener[0]),
  }, async () => {
    const { folder, desktop, cli, run } = newUser();
    assert.equal((await cli('link', 'install')).code, 0);
    const [program, ...args] = opener;
    const open = (link: string) => run(program, ...args, link);
    for (const wrong of ['opencshis:stop', 'opencshis:open?x=1', 'opencshis:open/', 'opencshis://open', 'opencshis:'])
      open(wrong);
    // Started or not is told by the one after them: it waits until it runs.
    const first = open('opencshis:open');
    assert.equal(first.status, 0, first.stderr);
    while ((await cli('status')).code !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(desktop.givenNow(), []);
    const holder = supervisorHolder(folder);
    open('opencshis:open');
    const [page = ''] = await desktop.given(1);
    assert.ok(page.endsWith('run/open.html'), page);
    for (const wrong of ['opencshis:stop', 'opencshis:open?x=1', 'opencshis:open#', 'OPENCSHIS:OPEN']) open(wrong);
    open('opencshis:open');
    assert.equal((await desktop.given(2)).length, 2, 'what is not the literal opened nothing');
    assert.deepEqual(supervisorHolder(folder), holder);
  });

test('the handler refuses with words and exit code 2 what is not the literal', async () => {
  const { cli, folder } = newUser();
  for (const wrong of [
    [],
    ['opencshis:stop'],
    ['opencshis:open', 'opencshis:open'],
    ['opencshis:open '],
    ['--', '--help'],
    ['--', '-x'],
  ]) {
    const ran = await cli('link', 'follow', ...wrong);
    assert.equal(ran.code, 2, JSON.stringify(wrong));
    assert.match(ran.stderr, /nothing was done/);
  }
  assert.equal((await cli('link', 'follow', '--nonsense')).code, 2);
  assert.equal(supervisorHolder(folder), undefined);
});

test('a home whose path holds spaces, quotes and Chinese is no trouble', { skip: has('gio') }, async () => {
  const odd = path.join(mkdtempSync(path.join(tmpdir(), 'opencshis-')), `我的 "世界" 50% $HOME`);
  const { desktop, cli, run } = newUser({ OPENCSHIS_HOME: odd });
  const inside = cliFor(odd, desktop.env);
  worlds.push(async () => {
    await inside('stop');
    rmSync(path.dirname(odd), { recursive: true, force: true });
  });
  assert.equal((await inside('world', 'new', '--port', '0', '--people', '5')).code, 0);
  await cli('link', 'install');
  run('gio', 'open', 'opencshis:open');
  while ((await inside('status')).code !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
});

test('open and start use the browser where there is a screen, and never in a script or over ssh', {
  skip: has('xdg-open'),
}, async () => {
  const { desktop, cli, folder } = newUser();
  assert.equal((await cli('start')).code, 0);
  assert.equal((await desktop.given(1)).length, 1, 'a first start opens the console');
  const printed = await cli('open');
  assert.match(printed.stdout, /^http:\/\/127\.0\.0\.1:\d+\/#code=[0-9a-f]+\n$/, 'a script reads the link');
  assert.match((await cli('open', '--print')).stdout, /#code=/);
  assert.match(JSON.parse((await cli('open', '--json')).stdout).link, /#code=/);
  const far = cliFor(folder, { ...desktop.env, SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' });
  assert.match((await far('start')).stdout, /running already[\s\S]*#code=/);
  assert.equal(desktop.givenNow().length, 1);
  // No browser: the link itself.
  const none = cliFor(folder, { ...desktop.env, PATH: newFolder() });
  assert.match((await none('start')).stdout, /running already[\s\S]*#code=/);
});

test('two starts in one moment are one world', async () => {
  const { cli, folder } = newUser({ OPENCSHIS_DESKTOP: 'off' });
  const ran = await Promise.all([cli('start', '-m'), cli('start', '-m'), cli('start', '-m')]);
  assert.deepEqual(
    ran.map(({ code }) => code),
    [0, 0, 0],
    JSON.stringify(ran),
  );
  assert.ok(supervisorHolder(folder));
  assert.equal((await cli('register')).code, 0);
});

test('a real browser is led on from the page to the console, and leaves no code in its address', {
  skip: linux || noBrowser,
}, async () => {
  const { desktop, cli } = newUser();
  assert.equal((await cli('start')).code, 0);
  const [page = ''] = await desktop.given(1);
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`file://${page}`);
    await tab.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/(#\/.*)?$/);
    // Signed in: the code was exchanged for a token.
    await settled(async () => Number(await tab.evaluate('sessionStorage.length').catch(() => 0)) > 0);
  } finally {
    await browser.close();
  }
});
