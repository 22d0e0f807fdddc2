/**
 * @module The signature of a prescription item (1.48, 1.49), 20 bytes, shown as 40 upper-case hex digits.
 *
 * | bytes (1-based) | what |
 * | --- | --- |
 * | 1-2 | key number, big-endian |
 * | 3-20 | first 18 bytes of HMAC-SHA-256 with the institution's prescription key |
 *
 * The HMAC is over `identifier|id|item number|` and the item's 61 bytes as they are on the card. A public-key signature
 * does not fit into 20 bytes, so that only who holds the key (security module, data centre) can verify one.
 */

import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { Failure, say } from '../base/index.ts';

export const prescriptionSignatureLength = 20;
/** A visit's items are numbered from 1 in the order in which they were written: sixty on a card, and sixty more in a call. */
export const highestItem = 120;
/** Bytes of one item of 門診處方箋. */
export const prescriptionItemLength = 61;

/** What an item's signature binds it to. */
export interface SignedPrescription {
  /** The treatment identifier. */
  readonly treatNum: string;
  readonly personId: string;
}

/**
 * The 20 bytes.
 *
 * @param key 32 bytes (`prescriptionKey`), or the key made of them, which is quicker for many items
 * @param keyNo 0 to 65535
 * @param item which of the visit's items it is, from 1
 * @param bytes the item's 61 bytes
 * @throws Failure 6018, kind `prescription-input`
 * @example
 * prescriptionSignature(new Uint8Array(32), 258, { treatNum: '0', personId: 'A123456789' }, 1, new Uint8Array(61)).slice(0, 2); // Uint8Array.of(1, 2)
 */
export function prescriptionSignature(
  key: Uint8Array | KeyObject,
  keyNo: number,
  visit: SignedPrescription,
  item: number,
  bytes: Uint8Array,
): Uint8Array {
  const whole = (value: number, from: number): boolean => Number.isInteger(value) && value >= from && value <= 0xffff;
  const keyLength = 'length' in key ? key.length : key.symmetricKeySize;
  if (keyLength !== 32 || bytes.length !== prescriptionItemLength || !whole(keyNo, 0) || !whole(item, 1)) {
    throw new Failure(6018, {
      kind: 'prescription-input',
      why: say({
        zh: `處方簽章需要 ${prescriptionItemLength} 位元組的醫令、項次與金鑰`,
        en: `a prescription signature takes an item of ${prescriptionItemLength} bytes, its number and a key`,
      }),
    });
  }
  const mac = createHmac('sha256', key).update(`${visit.treatNum}|${visit.personId}|${item}|`).update(bytes).digest();
  return Uint8Array.from([keyNo >> 8, keyNo & 0xff, ...mac.subarray(0, 18)]);
}

/**
 * 40 upper-case hex digits of a signature's bytes, as 1.48 and 1.49 give them.
 *
 * @example
 * prescriptionSignatureHex(new Uint8Array(20)).length; // 40
 */
export const prescriptionSignatureHex = (signature: Uint8Array): string =>
  Buffer.from(signature).toString('hex').toUpperCase();

/**
 * The bytes and the key number of 40 hex digits, or undefined where it is something else.
 *
 * @example
 * readPrescriptionSignature('0102'.padEnd(40, '0'))?.keyNo; // 258
 */
export function readPrescriptionSignature(text: string): { keyNo: number; bytes: Uint8Array } | undefined {
  if (!/^[0-9A-Fa-f]{40}$/.test(text)) return undefined;
  const bytes = Uint8Array.from(Buffer.from(text, 'hex'));
  return { keyNo: (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0), bytes };
}

/**
 * Is this the signature of this item? The key is the one that its first two bytes name.
 *
 * @example
 * verifyPrescriptionSignature(new Uint8Array(20), new Uint8Array(32), { treatNum: '0', personId: 'A123456789' }, 1, new Uint8Array(61)); // false
 */
export function verifyPrescriptionSignature(
  signature: Uint8Array,
  key: Uint8Array,
  visit: SignedPrescription,
  item: number,
  bytes: Uint8Array,
): boolean {
  if (signature.length !== prescriptionSignatureLength) return false;
  const keyNo = (signature[0] ?? 0) * 256 + (signature[1] ?? 0);
  return timingSafeEqual(signature, prescriptionSignature(key, keyNo, visit, item, bytes));
}
