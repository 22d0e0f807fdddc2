/** @module Visit numbers: seven digits on the card (ROC year and serial), the serial's four on a visit. */

/** The last serial of a ROC year; the first is 0001. */
export const lastSerial = 1500;

/**
 * The next number after the card's last one; a new ROC year begins again with 0001. Undefined when the year is used up.
 *
 * @example
 * nextSeqNumber('1130007', '114'); // '1140001'
 */
export function nextSeqNumber(last: string, rocYear: string): string | undefined {
  const serial = last.slice(0, 3) === rocYear && /^\d{7}$/.test(last) ? Number(last.slice(3)) + 1 : 1;
  return serial > lastSerial ? undefined : `${rocYear}${String(serial).padStart(4, '0')}`;
}

/** The number before, for an undone visit: serial 0000 where it was the year's first. */
export const previousSeqNumber = (last: string): string =>
  `${last.slice(0, 3)}${String(Math.max(0, Number(last.slice(3)) - 1)).padStart(4, '0')}`;
