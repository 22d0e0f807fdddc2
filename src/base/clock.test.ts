import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handClock } from '../../test/support/doors.ts';
import { every } from './clock.ts';

test('again and again, for the first time after the pause, until it is ended, also by itself', () => {
  const { clock, pass } = handClock();
  const at: number[] = [];
  const began = clock.now();
  const stop = every(clock, 10, () => {
    at.push(clock.now() - began);
    if (at.length === 4) stop();
  });
  pass(9);
  assert.deepEqual(at, []);
  pass(1000);
  assert.deepEqual(at, [10, 20, 30, 40]);
});
