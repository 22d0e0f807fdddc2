/** @module What the page knows of the simulated world, and what it does to it. */

import { effect, signal } from '@preact/signals';
import { ClientFailure } from '../../../client/index.ts';
import { link, pins, tell, tellFailure, world, worldVersion } from '../../state.ts';
import { monotonic } from '../../time-and-chance.ts';
import { say } from '../../words.ts';
import { wallOfRoc } from './clock.ts';
import type { WorldCard, WorldState } from './types.ts';

export const worldState = signal<WorldState | undefined>(undefined);
/** The wall clock of the world when it was last read, and the browser's own then. */
export const clockRead = signal<{ readonly wall: number; readonly at: number }>({ wall: 0, at: 0 });
/** The card that goes where the next reader is chosen. */
export const selected = signal<string | undefined>(undefined);
/** The card that is looked into. */
export const opened = signal<string | undefined>(undefined);
/** The power was cut by this page: until when, by the browser's own clock. */
export const dark = signal<number | undefined>(undefined);

let reading: Promise<void> | undefined;
let again = false;
/** Reads the world anew; what changes meanwhile is read once more, not once for each change. Ends when all of it is read. */
export function reload(): Promise<void> {
  again = true;
  reading ??= read().finally(() => {
    reading = undefined;
  });
  return reading;
}

async function read(): Promise<void> {
  try {
    while (again) {
      again = false;
      const state = await world().get<WorldState>('/api/v1/world');
      clockRead.value = { wall: wallOfRoc(state.now), at: monotonic() };
      worldState.value = state;
    }
  } catch (error) {
    // Nobody there: the frame says so, and it is read again when somebody is.
    if (!(error instanceof ClientFailure && error.status === 0)) tellFailure(error);
  }
}

/** Follows the world for as long as the page is shown. */
export function follow(): () => void {
  return effect(() => {
    worldVersion.value;
    pins.value;
    if (link.value !== 'open') return;
    if (dark.peek() !== undefined)
      tell({ level: 'good', ...say('電力恢復，主控台接上了。', 'The power is back, and so is the console.') });
    dark.value = undefined;
    void reload();
  });
}

/** Does it; what fails is told in the world's own words. */
export async function act<T = unknown>(action: string, body: object = {}): Promise<T | undefined> {
  try {
    const done = await world().post<T>(`/api/v1/world/${action}`, body);
    if (action === 'power') dark.value = monotonic() + (body as { seconds: number }).seconds * 1000;
    else await reload();
    return done;
  } catch (error) {
    tellFailure(error);
    return undefined;
  }
}

export const cardIn = (slot: string): WorldCard | undefined => worldState.value?.cards.find((one) => one.slot === slot);
export const cardCalled = (handle: string | undefined): WorldCard | undefined =>
  worldState.value?.cards.find((one) => one.handle === handle);

export async function insert(handle: string, slot: string): Promise<void> {
  const from = cardCalled(handle)?.slot;
  if (from === slot) return;
  if (from !== undefined) await remove(handle);
  await act('insert', { card: handle, slot });
  selected.value = undefined;
}
/** By the card: where it lies may have changed since the page last looked, and another may lie there. */
export const remove = (handle: string): Promise<unknown> => act('remove', { card: handle });
