/** @module What a virtual dedicated reader has besides slots: a clock that goes on without power, and a PIN pad. */

import type { Clock, Store } from '../base/index.ts';
import { type VirtualPad, type VirtualSlot, virtualPad } from '../reader/index.ts';
import type { Device } from '../reader/types.ts';

export interface DedicatedReader extends Device {
  readonly pad: VirtualPad;
  readonly clock: NonNullable<Device['clock']>;
}

const clocksFile = 'world/reader-clocks.json';
/** As it comes from the factory, a reader's clock is slow by a minute and a half; 2.1 sets it right. */
const factory = -90_000;

/** How far each reader's clock is from the world's, milliseconds, by the reader's name. */
const read = (store: Store): { readonly [device: string]: number } => {
  const bytes = store.read(clocksFile);
  return bytes === undefined ? {} : (JSON.parse(Buffer.from(bytes).toString('utf8')) as { [device: string]: number });
};

export function dedicatedReaders(slots: readonly VirtualSlot[], store: Store, clock: Clock): DedicatedReader[] {
  const names = [...new Set(slots.flatMap((slot) => (slot.device === undefined ? [] : [slot.device])))];
  return names.map((name) => {
    let offset = read(store)[name] ?? factory;
    const pad = virtualPad();
    return {
      name,
      pad,
      clock: {
        get: async () => clock.now() + offset,
        async set(now) {
          const wanted = Math.round(now - clock.now());
          // What the message needs on its way is not written: no reader keeps milliseconds.
          if (Math.abs(wanted - offset) < 500) return;
          store.write(clocksFile, Buffer.from(JSON.stringify({ ...read(store), [name]: wanted })));
          offset = wanted;
        },
      },
      async reset() {
        while (pad.cancel());
      },
    };
  });
}
