/** @module The virtual readers of a world: two chip readers (5.1), or dedicated readers of three slots each (3.5). */

import type { Profile } from '../catalogue/schema.ts';
import { dedicatedSlots, type VirtualSlot } from '../reader/index.ts';

const chipReaders = ['虛擬讀卡機 1 Virtual Reader 1', '虛擬讀卡機 2 Virtual Reader 2'] as const;
const dedicated = (index: number): string => `專屬讀卡機 ${index + 1} Dedicated Reader ${index + 1}`;

/** In the order of their ports: the first dedicated reader is COM1. */
export function slotsOf(profile: Profile, readers = 1): VirtualSlot[] {
  if (profile === '5.1') return chipReaders.map((name) => ({ name, role: 'any' }));
  return Array.from({ length: readers }, (_, index) => dedicated(index)).flatMap(dedicatedSlots);
}
