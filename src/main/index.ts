/** @module `import { open } from 'opencshis'`: a counter in this process, its functions typed from the catalogue. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRandom, takeLock, uuid } from '../base/index.ts';
import type { ApiName, InputsOf, OutputFieldsOf } from '../catalogue/types.ts';
import type { CallAnswer, ControlEvent, ControlStatus, PinRequest, PublicZone } from '../control/index.ts';
import { openCallerFiles } from '../doors/native/index.ts';
import { composeAll } from './compose.ts';
import { hasWorld, newWorld } from './daemon.ts';
import { lockFile } from './home.ts';
import { worldControl } from './world-control.ts';

export { Failure } from '../base/index.ts';
export type { ApiName, CallAnswer, ControlEvent, ControlStatus, PinRequest, PublicZone };

export interface OpenOptions {
  /** A world's folder; where it is left out, a new world is made in a temporary folder and removed by `close`. */
  readonly folder?: string;
  /** The test card in the first reader, where none is in; `none` leaves it empty. */
  readonly card?: string;
  readonly profile?: '5.1' | '3.5';
  readonly offline?: 'official' | 'delegated';
}

/** The answer of one function: `fields` has its buffers decoded, by parameter name. */
export type AnswerOf<N extends ApiName> = Omit<CallAnswer, 'fields'> & { readonly fields: OutputFieldsOf<N> };

export interface Counter {
  /** Calls a function by its official name. The answer counts as delivered when the promise is fulfilled. */
  call<N extends ApiName>(
    name: N,
    ...inputs: object extends InputsOf<N> ? [inputs?: InputsOf<N>] : [inputs: InputsOf<N>]
  ): Promise<AnswerOf<N>>;
  status(): Promise<ControlStatus>;
  /** The 57 public bytes of the card in a reader, decoded. Fails with 4000, 4013 or 4033. */
  readCard(slot?: string): Promise<PublicZone>;
  watch(listener: (event: ControlEvent) => void): () => void;
  /** Answers a PIN request by its id; without digits it is cancelled. */
  answerPin(id: string, digits?: string): boolean;
  /** The simulated world's switches: `insert`, `remove`, `network`, `clock`, `fault` .. */
  world(
    action: Parameters<ReturnType<typeof worldControl>['act']>[0],
    body?: { readonly [name: string]: unknown },
  ): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Opens a counter: data centre, security module, readers and control software in this process.
 *
 * @example
 * const counter = await open();
 * const { code, fields } = await counter.call('hisGetBasicData');
 * await counter.close();
 */
export async function open(options: OpenOptions = {}): Promise<Counter> {
  const temporary = options.folder === undefined;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'opencshis-'));
  if (!hasWorld(folder)) {
    await newWorld(folder, {
      httpPort: 0,
      ...(options.profile ? { profile: options.profile } : {}),
      ...(options.offline ? { offlineMode: options.offline } : {}),
    });
  }
  const release = takeLock(join(folder, lockFile));
  const made = await composeAll(folder).catch((error) => {
    release();
    throw error;
  });
  const world = worldControl(made.world, made);
  const card = options.card ?? 'normal';
  if (card !== 'none' && !made.bench.list().some((one) => one.slot && one.kind !== 'sam')) made.bench.insert(card);
  const session = made.control.session({
    door: 'in-process',
    role: 'program',
    program: process.execPath,
    process: String(process.pid),
  });
  return {
    async call(name, ...inputs) {
      // A path is opened here, as any caller of a door opens it.
      const opened = openCallerFiles(name, (inputs[0] ?? {}) as never, systemRandom);
      try {
        const answer = await session.call({ requestId: uuid(systemRandom), name, inputs: opened.inputs });
        opened.finish(answer.code === 0);
        answer.delivered();
        return answer as never;
      } finally {
        opened.finish(false);
      }
    },
    status: () => made.control.status(),
    readCard: (slot) => made.control.publicZone(slot),
    watch: (listener) => made.control.watch(listener),
    answerPin: (id, digits) =>
      made.control.answerPin(id, digits === undefined ? undefined : Buffer.from(digits, 'latin1')),
    world: (action, body = {}) => world.act(action, body),
    async close() {
      session.close();
      await made.close();
      release();
      if (temporary) rmSync(folder, { recursive: true, force: true });
    },
  };
}
