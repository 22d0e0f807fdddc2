import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allPairs, big5Length, decodeBig5, encodeBig5, fitBig5, unmappableAt } from './big5.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 50_000 : 100 };
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

/** Code by code, what encodes elsewhere: the duplicate, and its standard twin. */
const twins = {
  a2a4: 'f9f9', // ═
  a2a5: 'f9e9', // ╞
  a2a6: 'f9ea', // ╪
  a2a7: 'f9eb', // ╡
  a2cc: 'a451', // 十
  a2ce: 'a4ca', // 卅
  f9fa: 'a27e', // ╭
  f9fb: 'a2a1', // ╮
  f9fc: 'a2a2', // ╰
  f9fd: 'a2a3', // ╯
};

test('19,710 of the 19,720 two-byte codes round-trip by byte; ten duplicates go to their standard twin', () => {
  const moved: Record<string, string> = {};
  let codes = 0;
  let own = 0;
  for (const pair of allPairs()) {
    const text = decodeBig5(Uint8Array.from(pair));
    if (text.length !== 1) continue;
    codes += 1;
    if (text >= '\uE000' && text <= '\uF8FF') own += 1;
    const back = hex(encodeBig5(text));
    if (back !== hex(Uint8Array.from(pair))) moved[hex(Uint8Array.from(pair))] = back;
    assert.equal(decodeBig5(unhex(back)), text);
  }
  assert.deepEqual([codes, own], [19_720, 6_217]);
  assert.deepEqual(moved, twins);
});

test('any bytes decode, and "keep" writes the same bytes again but for the ten duplicates', () => {
  const pair = fc.constantFrom(...allPairs()).map((bytes) => [...bytes]);
  const stray = fc.constantFrom(0x80, 0xff, 0x81, 0xa4, 0xfe, 0x20, 0x41, 0x7e, 0x00).map((byte) => [byte]);
  const mixed = fc.array(fc.oneof(pair, stray, fc.array(fc.nat(255), { maxLength: 3 })), { maxLength: 20 });
  fc.assert(
    fc.property(mixed, (parts) => {
      const bytes = Uint8Array.from(parts.flat());
      const again = encodeBig5(decodeBig5(bytes), 'keep');
      assert.equal(again.length, bytes.length);
      assert.equal(decodeBig5(again), decodeBig5(bytes));
      for (let at = 0; at < bytes.length; at++) {
        if (bytes[at] === again[at]) continue;
        const code = hex(bytes.subarray(at, at + 2)) as keyof typeof twins;
        assert.equal(hex(again.subarray(at, at + 2)), twins[code], code);
        at += 1;
      }
    }),
    runs,
  );
});

test('no character is split at the edge of a field', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('王', 'A', '峰', ' ', '羅', '\uE000')), fc.nat(20), (characters, length) => {
      const text = characters.join('');
      const fitted = fitBig5(text, length);
      assert.ok(text.startsWith(fitted));
      const width = encodeBig5(fitted).length;
      assert.equal(width, big5Length(fitted));
      assert.ok(width <= length && (fitted === text || width >= length - 1));
    }),
    runs,
  );
});

test('golden codes: the euro sign, the numerals, the ETEN row, the user-defined area', () => {
  const golden: Record<string, string> = {
    '€': 'a3e1',
    十: 'a451',
    卅: 'a4ca',
    '\u2027': 'a145',
    '\uFE51': 'a14e',
    '\u2574': 'a15a',
    碁: 'f9d6',
    '▓': 'f9fe',
    '\uE000': 'fa40',
    '\uE311': '8e40',
    '\uEEB8': '8140',
    '\uF6B1': 'c6a1',
    王小明: 'a4fda470a9fa',
    'Kolas 王': '4b6f6c617320a4fd',
    '': '',
  };
  for (const [text, bytes] of Object.entries(golden)) {
    assert.equal(hex(encodeBig5(text)), bytes, text);
    assert.equal(decodeBig5(unhex(bytes)), text);
  }
});

test('bytes that are no character become one mark each and take no neighbour with them', () => {
  const mark = (byte: number) => String.fromCodePoint(0xf0000 + byte);
  assert.equal(decodeBig5(Uint8Array.of(0x80, 0xff)), mark(0x80) + mark(0xff));
  assert.equal(decodeBig5(Uint8Array.of(0xa4, 0x20, 0x41)), `${mark(0xa4)} A`);
  assert.equal(decodeBig5(Uint8Array.of(0x41, 0xa4)), `A${mark(0xa4)}`);
  assert.equal(decodeBig5(unhex('a3c0')), mark(0xa3) + mark(0xc0), 'an unused code');
  assert.equal(decodeBig5(unhex('ffa4fd')), `${mark(0xff)}王`);
});

test('a character without a code is refused, or becomes □, and never a question mark', () => {
  for (const rare of ['堃', '喆', '煊', '峯', '〓', '😀', '\u0080', '\uD800', '\uFFFD', '\u{F00A4}']) {
    assert.throws(() => encodeBig5(`陳${rare}`), { code: 6018, kind: 'no-big5-code' });
    assert.equal(decodeBig5(encodeBig5(`陳${rare}A`, 'box')), '陳□A');
    assert.equal(unmappableAt(`陳${rare}`), 2);
  }
  assert.throws(
    () => encodeBig5('陳堃'),
    (error: Error) => !error.message.includes('堃') && error.message.includes('2'),
  );
  assert.throws(() => encodeBig5('堃', 'keep'), { code: 6018 });
  assert.equal(unmappableAt('王小明 A'), 0);
});
