/** @module Taiwan's id numbers: citizens' (letter, 1 or 2, seven digits, check digit) and residents' (8, 9, or two letters). */

const letterValue = (letter: string): number => 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(letter) + 10;
const weights = [8, 7, 6, 5, 4, 3, 2, 1, 1];

/** The check digit for a letter and the eight characters after it, the second of which may be A-D (old resident ids). */
function sum(id: string): number {
  const first = letterValue(id[0] ?? '');
  const second = /[A-D]/.test(id[1] ?? '') ? letterValue(id[1] ?? '') % 10 : Number(id[1]);
  const rest = [second, ...[...id.slice(2)].map(Number)];
  return (
    Math.floor(first / 10) +
    (first % 10) * 9 +
    rest.reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0)
  );
}

/** Does the check digit fit? Documents without one (passports) are not id numbers in this sense. */
export const isPersonId = (id: string): boolean => /^[A-Z][1289A-D]\d{8}$/.test(id) && sum(id) % 10 === 0;

/** An id number with its check digit, from a letter, the sex digit and seven digits. */
export function personIdOf(letter: string, sex: '1' | '2' | '8' | '9', serial: string): string {
  for (let digit = 0; digit < 10; digit++) {
    const id = `${letter}${sex}${serial}${digit}`;
    if (isPersonId(id)) return id;
  }
  throw new RangeError('no check digit fits');
}
