import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { identifierKey, prescriptionKey } from './identifier-key.ts';
import { rocDateTimeOf } from './roc-date.ts';
import { checkTreatNum, isReserved, treatNum } from './treat-num.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 50_000 : 100 };
const visit = { personId: 'A123456789', hospId: '3501200000', dateTime: '1151124093000' };
const master = new Uint8Array(32).fill(7);
const key = identifierKey(master, visit.hospId, '1151124');

const triples = fc.record({
  personId: fc.stringMatching(/^[A-Z][1289A-D]\d{8}$/),
  hospId: fc.stringMatching(/^\d{10}$/),
  dateTime: fc.integer({ min: 0, max: 4e12 }).map((instant) => rocDateTimeOf(instant) as string),
});

test('ruling 1: twenty base-36 digits; its own visit is the only one that it fits', () => {
  fc.assert(
    fc.property(triples, triples, (one, other) => {
      const identifier = treatNum(key, one);
      assert.match(identifier, /^[0-9A-Z]{20}$/);
      assert.equal(isReserved(identifier, []), false);
      assert.equal(checkTreatNum(identifier, key, one), true);
      assert.equal(checkTreatNum(identifier, key, other), JSON.stringify(one) === JSON.stringify(other));
      assert.equal(checkTreatNum(identifier, new Uint8Array(32), one), false);
    }),
    runs,
  );
});

test('golden: the digest as a number modulo 36^20', () => {
  const digest = createHmac('sha256', key).update('A123456789|3501200000|1151124093000').digest();
  let number = 0n;
  for (const byte of digest) number = number * 256n + BigInt(byte);
  let expected = '';
  for (let place = 0; place < 20; place++) {
    expected = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[Number(number % 36n)] + expected;
    number /= 36n;
  }
  assert.equal(treatNum(key, visit), expected);
  assert.equal(expected, 'BI0GF4IIO5NCDXKKJR7G');
});

test('what could be read as something else is hashed again with a counter', () => {
  const first = treatNum(key, visit);
  const second = treatNum(key, visit, [first]);
  const third = treatNum(key, visit, [first, second]);
  const digest = createHmac('sha256', key).update('A123456789|3501200000|1151124093000|1').digest('hex');
  assert.equal(second, (BigInt(`0x${digest}`) % 36n ** 20n).toString(36).toUpperCase().padStart(20, '0'));
  assert.equal(new Set([first, second, third]).size, 3);
  assert.equal(checkTreatNum(second, key, visit, [first]), true);
  assert.equal(checkTreatNum(first, key, visit, [first]), false);
  for (const reserved of ['MISS0000000000000000', 'SM123456789012345678', '9'.repeat(20), `A01${'0'.repeat(17)}`]) {
    assert.equal(isReserved(reserved, ['A01']), true, reserved);
  }
  for (const free of [`A01${'0'.repeat(16)}1`, `8${'9'.repeat(19)}`, 'MIS0S000000000000000', `B01${'0'.repeat(17)}`]) {
    assert.equal(isReserved(free, ['A01']), false, free);
  }
});

test('a visit without id, institution or a real time has no identifier, and the words do not tell it', () => {
  const wrong = [
    { ...visit, personId: '' },
    { ...visit, hospId: '' },
    { ...visit, dateTime: '1150229093000' },
    { ...visit, dateTime: '20261124093000' },
    { ...visit, personId: 'A123456789|3501200000', hospId: 'x' },
  ];
  for (const one of wrong) {
    assert.throws(
      () => treatNum(key, one),
      (error: Error) => !error.message.includes('A123456789') && !error.message.includes('3501200000'),
    );
    assert.throws(() => treatNum(key, one), { code: 6018, kind: 'treat-num-input' });
    assert.equal(checkTreatNum('0'.repeat(20), key, one), false);
  }
  assert.throws(() => treatNum(new Uint8Array(16), visit), { code: 6018 });
});

test('ruling 2: a key for each day, institution and purpose', () => {
  const keys = [
    identifierKey(master, visit.hospId, '1151124'),
    identifierKey(master, visit.hospId, '1151125'),
    identifierKey(master, '3501200001', '1151124'),
    identifierKey(new Uint8Array(32), visit.hospId, '1151124'),
    prescriptionKey(master, visit.hospId),
  ].map((one) => Buffer.from(one).toString('hex'));
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(keys[0], createHmac('sha256', master).update('identifier|3501200000|1151124').digest('hex'));
  assert.throws(() => identifierKey(master, visit.hospId, '1150229'), { code: 6018, kind: 'key-input' });
  assert.throws(() => identifierKey(new Uint8Array(8), visit.hospId, '1151124'), { code: 6018 });
  assert.throws(() => prescriptionKey(master, ''), { code: 6018 });
});
