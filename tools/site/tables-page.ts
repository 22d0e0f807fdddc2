/** @module Every code table, and where its codes are used. */

import type { CodeTable, Field, Group } from '../../src/catalogue/schema.ts';
import { type Book, colon, type Lang, layoutsOf } from './book.ts';
import { type Html, html, slug } from './html.ts';
import { apiFile, type Page, pageOf } from './shell.ts';

const usesTable = (part: Field | Group, name: string): boolean =>
  'fields' in part ? Object.values(part.fields).some((field) => field.table === name) : part.table === name;
const usersOf = (book: Book, table: CodeTable) =>
  book.apis.filter(
    (api) =>
      api.results?.includes(table.name) ||
      api.params.some((param) => param.table === table.name) ||
      layoutsOf(api).some(({ spec }) => Object.values(spec.parts).some((part) => usesTable(part, table.name))),
  );

/** What is known of a code besides its name, as marks. */
function marks(table: CodeTable): readonly string[] {
  const keys = new Set(Object.values(table.codes).flatMap((one) => Object.keys(one)));
  return ['number', 'deducts', 'online'].filter((key) => keys.has(key));
}
const markWords: { readonly [mark: string]: { zh: string; en: string } } = {
  number: { zh: '有就醫序號', en: 'has a number' },
  deducts: { zh: '扣可用次數', en: 'takes a visit' },
  online: { zh: '必須連線', en: 'online only' },
};

function tableOf(page: Page, table: CodeTable): Html {
  const { book, word, to } = page;
  const users = usersOf(book, table);
  const columns = marks(table);
  return html`<section id="${slug(table.name)}" class="code-table"><h2>${word(table.title)} <code>${table.name}</code></h2><p class="quiet">${word({ zh: '來源', en: 'source' })}${word(colon)}${table.source}${
    users.length > 0 &&
    html` · ${word({ zh: '用於', en: 'used by' })} ${users.map((api, at) => html`${at > 0 && ', '}<a href="${to(apiFile(api))}">${api.no}</a>`)}`
  }</p><div class="scroll"><table><thead><tr><th scope="col">${word({ zh: '代碼', en: 'code' })}</th><th scope="col">${word({ zh: '意義', en: 'meaning' })}</th>${columns.map(
    (mark) => html`<th scope="col">${word(markWords[mark] ?? { zh: mark, en: mark })}</th>`,
  )}</tr></thead><tbody>${Object.entries(table.codes)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([code, words]) =>
        html`<tr><td><code>${code === '' ? word({ zh: '（空）', en: '(empty)' }) : code.trim() === '' ? word({ zh: '（空白）', en: '(blank)' }) : code}</code></td><td>${word(words)}</td>${columns.map(
          (mark) =>
            html`<td class="number">${(words as { readonly [mark: string]: unknown })[mark] === true ? '✓' : ''}</td>`,
        )}</tr>`,
    )}</tbody></table></div></section>`;
}

export const tablesPage = (book: Book, lang: Lang): string =>
  pageOf(book, lang, 'tables.html', lang === 'zh' ? '代碼表' : 'Code tables', (page) => {
    const { word } = page;
    return html`<h1>${word({ zh: '代碼表', en: 'Code tables' })}</h1>
<nav class="jump" aria-label="${word({ zh: '代碼表', en: 'tables' })}">${book.tables.map((table) => html`<a href="#${slug(table.name)}">${word(table.title)}</a>`)}</nav>
${book.tables.map((table) => tableOf(page, table))}`;
  });
