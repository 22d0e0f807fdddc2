/** @module Tells when a process that had a session is gone, so that nothing of it (its PINs) outlives it. */

import { type Clock, isAlive, limits } from '../../base/index.ts';

export interface Lives {
  /** A connection of this process (`pid/start`) began; the answer is to be called when it ends. */
  begin(process: string): () => void;
  close(): void;
}

export function watchLives(
  clock: Clock,
  ended: (process: string) => void,
  alive: (process: string) => boolean = processAlive,
): Lives {
  const connections = new Map<string, number>();
  let stop: (() => void) | undefined;
  const look = (): void => {
    stop = undefined;
    for (const [process, count] of connections) {
      // One that is connected lives.
      if (count > 0 || alive(process)) continue;
      connections.delete(process);
      ended(process);
    }
    if (connections.size > 0) stop = clock.after(limits.nativeSilence, look);
  };
  return {
    begin(process) {
      connections.set(process, (connections.get(process) ?? 0) + 1);
      let over = false;
      return () => {
        if (over) return;
        over = true;
        connections.set(process, (connections.get(process) ?? 1) - 1);
        // At once, and again for as long as it lives: a program may close its port and come back.
        stop?.();
        look();
      };
    },
    close() {
      stop?.();
      connections.clear();
    },
  };
}

function processAlive(process: string): boolean {
  const [pid = '', started = '?'] = process.split('/');
  return isAlive({ pid: Number(pid), started });
}
