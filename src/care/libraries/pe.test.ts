import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { madePe } from '../../../test/support/made-pe.ts';
import { readPe } from './pe.ts';

const strings = { CompanyName: 'OpenCSHIS', ProductName: 'OpenCSHIS', FileDescription: '健保卡' };

test('bits, kind, version and maker of a library and of a program', () => {
  for (const bits of [32, 64] as const)
    for (const library of [true, false])
      assert.deepEqual(readPe(madePe({ bits, library, version: [5, 1, 5, 3], strings })), {
        bits,
        library,
        version: '5.1.5.3',
        company: 'OpenCSHIS',
        product: 'OpenCSHIS',
      });
  assert.deepEqual(readPe(madePe({ bits: 64, library: false })), { bits: 64, library: false });
  assert.equal(
    readPe(madePe({ version: [1, 0, 0, 0], strings: { CompanyName: '衛生福利部中央健康保險署' } }))?.company,
    '衛生福利部中央健康保險署',
  );
});

test('any version and any name comes back as it was written', () => {
  const part = fc.integer({ min: 0, max: 65_535 });
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((one) => one === one.trim() && !/[\p{C}]/u.test(one));
  fc.assert(
    fc.property(
      fc.tuple(part, part, part, part),
      name,
      fc.constantFrom(32 as const, 64 as const),
      (version, company, bits) => {
        const facts = readPe(madePe({ bits, version, strings: { CompanyName: company } }));
        assert.equal(facts?.version, version.join('.'));
        assert.equal(facts?.company, company);
      },
    ),
  );
});

test('what is no PE file is none', () => {
  for (const bytes of [
    [],
    [0x4d],
    [0x4d, 0x5a],
    Buffer.from('MZ'.padEnd(200, '\xff'), 'latin1'),
    Buffer.from('\x7fELF'),
    Buffer.alloc(4096),
  ])
    assert.equal(readPe(Uint8Array.from(bytes)), undefined);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => assert.equal(readPe(bytes), undefined)));
});

test('cut anywhere: nothing, or what still stands in it; never an exception', () => {
  const whole = madePe({ version: [5, 1, 5, 3], strings });
  for (let length = 0; length <= whole.length; length++) {
    const facts = readPe(whole.subarray(0, length));
    if (facts?.version !== undefined) assert.equal(facts.version, '5.1.5.3');
  }
});

test('headers that lie: no exception, no endless work, whatever numbers stand in them', () => {
  const whole = madePe({ bits: 64, version: [5, 1, 5, 3], strings });
  const lie = fc.record({
    at: fc.integer({ min: 0, max: whole.length - 4 }),
    value: fc.oneof(
      fc.constantFrom(0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffff0, rootOfAll),
      fc.integer({ min: 0, max: 0xffffffff }),
    ),
  });
  fc.assert(
    fc.property(fc.array(lie, { minLength: 1, maxLength: 12 }), fc.boolean(), (lies, cut) => {
      const bytes = Buffer.from(whole);
      for (const { at, value } of lies) bytes.writeUInt32LE(value >>> 0, at);
      const facts = readPe(cut ? bytes.subarray(0, bytes.length - 50) : bytes);
      if (facts === undefined) return;
      assert.ok(facts.bits === 32 || facts.bits === 64);
      if (facts.version !== undefined) assert.match(facts.version, /^\d+\.\d+\.\d+\.\d+$/);
      for (const text of [facts.company, facts.product]) assert.ok((text?.length ?? 0) <= 100);
    }),
    { numRuns: 3000 },
  );
});
/** A folder of resources that leads back to itself. */
const rootOfAll = 0x80000000;

test('the fields of the headers, each with each extreme', () => {
  const whole = madePe({ version: [5, 1, 5, 3], strings });
  for (let at = 0; at + 4 <= whole.length; at++)
    for (const value of [0, 0xffffffff, 0x80000000, 0x7fffffff]) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt32LE(value, at);
      readPe(bytes);
    }
});
