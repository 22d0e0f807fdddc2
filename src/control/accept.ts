/**
 * @module The first step of a call: inputs are decoded and checked by the catalogue, and every output buffer's length
 * is checked now, so that a call that would end in 6018 has changed nothing.
 */

import { createHash } from 'node:crypto';
import { Failure, type Say, say } from '../base/index.ts';
import { tables } from '../catalogue/index.ts';
import type { Api, Param, RecordSpec } from '../catalogue/schema.ts';
import { checkValue, decodeBig5, encodeBig5, encodeRecord, isGroup } from '../codec/index.ts';
import { type InputRecord, readInput, readInputs, writtenLayout } from './input-record.ts';
import type { FileSink, FileSource, InputValue } from './types.ts';

/** The inputs of one call, checked. */
export interface Accepted {
  readonly api: Api;
  text(param: string): string;
  int(param: string): number;
  bytes(param: string): Uint8Array;
  /** The fields of the one record that was handed in. */
  record(param: string): { readonly [field: string]: unknown };
  /** The records that were handed in: one, or as many as their count says. */
  records(param: string): readonly InputRecord[];
  /** A file to read, or to write, of the caller's side. */
  source(param: string): FileSource;
  sink(param: string): FileSink;
  /** Whether the caller gave a value at all; one that did not has no memory to write back into. */
  given(param: string): boolean;
  /** The layout that a buffer's answer takes: the one that a marker in the input chose, else the plain one. */
  layout(param: string): RecordSpec;
  /** Capacity of an output buffer; undefined where the caller's side sizes it by itself. */
  capacity(param: string): number | undefined;
  /** SHA-256 over all inputs, to know the same call again. */
  readonly digest: string;
}

export function accept(api: Api, inputs: { readonly [param: string]: InputValue }): Accepted {
  const known = new Set(api.params.map((param) => param.name));
  for (const name of Object.keys(inputs)) {
    if (!known.has(name)) throw wrong(say({ zh: `沒有 ${name} 這個參數`, en: `there is no parameter ${name}` }));
  }
  const texts = new Map<string, string>();
  const ints = new Map<string, number>();
  const raw = new Map<string, Uint8Array>();
  const records = new Map<string, readonly InputRecord[]>();
  const files = new Map<string, FileSource | FileSink>();
  for (const param of api.params) {
    const value = inputs[param.name];
    if (param.kind === 'text' || param.kind === 'char' || param.kind === 'textInOut')
      texts.set(param.name, text(param, value));
    else if (param.kind === 'int') ints.set(param.name, int(param, value));
    else if (param.kind === 'intOut' || param.kind === 'length') {
      if (value !== undefined) ints.set(param.name, int(param, value));
    } else if (param.kind === 'record') {
      const one = recordValue(param, value);
      records.set(param.name, [one]);
      raw.set(param.name, one.bytes);
    } else if (param.kind === 'fileIn' || param.kind === 'fileOut') files.set(param.name, fileOf(param, value));
    else if (param.kind === 'records' || param.kind === 'buffer') raw.set(param.name, bytesOf(param, value ?? ''));
  }
  for (const param of api.params) {
    // The count stands behind the records, and is one of the integers by now.
    if (param.kind === 'records')
      records.set(param.name, recordValues(param, raw.get(param.name) ?? new Uint8Array(0), countOf(param, ints)));
  }
  const layout = (name: string): RecordSpec => {
    const param = paramOf(api, name);
    const marker = Object.keys(param.variants ?? {}).find((key) => hasMarker(raw.get(name), key));
    const spec = marker === undefined ? param.record : param.variants?.[marker];
    if (spec === undefined) throw wrong(say({ zh: `${name} 沒有版面`, en: `${name} has no layout` }));
    if (param.countedBy !== undefined) return rangeOf(spec, 1, ints.get(param.countedBy));
    return param.range === undefined ? spec : rangeOf(spec, ints.get(param.range.first), ints.get(param.range.last));
  };
  const capacity = (name: string): number | undefined => {
    const length = api.params.find((param) => param.lengthOf === name);
    return length === undefined ? undefined : ints.get(length.name);
  };
  for (const param of api.params) {
    if (param.kind !== 'buffer' || param.record === undefined) continue;
    const room = capacity(param.name);
    const needed = layout(param.name).length;
    if (room !== undefined && room < needed) throw tooSmall(param.name, needed, room);
  }
  let digest: string | undefined;
  // Asked for by what writes alone.
  const digestOf = (): string =>
    createHash('sha256')
      .update(
        JSON.stringify([
          api.name,
          [...texts],
          [...ints],
          [...raw].map(([name, bytes]) => [name, hex(bytes)]),
          ...[...files].map(([name, file]) => [name, 'size' in file ? file.size : 'out']),
        ]),
      )
      .digest('hex');
  return {
    api,
    text: (name) => texts.get(name) ?? '',
    int: (name) => ints.get(name) ?? 0,
    bytes: (name) => raw.get(name) ?? new Uint8Array(0),
    record: (name) => records.get(name)?.[0]?.value ?? {},
    records: (name) => records.get(name) ?? [],
    source: (name) => files.get(name) as FileSource,
    sink: (name) => files.get(name) as FileSink,
    given: (name) => inputs[name] !== undefined,
    layout,
    capacity,
    get digest() {
      digest ??= digestOf();
      return digest;
    },
  };
}

