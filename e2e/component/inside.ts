// Inside of a network of its own: 59001, 59002 and 7777 are nobody else's here.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { isAccessible, launch } from '../../test/support/browser.ts';
import { cliFor } from '../../test/support/cli.ts';
import { newFolder } from '../../test/support/counter.ts';

const folder = newFolder();
// Where browsers of this user keep whom they trust.
process.env.HOME = newFolder();
const cli = cliFor(folder);
const ok = async (...args: string[]): Promise<string> => {
  const ran = await cli(...args);
  assert.equal(ran.code, 0, `${args.join(' ')}: ${ran.stderr}`);
  return ran.stdout;
};
const json = async <T>(...args: string[]): Promise<T> => JSON.parse(await ok(...args, '--json')) as T;
interface Origins {
  readonly asking: readonly { readonly origin: string; readonly purpose: string; readonly code: string }[];
}
let browser: Browser;
let site = '';
before(async () => {
  await ok('world', 'new', '--port', '0', '--people', '20');
  await ok('start');
  site = (await json<{ vpnSite: string }>('status')).vpnSite;
  browser = await launch();
});
after(async () => {
  await browser.close();
  await cli('stop');
});

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const over = (answered: boolean) => () => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', over(true)).once('error', over(false));
  });
const ports = [59001, 59002, 7777];
async function visit(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-TW' })).newPage();
  await page.goto(`${site}/component`);
  return page;
}
const press = (page: Page, way: number) => page.getByRole('button', { name: String(way), exact: true }).click();

test('off nobody answers at its ports; a program that holds one is named, and not joined', async () => {
  for (const port of ports) assert.equal(await answers(port), false, `${port}`);
  const other = createServer((socket) => socket.destroy()).listen(7777, '127.0.0.1');
  await once(other, 'listening');
  const refused = await cli('component', 'on');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /7777/);
  assert.equal(await answers(59001), false);
  await new Promise((resolve) => other.close(resolve));
});

test('a page that speaks to 59001 is asked for once, then logs in by a health card', async () => {
  await ok('component', 'on');
  assert.deepEqual(await Promise.all(ports.map(answers)), [true, false, false], 'the others want a certificate');
  const page = await visit();
  await press(page, 59001);
  await page.getByText('登入失敗').waitFor();
  const { asking } = await json<Origins>('origins', 'list');
  assert.deepEqual(
    asking.map(({ origin, purpose }) => [origin, purpose]),
    [[site, 'component']],
  );
  await ok('origins', 'accept', asking[0]?.code ?? '');
  await press(page, 59001);
  await page.getByText('登入成功').waitFor();
  await isAccessible(page, 'logged in');
  await page.context().close();
});

test('a page asks by the pop-up as well: its own origin is looked at, and nobody else’s word', async () => {
  const page = await visit();
  const ask = (api: string) =>
    page.evaluate<{ result: string; as_id?: string }>(`new Promise((resolve) => {
      const box = window.open('http://localhost:59001/auth.html');
      addEventListener('message', function hear({ data, source }) {
        if (source !== box) return;
        if (data.ready) return box.postMessage({ id: 7, api: '${api}', origin: 'https://evil.example' }, '*');
        removeEventListener('message', hear);
        box.close();
        resolve(data);
      });
    })`);
  const { result, as_id } = await ask('GetBasic');
  assert.equal(result, '0000');
  assert.match(as_id ?? '', /^[A-Z]\d{9}$/);
  assert.equal((await ask('EncryptPwd')).result, '8013', 'needs a key of NHI');
  await page.context().close();
});

test('with this machine’s certificate 59002 and 7777 as well, and none of it stays when it is removed', async () => {
  await ok('component', 'certificate', 'install');
  assert.deepEqual(await Promise.all(ports.map(answers)), [true, true, true]);
  const page = await visit();
  for (const way of [59002, 7777]) {
    await press(page, way);
    await page.getByText(`登入成功`).waitFor();
    await page.getByText(` ${way}`).first().waitFor();
  }
  await page.context().close();
  await ok('component', 'certificate', 'remove');
  assert.deepEqual(await Promise.all(ports.map(answers)), [true, false, false]);
});

test('taken back it is refused; switched off nobody answers', async () => {
  await ok('origins', 'revoke', site);
  const page = await visit();
  await press(page, 59001);
  await page.getByText('登入失敗').waitFor();
  await ok('component', 'off');
  assert.deepEqual(await Promise.all(ports.map(answers)), [false, false, false]);
});
