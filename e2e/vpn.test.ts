// deadline: 240
// The log-in to a web site by cards, in a real browser: the simulated NHI VPN site, the control software, a person who
// reads what the page says and does it (FAQ Q10, Q11).
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openWorldFolder } from '../src/main/compose.ts';
import { startDetached, stopWorld } from '../src/main/daemon.ts';
import { readDiscovery } from '../src/main/home.ts';
import { composeVpnSite } from '../src/main/vpn-site.ts';
import { isAccessible, launch, noBrowser } from '../test/support/browser.ts';
import { newWorldFolder } from '../test/support/counter.ts';
import { type Doors, openDoors } from '../test/support/doors.ts';

const skip = noBrowser;
type Site = Awaited<ReturnType<typeof composeVpnSite>>;
let doors: Doors;
let site: Site;
let browser: Browser;
before(async () => {
  if (skip) return;
  doors = await openDoors();
  site = await composeVpnSite(doors.world, { port: 0, controlUrl: () => doors.http.url });
  browser = await launch();
  doors.control.watch((event) => {
    if (event.type === 'pin')
      setImmediate(() => doors.type(event.request, event.request.card === 'hpc' ? '123456' : '1234'));
  });
});
after(async () => {
  if (skip) return;
  await browser.close();
  await site.close();
  await doors.close();
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
/** A page of the site in a window of its own, in Chinese as it comes. */
async function visit(url = site.url, from = browser): Promise<Page> {
  const context = await from.newContext({ locale: 'zh-TW' });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
const revoke = (): void => void doors.origins.revoke(site.url, 'vpn');
async function letIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '要求使用卡片登入' }).click();
  await heading(page, '請在主控台按「允許」');
  const [asked] = doors.origins.asking();
  assert.deepEqual([asked?.origin, asked?.purpose], [site.url, 'vpn']);
  assert.equal(await page.locator('.code').textContent(), asked?.code);
  doors.origins.accept(asked?.code ?? '');
  await heading(page, '選擇登入方式');
}

test('the origin is asked for once and shown; then the institution logs in by module and card, and a person by a health card', {
  skip,
}, async () => {
  const page = await visit();
  await heading(page, '第一次在這台電腦登入');
  await letIn(page);
  doors.bench.insert('doctor');
  await page.getByRole('button', { name: /院所/ }).click();
  await heading(page, '登入成功');
  assert.match((await page.locator('.good').textContent()) ?? '', /開放健康診所.*3501200000 {2}H00000000001/s);
  const [last] = doors.control.trace().slice(-1);
  assert.deepEqual([last?.api, last?.program], ['log-in', site.url]);
  await page.context().close();
  doors.bench.remove('doctor');

  const again = await visit();
  await heading(again, '選擇登入方式');
  assert.equal(doors.origins.asking().length, 0, 'once');
  await again.getByRole('button', { name: /健保卡/ }).click();
  await again.getByText(/4013：讀卡機裡沒有健保卡/).waitFor();
  for (const card of ['normal', 'pin']) {
    doors.bench.insert(card);
    await again.getByRole('button', { name: /健保卡/ }).click();
    await heading(again, '登入成功');
    await again.getByRole('button', { name: '登出' }).click();
    await heading(again, '選擇登入方式');
    doors.bench.remove(card);
  }
  await again.context().close();
});

test('refused, it says so; revoked, it begins anew', { skip }, async () => {
  const page = await visit();
  await heading(page, '選擇登入方式');
  revoke();
  await heading(page, '第一次在這台電腦登入');
  await page.getByRole('button', { name: '要求使用卡片登入' }).click();
  await heading(page, '請在主控台按「允許」');
  doors.origins.refuse(doors.origins.asking()[0]?.code ?? '');
  await heading(page, '主控台拒絕了這個網站');
  await page.context().close();
});

/** What the page does, step by step, so that a step can be done wrong. */
function steps(page: Page, control: string) {
  const post = <T>(url: string, body: object): Promise<T> =>
    page.evaluate(
      async ([to, text]) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch(to, { method: 'POST', headers, body: text })).json() as Promise<T>;
      },
      [url, JSON.stringify(body)] as const,
    );
  return {
    challenge: () => post<{ nonce: string; session: string }>('/challenge', {}),
    sign: (nonce: string, more = {}) =>
      post<{ signed: object }>(`${control}/api/v1/log-in`, { cards: 'hc', nonce, ...more }),
    hand: (body: object) => post<{ ok: boolean; kind?: string }>('/log-in', body),
  };
}

