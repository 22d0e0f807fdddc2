import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowance, undoProblem } from './allows.ts';

const today = '1141125';
const good = { cancelMark: '1', validUntil: '1201231', available: 6 };

test('an ordinary card allows every category, in green', () => {
  const { lines, any, numbered, newborn } = allowance(good, today);
  assert.deepEqual([any, numbered, newborn], [true, true, false]);
  assert.deepEqual(
    lines.map((line) => line.level),
    ['good', 'good'],
  );
  assert.equal(lines[0]?.words.zh, '有效期限 民國 120 年 12 月 31 日');
});

test('cancelled and expired cards allow nothing; one without visits left the categories without a number', () => {
  assert.equal(allowance({ ...good, cancelMark: '2' }, today).any, false);
  assert.equal(allowance({ ...good, validUntil: '1141124' }, today).any, false);
  assert.equal(allowance({ ...good, validUntil: today }, today).any, true);
  const none = allowance({ ...good, available: 0 }, today);
  assert.deepEqual([none.any, none.numbered], [true, false]);
});

test('what was not read is not spoken of', () => {
  assert.deepEqual(allowance({}, today), { lines: [], any: true, numbered: true, newborn: false });
});

test('a newborn is registered on the card for 60 days', () => {
  const attached = (newbornDate: string) => allowance({ ...good, newbornDate, newbornMark: '1' }, today).newborn;
  assert.equal(attached('1141115'), true);
  assert.equal(attached('1140926'), true);
  assert.equal(attached('1140925'), false);
  assert.equal(allowance({ ...good, newbornDate: '1141115' }, today).newborn, false);
});

test('undoing: own institution, numeric category, 24 hours, once, online', () => {
  const visit = { treatItem: '01', visitTime: '1141125090000', seqNumber: '0001', hospId: '3501200000' };
  const facts = { hospId: '3501200000', now: '1141125100000', online: true, undone: false, hours: 1 };
  assert.equal(undoProblem(visit, facts), undefined);
  for (const [change, word] of [
    [{ undone: true }, 'undone'],
    [{ hospId: 'other' }, 'another institution'],
    [{ hours: 24.01 }, 'more than 24 hours ago'],
    [{ online: false }, 'needs the network'],
  ] as const)
    assert.equal(undoProblem(visit, { ...facts, ...change })?.en, word);
  assert.equal(undoProblem({ ...visit, treatItem: 'AC' }, facts)?.en, 'this category cannot be undone');
});
