import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allPairs, decodeBig5, encodeBig5, fitBig5 } from './big5.ts';

test('19,710 of the 19,720 two-byte codes round-trip by byte; the ten duplicates go to their standard twin', () => {
  const twins: string[] = [];
  let codes = 0;
  for (const [lead, trail] of allPairs()) {
    const text = decodeBig5(Uint8Array.of(lead, trail));
    if (text.includes('\uFFFD')) continue;
    codes += 1;
    const back = Buffer.from(encodeBig5(text)).toString('hex');
    const code = Buffer.of(lead, trail).toString('hex');
    if (back !== code) {
      twins.push(`${code}=${back}`);
      assert.equal(decodeBig5(Uint8Array.from(Buffer.from(back, 'hex'))), text);
    }
  }
  assert.equal(codes, 19_720);
  assert.equal(twins.length, 10, twins.join(' '));
  for (const known of ['a2cc=a451', 'a2ce=a4ca']) assert.ok(twins.includes(known), twins.join(' '));
});

test('golden codes: the euro sign, the numerals, the user-defined area', () => {
  const hex = (text: string) => Buffer.from(encodeBig5(text)).toString('hex');
  assert.equal(hex('十'), 'a451');
  assert.equal(hex('卅'), 'a4ca');
  assert.equal(hex('€'), 'a3e1');
  assert.equal(hex('\uE000'), 'fa40');
  assert.equal(hex('\uEEB8'), '8140');
  assert.equal(hex('王小明'), 'a4fda470a9fa');
});

test('a character without a code is refused, or becomes the box mark, never a question mark', () => {
  assert.throws(() => encodeBig5('堃'), { code: 6018, kind: 'no-big5-code' });
  assert.equal(decodeBig5(encodeBig5('陳堃😀', 'box')), '陳□□');
});

test('any bytes decode without a throw, and no character is split at an edge', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      assert.equal(typeof decodeBig5(bytes), 'string');
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom('王', 'A', '峰', ' ', '羅')), fc.nat(20), (characters, length) => {
      const text = characters.join('');
      const fitted = fitBig5(text, length);
      assert.ok(text.startsWith(fitted));
      const width = encodeBig5(fitted).length;
      assert.ok(width <= length && (fitted === text || width >= length - 1));
    }),
  );
});
