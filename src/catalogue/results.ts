/** @module What a value that a function returns means: a result by the function's own tables, else a return code. */

import type { Say } from '../base/say.ts';
import { errorByCode } from './errors/index.ts';
import type { Api, CodeTable } from './schema.ts';
import * as tables from './tables/index.ts';

const tableNamed = (name: string): CodeTable | undefined =>
  (tables as unknown as { readonly [name: string]: CodeTable | undefined })[name];

/** The tables that say what its results mean; a function whose value is a code has none. */
export const resultTables = (api: Api): readonly CodeTable[] =>
  (api.results ?? []).flatMap((name) => tableNamed(name) ?? []);

/** The meaning of a result, in the words of every table that knows it. */
export function resultMeaning(api: Api, code: number): Say | undefined {
  const meanings = resultTables(api).flatMap((one) => one.codes[String(code)] ?? []);
  if (meanings.length === 0) return undefined;
  const distinct = (lang: keyof Say): string => [...new Set(meanings.map((one) => one[lang]))].join(' / ');
  return { zh: distinct('zh'), en: distinct('en') };
}
export const returnMeaning = (api: Api, code: number): Say => {
  const entry = errorByCode(code);
  return resultMeaning(api, code) ?? { zh: entry?.zh ?? '', en: entry?.en ?? '' };
};
