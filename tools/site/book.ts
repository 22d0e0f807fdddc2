/** @module What the site is made of. Everything comes by argument, so that a test can hand in something hostile. */

import type { Say } from '../../src/base/say.ts';
import type { Api, CodeTable, ErrorEntry, RecordSpec } from '../../src/catalogue/schema.ts';
import type { Term } from '../../src/catalogue/terms.ts';

export interface Book {
  readonly apis: readonly Api[];
  readonly errors: readonly ErrorEntry[];
  readonly tables: readonly CodeTable[];
  readonly terms: readonly Term[];
  readonly version: string;
}

export type Lang = 'zh' | 'en';
export const languages: readonly Lang[] = ['zh', 'en'];
export const tagOf: { readonly [lang in Lang]: string } = { zh: 'zh-Hant-TW', en: 'en' };

/** A sentence in a language; the other one is never shown in its place. */
export type Word = (words: Say) => string;
export const wordIn =
  (lang: Lang): Word =>
  (words) =>
    words[lang];

/** Between a word and what it says, in each language's own form. */
export const colon: Say = { zh: '：', en: ': ' };

/** Reserved codes stand together: twenty entries that say the same help nobody. */
export const isReserved = (entry: ErrorEntry): boolean => entry.en === 'reserved';

/** Every layout of a function: a parameter's own, then its variants. */
export function layoutsOf(api: Api): { param: string; marker?: string; spec: RecordSpec }[] {
  return api.params.flatMap((param) => [
    ...(param.record ? [{ param: param.name, spec: param.record }] : []),
    ...Object.entries(param.variants ?? {}).map(([marker, spec]) => ({ param: param.name, marker, spec })),
  ]);
}
