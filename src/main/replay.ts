/** @module Runs a trace again: in a fresh world with cards made up for it, or against the running one. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, Failure, say, sleep, systemClock, systemRandom, uuid } from '../base/index.ts';
import { apiByName } from '../catalogue/index.ts';
import type { Profile } from '../catalogue/schema.ts';
import { epochOf } from '../codec/index.ts';
import type { Control, InputValue } from '../control/index.ts';
import {
  type Answered,
  compareAnswer,
  createTwins,
  type Difference,
  fitCards,
  inputsFor,
  isCall,
  madeUpPin,
  type NumberedCall,
  type Trace,
} from '../tools/index.ts';
import { composeAll } from './compose.ts';
import { connect, newWorld } from './daemon.ts';
import { worldControl } from './world-control.ts';

export interface ReplayOptions {
  readonly profile?: Profile;
  readonly offline?: 'official' | 'delegated';
  /** Changes of the made-up health card, `file.field` and value. */
  readonly edits?: readonly { readonly field: string; readonly value: string }[];
  /** The folder of a running world: its card, its clock, its person. */
  readonly running?: string;
  /** Goes on after the first difference. */
  readonly all?: boolean;
  readonly onCall?: (call: NumberedCall, found: readonly Difference[]) => void;
}
export interface Replayed {
  readonly calls: number;
  /** Calls that cannot run again, with why: a file is no part of a trace. */
  readonly skipped: readonly {
    readonly at: number;
    readonly call: string;
    readonly why: 'file' | 'unknown-function';
  }[];
  readonly differences: readonly Difference[];
}

/** One run: where calls go, and what is done about the lines between them. */
interface Run {
  readonly otherPerson: boolean;
  call(line: NumberedCall, inputs: { readonly [param: string]: InputValue }): Promise<Answered>;
  event(line: Exclude<Trace['lines'][number], NumberedCall>): Promise<void>;
  close(): Promise<void>;
}

export async function replay(trace: Trace, options: ReplayOptions = {}): Promise<Replayed> {
  const run = options.running === undefined ? await freshWorld(trace, options) : await runningWorld(options.running);
  const twins = createTwins();
  const differences: Difference[] = [];
  const skipped: { at: number; call: string; why: 'file' | 'unknown-function' }[] = [];
  let calls = 0;
  try {
    for (const line of trace.lines) {
      if (!isCall(line)) {
        await run.event(line as never);
        continue;
      }
      const api = apiByName(line.call);
      const file = api?.params.some((param) => param.kind === 'fileIn' || param.kind === 'fileOut');
      if (api === undefined || file) {
        skipped.push({ at: line.at, call: line.call, why: file ? 'file' : 'unknown-function' });
        continue;
      }
      const answer = await run.call(line, inputsFor(line, twins));
      calls += 1;
      const found = compareAnswer(line, answer, { twins, otherPerson: run.otherPerson });
      options.onCall?.(line, found);
      differences.push(...found);
      if (found.length > 0 && options.all !== true) break;
    }
  } finally {
    await run.close();
  }
  return { calls, skipped, differences: options.all === true ? differences : differences.slice(0, 1) };
}

/** The machine's clock, set to the trace's start, and moved on where the trace waited longer than we do. */
function followingClock(started: number): Clock & { reach(at: number): void } {
  let ahead = started - systemClock.now();
  const first = ahead;
  return {
    now: () => systemClock.now() + ahead,
    monotonic: () => systemClock.monotonic() + ahead - first,
    after: systemClock.after,
    reach(at) {
      const missing = at - (systemClock.now() + ahead);
      if (missing > 0) ahead += missing;
    },
  };
}

