/**
 * @module Fixed-width records: a declared layout, its bytes, its values. Total both ways: decoding never throws
 * (what a card holds is shown as it is), encoding a bad value fails with 6018 and names the field, never the value.
 */

import { Failure, type Say, say } from '../base/index.ts';
import type { Field, Fields, Group, Kind, Parts, RecordSpec, RecordValue } from '../catalogue/schema.ts';
import { decodeBig5, encodeBig5 } from './big5.ts';
import { isRocDate, isRocDateTime } from './roc-date.ts';

type Loose = { readonly [name: string]: unknown };

/** How a kind is checked and padded. `pattern` is for its text without padding; blank is allowed where `blank` is. */
interface KindRule {
  readonly pattern?: RegExp;
  readonly check?: (text: string) => boolean;
  readonly blank: boolean;
  readonly say: Say;
}

const rules: { readonly [K in Exclude<Kind, 'bytes' | 'uint' | 'gap'>]: KindRule } = {
  text: { blank: true, say: say({ zh: '文字', en: 'text' }) },
  alnum: {
    pattern: /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/,
    blank: true,
    say: say({ zh: '英數字', en: 'letters and digits' }),
  },
  digits: { pattern: /^\d+$/, blank: true, say: say({ zh: '數字', en: 'digits' }) },
  money: { pattern: /^\d+$/, blank: false, say: say({ zh: '金額', en: 'an amount' }) },
  count: { pattern: /^\d+$/, blank: false, say: say({ zh: '次數', en: 'a count' }) },
  rocDate: { check: isRocDate, blank: true, say: say({ zh: '民國日期（7 碼）', en: 'a ROC date of 7 digits' }) },
  rocDateTime: {
    check: isRocDateTime,
    blank: true,
    say: say({ zh: '民國日期時間（13 碼）', en: 'a ROC date and time of 13 digits' }),
  },
  westernDateTime: {
    pattern: /^\d{14}$/,
    blank: true,
    say: say({ zh: '西元日期時間（14 碼）', en: 'yyyyMMddHHmmss' }),
  },
  personId: {
    pattern: /^[A-Z0-9]{10}$/,
    blank: true,
    say: say({ zh: '身分證號或身分證明文件號碼（10 碼）', en: 'an id number of 10 characters' }),
  },
  hospId: {
    pattern: /^[A-Z0-9]{10}$/,
    blank: true,
    say: say({ zh: '醫療院所代碼（10 碼）', en: 'an institution code of 10 characters' }),
  },
  cardNo: {
    pattern: /^[A-Z0-9]{12}$/,
    blank: true,
    say: say({ zh: '卡片號碼（12 碼）', en: 'a card number of 12 characters' }),
  },
  samId: {
    pattern: /^[A-Z0-9]{12}$/,
    blank: true,
    say: say({ zh: '安全模組代碼（12 碼）', en: 'a SAM id of 12 characters' }),
  },
  seqNumber: { pattern: /^(\d{4}|\d{7})$/, blank: true, say: say({ zh: '就醫序號', en: 'a visit number' }) },
  treatNum: {
    pattern: /^[0-9A-Z]{20}$/,
    blank: true,
    say: say({ zh: '就醫識別碼（20 碼）', en: 'a treatment identifier of 20 characters' }),
  },
  icd: { pattern: /^[\x21-\x7e]+$/, blank: true, say: say({ zh: '診斷碼', en: 'a diagnosis code' }) },
  code: { pattern: /^[\x21-\x7e]+$/, blank: true, say: say({ zh: '代碼', en: 'a code' }) },
  yesNo: { pattern: /^[YN]$/, blank: true, say: say({ zh: 'Y 或 N', en: 'Y or N' }) },
  hex: { pattern: /^[0-9A-F]+$/, blank: true, say: say({ zh: '十六進位（大寫）', en: 'upper-case hexadecimal' }) },
};

/**
 * Bytes of a record.
 *
 * @example
 * encodeRecord(lastSeqNum, { lastSeqNumber: '1140001' }); // 7 bytes
 */
export function encodeRecord<P extends Parts>(spec: RecordSpec<P>, value: RecordValue<RecordSpec<P>>): Uint8Array {
  const out = new Uint8Array(spec.length).fill(0x20);
  for (const [name, part] of Object.entries(spec.parts)) {
    const given = (value as Loose)[name];
    if (!isGroup(part)) {
      putField(out, 0, name, part, given);
      continue;
    }
    const items: readonly unknown[] = Array.isArray(given) ? given : [];
    if (items.length > part.count)
      throw bad(part.title, say({ zh: `最多 ${part.count} 組`, en: `at most ${part.count} groups` }));
    for (let index = 0; index < part.count; index++) {
      const item = (items[index] ?? emptyFields(part.fields)) as Loose;
      const start = part.from - 1 + index * part.length;
      for (const [inner, field] of Object.entries(part.fields)) putField(out, start, inner, field, item[inner]);
    }
  }
  return out;
}

