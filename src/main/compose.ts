/** @module Puts the rooms together: data centre, security module, control, each alone or all in one process. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, Failure, fileStore, type Store, say, systemClock, systemRandom } from '../base/index.ts';
import { httpCentre, httpPoster } from '../centre/client/index.ts';
import { type CentreServer, openCentreKeys, openCentreStore, startCentre } from '../centre/server/index.ts';
import { createControl } from '../control/index.ts';
import { openJournal } from '../journal/index.ts';
import { combineReaders, type Readers, virtualReaders } from '../reader/index.ts';
import { cloudSam } from '../sam/console/index.ts';
import type { SecurityModule } from '../sam/index.ts';
import { samService } from '../sam/service/index.ts';
import {
  createBench,
  faultyCentre,
  faultyReaders,
  faultySam,
  linkedPoster,
  readWorldFile,
  type SwitchBoard,
  switchBoard,
  switchFile,
  type WorldFile,
} from '../world/index.ts';
import { version } from './version.ts';

export interface OpenedWorld {
  readonly folder: string;
  readonly store: Store & { close(): void };
  readonly file: WorldFile;
  readonly board: SwitchBoard;
  readonly clock: Clock;
}

export function openWorldFolder(folder: string): OpenedWorld {
  const store = fileStore(folder);
  const file = readWorldFile(store);
  if (file === undefined) {
    throw new Failure(-1, {
      kind: 'no-world',
      why: say({ zh: '這個資料夾裡還沒有世界', en: 'there is no world in this folder' }),
      todo: say({
        zh: '請執行 opencshis world new，或直接 opencshis start',
        en: 'run opencshis world new, or just opencshis start',
      }),
    });
  }
  const board = switchBoard(store, join(folder, switchFile));
  return { folder, store, file, board, clock: board.clock(systemClock) };
}

/** Local sockets have short paths everywhere: in the world's folder where it fits, else by its digest beside the temporary files. */
export function socketPath(folder: string, name: string): string {
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\opencshis-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}-${name}`;
  const inside = join(folder, 'run', `${name}.sock`);
  return Buffer.byteLength(inside) < 100
    ? inside
    : join(tmpdir(), `opencshis-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}-${name}.sock`);
}

export async function composeCentre(world: OpenedWorld, port = world.file.centrePort): Promise<CentreServer> {
  const store = openCentreStore(join(world.folder, 'centre/centre.sqlite'));
  const keys = openCentreKeys(world.store, world.clock, systemRandom);
  const extra = samService({ store, keys, clock: world.clock, random: systemRandom });
  const server = await startCentre({ store, keys, clock: world.clock, port, crash: world.board.crash, extra });
  return {
    port: server.port,
    async close() {
      await server.close();
      store.close();
    },
  };
}

/** The console's core; `centreUrl` is asked anew, so that a restarted centre on another port is found. */
export function composeSam(world: OpenedWorld, centreUrl: () => string): SecurityModule {
  return cloudSam({
    store: world.store,
    clock: world.clock,
    random: systemRandom,
    service: (authorise) => linkedPoster(httpPoster(centreUrl, world.clock, authorise), world.board),
    offlineMode: () => world.board.get().offlineMode,
    linkUp: () => world.board.get().links.sam,
    crash: world.board.crash,
  });
}

export const virtualSlots = ['虛擬讀卡機 1 Virtual Reader 1', '虛擬讀卡機 2 Virtual Reader 2'] as const;

export function composeControl(
  world: OpenedWorld,
  options: {
    readonly sam: SecurityModule;
    readonly centreUrl: () => string;
    readonly restartSam?: () => Promise<void>;
    readonly real?: { readonly readers: Readers | undefined; readonly why?: ReturnType<typeof say> };
  },
) {
  const { clock, board } = world;
  const sam = faultySam(options.sam, board);
  const poster = httpPoster(options.centreUrl, clock, (method, path, body) => sam.authorise(method, path, body));
  const virtual = virtualReaders(
    virtualSlots.map((name) => ({ name, role: 'any' })),
    systemClock,
  );
  const bench = createBench(virtual, world.store, true);
  const readers = faultyReaders(
    combineReaders([virtual, ...(options.real?.readers ? [options.real.readers] : [])]),
    board,
    systemClock,
    (slot) => void bench.remove(slot),
  );
  const journal = openJournal(world.store, clock);
  const control = createControl({
    profile: world.file.profile,
    version,
    simulated: true,
    world: world.file.world,
    readers,
    sam,
    centre: faultyCentre(httpCentre(poster), board),
    journal,
    clock,
    random: systemRandom,
    crash: board.crash,
    restartSam: options.restartSam,
    pcsc: { available: options.real?.readers !== undefined, ...(options.real?.why ? { why: options.real.why } : {}) },
    offlineMode: () => board.get().offlineMode,
  });
  return {
    control,
    bench,
    readers: virtual,
    async close() {
      await control.close();
      poster.close();
    },
  };
}

/** All of a world in this process: for `open()`, for tests, for scripts. */
export async function composeAll(folder: string) {
  if (!existsSync(folder))
    throw new Failure(-1, { kind: 'no-world', why: say({ zh: '沒有這個資料夾', en: 'there is no such folder' }) });
  const world = openWorldFolder(folder);
  const centre = await composeCentre(world);
  const url = () => `http://127.0.0.1:${centre.port}`;
  const sam = composeSam(world, url);
  const made = composeControl(world, { sam, centreUrl: url });
  return {
    ...made,
    world,
    centre,
    sam,
    async close() {
      await made.close();
      await centre.close();
      world.store.close();
    },
  };
}
