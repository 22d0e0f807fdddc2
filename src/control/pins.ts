/** @module PINs that a person must type: asked for, answered once, cancelled at the deadline or when the card goes. No PIN is kept. */

import { type Clock, limits, type Random } from '../base/index.ts';
import type { PinRequest } from './types.ts';

export type PinEnd = 'answered' | 'cancelled' | 'expired' | 'card-gone';

/** Where digits are typed. */
export interface Pad {
  enter(request: {
    prompt: string;
    min: number;
    max: number;
    signal: AbortSignal;
    shown(): void;
  }): Promise<Uint8Array | 'cancelled'>;
  /** Calls `shown` when it waits for keys: nobody is told of it before. */
  readonly tells?: boolean;
}

export interface Pins {
  /** Typed on `pad` where there is one, else on the operator's face. Digits that stay in a pad are answered as none. */
  ask(
    request: Omit<PinRequest, 'id' | 'deadline' | 'onPad'>,
    signal?: AbortSignal,
    pad?: Pad,
  ): Promise<Uint8Array | 'cancelled'>;
  /** False: unknown, used, ended, not a PIN of the asked length, or one that is typed on a pad. */
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
    ask(asked, signal, pad) {
      const id = Buffer.from(random.bytes(16)).toString('hex');
      const request: PinRequest = {
        ...asked,
        id,
        deadline: clock.now() + limits.pinEntry,
        onPad: pad !== undefined,
      };
      const typing = new AbortController();
      return new Promise((resolve) => {
        const end = (how: PinEnd, digits?: Uint8Array): void => {
          if (!open.delete(id)) return;
          cancel();
          signal?.removeEventListener('abort', aborted);
          typing.abort();
          resolve(digits ?? 'cancelled');
          tell.ended(id, how);
        };
        const aborted = (): void => end('cancelled');
        const cancel = clock.after(limits.pinEntry, () => end('expired'));
        open.set(id, { request, end });
        let told = false;
        const shown = (): void => {
          if (told || !open.has(id)) return;
          told = true;
          tell.asked(request);
        };
        signal?.addEventListener('abort', aborted, { once: true });
        const { min, max } = request;
        pad
          ?.enter({ prompt: promptOf(request), min, max, signal: typing.signal, shown })
          .then((typed) => (typed === 'cancelled' ? end('cancelled') : end('answered', typed)))
          .catch(() => end('cancelled'));
        if (!pad?.tells) shown();
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
      if (one.request.onPad) return false;
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

/** As a pad of two short lines shows it. */
const promptOf = ({ card, purpose, left }: PinRequest): string => {
  const whose = { hc: '健保卡 HC', hpc: '醫事人員卡 HPC' }[card];
  const what = { verify: '密碼 PIN', new: '新密碼 new PIN', repeat: '再輸入一次 again' }[purpose];
  return `${whose} ${what}${left === undefined ? '' : ` (${left})`}`;
};
