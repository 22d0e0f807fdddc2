// The API reference in a real browser, from files as a reader opens them: search, languages, dark mode, keyboard,
// narrow screens, print, and what axe finds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launch, noBrowser } from '../test/support/browser.ts';
import { buildSite } from '../tools/build-site.ts';

const skip = noBrowser;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
  }[];
}
let site = '';
let browser: Browser;
before(async () => {
  site = pathToFileURL(`${buildSite().folder}/`).href;
  if (skip) return;
  browser = await launch();
});
after(async () => {
  if (!skip) await browser.close();
});

/** Opens a page of the site, has something done there, and holds it to quiet: no error, no word of the policy, no request. */
async function at(file: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-TW', ...options });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site)) noise.push(request.url());
  });
  try {
    await page.goto(`${site}${file}`);
    await look(page);
    assert.deepEqual(noise, []);
  } finally {
    await context.close();
  }
}
const seen = [
  'zh/index.html',
  'en/index.html',
  'zh/errors.html',
  'en/errors.html',
  'zh/api/hisWriteMultiPrescriptSign.html',
  'en/api/hisGetTreatmentNoNeedHPC.html',
  'zh/api/hisGetTreatmentNeedHPC.html',
  'en/tables.html',
  'zh/api/hisGetCardStatus.html',
  'zh/guide.html',
  'en/glossary.html',
];

test('the search finds a code, a word and a name, by keyboard alone', { skip }, async () => {
  for (const [typed, title, address] of [
    ['5010', '同一天看診兩科', 'zh/errors.html#c5010'],
    ['掛號', '', 'zh/api/'],
    ['csgethospid', '讀取安全模組院所代碼', 'zh/api/csGetHospID.html'],
    ['1.49', '多筆處方箋寫入並回傳簽章', 'zh/api/hisWriteMultiPrescriptSign.html'],
    ['treatment identifier', '', 'zh/'],
  ] as const)
    await at('zh/index.html', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type(typed);
      const first = page.locator('#results [aria-selected=true]');
      await first.waitFor();
      assert.ok((await first.textContent())?.includes(title), typed);
      assert.equal(await page.locator('#search').getAttribute('aria-expanded'), 'true');
      assert.equal(await page.locator('#search').getAttribute('aria-activedescendant'), await first.getAttribute('id'));
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.href.startsWith(`${site}${address}`));
    });
});

test('the search moves by arrows, closes by Escape, says when there is nothing, and works by mouse', {
  skip,
}, async () => {
  await at('en/api/hisGetBasicData.html', {}, async (page) => {
    const search = page.locator('#search');
    await search.fill('prescription');
    const options = page.locator('#results [role=option]');
    await options.nth(2).waitFor();
    await search.press('ArrowDown');
    assert.equal(await options.nth(1).getAttribute('aria-selected'), 'true');
    await search.press('ArrowUp');
    await search.press('ArrowUp');
    assert.equal(await options.last().getAttribute('aria-selected'), 'true');
    await search.press('Escape');
    assert.equal(await page.locator('#results').isVisible(), false);
    await search.fill('qqqq');
    await page.locator('#results .none').waitFor();
    await search.fill('csOpenCom');
    await page.locator('#results [role=option]').first().click();
    await page.waitForURL((url) => url.href.endsWith('en/api/csOpenCom.html'));
  });
});

test('the door goes to the language of the reader; the switch keeps page and place', { skip }, async () => {
  await at('index.html', {}, (page) => page.waitForURL((url) => url.href.endsWith('zh/index.html')));
  await at('index.html', { locale: 'en-GB' }, (page) => page.waitForURL((url) => url.href.endsWith('en/index.html')));
  await at('zh/errors.html#c5010', {}, async (page) => {
    await page.locator('a.language').click();
    await page.waitForURL((url) => url.href.endsWith('en/errors.html#c5010'));
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.ok(await page.locator('#c5010').isVisible());
  });
});

test('dark follows the system, and the button is remembered', { skip }, async () => {
  const paper = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  let light = '';
  await at('zh/index.html', { colorScheme: 'light' }, async (page) => {
    light = await paper(page);
    await page.locator('#theme').click();
    assert.equal(await page.locator('#theme').getAttribute('aria-pressed'), 'true');
    const dark = await paper(page);
    assert.notEqual(dark, light);
    await page.goto(`${site}zh/errors.html`);
    assert.equal(await paper(page), dark);
  });
  await at('zh/index.html', { colorScheme: 'dark' }, async (page) => assert.notEqual(await paper(page), light));
});

test('samples are tabs for keyboard and mouse, and the choice goes along', { skip }, async () => {
  await at('zh/api/hisGetBasicData.html', {}, async (page) => {
    const tabs = page.getByRole('tab');
    assert.equal(await tabs.count(), 8);
    await tabs.first().focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await tabs.last().getAttribute('aria-selected'), 'true');
    await page.getByRole('tab', { name: 'Python' }).click();
    assert.equal(await page.getByRole('tabpanel').count(), 1);
    assert.match((await page.getByRole('tabpanel').textContent()) ?? '', /byref\(iBufferLen\)/);
    await page.goto(`${site}zh/api/csOpenCom.html`);
    assert.equal(await page.getByRole('tab', { name: 'Python' }).getAttribute('aria-selected'), 'true');
  });
});

test('without a script every sample is there, and nothing that would not work', { skip }, async () => {
  await at('zh/api/hisGetBasicData.html', { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator('.panel pre').count(), 8);
    assert.ok(await page.locator('.panel pre').last().isVisible());
    assert.equal(await page.locator('#search').isVisible(), false);
    assert.equal(await page.locator('#theme').isVisible(), false);
  });
});

test('the keyboard reaches the content first, and every stop can be seen', { skip }, async () => {
  await at('en/api/hisGetTreatmentNeedHPC.html', {}, async (page) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.id'), 'content');
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      assert.notEqual(outline, 'none');
    }
  });
});

test('360 pixels wide, no page scrolls sideways', { skip }, async () => {
  for (const file of seen)
    await at(file, { viewport: { width: 360, height: 740 } }, async (page) => {
      const [wide = 0, room = 0] = await page.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
      assert.ok(wide <= room, `${file}: ${wide} of ${room}`);
    });
});

test('on paper there is no navigation, and the layouts keep their colours', { skip }, async () => {
  await at('zh/api/hisGetTreatmentNoNeedHPC.html', {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.top', '.side', '.tab-bar', '.turn'])
      assert.equal(await page.locator(part).isVisible(), false, part);
    assert.ok(await page.locator('.tape').first().isVisible());
    assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
  });
});

test('axe finds nothing, light or dark, wide or narrow', { skip }, async () => {
  // axe is put in from outside, which the page's own policy would not let anybody do.
  // Colours are the same on every page: dark is looked at where there are the most of them.
  const colourful = ['zh/index.html', 'en/errors.html', 'zh/api/hisWriteMultiPrescriptSign.html'];
  for (const file of seen)
    for (const options of [
      { colorScheme: 'light', viewport: { width: 1280, height: 900 } } as const,
      ...(colourful.includes(file) ? [{ colorScheme: 'dark', viewport: { width: 360, height: 740 } } as const] : []),
    ])
      await at(file, { ...options, bypassCSP: true }, async (page) => {
        await page.evaluate(axe);
        const { violations } = await page.evaluate<Found>('axe.run({ preload: false })');
        const found = violations.map((one) => `${one.id}: ${one.nodes[0]?.target} ${one.nodes[0]?.failureSummary}`);
        assert.deepEqual(found, [], `${file} ${options.colorScheme}`);
      });
});
