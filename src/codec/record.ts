/**
 * @module Fixed-width records: a declared layout, its bytes, its values. Total both ways: decoding never throws
 * (what a card holds is shown as it is), encoding a bad value fails with 6018 and names the field, never the value.
 * Nothing is cut: what is too long is refused. Texts are left-aligned and padded with blanks, so blanks at a text's end
 * are not part of it; amounts and counts are padded with zeros; a group that nobody wrote is blanks and zeros.
 */

import { Failure, type Say, say } from '../base/index.ts';
import type { Field, Fields, Group, Kind, Parts, RecordSpec, RecordValue } from '../catalogue/schema.ts';
import { big5Length, decodeBig5, encodeBig5, unmappableAt } from './big5.ts';
import { isRocDate, isRocDateTime, isWesternDateTime } from './roc-date.ts';

type Loose = { readonly [name: string]: unknown };

/** How a kind is checked. `pattern` is for its text without padding; blank is allowed where `blank` is. */
interface KindRule {
  readonly pattern?: RegExp;
  readonly check?: (text: string) => boolean;
  readonly blank: boolean;
  /** In a field it fills its whole width, or is blank. */
  readonly whole?: boolean;
  readonly say: Say;
}

const rules: { readonly [K in Exclude<Kind, 'bytes' | 'uint' | 'gap'>]: KindRule } = {
  text: {
    pattern: /^[^\x00-\x1f\x7f]*$/,
    blank: true,
    say: say({ zh: '不含控制字元的文字', en: 'text without control characters' }),
  },
  alnum: {
    pattern: /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/,
    blank: true,
    say: say({ zh: '英數字', en: 'letters and digits' }),
  },
  digits: { pattern: /^\d+$/, blank: true, whole: true, say: say({ zh: '數字', en: 'digits' }) },
  money: { pattern: /^\d+$/, blank: false, say: say({ zh: '金額', en: 'an amount' }) },
  count: { pattern: /^\d+$/, blank: false, say: say({ zh: '次數', en: 'a count' }) },
  rocDate: { check: isRocDate, blank: true, say: say({ zh: '民國日期（7 碼）', en: 'a ROC date of 7 digits' }) },
  rocDateTime: {
    check: isRocDateTime,
    blank: true,
    say: say({ zh: '民國日期時間（13 碼）', en: 'a ROC date and time of 13 digits' }),
  },
  westernDateTime: {
    check: isWesternDateTime,
    blank: true,
    say: say({ zh: '西元日期時間（14 碼）', en: 'yyyyMMddHHmmss' }),
  },
  personId: {
    // Ten characters of an id number; another document's number may be shorter, and is padded.
    pattern: /^[A-Z0-9]{1,10}$/,
    blank: true,
    say: say({
      zh: '身分證號或身分證明文件號碼（最長 10 碼英數字）',
      en: 'an id number of up to 10 letters and digits',
    }),
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
  seqNumber: {
    pattern: /^(\d{4}|\d{7})$/,
    blank: true,
    whole: true,
    say: say({ zh: '就醫序號', en: 'a visit number' }),
  },
  treatNum: {
    pattern: /^[0-9A-Z]{20}$/,
    blank: true,
    say: say({ zh: '就醫識別碼（20 碼）', en: 'a treatment identifier of 20 characters' }),
  },
  icd: { pattern: /^[\x21-\x7e]+$/, blank: true, say: say({ zh: '診斷碼', en: 'a diagnosis code' }) },
  code: { pattern: /^[\x21-\x7e]+$/, blank: true, say: say({ zh: '代碼', en: 'a code' }) },
  yesNo: { pattern: /^[YN]$/, blank: true, say: say({ zh: 'Y 或 N', en: 'Y or N' }) },
  hex: {
    pattern: /^[0-9A-F]+$/,
    blank: true,
    whole: true,
    say: say({ zh: '十六進位（大寫）', en: 'upper-case hexadecimal' }),
  },
};

/**
 * Bytes of a record, exactly `spec.length` of them. A field that the value leaves out is blank or zero.
 *
 * @param original what stands there now: a field whose value is unchanged keeps its very bytes (a duplicate Big5 code,
 *   a stray byte, a date of zeros), and so does a group that only moved to another place. An amount that nobody wrote yet
 *   becomes zeros with the first change beside it. Everything else is checked.
 * @throws Failure 6018, kind `field`, naming the field by its title
 * @example
 * encodeRecord(publicRecord, emptyRecord(publicRecord)).length; // 57
 */
export function encodeRecord<P extends Parts>(
  spec: RecordSpec<P>,
  value: RecordValue<RecordSpec<P>>,
  original?: Uint8Array,
): Uint8Array {
  const out = new Uint8Array(spec.length).fill(0x20);
  const before = original?.length === spec.length ? original : undefined;
  const parts = Object.entries(spec.parts);
  const fields = parts.filter((entry): entry is [string, Field] => !isGroup(entry[1]));
  const same =
    before !== undefined && fields.every(([name, field]) => unchanged(field, (value as Loose)[name], before, 0));
  for (const [name, part] of parts) {
    const given = (value as Loose)[name];
    if (isGroup(part)) putGroups(out, part, given, before);
    else putField(out, 0, part, given, '', before, same);
  }
  return out;
}

/**
 * The values of a record's bytes; blanks and NULs at a text's end are padding, an amount that is no number is 0, and a
 * group of blanks was never written: its amounts are 0, too. A short input is read as if it were padded with blanks.
 * Never throws.
 *
 * @example
 * decodeRecord(publicRecord, encodeRecord(publicRecord, emptyRecord(publicRecord))).name; // ''
 */
export function decodeRecord<P extends Parts>(spec: RecordSpec<P>, bytes: Uint8Array): RecordValue<RecordSpec<P>> {
  const whole = new Uint8Array(spec.length).fill(0x20);
  whole.set(bytes.subarray(0, spec.length));
  const out: { [name: string]: unknown } = {};
  for (const [name, part] of Object.entries(spec.parts)) {
    out[name] = isGroup(part)
      ? Array.from({ length: part.count }, (_, index) => getFields(part, whole, groupStart(part, index)))
      : getField(part, whole, 0);
  }
  return out as RecordValue<RecordSpec<P>>;
}

/**
 * A record that nobody wrote: blank texts, zero amounts, every group in its place.
 *
 * @example
 * emptyRecord(publicRecord).cardNo; // ''
 */
export function emptyRecord<P extends Parts>(spec: RecordSpec<P>): RecordValue<RecordSpec<P>> {
  const out: { [name: string]: unknown } = {};
  for (const [name, part] of Object.entries(spec.parts)) {
    out[name] = isGroup(part) ? Array.from({ length: part.count }, () => emptyFields(part.fields)) : emptyValue(part);
  }
  return out as RecordValue<RecordSpec<P>>;
}

/**
 * Checks the text of one value, as a parameter's or a field's; at most `length` bytes. Blank is allowed but for amounts.
 *
 * @throws Failure 6018, kind `field`, naming `title` and never the value
 * @example
 * checkValue('rocDate', '1130229', 7, { zh: '出生日期', en: 'birth date' }); // undefined
 */
export function checkValue(kind: Kind, value: string, length: number, title: Say): void {
  if (kind === 'bytes' || kind === 'uint' || kind === 'gap') return;
  const rule = rules[kind];
  if (/^ *$/.test(value)) {
    if (!rule.blank) throw bad(title, mustBe(rule));
    if (value.length > length) throw bad(title, tooLong(length, value.length));
    return;
  }
  const missing = unmappableAt(value);
  if (missing > 0)
    throw bad(
      title,
      say({
        zh: `第 ${missing} 個字在 Big5（CP950）裡沒有字碼`,
        en: `character ${missing} has no code in Big5 (code page 950)`,
      }),
    );
  if (rule.pattern?.test(value) === false || rule.check?.(value) === false) throw bad(title, mustBe(rule));
  const width = big5Length(value);
  if (width > length) throw bad(title, tooLong(length, width));
}

/** Is this part of a layout a repeated group? */
export const isGroup = (part: Field | Group): part is Group => 'fields' in part;

const groupStart = (group: Group, index: number): number => group.from - 1 + index * group.length;

function putGroups(out: Uint8Array, group: Group, given: unknown, before: Uint8Array | undefined): void {
  if (given !== undefined && !Array.isArray(given))
    throw bad(group.title, say({ zh: '應為一組一組的清單', en: 'it must be a list of groups' }));
  const items: readonly unknown[] = given ?? [];
  if (items.length > group.count)
    throw bad(group.title, say({ zh: `最多 ${group.count} 組`, en: `at most ${group.count} groups` }));
  // Each place is decoded once, however many groups are looked for in it.
  const held =
    before && Array.from({ length: group.count }, (_, index) => getFields(group, before, groupStart(group, index)));
  for (let index = 0; index < group.count; index++) {
    const item = items[index] ?? emptyFields(group.fields);
    if (typeof item !== 'object')
      throw bad(group.title, say({ zh: `第 ${index + 1} 組不是資料`, en: `group ${index + 1} is no record` }));
    const start = groupStart(group, index);
    const kept = held && movedFrom(group, item as Loose, held, index);
    if (before && kept !== undefined) {
      out.set(before.subarray(kept, kept + group.length), start);
      continue;
    }
    const where = ` ${index + 1}`;
    for (const [name, field] of Object.entries(group.fields))
      putField(out, start, field, (item as Loose)[name], where, before);
  }
}

/** Where in the original a group with just these values begins, its own place first. */
function movedFrom(group: Group, item: Loose, held: readonly Loose[], own: number): number | undefined {
  const fields = Object.entries(group.fields);
  const same = (one: Loose | undefined): boolean =>
    one !== undefined && fields.every(([name, field]) => holds(field, one[name], item[name]));
  const found = same(held[own]) ? own : held.findIndex(same);
  return found < 0 ? undefined : groupStart(group, found);
}

const unchanged = (field: Field, value: unknown, before: Uint8Array, start: number): boolean =>
  holds(field, getField(field, before, start), value);

function holds(field: Field, held: unknown, value: unknown): boolean {
  if (field.kind === 'gap') return true;
  return held instanceof Uint8Array
    ? value instanceof Uint8Array && Buffer.compare(held, value) === 0
    : value !== undefined && held === value;
}

/** An amount of blanks. */
const isUnwritten = (field: Field, before: Uint8Array, start: number): boolean =>
  (field.kind === 'money' || field.kind === 'count') &&
  before.subarray(start + field.from - 1, start + field.to).every((byte) => byte === 0x20);

/** Writes one field; `where` is the group's number, for the words of a failure. */
function putField(
  out: Uint8Array,
  start: number,
  field: Field,
  given: unknown,
  where: string,
  before: Uint8Array | undefined,
  /** Nothing beside it changes either: not even blanks become zeros. */
  same = false,
): void {
  const from = start + field.from - 1;
  const length = field.to - field.from + 1;
  if (before && unchanged(field, given, before, start) && (same || !isUnwritten(field, before, start))) {
    out.set(before.subarray(from, from + length), from);
    return;
  }
  if (field.kind === 'gap') return;
  const title = where === '' ? field.title : say({ zh: field.title.zh + where, en: field.title.en + where });
  out.set(fieldBytes(field.kind, given ?? emptyValue(field), length, title), from);
}

function fieldBytes(kind: Exclude<Kind, 'gap'>, value: unknown, length: number, title: Say): Uint8Array {
  if (kind === 'bytes') {
    if (!(value instanceof Uint8Array) || value.length !== length)
      throw bad(title, say({ zh: `須為 ${length} 位元組`, en: `it must be ${length} bytes` }));
    return value;
  }
  if (kind === 'uint' || kind === 'money' || kind === 'count') {
    const most = (kind === 'uint' ? 256 : 10) ** length;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value >= most)
      throw bad(
        title,
        say({
          zh: `應為 0 以上、放得進 ${length} 位元組的整數`,
          en: `it must be a whole number that fits ${length} bytes`,
        }),
      );
    if (kind === 'uint') return unsigned(value, length);
    return encodeBig5(String(value).padStart(length, '0'));
  }
  if (typeof value !== 'string') throw bad(title, mustBe(rules[kind]));
  const text = value.replace(/ +$/, '');
  if (text !== '' && rules[kind].whole === true && text.length !== length)
    throw bad(title, say({ zh: `須為 ${length} 碼`, en: `it must have ${length} characters` }));
  checkValue(kind, text, length, title);
  return encodeBig5(text);
}

