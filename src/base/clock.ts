/** @module The one source of time. Everything that waits or dates something takes a `Clock` as an argument. */

export interface Clock {
  /** Milliseconds since 1970-01-01 UTC; may be set back by an operator. */
  now(): number;
  /** Milliseconds that never go back, also when the wall clock is set. */
  monotonic(): number;
  /** Runs `action` once after `ms`; the answer cancels it. Does not keep the process alive by itself. */
  after(ms: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Runs `work` again and again, for the first time after `ms`; the answer ends it. Keeps no process alive, as `after`. */
export function every(clock: Clock, ms: number, work: () => void): () => void {
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = clock.after(ms, () => {
      next();
      work();
    });
  };
  next();
  return () => cancel();
}

/** Resolves after `ms`, rejects with the signal's reason when it is aborted before. Keeps the process alive. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const keepAlive = setInterval(() => {}, 0x7fffffff);
    const onAbort = () => {
      clearInterval(keepAlive);
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.after(ms, () => {
      clearInterval(keepAlive);
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * A clock shifted from another by a number of milliseconds that the world may change (`world clock`, tests). Moved forward,
 * time has passed for everything that measures it; moved back, a wall clock was set wrong and nothing else.
 */
export function shiftedClock(base: Clock, shift: () => number): Clock {
  let furthest = shift();
  return {
    now: () => base.now() + shift(),
    monotonic() {
      furthest = Math.max(furthest, shift());
      return base.monotonic() + furthest;
    },
    after: base.after,
  };
}
