/** @module Several kinds of readers as one. */

import { readerFailure } from './failures.ts';
import type { Readers } from './types.ts';

export function combineReaders(parts: readonly Readers[]): Readers {
  const [only, second] = parts;
  if (only !== undefined && second === undefined) return only;
  const owner = (slot: string): Readers => {
    const part = parts.find((one) => one.slots().some((info) => info.name === slot));
    if (part === undefined) throw readerFailure('reader-gone');
    return part;
  };
  return {
    slots: () => parts.flatMap((part) => part.slots()),
    device: (name) => parts.map((part) => part.device(name)).find((device) => device !== undefined),
    watch(listener) {
      const stops = parts.map((part) => part.watch(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    exclusive: async (slot, work, options) => owner(slot).exclusive(slot, work, options),
    reset: async (slot) => owner(slot).reset(slot),
    async close() {
      await Promise.all(parts.map((part) => part.close()));
    },
  };
}
