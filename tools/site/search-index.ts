/** @module What the search knows: one row a thing, small enough to be loaded whole, as a script, since `file:` fetches nothing. */

import { type Book, isReserved, type Lang } from './book.ts';
import { codeAnchor } from './errors-page.ts';
import { literal, slug } from './html.ts';
import { apiFile } from './shell.ts';

/** Number or code, title, name, address, kind, other words. */
type Row = readonly [key: string, title: string, name: string, address: string, kind: string, words: string];

export function searchRows(book: Book, lang: Lang): readonly Row[] {
  const other: Lang = lang === 'zh' ? 'en' : 'zh';
  const kinds = {
    api: { zh: '函式', en: 'function' },
    code: { zh: '回傳代碼', en: 'return code' },
    table: { zh: '代碼表', en: 'code table' },
    term: { zh: '名詞', en: 'term' },
  } as const;
  return [
    ...book.apis.map(
      (api): Row => [
        /^\d/.test(api.no) ? api.no : '',
        api.title[lang],
        api.name,
        apiFile(api),
        kinds.api[lang],
        [...api.aliases, api.title[other], ...(api.no === '1.53' ? ['掛號', 'registration'] : [])].join(' '),
      ],
    ),
    ...book.errors
      .filter((entry) => !isReserved(entry))
      .map(
        (entry): Row => [
          String(entry.code),
          entry[lang],
          '',
          `errors.html#${codeAnchor(entry.code)}`,
          kinds.code[lang],
          entry[other],
        ],
      ),
    ...book.tables.map(
      (table): Row => [
        '',
        table.title[lang],
        table.name,
        `tables.html#${slug(table.name)}`,
        kinds.table[lang],
        [table.title[other], ...Object.entries(table.codes).map(([code, words]) => `${code} ${words[lang]}`)].join(' '),
      ],
    ),
    ...book.terms.map(
      (term): Row => ['', term.title[lang], '', `glossary.html#${slug(term.id)}`, kinds.term[lang], term.title[other]],
    ),
  ];
}

export const searchScript = (book: Book, lang: Lang): string =>
  `globalThis.cshisIndex = [\n${searchRows(book, lang)
    .map((row) => literal(row))
    .join(',\n')}\n];\n`;
