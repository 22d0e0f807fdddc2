import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lastSerial, nextSeqNumber, previousSeqNumber } from './seq-number.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 50_000 : 100 };

test('whatever the card holds, the next number is of this year, 0001 to 1500, or none is left', () => {
  const last = fc.oneof(fc.string({ maxLength: 9 }), fc.stringMatching(/^11[345]\d{4}$/));
  fc.assert(
    fc.property(last, fc.integer({ min: 1, max: 999 }), (held, year) => {
      const rocYear = String(year).padStart(3, '0');
      const next = nextSeqNumber(held, rocYear);
      if (next === undefined) return assert.ok(held.startsWith(rocYear) && Number(held.slice(3)) >= lastSerial);
      assert.match(next, /^\d{7}$/);
      assert.equal(next.slice(0, 3), rocYear);
      assert.ok(Number(next.slice(3)) >= 1 && Number(next.slice(3)) <= lastSerial);
      if (/^\d{7}$/.test(held) && held.startsWith(rocYear)) assert.equal(previousSeqNumber(next), held);
    }),
    runs,
  );
});

test('a whole year of visits: 1,500 numbers, each once, then none', () => {
  const given = new Set<string>();
  let last = '1131499';
  for (let next = nextSeqNumber(last, '114'); next !== undefined; next = nextSeqNumber(last, '114')) {
    given.add(next);
    last = next;
  }
  assert.equal(given.size, 1500);
  assert.equal(last, '1141500');
  assert.equal(nextSeqNumber(last, '115'), '1150001');
});

test('blank cards, undone visits, years that are none', () => {
  assert.equal(nextSeqNumber('       ', '114'), '1140001');
  assert.equal(nextSeqNumber('', '114'), '1140001');
  assert.equal(nextSeqNumber('1149999', '114'), undefined);
  assert.equal(previousSeqNumber('1140001'), '1140000');
  assert.equal(previousSeqNumber('1140000'), '1140000');
  assert.equal(nextSeqNumber('1140000', '114'), '1140001');
  assert.equal(previousSeqNumber('       '), '       ');
  for (const year of ['', '14', '000', '2025', 'abc']) {
    assert.throws(() => nextSeqNumber('1140001', year), { code: 6018, kind: 'roc-year' });
  }
});
