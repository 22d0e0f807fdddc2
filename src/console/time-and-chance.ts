/** @module Waiting, and ids that nobody guesses, in the page: no clock and no random source is injected there. */

export function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}
export const newRequestId = (): string => crypto.randomUUID();

/** Again and again until the answer is called. */
export function every(ms: number, action: () => void): () => void {
  const timer = setInterval(action, ms);
  return () => clearInterval(timer);
}

/** Milliseconds that nobody sets back. */
export const monotonic = (): number => performance.now();
