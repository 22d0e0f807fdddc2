import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAtr } from './atr.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 50_000 : 100 };
const unhex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const withCheck = (bytes: readonly number[]) =>
  Uint8Array.from([...bytes, bytes.slice(1).reduce((sum, byte) => sum ^ byte, 0)]);

test('CVE-2025-66038: any bytes are an ATR or undefined, and historical bytes stay inside it', () => {
  const near = fc
    .tuple(fc.constantFrom(0x3b, 0x3f), fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.boolean())
    .map(([ts, rest, check]) => (check ? withCheck([ts, ...rest]) : Uint8Array.from([ts, ...rest])));
  fc.assert(
    fc.property(fc.oneof(near, fc.uint8Array({ maxLength: 40 })), (bytes) => {
      const atr = parseAtr(bytes);
      if (atr === undefined) return;
      assert.equal(atr.historical.length, (bytes[1] ?? 0) & 15);
      assert.ok(atr.historical.length <= bytes.length - 2 && bytes.length <= 33);
      assert.ok(atr.protocols.length > 0 && atr.protocols.every((protocol) => protocol < 15));
    }),
    runs,
  );
});

test('every ATR of T=1 with 0 to 15 historical bytes is read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 15 }), (historical) => {
      const atr = parseAtr(withCheck([0x3b, 0x80 | historical.length, 0x01, ...historical]));
      assert.deepEqual(atr?.protocols, [1]);
      assert.equal(Buffer.compare(atr?.historical ?? unhex('00'), historical), 0);
    }),
    runs,
  );
});

test('cases: T=0 has no check byte, both protocols and global bytes (T=15) do', () => {
  assert.deepEqual(parseAtr(unhex('3B 00')), { convention: 'direct', protocols: [0], historical: new Uint8Array(0) });
  assert.deepEqual(parseAtr(unhex('3F 65 25 08 31 04 6C 90 00'))?.convention, 'inverse');
  assert.deepEqual(parseAtr(withCheck([0x3b, 0x80, 0x80, 0x01]))?.protocols, [0, 1]);
  assert.deepEqual(parseAtr(withCheck([0x3b, 0x80, 0x81, 0x1f, 0x42]))?.protocols, [1]);
});

test('cut, over-long, wrong check byte, wrong first byte', () => {
  const good = withCheck([0x3b, 0x83, 0x01, 1, 2, 3]);
  assert.notEqual(parseAtr(good), undefined);
  for (let end = 0; end < good.length; end++) assert.equal(parseAtr(good.subarray(0, end)), undefined, String(end));
  assert.equal(parseAtr(good.map((byte, at) => (at === 4 ? byte ^ 1 : byte))), undefined);
  assert.equal(parseAtr(Uint8Array.from([...good, 0])), undefined);
  for (const bad of ['', '3B', '00 00', '3B 0F 01', '3B F0 01 02 03', '3B 80', '3B 80 80 80 80 80 80 80']) {
    assert.equal(parseAtr(unhex(bad)), undefined, bad);
  }
  assert.equal(parseAtr(new Uint8Array(65_538).fill(0x3b)), undefined);
});
