/** @module Finds by number, name or words, in either language; an exact number or name comes first. */

import type { Words } from '../../client/index.ts';
import { type Book, titleOf } from './types.ts';

export interface Entry {
  readonly kind: 'api' | 'code' | 'table' | 'term' | 'faq' | 'keys';
  /** What names it exactly: a number, a section, a name. */
  readonly keys: readonly string[];
  readonly title: Words;
  /** Shown before the title. */
  readonly label: string;
  /** Other words by which it is found. */
  readonly words: string;
  /** Where Help shows it: the parts behind `#/help/`. */
  readonly at: string;
  readonly deprecated: boolean;
}

/** Full width and half width, upper and lower case are one. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

export function entriesOf(book: Book): Entry[] {
  return [
    ...book.apis.map(
      (api): Entry => ({
        kind: 'api',
        keys: [api.no, api.name, ...api.aliases],
        title: api.title,
        label: titleOf(api),
        words: [api.about?.zh, api.about?.en].join(' '),
        at: api.no,
        deprecated: api.deprecated !== null,
      }),
    ),
    ...book.codes.map(
      (entry): Entry => ({
        kind: 'code',
        keys: [String(entry.code)],
        title: { zh: entry.zh, en: entry.en },
        label: String(entry.code),
        words: [entry.cause.zh, entry.cause.en, entry.todo.zh, entry.todo.en].join(' '),
        at: String(entry.code),
        deprecated: false,
      }),
    ),
    ...book.tables.map(
      (table): Entry => ({
        kind: 'table',
        keys: [table.name],
        title: table.title,
        label: table.name,
        words: Object.entries(table.codes)
          .map(([code, words]) => `${code} ${words.zh} ${words.en}`)
          .join(' '),
        at: `table-${table.name}`,
        deprecated: false,
      }),
    ),
    ...book.terms.map(
      (term): Entry => ({
        kind: 'term',
        keys: [term.id],
        title: term.title,
        label: '',
        words: `${term.words.zh} ${term.words.en}`,
        at: `term-${term.id}`,
        deprecated: false,
      }),
    ),
    ...book.faq.map(
      (one): Entry => ({
        kind: 'faq',
        keys: [`q${one.no}`],
        title: one.question,
        label: `Q${one.no}`,
        words: [one.answer, ...one.steps.map(({ say }) => say)].map(({ zh, en }) => `${zh} ${en}`).join(' '),
        at: `q${one.no}`,
        deprecated: false,
      }),
    ),
    {
      kind: 'keys',
      keys: ['keys'],
      title: { zh: '主控台的鍵盤操作', en: 'The console by keyboard' },
      label: '',
      words: '快速鍵 鍵盤 keyboard shortcut',
      at: 'keys',
      deprecated: false,
    },
  ];
}

/** How well a word fits, the least is best; undefined where it does not. */
function fit(
  entry: { readonly keys: readonly string[]; readonly title: string; readonly words: string },
  word: string,
): number | undefined {
  if (entry.keys.includes(word)) return 0;
  if (entry.keys.some((key) => key.startsWith(word))) return 1;
  if (entry.keys.some((key) => key.includes(word))) return 2;
  if (entry.title.startsWith(word)) return 2;
  if (entry.title.includes(word)) return 3;
  return entry.words.includes(word) ? 5 : undefined;
}

/** A search over entries that are made ready once. */
export function searchIn(entries: readonly Entry[]): (query: string) => Entry[] {
  const ready = entries.map((entry) => ({
    entry,
    keys: entry.keys.map(plain),
    title: plain(`${entry.title.zh} ${entry.title.en}`),
    words: plain(entry.words),
  }));
  return (query) => {
    const whole = plain(query);
    const words = whole.split(/\s+/).filter(Boolean);
    if (words.length === 0) return [...entries];
    return ready
      .flatMap((one) => {
        if (one.keys.includes(whole)) return [{ entry: one.entry, rank: -1 }];
        const fits = words.map((word) => fit(one, word));
        return fits.includes(undefined)
          ? []
          : [{ entry: one.entry, rank: fits.reduce<number>((sum, each) => sum + (each ?? 0), 0) / words.length }];
      })
      .sort((one, other) => one.rank - other.rank)
      .map(({ entry }) => entry);
  };
}
