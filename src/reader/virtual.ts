/** @module Readers in this process: any number of slots, cards put in and torn out by whoever holds the bench. */

import { type Clock, limits, randomInt, systemRandom } from '../base/index.ts';
import { readerFailure } from './failures.ts';
import { type SlotQueue, slotQueue } from './queue.ts';
import type { CardChannel, Device, ReaderEvent, Readers, SlotInfo, SlotRole, VirtualCard } from './types.ts';

export interface VirtualSlot {
  readonly name: string;
  readonly role: SlotRole;
  readonly device?: string;
}

export interface VirtualReaders extends Readers {
  /** Puts a card in; the slot must be empty. */
  insert(slot: string, card: VirtualCard): void;
  /** Takes the card out, also in the middle of a transaction. */
  remove(slot: string): VirtualCard | undefined;
}

interface Held {
  readonly slot: VirtualSlot;
  readonly queue: SlotQueue;
  card: VirtualCard | undefined;
  insertion: string | undefined;
}

/**
 * Virtual readers.
 *
 * @example
 * const readers = virtualReaders([{ name: 'Virtual 1', role: 'any' }], systemClock);
 */
export function virtualReaders(
  slots: readonly VirtualSlot[],
  clock: Clock,
  devices: readonly Device[] = [],
): VirtualReaders {
  const held = new Map<string, Held>(
    slots.map((slot) => [slot.name, { slot, queue: slotQueue(clock), card: undefined, insertion: undefined }]),
  );
  const listeners = new Set<(event: ReaderEvent) => void>();
  const life = randomInt(systemRandom, 0x7fffffff).toString(36);
  let insertions = 0;

  const find = (name: string): Held => {
    const one = held.get(name);
    if (one === undefined) throw readerFailure('reader-gone');
    return one;
  };
  const tell = (event: ReaderEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const channelOf = (one: Held, insertion: string, atr: Uint8Array): CardChannel => ({
    slot: one.slot.name,
    insertion,
    atr,
    async transmit(command) {
      if (one.insertion !== insertion || one.card === undefined) throw readerFailure('card-gone');
      const response = one.card.process(command);
      // A card that left while it worked has acted, and nobody heard its answer.
      if (one.insertion !== insertion) throw readerFailure('card-gone');
      return response;
    },
  });

  return {
    slots: () =>
      [...held.values()].map(
        ({ slot, card, insertion, queue }): SlotInfo => ({
          name: slot.name,
          kind: 'virtual',
          role: slot.role,
          present: card !== undefined,
          ...(insertion === undefined ? {} : { insertion }),
          ...(card === undefined ? {} : { atr: card.atr }),
          state: queue.hanging ? 'hanging' : 'ready',
          ...(slot.device === undefined ? {} : { device: slot.device }),
        }),
      ),
    device: (name) => devices.find((device) => device.name === name),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async exclusive(name, work, options = {}) {
      const one = find(name);
      return one.queue.run(async () => {
        if (one.card === undefined || one.insertion === undefined) throw readerFailure('no-card');
        if (options.insertion !== undefined && options.insertion !== one.insertion) throw readerFailure('card-changed');
        return work(channelOf(one, one.insertion, one.card.atr));
      }, options.deadline ?? limits.cardTransaction);
    },
    async reset(name) {
      const one = find(name);
      await one.queue.run(async () => one.card?.powerOff(), limits.apdu);
    },
    insert(name, card) {
      const one = find(name);
      if (one.card !== undefined) throw readerFailure('card-changed');
      card.powerOff();
      insertions += 1;
      one.card = card;
      one.insertion = `${life}-${insertions}`;
      tell({ type: 'inserted', slot: name, insertion: one.insertion });
    },
    remove(name) {
      const one = find(name);
      const { card, insertion } = one;
      one.card = undefined;
      one.insertion = undefined;
      card?.powerOff();
      if (insertion !== undefined) tell({ type: 'removed', slot: name, insertion });
      return card;
    },
    async close() {
      listeners.clear();
      for (const one of held.values()) one.card?.powerOff();
    },
  };
}
