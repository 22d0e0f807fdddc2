// The PIN dialog in a real browser: who asks, how many tries are left, the last one with consent; gone with its asker, and
// what was typed is nowhere afterwards. deadline: 120
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, noBrowser, quietPage } from '../test/support/browser.ts';
import { leaks } from '../test/support/canary.ts';
import { type Doors, openDoors } from '../test/support/doors.ts';

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
async function openConsole() {
  const opened = await quietPage(browser, doors.http.url);
  await opened.page.goto(`${doors.http.url}/#code=${doors.tokens.newCode()}`);
  await opened.page.getByRole('heading', { name: '櫃台' }).waitFor();
  return opened;
}
/** A site's log-in, as far as the PIN; answers the code that it ended with. */
function logIn(signal?: AbortSignal): Promise<number> {
  const nonce = 'n'.repeat(43);
  return doors.control.logIn({ cards: 'hc', origin, nonce, ...(signal ? { signal } : {}) }).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
}
const dialogOf = (page: Page) => page.getByRole('dialog');

test('the dialog names the origin that asks, and closes when its page leaves', { skip }, async () => {
  doors.bench.insert('pin');
  const { page, context, noise } = await openConsole();
  const gone = new AbortController();
  const asked = logIn(gone.signal);
  await dialogOf(page).getByText(origin).waitFor();
  gone.abort();
  await dialogOf(page).waitFor({ state: 'hidden' });
  assert.equal(await asked, 5109);
  assert.deepEqual(noise, []);
  await context.close();
  doors.bench.remove();
});

test('a card that is taken out closes the dialog', { skip }, async () => {
  doors.bench.insert('pin');
  const { page, context } = await openConsole();
  const asked = logIn();
  await dialogOf(page).getByText(origin).waitFor();
  doors.bench.remove();
  await dialogOf(page).waitFor({ state: 'hidden' });
  assert.notEqual(await asked, 0);
  await context.close();
});

test('what is typed stands nowhere afterwards; the last try is not spent without consent', { skip }, async () => {
  doors.bench.insert('pin');
  const { page, context } = await openConsole();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  const type = async (left: number): Promise<number> => {
    const asked = logIn();
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
    const code = await asked;
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
