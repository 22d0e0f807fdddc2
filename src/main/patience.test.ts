import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limits } from '../base/index.ts';
import { patience, pauseAfter } from './patience.ts';

/** How long it took, in the watcher's heartbeats as milliseconds, until it was found to hang. */
function until(one: ReturnType<typeof patience>): number {
  for (let beats = 1; ; beats++) if (one.beat()) return beats * limits.supervisorHeartbeat;
}

test('a process that fell silent is ended before it is due to run again', () => {
  const one = patience();
  one.ready();
  for (let beat = 0; beat < 100; beat++) {
    one.heard();
    assert.equal(one.beat(), false);
  }
  const took = until(one);
  assert.ok(took > limits.supervisorSilence - limits.supervisorHeartbeat && took < limits.supervisorRestartWithin);
});

test('one that still starts is given longer, and not for ever', () => {
  const took = until(patience());
  assert.ok(took > limits.supervisorStartSilence && took <= limits.supervisorStartSilence + limits.supervisorHeartbeat);
});

test('silence is counted in heartbeats: a watcher that stood still with all the others finds nobody silent', () => {
  const one = patience();
  one.ready();
  // Hours pass between two beats, as while a machine sleeps: one heartbeat, whatever the clocks say.
  for (let night = 0; night < 50; night++) {
    assert.equal(one.beat(), false);
    one.heard();
  }
});

test('settled after a while of being well, not by having been started long ago', () => {
  const one = patience();
  for (let beat = 0; beat < 100; beat++) one.heard();
  assert.equal(one.settled, false);
  one.ready();
  let heard = 0;
  while (!one.settled) {
    one.heard();
    heard += 1;
  }
  assert.equal(heard * limits.supervisorHeartbeat, limits.supervisorSettled);
});

test('pauses grow and are never given up', () => {
  const pauses = Array.from({ length: 40 }, (_, failures) => pauseAfter(failures));
  assert.equal(pauses[0], 0);
  for (const [at, pause] of pauses.slice(1).entries()) assert.ok(pause >= (pauses[at] ?? 0), `${at}`);
  assert.equal(pauses.at(-1), limits.supervisorLongestPause);
});
