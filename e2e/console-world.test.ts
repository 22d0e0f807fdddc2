// The page 模擬世界 in a real browser: cards by pointer, keyboard and finger, every switch and every fault, checked at the
// world and not on the screen alone; the power cut under an open page; two windows; what a live installation shows. Long, as one
// world serves all of it.
// deadline: 300
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { badDays } from '../src/console/pages/world/days.ts';
import { processesOf, readDiscovery } from '../src/main/home.ts';
import { faultKinds } from '../src/world/index.ts';
import { isAccessible, launch, noBrowser, quietPage } from '../test/support/browser.ts';
import { settled } from '../test/support/counter.ts';
import { type RunningWorld, runningWorld } from '../test/support/running-world.ts';

const skip = noBrowser;
let world: RunningWorld;
let browser: Browser;
before(async () => {
  if (skip) return;
  world = await runningWorld('normal', { people: 200 });
  browser = await launch();
});
after(async () => {
  if (skip) return;
  await browser.close();
  await world.stop();
});
beforeEach(async () => {
  if (skip) return;
  await world.act('fault', { name: 'off' });
  await world.act('network', { up: true });
  await world.act('clock', { shift: 0 });
  await world.act('offline', { mode: 'delegated' });
  for (const { slot } of (await world.state()).cards) if (slot) await world.act('remove', { card: slot });
});

const [first, second] = ['虛擬讀卡機 1 Virtual Reader 1', '虛擬讀卡機 2 Virtual Reader 2'] as const;
const slotOf = async (handle: string): Promise<string | undefined> =>
  (await world.state()).cards.find((card: { handle: string }) => card.handle === handle)?.slot;
const isIn = (handle: string, slot: string | undefined) => settled(async () => (await slotOf(handle)) === slot);
/** A refusal that the page shows in words is a line in the browser's own console, too. */
const complaints = (noise: readonly string[]) => noise.filter((line) => !line.includes('422'));

async function openPage(options: BrowserContextOptions = {}, at: RunningWorld = world) {
  const opened = await quietPage(browser, at.url, options);
  await opened.page.goto(await at.link());
  await opened.page.locator('nav a[href="#/world"]').click();
  await opened.page.locator('.cards li').first().waitFor();
  return opened;
}
const place = (page: Page, slot: string) => page.locator(`[data-slot="${slot}"]`);
const middle = async (locator: ReturnType<Page['locator']>): Promise<{ x: number; y: number }> => {
  const box = (await locator.boundingBox()) ?? assert.fail('it is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test('a card is dragged into a reader, from one to the other, and out of it', { skip }, async () => {
  const { page, context, noise } = await openPage();
  const drag = async (from: ReturnType<Page['locator']>, slot?: string) => {
    // The readers stay in sight while the page moves.
    await from.scrollIntoViewIfNeeded();
    const { x, y } = await middle(from);
    const to = slot === undefined ? { x: 640, y: 60 } : await middle(place(page, slot));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 10, y + 10);
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
  };
  await drag(page.locator('[data-card=illness] .grip'), first);
  await isIn('illness', first);
  await place(page, first).locator('.lies').waitFor();
  // The click that ends a drag chooses nothing.
  assert.equal(await page.locator('[data-card][aria-pressed=true]').count(), 0);
  await drag(place(page, first).locator('.lies'), second);
  await isIn('illness', second);
  await place(page, second).locator('.lies').waitFor();
  // Onto itself: nothing; let go with Escape: nothing; outside: out.
  const { x, y } = await middle(place(page, second).locator('.lies'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 200, y + 200, { steps: 3 });
  await page.locator('.ghost').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.ghost').waitFor({ state: 'detached' });
  await page.mouse.up();
  assert.equal(await slotOf('illness'), second);
  await drag(place(page, second).locator('.lies'));
  await isIn('illness', undefined);
  assert.deepEqual(noise, []);
  await context.close();
});

