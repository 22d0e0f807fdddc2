/** @module Every return code: meaning, cause, remedy, which functions answer it, and how to make it happen. */

import { resultMeaning } from '../../src/catalogue/index.ts';
import type { ErrorEntry } from '../../src/catalogue/schema.ts';
import { type Book, colon, isReserved, type Lang } from './book.ts';
import { type Content, type Html, html, slug } from './html.ts';
import { apiFile, type Page, pageOf } from './shell.ts';

interface Band {
  readonly from: number;
  readonly to: number;
  readonly zh: string;
  readonly en: string;
}
const bands: readonly Band[] = [
  { from: -32768, to: 3999, zh: '成功與本機', en: 'Success, and this machine' },
  {
    from: 4000,
    to: 4999,
    zh: '4000：讀卡機、卡片、安全模組、網路',
    en: '4000: reader, cards, security module, network',
  },
  { from: 5000, to: 5099, zh: '5000：就醫與寫入', en: '5000: visits and writing' },
  { from: 5100, to: 5199, zh: '5100：密碼、更新、退掛', en: '5100: PINs, updates, undoing' },
  { from: 5200, to: 6999, zh: '6000：認證、上傳、參數', en: '6000: verification, uploads, parameters' },
  { from: 7000, to: 32767, zh: '9000：資料中心', en: '9000: the data centre' },
];
export const codeAnchor = (code: number): string => `c${slug(String(code))}`;

function entryOf({ book, word, to }: Page, entry: ErrorEntry): Html {
  const uses = book.apis.filter((api) => api.returns.includes(entry.code) && !resultMeaning(api, entry.code));
  return html`<article class="entry" id="${codeAnchor(entry.code)}"><h3><a class="code" href="#${codeAnchor(entry.code)}">${entry.code}</a> ${word(entry)}${
    entry.data && entry.code !== 0 && html` <span class="tag">${word({ zh: '資料有效', en: 'data valid' })}</span>`
  }</h3><dl><dt>${word({ zh: '原因', en: 'cause' })}</dt><dd>${word(entry.cause)}</dd><dt>${word({ zh: '怎麼辦', en: 'what to do' })}</dt><dd>${word(entry.todo)}</dd>${
    entry.reachBy !== undefined &&
    html`<dt>${word({ zh: '在模擬世界重現', en: 'try it in a simulated world' })}</dt><dd><code>opencshis world fault ${entry.reachBy}</code></dd>`
  }${
    uses.length > 0 &&
    html`<dt>${word({ zh: '函式', en: 'functions' })}</dt><dd>${
      uses.length > book.apis.length / 3
        ? html`<details><summary>${word({ zh: `${uses.length} 個函式`, en: `${uses.length} functions` })}</summary>${links(uses, to)}</details>`
        : links(uses, to)
    }</dd>`
  }</dl></article>`;
}
const links = (uses: Book['apis'], to: Page['to']): Content =>
  uses.map((api, at) => html`${at > 0 && ' · '}<a href="${to(apiFile(api))}" title="${api.name}">${api.no}</a>`);

export const errorsPage = (book: Book, lang: Lang): string =>
  pageOf(book, lang, 'errors.html', lang === 'zh' ? '回傳代碼' : 'Return codes', (page) => {
    const { word } = page;
    const reserved = book.errors.filter(isReserved);
    const spoken = book.errors.filter((entry) => !isReserved(entry));
    const inBand = (band: Band) => spoken.filter((entry) => entry.code >= band.from && entry.code <= band.to);
    return html`<h1>${word({ zh: '回傳代碼', en: 'Return codes' })}</h1>
<p>${word({
      zh: '0、5010、5141、5174 的回傳資料有效；其他代碼不會動到緩衝區與長度，也沒有寫入任何東西，除非說明另有交代。',
      en: 'With 0, 5010, 5141 and 5174 the data are valid. Any other code leaves buffer and length as they were, and has written nothing unless its words say otherwise.',
    })} <code>opencshis explain 5010</code></p>
<nav class="jump" aria-label="${word({ zh: '範圍', en: 'ranges' })}">${bands
      .filter((band) => inBand(band).length > 0)
      .map((band, at) => html`<a href="#band-${at}">${word(band)}</a>`)}</nav>
${bands
  .filter((band) => inBand(band).length > 0)
  .map(
    (band, at) =>
      html`<section aria-labelledby="band-${at}"><h2 id="band-${at}">${word(band)}</h2><div class="entries">${inBand(band).map((entry) => entryOf(page, entry))}</div></section>`,
  )}${
  reserved.length > 0 &&
  html`<section aria-labelledby="reserved"><h2 id="reserved">${word({ zh: '保留', en: 'Reserved' })}</h2><p>${reserved[0] && word(reserved[0])}${word(colon)}${reserved[0] && word(reserved[0].todo)}</p><ul class="inline">${reserved.map(
    (entry) => html`<li id="${codeAnchor(entry.code)}">${entry.code}</li>`,
  )}</ul></section>`
}`;
  });
