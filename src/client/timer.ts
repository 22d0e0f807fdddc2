/** @module Waiting, for browsers and Node: the SDK runs where no clock is injected. */

export function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}

/** Is over earlier where it is aborted: whoever waited looks at the signal. */
export function pause(ms: number, signal?: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      cancel();
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const cancel = after(ms, over);
    signal?.addEventListener('abort', over);
  });
}