function unsigned(value: number, length: number): Uint8Array {
  const out = new Uint8Array(length);
  for (let at = length - 1, rest = value; at >= 0; at--, rest = Math.floor(rest / 256)) out[at] = rest % 256;
  return out;
}

const getFields = (group: Group, bytes: Uint8Array, start: number): Loose =>
  bytes.subarray(start, start + group.length).every((byte) => byte === 0x20)
    ? emptyFields(group.fields)
    : Object.fromEntries(Object.entries(group.fields).map(([name, field]) => [name, getField(field, bytes, start)]));

function getField(field: Field, bytes: Uint8Array, start: number): unknown {
  const part = bytes.subarray(start + field.from - 1, start + field.to);
  if (field.kind === 'gap') return '';
  if (field.kind === 'bytes') return part.slice();
  if (field.kind === 'uint') return part.reduce((sum, byte) => sum * 256 + byte, 0);
  const text = decodeBig5(part).replace(/[\0 ]+$/, '');
  if (field.kind === 'money' || field.kind === 'count') return /^\d+$/.test(text) ? Number(text) : 0;
  return text;
}

function emptyValue(field: Field): unknown {
  if (field.kind === 'bytes') return new Uint8Array(field.to - field.from + 1);
  return field.kind === 'money' || field.kind === 'count' || field.kind === 'uint' ? 0 : '';
}

const emptyFields = (fields: Fields): Loose =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, emptyValue(field)]));

const mustBe = (rule: KindRule): Say => say({ zh: `應為${rule.say.zh}`, en: `it must be ${rule.say.en}` });
const tooLong = (length: number, width: number): Say =>
  say({ zh: `最長 ${length} 位元組，實為 ${width}`, en: `it takes at most ${length} bytes and has ${width}` });
const bad = (title: Say, why: Say): Failure =>
  new Failure(6018, {
    kind: 'field',
    why: say({ zh: `「${title.zh}」不正確：${why.zh}`, en: `"${title.en}" is not right: ${why.en}` }),
  });
