// A whole day at a counter, worked in the page by keyboard alone, in Chinese and again in English: registrations, a PIN card,
// a cut network, a card that is torn out, a power cut, and what is left in the evening. Judged by the journal and the centre.
// deadline: 280
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { isAccessible, launch, noBrowser } from '../test/support/browser.ts';
import { type ConsoleWorld, consoleWorld, hasFocus, openConsole, reach } from '../test/support/console-world.ts';

const skip = noBrowser;
let browser: Browser;
before(async () => {
  if (!skip) browser = await launch();
});
after(async () => {
  if (!skip) await browser.close();
});

/** What somebody reads on the page, in either language. */
const words = {
  zh: {
    registered: '掛號完成',
    genuine: '簽章正確',
    card: '已插入健保卡',
    again: '這張卡剛剛掛過號',
    pin: /^請輸入健保卡密碼/,
    wrong: '還可以試 2 次',
    retry: '再試一次',
    past: '過去就醫',
    undo: '退掛',
    sure: '確定退掛',
    undone: '已退掛',
    noNetwork: '網路不通',
    offline: '離線簽章',
    doubt: '尚不確定：請把同一張卡片放回讀卡機',
    checked: '已核對',
    away: '控制軟體沒有回應',
    exception: '異常登錄完成',
    recover: '補取',
    recovered: '已補取就醫識別碼',
    settled: '日誌都已送達資料中心',
    newborn: '新生兒註記',
    why: '原因',
    stated: '看診時間',
    id: '身分證號',
    also: '同時取得',
    second: '同日第二次就醫',
    twice: '再掛一次',
  },
  en: {
    registered: 'Registered',
    genuine: 'the signature is genuine',
    card: 'Health card inserted',
    again: 'This card was registered a moment ago',
    pin: /^PIN of the health card/,
    wrong: '2 tries left',
    retry: 'Try again',
    past: 'Past visits',
    undo: 'Undo',
    sure: 'Yes, undo',
    undone: 'Undone',
    noNetwork: 'no network',
    offline: 'signed offline',
    doubt: 'In doubt: put the card back',
    checked: 'Checked',
    away: 'the control software does not answer',
    exception: 'Exception registered',
    recover: 'Recover',
    recovered: 'Identifier recovered',
    settled: 'All of the journal is at the centre',
    newborn: 'Newborn mark',
    why: 'Why',
    stated: 'Time of the visit',
    id: 'Id number',
    also: 'Also get',
    second: 'a second visit of the day',
    twice: 'Register again',
  },
} as const;

const focused = (page: Page) => page.locator(':focus').getAttribute('id');

/** Puts a card in, and waits until the page has read it; whatever had the focus still has it. */
async function insert(page: Page, world: ConsoleWorld, card: string, announced: string): Promise<void> {
  await world.act('insert', { card });
  const face = (await world.act('show', { card })) as { files: { basic: { name: string } } };
  await page.locator('p.unseen', { hasText: `${announced}` }).waitFor({ state: 'attached' });
  await page.getByRole('heading', { level: 2, name: face.files.basic.name, exact: true }).waitFor();
  await page.locator('.allows li').first().waitFor();
  assert.equal(await focused(page), 'register', 'a card steals no focus');
}
const closeMessages = async (page: Page): Promise<void> => {
  for (let left = await page.locator('.message').count(); left > 0; left--) await page.keyboard.press('Escape');
};
const identifierShown = (page: Page): Promise<string> => page.locator('.identifier output').innerText();

