import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SamStatus } from '../../../client/index.ts';
import { rocOf } from '../../roc.ts';
import { ends } from './ends.ts';

const now = Date.UTC(2025, 10, 25, 2);
const hour = 3_600_000;
const sam = (more: Partial<SamStatus>): SamStatus => ({
  state: 2,
  kind: 'cloud',
  online: true,
  offlineMode: 'delegated',
  simulated: true,
  ...more,
});
const delegation = (notAfter: number) => ({ delegation: { keyNo: '00', notAfter, valid: notAfter > now } });

test('a module that is not there has no ends', () => {
  assert.deepEqual(ends(sam({ state: 0 }), now), []);
});

test('a delegation is warned of six hours before its end, and is red after it', () => {
  const level = (notAfter: number) => ends(sam(delegation(notAfter)), now)[0]?.level;
  assert.equal(level(now + 7 * hour), 'good');
  assert.equal(level(now + 6 * hour), 'warning');
  assert.equal(level(now), 'red');
  assert.equal(ends(sam(delegation(now + 7 * hour)), now)[0]?.todo, undefined);
});

test('the last day for which a key is held is a whole day', () => {
  const until = (epoch: number) => ends(sam({ identifierKeysUntil: rocOf(epoch).slice(0, 7) }), now)[0]?.level;
  assert.equal(until(now - 24 * hour), 'red');
  assert.equal(until(now), 'warning');
  assert.equal(until(now + 30 * 24 * hour), 'good');
});
