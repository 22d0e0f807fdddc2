/**
 * @module How long a process may be silent, counted in heartbeats of the one that watches: where the whole machine stood
 * still, or its clocks jumped, nobody was silent.
 */

import { limits } from '../base/index.ts';

const beats = (ms: number): number => Math.round(ms / limits.supervisorHeartbeat);

export interface Patience {
  /** It said something. */
  heard(): void;
  /** From now on it answers somebody: less patience. */
  ready(): void;
  /** A heartbeat of the watcher's: true where the process hangs. */
  beat(): boolean;
  readonly isReady: boolean;
  /** It was ready and well for a while: what ends it now is no fault of its start. */
  readonly settled: boolean;
}

export function patience(): Patience {
  let silent = 0;
  let well = 0;
  let isReady = false;
  return {
    heard() {
      silent = 0;
      if (isReady) well += 1;
    },
    ready() {
      silent = 0;
      isReady = true;
    },
    beat: () => ++silent > beats(isReady ? limits.supervisorSilence : limits.supervisorStartSilence),
    get isReady() {
      return isReady;
    },
    get settled() {
      return well >= beats(limits.supervisorSettled);
    },
  };
}

/** How long before the next start, after so many in a row that came to nothing. */
export const pauseAfter = (failures: number): number =>
  failures === 0 ? 0 : Math.min(100 * 2 ** failures, limits.supervisorLongestPause);
