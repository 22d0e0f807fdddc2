/** @module The bench of a simulated world: which card is in which virtual reader. */

import { Failure, type Store, say } from '../base/index.ts';
import { type CardImage, encodeImage, virtualCard } from '../card/index.ts';
import { rocDateOf } from '../codec/index.ts';
import type { VirtualReaders } from '../reader/index.ts';
import { type CardFace, faceOf } from './card-face.ts';
import { cardFile, slotsFile } from './card-file.ts';
import { readCard } from './make.ts';

export interface Bench {
  list(): BenchCard[];
  /** Into the slot that is named, by name or by its role (`sam`, `hpc`, `hc`); else into a free one for such cards. */
  insert(handle: string, slot?: string): string;
  /**
   * Takes out the card in a slot, or the one with this handle; where nothing is named, one that is no security module.
   * Answers the handle.
   */
  remove(which?: string): string | undefined;
  show(handle: string): CardImage;
  edit(handle: string, change: (image: CardImage) => CardImage): void;
  /** Told of every card that moves or is written. */
  watch(listener: () => void): () => void;
}
export interface BenchCard extends Partial<CardFace> {
  readonly handle: string;
  readonly kind: string;
  readonly cardNo: string;
  readonly slot?: string;
  readonly problem?: string;
}

/** `restore`: cards that were in their slots when the program ended are put in again. */
export function createBench(readers: VirtualReaders, store: Store, restore: boolean, now: () => number): Bench {
  const inSlot = new Map<string, string>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const keep = (): void => {
    store.write(slotsFile, Buffer.from(JSON.stringify(Object.fromEntries(inSlot))));
    changed();
  };
  const handles = () =>
    store
      .list('cards')
      .filter((name) => name.endsWith('.card'))
      .map((name) => name.slice(0, -5))
      .sort();
  const slotOf = (handle: string) => [...inSlot].find(([, one]) => one === handle)?.[0];
  const roleOf = (name: string) => readers.slots().find((slot) => slot.name === name)?.role;
  const named = (wanted: string): string | undefined => {
    const slots = readers.slots();
    return (slots.find((one) => one.name === wanted) ?? slots.find((one) => one.role === wanted))?.name;
  };
  const put = (handle: string, slot: string): void => {
    const image = readCard(store, handle);
    const twin = [...inSlot.values()].some((other) => readCard(store, other).cardNo === image.cardNo);
    if (twin)
      throw new Failure(4000, {
        kind: 'card-in-use',
        why: say({
          zh: '這張卡片（或它的複本）已經在讀卡機裡',
          en: 'this card, or a copy of it, is in a reader already',
        }),
      });
    readers.insert(
      slot,
      virtualCard(image, (next) => {
        store.write(cardFile(handle), encodeImage(next));
        changed();
      }),
    );
    inSlot.set(slot, handle);
  };
  const bench: Bench = {
    list: () =>
      handles().map((handle) => {
        const slot = slotOf(handle);
        try {
          const image = readCard(store, handle);
          const face = faceOf(image, rocDateOf(now()));
          return { handle, kind: image.kind, cardNo: image.cardNo, ...face, ...(slot ? { slot } : {}) };
        } catch (error) {
          return { handle, kind: '?', cardNo: '', problem: error instanceof Failure ? error.why.zh : String(error) };
        }
      }),
    insert(handle, wanted) {
      const slots = readers.slots();
      const slot =
        wanted === undefined
          ? slots.find((one) => !one.present && (one.role === 'any' || one.role === readCard(store, handle).kind))?.name
          : named(wanted);
      const info = slots.find((one) => one.name === slot);
      if (slot === undefined || info === undefined)
        throw new Failure(4000, {
          kind: 'no-slot',
          why: say({ zh: '沒有空的讀卡機', en: 'no reader is free' }),
          todo: say({ zh: '請先 opencshis card remove', en: 'take a card out first: opencshis card remove' }),
        });
      if (info.present)
        throw new Failure(4000, {
          kind: 'slot-taken',
          why: say({ zh: `${slot} 裡已經有卡片`, en: `there is a card in ${slot} already` }),
          todo: say({ zh: '請先 opencshis card remove', en: 'take it out first: opencshis card remove' }),
        });
      put(handle, slot);
      keep();
      return slot;
    },
    remove(which) {
      const place = which === undefined ? undefined : named(which);
      const slot =
        which === undefined
          ? [...inSlot.keys()].find((name) => roleOf(name) !== 'sam')
          : place !== undefined && inSlot.has(place)
            ? place
            : slotOf(which);
      const handle = slot === undefined ? undefined : inSlot.get(slot);
      if (slot === undefined || handle === undefined) return undefined;
      readers.remove(slot);
      inSlot.delete(slot);
      keep();
      return handle;
    },
    show: (handle) => readCard(store, handle),
    edit(handle, change) {
      if (slotOf(handle))
        throw new Failure(4000, {
          kind: 'card-in-use',
          why: say({ zh: '卡片在讀卡機裡，請先取出', en: 'the card is in a reader: take it out first' }),
        });
      store.write(cardFile(handle), encodeImage(change(readCard(store, handle))));
      changed();
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  if (restore) {
    const before = store.read(slotsFile);
    for (const [slot, handle] of Object.entries(
      before ? (JSON.parse(Buffer.from(before).toString('utf8')) as { [slot: string]: string }) : {},
    )) {
      try {
        put(handle, slot);
      } catch (error) {
        // A damaged image stays out; `card list` says why.
        if (!(error instanceof Failure)) throw error;
      }
    }
  }
  return bench;
}
