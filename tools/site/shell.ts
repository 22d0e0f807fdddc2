/** @module What every page has: head with its policy, search, navigation, language switch, foot. */

import type { Say } from '../../src/base/say.ts';
import type { Api } from '../../src/catalogue/schema.ts';
import { type Book, type Lang, languages, tagOf, type Word, wordIn } from './book.ts';
import { type Content, type Html, html, slug } from './html.ts';
import { chaptersOf } from './themes.ts';

export const apiFile = (api: Api): string => `api/${slug(api.name)}.html`;

/** A page of one language on its way: how it names others, and what language it speaks. */
export interface Page {
  readonly book: Book;
  readonly lang: Lang;
  readonly word: Word;
  /** From this page's folder to a file of the same language. */
  readonly to: (file: string) => string;
}

/** Scripts and styles are files of the site; nothing else is ever loaded. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

export function head(title: string, lang: string, up: string): Html {
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}assets/site.css">
<script src="${up}assets/theme.js"></script>`;
}

const places: readonly (readonly [file: string, words: Say])[] = [
  ['index.html', { zh: '函式', en: 'Functions' }],
  ['errors.html', { zh: '回傳代碼', en: 'Return codes' }],
  ['tables.html', { zh: '代碼表', en: 'Code tables' }],
  ['guide.html', { zh: '使用說明', en: 'Guide' }],
  ['glossary.html', { zh: '名詞', en: 'Glossary' }],
];

function sidebar({ book, word, to }: Page, file: string): Html {
  return html`<nav class="side" aria-label="${word({ zh: '所有函式', en: 'all functions' })}">${chaptersOf(
    book.apis,
  ).map(
    (chapter) =>
      html`<h2>${word(chapter.title)}</h2><ul>${chapter.apis.map(
        (api) =>
          html`<li><a href="${to(apiFile(api))}"${file === apiFile(api) && html` aria-current="page"`}><span class="no">${
            /^\d/.test(api.no) ? api.no : '·'
          }</span> ${api.name}</a></li>`,
      )}</ul>`,
  )}</nav>`;
}

/** A whole page at `file` (`index.html`, `api/hisGetBasicData.html`) of one language. */
export function pageOf(
  book: Book,
  lang: Lang,
  file: string,
  title: string,
  content: (page: Page) => Content,
  options: { readonly side?: boolean } = {},
): string {
  const word = wordIn(lang);
  const up = '../'.repeat(file.split('/').length);
  const here = '../'.repeat(file.split('/').length - 1);
  const page: Page = { book, lang, word, to: (other) => `${here}${other}` };
  const product = word({ zh: 'OpenCSHIS 函式參考', en: 'OpenCSHIS API reference' });
  return html`${head(title === product ? product : `${title} · OpenCSHIS`, tagOf[lang], up)}
${languages
  .filter((other) => other !== lang)
  .map(
    (other) => html`<link rel="alternate" hreflang="${tagOf[other]}" href="${up}${other}/${file}">\n`,
  )}<script src="${up}assets/site.js" defer></script>
</head>
<body data-index="${up}assets/search-${lang}.js" data-home="${here === '' ? './' : here}">
<a class="skip" href="#content">${word({ zh: '跳到內容', en: 'Skip to content' })}</a>
<header class="top">
<a class="brand" href="${page.to('index.html')}"><svg viewBox="0 0 24 24" aria-hidden="true"><rect x="1.5" y="4" width="21" height="16" rx="2.5"></rect><path d="M5 10h5v5H5zM13 10h6M13 14.5h4"></path></svg>OpenCSHIS</a>
<div class="search" role="search" hidden>
<input type="search" id="search" role="combobox" autocomplete="off" spellcheck="false" aria-expanded="false" aria-controls="results" aria-autocomplete="list" aria-label="${word(
    { zh: '搜尋函式、代碼、名詞', en: 'search functions, codes, terms' },
  )}" placeholder="${word({ zh: '搜尋：5010、掛號、1.53', en: 'Search: 5010, register, 1.53' })}" data-none="${word({
    zh: '找不到',
    en: 'nothing found',
  })}"><kbd aria-hidden="true">/</kbd>
<ul id="results" role="listbox" aria-label="${word({ zh: '搜尋結果', en: 'results' })}" hidden></ul>
</div>
<nav class="places" aria-label="${word({ zh: '主要頁面', en: 'pages' })}">${places.map(
    ([place, words]) =>
      html`<a href="${page.to(place)}"${(place === file || (place === 'index.html' && file.startsWith('api/'))) && html` aria-current="${place === file ? 'page' : 'true'}"`}>${word(words)}</a>`,
  )}</nav>
<div class="tools">${languages
    .filter((other) => other !== lang)
    .map(
      (other) =>
        html`<a class="language" lang="${tagOf[other]}" hreflang="${tagOf[other]}" href="${up}${other}/${file}">${other === 'zh' ? '中文' : 'English'}</a>`,
    )}<button type="button" id="theme" hidden aria-label="${word({ zh: '切換深色', en: 'switch dark mode' })}" title="${word(
    {
      zh: '深色／淺色',
      en: 'dark or light',
    },
  )}"><svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8"></circle><path d="M12 4a8 8 0 0 1 0 16z"></path></svg></button></div>
</header>
<div class="frame${options.side ? ' with-side' : ''}">${options.side && sidebar(page, file)}
<main id="content" tabindex="-1">${content(page)}</main>
</div>
<footer class="foot"><p>${word({
    zh: `OpenCSHIS ${book.version} · 由函式目錄產生，與程式使用的是同一份資料`,
    en: `OpenCSHIS ${book.version} · made from the catalogue that the program itself uses`,
  })}</p></footer>
</body>
</html>
`.text;
}
