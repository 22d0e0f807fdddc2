/**
 * @module Taiwan's numbers for people and institutions. An id number (身分證號, 統一證號) has 10 characters: a letter, a second
 * one (1 or 2: citizens; 8 or 9: residents since 2021; A to D: residents before), seven digits and a check digit.
 *
 * The letter counts as two digits from 10 (A) to 35 (O), in the order below; an old resident's second letter as the last
 * digit of its own number. Weighted 1 9 8 7 6 5 4 3 2 1 1, the sum is a multiple of ten. No number is known to be in use.
 */

import { Failure, say } from '../base/index.ts';

/** The letters in the order of their numbers, from 10. */
const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const numberOf = (letter: string): number => letters.indexOf(letter) + 10;

export type SecondOfPersonId = '1' | '2' | '8' | '9' | 'A' | 'B' | 'C' | 'D';

/** The weighted sum of nine or ten characters. */
function sum(id: string): number {
  const first = numberOf(id.charAt(0));
  const second = /[A-D]/.test(id.charAt(1)) ? numberOf(id.charAt(1)) % 10 : Number(id.charAt(1));
  const weighted = [second, ...[...id.slice(2)].map(Number)].map((digit, at) => digit * Math.max(8 - at, 1));
  return Math.floor(first / 10) + (first % 10) * 9 + weighted.reduce((total, value) => total + value, 0);
}

/**
 * Has this the shape and the check digit of an id number? Other documents (a passport's number) have none.
 *
 * @example
 * isPersonId('A123456789'); // true
 */
export const isPersonId = (id: string): boolean => /^[A-Z][1289A-D]\d{8}$/.test(id) && sum(id) % 10 === 0;

/**
 * An id number with its check digit.
 *
 * @param second 1 or 8 for men, 2 or 9 for women; A to D for residents' old numbers
 * @param serial seven digits
 * @throws Failure 6018, kind `person-id`, when a part is not of its shape
 * @example
 * personIdOf('A', '1', '2345678'); // 'A123456789'
 */
export function personIdOf(letter: string, second: SecondOfPersonId, serial: string): string {
  const start = `${letter}${second}${serial}`;
  if (!/^[A-Z][1289A-D]\d{7}$/.test(start)) {
    throw new Failure(6018, {
      kind: 'person-id',
      why: say({
        zh: '身分證號由一個字母、性別碼與七位數字組成',
        en: 'an id number is a letter, a sex digit and seven digits',
      }),
    });
  }
  return `${start}${(10 - (sum(start) % 10)) % 10}`;
}

/**
 * Has this the shape of an institution code (醫事機構代碼): 10 upper-case letters and digits?
 *
 * @example
 * isHospId('3501200000'); // true
 */
export const isHospId = (code: string): boolean => /^[A-Z0-9]{10}$/.test(code);
