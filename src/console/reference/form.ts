/** @module A call's form, made from the function's declaration: what is asked for, what is wrong with it, what is sent. */

import type { Words } from '../../client/index.ts';
import { say } from '../words.ts';
import { big5Bytes, padded } from './big5.ts';
import { faultOf } from './kinds.ts';
import { type ApiEntry, type Book, type FieldEntry, findTable, type Layout, type ParamEntry } from './types.ts';

/** Texts by parameter; `param.field` in a record, `param#` the layout that was chosen, `param*` how many records. */
export type Values = { readonly [key: string]: string };
/** What is typed for a parameter; `none`: nothing is, it comes back, or it is counted or measured by itself. */
export type Control = 'text' | 'choice' | 'int' | 'record' | 'records' | 'marker' | 'fileIn' | 'fileOut' | 'none';

export const layoutKey = (param: string): string => `${param}#`;
export const countKey = (param: string): string => `${param}*`;
export const fieldKey = (param: string, field: string): string => `${param}.${field}`;

export const countedOf = (api: ApiEntry, name: string): ParamEntry | undefined =>
  api.params.find((param) => param.kind === 'records' && param.countedBy === name);

export function controlOf(api: ApiEntry, param: ParamEntry): Control {
  switch (param.kind) {
    case 'text':
    case 'char':
      return param.table === null ? 'text' : 'choice';
    case 'textInOut':
      return 'text';
    case 'int':
      return 'int';
    case 'intOut':
      return param.direction === 'out' || countedOf(api, param.name) !== undefined ? 'none' : 'int';
    case 'record':
    case 'records':
    case 'fileIn':
    case 'fileOut':
      return param.kind;
    case 'buffer':
      return Object.keys(api.buffers[param.name]?.variants ?? {}).length > 0 ? 'marker' : 'none';
    default:
      return 'none';
  }
}

export function layoutChosen(api: ApiEntry, param: ParamEntry, values: Values): Layout {
  const buffer = api.buffers[param.name];
  return buffer?.variants[values[layoutKey(param.name)] ?? ''] ?? buffer ?? { length: 0, fields: [] };
}
export const countChosen = (param: ParamEntry, values: Values): number => Number(values[countKey(param.name)] ?? 1);
/** How many records may be handed in at most, and how long one is. */
export function itemsOf(api: ApiEntry, param: ParamEntry): { readonly most: number; readonly length: number } {
  const fields = api.buffers[param.name]?.fields ?? [];
  const numbers = fields.map((field) => Number(/\[(\d+)\]/.exec(field.name)?.[1] ?? 1));
  const most = Math.max(1, ...numbers);
  return { most, length: (api.buffers[param.name]?.length ?? 0) / most };
}
/** The fields to fill in of a record, or of as many records as are handed in. */
export function fieldsChosen(api: ApiEntry, param: ParamEntry, values: Values): readonly FieldEntry[] {
  const { fields } = layoutChosen(api, param, values);
  const shown = fields.filter((field) => field.kind !== 'gap');
  if (param.kind !== 'records') return shown;
  const end = countChosen(param, values) * itemsOf(api, param).length;
  return shown.filter((field) => field.to <= end);
}

/** The values of the example: what the form begins with. */
export function exampleValues(api: ApiEntry): Values {
  return Object.fromEntries(
    api.params.flatMap((param): [string, string][] => {
      const { example } = param;
      if (example === null || controlOf(api, param) === 'none') return [];
      if (typeof example === 'object')
        return Object.entries(example).map(([field, value]) => [fieldKey(param.name, field), value]);
      return [[param.name, String(example)]];
    }),
  );
}

export const roomOf = (param: ParamEntry): number =>
  param.kind === 'char' ? 1 : (param.length ?? (param.maxRead ?? 256) - 1);

