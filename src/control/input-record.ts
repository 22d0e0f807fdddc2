/**
 * @module What a program hands in as a record: fields left-aligned and padded with blanks, ended early by a NUL or at its
 * exact length. Stricter than `decodeRecord`, which shows what a card holds as it is: here a bad field is 6018 and named.
 */

import { Failure, type Say, say } from '../base/index.ts';
import { tables } from '../catalogue/index.ts';
import type { Field, Group, Param, RecordSpec } from '../catalogue/schema.ts';
import { checkValue, decodeBig5, decodeRecord, isGroup } from '../codec/index.ts';

export interface InputRecord {
  /** The layout in which it came. */
  readonly spec: RecordSpec;
  /** Its bytes as they were given, padded to the layout's length. */
  readonly bytes: Uint8Array;
  readonly value: { readonly [field: string]: unknown };
}

/** `icd10`: the diagnoses come in brackets (developers' kit); no packed code and no ICD-9 code begins so. */
const written: { readonly [marker: string]: (bytes: Uint8Array) => boolean } = {
  icd10: (bytes) => bytes[1] === 0x5b,
};

/** The layout that a record was written in. */
export function writtenLayout(param: Param, bytes: Uint8Array): RecordSpec | undefined {
  const marker = Object.keys(param.variants ?? {}).find((key) => written[key]?.(bytes) === true);
  return marker === undefined ? param.record : param.variants?.[marker];
}

/**
 * One record; what is missing at its end is blank.
 *
 * @param which its number where several were handed in, for the words of a failure
 * @throws Failure 6018 naming the field (and the number), never the value
 */
export function readInput(spec: RecordSpec, given: Uint8Array, which?: number): InputRecord {
  const bytes = new Uint8Array(spec.length).fill(0x20);
  bytes.set(given.subarray(0, spec.length));
  const value: { [field: string]: unknown } = { ...decodeRecord(spec, bytes) };
  try {
    for (const [name, part] of Object.entries(spec.parts) as [string, Field | Group][]) {
      if (isGroup(part)) {
        for (let index = 0; index < part.count; index++)
          for (const field of Object.values(part.fields)) readField(field, bytes, part.from - 1 + index * part.length);
      } else if (part.kind !== 'gap') value[name] = readField(part, bytes, 0) ?? value[name];
    }
  } catch (error) {
    if (which === undefined || !(error instanceof Failure)) throw error;
    throw itemFailure(which, error.why);
  }
  return { spec, bytes, value };
}

/** `count` records, one after the other. */
export function readInputs(spec: RecordSpec, given: Uint8Array, count: number): InputRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const start = index * spec.length;
    if (given.length <= start)
      throw itemFailure(index + 1, say({ zh: '沒有資料', en: 'it is missing from what was handed in' }));
    return readInput(spec, given.subarray(start, start + spec.length), index + 1);
  });
}

/** 6018 that names which of several records is not right. */
export const itemFailure = (which: number, why: Say): Failure =>
  new Failure(6018, {
    kind: 'item',
    why: say({ zh: `第 ${which} 組：${why.zh}`, en: `item ${which}: ${why.en}` }),
  });

/** Checks one field; gives an amount, which a program may pad on either side. */
function readField(field: Field, bytes: Uint8Array, start: number): number | undefined {
  const text = decodeBig5(bytes.subarray(start + field.from - 1, start + field.to)).replace(/[\0 ]+$/, '');
  if (field.kind === 'money' || field.kind === 'count') {
    const digits = text.trim();
    if (!/^\d*$/.test(digits)) throw bad(field, say({ zh: '應為數字', en: 'it must be digits' }));
    return digits === '' ? 0 : Number(digits);
  }
  const codes =
    field.table === undefined
      ? undefined
      : (tables as { readonly [name: string]: { readonly codes: object } })[field.table];
  if (codes && text !== '' && !Object.hasOwn(codes.codes, text))
    throw bad(field, say({ zh: '不是可用的代碼', en: 'it is not one of the codes' }));
  checkValue(field.kind, text, field.to - field.from + 1, field.title);
  return undefined;
}

const bad = (field: Field, why: Say): Failure =>
  new Failure(6018, {
    kind: 'field',
    why: say({ zh: `「${field.title.zh}」不正確：${why.zh}`, en: `"${field.title.en}" is not right: ${why.en}` }),
  });
