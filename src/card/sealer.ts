/** @module One ephemeral key pair that seals one answer (ECDH P-256, HKDF-SHA-256, AES-256-GCM): nonce, text, tag. */

import { createCipheriv, createDecipheriv, createECDH, hkdfSync } from 'node:crypto';

export interface Sealer {
  /** 65 bytes. */
  readonly publicKey: Uint8Array;
  seal(peer: Uint8Array, text: Uint8Array, nonce: Uint8Array): Uint8Array;
  /** Throws when it was sealed for another key, or altered. */
  open(peer: Uint8Array, sealed: Uint8Array): Uint8Array;
}

export function sealer(): Sealer {
  const ecdh = createECDH('prime256v1');
  const publicKey = new Uint8Array(ecdh.generateKeys());
  const key = (peer: Uint8Array) =>
    new Uint8Array(hkdfSync('sha256', ecdh.computeSecret(peer), new Uint8Array(0), 'OpenCSHIS sealed keys', 32));
  return {
    publicKey,
    seal(peer, text, nonce) {
      const cipher = createCipheriv('aes-256-gcm', key(peer), nonce);
      return new Uint8Array(Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]));
    },
    open(peer, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key(peer), sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]));
    },
  };
}
