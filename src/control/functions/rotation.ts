/**
 * @module Groups in rotation: a new one takes a free place, and once none is free the oldest's. `next` on the card says
 * whose turn it is. Pure.
 */

export interface Ring<T> {
  readonly items: readonly T[];
  /** Place of the oldest group once all are full, from 0. */
  readonly next: number;
}

// A number that a card cannot hold (a stray byte) starts over.
const turnOf = (ring: Ring<unknown>): number => (ring.next < ring.items.length ? ring.next : 0);

/** The groups by age, blank ones among them. */
export const oldestFirst = <T>(ring: Ring<T>): T[] => [
  ...ring.items.slice(turnOf(ring)),
  ...ring.items.slice(0, turnOf(ring)),
];

/** Puts new groups in, oldest first; as many calls with one each come to the same. */
export function putInTurn<T>(
  ring: Ring<T>,
  added: readonly T[],
  isBlank: (item: T) => boolean,
): { items: T[]; next: number } {
  const items = [...ring.items];
  let next = turnOf(ring);
  for (const item of added) {
    const free = items.findIndex((_, step) => isBlank(items[(next + step) % items.length] as T));
    const place = free < 0 ? next : (next + free) % items.length;
    items[place] = item;
    // A hole elsewhere is filled without a turn: whose turn it is stays as it was.
    if (place === next) next = (place + 1) % items.length;
  }
  return { items, next };
}
