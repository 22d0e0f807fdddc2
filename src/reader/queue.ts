/** @module One queue and one deadline a slot: what hangs in one reader never blocks another. */

import type { Clock } from '../base/index.ts';
import { readerFailure } from './failures.ts';

export interface SlotQueue {
  /** Runs `work` alone on this slot; rejects with `reader-timeout` at the deadline while `work` may still be hanging. */
  run<T>(work: () => Promise<T>, deadline: number): Promise<T>;
  /** A command that was given up and has not come back: later work is refused at once. */
  readonly hanging: boolean;
}

export function slotQueue(clock: Clock): SlotQueue {
  let tail: Promise<unknown> = Promise.resolve();
  let abandoned = 0;
  return {
    get hanging() {
      return abandoned > 0;
    },
    run<T>(work: () => Promise<T>, deadline: number): Promise<T> {
      const turn = tail.then(() => {
        if (abandoned > 0) throw readerFailure('reader-timeout');
        return withDeadline(work, deadline);
      });
      tail = turn.catch(() => undefined);
      return turn;
    },
  };

  function withDeadline<T>(work: () => Promise<T>, deadline: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let late = false;
      const cancel = clock.after(deadline, () => {
        late = true;
        abandoned += 1;
        reject(readerFailure('reader-timeout'));
      });
      const back = (): void => {
        cancel();
        if (late) abandoned -= 1;
      };
      work().then(
        (value) => {
          back();
          resolve(value);
        },
        (error) => {
          back();
          reject(error);
        },
      );
    });
  }
}
