// The sample HIS page in a real browser, from other origins: let in by a code, a patient registered, taken back.
// deadline: 200
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { isAccessible, launch, noBrowser, openConsole } from '../test/support/browser.ts';
import { type Doors, openDoors } from '../test/support/doors.ts';
import { type HisPage, hasOpenssl, serveHisPage } from '../test/support/his-page.ts';

const skip = noBrowser;
const farSkip = skip || (hasOpenssl() ? false : 'no openssl: no encrypted page');
let doors: Doors;
let browser: Browser;
/** A page of this machine, as while developing; and one from the network, as a hospital's. */
let local: HisPage;
let far: HisPage | undefined;
before(async () => {
  if (skip) return;
  doors = await openDoors();
  local = await serveHisPage();
  if (hasOpenssl()) far = await serveHisPage(true);
  browser = await launch(
    '--host-resolver-rules=MAP his.example 127.0.0.1',
    ...(far ? [`--ip-address-space-overrides=127.0.0.1:${far.port}=public`] : []),
  );
});
after(async () => {
  if (skip) return;
  await browser.close();
  local.close();
  far?.close();
  await doors.close();
});

async function open(his: HisPage, permissions?: readonly string[]) {
  const context = await browser.newContext({ locale: 'zh-TW', ignoreHTTPSErrors: true });
  if (permissions) await context.grantPermissions([...permissions]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${his.origin}/?port=${doors.http.port}`);
  return { context, page, errors };
}
const codeOn = async (page: Page, place: string): Promise<string> => {
  await page
    .locator(place)
    .filter({ hasText: /\d{3} \d{3}/ })
    .waitFor();
  return (await page.locator(place).textContent())?.replace(' ', '') ?? '';
};
const pairing = (page: Page) => page.getByRole('button', { name: '與控制軟體連線' }).click();

/** The whole walk, from the first visit to the day the page is taken back. */
async function walk(his: HisPage, context: BrowserContext, page: Page): Promise<void> {
  const operator = await openConsole(browser, doors);
  await pairing(page);
  const code = await codeOn(page, '#code');
  await isAccessible(page, 'the page, while it asks');
  const line = operator.page.locator('.asking');
  await line.getByText(his.origin).waitFor();
  await isAccessible(operator.page, 'the console, while a page asks');
  await line.getByRole('button', { name: '查看' }).press('Enter');
  assert.equal(await codeOn(operator.page, 'dialog .code'), code, 'the same code on both sides');
  await operator.page.getByRole('dialog').getByText(his.origin).waitFor();
  const focused = () => operator.page.evaluate<string>('document.activeElement.textContent');
  assert.equal(await focused(), '拒絕', 'nobody lets it in by one key too many');
  await isAccessible(operator.page, 'the question');
  await operator.page.getByRole('button', { name: '代碼相同，允許' }).click();
  await page.getByText('請插入健保卡').waitFor();
  assert.deepEqual(
    doors.origins
      .list()
      .map((one) => one.origin)
      .filter((origin) => origin === his.origin),
    [his.origin],
  );

  doors.bench.insert('normal');
  await page.locator('#register:enabled').waitFor();
  const person = /[A-Z]\d{9}/.exec((await page.locator('#patient').textContent()) ?? '')?.[0] ?? '';
  await isAccessible(page, 'the page with a card');
  await page.getByRole('button', { name: '掛號' }).click();
  const result = page.locator('#result').filter({ hasText: /[0-9A-Z]{20}/ });
  await result.waitFor();
  const identifier = /[0-9A-Z]{20}/.exec((await result.textContent()) ?? '')?.[0] ?? '';
  const written = (await doors.control.journal()).at(-1);
  assert.equal(written?.state, 'done');
  assert.equal(written?.program, his.origin, 'who asked is who the browser says');
  const onCard = (await doors.card('normal')).files.visits as unknown as { visits: { treatNum: string }[] };
  assert.ok(
    onCard.visits.some((visit) => visit.treatNum === identifier),
    'on the card',
  );
  const atCentre = await doors.ledger(person);
  assert.ok(
    atCentre.some((event) => event.treatNum === identifier),
    'at the centre',
  );

  // Reloaded, it is known; taken back, it is not, and hears so at once.
  await page.reload();
  await page.locator('#register:enabled').waitFor();
  const kept = await page.evaluate<string>('localStorage.getItem("opencshis")');
  await operator.page.getByRole('navigation').getByRole('link', { name: '安全模組' }).click();
  const takeBack = operator.page.getByRole('button', { name: `撤銷 ${his.origin}` });
  await takeBack.waitFor();
  await isAccessible(operator.page, 'the console with a page that was let in');
  await takeBack.click();
  await page.locator('#why').filter({ hasText: '還沒有和控制軟體連線' }).waitFor();
  await page.getByRole('button', { name: '與控制軟體連線' }).waitFor();
  await isAccessible(page, 'the page that was taken back');
  await page.evaluate(`localStorage.setItem('opencshis', ${JSON.stringify(kept)})`);
  await page.reload();
  await page.locator('#why').filter({ hasText: '沒有回應' }).waitFor();
  await page.locator('#todo').filter({ hasText: '撤銷' }).waitFor();
  assert.deepEqual(operator.noise, []);
  await operator.context.close();
  doors.bench.remove();
  await context.close();
}

test('a page of this machine is let in by the code, registers the patient, and is taken back', { skip }, async () => {
  const { context, page, errors } = await open(local);
  await walk(local, context, page);
  assert.deepEqual(errors, []);
});

test('an encrypted page from the network does the same, with the browser’s permission', { skip: farSkip }, async () => {
  assert.ok(far);
  const { context, page, errors } = await open(far, ['local-network-access']);
  await walk(far, context, page);
  assert.deepEqual(errors, []);
});

test('without the browser’s permission the page says how to give it, and no operator is asked', {
  skip: farSkip,
}, async () => {
  assert.ok(far);
  const { context, page } = await open(far, []);
  await pairing(page);
  await page.getByText('瀏覽器不允許這個網頁連線到本機').waitFor();
  await page.getByText('網址列左邊的網站資訊').waitFor();
  await isAccessible(page, 'the page without permission');
  assert.deepEqual(
    doors.origins.asking().filter((one) => one.origin === far?.origin),
    [],
  );
  await context.close();
});
