export { combineReaders } from './combine.ts';
export { dedicatedSlots } from './dedicated-slots.ts';
export { type ReaderTrouble, readerFailure } from './failures.ts';
export { slotQueue } from './queue.ts';
export type * from './types.ts';
export { type VirtualReaders, type VirtualSlot, virtualReaders } from './virtual.ts';
export { type VirtualPad, virtualPad } from './virtual-pad.ts';