test('the same by keyboard alone: choose, insert, take out', { skip }, async () => {
  const { page, context, noise } = await openPage();
  await page.locator('[data-card]').first().focus();
  for (let tries = 0; tries < 30; tries++) {
    if ((await page.evaluate('document.activeElement.dataset.card')) === 'pin') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.locator('button.into:focus').waitFor();
  await isAccessible(page, 'a card is chosen');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.closest("[data-slot]").dataset.slot'), second);
  await page.keyboard.press('Enter');
  await isIn('pin', second);
  await place(page, second).locator('.lies').focus();
  await page.keyboard.press('Delete');
  await isIn('pin', undefined);
  // In the list as well.
  await world.act('insert', { card: 'pin' });
  await page.locator('[data-card=pin] .where').waitFor();
  await page.locator('[data-card=pin]').focus();
  await page.keyboard.press('Delete');
  await isIn('pin', undefined);
  assert.deepEqual(noise, []);
  await context.close();
});

test('a page that has not heard of a change yet takes out the card it shows, not the one that lies there now', {
  skip,
}, async () => {
  await world.act('insert', { card: 'pin', slot: second });
  const { page, context } = await openPage();
  await page.locator('[data-card=pin] .where').waitFor();
  await page.route('**/api/v1/world', (route) => route.abort());
  await world.act('remove', { card: 'pin' });
  await world.act('insert', { card: 'pin', slot: first });
  await world.act('insert', { card: 'illness', slot: second });
  await place(page, second).locator('.lies').focus();
  await page.keyboard.press('Delete');
  await isIn('pin', undefined);
  assert.equal(await slotOf('illness'), second);
  await context.close();
});

test('by finger on 360 pixels: carried by its picture, or by two taps; the words scroll the page', {
  skip,
}, async () => {
  const { page, context, noise } = await openPage({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await isAccessible(page, '360 pixels');
  const finger = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  const swipe = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await touch('touchStart', from.x, from.y);
    for (let step = 1; step <= 8; step++)
      await touch('touchMove', from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8);
    await touch('touchEnd', to.x, to.y);
  };
  const grip = page.locator('[data-card=newborn] .grip');
  await grip.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await swipe(await middle(grip), await middle(place(page, second)));
  await isIn('newborn', second);
  await place(page, second).locator('.lies').waitFor();
  await swipe(await middle(place(page, second).locator('.lies')), { x: 180, y: 700 });
  await isIn('newborn', undefined);
  const words = page.locator('[data-card=newborn] .card-words');
  const before = await page.evaluate('scrollY');
  const from = await middle(words);
  await swipe(from, { x: from.x, y: from.y - 150 });
  await settled(async () => Number(await page.evaluate('scrollY')) > Number(before));
  // A tap while the page still glides ends the gliding, and is none.
  await page.evaluate(`new Promise((done) => {
    let last = -1;
    let still = 0;
    const look = () => {
      still = scrollY === last ? still + 1 : 0;
      last = scrollY;
      still < 20 ? requestAnimationFrame(look) : done();
    };
    look();
  })`);
  await page.locator('[data-card=newborn]').tap();
  await place(page, first).locator('button.into').tap();
  await isIn('newborn', first);
  await place(page, first).getByRole('button', { name: /^抽出/ }).tap();
  await isIn('newborn', undefined);
  assert.deepEqual(noise, []);
  await context.close();
});

test('a card that is torn out while it is written is out, and its visit in doubt until it is put back', {
  skip,
}, async () => {
  const { page, context } = await openPage();
  await world.act('insert', { card: 'normal', slot: first });
  await page.getByRole('button', { name: '寫入途中抽出' }).click();
  await page.locator('[data-fault=tear]').waitFor();
  const answer = await world.call('hisGetSeqNumber256N1', { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' });
  assert.notEqual(answer.code, 0);
  await isIn('normal', undefined);
  await page.locator('[data-fault=tear]').getByText('用完了').waitFor();
  await place(page, first).getByText('空的').waitFor();
  await context.close();
});

test('every switch reaches the world', { skip }, async () => {
  const { page, context, noise } = await openPage();
  for (const link of ['centre', 'sam'] as const) {
    const toggle = page.locator(`[name=link-${link}]`);
    for (const up of [false, true]) {
      await toggle.setChecked(up);
      await settled(async () => (await world.state()).links[link] === up);
      await settled(async () => (await toggle.isChecked()) === up);
    }
  }
  for (const [at, mode] of [
    [1, 'official'],
    [0, 'delegated'],
  ] as const) {
    await page.locator('[name=offline]').nth(at).check();
    await settled(async () => (await world.state()).offlineMode === mode);
  }
  const shift = async (): Promise<number> => (await world.state()).clockShift;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await press('+1 日');
  await settled(async () => (await shift()) === 86_400_000);
  await press('−1 時');
  await settled(async () => (await shift()) === 86_400_000 - 3_600_000);
  await page.getByText('比真實時間快 23時').waitFor();
  await page.locator('[name=clock-to]').fill('2031-02-03T04:05');
  await press('調整');
  await settled(async () => (await world.state()).now.startsWith('1200203040'));
  await page.getByText('2031-02-03 04:05').waitFor();
  const shown = () => page.locator('.world-time time').textContent();
  const one = await shown();
  await settled(async () => (await shown()) !== one);
  await press('調回現在');
  await settled(async () => (await shift()) === 0);
  assert.deepEqual(noise, []);
  await context.close();
});

test('every fault of the list is switched on by its form, counted, and switched off', { skip }, async () => {
  const { page, context, noise } = await openPage();
  await page.getByLabel('找故障').fill('不會有的字');
  await page.getByText('0 種').waitFor();
  await page.getByLabel('找故障').fill('6008');
  await page.getByText('1 種').waitFor();
  for (const kind of faultKinds) {
    await page.getByLabel('找故障').fill(kind.name);
    const form = page.locator(`[data-kind=${kind.name}]`);
    await form.locator('summary').click();
    const killed = processesOf(world.folder).centre?.pid;
    await form.locator('button[type=submit]').click();
    if (kind.lasts === 'now') {
      await settled(() => ![undefined, killed].includes(processesOf(world.folder).centre?.pid));
      continue;
    }
    await page.locator(`[data-fault=${kind.name}]`).waitFor();
    const [on, ...others] = (await world.state()).faults;
    assert.deepEqual(others, []);
    assert.equal(on.name, kind.name);
    assert.equal(on.times, kind.lasts === 'once' ? 1 : undefined, kind.name);
    for (const option of kind.options)
      if (option.default !== undefined && option.kind !== 'flag')
        assert.equal(on.options[option.name], option.default, `${kind.name} ${option.name}`);
    await page.locator(`[data-fault=${kind.name}]`).getByRole('button').click();
    await page.getByText('現在沒有開著的故障').waitFor();
    assert.deepEqual((await world.state()).faults, []);
  }
  // What the form holds beside its defaults arrives as well; what has struck is counted.
  await page.getByLabel('找故障').fill('wrong-sw');
  const form = page.locator('[data-kind=wrong-sw]');
  if (!(await form.locator('button').isVisible())) await form.locator('summary').click();
  await form.locator('[name=sw]').fill('6982');
  await form.locator('[name=role]').selectOption('any');
  await form.locator('[name=acted]').check();
  await form.locator('[name=times]').fill('2');
  await form.locator('button[type=submit]').click();
  const row = page.locator('[data-fault=wrong-sw]');
  await row.getByText('發生 0 次，還有 2 次').waitFor();
  const [{ options, times }] = (await world.state()).faults;
  assert.deepEqual({ ...options, times }, { sw: '6982', at: 0, role: 'any', acted: true, times: 2 });
  await world.act('insert', { card: 'normal' });
  await row.getByText('發生 2 次，用完了').waitFor();
  await isAccessible(page, 'a fault is on');
  assert.deepEqual(complaints(noise), []);
  await context.close();
});

test('every day that goes wrong does, and all is back to normal by one button', { skip }, async () => {
  const { page, context, noise } = await openPage();
  for (const day of badDays.filter(({ name }) => name !== 'power-cut')) {
    await page.getByRole('button', { name: day.title.zh, exact: true }).click();
    await page.locator('.message.warning', { hasText: day.title.zh }).waitFor();
    const state = await world.state();
    for (const { action, body } of day.steps) {
      if (action === 'network') assert.deepEqual(state.links, { centre: false, sam: false });
      if (action === 'offline') assert.equal(state.offlineMode, 'official');
      if (action === 'clock') assert.equal(state.clockShift, (body as { shift: number }).shift);
      if (action === 'fault') {
        const [{ id: _id, struck: _struck, ...on }] = state.faults;
        assert.deepEqual(on, body);
      }
    }
    await page.getByRole('button', { name: '全部恢復正常' }).click();
    await settled(async () => {
      const { links, faults, clockShift, offlineMode } = await world.state();
      return links.centre && links.sam && faults.length === 0 && clockShift === 0 && offlineMode === 'delegated';
    });
    await page.locator('.message.good').first().waitFor();
    const close = page.locator('.message button');
    for (let left = await close.count(); left > 0; left--) await close.first().click();
  }
  assert.deepEqual(noise, []);
  await context.close();
});

test('the power is cut under an open page, which says so and comes back by itself', { skip }, async () => {
  const { page, context } = await openPage();
  const processes = Object.values(processesOf(world.folder)).map(({ pid }) => pid);
  assert.equal(processes.length, 3);
  await page.locator('[name=seconds]').fill('3');
  await page.getByRole('button', { name: '停電', exact: true }).click();
  await page.getByRole('alert').getByText('停電了').waitFor();
  await settled(() => Object.keys(processesOf(world.folder)).length === 0);
  await page.getByText('控制軟體沒有回應').waitFor();
  await isAccessible(page, 'while it is dark');
  await page.locator('.message.good', { hasText: '電力恢復' }).waitFor();
  await page.locator('.outage').waitFor({ state: 'detached' });
  assert.ok(readDiscovery(world.folder));
  for (const { pid } of Object.values(processesOf(world.folder))) assert.ok(!processes.includes(pid));
  // And works as before.
  await page.locator('[data-card=normal]').click();
  await place(page, first).locator('button.into').click();
  await isIn('normal', first);
  await context.close();
});

test('a card is looked into, a field is written, what does not fit is refused in words', { skip }, async () => {
  const { page, context, noise } = await openPage();
  await page.getByRole('button', { name: '看 restricted 的內容' }).click();
  const dialog = page.getByRole('dialog');
  const available = dialog.locator('[name="validity.available"]');
  await dialog.getByText('有效期限與可用次數').click();
  await isAccessible(page, 'a card is open');
  const write = async (text: string) => {
    await available.fill(text);
    await available.press('Enter');
  };
  await write('many');
  await dialog.getByRole('alert').getByText('應為').waitFor();
  await isAccessible(page, 'a field is wrong');
  const stored = async () =>
    ((await world.act('show', { card: 'restricted' })) as { files: { validity: { available: number } } }).files.validity
      .available;
  assert.equal(await stored(), 6);
  await write('0');
  await settled(async () => (await stored()) === 0);
  await dialog.getByText('可用次數為 0').waitFor();
  await world.act('insert', { card: 'restricted' });
  await dialog.getByText('要修改請先抽出').waitFor();
  assert.ok(await available.isDisabled());
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual(complaints(noise), []);
  await context.close();
});

test('people are found, and given a card', { skip }, async () => {
  const { page, context, noise } = await openPage();
  await page.getByText('顯示前 50 人').waitFor();
  const row = page.locator('.people tbody tr').nth(30);
  const name = (await row.locator('th').textContent()) ?? '';
  const id = (await row.locator('td').first().textContent()) ?? '';
  await page.getByLabel('找人').fill(id);
  await page.getByRole('button', { name: `製卡 ${name}` }).click();
  await page.locator('.message.good', { hasText: '已選好' }).waitFor();
  await place(page, first)
    .getByRole('button', { name: `放入 ${id.toLowerCase()}` })
    .click();
  await isIn(id.toLowerCase(), first);
  await page.getByLabel('卡片代號').fill('Not A Name');
  await page.getByRole('button', { name: '製卡', exact: true }).click();
  await page.locator('.message.red', { hasText: '小寫英數字' }).waitFor();
  await page.getByLabel('卡片代號').fill('patient-1');
  await page.getByLabel('哪一種').selectOption('locked');
  await page.getByRole('button', { name: '製卡', exact: true }).click();
  await page.locator('[data-card=patient-1]', { hasText: '密碼已鎖' }).waitFor();
  await page.getByLabel('找卡片').fill('密碼已鎖');
  await settled(async () => (await page.locator('[data-card]').count()) === 2);
  assert.deepEqual(complaints(noise), []);
  await context.close();
});

test('two windows show the same', { skip }, async () => {
  const one = await openPage();
  const other = await openPage();
  await one.page.locator('[data-card=expired]').click();
  await place(one.page, second).locator('button.into').click();
  await place(other.page, second).getByText('expired', { exact: true }).waitFor();
  await other.page.locator('[name=link-sam]').setChecked(false);
  await settled(async () => !(await one.page.locator('[name=link-sam]').isChecked()));
  await one.page.getByRole('button', { name: '讀卡機沒反應' }).click();
  await other.page.locator('[data-fault=reader-timeout]').waitFor();
  await other.page.locator('[data-fault=reader-timeout]').getByRole('button').click();
  await one.page.getByText('現在沒有開著的故障').waitFor();
  await one.context.close();
  await other.context.close();
});

test('axe finds nothing, in both languages, light and dark, wide and narrow, with everything unfolded', {
  skip,
}, async () => {
  await world.act('insert', { card: 'cancelled' });
  await world.act('fault', { name: 'network-slow', options: { ms: 1 }, times: 3 });
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const) {
    const { page, context, noise } = await openPage({ viewport: { width, height: 800 }, colorScheme });
    for (const language of ['zh', 'en']) {
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      await isAccessible(page, `${width} ${colorScheme} ${language}`);
      await page.locator('button.language').click();
    }
    assert.deepEqual(noise, []);
    await context.close();
  }
});

test('that nothing is real is said without colour, on every page, in the title and on paper', { skip }, async () => {
  const { page, context } = await openPage();
  for (const link of await page.locator('nav.pages a').all()) {
    await link.click();
    assert.match((await page.locator('header .simulated').textContent()) ?? '', /模擬/);
    await settled(async () => /模擬.*–/.test(await page.title()));
  }
  await page.emulateMedia({ media: 'print' });
  assert.match(String(await page.evaluate("getComputedStyle(document.body, '::after').content")), /模擬 SIMULATED/);
  await context.close();
});

test('a live installation neither shows the page nor loads it', { skip }, async () => {
  for (const live of [false, true]) {
    const { page, context } = await quietPage(browser, world.url);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.route('**/api/v1/status', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), ...(live ? { simulated: false } : {}) } });
    });
    await page.goto(await world.link());
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate("location.hash = '#/world'");
    await page.reload();
    await page.getByRole('heading', { level: 1, name: live ? '櫃台' : '模擬世界' }).waitFor();
    assert.equal(await page.locator('nav a[href="#/world"]').count(), live ? 0 : 1);
    assert.equal(await page.locator('.simulated').count(), live ? 0 : 1);
    assert.equal(
      asked.some((url) => /chunk-world|api\/v1\/world/.test(url)),
      !live,
    );
    await context.close();
  }
});

test('the pad of a dedicated reader takes the PIN that it waits for, and its cancel key, wherever one is in the console', {
  skip,
}, async (t) => {
  const dedicated = await runningWorld('pin', { profile: '3.5' });
  t.after(() => dedicated.stop());
  const { page, context } = await openPage({}, dedicated);
  assert.equal(await page.locator('[data-slot]').count(), 3);
  await page.getByText('沒有在等密碼').waitFor();
  assert.equal((await dedicated.call('csOpenCom', { Comport: 0 })).code, 0);
  for (const [press, code] of [
    ['取消', 5109],
    ['確定', 0],
  ] as const) {
    const answer = dedicated.call('csVerifyHCPIN');
    const dialog = page.getByRole('dialog');
    await dialog.locator('input').fill('1234');
    await page.locator('.pad', { hasText: '到 6 位' }).waitFor();
    await isAccessible(page, 'the pad waits');
    await dialog.getByRole('button', { name: press }).click();
    assert.equal((await answer).code, code);
  }
  await context.close();
});
