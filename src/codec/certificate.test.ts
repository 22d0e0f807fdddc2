import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Certificate,
  certificateLength,
  decodeCertificate,
  encodeCertificate,
  verifyCertificate,
} from './certificate.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 20_000 : 100 };
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rawOf = (key: KeyObject) => {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Uint8Array.from([4, ...Buffer.from(x, 'base64url'), ...Buffer.from(y, 'base64url')]);
};
const root = pair();
const byRoot = (bytes: Uint8Array) =>
  new Uint8Array(sign('sha256', bytes, { key: root.privateKey, dsaEncoding: 'ieee-p1363' }));
const sam: Certificate = {
  kind: 'sam',
  simulated: true,
  keyNo: '0123456789abcdef',
  world: 'fedcba9876543210',
  subject: 'SAM000000001',
  hospId: '3501200000',
  notBefore: 1_700_000_000_000,
  notAfter: 1_900_000_000_000,
  publicKey: rawOf(pair().publicKey),
};

test('what is certified is read again, and one changed bit is refused', () => {
  const bytes = encodeCertificate(sam, byRoot);
  assert.equal(bytes.length, certificateLength);
  assert.deepEqual(verifyCertificate(bytes, rawOf(root.publicKey), { kind: 'sam', world: sam.world }), sam);
  fc.assert(
    fc.property(fc.nat(certificateLength * 8 - 1), (bit) => {
      const altered = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      assert.throws(() => verifyCertificate(altered, rawOf(root.publicKey), { kind: 'sam' }), { code: 4071 });
    }),
    runs,
  );
});

test('any bytes are a certificate or 4071', () => {
  const made = fc.uint8Array({ minLength: 187, maxLength: 187 }).map((bytes) => {
    bytes.set([1, 2]);
    bytes[58] = 4;
    return bytes;
  });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), made), (bytes) => {
      try {
        decodeCertificate(bytes);
      } catch (error) {
        assert.equal((error as { code: number }).code, 4071);
      }
    }),
    runs,
  );
});

test('another kind, world or root is refused; so is what does not fit its field', () => {
  const bytes = encodeCertificate(sam, byRoot);
  const own = rawOf(root.publicKey);
  assert.throws(() => verifyCertificate(bytes, own, { kind: 'hc' }), { code: 4071 });
  assert.throws(() => verifyCertificate(bytes, own, { kind: ['hc', 'sam'], world: '0'.repeat(16) }), { code: 4071 });
  assert.throws(() => verifyCertificate(bytes, sam.publicKey, { kind: 'sam' }), { code: 4071 });
  for (const wrong of [
    { keyNo: 'x' },
    { subject: 'SAM0000000012' },
    { hospId: '王' },
    { publicKey: new Uint8Array(65) },
  ]) {
    assert.throws(() => encodeCertificate({ ...sam, ...wrong }, byRoot), { code: 4071 });
  }
  assert.throws(() => encodeCertificate(sam, () => new Uint8Array(70)), { code: 4071 });
});
