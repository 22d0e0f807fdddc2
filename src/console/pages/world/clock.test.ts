import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rocDateTimeOf } from '../../../codec/index.ts';
import { fieldOfWall, shiftInUnits, wallOfField, wallOfRoc } from './clock.ts';

const taiwan = 8 * 3_600_000;
const instants = fc.integer({ min: Date.UTC(1912, 0, 2) / 1000, max: Date.UTC(2910, 0, 1) / 1000 });

test('ROC digits and a date field are the same moment of the wall clock, in every year', () => {
  fc.assert(
    fc.property(instants, (seconds) => {
      const wall = seconds * 1000 + taiwan;
      assert.equal(wallOfRoc(rocDateTimeOf(seconds * 1000)), wall);
      assert.equal(fieldOfWall(wall), new Date(wall).toISOString().slice(0, 19));
      assert.equal(wallOfField(fieldOfWall(wall)), wall);
      assert.equal(
        wallOfField(fieldOfWall(wall).slice(0, 16)),
        wall - (wall % 60_000) - (wall % 60_000 < 0 ? 60_000 : 0),
      );
    }),
  );
});

test('what is no date is none', () => {
  for (const text of ['', '2026', '2026-11-25', 'tomorrow']) assert.equal(wallOfField(text), undefined);
});

test('a shift is told in the largest units', () => {
  assert.deepEqual(shiftInUnits(0), []);
  assert.deepEqual(shiftInUnits(-(2 * 86_400_000 + 3 * 3_600_000)), [
    { count: 2, unit: 'd' },
    { count: 3, unit: 'h' },
  ]);
  assert.deepEqual(shiftInUnits(90_000), [{ count: 2, unit: 'm' }]);
});