/** The values of a record's bytes; a short input is read as if it were padded with blanks. Never throws. */
export function decodeRecord<P extends Parts>(spec: RecordSpec<P>, bytes: Uint8Array): RecordValue<RecordSpec<P>> {
  const whole = new Uint8Array(spec.length).fill(0x20);
  whole.set(bytes.subarray(0, spec.length));
  const out: { [name: string]: unknown } = {};
  for (const [name, part] of Object.entries(spec.parts)) {
    out[name] = isGroup(part)
      ? Array.from({ length: part.count }, (_, index) =>
          getFields(part.fields, whole, part.from - 1 + index * part.length),
        )
      : getField(part, whole, 0);
  }
  return out as RecordValue<RecordSpec<P>>;
}

/** A record that nobody wrote: blank texts, zero amounts. */
export function emptyRecord<P extends Parts>(spec: RecordSpec<P>): RecordValue<RecordSpec<P>> {
  const out: { [name: string]: unknown } = {};
  for (const [name, part] of Object.entries(spec.parts)) {
    out[name] = isGroup(part) ? Array.from({ length: part.count }, () => emptyFields(part.fields)) : emptyValue(part);
  }
  return out as RecordValue<RecordSpec<P>>;
}

/** Checks one value of a kind, as parameters and fields are; fails with 6018 naming `title`. */
export function checkValue(kind: Kind, value: string, length: number, title: Say): void {
  if (kind === 'bytes' || kind === 'uint' || kind === 'gap') return;
  const rule = rules[kind];
  if (value === '' || /^ +$/.test(value)) {
    if (rule.blank) return;
    throw bad(title, rule.say);
  }
  if (rule.pattern?.test(value) === false || rule.check?.(value) === false) throw bad(title, rule.say);
  const width = encodeBig5(value).length;
  if (width > length)
    throw bad(title, say({ zh: `最長 ${length} 位元組，實為 ${width}`, en: `at most ${length} bytes, not ${width}` }));
}

export const isGroup = (part: Field | Group): part is Group => 'fields' in part;

function putField(out: Uint8Array, start: number, name: string, field: Field, given: unknown): void {
  const length = field.to - field.from + 1;
  const at = start + field.from - 1;
  const value = given ?? emptyValue(field);
  if (field.kind === 'gap') return;
  if (field.kind === 'bytes') {
    if (!(value instanceof Uint8Array) || value.length !== length)
      throw bad(field.title, say({ zh: `須為 ${length} 位元組`, en: `must be ${length} bytes` }));
    out.set(value, at);
    return;
  }
  if (field.kind === 'uint') {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= 256 ** length)
      throw bad(field.title, say({ zh: '數值超出範圍', en: 'the number is out of range' }));
    for (let index = 0, rest = value; index < length; index++, rest = Math.floor(rest / 256))
      out[at + length - 1 - index] = rest % 256;
    return;
  }
  const numeric = field.kind === 'money' || field.kind === 'count';
  if (numeric && (typeof value !== 'number' || !Number.isInteger(value) || value < 0))
    throw bad(field.title, rules[field.kind].say);
  if (!numeric && typeof value !== 'string')
    throw bad(field.title, say({ zh: `${name} 應為文字`, en: `${name} must be text` }));
  const text = numeric ? String(value).padStart(length, '0') : String(value);
  const trimmed = text.trimEnd();
  if (field.kind === 'digits' || field.kind === 'hex' || field.kind === 'treatNum') {
    if (trimmed !== '' && trimmed.length !== length)
      throw bad(field.title, say({ zh: `須為 ${length} 碼`, en: `must have ${length} characters` }));
  }
  checkValue(field.kind, trimmed, length, field.title);
  out.set(encodeBig5(trimmed), at);
}

function getFields(fields: Fields, bytes: Uint8Array, start: number): Loose {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, getField(field, bytes, start)]));
}

function getField(field: Field, bytes: Uint8Array, start: number): unknown {
  const part = bytes.subarray(start + field.from - 1, start + field.to);
  if (field.kind === 'bytes') return part.slice();
  if (field.kind === 'uint') return part.reduce((sum, byte) => sum * 256 + byte, 0);
  const text = decodeBig5(part).replace(/[\0 ]+$/, '');
  if (field.kind === 'money' || field.kind === 'count') return /^\d+$/.test(text) ? Number(text) : 0;
  return field.kind === 'gap' ? '' : text;
}

function emptyValue(field: Field): unknown {
  if (field.kind === 'bytes') return new Uint8Array(field.to - field.from + 1);
  return field.kind === 'money' || field.kind === 'count' || field.kind === 'uint' ? 0 : '';
}

const emptyFields = (fields: Fields): Loose =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, emptyValue(field)]));

const bad = (title: Say, why: Say): Failure =>
  new Failure(6018, {
    kind: 'field',
    why: say({ zh: `「${title.zh}」不正確：應為${why.zh}`, en: `"${title.en}" is not right: ${why.en}` }),
  });
