/** @module What a value that a function returns means: a result by the function's own tables, else a return code. */

import type { Say } from '../base/say.ts';
import { errorByCode } from './errors/index.ts';
import type { Api, CodeTable } from './schema.ts';
import * as tables from './tables/index.ts';

/** Every code table. */
export const allTables: readonly CodeTable[] = Object.values(tables).filter(
  (one): one is CodeTable & typeof one => typeof one === 'object' && one !== null && 'codes' in one,
);
const tableNamed = (name: string): CodeTable | undefined =>
  (tables as unknown as { readonly [name: string]: CodeTable | undefined })[name];

/** The tables that say what its results mean; a function whose value is a code has none. */
export const resultTables = (api: Api): readonly CodeTable[] =>
  (api.results ?? []).flatMap((name) => tableNamed(name) ?? []);

/** The meaning of a result: by the table that the inputs choose; where they are not known, of every table that knows it. */
export function resultMeaning(
  api: Api,
  code: number,
  inputs: { readonly [param: string]: unknown } = {},
): Say | undefined {
  const all = resultTables(api);
  const chosen = api.resultsBy === undefined ? undefined : all[Number(inputs[api.resultsBy]) - 1];
  const meanings = (chosen ? [chosen] : all).flatMap((one) => one.codes[String(code)] ?? []);
  if (meanings.length === 0) return undefined;
  const distinct = (lang: keyof Say): string => [...new Set(meanings.map((one) => one[lang]))].join(' / ');
  return { zh: distinct('zh'), en: distinct('en') };
}
export const returnMeaning = (api: Api, code: number): Say => {
  const entry = errorByCode(code);
  return resultMeaning(api, code) ?? { zh: entry?.zh ?? '', en: entry?.en ?? '' };
};
