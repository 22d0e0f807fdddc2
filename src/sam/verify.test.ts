import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import type { KeyDirectory, KeyDirectoryEntry } from '../centre/client/index.ts';
import { buildEnvelope, envelopeBase64, envelopeHex, epochOf } from '../codec/index.ts';
import { verifySignature } from './verify.ts';

const visit = { personId: 'A123456789', hospId: '3501200000', dateTime: '1151124083000' };
const time = epochOf(visit.dateTime) ?? 0;
const keyNo = '0123456789abcdef';
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' });
const publicKey = Buffer.concat([Uint8Array.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString(
  'base64',
);
const entry: KeyDirectoryEntry = {
  keyNo,
  hospId: visit.hospId,
  samId: 'SAM000000001',
  use: 'delegation',
  publicKey,
  notBefore: time - 3_600_000,
  notAfter: time + 3_600_000,
  simulated: true,
};
const directory = (change: Partial<KeyDirectoryEntry> = {}, issuedAt = time + 1): KeyDirectory => ({
  world: 'w',
  issuedAt,
  entries: [{ ...entry, ...change }],
});
const envelope = buildEnvelope(visit, { keyNo, simulated: true });
const signed = envelope.complete(
  new Uint8Array(sign('sha256', envelope.toSign, { key: keys.privateKey, dsaEncoding: 'ieee-p1363' })),
);
const verdict = (to: KeyDirectory, of = visit, text = envelopeHex(signed)) => verifySignature(text, of, to).verdict;

test('a genuine signature, as hexadecimal and as base64', () => {
  assert.equal(verdict(directory()), 'ok');
  assert.equal(verdict(directory(), visit, envelopeBase64(signed)), 'ok');
  assert.equal(verifySignature(envelopeHex(signed), visit, directory()).simulated, true);
});

test('each way to be wrong has its own word', () => {
  assert.equal(verdict(directory(), { ...visit, personId: 'A123456780' }), 'altered-person');
  assert.equal(verdict(directory(), { ...visit, hospId: '0401180014' }), 'altered-institution');
  assert.equal(verdict(directory(), { ...visit, dateTime: '1151124083001' }), 'altered-time');
  assert.equal(verdict(directory({ hospId: '0401180014' })), 'wrong-institution');
  assert.equal(verdict(directory({ notAfter: time - 1 })), 'expired');
  assert.equal(verdict(directory({ notBefore: time + 60_000 })), 'expired');
  assert.equal(verdict(directory({ revokedAt: time })), 'revoked');
  assert.equal(verdict(directory({ revokedAt: time + 1 })), 'ok', 'revoked later: it was good then');
  assert.equal(verdict(directory({ simulated: false })), 'simulated-mismatch');
  assert.equal(verdict(directory({ keyNo: 'ffffffffffffffff' })), 'unknown-key');
  assert.equal(verdict(directory({ keyNo: 'ffffffffffffffff' }, time - 1)), 'directory-too-old');
  assert.equal(verdict(directory(), visit, 'nonsense'), 'malformed');
});

test('no single byte can be changed', () => {
  for (let at = 0; at < signed.length; at++) {
    const bytes = Uint8Array.from(signed);
    bytes[at] = (bytes[at] ?? 0) ^ 0x01;
    assert.notEqual(verdict(directory(), visit, envelopeHex(bytes)), 'ok', `byte ${at + 1}`);
  }
});
