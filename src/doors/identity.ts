/** @module The key by which web pages know this control software again: ECDSA P-256, made when the first page asks. */

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export interface Identity {
  /** The public point, uncompressed (65 bytes), base64url: what a page pins. */
  readonly key: string;
  /** Over a text, as WebCrypto verifies it (r and s, 64 bytes), base64url. */
  sign(text: string): string;
}
/** Where the private key is kept: `identity.json` in the world's folder. */
export interface IdentityMemory {
  read(): Uint8Array | undefined;
  write(bytes: Uint8Array): void;
}

export function createIdentity(memory?: IdentityMemory): { open(): Identity } {
  let opened: Identity | undefined;
  return {
    open() {
      opened ??= identityOf(recalled(memory) ?? made(memory));
      return opened;
    },
  };
}

function identityOf(key: KeyObject): Identity {
  // The point stands at the end of its SubjectPublicKeyInfo.
  const point = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-65);
  return {
    key: point.toString('base64url'),
    sign: (text) => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  };
}
function made(memory: IdentityMemory | undefined): KeyObject {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  memory?.write(Buffer.from(JSON.stringify({ v: 1, key })));
  return privateKey;
}
/** One that cannot be read is made anew: pages ask again, as they would of another machine. */
function recalled(memory: IdentityMemory | undefined): KeyObject | undefined {
  try {
    const bytes = memory?.read();
    if (bytes === undefined) return undefined;
    const { key } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { key: string };
    const found = createPrivateKey({ key: Buffer.from(key, 'base64'), type: 'pkcs8', format: 'der' });
    return found.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? found : undefined;
  } catch {
    return undefined;
  }
}