/** What is wrong, by key; nothing where the call may be made. */
export function faultsOf(book: Book, api: ApiEntry, values: Values): { readonly [key: string]: Words } {
  const faults: { [key: string]: Words } = {};
  const put = (key: string, words: Words | undefined): void => {
    if (words !== undefined) faults[key] = words;
  };
  let outside: { readonly name: string; readonly words: Words } | undefined;
  for (const param of api.params) {
    const control = controlOf(api, param);
    const value = values[param.name] ?? '';
    if (param.range !== null) {
      const [first, last] = [Number(values[param.range.first]), Number(values[param.range.last])];
      const { most } = itemsOf(api, param);
      if (!(first >= 1 && last >= first && last <= most))
        outside = {
          name: param.range.last,
          words: say(`起訖應在 1 到 ${most} 之間`, `first and last must lie between 1 and ${most}`),
        };
    }
    if (control === 'int') {
      const fits = /^-?\d{1,6}$/.test(value) && Number(value) >= -32768 && Number(value) <= 32767;
      put(
        param.name,
        fits ? undefined : say('應為 -32768 到 32767 的整數', 'it must be an integer from -32768 to 32767'),
      );
    } else if (control === 'choice') {
      const codes = Object.keys(findTable(book, param.table)?.codes ?? {});
      put(
        param.name,
        codes.includes(value) || codes.includes(value.padEnd(roomOf(param)))
          ? undefined
          : say('不是可用的代碼', 'it is not one of the codes'),
      );
    } else if (control === 'text') {
      put(
        param.name,
        faultOf(
          param.value ?? 'text',
          param.kind === 'text' ? value.replace(/ +$/, '') : value,
          roomOf(param),
          book.words.kinds[param.value ?? 'text'],
        ),
      );
      // Blanks at the end are padding, but they count.
      put(param.name, faultOf('bytes', value, roomOf(param), undefined));
      if (param.kind === 'char' && big5Bytes(value) !== 1)
        put(param.name, say('應為恰好一個位元組', 'it must be exactly one byte'));
    } else if (control === 'record' || control === 'records') {
      for (const field of fieldsChosen(api, param, values)) {
        const key = fieldKey(param.name, field.name);
        const text = (values[key] ?? '').replace(/ +$/, '');
        const codes = findTable(book, field.table)?.codes;
        // A bracket is how a record says that its codes are in the other layout.
        if (field.kind === 'icd' && text.startsWith('['))
          put(key, say('不需要中括號：請選版面', 'without brackets: choose the layout'));
        put(
          key,
          text !== '' && codes !== undefined && !(text in codes)
            ? say('不是可用的代碼', 'it is not one of the codes')
            : faultOf(field.kind, text, field.to - field.from + 1, book.words.kinds[field.kind]),
        );
      }
    }
  }
  if (outside !== undefined) faults[outside.name] ??= outside.words;
  return faults;
}

/** What is written at the caller's first code field to ask for a layout; and around each code that is handed in so. */
const markers: { readonly [marker: string]: string } = { icd10: '[XXXXXXX]' };
const amounts = ['money', 'count'];

/** A record's bytes as text: every field at its place, amounts padded with zeros, all else with blanks. */
export function recordText(api: ApiEntry, param: ParamEntry, values: Values): string {
  const marked = (values[layoutKey(param.name)] ?? '') in markers;
  let text = '';
  let at = 1;
  const upTo = (from: number): void => {
    text += ' '.repeat(Math.max(0, from - at));
    at = Math.max(at, from);
  };
  for (const field of fieldsChosen(api, param, values)) {
    const width = field.to - field.from + 1;
    const value = (values[fieldKey(param.name, field.name)] ?? '').trimEnd();
    const bracketed = marked && field.kind === 'icd';
    upTo(bracketed ? field.from - 1 : field.from);
    const own = amounts.includes(field.kind) && value !== '' ? value.padStart(width, '0') : padded(value, width);
    text += bracketed ? `[${own}]` : own;
    at = field.to + (bracketed ? 2 : 1);
  }
  return text.trimEnd();
}

export type Inputs = { readonly [param: string]: string | number };
/** What is sent: buffers and lengths stay with the door, a file is the body. */
export function inputsOf(api: ApiEntry, values: Values): Inputs {
  return Object.fromEntries(
    api.params.flatMap((param): [string, string | number][] => {
      const value = values[param.name] ?? '';
      switch (controlOf(api, param)) {
        case 'text':
        case 'choice':
          return [[param.name, value]];
        case 'int':
          return [[param.name, /^-?\d{1,6}$/.test(value) ? Number(value) : value]];
        case 'record':
        case 'records':
          return [[param.name, recordText(api, param, values)]];
        case 'marker': {
          const marker = markers[values[layoutKey(param.name)] ?? ''];
          return marker === undefined ? [] : [[param.name, marker]];
        }
        case 'none': {
          const counted = countedOf(api, param.name);
          return counted === undefined ? [] : [[param.name, countChosen(counted, values)]];
        }
        default:
          return [];
      }
    }),
  );
}
/** The layout that was asked for, of a function whose buffers have several. */
export const markerOf = (api: ApiEntry, values: Values): string =>
  api.params
    .filter((param) => controlOf(api, param) === 'marker')
    .map((param) => values[layoutKey(param.name)] ?? '')
    .find((marker) => marker !== '') ?? '';
