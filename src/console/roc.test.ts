import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageOn as codecAge, daysBetween as codecDays, epochOf as codecEpoch, rocDateTimeOf } from '../codec/index.ts';
import { ageOn, daysBetween, epochOf, fieldOf, rocOf, rocOfField, showDate, showTime } from './roc.ts';

const moments = fc.integer({ min: -1_500_000_000, max: 4_000_000_000 }).map((seconds) => seconds * 1000);

test('the page counts dates as the control software does', () => {
  fc.assert(
    fc.property(moments, moments, (one, other) => {
      const [a, b] = [rocOf(one), rocOf(other)];
      assert.equal(a, rocDateTimeOf(one));
      assert.equal(epochOf(a), codecEpoch(a));
      assert.equal(daysBetween(a, b), codecDays(a.slice(0, 7), b.slice(0, 7)));
      const [birth, today] = a < b ? [a, b] : [b, a];
      assert.equal(ageOn(birth.slice(0, 7), today), codecAge(birth.slice(0, 7), today.slice(0, 7)));
    }),
  );
});

test('people read ROC dates in Chinese and western ones in English', () => {
  assert.equal(showDate('1141125', 'zh'), '民國 114 年 11 月 25 日');
  assert.equal(showDate('1141125', 'en'), '25 November 2025 (ROC 114)');
  assert.equal(showDate('-020315', 'zh'), '民國前 2 年 3 月 15 日');
  assert.equal(showDate('-020315', 'en'), '15 March 1910');
  assert.equal(showTime('1141125102030', 'zh'), '114/11/25 10:20');
  assert.equal(showTime('1141125102030', 'en'), '2025-11-25 10:20');
  assert.equal(showDate('', 'zh'), '');
  assert.equal(showDate('1149925', 'en'), '1149925');
  assert.equal(ageOn('', '1141125'), undefined);
});

test('a time that a clerk states is 13 ROC digits', () => {
  assert.equal(rocOfField('2025-11-25T10:20'), '1141125102000');
  assert.equal(rocOfField(''), undefined);
  assert.equal(rocOfField('1900-01-01T00:00'), undefined);
  fc.assert(
    fc.property(fc.integer({ min: -800_000_000, max: 4_000_000_000 }), (seconds) =>
      assert.equal(rocOfField(fieldOf(seconds * 1000)), `${rocOf(seconds * 1000).slice(0, 11)}00`),
    ),
  );
});
