// The PIN dialog in a real browser: who asks, how many tries are left, the last one with consent; gone with its asker, and
// what was typed is nowhere afterwards. deadline: 120
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, noBrowser, openConsole, quietPage } from '../test/support/browser.ts';
import { leaks } from '../test/support/canary.ts';
import { type Doors, openDoors, until } from '../test/support/doors.ts';

const skip = noBrowser;
const origin = 'https://vpn.example';
const canary = '739154';
let doors: Doors;
let browser: Browser;
before(async () => {
  if (skip) return;
  doors = await openDoors();
  browser = await launch();
});
after(async () => {
  if (skip) return;
  await browser.close();
  await doors.close();
});
/** A site's log-in, when it has come to the PIN; `code` is what it ends with. */
async function logIn(signal?: AbortSignal): Promise<{ readonly code: Promise<number> }> {
  const nonce = 'n'.repeat(43);
  let ended: number | undefined;
  const code = doors.control.logIn({ cards: 'hc', origin, nonce, ...(signal ? { signal } : {}) }).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
  code.then((one) => (ended = one));
  await until('it asks for the PIN', () => ended !== undefined || doors.control.pinRequests().length === 1);
  assert.equal(ended, undefined, `it ended with ${ended}`);
  return { code };
}
const dialogOf = (page: Page) => page.getByRole('dialog');

test('the dialog names the origin that asks, and closes when its page leaves', { skip }, async () => {
  doors.bench.insert('pin');
  const { page, context } = await openConsole(browser, doors);
  const gone = new AbortController();
  const asked = await logIn(gone.signal);
  await dialogOf(page).getByText(origin).waitFor();
  gone.abort();
  await dialogOf(page).waitFor({ state: 'hidden' });
  assert.equal(await asked.code, 5109);
  await context.close();
  doors.bench.remove();
});

test('a card that is taken out closes the dialog', { skip }, async () => {
  doors.bench.insert('pin');
  const { page, context } = await openConsole(browser, doors);
  const asked = await logIn();
  await dialogOf(page).getByText(origin).waitFor();
  doors.bench.remove();
  await dialogOf(page).waitFor({ state: 'hidden' });
  assert.notEqual(await asked.code, 0);
  await context.close();
});

test('a question that comes while the page still reads what there was is not lost', {
  skip,
}, async () => {
  doors.bench.insert('pin');
  const { page, context } = await quietPage(browser, doors.http.url);
  const gone = new AbortController();
  let asked: Awaited<ReturnType<typeof logIn>> | undefined;
  // The first answer was on its way when the PIN was asked for.
  let answers = 0;
  await page.route('**/api/v1/pin', async (route) => {
    const response = await route.fetch();
    answers += 1;
    if (answers === 1) {
      asked = await logIn(gone.signal);
      await dialogOf(page).getByText(origin).waitFor();
    }
    await route.fulfill({ response });
  });
  await page.goto(`${doors.http.url}/#code=${doors.tokens.newCode()}`);
  await until('it read twice', () => answers === 2);
  await page.waitForTimeout(300);
  assert.ok(await dialogOf(page).getByText(origin).isVisible());
  gone.abort();
  assert.equal(await asked?.code, 5109);
  await dialogOf(page).waitFor({ state: 'hidden' });
  await context.close();
  doors.bench.remove();
});

test('what is typed stands nowhere afterwards; the last try is not spent without consent', { skip }, async () => {
  doors.bench.insert('pin');
  const { page, context } = await openConsole(browser, doors);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  const type = async (left: number): Promise<number> => {
    const asked = await logIn();
    await dialogOf(page).getByText(`還可以試 ${left} 次`).waitFor();
    await dialogOf(page).locator('input[type=password]').fill(canary);
    if (left === 1) {
      await page.keyboard.press('Enter');
      await new Promise((resolve) => setTimeout(resolve, 200));
      assert.equal(doors.control.pinRequests().length, 1, 'without consent nothing is sent');
      assert.equal(((await doors.act('show', { card: 'pin' })) as { triesLeft: number }).triesLeft, 1);
      await dialogOf(page).getByRole('checkbox').check();
    }
    await dialogOf(page).getByRole('button', { name: '確定' }).click();
    const code = await asked.code;
    await dialogOf(page).waitFor({ state: 'hidden' });
    return code;
  };
  assert.deepEqual([await type(3), await type(2), await type(1)], [5102, 5102, 5102]);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const places = {
    page: await page.content(),
    kept,
    addresses: sent.join('\n'),
    trace: JSON.stringify(doors.control.trace()),
    metrics: (await doors.get('program', '/metrics')).text,
  };
  for (const [place, text] of Object.entries(places)) assert.deepEqual(leaks(text, { canary }), [], place);
  await context.close();
  doors.bench.remove();
});
