/** @module Short words to declare functions with, so that a declaration reads like the manual's page. */

import type { Api, Kind, Need, NeedName, Param, RecordSpec, Role } from './schema.ts';

const cText = 'char *';

/** An input text of exactly known width, NUL-terminated. */
export const text = (name: string, length: number, value: Kind, zh: string, en: string, table?: string): Param => ({
  name,
  direction: 'in',
  kind: 'text',
  cType: cText,
  length,
  maxRead: length + 1,
  value,
  ...(table === undefined ? {} : { table }),
  title: { zh, en },
});
export const int = (name: string, zh: string, en: string): Param => ({
  name,
  direction: 'in',
  kind: 'int',
  cType: 'int',
  title: { zh, en },
});
export const intOut = (name: string, zh: string, en: string, direction: 'out' | 'inout' = 'out'): Param => ({
  name,
  direction,
  kind: 'intOut',
  cType: 'int *',
  title: { zh, en },
});

/** An output buffer and the cell with its length. `variants` makes it an input too: a marker in it chooses the layout. */
export function buffer(
  name: string,
  lengthName: string,
  record: RecordSpec,
  variants?: { readonly [marker: string]: RecordSpec },
  cType: 'int *' | 'short *' = 'int *',
): readonly Param[] {
  const longest = Math.max(record.length, ...Object.values(variants ?? {}).map((one) => one.length));
  return [
    {
      name,
      direction: variants ? 'inout' : 'out',
      kind: 'buffer',
      cType: cText,
      length: record.length,
      ...(variants ? { maxRead: longest, variants } : {}),
      record,
      title: record.title,
    },
    {
      name: lengthName,
      direction: 'inout',
      kind: 'length',
      cType,
      lengthOf: name,
      title: { zh: '緩衝區長度', en: "the buffer's length" },
    },
  ];
}
/** An output buffer of as many groups as another parameter counts: its capacity is asked for just these. */
export const countedBuffer = (
  name: string,
  lengthName: string,
  record: RecordSpec,
  countedBy: string,
): readonly Param[] =>
  buffer(name, lengthName, record).map((param) => (param.kind === 'buffer' ? { ...param, countedBy } : param));
/** An output without a length of its own: never more than `length` bytes. */
export const fixedOut = (name: string, length: number, zh: string, en: string): Param => ({
  name,
  direction: 'out',
  kind: 'fixedOut',
  cType: cText,
  length,
  title: { zh, en },
});
/** A parameter of a function that is not done here: never read, never written. */
export const unused = (name: string, cType: Param['cType']): Param => ({
  name,
  direction: 'in',
  kind: 'unused',
  cType,
  title: { zh: '不使用', en: 'not used' },
});
/** One record to be written. */
export const written = (
  name: string,
  record: RecordSpec,
  variants?: { readonly [marker: string]: RecordSpec },
): Param => ({
  name,
  direction: 'in',
  kind: 'record',
  cType: cText,
  length: record.length,
  maxRead: Math.max(record.length, ...Object.values(variants ?? {}).map((one) => one.length)) + 1,
  record,
  ...(variants ? { variants } : {}),
  title: record.title,
});
/** Several records, counted by another parameter. */
export const writtenMany = (name: string, countedBy: string, record: RecordSpec, most: number): Param => ({
  name,
  direction: 'in',
  kind: 'records',
  cType: cText,
  maxRead: record.length * most + 1,
  record,
  countedBy,
  title: record.title,
});
export const textInOut = (name: string, zh: string, en: string): Param => ({
  name,
  direction: 'inout',
  kind: 'textInOut',
  cType: cText,
  maxRead: 21,
  value: 'digits',
  title: { zh, en },
});
export const fileIn = (name: string, zh: string, en: string): Param => ({
  name,
  direction: 'in',
  kind: 'fileIn',
  cType: cText,
  maxRead: 1025,
  title: { zh, en },
});
export const fileOut = (name: string, zh: string, en: string): Param => ({
  name,
  direction: 'in',
  kind: 'fileOut',
  cType: cText,
  maxRead: 1025,
  title: { zh, en },
});

export const need = (name: NeedName, whenMissing: Need['whenMissing'], profile?: Need['profile']): Need => ({
  need: name,
  whenMissing,
  ...(profile ? { profile } : {}),
});

/** csOpenCom must have been called: in 3.5 only, 5.1 opens its reader by itself. */
export const port = need('port', 4000, '3.5');
export const onlyPort = [port] as const;
export const onlySam = [port, need('sam', 4050)] as const;
/** A health card and a verified SAM; the PIN is not asked for. */
export const card = [port, need('sam', 4050), need('hc', 4013)] as const;
/** And the holder's PIN, where he set one: not given is cancelled. */
export const cardPin = [...card, need('hcPin', 5109)] as const;
export const cardPinHpc = [...cardPin, need('hpc', 4014), need('hpcPin', 4042)] as const;
export const cardHpc = [...card, need('hpc', 4014), need('hpcPin', 4042)] as const;

/** Codes that nearly every section lists. */
export const cardCodes = [0, 4000, 4013, 4029, 4033, 4050] as const;
export const pinCodes = [...cardCodes, 5102, 5109] as const;

type Optional = 'aliases' | 'needs' | 'reads' | 'writes' | 'roles' | 'since' | 'source';
/** A function; what is left out is the ordinary. */
export function api(
  no: string,
  name: string,
  zh: string,
  en: string,
  rest: Omit<Api, 'no' | 'name' | 'title' | Optional> & Partial<Pick<Api, Optional>>,
): Api {
  const needs = rest.needs ?? card;
  // By our ruling, beside what the sections of 1.27 to 1.29 list: a PIN is not typed on a pad that a professional card shares.
  const onPad = needs.some((one) => one.need === 'hcPin') && !rest.returns.includes(5110) ? [5110] : [];
  return {
    no,
    name,
    title: { zh, en },
    aliases: [],
    since: '1.4',
    reads: [],
    writes: false,
    roles: programs,
    source: `讀卡機控制軟體 API 參考手冊 3.3, ${no}`,
    ...rest,
    needs,
    returns: [...rest.returns, ...onPad],
  };
}
/** Programs and the person at the machine; `pages` adds web pages, by an explicit list of functions. */
export const programs: readonly Role[] = ['program', 'operator'];
export const pages: readonly Role[] = ['program', 'operator', 'page'];
