/** @module The first page of a language: what this is, the order of calls at a counter, every function by theme. */

import type { Say } from '../../src/base/say.ts';
import type { Book, Lang } from './book.ts';
import { type Html, html } from './html.ts';
import { apiFile, type Page, pageOf } from './shell.ts';
import { chaptersOf } from './themes.ts';

/** A patient at the counter, call by call. */
const walk: readonly (readonly [no: string, words: Say])[] = [
  ['1.31', { zh: '開啟讀卡機', en: 'open the reader' }],
  ['2.1', { zh: '認證安全模組', en: 'verify the security module' }],
  ['1.1', { zh: '這是誰', en: 'who is it' }],
  ['1.38', { zh: '卡片還能用嗎', en: 'is the card good' }],
  ['1.53', { zh: '掛號', en: 'register' }],
  ['1.47', { zh: '寫入診斷與費用', en: 'write diagnoses and fees' }],
  ['1.49', { zh: '寫入處方並簽章', en: 'write and sign prescriptions' }],
  ['1.32', { zh: '關閉讀卡機', en: 'close the reader' }],
];

function counter({ book, word, to }: Page): Html {
  return html`<section class="walk" aria-labelledby="walk"><h2 id="walk">${word({ zh: '一位病人，八個呼叫', en: 'One patient, eight calls' })}</h2><ol>${walk.flatMap(
    ([no, words]) => {
      const api = book.apis.find((one) => one.no === no);
      return api
        ? [
            html`<li><a href="${to(apiFile(api))}"><b>${no}</b><span>${word(words)}</span><code>${api.name}</code></a></li>`,
          ]
        : [];
    },
  )}</ol></section>`;
}

export const indexPage = (book: Book, lang: Lang): string =>
  pageOf(book, lang, 'index.html', lang === 'zh' ? 'OpenCSHIS 函式參考' : 'OpenCSHIS API reference', (page) => {
    const { word, to } = page;
    return html`<div class="hero"><h1>${word({ zh: '健保卡讀卡機控制軟體 函式參考', en: 'The NHI card API, function by function' })}</h1>
<p>${word({
      zh: `${book.apis.length} 個函式、每個緩衝區的每個位元組、${book.errors.length} 個回傳代碼，以及八種語言的範例。按 / 開始搜尋。`,
      en: `${book.apis.length} functions, every byte of every buffer, ${book.errors.length} return codes, and samples in eight languages. Press / to search.`,
    })}</p></div>
${counter(page)}
${chaptersOf(book.apis).map(
  (chapter) =>
    html`<section class="chapter" aria-labelledby="theme-${chapter.id}"><h2 id="theme-${chapter.id}">${word(chapter.title)}</h2><p class="quiet">${word(chapter.words)}</p><ul class="functions">${chapter.apis.map(
      (api) =>
        html`<li><a href="${to(apiFile(api))}"><span class="no">${/^\d/.test(api.no) ? api.no : '·'}</span><span class="title">${word(api.title)}</span><code>${api.name}</code></a>${
          api.deprecated &&
          html`<span class="tag warn">${word({ zh: '已停用', en: 'deprecated' })} → ${api.deprecated.replacedBy}</span>`
        }</li>`,
    )}</ul></section>`,
)}`;
  });
