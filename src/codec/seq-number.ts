/**
 * @module Visit numbers (就醫序號): seven digits on the card, ROC year (3) and serial (4); a visit carries the serial.
 * A ROC year's first serial is 0001, its last 1500.
 */

import { Failure, say } from '../base/index.ts';

/** The last serial of a ROC year. */
export const lastSerial = 1500;

/** Year and serial of seven digits; undefined for anything else (a card that was never used holds blanks). */
function parts(number: string): { year: string; serial: number } | undefined {
  return /^\d{7}$/.test(number) ? { year: number.slice(0, 3), serial: Number(number.slice(3)) } : undefined;
}

/**
 * The next number after the card's last one; a new ROC year begins again with 0001, and so does a blank card.
 *
 * @param last the card's seven characters
 * @param rocYear three digits
 * @returns seven digits, or undefined when the year is used up: then no number may be given
 * @throws Failure 6018, kind `roc-year`, when `rocYear` is not three digits from 001
 * @example
 * nextSeqNumber('1130007', '114'); // '1140001'
 */
export function nextSeqNumber(last: string, rocYear: string): string | undefined {
  if (!/^\d{3}$/.test(rocYear) || rocYear === '000') {
    throw new Failure(6018, {
      kind: 'roc-year',
      why: say({ zh: '民國年應為 001 到 999', en: 'a ROC year is 001 to 999' }),
    });
  }
  const before = parts(last);
  const serial = before?.year === rocYear ? before.serial + 1 : 1;
  return serial > lastSerial ? undefined : rocYear + String(serial).padStart(4, '0');
}

/**
 * The number before, for an undone visit: serial 0000 where it was the year's first. What is no number stays as it is.
 *
 * @example
 * previousSeqNumber('1140001'); // '1140000'
 */
export function previousSeqNumber(last: string): string {
  const now = parts(last);
  return now === undefined ? last : now.year + String(Math.max(0, now.serial - 1)).padStart(4, '0');
}
