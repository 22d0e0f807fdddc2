/** @module The credential of a cloud SAM: made when an institution is enrolled, kept by its console process. */

import { generateKeyPairSync } from 'node:crypto';
import type { Store } from '../base/index.ts';
import { publicBytes } from '../card/index.ts';
import type { CertificateKind } from '../codec/index.ts';

export interface Credential {
  readonly v: 1;
  readonly samId: string;
  readonly hospId: string;
  readonly world: string;
  readonly keyNo: string;
  /** Base64: root public key, SAM certificate, private key (PKCS 8, DER). */
  readonly root: string;
  readonly certificate: string;
  readonly privateKey: string;
}
export const credentialFile = 'sam/credential.json';

export function enrolSam(
  store: Store,
  sam: { samId: string; hospId: string; world: string; root: Uint8Array },
  certify: (subject: { kind: CertificateKind; subject: string; hospId: string; publicKey: Uint8Array }) => {
    bytes: Uint8Array;
    keyNo: string;
  },
): void {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certified = certify({
    kind: 'sam',
    subject: sam.samId,
    hospId: sam.hospId,
    publicKey: publicBytes(privateKey),
  });
  const credential: Credential = {
    v: 1,
    samId: sam.samId,
    hospId: sam.hospId,
    world: sam.world,
    keyNo: certified.keyNo,
    root: Buffer.from(sam.root).toString('base64'),
    certificate: Buffer.from(certified.bytes).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
  store.write(credentialFile, Buffer.from(JSON.stringify(credential)));
}
