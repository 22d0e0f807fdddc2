/** @module A dedicated reader of this process at the other end of a pseudo-terminal, for tests. */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileStore, systemClock, systemRandom } from '../../src/base/index.ts';
import { dedicatedSlots, virtualReaders } from '../../src/reader/index.ts';
import {
  createBench,
  dedicatedReaders,
  type LineOptions,
  simulatedLine,
  switchBoard,
  switchFile,
} from '../../src/world/index.ts';
import { copiedWorldFolder, newFolder } from './counter.ts';

/** `of`: the folder of a world whose cards are at hand here as well. */
export async function readerOnLine(of: string | undefined, watch?: LineOptions['watch']) {
  const folder = of === undefined ? copiedWorldFolder({ profile: '3.5' }) : newFolder();
  if (of !== undefined) cpSync(join(of, 'cards'), join(folder, 'cards'), { recursive: true });
  const store = fileStore(folder);
  const board = switchBoard(store, join(folder, switchFile));
  const slots = dedicatedSlots('reader');
  const [device] = dedicatedReaders(slots, store, systemClock);
  if (device === undefined) throw new Error('no reader');
  const readers = virtualReaders(slots, systemClock, [device]);
  const bench = createBench(readers, store, false, systemClock.now);
  const path = join(folder, 'port.tty');
  const nameOf = (role: string) => slots.find((slot) => slot.role === role)?.name ?? '';
  const line = simulatedLine({
    path,
    readers,
    device,
    board,
    clock: systemClock,
    random: systemRandom,
    ...(watch ? { watch } : {}),
  });
  await line.ready();
  let faults = 0;
  return {
    path,
    folder,
    readers,
    device,
    bench,
    nameOf,
    board,
    fault(name: string, options: { readonly [option: string]: number | string } = {}, times?: number) {
      const id = String(++faults);
      board.set({ faults: [...board.get().faults, { id, name, options, ...(times === undefined ? {} : { times }) }] });
      return id;
    },
    noFaults: () => void board.set({ faults: [] }),
    async close() {
      await line.close();
      store.close();
    },
  };
}
export type ReaderOnLine = Awaited<ReturnType<typeof readerOnLine>>;
