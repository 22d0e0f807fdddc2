import assert from 'node:assert/strict';
import test from 'node:test';
import type { Status } from '../../client/index.ts';
import { hereAndNow } from './here-and-now.ts';

const status: Status = {
  version: '1.0.0',
  profile: '5.1',
  simulated: true,
  world: 'w',
  now: 1_795_600_000_000,
  sam: { state: 2, kind: 'cloud', online: true, offlineMode: 'delegated', simulated: true },
  slots: [{ name: 'Reader 1', kind: 'virtual', role: 'any', present: false, state: 'ready' }],
  pcsc: { available: true },
  links: { centre: true, sam: true },
  journal: { waiting: 0, inDoubt: 0, undelivered: 0, refused: 0, cut: 0 },
  offlineMode: 'delegated',
};
const isWell = (no: number, change: Partial<Status> = {}): boolean | undefined =>
  hereAndNow(no, { ...status, ...change })?.well;

test('Q6: only a module that is verified is well, and a reader that answers', () => {
  assert.equal(isWell(6), true);
  for (const state of [0, 1, 9] as const) assert.equal(isWell(6, { sam: { ...status.sam, state } }), false, `${state}`);
  assert.equal(isWell(6, { slots: status.slots.map((slot) => ({ ...slot, state: 'hanging' })) }), false);
});

test('Q7: with no link what can be done depends on the delegation', () => {
  const down = { links: { centre: false, sam: false } };
  const delegation = { keyNo: '1', notAfter: 0, valid: true };
  assert.match(hereAndNow(7, { ...status, ...down })?.words.en ?? '', /use 1\.54/);
  assert.match(
    hereAndNow(7, { ...status, ...down, sam: { ...status.sam, delegation } })?.words.en ?? '',
    /registering goes on/,
  );
  assert.equal(isWell(7, { links: { centre: false, sam: true } }), false);
});

test('Q9 and Q13 are answered without a look at the machine', () => {
  assert.deepEqual([isWell(9), isWell(13)], [undefined, undefined]);
});
