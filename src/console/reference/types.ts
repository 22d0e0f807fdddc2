/** @module The catalogue as the control software tells of it: what these pages are drawn from. */

import type { Words } from '../../client/index.ts';

export interface FieldEntry {
  /** `visits[1].treatItem` in a repeated group. */
  readonly name: string;
  /** The first and the last byte, from 1. */
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly title: Words;
  readonly table?: string;
}
export interface Layout {
  readonly length: number;
  readonly fields: readonly FieldEntry[];
}
export interface BufferEntry extends Layout {
  readonly variants: { readonly [marker: string]: Layout };
}
export type Example = string | number | { readonly [field: string]: string } | null;
export interface ParamEntry {
  readonly name: string;
  readonly direction: string;
  readonly kind: string;
  readonly cType: string;
  readonly length: number | null;
  readonly maxRead: number | null;
  readonly title: Words;
  readonly value: string | null;
  readonly optional: boolean;
  readonly lengthOf: string | null;
  readonly example: Example;
  readonly table: string | null;
  readonly range: { readonly first: string; readonly last: string } | null;
  readonly countedBy: string | null;
}
export interface ApiEntry {
  readonly no: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly title: Words;
  readonly about: Words | null;
  readonly prototype: string;
  readonly since: string;
  readonly deprecated: { readonly since: string; readonly replacedBy: string; readonly why: Words } | null;
  readonly replaces: string | null;
  readonly needs: readonly {
    readonly need: string;
    readonly whenMissing: number | string;
    readonly profile?: string;
  }[];
  readonly params: readonly ParamEntry[];
  readonly buffers: { readonly [param: string]: BufferEntry };
  readonly returns: readonly { readonly code: number; readonly zh: string; readonly en: string }[];
  /** `value`: what is returned is a result and no code. */
  readonly result: string | null;
  readonly results: readonly string[];
  readonly resultsBy: string | null;
  readonly writes: boolean;
  readonly online: string | null;
  readonly source: string;
}
export interface CodeEntry extends Words {
  readonly code: number;
  readonly cause: Words;
  readonly todo: Words;
  /** The answer carries data all the same. */
  readonly data: boolean;
  readonly reachBy: string | null;
}
export interface TableEntry {
  readonly name: string;
  readonly title: Words;
  readonly source: string;
  readonly codes: { readonly [code: string]: Words };
}
export interface FaqEntry {
  readonly no: number;
  readonly question: Words;
  readonly answer: Words;
  readonly steps: readonly { readonly say: Words; readonly command?: string; readonly page?: string }[];
  readonly apis: readonly string[];
  readonly codes: readonly number[];
}
export interface Reference {
  readonly codes: readonly CodeEntry[];
  readonly tables: readonly TableEntry[];
  readonly terms: readonly { readonly id: string; readonly title: Words; readonly words: Words }[];
  readonly faq: readonly FaqEntry[];
  /** What stands for a value that the reader has, in a command. */
  readonly faqValues: { readonly [name: string]: Words };
  readonly words: {
    readonly [of in 'kinds' | 'needs' | 'params' | 'directions' | 'roles']: { readonly [name: string]: Words };
  };
}
export interface Book extends Reference {
  readonly apis: readonly ApiEntry[];
}

/** The section of the manual and the name; a function without a section is its name alone. */
export const titleOf = (api: ApiEntry): string => (api.no === api.name ? api.name : `${api.no} ${api.name}`);
export const findApi = (book: Book, what: string): ApiEntry | undefined =>
  book.apis.find((api) => api.no === what || api.name === what || api.aliases.includes(what));
export const findCode = (book: Book, code: number): CodeEntry | undefined =>
  book.codes.find((entry) => entry.code === code);
export const findTable = (book: Book, name: string | null | undefined): TableEntry | undefined =>
  book.tables.find((table) => table.name === name);

const tablesOf = (book: Book, api: ApiEntry): readonly TableEntry[] =>
  api.results.flatMap((name) => findTable(book, name) ?? []);
/** A function with a value and no table of its own tells a version: anything but a code that it never was. */
const isVersion = (api: ApiEntry, code: number): boolean =>
  api.result === 'value' && api.results.length === 0 && code > 0;

/** What a value that a function returned means: by its own tables where it has any, else as a return code. */
export function meaningOf(
  book: Book,
  api: ApiEntry,
  code: number,
  inputs: { readonly [param: string]: unknown } = {},
): Words {
  if (isVersion(api, code)) return api.title;
  const tables = tablesOf(book, api);
  const chosen = api.resultsBy === null ? undefined : tables[Number(inputs[api.resultsBy]) - 1];
  const found = (chosen ? [chosen] : tables).flatMap((table) => table.codes[String(code)] ?? []);
  if (found.length === 0) return findCode(book, code) ?? { zh: '', en: '' };
  return {
    zh: [...new Set(found.map((one) => one.zh))].join(' / '),
    en: [...new Set(found.map((one) => one.en))].join(' / '),
  };
}

/** Whether the answer may be used: a result, or a code that carries data. */
export const isGood = (book: Book, api: ApiEntry, code: number): boolean =>
  isVersion(api, code) ||
  tablesOf(book, api).some((table) => String(code) in table.codes) ||
  findCode(book, code)?.data === true;
