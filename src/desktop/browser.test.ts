import assert from 'node:assert/strict';
import test from 'node:test';
import { handing, leadingPage } from './browser.ts';
import { hasScreen, mayHaveTray } from './environment.ts';

const link = 'http://127.0.0.1:1/#code=ab"<&';
const at = (platform: NodeJS.Platform, env: { readonly [name: string]: string } = {}) => ({ platform, env });
const target = { link, page: '/w/run/open.html' };

test('where others see arguments the browser gets a page, else the link', () => {
  assert.deepEqual(handing(at('linux'), target), { command: 'xdg-open', args: [target.page] });
  assert.deepEqual(handing(at('linux'), { ...target, browser: 'org.mozilla.firefox.desktop' }).args, [target.page]);
  assert.deepEqual(handing(at('darwin'), target), { command: 'open', args: [target.page] });
  assert.deepEqual(handing(at('win32', { SystemRoot: 'D:\\Win' }), target), {
    command: String.raw`D:\Win\System32\rundll32.exe`,
    args: ['url.dll,FileProtocolHandler', link],
  });
});

test('a browser in a snap cannot read the page: it gets the link', () => {
  assert.deepEqual(handing(at('linux'), { ...target, browser: 'firefox_firefox.desktop' }).args, [link]);
});

test('the page leads on to the link, whatever is in it, and tells it to nobody', () => {
  const page = leadingPage(link);
  assert.equal(page.match(/http:\/\/127\.0\.0\.1:1\/#code=ab&quot;&lt;&amp;"/g)?.length, 2);
  assert.match(page, /no-referrer/);
  assert.doesNotMatch(page, /script/);
});

test('a screen and a tray are where the environment says so', () => {
  const at = (platform: NodeJS.Platform, env: { [name: string]: string }) => ({ platform, env, home: '/nowhere' });
  const cases: readonly [ReturnType<typeof at>, screen: boolean, tray: boolean][] = [
    [at('linux', {}), false, false],
    [at('linux', { DISPLAY: ':0' }), true, false],
    [at('linux', { WAYLAND_DISPLAY: 'wayland-0', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/x' }), true, true],
    [at('linux', { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }), false, false],
    [at('linux', { DISPLAY: ':0', DBUS_SESSION_BUS_ADDRESS: 'x', OPENCSHIS_DESKTOP: 'off' }), false, false],
    [at('linux', { XDG_RUNTIME_DIR: '/nowhere' }), false, false],
    [at('win32', {}), true, true],
    [at('darwin', { SSH_TTY: '/dev/ttys0' }), false, true],
    [at('darwin', { OPENCSHIS_DESKTOP: 'off' }), false, false],
  ];
  for (const [one, screen, tray] of cases)
    assert.deepEqual([hasScreen(one), mayHaveTray(one)], [screen, tray], JSON.stringify(one));
});
