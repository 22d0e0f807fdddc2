/**
 * @module The world in which a scenario runs: a new one in a folder of its own, which goes afterwards, or one that runs
 * already, which is left as it was found. Its programs come back when a process dies, as a HIS does.
 */

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, Failure, limits, type Random, randomInt, say, sleep, uuid } from '../../base/index.ts';
import { openCentreStore } from '../../centre/server/index.ts';
import type { InputValue, PinRequest } from '../../control/index.ts';
import type { NativeClient, RemoteAnswer } from '../../doors/native/client.ts';
import type { ScenarioFile } from '../../world/scenario/index.ts';
import type { FaultSwitch } from '../../world/switches.ts';
import { connect, killWorld, newWorld, startDetached, stopWorld } from '../daemon.ts';
import { readDiscovery } from '../home.ts';

export interface CardShown {
  readonly cardNo: string;
  readonly pinSet: boolean;
  readonly triesLeft: number;
  readonly counter: number;
  readonly files: { readonly [file: string]: { readonly [field: string]: unknown } };
}
export interface WorldState {
  readonly hospId: string;
  readonly profile: string;
  readonly links: { readonly centre: boolean; readonly sam: boolean };
  readonly clockShift: number;
  readonly offlineMode: string;
  readonly faults: readonly Pick<FaultSwitch, 'name' | 'times' | 'options'>[];
  readonly cards: readonly { readonly handle: string; readonly kind: string; readonly slot?: string }[];
}

