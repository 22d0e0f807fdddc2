/** @module One call's values, replaced where the catalogue says that they must be: field by field, byte for byte as long. */

import type { Api, Param, RecordSpec } from '../catalogue/schema.ts';
import { decodeBig5, encodeBig5, encodeRecord } from '../codec/index.ts';
import type { Disguise } from './disguise.ts';
import { type Place, treatmentOf } from './keeping.ts';
import { layoutOf, placesOf } from './layout.ts';
import { type Stored, storedOf } from './trace-file.ts';

const numbers: ReadonlySet<Param['kind']> = new Set(['int', 'intOut', 'length'] as const);
const files: ReadonlySet<Param['kind']> = new Set(['fileIn', 'fileOut'] as const);

/** A value in its form; the blanks and NULs behind it stay. */
export function replaceText(disguise: Disguise, place: Place, value: string): string {
  const [, core = '', padding = ''] = /^(.*?)([ \0]*)$/s.exec(value) ?? [];
  const treatment = treatmentOf(place, core);
  if (treatment === 'keep') return (disguise.isKnown(core) && core.length >= 4 ? disguise.text(core) : core) + padding;
  if (treatment === 'date') return disguise.date(core) + padding;
  if (treatment === 'year') return disguise.year(core) + padding;
  return disguise.text(core) + padding;
}

/** Bytes of a place: replaced, and never another number of them. */
function replaceBytes(disguise: Disguise, place: Place, bytes: Uint8Array): Uint8Array {
  if (disguise.real) return bytes;
  if (place.kind === 'bytes' || place.kind === 'uint') return disguise.bytes(bytes);
  if (place.kind === 'gap') return bytes.map((byte) => (gapBytes.has(byte) ? byte : 0x3f));
  const made = encodeBig5(replaceText(disguise, place, decodeBig5(bytes)), 'keep');
  return made.length === bytes.length ? made : new Uint8Array(bytes.length).fill(0x3f);
}
/** Blank, NUL and the brackets of the ICD-10 marker. */
const gapBytes: ReadonlySet<number> = new Set([0x20, 0x00, 0x5b, 0x5d]);

/** A record's bytes, field by field; what lies outside of every field, or is cut off, is replaced as text. */
export function replaceRecord(disguise: Disguise, spec: RecordSpec, bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let done = 0;
  const put = (until: number, place: Place): void => {
    const part = bytes.subarray(done, Math.min(until, bytes.length));
    if (part.length === 0) return;
    out.set(replaceBytes(disguise, place, part), done);
    done += part.length;
  };
  const loose = (width: number): Place => ({ kind: 'gap', name: '', width });
  if (spec.name === 'dateTime') put(spec.length, { kind: 'rocDateTime', name: 'dateTime', width: spec.length });
  else
    for (const { from, to, plain, field } of placesOf(spec)) {
      put(from - 1, loose(from - 1 - done));
      put(to, { kind: field.kind, name: plain, table: field.table, width: to - from + 1 });
    }
  put(bytes.length, loose(bytes.length - done));
  return out;
}

/** What a call's value becomes in the trace; undefined where nothing of it goes in (a length cell has its own place). */
export function storeValue(disguise: Disguise, param: Param | undefined, value: unknown, way: 'in' | 'out'): Stored {
  if (param === undefined) return storedOf(replaceBytes(disguise, unknownPlace, bytesIn(value)));
  if (numbers.has(param.kind)) return typeof value === 'number' ? value : storeNumber(disguise, value);
  // The file itself is no part of a trace, and its name is none of the daemon's business.
  if (files.has(param.kind)) return sizeOf(value);
  if (param.kind === 'buffer' && way === 'in') return storedOf(onlyMarkers(bytesIn(value)));
  const bytes = bytesOf(param, value);
  const record = layoutOf(param, bytes);
  if (record !== undefined && param.kind === 'records') {
    const parts: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += record.length)
      parts.push(replaceRecord(disguise, record, bytes.subarray(at, at + record.length)));
    return storedOf(new Uint8Array(Buffer.concat(parts)));
  }
  if (record !== undefined) return storedOf(replaceRecord(disguise, record, bytes));
  const place = { kind: param.value, name: param.name, table: param.table, width: param.length ?? bytes.length };
  return storedOf(replaceBytes(disguise, place, param.kind === 'fixedOut' ? bytes : untilNul(bytes)));
}
/** A file's size; -1 where it could not be opened, or is yet to be written. */
const sizeOf = (value: unknown): number => {
  const size = value instanceof Uint8Array ? value.length : Object(value).size;
  return typeof size === 'number' && Number.isSafeInteger(size) ? size : -1;
};
const unknownPlace: Place = { kind: 'text', name: '', width: 0 };

function storeNumber(disguise: Disguise, value: unknown): Stored {
  const text = String(value);
  return /^-?\d{1,6}$/.test(text) ? Number(text) : storedOf(replaceBytes(disguise, unknownPlace, bytesIn(text)));
}

/** Of a buffer that comes in only its markers matter; whatever else its memory held goes nowhere. */
function onlyMarkers(bytes: Uint8Array): Uint8Array {
  const out = Buffer.alloc(bytes.length, 0x20);
  const held = Buffer.from(bytes).toString('latin1');
  for (let at = held.indexOf(marker); at >= 0; at = held.indexOf(marker, at + marker.length))
    out.write(marker, at, 'latin1');
  return new Uint8Array(out);
}
const marker = '[XXXXXXX]';

function bytesOf(param: Param, value: unknown): Uint8Array {
  const isRecord = typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
  if (!isRecord || param.record === undefined) return bytesIn(value);
  try {
    return encodeRecord(param.record, value as never);
  } catch {
    return new Uint8Array(0); // it was refused, and has no bytes
  }
}
function bytesIn(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string' || typeof value === 'number') return encodeBig5(String(value), 'box');
  return new Uint8Array(0);
}
const untilNul = (bytes: Uint8Array): Uint8Array => {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
};

/** The parameters of a call that are no length cells, and their values in the trace. */
export function storeValues(
  disguise: Disguise,
  api: Api | undefined,
  values: { readonly [param: string]: unknown },
  way: 'in' | 'out',
): { [param: string]: Stored } {
  const params = new Map((api?.params ?? []).map((param) => [param.name, param]));
  let odd = 0;
  return Object.fromEntries(
    Object.entries(values)
      .slice(0, 24)
      .filter(([name]) => params.get(name)?.kind !== 'length')
      // A name that no function has may be anything.
      .map(([name, value]) => [
        params.has(name) ? name : `?${++odd}`,
        storeValue(disguise, params.get(name), value, way),
      ]),
  );
}
