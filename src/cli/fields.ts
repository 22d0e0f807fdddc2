/** @module Decoded buffers for people: a line a field, a line a group that is not empty. */

import { say } from '../base/index.ts';
import type { Output } from './output.ts';

type Fields = { readonly [field: string]: unknown };

/** The fields of a function's only buffer; of several buffers, by their names. */
export function fieldsOf(buffers: { readonly [param: string]: Fields }): Fields {
  const all = Object.values(buffers);
  return all.length > 1 ? buffers : (all[0] ?? {});
}

/** Rows of a table. Groups that nobody wrote are counted at the end of their list. */
export const fieldRows = (fields: Fields, output: Output): string[][] =>
  Object.entries(fields).flatMap(([name, value]) => {
    if (Array.isArray(value)) return groupRows(name, value, output);
    if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
      return [[output.style('bold', name), ''], ...fieldRows(value as Fields, output)];
    return [[name, value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)]];
  });

function groupRows(name: string, groups: readonly Fields[], output: Output): string[][] {
  const rows = groups.flatMap((group, index) => {
    const written = Object.entries(group).filter(([, value]) => value !== '' && value !== 0);
    const text = written.map(([field, value]) => `${output.style('dim', field)} ${String(value)}`).join('  ');
    return written.length === 0 ? [] : [[`${name}[${index + 1}]`, text]];
  });
  const empty = groups.length - rows.length;
  const words =
    rows.length === 0
      ? say({ zh: `${empty} 組都是空白`, en: `all ${empty} are empty` })
      : say({ zh: `其餘 ${empty} 組空白`, en: `${empty} more, empty` });
  return empty === 0 ? rows : [...rows, [name, output.style('dim', output.word(words))]];
}
