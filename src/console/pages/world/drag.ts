/** @module A card under a pointer: a mouse, a pen or a finger carries it into a reader, or out of one. */

import { signal } from '@preact/signals';
import { insert, remove } from './model.ts';

export interface Carried {
  readonly handle: string;
  readonly x: number;
  readonly y: number;
  /** The reader's slot under it. */
  readonly over: string | undefined;
}
export const carried = signal<Carried | undefined>(undefined);

/** Nearer than this a pointer has not moved: it is a click. */
const still = 6;

let dropped = false;
/** The click that follows by itself when a card was dropped is none. */
export const isClick = (event: MouseEvent): boolean => event.detail === 0 || !dropped;

/** `from`: the slot in which the card is. */
export function pickUp(event: PointerEvent, handle: string, from?: string): void {
  const element = event.currentTarget;
  if (event.button !== 0 || !(element instanceof HTMLElement)) return;
  const { pointerId, clientX, clientY } = event;
  const gone = new AbortController();
  const { signal: until } = gone;
  let moved = false;
  // At once: a quick hand is off the card before it has moved.
  element.setPointerCapture(pointerId);
  const end = (): void => {
    gone.abort();
    carried.value = undefined;
  };
  const on = <K extends 'pointermove' | 'pointerup' | 'pointercancel'>(
    type: K,
    hear: (event: PointerEvent) => void,
  ): void =>
    element.addEventListener(
      type,
      (one) => {
        if (one.pointerId === pointerId) hear(one);
      },
      { signal: until },
    );
  on('pointermove', ({ clientX: x, clientY: y }) => {
    if (!moved && Math.hypot(x - clientX, y - clientY) < still) return;
    moved = true;
    carried.value = { handle, x, y, over: slotAt(x, y) };
  });
  on('pointerup', ({ clientX: x, clientY: y }) => {
    end();
    if (!moved) return;
    dropped = true;
    const next = (): void => {
      dropped = false;
    };
    addEventListener('pointerdown', next, { once: true, capture: true });
    const slot = slotAt(x, y);
    if (slot !== undefined) void insert(handle, slot);
    else if (from !== undefined) void remove(handle);
  });
  on('pointercancel', end);
  // Text that a pointer selects on its way would be what the browser itself drags the next time.
  for (const own of ['selectstart', 'dragstart'])
    addEventListener(own, (event) => event.preventDefault(), { signal: until });
  addEventListener(
    'keydown',
    (key) => {
      if (key.key === 'Escape') end();
    },
    { signal: until },
  );
}

const slotAt = (x: number, y: number): string | undefined =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-slot]')?.dataset.slot;
