import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { readReceipt, readStatement, receiptBytes, rootKeyNo, uploadId, verifyReceipt } from './upload-receipt.ts';

const root = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicOf = (key: typeof root.publicKey): Uint8Array =>
  new Uint8Array(key.export({ format: 'der', type: 'spki' })).slice(-65);
const rootBytes = publicOf(root.publicKey);
const sha256 = 'ab'.repeat(32);
const unsigned = {
  v: 1 as const,
  hospId: '3501200000',
  samId: 'SAM000000001',
  sentAt: '20261125083000',
  size: 1010,
  records: 3,
  orders: 6,
  sha256,
  simulated: true,
  id: uploadId('3501200000', sha256),
  receivedAt: '20261125083001',
  serverRandom: '0123456789abcdef',
  keyNo: rootKeyNo(rootBytes),
};
const receipt = {
  ...unsigned,
  signature: sign('sha256', receiptBytes(unsigned), { key: root.privateKey, dsaEncoding: 'ieee-p1363' }).toString(
    'base64',
  ),
};

test('a receipt is genuine as it was signed, and with no field changed', () => {
  assert.equal(verifyReceipt(receipt, rootBytes), true);
  const changes: { readonly [field: string]: unknown } = {
    hospId: '3501200001',
    samId: 'SAM000000002',
    sentAt: '20261125083002',
    size: 1011,
    records: 4,
    orders: 7,
    sha256: 'ac'.repeat(32),
    simulated: false,
    id: uploadId('3501200000', 'ac'.repeat(32)),
    receivedAt: '20261125083002',
    serverRandom: '0123456789abcdee',
    keyNo: '0000000000000000',
  };
  for (const [field, value] of Object.entries(changes))
    assert.equal(verifyReceipt({ ...receipt, [field]: value }, rootBytes), false, field);
  assert.equal(Object.keys(changes).length, Object.keys(unsigned).length - 1, 'every field but the version');
  const other = publicOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);
  assert.equal(verifyReceipt(receipt, other), false);
  assert.equal(verifyReceipt({ ...receipt, keyNo: rootKeyNo(other) }, other), false);
});

test('what is read is a receipt in every field, and nothing more', () => {
  assert.deepEqual(readReceipt({ ...receipt, more: 1 }), receipt);
  for (const field of Object.keys(receipt))
    for (const value of [undefined, null, {}, '', -1, '|', 1.5])
      assert.equal(readReceipt({ ...receipt, [field]: value }), undefined, `${field} ${value}`);
  for (const nothing of [undefined, null, 'x', 5, []]) assert.equal(readReceipt(nothing), undefined);
  assert.equal(readStatement(receipt)?.size, 1010);
  assert.equal('id' in (readStatement(receipt) ?? {}), false);
});
