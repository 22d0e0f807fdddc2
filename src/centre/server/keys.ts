/** @module The centre's own keys: the world's root and the masters from which day keys are derived. Random in every world. */

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Clock, limits, type Random, type Store } from '../../base/index.ts';
import { privateKeyOf, publicBytes } from '../../card/index.ts';
import { type CertificateKind, encodeCertificate, identifierKey, prescriptionKey } from '../../codec/index.ts';
import type { KeyDirectoryEntry } from '../client/types.ts';
import type { CentreStore } from './store.ts';

const file = 'centre/keys.json';

interface KeyFile {
  readonly v: 1;
  readonly world: string;
  readonly root: string;
  readonly identifierMaster: string;
  readonly prescriptionMaster: string;
}

export interface CentreKeys {
  readonly world: string;
  /** 65 bytes. */
  readonly root: Uint8Array;
  signByRoot(bytes: Uint8Array): Uint8Array;
  identifierKey(hospId: string, rocDate: string): Uint8Array;
  prescriptionKey(hospId: string): Uint8Array;
  /** Certifies a key, gives it a number, and publishes it where it signs for an institution. */
  certify(
    subject: { kind: CertificateKind; subject: string; hospId: string; publicKey: Uint8Array },
    store?: CentreStore,
  ): { bytes: Uint8Array; keyNo: string };
}

export function newCentreKeys(store: Store, random: Random): void {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keys: KeyFile = {
    v: 1,
    world: Buffer.from(random.bytes(8)).toString('hex'),
    root: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    identifierMaster: Buffer.from(random.bytes(32)).toString('base64'),
    prescriptionMaster: Buffer.from(random.bytes(32)).toString('base64'),
  };
  store.write(file, Buffer.from(JSON.stringify(keys)));
}

export function openCentreKeys(store: Store, clock: Clock, random: Random): CentreKeys {
  const bytes = store.read(file);
  if (bytes === undefined) throw new TypeError('no centre keys');
  const keys = JSON.parse(Buffer.from(bytes).toString('utf8')) as KeyFile;
  const rootKey: KeyObject = privateKeyOf(keys.root);
  const root = publicBytes(rootKey);
  const signByRoot = (text: Uint8Array) =>
    new Uint8Array(sign('sha256', text, { key: rootKey, dsaEncoding: 'ieee-p1363' }));
  return {
    world: keys.world,
    root,
    signByRoot,
    identifierKey: (hospId, rocDate) => identifierKey(Buffer.from(keys.identifierMaster, 'base64'), hospId, rocDate),
    prescriptionKey: (hospId) => prescriptionKey(Buffer.from(keys.prescriptionMaster, 'base64'), hospId),
    certify(subject, directory) {
      const keyNo = Buffer.from(random.bytes(8)).toString('hex');
      const notBefore = clock.now() - limits.clockBehind;
      const life = subject.kind === 'delegation' ? limits.delegationLife : limits.certificateLife;
      const certificate = {
        ...subject,
        keyNo,
        world: keys.world,
        simulated: true,
        notBefore,
        notAfter: clock.now() + life,
      };
      if (directory && (subject.kind === 'sam' || subject.kind === 'delegation')) {
        const entry: KeyDirectoryEntry = {
          keyNo,
          hospId: subject.hospId,
          samId: subject.subject,
          use: subject.kind,
          publicKey: Buffer.from(subject.publicKey).toString('base64'),
          notBefore,
          notAfter: certificate.notAfter,
          simulated: true,
        };
        directory.putKey(entry);
      }
      return { bytes: encodeCertificate(certificate, signByRoot), keyNo };
    },
  };
}