test('a nonce is good once, for five minutes, for its own window; a signature for its own site alone', {
  skip,
}, async () => {
  // Another site of the same kind: what is signed for it is of no use here.
  const [own, others] = await Promise.all([
    composeVpnSite(doors.world, { port: 0, controlUrl: () => doors.http.url }),
    composeVpnSite(doors.world, { port: 0, controlUrl: () => doors.http.url }),
  ]);
  for (const one of [own, others]) {
    const asked = doors.origins.ask(one.url, 'vpn');
    assert.ok(asked && doors.origins.accept(asked.code));
  }
  doors.bench.insert('normal');
  const [page, other] = await Promise.all([visit(own.url), visit(others.url)]);
  const [here, there] = [steps(page, doors.http.url), steps(other, doors.http.url)];
  const { nonce, session } = await here.challenge();
  const { signed } = await here.sign(nonce);
  const body = { session, nonce, cards: 'hc', signed };
  assert.equal((await here.hand(body)).ok, true);
  assert.equal((await here.hand(body)).kind, 'nonce-used');

  const second = await here.challenge();
  const forOther = await there.sign(second.nonce, { origin: own.url, Origin: own.url });
  assert.equal(
    (await here.hand({ ...second, cards: 'hc', signed: forOther.signed })).kind,
    'altered',
    'signed for another origin, whatever the body said',
  );

  const third = await here.challenge();
  const good = await here.sign(third.nonce);
  assert.equal(
    (await here.hand({ nonce: third.nonce, session: second.session, cards: 'hc', signed: good.signed })).kind,
    'nonce-other',
  );

  const fourth = await here.challenge();
  assert.equal(
    (await here.hand({ ...fourth, cards: 'hc', signed: good.signed })).kind,
    'altered',
    "another nonce's signature",
  );

  const fifth = await here.challenge();
  const late = await here.sign(fifth.nonce);
  await doors.act('clock', { shift: 5 * 60_000 + 1000 });
  assert.equal((await here.hand({ ...fifth, cards: 'hc', signed: late.signed })).kind, 'nonce-old');
  await doors.act('clock', { shift: 0 });

  const sixth = await here.challenge();
  const { signed: fine } = await here.sign(sixth.nonce);
  assert.equal(
    (await here.hand({ ...sixth, cards: 'hc', signed: { ...fine, hcCardNo: '900000000002' } })).kind,
    'altered',
  );
  for (const one of [page, other]) await one.context().close();
  await Promise.all([own.close(), others.close()]);
  doors.bench.remove();
});

test('with the console closed the page says what to do, in both languages, and goes on by itself', {
  skip,
}, async () => {
  process.env.OPENCSHIS_PCSC = 'off';
  const folder = newWorldFolder();
  const world = await openWorldFolder(folder);
  const nowhere = await freePort();
  const alone = await composeVpnSite(world, {
    port: 0,
    controlUrl: () => readDiscovery(folder)?.url ?? `http://127.0.0.1:${nowhere}`,
  });
  const page = await visit(alone.url);
  await heading(page, '請先開啟讀卡機控制軟體主控台');
  const said = (await page.locator('main').textContent()) ?? '';
  for (const words of ['Chrome、Edge', 'opencshis start', '請不要另外下載', '自己繼續'])
    assert.ok(said.includes(words), words);
  assert.equal(await page.getByRole('link', { name: '開啟讀卡機控制軟體' }).getAttribute('href'), 'opencshis:open');
  assert.equal(await page.locator('a[download], a[href^="http"]').count(), 0, 'nothing to download');
  await isAccessible(page, 'closed');
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'Please open the control software first');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await isAccessible(page, 'closed, English, narrow, dark');
  await startDetached(folder);
  try {
    await heading(page, 'The first log-in on this computer');
    await isAccessible(page, 'not let in');
  } finally {
    await stopWorld(folder);
  }
  await heading(page, 'Please open the control software first');
  await page.context().close();
  await alone.close();
  world.store.close();
});

test('an older component that answers is named, on the page and by the control software', { skip }, async (t) => {
  const old = createServer((_request, response) => response.end('{}'));
  const taken = await new Promise<boolean>((resolve) => {
    old.once('error', () => resolve(true));
    old.listen(61161, '127.0.0.1', () => resolve(false));
  });
  if (taken) return t.skip('61161 is another program’s on this machine');
  const nowhere = await freePort();
  const alone = await composeVpnSite(doors.world, { port: 0, controlUrl: () => `http://127.0.0.1:${nowhere}` });
  const page = await visit(alone.url);
  await page.getByText('HiPKI 本機元件（HiCOS）（61161）').waitFor();
  await page.context().close();
  await alone.close();
  old.closeAllConnections();
  await new Promise((resolve) => old.close(resolve));
});

test('a site of the open network needs the leave of the browser to reach this computer; the page says so', {
  skip,
}, async () => {
  const own = await composeVpnSite(doors.world, { port: 0, controlUrl: () => doors.http.url });
  const asked = doors.origins.ask(own.url, 'vpn');
  assert.ok(asked && doors.origins.accept(asked.code));
  // The browser takes this address for one of the open network.
  const strict = await launch(`--ip-address-space-overrides=127.0.0.1:${own.port}=public`);
  try {
    const page = await visit(own.url, strict);
    await heading(page, /請先開啟讀卡機控制軟體主控台|瀏覽器正在詢問/);
    assert.equal(await page.getByRole('button').count(), 1, 'nothing but the language');
    // By the name that the driver knows; the browser gives both halves of it.
    await page.context().grantPermissions(['local-network-access'], { origin: own.url });
    await heading(page, '選擇登入方式');
  } finally {
    await strict.close();
    await own.close();
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
