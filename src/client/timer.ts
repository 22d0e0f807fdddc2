/** @module Waiting, for browsers and Node: the SDK runs where no clock is injected. */

export function after(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}