async function freshWorld(trace: Trace, options: ReplayOptions): Promise<Run> {
  const { header } = trace;
  const fitted = fitCards(trace);
  const started = epochOf(header.started) ?? systemClock.now();
  const clock = followingClock(started);
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-replay-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const hospId = fitted.hospId ?? '3501200000';
    const wanted = {
      httpPort: 0,
      people: 1,
      hospId,
      profile: options.profile ?? header.profile,
      offlineMode: options.offline ?? header.offlineMode,
    };
    await newWorld(folder, wanted, undefined, clock);
    const all = await composeAll(folder, clock);
    const world = worldControl(all.world, all);
    const { kit, store, board } = all.world;
    for (const card of fitted.cards) {
      const { pin, ...rest } = card;
      const digits = card.kind === 'hpc' ? madeUpPin.hpc : pin ? madeUpPin.hc : undefined;
      kit.issueCard(
        folder,
        store,
        hospId,
        { ...rest, ...(digits ? { pin: digits } : {}) },
        all.world.clock,
        systemRandom,
      );
    }
    for (const { field, value } of options.edits ?? [])
      for (const card of fitted.cards.filter((one) => one.kind === 'hc'))
        await world.act('edit', { card: card.handle, field, value });
    const slots = new Map<number, string>();
    const settle = async (): Promise<void> => {
      // What an insertion starts by itself (verification, authentication) is over before the next call, as in a trace.
      await sleep(systemClock, 0);
      await all.control.status();
    };
    const insert = async (handle: string, slot: number): Promise<void> => {
      slots.set(slot, all.bench.insert(handle));
      await settle();
    };
    for (const { handle, slot } of fitted.first) await insert(handle, slot);
    if (header.samVerified) await verified(all.control);
    board.set({ links: header.links });
    let expected: NumberedCall | undefined;
    const stop = all.control.watch((event) => {
      if (event.type !== 'pin') return;
      const digits = pinFor(expected, event.request.card, event.request.purpose);
      all.control.answerPin(event.request.id, digits === undefined ? undefined : Buffer.from(digits, 'latin1'));
    });
    return {
      otherPerson: false,
      async call(line, inputs) {
        clock.reach(started + line.t);
        expected = line;
        const session = all.control.session({
          door: 'in-process',
          role: 'operator',
          program: `replay ${line.program}`,
          process: `replay/${line.session}`,
        });
        const answer = await session.call({ requestId: uuid(systemRandom), name: line.call, inputs });
        answer.delivered();
        return answer;
      },
      async event(line) {
        clock.reach(started + line.t);
        if (line.event === 'card-in') await insert(fitted.inserted.get(line.at) ?? '', line.card.slot);
        else if (line.event === 'card-out') all.bench.remove(slots.get(line.slot));
        else if (line.event === 'network') board.set({ links: { centre: line.centre, sam: line.sam } });
        else if (line.event === 'session-ended') all.control.ended(`replay/${line.session}`);
      },
      async close() {
        stop();
        await all.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The module was verified before the trace began, by whomever. */
async function verified(control: Control): Promise<void> {
  const before = { door: 'in-process', role: 'operator', program: 'replay', process: 'replay/0' } as const;
  const session = control.session(before);
  for (const [name, inputs] of [
    ['csOpenCom', { Comport: 0 }],
    ['csVerifySAMDC', {}],
  ] as const)
    await session.call({ requestId: uuid(systemRandom), name, inputs });
  control.ended(before.process);
}

/** What the person typed, by what the call then answered: a right PIN, a wrong one, or nothing. */
function pinFor(line: NumberedCall | undefined, card: 'hc' | 'hpc', purpose: string): string | undefined {
  if (line === undefined || line.code === 5109) return undefined;
  if (purpose === 'verify') return line.code === 5102 ? '999999' : madeUpPin[card];
  return purpose === 'repeat' && line.code === 5107 ? '888888' : madeUpPin[card];
}

/** The running world has its own card and day: what belongs to a person is compared by form. */
async function runningWorld(folder: string): Promise<Run> {
  const client = await connect(folder, 'operator');
  return {
    otherPerson: true,
    call: (line, inputs) => client.call(line.call, inputs),
    async event(line) {
      if (line.event === 'card-in' || line.event === 'card-out')
        throw new Failure(6018, {
          kind: 'trace-cards',
          why: say({
            zh: `第 ${line.at} 行換了卡片；執行中的世界不能重播換卡`,
            en: `line ${line.at} changes the card; the running world cannot replay that`,
          }),
          todo: say({
            zh: '請去掉 --running，在另建的世界重播',
            en: 'leave --running away, to replay in a world of its own',
          }),
        });
    },
    close: async () => client.close(),
  };
}
