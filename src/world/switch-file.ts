/** @module The switches on disk: read when their file changes, written whole. Faults that strike n times are counted here. */

import { statSync } from 'node:fs';
import { type Clock, type CrashAt, type CrashPoint, type Store, shiftedClock, systemClock } from '../base/index.ts';
import { type FaultSwitch, restingSwitches, type Switches } from './switches.ts';

const file = 'world/switches.json';

export interface SwitchBoard {
  get(): Switches;
  set(change: Partial<Switches>): Switches;
  /** Is this fault on now, and does it fit? Takes one of its strikes; each process counts its own. */
  strikes(name: string, fits?: (fault: FaultSwitch) => boolean): FaultSwitch | undefined;
  /** A fault has struck that counts by itself. */
  struck(id: string): void;
  /** How often a fault has struck in this process. */
  count(id: string): number;
  /** Told of every switch that is turned by this process, and every strike in it. */
  watch(listener: () => void): () => void;
  readonly crash: CrashAt;
  clock(base: Clock): Clock;
}

export function switchBoard(store: Store, path: string): SwitchBoard {
  let stamp = '';
  let current: Switches = restingSwitches;
  const used = new Map<string, number>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  let looked = Number.NEGATIVE_INFINITY;
  const get = (): Switches => {
    // Asked at every card command: another process's change is seen within a millisecond, one's own at once.
    const time = systemClock.monotonic();
    if (stamp !== '' && time - looked < 1) return current;
    looked = time;
    let now = '';
    try {
      const info = statSync(path, { bigint: true });
      now = `${info.mtimeNs}-${info.ino}`;
    } catch {
      now = 'none';
    }
    if (now !== stamp) {
      stamp = now;
      const bytes = store.read(file);
      current =
        bytes === undefined
          ? restingSwitches
          : { ...restingSwitches, ...(JSON.parse(Buffer.from(bytes).toString('utf8')) as Switches) };
    }
    return current;
  };
  const board: SwitchBoard = {
    get,
    set(change) {
      const next = { ...get(), ...change };
      store.write(file, Buffer.from(JSON.stringify(next)));
      stamp = '';
      changed();
      return next;
    },
    strikes(name, fits = () => true) {
      const fault = get().faults.find(
        (one) => one.name === name && (one.times === undefined || (used.get(one.id) ?? 0) < one.times) && fits(one),
      );
      if (fault) board.struck(fault.id);
      return fault;
    },
    struck(id) {
      used.set(id, (used.get(id) ?? 0) + 1);
      changed();
    },
    count: (id) => used.get(id) ?? 0,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    crash(point: CrashPoint) {
      const { crashAt, faults } = get();
      const fault = faults.find((one) => one.name === 'crash' && one.options?.at === point);
      // Who comes back would die of it again: it strikes once, and nobody is left to count.
      if (fault) board.set({ faults: faults.filter((one) => one !== fault) });
      if (fault || crashAt.includes(point)) process.kill(process.pid, 'SIGKILL');
    },
    clock: (base) => shiftedClock(base, () => get().clockShift),
  };
  return board;
}
export const switchFile = file;
