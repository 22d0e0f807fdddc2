// The console under what a long day brings: two windows, a control software that dies, ten thousand events, a lost connection.
// deadline: 240
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { isAccessible, launch, noBrowser } from '../test/support/browser.ts';
import { type ConsoleWorld, consoleWorld, openConsole } from '../test/support/console-world.ts';
import { ask } from '../test/support/doors.ts';

const skip = noBrowser;
let browser: Browser;
let world: ConsoleWorld;
before(async () => {
  if (skip) return;
  browser = await launch();
  world = await consoleWorld();
});
after(async () => {
  if (skip) return;
  await browser.close();
  await world.stop();
});
const patient = (page: Page) => page.locator('.patient h2');
const dialog = (page: Page) => page.getByRole('dialog', { name: '請輸入健保卡密碼' });

test('two windows: a registration in one shows in the other, a PIN typed in one closes in the other', {
  skip,
}, async () => {
  const one = await openConsole(browser, world);
  const other = await openConsole(browser, world);
  await other.page.keyboard.press('Alt+2');
  await other.page.getByText('共 0 筆').waitFor();
  await world.act('insert', { card: 'normal' });
  await patient(one.page).waitFor();
  await one.page.locator('.allows li').first().waitFor();
  await one.page.keyboard.press('Enter');
  await other.page.getByText('共 1 筆').waitFor();
  const identifier = await one.page.locator('.identifier output').innerText();
  await other.page.getByRole('cell', { name: identifier }).waitFor();
  await world.act('remove');

  await other.page.keyboard.press('Alt+1');
  await world.act('insert', { card: 'pin' });
  await one.page.getByText('設有密碼').waitFor();
  await one.page.keyboard.press('F2');
  await dialog(one.page).waitFor();
  await dialog(other.page).waitFor();
  await other.page.keyboard.type('1234');
  await other.page.keyboard.press('Enter');
  await dialog(one.page).waitFor({ state: 'detached' });
  await dialog(other.page).waitFor({ state: 'detached' });
  await one.page.getByText('卡片上沒有就醫紀錄').waitFor();

  // The card goes while its PIN is asked for: nobody is asked any longer.
  await world.act('remove');
  await one.page.keyboard.press('Escape');
  await world.act('insert', { card: 'pin' });
  await one.page.getByText('設有密碼').waitFor();
  await one.page.keyboard.press('F2');
  await dialog(one.page).waitFor();
  await world.act('remove');
  await dialog(one.page).waitFor({ state: 'detached' });
  await dialog(other.page).waitFor({ state: 'detached' });
  await one.context.close();
  await other.context.close();
});

test('two cards: one is chosen; a card that is no health card, and its reader, say so', { skip }, async () => {
  const { page, context } = await openConsole(browser, world);
  await world.act('insert', { card: 'normal' });
  await patient(page).waitFor();
  const first = await patient(page).innerText();
  await world.act('insert', { card: 'illness' });
  await page.getByText('有兩張卡').waitFor();
  await isAccessible(page, 'two cards');
  assert.notEqual(await patient(page).innerText(), first, 'the one that came last');
  await page.keyboard.press('F8');
  await patient(page).filter({ hasText: first }).waitFor();
  await world.act('remove', { card: 'illness' });
  await page.getByText('有兩張卡').waitFor({ state: 'detached' });
  await world.act('remove', { card: 'normal' });
  await world.act('insert', { card: 'doctor' });
  await page.locator('.hint.warning', { hasText: '不是健保卡' }).waitFor();
  await isAccessible(page, 'another card');
  await world.act('remove', { card: 'doctor' });
  await page.locator('.hint', { hasText: '請插入健保卡' }).waitFor();
  await context.close();
});

test('a cancelled card says so before it is registered, and its refusal says what to do', { skip }, async () => {
  const { page, context } = await openConsole(browser, world);
  await world.act('insert', { card: 'cancelled' });
  await page.getByText('卡片已註銷，不能掛號').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.message.red', { hasText: '5002' }).locator('.todo').waitFor();
  await isAccessible(page, 'refused');
  await world.act('remove');
  await context.close();
});

test('the security module is verified and restarted from its page', { skip }, async () => {
  const { page, context } = await openConsole(browser, world);
  await page.keyboard.press('Alt+3');
  await page.getByText('已與資料中心認證').waitFor();
  await page.keyboard.press('F9');
  await page.locator('.message', { hasText: '認證成功' }).waitFor();
  await page.getByText('使用中').waitFor();
  await world.act('network', { up: false });
  await page.keyboard.press('F9');
  await page.locator('.doubt', { hasText: '4061' }).waitFor();
  await isAccessible(page, 'the last failure');
  await world.act('network', { up: true });
  await page.keyboard.press('F9');
  await page.locator('.doubt').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '重新啟動' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '重新啟動' }).press('Enter');
  await page.locator('.message', { hasText: '已重新啟動' }).waitFor();
  await context.close();
});

test('the control software dies in mid-registration under the open page, which asks again and has one visit', {
  skip,
}, async () => {
  const { page, context } = await openConsole(browser, world);
  await world.act('insert', { card: 'newborn' });
  await patient(page).waitFor();
  await page.locator('.allows li').first().waitFor();
  const person = await world.personOf('newborn');
  await page.keyboard.press('Enter');
  world.crash();
  await page.getByText('控制軟體沒有回應，重新連線中').waitFor();
  await page.getByText('掛號還沒有回覆').waitFor();
  await isAccessible(page, 'not answered');
  await page.locator('.message.good', { hasText: '掛號完成' }).waitFor();
  const visits = (await world.ledger(person)).filter((event) => event.type === 'visit');
  assert.deepEqual(
    visits.map((event) => event.treatNum),
    [await page.locator('.identifier output').innerText()],
  );
  await context.close();
});

test('a page left open for a day: ten thousand events and a lost connection later it is as small, and right', {
  skip,
}, async () => {
  const { page, context } = await openConsole(browser, world);
  await page.keyboard.press('Alt+2');
  await page.getByRole('table').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await events(2000);
  const early = await size(session);
  await events(8000);
  const late = await size(session);
  assert.ok(late.nodes < early.nodes + 200, `DOM nodes: ${early.nodes}, then ${late.nodes}`);
  assert.ok(late.heap < early.heap * 1.3 + 1e6, `heap: ${early.heap}, then ${late.heap}`);
  const before = await page.getByRole('row').count();
  world.crash();
  await page.getByText('控制軟體沒有回應').first().waitFor();
  await page.getByText('控制軟體沒有回應').first().waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('row').count(), before);
  await page.keyboard.press('Alt+1');
  await patient(page).waitFor();
  await context.close();
});

/** Calls of a program, each of which every console hears of. */
async function events(count: number): Promise<void> {
  const port = Number(new URL(world.url).port);
  const headers = { 'content-type': 'application/json', 'x-opencshis-token': world.token() };
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await ask({ port }, 'POST', '/api/v1/call/csGetVersion', { headers, body: '{}' });
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
async function size(session: CDPSession): Promise<{ nodes: number; heap: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return { nodes: of('Nodes'), heap: of('JSHeapUsedSize') };
}