export interface Ground {
  readonly folder: string;
  readonly hospId: string;
  /** The world's own name of a card of this scenario. */
  card(handle: string): string;
  act<T = unknown>(action: string, body?: { readonly [name: string]: unknown }): Promise<T>;
  call(name: string, inputs: { readonly [param: string]: InputValue }): Promise<RemoteAnswer>;
  op<T>(name: string, body?: { readonly [name: string]: unknown }): Promise<T>;
  program<T>(work: (client: NativeClient) => Promise<T>): Promise<T>;
  show(handle: string): Promise<CardShown>;
  copy(from: string, to: string): void;
  /** What the data centre has of a person, as it came in. */
  ledger(personId: string): ReturnType<ReturnType<typeof openCentreStore>['eventsOf']>;
  state(): Promise<WorldState>;
  power(on: boolean): Promise<void>;
  /**
   * Whoever is asked for a PIN while `work` runs types these, one after the other; after them it is cancelled. Without any
   * nobody is at the screen: somebody's own program has its own ways.
   */
  typing<T>(digits: readonly string[] | undefined, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface GroundOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** The folder of a world that runs already; a new one where it is left out. */
  readonly running?: string;
}

/** What closes the worlds that are open now; each closes once, whoever asks for it. */
const open = new Set<() => Promise<void>>();
/** Of a program that is told to end: no world of a scenario outlives it. */
export const closeAll = (): Promise<unknown> => Promise.allSettled([...open].map((close) => close()));

export async function openGround(scenario: ScenarioFile, options: GroundOptions): Promise<Ground> {
  const { clock, random, running } = options;
  const folder = running ?? mkdtempSync(join(tmpdir(), 'opencshis-scenario-'));
  // Real readers are no part of a scenario: what lies in them would change what comes.
  const env = { ...process.env, OPENCSHIS_PCSC: 'off' };
  const start = () => startDetached(folder, clock, env);
  let off = false;
  let program: NativeClient | undefined;
  let operator: Promise<NativeClient> | undefined;
  let typed: string[] | undefined = [];

  const again = async <T>(work: (retried: boolean) => Promise<T>): Promise<T> => {
    const until = clock.monotonic() + limits.scenarioAgain;
    for (let retried = false; ; retried = true) {
      try {
        return await work(retried);
      } catch (error) {
        const broken = error instanceof Failure && ['no-daemon', 'daemon-lost'].includes(error.kind ?? '');
        if (!broken || off || clock.monotonic() > until) throw error;
        await sleep(clock, 20);
      }
    }
  };
  const once = async <T>(role: 'operator' | 'world', work: (client: NativeClient) => Promise<T>): Promise<T> => {
    const client = await connect(folder, role);
    try {
      return await work(client);
    } finally {
      client.close();
    }
  };
  const withProgram = <T>(work: (client: NativeClient) => Promise<T>): Promise<T> =>
    again(async () => {
      if (program === undefined) {
        const one = await connect(folder, 'program');
        one.onClose(() => {
          if (program === one) program = undefined;
        });
        program = one;
      }
      return work(program);
    });
  const act = <T>(action: string, body: { readonly [name: string]: unknown } = {}): Promise<T> =>
    again((retried) =>
      once('world', (client) => client.op<T>('world', { action, ...body })).catch((error) => {
        // The first try got through before its answer was lost.
        if (retried && error instanceof Failure && error.kind === 'card-in-use') return {} as T;
        throw error;
      }),
    );

  /** At the screen, or at the keys of a dedicated reader; without digits the request is cancelled. */
  const type = async (screen: NativeClient, request: PinRequest): Promise<void> => {
    if (typed === undefined) return;
    const digits = typed.shift();
    const wanted = digits === undefined || digits === 'cancel' ? undefined : digits;
    if (request.onPad) await act('pad', wanted === undefined ? {} : { digits: wanted });
    else await screen.op('pin', { id: request.id, ...(wanted === undefined ? {} : { pin: wanted }) });
  };
  const atTheScreen = (): Promise<NativeClient> =>
    again(async () => {
      const screen = await connect(folder, 'operator');
      screen.onClose(() => {
        operator = undefined;
      });
      screen.watch((event) => {
        // One that has ended meanwhile wants nothing any more.
        if (event.type === 'pin') type(screen, event.request).catch(() => undefined);
      });
      // Once this is answered, the watch before it is heard as well.
      await screen.op('pins');
      return screen;
    });

  /** Of a new world, at whatever point it is. */
  const abandon = async (): Promise<void> => {
    if (!open.delete(abandon)) return;
    await killWorld(folder, clock);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  if (running === undefined) {
    open.add(abandon);
    try {
      const { institution, offline, ...wanted } = scenario.world ?? {};
      await newWorld(
        folder,
        {
          people: 3,
          httpPort: 0,
          ...wanted,
          ...(institution === undefined ? {} : { hospId: institution }),
          ...(offline === undefined ? {} : { offlineMode: offline }),
        },
        undefined,
        clock,
      );
      await start();
    } catch (error) {
      await abandon();
      throw error;
    }
  }
  const state = () => again(() => once('world', (client) => client.op<WorldState>('worldGet')));
  const before = await state().catch(async (error) => {
    await abandon();
    throw error;
  });
  const suffix = running === undefined ? '' : `-${randomInt(random, 0x7fffffff).toString(36)}`;
  const made = new Set(Object.keys(scenario.cards ?? {}));
  const card = (handle: string): string => (made.has(handle) ? `${handle.slice(0, 20)}${suffix}` : handle);
  const inReaders = (now: WorldState) => now.cards.filter((one) => one.slot !== undefined && one.kind !== 'sam');
  /** The cards of the scenario; out of the readers comes what lies in them. */
  const prepare = async (): Promise<void> => {
    if (running !== undefined) {
      const { profile = before.profile, offline = before.offlineMode } = scenario.world ?? {};
      if (profile !== before.profile) throw otherProfile(profile, before.profile);
      if (offline !== before.offlineMode) await act('offline', { mode: offline });
      await act('fault', { name: 'off' });
      await act('network', { up: true });
      for (const one of inReaders(before)) await act('remove', { card: one.handle });
    }
    for (const [handle, of] of Object.entries(scenario.cards ?? {})) {
      const { kind, edit = {} } = typeof of === 'string' ? { kind: of } : of;
      await act('new', { card: card(handle), kind });
      for (const [field, value] of Object.entries(edit)) await act('edit', { card: card(handle), field, value });
    }
  };
  const close = async (): Promise<void> => {
    if (!open.delete(close)) return;
    if (running !== undefined) await leaveAsFound();
    program?.close();
    await operator?.then((screen) => screen.close()).catch(() => undefined);
    if (running !== undefined) return;
    await stopWorld(folder, clock);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const leaveAsFound = async (): Promise<void> => {
    if (off || readDiscovery(folder) === undefined) await start();
    off = false;
    for (const one of inReaders(await state())) await act('remove', { card: one.handle });
    for (const one of inReaders(before)) await act('insert', { card: one.handle, slot: one.slot });
    await act('fault', { name: 'off' });
    for (const { name, times, options } of before.faults) await act('fault', { name, times, options });
    for (const link of ['centre', 'sam'] as const) await act('network', { up: before.links[link], link });
    await act('clock', { shift: before.clockShift });
    await act('offline', { mode: before.offlineMode });
  };
  open.delete(abandon);
  open.add(close);
  const ground: Ground = {
    folder,
    hospId: before.hospId,
    card,
    act,
    program: withProgram,
    call(name, inputs) {
      const requestId = uuid(random);
      return withProgram((client) => client.call(name, inputs, { requestId }));
    },
    op: (name, body) => again(() => once('operator', (client) => client.op(name, body))),
    show: (handle) => act<CardShown>('show', { card: card(handle) }),
    copy(from, to) {
      made.add(to);
      copyFileSync(join(folder, 'cards', `${card(from)}.card`), join(folder, 'cards', `${card(to)}.card`));
    },
    ledger(personId) {
      const store = openCentreStore(join(folder, 'centre/centre.sqlite'));
      try {
        return store.eventsOf(personId);
      } finally {
        store.close();
      }
    },
    state,
    async power(on) {
      if (on) await start();
      off = !on;
      if (on) return;
      await killWorld(folder, clock);
      // What spoke to it learns that at once, not with its next word.
      program?.close();
      program = undefined;
    },
    async typing(digits, work) {
      typed = digits && [...digits];
      operator ??= off ? undefined : atTheScreen();
      await operator;
      return work();
    },
    close,
  };
  try {
    await prepare();
  } catch (error) {
    await close();
    throw error;
  }
  return ground;
}

const otherProfile = (wanted: string, is: string): Failure =>
  new Failure(-1, {
    kind: 'profile',
    why: say({
      zh: `這個情境要 ${wanted} 的世界，執行中的是 ${is}`,
      en: `this scenario wants a world of profile ${wanted}, and the running one is of ${is}`,
    }),
  });

export const noWorld = (): Failure =>
  new Failure(-1, {
    kind: 'no-daemon',
    why: say({ zh: '沒有在執行的世界', en: 'no world is running' }),
    todo: say({
      zh: '請先 opencshis start，或不加 --here 讓情境自己建立世界',
      en: 'run opencshis start first, or leave --here out: a scenario then makes a world of its own',
    }),
  });
