import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { oldestFirst, putInTurn } from './rotation.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 20_000 : 200 };
const blank = (item: string): boolean => item === '';
/** As a card keeps it: a fixed number of places, blank until they are written. */
const empty = (places: number) => ({ items: Array<string>(places).fill(''), next: 0 });

test('arrival k stands in place k modulo the number of places, whatever calls it came in', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(3, 6, 10, 11),
      fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 8 }),
      (places, calls) => {
        const model = Array<string>(places).fill('');
        let ring = empty(places);
        let arrived = 0;
        for (const count of calls) {
          const added = Array.from({ length: count }, (_, index) => `i${arrived + index}`);
          for (const item of added) model[arrived++ % places] = item;
          ring = putInTurn(ring, added, blank);
          assert.deepEqual(ring.items, model);
          assert.equal(ring.next, arrived % places);
          const newest = Array.from({ length: Math.min(arrived, places) }, (_, back) => `i${arrived - 1 - back}`);
          assert.deepEqual(
            oldestFirst(ring)
              .filter((item) => !blank(item))
              .reverse(),
            newest,
          );
        }
      },
    ),
    runs,
  );
});

test('the newest are there and nothing else, also on a card that says nothing of whose turn it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 99 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 20 }),
      (count, turn, silent, more) => {
        const held = Array.from({ length: 6 }, (_, index) => (index < count ? `h${index}` : ''));
        const next = count === 6 ? turn : silent ? 0 : count;
        // By age: once all places are full, the oldest is the one whose turn it is.
        const first = next < 6 ? next : 0;
        const aged = count === 6 ? [...held.slice(first), ...held.slice(0, first)] : held.slice(0, count);
        const added = Array.from({ length: more }, (_, index) => `n${index}`);
        const ring = putInTurn({ items: held, next }, added, blank);
        assert.deepEqual(ring.items.filter((item) => item !== '').sort(), [...aged, ...added].slice(-6).sort());
        assert.ok(ring.next >= 0 && ring.next < 6);
      },
    ),
    runs,
  );
});
