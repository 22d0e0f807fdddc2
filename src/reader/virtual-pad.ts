/** @module A PIN pad in this process: what it shows, and the keys that somebody presses on it. */

import type { PinPad } from './types.ts';

export interface VirtualPad extends PinPad {
  readonly enter: NonNullable<PinPad['enter']>;
  /** What the pad shows while it waits for a PIN. */
  waiting(): { readonly prompt: string; readonly min: number; readonly max: number } | undefined;
  /** Digits and the return key. False when it waits for none, or not for as many. */
  type(digits: string): boolean;
  /** The cancel key. False when it waits for nothing. */
  cancel(): boolean;
}

type Entry = Parameters<NonNullable<PinPad['enter']>>[0];

/** Requests wait in a row: a pad has one set of keys. */
export function virtualPad(): VirtualPad {
  const row: { readonly entry: Entry; end(digits: Uint8Array | 'cancelled'): void }[] = [];
  const first = (): (typeof row)[number] | undefined => row[0];
  return {
    enter: (entry) =>
      new Promise((resolve) => {
        const one = {
          entry,
          end(digits: Uint8Array | 'cancelled') {
            const at = row.indexOf(one);
            if (at < 0) return;
            row.splice(at, 1);
            entry.signal?.removeEventListener('abort', aborted);
            resolve(digits);
          },
        };
        const aborted = (): void => one.end('cancelled');
        row.push(one);
        entry.signal?.addEventListener('abort', aborted, { once: true });
        if (entry.signal?.aborted) aborted();
      }),
    waiting() {
      const entry = first()?.entry;
      return entry && { prompt: entry.prompt, min: entry.min, max: entry.max };
    },
    type(digits) {
      const one = first();
      if (one === undefined || !/^\d+$/.test(digits)) return false;
      if (digits.length < one.entry.min || digits.length > one.entry.max) return false;
      one.end(Buffer.from(digits, 'latin1'));
      return true;
    },
    cancel() {
      const one = first();
      one?.end('cancelled');
      return one !== undefined;
    },
  };
}
