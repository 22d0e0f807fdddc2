/** @module Who asks: a SAM's or a delegation's signature over method, path, body, time and a nonce used once. */

import { verify } from 'node:crypto';
import { type Clock, limits } from '../../base/index.ts';
import { p256Verifier } from '../../codec/index.ts';
import { authorisationText } from '../client/authorisation.ts';
import type { KeyDirectoryEntry } from '../client/types.ts';

export type Authorised = { readonly key: KeyDirectoryEntry } | { readonly code: number; readonly why: string };

export function authorisationCheck(clock: Clock, keyOf: (keyNo: string) => KeyDirectoryEntry | undefined) {
  const seen = new Map<string, number>();
  return (header: string | undefined, method: string, path: string, body: Uint8Array): Authorised => {
    const match =
      /^OpenCSHIS-SAM keyNo=([0-9a-f]{16}), time=(\d{1,15}), nonce=([0-9a-f]{32}), signature=([A-Za-z0-9+/=]{88})$/.exec(
        header ?? '',
      );
    if (match === null) return { code: 9001, why: 'no authorisation' };
    const [, keyNo = '', time = '', nonce = '', signature = ''] = match;
    const key = keyOf(keyNo);
    const now = clock.now();
    if (key === undefined) return { code: 9013, why: 'unknown key' };
    if (key.revokedAt !== undefined) return { code: 9060, why: 'revoked key' };
    if (now < key.notBefore || now > key.notAfter) return { code: 9061, why: 'key outside its validity' };
    if (Math.abs(now - Number(time)) > limits.nonce) return { code: 9071, why: 'time too far from the centre' };
    const text = authorisationText(method, path, body, Number(time), nonce);
    if (!verify('sha256', text, p256Verifier(Buffer.from(key.publicKey, 'base64')), Buffer.from(signature, 'base64')))
      return { code: 9020, why: 'signature' };
    for (const [old, at] of seen) {
      if (now - at <= limits.nonce * 2) break;
      seen.delete(old);
    }
    if (seen.has(nonce)) return { code: 9014, why: 'nonce used before' };
    seen.set(nonce, now);
    return { key };
  };
}
