/** @module The three slots of a dedicated (3.5) reader, and what each is called. */

import type { SlotRole } from './types.ts';

const places = [
  { role: 'sam', name: '安全模組卡 SAM' },
  { role: 'hpc', name: '醫事人員卡 HPC' },
  { role: 'hc', name: '健保卡 HC' },
] as const;

export interface DedicatedSlot {
  readonly name: string;
  readonly role: Exclude<SlotRole, 'any'>;
  readonly device: string;
}
export const dedicatedSlots = (device: string): DedicatedSlot[] =>
  places.map(({ role, name }) => ({ name: `${device}／${name}`, role, device }));
