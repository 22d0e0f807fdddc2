/** @module The security modules of the dedicated readers: one a device, and the one that is at hand where none is named. */

import type { SecurityModule } from '../types.ts';
import { type SamSlotOptions, samInSlot } from './card-sam.ts';

/** Without a device: the verified one, else one that is in, else the first. */
export function samCards(options: SamSlotOptions): SecurityModule {
  const modules = new Map<string | undefined, SecurityModule>();
  const at = (device: string | undefined): SecurityModule => {
    const one = modules.get(device) ?? samInSlot(options, device);
    modules.set(device, one);
    return one;
  };
  const hand = async (): Promise<SecurityModule> => {
    const slots = options.readers.slots().filter((slot) => slot.role === 'sam');
    const present = slots.filter((slot) => slot.present);
    const first = at((present[0] ?? slots[0])?.device);
    if (present.length < 2) return first;
    for (const { device } of present) {
      const status = await at(device)
        .status()
        .catch(() => undefined);
      if (status?.state === 2) return at(device);
    }
    return first;
  };
  return {
    status: async () => (await hand()).status(),
    verify: async () => (await hand()).verify(),
    identity: async () => (await hand()).identity(),
    time: async () => (await hand()).time(),
    readyToSign: async () => (await hand()).readyToSign(),
    sign: async (visit) => (await hand()).sign(visit),
    identifier: async (visit) => (await hand()).identifier(visit),
    signPrescriptions: async (visit, items) => (await hand()).signPrescriptions(visit, items),
    authenticate: async (card) => (await hand()).authenticate(card),
    authorise: async (method, path, body) => (await hand()).authorise(method, path, body),
    reset: async () => (await hand()).reset(),
    at,
    async close() {
      await Promise.all([...modules.values()].map((one) => one.close()));
    },
  };
}
