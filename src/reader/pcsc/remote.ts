/** @module The PC/SC library in a process of its own, as this process sees it. Started when it is first asked. */

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Clock, every } from '../../base/index.ts';
import { type Answer, type PcscApi, rv } from './api.ts';
import type { Question, Reply } from './host.ts';
import { pcscLimits } from './limits.ts';

export interface RemotePcsc extends PcscApi {
  /** Ends the process; what was asked answers `hostGone`. Asked again, it is started again. */
  stop(): void;
}

const methods = [
  'establish',
  'release',
  'listReaders',
  'statusChange',
  'cancel',
  'connect',
  'reconnect',
  'disconnect',
  'begin',
  'end',
  'transmit',
  'control',
] as const satisfies readonly (keyof PcscApi)[];

interface Host {
  readonly child: ChildProcess;
  readonly waiting: Map<number, (answer: Answer) => void>;
  /** Calls that keep this process alive: all but the wait for a change. */
  busy: number;
}

export function remotePcsc(clock: Clock): RemotePcsc {
  let host: Host | undefined;
  let asked = 0;

  const start = (): Host => {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const child = fork(fileURLToPath(new URL('./host.ts', import.meta.url)), [], {
      env: { ...env, UV_THREADPOOL_SIZE: String(pcscLimits.threads) },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const one: Host = { child, waiting: new Map(), busy: 0 };
    let silent = 0;
    const stopBeating = every(clock, pcscLimits.beat, () => {
      // Its loop is blocked, or it was stopped: counted in our own beats, as nobody is silent while all stand still.
      if (++silent > pcscLimits.hostBeats) return void child.kill('SIGKILL');
      const id = ++asked;
      one.waiting.set(id, () => {
        silent = 0;
      });
      child.send({ id, name: 'ping', args: [] } satisfies Question, () => undefined);
    });
    const gone = (): void => {
      stopBeating();
      if (host === one) host = undefined;
      for (const answer of one.waiting.values()) answer({ rv: rv.hostGone });
      one.waiting.clear();
    };
    child.on('message', (reply: Reply) => {
      const answer = one.waiting.get(reply.id);
      one.waiting.delete(reply.id);
      answer?.(reply.answer);
    });
    child.on('exit', gone);
    child.on('disconnect', gone);
    child.on('error', gone);
    child.unref();
    child.channel?.unref();
    return one;
  };

  const ask = (name: keyof PcscApi, args: readonly unknown[]): Promise<Answer> => {
    try {
      host ??= start();
    } catch {
      return Promise.resolve({ rv: rv.hostGone });
    }
    const one = host;
    // No process could be made (no descriptors or memory left): whoever asks again tries again.
    if (!one.child.connected) return Promise.resolve({ rv: rv.hostGone });
    const id = ++asked;
    const holds = name !== 'statusChange';
    if (holds && one.busy++ === 0) one.child.channel?.ref();
    return new Promise<Answer>((resolve) => {
      one.waiting.set(id, (answer) => {
        if (holds && --one.busy === 0) one.child.channel?.unref();
        resolve(answer);
      });
      const question: Question = { id, name, args };
      one.child.send(question, (error) => {
        if (error === null) return;
        one.waiting.get(id)?.({ rv: rv.hostGone });
        one.waiting.delete(id);
      });
    });
  };
  const api = Object.fromEntries(methods.map((name) => [name, (...args: unknown[]) => ask(name, args)]));
  return {
    ...(api as unknown as PcscApi),
    stop() {
      const one = host;
      host = undefined;
      one?.child.kill('SIGKILL');
    },
  };
}