export function tooSmall(name: string, needed: number, room: number): Failure {
  return new Failure(6018, {
    kind: 'buffer-too-small',
    why: say({
      zh: `${name} 需要 ${needed} 位元組，只有 ${room}`,
      en: `${name} needs ${needed} bytes and has ${room}`,
    }),
    todo: say({ zh: '請加大緩衝區並傳入正確長度', en: 'give a larger buffer and its true length' }),
  });
}

/** The layout of some of a layout's groups, counted from 1. */
function rangeOf(spec: RecordSpec, first = 0, last = 0): RecordSpec {
  const [[name, group] = ['', undefined]] = Object.entries(spec.parts);
  if (group === undefined || !isGroup(group)) throw new TypeError(`${spec.name} has no groups`);
  if (first < 1 || last < first || last > group.count)
    throw wrong(
      say({
        zh: `起訖位置應在 1 到 ${group.count} 之間`,
        en: `first and last must lie between 1 and ${group.count}`,
      }),
    );
  const count = last - first + 1;
  return { ...spec, length: count * group.length, parts: { [name]: { ...group, count } } };
}

function text(param: Param, value: InputValue | undefined): string {
  if (value === undefined) {
    if (param.optional || param.kind === 'textInOut') return '';
    throw wrong(say({ zh: `缺少 ${param.name}`, en: `${param.name} is missing` }));
  }
  const given =
    typeof value === 'string'
      ? value
      : typeof value === 'number'
        ? String(value)
        : decodeBig5(untilNul(bytesOf(param, value)));
  const most = param.kind === 'char' ? 1 : (param.length ?? (param.maxRead ?? 256) - 1);
  const length = encodeBig5(given).length;
  if (length > most || (param.kind === 'char' && length !== 1)) {
    throw wrong(
      say({
        zh: `${param.name} 的長度應為 ${most}，實為 ${length}`,
        en: `${param.name} takes ${most} bytes and has ${length}`,
      }),
    );
  }
  if (param.table !== undefined) {
    const table = (tables as { readonly [name: string]: { readonly codes: object } })[param.table];
    if (table !== undefined && !Object.hasOwn(table.codes, given) && !Object.hasOwn(table.codes, given.padEnd(most))) {
      throw wrong(
        say({ zh: `${param.name} 不是可用的代碼`, en: `${param.name} is not one of the codes of ${param.table}` }),
      );
    }
  } else if (param.value !== undefined) {
    // Left-aligned in its field like all that a HIS writes: blanks behind it are padding.
    const value = param.kind === 'text' ? given.replace(/ +$/, '') : given;
    checkValue(param.value, value, most, param.title);
    return value;
  }
  return given;
}

