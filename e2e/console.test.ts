// The console's frame in a real browser: the link, the languages, the keyboard, narrow screens, what axe finds.
// deadline: 120
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { isAccessible, launch, noBrowser, quietPage } from '../test/support/browser.ts';
import { type Doors, openDoors } from '../test/support/doors.ts';

const skip = noBrowser;
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
const newLink = (): string => `${doors.http.url}/#code=${doors.tokens.newCode()}`;

test('a link opens the console once, and leaves nothing in the address', { skip }, async () => {
  const link = newLink();
  const { page, context, noise } = await quietPage(browser, doors.http.url);
  await page.goto(link);
  await page.getByRole('heading', { name: '櫃台' }).waitFor();
  assert.equal(page.url(), `${doors.http.url}/#/counter`);
  assert.deepEqual(await context.cookies(), []);
  await page.reload();
  await page.getByRole('heading', { name: '櫃台' }).waitFor();
  assert.deepEqual(noise, []);
  await context.close();
  const second = await quietPage(browser, doors.http.url);
  await second.page.goto(link);
  await second.page.getByText('opencshis open').waitFor();
  await isAccessible(second.page, 'without a link');
  await second.context.close();
});

test('the page that was chosen last is shown, though another comes later', { skip }, async () => {
  const { page, context, noise } = await quietPage(browser, doors.http.url);
  await page.goto(newLink());
  await page.getByRole('heading', { level: 1, name: '櫃台' }).waitFor();
  let late = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    late = resolve;
  });
  await page.route('**/assets/*security*', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/assets/*security*');
  await page.getByRole('link', { name: '安全模組' }).press('Enter');
  await asked;
  await page.getByRole('link', { name: '說明' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '說明' }).waitFor();
  const came = page.waitForResponse('**/assets/*security*');
  late();
  await (await came).finished();
  // What has come is run before the next question to the page is answered.
  await page.evaluate('new Promise((done) => setTimeout(done, 200))');
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), '說明');
  assert.deepEqual(noise, []);
  await context.close();
});

test('every page opens in both languages, light and dark, wide and narrow, and axe finds nothing', {
  skip,
}, async () => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    const { page, context, noise } = await quietPage(browser, doors.http.url, {
      viewport: { width, height: 800 },
      colorScheme,
    });
    await page.goto(newLink());
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const language of ['zh-Hant-TW', 'en']) {
      const links = page.getByRole('navigation').getByRole('link');
      await links.nth(8).waitFor();
      assert.equal(await links.count(), 9);
      for (let index = 0; index < 9; index++) {
        const link = links.nth(index);
        const name = (await link.textContent()) ?? '';
        await link.press('Enter');
        await page.getByRole('heading', { level: 1, name }).waitFor();
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        await isAccessible(page, `${name}, ${width}, ${colorScheme}`);
      }
      await page.locator('button.language').press('Enter');
    }
    assert.deepEqual(noise, []);
    await context.close();
  }
});
