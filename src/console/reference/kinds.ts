/** @module Whether a text is a value of a kind, as the control software checks it, and in words where it is not. */

import type { Words } from '../../client/index.ts';
import { say } from '../words.ts';
import { big5Bytes } from './big5.ts';

const existing = (year: number, month: number, day: number): boolean => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
};
const time = /^([01]\d|2[0-3])[0-5]\d[0-5]\d$/;
const isRocDate = (text: string): boolean => {
  const [, after, before, month, day] = /^(?:(\d{3})|-(\d{2}))(\d\d)(\d\d)$/.exec(text) ?? [];
  if (month === undefined || Number(after ?? before) === 0) return false;
  return existing(after === undefined ? 1912 - Number(before) : 1911 + Number(after), Number(month), Number(day));
};
const isRocDateTime = (text: string): boolean =>
  /^\d{13}$/.test(text) && isRocDate(text.slice(0, 7)) && time.test(text.slice(7));
const isWesternDateTime = (text: string): boolean =>
  /^\d{14}$/.test(text) &&
  Number(text.slice(0, 4)) >= 1912 &&
  existing(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))) &&
  time.test(text.slice(8));
const like =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

/** A kind that is not here takes anything. */
const rules: { readonly [kind: string]: (text: string) => boolean } = {
  text: like(/^[^\x00-\x1f\x7f]*$/),
  alnum: like(/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/),
  digits: like(/^\d+$/),
  money: like(/^\d+$/),
  count: like(/^\d+$/),
  rocDate: isRocDate,
  rocDateTime: isRocDateTime,
  westernDateTime: isWesternDateTime,
  personId: like(/^[A-Z0-9]{1,10}$/),
  hospId: like(/^[A-Z0-9]{10}$/),
  cardNo: like(/^[A-Z0-9]{12}$/),
  samId: like(/^[A-Z0-9]{12}$/),
  seqNumber: like(/^(\d{4}|\d{7})$/),
  treatNum: like(/^[0-9A-Z]{20}$/),
  icd: like(/^[\x21-\x7e]+$/),
  code: like(/^[\x21-\x7e]+$/),
  yesNo: like(/^[YN]$/),
  hex: like(/^[0-9A-F]+$/),
};

/** What is wrong with a text as a value of a kind in so many bytes; blanks are no value, which is right here. */
export function faultOf(kind: string, text: string, most: number, kindWords: Words | undefined): Words | undefined {
  const bytes = big5Bytes(text);
  if (bytes === undefined) return say('有 Big5 沒有的字', 'a character is not in Big5');
  if (bytes > most) return say(`最多 ${most} 位元組，現在 ${bytes}`, `at most ${most} bytes, now ${bytes}`);
  if (/^ *$/.test(text) || rules[kind]?.(text) !== false) return undefined;
  return say(`應為：${kindWords?.zh ?? kind}`, `it must be: ${kindWords?.en ?? kind}`);
}