function int(param: Param, value: InputValue | undefined): number {
  const given = typeof value === 'string' && /^-?\d{1,6}$/.test(value) ? Number(value) : value;
  if (typeof given !== 'number' || !Number.isInteger(given) || given < -32768 || given > 32767) {
    throw wrong(say({ zh: `${param.name} 應為 16 位元整數`, en: `${param.name} must be a 16-bit integer` }));
  }
  if (param.kind === 'length' && given < 0) {
    throw wrong(say({ zh: `${param.name} 應在 0 到 32767 之間`, en: `${param.name} must be between 0 and 32767` }));
  }
  return given;
}

function recordValue(param: Param, value: InputValue | undefined): InputRecord {
  if (value === undefined) throw wrong(say({ zh: `缺少 ${param.name}`, en: `${param.name} is missing` }));
  if (typeof value === 'object' && !(value instanceof Uint8Array)) {
    // Fields by name are our own face: their diagnoses are ICD-10 codes as they are written.
    const spec = param.variants?.icd10 ?? layoutOf(param, param.record);
    return readInput(spec, encodeRecord(spec, value as never));
  }
  const bytes = untilNul(bytesOf(param, value));
  return readInput(layoutOf(param, writtenLayout(param, bytes)), bytes);
}

function recordValues(param: Param, bytes: Uint8Array, count: number): InputRecord[] {
  return readInputs(layoutOf(param, param.record), untilNul(bytes), count);
}

/** How many records a program says that it hands in: at least one, at most as many as may be read. */
function countOf(param: Param, ints: ReadonlyMap<string, number>): number {
  const count = ints.get(param.countedBy ?? '') ?? 0;
  const most = Math.floor((param.maxRead ?? 0) / (param.record?.length ?? 1));
  if (count < 1 || count > most)
    throw wrong(
      say({
        zh: `${param.countedBy} 應在 1 到 ${most} 之間`,
        en: `${param.countedBy} must be between 1 and ${most}`,
      }),
    );
  return count;
}

function layoutOf(param: Param, spec: RecordSpec | undefined): RecordSpec {
  if (spec === undefined) throw wrong(say({ zh: `${param.name} 沒有版面`, en: `${param.name} has no layout` }));
  return spec;
}

/** Never a path: a door hands over what its caller opened. */
function fileOf(param: Param, value: InputValue | undefined): FileSource | FileSink {
  const wanted = param.kind === 'fileIn' ? 'read' : 'write';
  if (typeof value === 'object' && typeof (value as { [name: string]: unknown })[wanted] === 'function')
    return value as FileSource | FileSink;
  if (value === undefined) throw wrong(say({ zh: `缺少 ${param.name}`, en: `${param.name} is missing` }));
  throw wrong(
    say({
      zh: `${param.name} 應是呼叫端開啟的檔案，不是路徑`,
      en: `${param.name} must be a file that the caller's side opened, not a path`,
    }),
  );
}

function bytesOf(param: Param, value: InputValue): Uint8Array {
  const bytes = value instanceof Uint8Array ? value : encodeBig5(String(value));
  if (param.maxRead !== undefined && bytes.length > Math.max(param.maxRead, param.length ?? 0)) {
    throw wrong(
      say({ zh: `${param.name} 太長（${bytes.length}）`, en: `${param.name} is too long (${bytes.length})` }),
    );
  }
  return bytes;
}

function paramOf(api: Api, name: string): Param {
  const param = api.params.find((one) => one.name === name);
  if (param === undefined) throw new TypeError(`${api.name} has no parameter ${name}`);
  return param;
}

/** `icd10`: `[XXXXXXX]` stands at the caller's first code field (developers' kit). */
const markers: { readonly [marker: string]: string } = { icd10: '[XXXXXXX]' };
const hasMarker = (bytes: Uint8Array | undefined, marker: string): boolean =>
  bytes !== undefined &&
  Buffer.from(bytes)
    .toString('latin1')
    .startsWith(markers[marker] ?? '\0');

const untilNul = (bytes: Uint8Array): Uint8Array => {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
};
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const wrong = (why: Say): Failure => new Failure(6018, { kind: 'parameter', why });
