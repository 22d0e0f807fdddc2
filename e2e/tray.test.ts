// The icon in the tray: a whole world on a session bus of its own, with a panel that was not written by us. deadline: 200
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { argb } from '../src/desktop/tray/icon.ts';
import type { TrayState } from '../src/desktop/tray/types.ts';
import { supervisorHolder } from '../src/main/daemon.ts';
import { readDiscovery } from '../src/main/home.ts';
import { cliFor, type Ran } from '../test/support/cli.ts';
import { newWorldFolder, settled } from '../test/support/counter.ts';
import { newDesktop } from '../test/support/desktop/browser.ts';
import { type Bus, noSession, type Panel, type Shown, startBus, startPanel } from '../test/support/desktop/session.ts';
import { ask } from '../test/support/doors.ts';

const skip = noSession() ?? false;
const folder = newWorldFolder();
let bus: Bus;
let panel: Panel;
let desktop: ReturnType<typeof newDesktop>;
let cli: (...args: string[]) => Promise<Ran>;

before(async () => {
  if (skip) return;
  bus = await startBus();
  panel = await startPanel(bus);
  desktop = newDesktop({ DBUS_SESSION_BUS_ADDRESS: bus.address });
  cli = cliFor(folder, desktop.env);
});
after(async () => {
  await cli?.('stop');
  await panel?.stop();
  await bus?.stop();
});

const pidOf = (name: string): number =>
  (JSON.parse(readFileSync(join(folder, 'run/processes.json'), 'utf8')) as { [name: string]: { pid: number } })[name]
    ?.pid ?? 0;
const drawn = (state: TrayState) => (one: Shown) =>
  one.icon.pixels === Buffer.from(argb(state, one.icon.width)).toString('hex');
const words = (one: Shown): string => one.menu.map(({ label }) => label).join('\n');
/** Opens what the browser was given, as a browser would: the page leads on to a link that works once. */
async function followed(page: string): Promise<string> {
  assert.ok(page.endsWith('run/open.html'), page);
  assert.equal(statSync(page).mode & 0o777, 0o600);
  const link = /url=([^"]+)"/.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
  const [url = '', code = ''] = link.split('/#code=');
  const answered = await ask({ port: Number(new URL(url).port) }, 'POST', '/api/v1/session', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  assert.equal(answered.status, 200, answered.text);
  return code;
}

test('start --minimised opens nothing and shows a good icon', { skip }, async () => {
  const ran = await cli('start', '--minimised');
  assert.equal(ran.code, 0, ran.stderr);
  assert.doesNotMatch(ran.stdout, /no tray/);
  await panel.event('registered');
  const shown = await panel.shows(drawn('good'));
  assert.match(shown.tooltip[0], /健保卡/);
  assert.match(shown.tooltip[1], /^正常/);
  assert.match(words(shown), /^開啟主控台.*\n重新啟動安全模組.*\n/);
  assert.match(words(shown), /模擬世界/);
  assert.match(words(shown), /結束 Quit$/);
  assert.deepEqual(desktop.givenNow(), []);
});

test('a click opens the console: the browser is given a page, no code', { skip }, async () => {
  panel.do('click 開啟主控台');
  const first = await followed((await desktop.given(1))[0] ?? '');
  panel.do('activate');
  const second = await followed((await desktop.given(2))[1] ?? '');
  assert.notEqual(first, second, 'each time a new link');
  assert.ok(desktop.givenNow().every((one) => !one.includes(first) && !one.includes(second)));
});

test('the icon and its menu say when the network is cut, and when it is back', { skip }, async () => {
  assert.equal((await cli('network', 'down')).code, 0);
  const shown = await panel.shows(drawn('offline'));
  assert.match(words(shown), /離線，自 \d\d:\d\d 起 Offline since \d\d:\d\d/);
  assert.equal((await cli('network', 'up')).code, 0);
  assert.doesNotMatch(words(await panel.shows(drawn('good'))), /Offline/);
});

test('the menu restarts the security module', { skip }, async () => {
  const before = pidOf('sam');
  panel.do('click 重新啟動安全模組');
  while (pidOf('sam') === before) await panel.shows(() => true);
  const shown = await panel.shows((one) => drawn('good')(one) && one.menu[1]?.enabled === true);
  assert.match(shown.menu[1]?.label ?? '', /^重新啟動安全模組/);
  assert.equal((await cli('register')).code, 0);
});

test('the icon finds a control software that was started anew', { skip }, async () => {
  const before = pidOf('control');
  process.kill(before, 'SIGKILL');
  // What is drawn may still be of the one before, until the new one is announced.
  await settled(() => ![undefined, before].includes(readDiscovery(folder)?.pid));
  await panel.shows(drawn('good'));
  assert.equal((await cli('status')).code, 0);
});

test('an icon that dies comes back, and the world did not notice', { skip }, async () => {
  const { pid } = readDiscovery(folder) ?? {};
  process.kill(pidOf('tray'), 'SIGKILL');
  await panel.event('registered');
  await panel.shows(drawn('good'));
  assert.equal(readDiscovery(folder)?.pid, pid);
});

test('a second start brings the first one forward, with its console unless it is minimised', { skip }, async () => {
  const holder = supervisorHolder(folder);
  const count = desktop.givenNow().length;
  const quiet = await cli('start', '--minimised');
  assert.equal(quiet.code, 0, quiet.stderr);
  assert.match(quiet.stdout, /running already/);
  const json = JSON.parse((await cli('start', '--json')).stdout) as { already: boolean; link: string };
  assert.equal(json.already, true);
  assert.match(json.link, /#code=/);
  assert.equal(desktop.givenNow().length, count);
  const again = await cli('start');
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stdout, /running already[\s\S]*open in the browser/);
  await followed((await desktop.given(count + 1)).at(-1) ?? '');
  assert.deepEqual(supervisorHolder(folder), holder);
});

test('quit stops the world', { skip }, async () => {
  panel.do('click 結束');
  while (supervisorHolder(folder) !== undefined) await new Promise((resolve) => setTimeout(resolve, 25));
  assert.equal((await cli('status')).code, 3);
});

test('without a bus, or with one that is gone, it says so once and works', { skip }, async () => {
  const without = cliFor(folder, { ...desktop.env, DBUS_SESSION_BUS_ADDRESS: '' });
  assert.match((await without('start', '-m')).stdout, /no tray here/);
  assert.equal(pidOf('tray'), 0);
  assert.equal((await without('register')).code, 0);
  await without('stop');
  const gone = cliFor(folder, { ...desktop.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' });
  assert.equal((await gone('start', '-m')).code, 0);
  const said = (): number =>
    readFileSync(join(folder, 'run/log.txt'), 'utf8').match(/no tray here: there is no session bus/g)?.length ?? 0;
  while (said() === 0 || pidOf('tray') !== 0) await new Promise((resolve) => setTimeout(resolve, 25));
  assert.equal((await gone('register')).code, 0);
  await gone('stop');
  assert.equal(said(), 1, 'once');
});
