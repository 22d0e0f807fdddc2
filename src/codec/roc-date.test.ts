import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  ageOn,
  daysBetween,
  epochOf,
  isRocDate,
  isRocDateTime,
  rocDateOf,
  rocDateTimeOf,
  westernDateTimeOf,
} from './roc-date.ts';

const instants = fc
  .integer({ min: Date.UTC(1912, 0, 2), max: Date.UTC(2910, 0, 1) })
  .map((ms) => Math.floor(ms / 1000) * 1000);

test('an instant and its 13 digits are the same thing, and Intl agrees whatever the machine says', () => {
  const intl = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Etc/GMT-8',
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  fc.assert(
    fc.property(instants, (ms) => {
      const roc = rocDateTimeOf(ms);
      assert.equal(epochOf(roc), ms);
      assert.equal(westernDateTimeOf(ms), intl.format(ms).replace(/\D/g, ''));
      assert.equal(rocDateOf(ms), roc.slice(0, 7));
    }),
  );
});

test('Q5: the year 610 cannot come out of a conversion done twice', () => {
  const now = Date.UTC(2021, 11, 10);
  assert.equal(rocDateTimeOf(now).slice(0, 3), '110');
  // The mistake behind 610: ROC or Buddhist years added once more. As an instant it is refused or stays itself.
  const twice = epochOf(rocDateTimeOf(now)) ?? 0;
  assert.equal(rocDateTimeOf(twice).slice(0, 3), '110');
  for (const outside of [Number.NaN, -1e15, 1e15, Number.POSITIVE_INFINITY]) {
    assert.throws(() => rocDateTimeOf(outside), { code: 5005 });
  }
});

test('days that do not exist are refused; leap years are western ones', () => {
  for (const good of ['0890229', '1130229', '1000101', '0010101', '-010101', '-991231', '9991231', '0850229']) {
    assert.equal(isRocDate(good), true, good);
  }
  for (const bad of [
    '0900229',
    '1140229',
    '0000101',
    '-000101',
    '1141301',
    '1140132',
    '1140431',
    '114010',
    'abcdefg',
    '       ',
    '-1230101',
  ]) {
    assert.equal(isRocDate(bad), false, bad);
  }
  assert.equal(isRocDateTime('1140101235959'), true);
  for (const bad of ['1140101240000', '1140101236000', '1140101235960', '-010101000000', '114010123595']) {
    assert.equal(isRocDateTime(bad), false, bad);
  }
});

test('before 1912: -01 is 1911, and there is no year zero between', () => {
  assert.equal(daysBetween('-011231', '0010101'), 1);
  assert.equal(ageOn('-010101', '0010101'), 1);
  assert.equal(ageOn('0890229', '1070228'), 17);
  assert.equal(ageOn('0890229', '1070301'), 18);
});

test('days are counted over leap days and years', () => {
  assert.equal(daysBetween('1130228', '1130301'), 2);
  assert.equal(addDays('1131231', 1), '1140101');
  fc.assert(
    fc.property(instants, fc.integer({ min: -4000, max: 4000 }), (ms, days) => {
      const start = rocDateOf(Math.min(Math.max(ms, Date.UTC(1930, 0, 1)), Date.UTC(2890, 0, 1)));
      assert.equal(daysBetween(start, addDays(start, days)), days);
    }),
  );
});
