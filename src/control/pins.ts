/** @module PINs that a person must type: asked for, answered once, cancelled at the deadline or when the card goes. No PIN is kept. */

import { type Clock, limits, type Random } from '../base/index.ts';
import type { PinRequest } from './types.ts';

export type PinEnd = 'answered' | 'cancelled' | 'expired' | 'card-gone';

export interface Pins {
  ask(request: Omit<PinRequest, 'id' | 'deadline'>, signal?: AbortSignal): Promise<Uint8Array | 'cancelled'>;
  /** False: unknown, used, ended, or not a PIN of the asked length. */
  answer(id: string, digits: Uint8Array | undefined): boolean;
  open(): PinRequest[];
  cardGone(insertion: string): void;
}

export function createPins(
  clock: Clock,
  random: Random,
  tell: { asked(request: PinRequest): void; ended(id: string, how: PinEnd): void },
): Pins {
  const open = new Map<string, { request: PinRequest; end(how: PinEnd, digits?: Uint8Array): void }>();
  return {
    ask(asked, signal) {
      const id = Buffer.from(random.bytes(16)).toString('hex');
      const request: PinRequest = { ...asked, id, deadline: clock.now() + limits.pinEntry };
      return new Promise((resolve) => {
        const end = (how: PinEnd, digits?: Uint8Array): void => {
          if (!open.delete(id)) return;
          cancel();
          signal?.removeEventListener('abort', aborted);
          resolve(digits ?? 'cancelled');
          tell.ended(id, how);
        };
        const aborted = (): void => end('cancelled');
        const cancel = clock.after(limits.pinEntry, () => end('expired'));
        open.set(id, { request, end });
        signal?.addEventListener('abort', aborted, { once: true });
        tell.asked(request);
        if (signal?.aborted) end('cancelled');
      });
    },
    answer(id, digits) {
      const one = open.get(id);
      if (one === undefined) return false;
      if (digits === undefined) {
        one.end('cancelled');
        return true;
      }
      const text = Buffer.from(digits).toString('latin1');
      if (!/^\d+$/.test(text) || text.length < one.request.min || text.length > one.request.max) return false;
      one.end('answered', digits);
      return true;
    },
    open: () => [...open.values()].map((one) => one.request),
    cardGone(insertion) {
      for (const one of [...open.values()]) if (one.request.insertion === insertion) one.end('card-gone');
    },
  };
}
