/**
 * @module Keys that the data centre derives, so that it can check any visit of any day and keeps only two masters.
 * They are no signing keys: replacing or revoking a security module does not change them. A counter holds the coming
 * days' identifier keys; a stolen disk opens those days and no others.
 */

import { createHmac } from 'node:crypto';
import { Failure, say } from '../base/index.ts';
import { isRocDate } from './roc-date.ts';

/**
 * The key of an institution's treatment identifiers on one day: HMAC-SHA-256 of `identifier|institution|date`, 32 bytes.
 *
 * @param master the centre's, at least 32 bytes
 * @param rocDate 7 digits, the visit's own date
 * @throws Failure 6018, kind `key-input`
 * @example
 * identifierKey(new Uint8Array(32), '3501200000', '1151124').length; // 32
 */
export function identifierKey(master: Uint8Array, hospId: string, rocDate: string): Uint8Array {
  guard(master, hospId);
  if (!isRocDate(rocDate)) throw wrong();
  return derived(master, `identifier|${hospId}|${rocDate}`);
}

/**
 * The key of an institution's prescription signatures: HMAC-SHA-256 of `prescription|institution`, 32 bytes.
 *
 * @param master the centre's, at least 32 bytes
 * @throws Failure 6018, kind `key-input`
 * @example
 * prescriptionKey(new Uint8Array(32), '3501200000').length; // 32
 */
export function prescriptionKey(master: Uint8Array, hospId: string): Uint8Array {
  guard(master, hospId);
  return derived(master, `prescription|${hospId}`);
}

function guard(master: Uint8Array, hospId: string): void {
  if (master.length < 32 || hospId === '' || hospId.includes('|')) throw wrong();
}

const derived = (master: Uint8Array, text: string): Uint8Array =>
  new Uint8Array(createHmac('sha256', master).update(text).digest());

const wrong = (): Failure =>
  new Failure(6018, {
    kind: 'key-input',
    why: say({
      zh: '主金鑰、院所代碼或日期不正確，無法導出金鑰',
      en: 'master key, institution or date is not right: no key can be derived',
    }),
  });
