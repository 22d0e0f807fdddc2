/** @module Puts the rooms together: data centre, security module, control, each alone or all in one process. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, Failure, fileStore, type Store, say, systemClock, systemRandom } from '../base/index.ts';
import { httpCentre, httpPoster } from '../centre/client/index.ts';
import {
  type CentreServer,
  openCentreKeys,
  openCentreStore,
  openUploadRows,
  startCentre,
} from '../centre/server/index.ts';
import { createControl, type Watch } from '../control/index.ts';
import { openJournal } from '../journal/index.ts';
import { combineReaders, virtualReaders } from '../reader/index.ts';
import type { Readers } from '../reader/types.ts';
import { samCards } from '../sam/card/index.ts';
import { cloudSam } from '../sam/console/index.ts';
import type { SecurityModule } from '../sam/index.ts';
import { samService } from '../sam/service/index.ts';
import type { SwitchBoard, WorldFile } from '../world/index.ts';
import { centreFile } from './home.ts';
import { settled, type WorldLines, worldLines } from './lines.ts';
import { checkFormat } from './migrate.ts';
import type { RealReaders } from './real-readers.ts';
import { version } from './version.ts';

export interface OpenedWorld {
  readonly folder: string;
  readonly store: Store & { close(): void };
  readonly file: WorldFile;
  readonly board: SwitchBoard;
  readonly clock: Clock;
  /** The simulated world's own parts. */
  readonly kit: typeof import('../world/index.ts');
}

/** `base`: the clock under the world's own, the machine's where it is left out. */
export async function openWorldFolder(folder: string, base: Clock = systemClock): Promise<OpenedWorld> {
  const kit = await import('../world/index.ts');
  const store = fileStore(folder);
  checkFormat(store);
  const file = kit.readWorldFile(store);
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
  const board = kit.switchBoard(store, join(folder, kit.switchFile));
  return { folder, store, file, board, clock: board.clock(base), kit };
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
  const server = await startCentre({
    store,
    keys,
    clock: world.clock,
    port,
    crash: world.board.crash,
    extra,
    uploads: {
      rows: openUploadRows(join(world.folder, 'centre/uploads.sqlite')),
      folder: join(world.folder, 'centre/uploads'),
      random: systemRandom,
    },
  });
  return {
    ...server,
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
    service: (authorise) =>
      world.kit.linkedPoster(httpPoster(centreUrl, world.clock, authorise), world.board, 'sam', systemClock),
    offlineMode: () => world.board.get().offlineMode,
    linkUp: () => world.board.get().links.sam,
    crash: world.board.crash,
  });
}

/** Where the centre of this world listens, read anew for each request. */
export const centreUrl = (world: OpenedWorld) => (): string => {
  const bytes = world.store.read(centreFile);
  const port = bytes === undefined ? 1 : (JSON.parse(Buffer.from(bytes).toString('utf8')) as { port: number }).port;
  return `http://127.0.0.1:${port}`;
};

export function samToken(world: OpenedWorld): Uint8Array {
  const bytes = world.store.read('sam/token');
  if (bytes === undefined)
    throw new Failure(9200, {
      kind: 'sam-token',
      why: say({ zh: '安全模組的權杖檔不見了', en: "the security module's token file is missing" }),
      todo: say({ zh: '請還原備份', en: 'restore a backup' }),
    });
  return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1'), 'hex'));
}

export function composeControl(
  world: OpenedWorld,
  options: {
    /** The cloud's; in 3.5 the module is a card in a reader's slot, and found there. */
    readonly sam?: SecurityModule;
    readonly centreUrl: () => string;
    readonly restartSam?: () => Promise<void>;
    readonly real?: RealReaders;
    /** Where the world's dedicated readers are behind serial lines. */
    readonly lines?: WorldLines;
    readonly watch?: () => Watch;
    readonly whole?: Promise<void>;
  },
) {
  const { clock, board, kit } = world;
  const slots = kit.slotsOf(world.file.profile, world.file.readers);
  const devices = kit.dedicatedReaders(slots, world.store, clock);
  const virtual = virtualReaders(slots, systemClock, devices);
  const bench = kit.createBench(virtual, world.store, true, clock.now);
  const outside: Readers = options.lines?.open({ readers: virtual, devices }) ?? virtual;
  const readers = kit.faultyReaders(
    combineReaders([outside, ...(options.real?.readers ? [options.real.readers] : [])]),
    board,
    systemClock,
    (slot) => void bench.remove(slot),
  );
  const module =
    options.sam ??
    samCards({
      readers,
      clock,
      random: systemRandom,
      centre: (authorise) =>
        kit.linkedPoster(httpPoster(options.centreUrl, clock, authorise), board, 'centre', systemClock),
      offlineMode: () => board.get().offlineMode,
      crash: board.crash,
    });
  const sam = kit.faultySam(module, board, options.sam !== undefined);
  const poster = kit.linkedPoster(
    httpPoster(options.centreUrl, clock, (method, path, body) => sam.authorise(method, path, body)),
    board,
    'centre',
    systemClock,
  );
  const journal = openJournal(kit.faultyStore(world.store, board), clock);
  const centre = kit.faultyCentre(httpCentre(poster), board);
  const control = createControl({
    profile: world.file.profile,
    version,
    simulated: true,
    world: world.file.world,
    readers,
    sam,
    centre,
    journal,
    clock,
    random: systemRandom,
    crash: board.crash,
    restartSam: options.restartSam,
    whole: options.whole,
    machine: () => ({
      pcsc: { available: options.real?.available ?? false, ...(options.real?.why ? { why: options.real.why } : {}) },
      ...(options.watch ? { watch: options.watch() } : {}),
    }),
    offlineMode: () => board.get().offlineMode,
  });
  return {
    control,
    sam,
    centre,
    bench,
    readers: virtual,
    devices,
    /** What was done on the bench is seen over the line. */
    settled: () => settled(virtual, outside, systemClock),
    /** The readers behind lines are there, or are late. */
    ready: async () => options.lines?.ready(),
    async close() {
      await control.close();
      await options.lines?.close();
      poster.close();
    },
  };
}

/** All of a world in this process: for `open()`, for tests, for scripts. */
export async function composeAll(
  folder: string,
  base: Clock = systemClock,
  /** Sees all that goes over simulated lines. */
  watchLine?: (way: 'to-reader' | 'from-reader', bytes: Uint8Array) => void,
) {
  if (!existsSync(folder))
    throw new Failure(-1, { kind: 'no-world', why: say({ zh: '沒有這個資料夾', en: 'there is no such folder' }) });
  const world = await openWorldFolder(folder, base);
  const centre = await composeCentre(world);
  const url = () => `http://127.0.0.1:${centre.port}`;
  const sam = world.file.profile === '5.1' ? { sam: composeSam(world, url) } : {};
  const lines = await worldLines(world, watchLine);
  const made = composeControl(world, { ...sam, centreUrl: url, ...(lines ? { lines } : {}) });
  await made.ready();
  return {
    ...made,
    world,
    centre,
    /** The same centre as control asks it. */
    centreClient: made.centre,
    async close() {
      await made.close();
      await centre.close();
      world.store.close();
    },
  };
}
