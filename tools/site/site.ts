/** @module The whole site as files in memory: the same catalogue, the same bytes. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allTables, apis, errors, terms } from '../../src/catalogue/index.ts';
import { type Book, languages, tagOf } from './book.ts';
import { errorsPage } from './errors-page.ts';
import { functionPage } from './function-page.ts';
import { html } from './html.ts';
import { indexPage } from './index-page.ts';
import { widthRules } from './ruler.ts';
import { searchScript } from './search-index.ts';
import { apiFile, head } from './shell.ts';
import { tablesPage } from './tables-page.ts';
import { glossaryPage, guidePage } from './text-pages.ts';

/** File names, with `/`, and what is in them. */
export type Site = ReadonlyMap<string, string>;

const asset = (name: string): string => readFileSync(path.join(import.meta.dirname, 'assets', name), 'utf8');

/** Everything that the catalogue declares. */
export const ourBook = (version: string): Book => ({
  apis,
  errors,
  tables: allTables,
  terms,
  version,
});

/** The door: both languages to choose from; a script goes on to the reader's own. */
const door = (): string =>
  html`${head('OpenCSHIS', 'zh-Hant-TW', '')}
<script src="assets/door.js" defer></script>
</head>
<body class="door">
<main><h1>OpenCSHIS</h1><p><a href="zh/index.html">函式參考（繁體中文）</a></p><p lang="en"><a href="en/index.html" hreflang="${tagOf.en}">API reference (English)</a></p></main>
</body>
</html>
`.text;

export function siteOf(book: Book): Site {
  const files = new Map<string, string>([
    ['index.html', door()],
    ['assets/site.css', `${asset('site.css')}\n${widthRules(book)}\n`],
    ...['site.js', 'theme.js', 'door.js', 'icon.svg'].map((name) => [`assets/${name}`, asset(name)] as const),
  ]);
  for (const lang of languages) {
    files.set(`assets/search-${lang}.js`, searchScript(book, lang));
    files.set(`${lang}/index.html`, indexPage(book, lang));
    files.set(`${lang}/errors.html`, errorsPage(book, lang));
    files.set(`${lang}/tables.html`, tablesPage(book, lang));
    files.set(`${lang}/guide.html`, guidePage(book, lang));
    files.set(`${lang}/glossary.html`, glossaryPage(book, lang));
    for (const api of book.apis) files.set(`${lang}/${apiFile(api)}`, functionPage(book, lang, api));
  }
  return files;
}
