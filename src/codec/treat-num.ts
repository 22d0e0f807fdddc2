/**
 * @module The treatment identifier (就醫識別碼): 20 base-36 digits of HMAC-SHA-256 over `id|institution|ROC date-time`
 * with the institution's key of that visit's day.
 */

import { createHmac } from 'node:crypto';

const digits = 20;
const modulus = 36n ** BigInt(digits);

/**
 * The identifier of a visit. The digest, read as one big-endian number, is reduced modulo 36^20 (its bias is below
 * 2^-150); a result that could be taken for a code of the upload format is hashed again with a counter behind the text.
 *
 * @param key 32 bytes, of this institution and this visit's date
 * @param reserved abnormal-registration codes: an identifier never is one of them followed by zeros
 */
export function treatNum(
  key: Uint8Array,
  visit: { personId: string; hospId: string; dateTime: string },
  reserved: readonly string[] = [],
): string {
  for (let counter = 0; ; counter++) {
    const text = `${visit.personId}|${visit.hospId}|${visit.dateTime}${counter === 0 ? '' : `|${counter}`}`;
    const digest = createHmac('sha256', key).update(text).digest('hex');
    const identifier = (BigInt(`0x${digest}`) % modulus).toString(36).toUpperCase().padStart(digits, '0');
    if (!isReserved(identifier, reserved)) return identifier;
  }
}

/** Would this be read as something else than an identifier (missing, a SAM's mark, an abnormal code, all nines)? */
export function isReserved(identifier: string, reserved: readonly string[]): boolean {
  if (/^(MISS|SM)/.test(identifier) || /^9{20}$/.test(identifier)) return true;
  return reserved.some((code) => identifier.startsWith(code) && /^0*$/.test(identifier.slice(code.length)));
}

/** The day key of an institution, derived by the centre alone. 32 bytes. */
export const identifierKey = (master: Uint8Array, hospId: string, rocDate: string): Uint8Array =>
  new Uint8Array(createHmac('sha256', master).update(`identifier|${hospId}|${rocDate}`).digest());

/** The prescription key of an institution. 32 bytes. */
export const prescriptionKey = (master: Uint8Array, hospId: string): Uint8Array =>
  new Uint8Array(createHmac('sha256', master).update(`prescription|${hospId}`).digest());

/**
 * A prescription item's signature: 2 bytes key number, 18 of HMAC-SHA-256 over identifier, id, item number and the
 * item's 61 bytes. It is shown as 40 upper-case hex digits.
 */
export function prescriptionSignature(
  key: Uint8Array,
  keyNo: number,
  visit: { treatNum: string; personId: string },
  item: number,
  bytes: Uint8Array,
): Uint8Array {
  const mac = createHmac('sha256', key).update(`${visit.treatNum}|${visit.personId}|${item}|`).update(bytes).digest();
  return Uint8Array.from([keyNo >> 8, keyNo & 0xff, ...mac.subarray(0, 18)]);
}
