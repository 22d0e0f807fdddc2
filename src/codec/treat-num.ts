/**
 * @module The treatment identifier (就醫識別碼): 20 base-36 digits (0-9, A-Z) of HMAC-SHA-256 over
 * `id|institution|ROC date-time` with the institution's key of that visit's day.
 *
 * The 32-byte digest is read as one big-endian number, reduced modulo 36^20, and written in base 36 with leading zeros.
 * 36^20 is about 2^103.4, so no value is favoured by more than 2^-152. What could be taken for something else (`MISS`,
 * `SM`, an abnormal-registration code with zeros behind it, 20 nines) is hashed again with `|1`, `|2`, ... behind the
 * text. It is checked by computing it again; nothing leads back from it to a person.
 */

import { createHmac } from 'node:crypto';
import { Failure, say } from '../base/index.ts';
import { isRocDateTime } from './roc-date.ts';

/** The three things that a visit is known by. `personId` is the basic data's id number, never a card number. */
export interface VisitTriple {
  readonly personId: string;
  readonly hospId: string;
  /** 13 ROC digits. */
  readonly dateTime: string;
}

const digits = 20;
const modulus = 36n ** BigInt(digits);

/**
 * The identifier of a visit: 20 characters.
 *
 * @param key 32 bytes, of this institution and this visit's date (`identifierKey`)
 * @param reserved abnormal-registration codes; maker and checker must use the same list
 * @throws Failure 6018, kind `treat-num-input`, when a part is empty or holds `|`, or there is no such time
 * @example
 * treatNum(new Uint8Array(32), { personId: 'A123456789', hospId: '3501200000', dateTime: '1151124093000' }).length; // 20
 */
export function treatNum(key: Uint8Array, visit: VisitTriple, reserved: readonly string[] = []): string {
  if (key.length !== 32 || !isTriple(visit)) {
    throw new Failure(6018, {
      kind: 'treat-num-input',
      why: say({
        zh: '身分證號、院所代碼或就診日期時間不正確，無法產生就醫識別碼',
        en: 'id number, institution or visit time is not right: no treatment identifier can be made',
      }),
    });
  }
  const text = `${visit.personId}|${visit.hospId}|${visit.dateTime}`;
  for (let counter = 0; ; counter++) {
    const digest = createHmac('sha256', key)
      .update(counter === 0 ? text : `${text}|${counter}`)
      .digest('hex');
    const identifier = (BigInt(`0x${digest}`) % modulus).toString(36).toUpperCase().padStart(digits, '0');
    if (!isReserved(identifier, reserved)) return identifier;
  }
}

/**
 * Is this the identifier of this visit? Anything that is no identifier or no visit is `false`.
 *
 * @example
 * checkTreatNum('MISS', new Uint8Array(32), { personId: 'A123456789', hospId: '3501200000', dateTime: '1151124093000' }); // false
 */
export function checkTreatNum(
  identifier: string,
  key: Uint8Array,
  visit: VisitTriple,
  reserved: readonly string[] = [],
): boolean {
  return key.length === 32 && isTriple(visit) && treatNum(key, visit, reserved) === identifier;
}

/**
 * Would this be read as something else than an identifier (missing, a SAM's mark, an abnormal code, all nines)?
 *
 * @example
 * isReserved('A0100000000000000000', ['A01']); // true
 */
export function isReserved(identifier: string, reserved: readonly string[]): boolean {
  if (/^(MISS|SM)/.test(identifier) || /^9{20}$/.test(identifier)) return true;
  return reserved.some((code) => identifier.startsWith(code) && /^0*$/.test(identifier.slice(code.length)));
}

const isTriple = (visit: VisitTriple): boolean =>
  isRocDateTime(visit.dateTime) && [visit.personId, visit.hospId].every((part) => /^[^|]+$/.test(part));
