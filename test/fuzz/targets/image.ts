/** @module A health card with a PIN, of a world made for this run. */

import { generateKeyPairSync, sign } from 'node:crypto';
import { type CardImage, newHealthCard, publicBytes } from '../../../src/card/index.ts';
import { encodeCertificate } from '../../../src/codec/index.ts';

const root = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
export const world = '0102030405060708';

export const image: CardImage = newHealthCard(
  {
    cardNo: '900000000001',
    name: '王小明',
    personId: 'A123456789',
    birthDate: '0790101',
    sex: 'M',
    issueDate: '1120304',
  },
  { pin: '1234' },
  {
    world,
    root: publicBytes(root),
    certify: ({ kind, subject, hospId, publicKey }) =>
      encodeCertificate(
        {
          kind,
          simulated: true,
          keyNo: '00000000000000aa',
          world,
          subject,
          hospId,
          notBefore: 0,
          notAfter: 4e12,
          publicKey,
        },
        (bytes) => new Uint8Array(sign('sha256', bytes, { key: root, dsaEncoding: 'ieee-p1363' })),
      ),
  },
);