for (const language of ['zh', 'en'] as const)
  test(`a day at a counter, by keyboard, ${language}`, { skip }, async () => {
    const w = words[language];
    const world = await consoleWorld();
    const { page, context, noise } = await openConsole(browser, world, language);
    const said = (text: string) => page.locator('.message', { hasText: text }).first().waitFor();
    try {
      // An ordinary patient: in, Enter, done.
      const first = await world.personOf('normal');
      await insert(page, world, 'normal', w.card);
      await page.keyboard.press('Enter');
      await said(w.registered);
      await page.getByText(w.genuine).waitFor();
      assert.equal(await focused(page), 'register', 'where the next patient begins');
      const [visit] = await world.ledger(first);
      assert.equal(await identifierShown(page), visit?.treatNum);
      await isAccessible(page, 'registered');
      await closeMessages(page);

      // Enter once more is asked about, and is the second visit of the day.
      await page.keyboard.press('F9');
      await page.getByRole('dialog', { name: w.again }).waitFor();
      await isAccessible(page, 'again?');
      await page.keyboard.press('Escape');
      assert.equal((await world.journal()).length, 1);
      await page.keyboard.press('F9');
      await reach(page, page.getByRole('button', { name: w.twice }));
      await page.keyboard.press('Enter');
      await said(w.second);
      await closeMessages(page);

      // One of them is taken back.
      await page.keyboard.press('F2');
      const past = page.getByRole('dialog', { name: w.past });
      await reach(page, past.getByRole('button', { name: w.undo, exact: true }));
      await isAccessible(page, 'past visits');
      await page.keyboard.press('Enter');
      await past.getByRole('button', { name: w.sure }).waitFor();
      await isAccessible(page, 'undo?');
      await reach(page, past.getByRole('button', { name: w.sure }));
      await page.keyboard.press('Enter');
      await said(w.undone);
      const ledger = await world.ledger(first);
      assert.deepEqual(ledger.map((event) => event.type).sort(), ['undo', 'visit', 'visit']);
      await closeMessages(page);
      await world.act('remove');

      // A card with a PIN: not needed to register, asked for to see more; wrong once.
      await insert(page, world, 'pin', w.card);
      await page.keyboard.press('F2');
      const pin = page.getByRole('dialog', { name: w.pin });
      await pin.waitFor();
      await isAccessible(page, 'PIN');
      await page.keyboard.type('9999');
      await page.keyboard.press('Enter');
      await page.getByText(w.wrong).first().waitFor();
      await isAccessible(page, 'wrong PIN');
      await reach(page, page.getByRole('button', { name: w.retry }));
      await page.keyboard.press('Enter');
      await pin.waitFor();
      await page.keyboard.type('1234');
      await page.keyboard.press('Enter');
      await pin.waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await past.waitFor({ state: 'detached' });
      assert.equal(await focused(page), 'register');
      await page.keyboard.press('Enter');
      await said(w.registered);
      const second = await world.personOf('pin');
      assert.equal(await identifierShown(page), (await world.ledger(second))[0]?.treatNum);
      await closeMessages(page);
      await world.act('remove');

      // The network is cut: visits are signed all the same, and wait.
      await world.act('network', { up: false });
      await insert(page, world, 'illness', w.card);
      await page.keyboard.press('F9');
      await said(w.registered);
      await page.locator('header a.waiting', { hasText: w.noNetwork }).waitFor();
      await page.getByText(w.offline).waitFor();
      await isAccessible(page, 'offline');
      await closeMessages(page);
      await world.act('remove');

      // The card is torn out while it is written: in doubt until it is back, and there once.
      const baby = await world.personOf('newborn');
      await insert(page, world, 'newborn', w.card);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      assert.ok(await hasFocus(page.getByLabel(w.newborn)));
      await page.keyboard.press('ArrowDown');
      assert.equal(await page.getByLabel(w.newborn).inputValue(), 'A');
      await world.act('fault', { name: 'tear', options: { ins: '8022', acted: true } });
      await page.keyboard.press('F9');
      await page.locator('.doubt', { hasText: w.doubt }).waitFor();
      await said('5007');
      await isAccessible(page, 'in doubt');
      assert.equal((await world.journal()).filter((entry) => entry.state === 'prepared').length, 1);
      await world.act('insert', { card: 'newborn' });
      await page.locator('.doubt', { hasText: w.doubt }).waitFor({ state: 'detached' });
      await said(w.checked);
      await closeMessages(page);
      await page.getByLabel(w.newborn).waitFor();
      await page.getByLabel(w.newborn).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('F9');
      await said(w.registered);
      const torn = (await world.journal()).filter((entry) => entry.events[0]?.personId === baby);
      assert.deepEqual(
        torn.map((entry) => [entry.state, entry.events[0]?.treatNum]),
        [['done', await identifierShown(page)]],
      );
      await closeMessages(page);
      await reach(page, page.locator('#register'));
      await world.act('remove');

      // The power goes, and comes back, under the open page; a patient of that hour is entered by hand.
      await world.powerOff();
      await page.getByText(w.away).first().waitFor();
      await isAccessible(page, 'no control software');
      await world.powerOn();
      await page.getByText(w.away).first().waitFor({ state: 'detached' });
      const absent = await world.personOf('restricted');
      await page.keyboard.press('F4');
      await isAccessible(page, 'exception');
      await page.keyboard.type(absent);
      await reach(page, page.getByRole('dialog').getByLabel(w.why));
      await page.keyboard.type('C000');
      assert.equal(await page.getByRole('dialog').getByLabel(w.why).inputValue(), 'C000');
      await reach(page, page.getByLabel(w.also));
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await said(w.exception);
      await closeMessages(page);

      // The evening: the network is back, what waited goes out, the exception gets its identifier.
      await world.act('network', { up: true });
      await page.keyboard.press('Alt+2');
      await reach(page, page.getByRole('button', { name: w.recover }));
      await isAccessible(page, 'the day');
      await page.keyboard.press('Enter');
      await said(w.recovered);
      await page.getByText(w.settled).waitFor();
      const late = await world.ledger(absent);
      assert.deepEqual(late.map((event) => event.type).sort(), ['exception', 'no-card']);
      assert.equal(
        late.find((event) => event.type === 'no-card')?.linkedTo,
        late.find((event) => event.type === 'exception')?.id,
      );
      for (const card of ['illness', 'newborn'])
        assert.equal(
          (await world.ledger(await world.personOf(card))).filter((event) => event.type === 'visit').length,
          1,
        );
      const open = await world.op<readonly unknown[]>('journal', { which: 'open' });
      assert.deepEqual(open, []);

      // And the day as a file.
      const saved = page.waitForEvent('download');
      await reach(page, page.getByRole('button', { name: 'CSV' }));
      await page.keyboard.press('Enter');
      const csv = readFileSync(await (await saved).path(), 'utf8');
      assert.ok(csv.startsWith('\ufeff'));
      assert.equal(csv.trim().split('\r\n').length - 1, (await world.journal()).length);
      assert.deepEqual(
        noise.filter((line) => !/Failed to load resource|WebSocket connection|ERR_CONNECTION/.test(line)),
        [],
      );
    } finally {
      await context.close();
      await world.stop();
    }
  });
