/** @module The dedicated readers of a world that are behind simulated serial lines, and how control reaches them. */

import { join } from 'node:path';
import { type Clock, Failure, say, sleep, systemClock, systemRandom } from '../base/index.ts';
import type { VirtualReaders } from '../reader/index.ts';
import type { Readers } from '../reader/types.ts';
import type { DedicatedReader, SimulatedLine } from '../world/index.ts';
import type { OpenedWorld } from './compose.ts';

export interface WorldLines {
  /** The same readers, seen over their lines. */
  open(inside: { readonly readers: VirtualReaders; readonly devices: readonly DedicatedReader[] }): Readers;
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Where a simulated reader's port is; the name stays when it is unplugged and plugged in again. */
export const linePath = (folder: string, number: number): string => join(folder, 'run', `com${number + 1}.tty`);

/** Undefined where the readers are in this process. Fails with -1 on systems without pseudo-terminals. */
export async function worldLines(
  world: OpenedWorld,
  watch?: (way: 'to-reader' | 'from-reader', bytes: Uint8Array) => void,
): Promise<WorldLines | undefined> {
  if (world.file.line !== 'serial') return undefined;
  if (process.platform === 'win32')
    throw new Failure(-1, {
      kind: 'no-pseudo-terminal',
      why: say({ zh: 'Windows 沒有虛擬序列埠可用', en: 'Windows has no pseudo-terminals for a simulated line' }),
      todo: say({ zh: '請建立沒有 --line serial 的世界', en: 'make a world without --line serial' }),
    });
  const { serialReaders } = await import('../reader/serial/index.ts');
  let lines: readonly SimulatedLine[] = [];
  let readers: ReturnType<typeof serialReaders> | undefined;
  return {
    open(inside) {
      lines = inside.devices.map((device, number) => {
        return world.kit.simulatedLine({
          path: linePath(world.folder, number),
          readers: inside.readers,
          device,
          board: world.board,
          clock: systemClock,
          random: systemRandom,
          ...(watch ? { watch } : {}),
        });
      });
      readers = serialReaders({
        ports: inside.devices.map(({ name }, number) => ({ number, name, path: linePath(world.folder, number) })),
        clock: systemClock,
        random: systemRandom,
      });
      return readers;
    },
    async ready() {
      await Promise.all(lines.map((line) => line.ready()));
      await readers?.ready();
    },
    async close() {
      await readers?.close();
      await Promise.all(lines.map((line) => line.close()));
    },
  };
}

const longest = 1_500;

/** Until whoever is outside sees the cards that are inside, or the line is too bad for it. */
export async function settled(inside: VirtualReaders, outside: Readers, clock: Clock): Promise<void> {
  if (outside === inside) return;
  const until = clock.monotonic() + longest;
  const alike = (): boolean =>
    inside.slots().every(({ name, present }) => {
      const seen = outside.slots().find((one) => one.name === name);
      return seen?.state !== 'ready' || seen.present === present;
    });
  while (!alike() && clock.monotonic() < until) await sleep(clock, 5);
}
