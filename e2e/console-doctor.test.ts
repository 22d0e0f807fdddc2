// 健檢 and 求助 in a real browser: what breaks comes, what was mended goes, the button mends and takes back, and the questions of NHI's
// list are found and answered. deadline: 120
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { faq } from '../src/catalogue/index.ts';
import { isAccessible, launch, noBrowser, openConsole } from '../test/support/browser.ts';
import { type Doors, openDoors } from '../test/support/doors.ts';

const skip = noBrowser;
let doors: Doors;
let browser: Browser;
before(async () => {
  if (skip) return;
  process.env.OPENCSHIS_PCSC = 'off';
  doors = await openDoors();
  browser = await launch();
});
after(async () => {
  if (skip) return;
  await browser.close();
  await doors.close();
});

test('a file that others may read is found, mended and undone, by keyboard, with its words in both languages', {
  skip,
}, async () => {
  const file = join(doors.folder, 'origins.json');
  writeFileSync(file, '{}');
  chmodSync(file, 0o644);
  const mode = (): number => statSync(file).mode & 0o777;
  const { page, context, noise } = await openConsole(browser, doors);
  await page.getByRole('link', { name: '健檢' }).press('Enter');
  const finding = page.locator('[data-finding="disk.modes"]');
  await finding.waitFor();
  for (const language of ['zh', 'en']) {
    await isAccessible(page, `findings, ${language}`);
    await page.locator('button.language').press('Enter');
  }
  await finding.getByRole('button', { name: '修復…' }).press('Enter');
  await page.getByRole('dialog').getByText('origins.json').waitFor();
  await isAccessible(page, 'before it is mended');
  await page.getByRole('dialog').getByRole('button', { name: '修復' }).press('Enter');
  await finding.waitFor({ state: 'detached' });
  assert.equal(mode(), 0o600);
  await page.getByRole('button', { name: /^復原/ }).press('Enter');
  await finding.waitFor();
  assert.equal(mode(), 0o644);
  // Mended by somebody else: it goes by itself, or at once by the key.
  assert.equal((await doors.post('operator', '/api/v1/doctor/mend', { fix: 'modes' })).status, 200);
  await page.keyboard.press('F9');
  await finding.waitFor({ state: 'detached' });
  assert.deepEqual(noise, []);
  await context.close();
});

test('a look that brings nothing is told, and goes with the next that does', { skip }, async () => {
  const { page, context } = await openConsole(browser, doors);
  await page.route('**/api/v1/doctor', (route) => route.abort());
  await page.getByRole('link', { name: '健檢' }).press('Enter');
  const told = page.getByText('這次沒有檢查成功');
  await told.waitFor();
  await isAccessible(page, 'not examined');
  await page.unroute('**/api/v1/doctor');
  await page.getByText('檢查了什麼').waitFor();
  await told.waitFor({ state: 'detached' });
  await context.close();
});

test("each of NHI's questions is answered in Help, for this machine as it stands", { skip }, async () => {
  assert.equal((await doors.post('program', '/api/v1/call/csVerifySAMDC')).json.code, 0);
  const { page, context, noise } = await openConsole(browser, doors);
  await page.getByRole('link', { name: '說明' }).press('Enter');
  for (const { no, question, steps } of faq) {
    // By pointer: the beginning of Help takes the focus when it comes, and a key would be lost.
    await page.locator(`a[href="#/help/q${no}"]`).first().click();
    await page.getByRole('heading', { level: 2, name: question.zh }).waitFor();
    assert.equal(await page.locator('.help ol > li').count(), steps.length);
    await page.evaluate("location.hash = '#/help'");
  }
  await page.evaluate("location.hash = '#/help/q3'");
  // The institution is this machine's own, in the words and in the command.
  await page.locator('.here-and-now').getByText('3501200000').waitFor();
  await page.getByText('pHospID=3501200000').waitFor();
  await isAccessible(page, 'a question');
  doors.world.board.set({ links: { centre: false, sam: false } });
  await page.evaluate("location.hash = '#/help/q7'");
  await page.locator('.here-and-now').getByText('網路不通').waitFor();
  assert.deepEqual(noise, []);
  await context.close();
});

test('the mail is filled in once and kept, the bundle is seen and taken', { skip }, async () => {
  const { page, context, noise } = await openConsole(browser, doors);
  await page.getByRole('link', { name: '求助' }).press('Enter');
  await page.getByText('還缺').first().waitFor();
  await page.locator('[name=name]').fill('測試診所');
  await page.locator('[name=detail]').fill('讀不到卡片');
  await page.getByRole('button', { name: '記下' }).press('Enter');
  await page.locator('.letter').first().getByText('測試診所').waitFor();
  await page.reload();
  await page.locator('.letter').first().getByText('讀不到卡片').waitFor();
  assert.equal(await page.locator('[name=name]').inputValue(), '測試診所');
  for (const summary of await page.locator('summary').all()) await summary.press('Enter');
  for (const language of ['zh', 'en']) {
    await isAccessible(page, `support, ${language}`);
    await page.locator('button.language').press('Enter');
  }
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下載（ZIP）' }).press('Enter');
  const bytes = readFileSync(await (await download).path());
  assert.equal(bytes.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  assert.ok(!bytes.includes('測試診所'));
  assert.deepEqual(noise, []);
  await context.close();
});
