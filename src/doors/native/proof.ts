/** @module The mutual proof of the native door's hello. */

import { createHmac } from 'node:crypto';

/** Proof that one side knows the token: HMAC over the side's name and both nonces. */
export const helloProof = (
  token: string,
  side: 'client' | 'server',
  serverNonce: Uint8Array,
  clientNonce: Uint8Array,
): Uint8Array =>
  new Uint8Array(
    createHmac('sha256', Buffer.from(token, 'hex')).update(side).update(serverNonce).update(clientNonce).digest(),
  );
