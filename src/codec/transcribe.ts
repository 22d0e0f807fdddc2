/**
 * @module What a card's files say, written into a buffer's layout: fields of the same name, groups of the same name. Bytes
 * of texts stay as they are; amounts become digits, whatever the card keeps them as; a diagnosis code is unpacked where the
 * layout has room for the code itself. Total: what a card holds is shown, never judged.
 */

import type { Field, Fields, Group, RecordSpec } from '../catalogue/schema.ts';
import { diagnosisFromCard } from './icd10.ts';
import { isGroup } from './record.ts';

/** Bytes and the layout that they have. */
export interface Source {
  readonly spec: RecordSpec;
  readonly bytes: Uint8Array;
}

/**
 * The bytes of a layout, filled from the sources; what none of them has is blank, or zero where it is an amount.
 *
 * @example
 * transcribe(registerBasic2, [{ spec: registerBasic2, bytes: new Uint8Array(9) }]); // seven blanks and '00'
 */
export function transcribe(to: RecordSpec, sources: readonly Source[]): Uint8Array {
  const out = new Uint8Array(to.length).fill(0x20);
  for (const [name, part] of Object.entries(to.parts)) {
    const source = sources.find((one) => Object.hasOwn(one.spec.parts, name));
    const from = source?.spec.parts[name];
    if (!isGroup(part)) {
      const field = from !== undefined && !isGroup(from) ? from : undefined;
      copyField(out, 0, part, source?.bytes, 0, field);
      continue;
    }
    const groups = from !== undefined && isGroup(from) ? from : undefined;
    if (groups !== undefined && source !== undefined && isAlike(part, groups)) {
      copyBytes(out, part.from - 1, source.bytes, groups.from - 1, Math.min(part.count, groups.count) * part.length);
      continue;
    }
    for (let index = 0; index < part.count; index++) {
      const held =
        groups !== undefined && source !== undefined && isWritten(groups, source.bytes, index) ? groups : undefined;
      copyFields(out, part, source?.bytes, held, index);
    }
  }
  return out;
}

/** Groups of the same texts at the same places: they are copied as they stand. */
function isAlike(to: Group, from: Group): boolean {
  if (to.length !== from.length) return false;
  let width = 0;
  for (const [name, field] of Object.entries(to.fields)) {
    const other = from.fields[name];
    const isText = !counted.has(field.kind) && other !== undefined && !counted.has(other.kind);
    if (!isText || field.from !== other.from || field.to !== other.to) return false;
    width += field.to - field.from + 1;
  }
  return width === to.length;
}
const counted: ReadonlySet<string> = new Set(['money', 'count', 'uint', 'gap']);

/** A byte that nobody wrote is padding. */
function copyBytes(out: Uint8Array, at: number, bytes: Uint8Array, from: number, length: number): void {
  const part = bytes.subarray(from, from + length);
  out.set(part, at);
  for (let zero = part.indexOf(0); zero >= 0; zero = part.indexOf(0, zero + 1)) out[at + zero] = 0x20;
}

/** A group of nothing but blanks was never written: its binary amounts are no amounts. */
function isWritten(group: Group, bytes: Uint8Array, index: number): boolean {
  const start = group.from - 1 + index * group.length;
  return index < group.count && bytes.subarray(start, start + group.length).some((byte) => byte !== 0x20);
}

function copyFields(
  out: Uint8Array,
  to: Group,
  bytes: Uint8Array | undefined,
  from: Group | undefined,
  index: number,
): void {
  const start = to.from - 1 + index * to.length;
  const begin = from === undefined ? 0 : from.from - 1 + index * from.length;
  const fields: Fields = from?.fields ?? {};
  for (const [name, field] of Object.entries(to.fields)) copyField(out, start, field, bytes, begin, fields[name]);
}

function copyField(
  out: Uint8Array,
  start: number,
  to: Field,
  bytes: Uint8Array | undefined,
  begin: number,
  from: Field | undefined,
): void {
  if (to.kind === 'gap') return;
  const width = to.to - to.from + 1;
  const at = start + to.from - 1;
  const part = bytes && from ? bytes.subarray(begin + from.from - 1, begin + from.to) : new Uint8Array(0);
  if (to.kind === 'money' || to.kind === 'count') {
    out.set(latin(digits(part, from?.kind === 'uint', width)), at);
    return;
  }
  const widened = to.kind === 'icd' && part.length < width ? latin(diagnosisFromCard(text(part))) : part;
  copyBytes(out, at, widened, 0, width);
}

/** Zero-padded; what is no number is zero, and one that the field cannot hold is nines. */
function digits(part: Uint8Array, binary: boolean, width: number): string {
  const written = text(part).trim();
  const value = binary ? part.reduce((sum, byte) => sum * 256 + byte, 0) : /^\d+$/.test(written) ? Number(written) : 0;
  return String(Math.min(value, 10 ** width - 1)).padStart(width, '0');
}

const latin = (value: string): Uint8Array => Buffer.from(value, 'latin1');
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').replaceAll('\0', ' ');
