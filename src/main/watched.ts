/** @module Is the supervisor well, and what had it to start again? Seen from outside, and from the processes that it watches. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, limits, sleep, systemClock } from '../base/index.ts';
import type { Watch } from '../control/types.ts';
import { lockFile, notedProcesses } from './home.ts';

/** The supervisor touches its lock at each of its heartbeats; compared with itself alone, never with a clock. */
function lastSign(folder: string): number {
  try {
    return statSync(join(folder, lockFile)).mtimeMs;
  } catch {
    return 0;
  }
}

/** Waits for a sign of life: at most a heartbeat where it is well, `limits.supervisorGivenUp` where it is not. */
export async function supervisorAnswers(folder: string, clock: Clock = systemClock): Promise<boolean> {
  const first = lastSign(folder);
  const until = clock.monotonic() + limits.supervisorGivenUp;
  while (clock.monotonic() < until) {
    if (lastSign(folder) !== first) return true;
    await sleep(clock, 25);
  }
  return false;
}

/** Asked at each heartbeat of a process that is watched: true once the supervisor has been silent for too many of them. */
export function supervisorWatch(folder: string): () => boolean {
  let last = 0;
  let silent = 0;
  return () => {
    const now = lastSign(folder);
    silent = now === last ? silent + 1 : 0;
    last = now;
    return silent * limits.supervisorHeartbeat >= limits.supervisorGivenUp;
  };
}

export const watchOf = (folder: string, supervisor: boolean): Watch => ({
  supervisor,
  processes: Object.entries(notedProcesses(folder)).map(([name, { restarts = 0, hung = 0 }]) => ({
    name,
    restarts,
    hung,
  })),
});
