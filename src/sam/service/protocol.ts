/** @module What the counter's console and the SAM's remote service say to each other when they verify (2.1). */

import { createCipheriv, createDecipheriv, createECDH, hkdfSync } from 'node:crypto';

/** The counter asks, signed by its SAM's key in the request's authorisation. */
export interface VerifyRequest {
  /** 16 bytes, base64: the service must sign it. */
  readonly challenge: string;
  /** 65 bytes, base64: the new delegation's public key; its private half never leaves the counter. */
  readonly delegationKey: string;
  /** 65 bytes, base64: an ephemeral key, to seal what comes back. */
  readonly ephemeral: string;
}
export interface VerifyAnswer {
  readonly now: number;
  /** The root's signature over challenge, time and institution, base64. */
  readonly proof: string;
  readonly identity: {
    readonly samId: string;
    readonly hospId: string;
    readonly hospName: string;
    readonly hospAbbName: string;
  };
  /** Certificate, base64. */
  readonly delegation: string;
  readonly ephemeral: string;
  /** AES-256-GCM, base64 of 12 bytes nonce, text, 16 bytes tag: `SealedKeys` as JSON. */
  readonly sealed: string;
}
export interface SealedKeys {
  /** ROC date to 32 bytes, base64. */
  readonly identifierKeys: { readonly [rocDate: string]: string };
  readonly prescriptionKey: string;
  readonly prescriptionKeyNo: number;
}

export const proofText = (challenge: string, now: number, hospId: string): Uint8Array =>
  Buffer.from(`OpenCSHIS SAM verification|${challenge}|${now}|${hospId}`);

export interface Sealer {
  readonly publicKey: Uint8Array;
  seal(peer: Uint8Array, text: string, nonce: Uint8Array): Uint8Array;
  open(peer: Uint8Array, sealed: Uint8Array): string;
}

/** One ephemeral key pair that seals one answer. */
export function sealer(): Sealer {
  const ecdh = createECDH('prime256v1');
  const publicKey = new Uint8Array(ecdh.generateKeys());
  const key = (peer: Uint8Array) =>
    new Uint8Array(hkdfSync('sha256', ecdh.computeSecret(peer), new Uint8Array(0), 'OpenCSHIS sealed keys', 32));
  return {
    publicKey,
    seal(peer, text, nonce) {
      const cipher = createCipheriv('aes-256-gcm', key(peer), nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(peer, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key(peer), sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
    },
  };
}
