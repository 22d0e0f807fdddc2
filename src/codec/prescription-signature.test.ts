import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  prescriptionSignature,
  prescriptionSignatureHex,
  readPrescriptionSignature,
  verifyPrescriptionSignature,
} from './prescription-signature.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 50_000 : 100 };
const key = new Uint8Array(32).fill(9);
const visit = { treatNum: '0123456789ABCDEFGHIJ', personId: 'A123456789' };
const item = Uint8Array.from(Buffer.from('1151124093000'.padEnd(61)));

test('ruling 6: one changed bit, in the item or in the signature, and it does not fit', () => {
  const signature = prescriptionSignature(key, 513, visit, 60, item);
  assert.equal(verifyPrescriptionSignature(signature, key, visit, 60, item), true);
  const flip = (bytes: Uint8Array, bit: number) =>
    bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
  fc.assert(
    fc.property(fc.nat(61 * 8 - 1), fc.nat(20 * 8 - 1), (inItem, inSignature) => {
      assert.equal(verifyPrescriptionSignature(signature, key, visit, 60, flip(item, inItem)), false);
      // The key number names the key and is not under the HMAC: with this key it fits all the same.
      assert.equal(verifyPrescriptionSignature(flip(signature, inSignature), key, visit, 60, item), inSignature < 16);
    }),
    runs,
  );
  for (const other of [
    { ...visit, treatNum: '0' },
    { ...visit, personId: 'B123456780' },
  ]) {
    assert.equal(verifyPrescriptionSignature(signature, key, other, 60, item), false);
  }
  assert.equal(verifyPrescriptionSignature(signature, key, visit, 6, item), false);
});

test('golden: key number, then 18 bytes of the HMAC, as 40 upper-case digits', () => {
  const mac = createHmac('sha256', key).update(`0123456789ABCDEFGHIJ|A123456789|60|`).update(item).digest('hex');
  const text = prescriptionSignatureHex(prescriptionSignature(key, 513, visit, 60, item));
  assert.equal(text, `0201${mac.slice(0, 36)}`.toUpperCase());
  assert.deepEqual(readPrescriptionSignature(text)?.keyNo, 513);
});

test('texts that are no signature and items that are none', () => {
  for (const bad of ['', '0'.repeat(39), '0'.repeat(41), 'g'.repeat(40), ' '.repeat(40)]) {
    assert.equal(readPrescriptionSignature(bad), undefined);
  }
  assert.equal(verifyPrescriptionSignature(new Uint8Array(19), key, visit, 1, item), false);
  const wrong: [Uint8Array, number, number, Uint8Array][] = [
    [key, 65_536, 1, item],
    [key, -1, 1, item],
    [key, 1, 0, item],
    [key, 1, 1.5, item],
    [key, 1, 1, item.subarray(1)],
    [key.subarray(1), 1, 1, item],
  ];
  for (const [one, keyNo, number, bytes] of wrong) {
    assert.throws(() => prescriptionSignature(one, keyNo, visit, number, bytes), {
      code: 6018,
      kind: 'prescription-input',
    });
  }
});
