/**
 * @module Notices that the machine slept, or this process was stopped: between two heartbeats more time has passed than
 * could. Measured by the time since the machine's start, which goes on while it sleeps and which nobody sets.
 */

import { type Clock, every } from '../../base/index.ts';
import { pcscLimits } from './limits.ts';

/** Calls `woke` after each such time; the answer ends the watching. */
export function watchStillness(clock: Clock, uptime: () => number, woke: () => void): () => void {
  let last = uptime();
  return every(clock, pcscLimits.beat, () => {
    const now = uptime();
    const still = now - last > pcscLimits.beat + pcscLimits.still;
    last = now;
    if (still) woke();
  });
}
