/** @module Keeps a world's processes running: lock, heartbeats, restarts. No business of its own. */

import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, fileStore, type Holder, limits, startTimeOf, systemClock, takeLock } from '../base/index.ts';
import { discoveryFile, lockFile, processesFile } from './home.ts';

export type ProcessName = 'centre' | 'sam' | 'control';
/** What a child says: it is ready, it is alive, it wants something of its supervisor. */
export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'alive' }
  | { readonly type: 'restart'; readonly name: ProcessName; readonly id: number }
  | { readonly type: 'stop' };

export interface Supervisor {
  /** Resolves when every process said that it is ready; rejects with the words of one that could not start. */
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}
interface Child {
  process: ChildProcess;
  heard: number;
  restarting: boolean;
  ready: boolean;
  quickDeaths: number;
}

const programs: { readonly [N in ProcessName]: URL } = {
  centre: new URL('./centre.ts', import.meta.url),
  sam: new URL('./sam.ts', import.meta.url),
  control: new URL('./control.ts', import.meta.url),
};

/** The processes of a world: the dedicated reader (3.5) has its security module in a slot, not in a process. */
export function processNames(folder: string): readonly ProcessName[] {
  try {
    const { profile } = JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8')) as { profile?: string };
    return profile === '3.5' ? ['centre', 'control'] : ['centre', 'sam', 'control'];
  } catch {
    // A world that cannot be read is told about by the processes themselves.
    return ['control'];
  }
}

export function supervise(folder: string, names: readonly ProcessName[], clock: Clock = systemClock): Supervisor {
  const release = takeLock(join(folder, lockFile));
  const store = fileStore(folder);
  store.remove(discoveryFile);
  const children = new Map<ProcessName, Child>();
  const waiting: { name: ProcessName; done: () => void }[] = [];
  let stopping = false;
  /** Every process was ready once: from then on each is announced as soon as it is ready itself. */
  let whole = false;
  let beat: (() => void) | undefined;
  let markReady = (): void => {};
  let failReady = (_error: unknown): void => {};
  let markEnded = (): void => {};
  const ready = new Promise<void>((resolve, reject) => {
    markReady = resolve;
    failReady = reject;
  });
  const ended = new Promise<void>((resolve) => {
    markEnded = resolve;
  });
  ready.catch(() => undefined);

  const note = (): void => {
    const list = Object.fromEntries(
      [...children].map(([name, child]): [string, Holder] => [
        name,
        { pid: child.process.pid ?? 0, started: startTimeOf(child.process.pid ?? 0) ?? '?' },
      ]),
    );
    store.write(processesFile, Buffer.from(JSON.stringify(list)));
  };
  const start = (name: ProcessName, quickDeaths = 0): void => {
    const child = fork(programs[name], [folder], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: process.platform !== 'win32',
    });
    const one: Child = {
      process: child,
      heard: clock.monotonic(),
      restarting: false,
      ready: false,
      quickDeaths,
    };
    children.set(name, one);
    child.on('message', (message: ChildMessage | { type: 'failed'; text: string }) => {
      one.heard = clock.monotonic();
      if (message.type === 'ready') {
        one.ready = true;
        for (const waiter of waiting.filter((each) => each.name === name)) waiter.done();
        if ([...children.values()].every((each) => each.ready)) {
          whole = true;
          markReady();
          for (const { process: other } of children.values()) if (other.connected) other.send({ type: 'whole' });
        } else if (whole) child.send({ type: 'whole' });
      }
      if (message.type === 'failed') failReady(new Error(message.text));
      if (message.type === 'stop') void stop();
      if (message.type === 'restart') {
        waiting.push({
          name: message.name,
          done: () => child.connected && child.send({ type: 'restarted', id: message.id }),
        });
        restart(message.name);
      }
    });
    child.on('exit', () => {
      if (stopping || children.get(name) !== one) return;
      // One that was ready starts again at once; one that cannot even start, more and more slowly, never given up.
      const deaths = one.ready ? 0 : one.quickDeaths + 1;
      clock.after(deaths === 0 ? 0 : Math.min(100 * 2 ** deaths, 5000), () => {
        if (!stopping) {
          start(name, deaths);
          note();
        }
      });
    });
  };
  const restart = (name: ProcessName): void => {
    const child = children.get(name);
    if (child === undefined || child.restarting) return;
    child.restarting = true;
    child.process.kill('SIGKILL');
  };
  const watch = (): void => {
    for (const [name, child] of children)
      if (child.ready && clock.monotonic() - child.heard > limits.supervisorRestartWithin) restart(name);
    beat = clock.after(limits.supervisorHeartbeat, watch);
  };
  const stop = async (): Promise<void> => {
    if (stopping) return ended;
    stopping = true;
    beat?.();
    await Promise.all(
      [...children.values()].map(
        ({ process: child }) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null || child.signalCode !== null) return resolve();
            const cancel = clock.after(3000, () => child.kill('SIGKILL'));
            child.once('exit', () => {
              cancel();
              resolve();
            });
            if (child.connected) child.send({ type: 'stop' });
            else child.kill('SIGTERM');
          }),
      ),
    );
    store.remove(discoveryFile);
    store.remove(processesFile);
    release();
    store.close();
    markEnded();
  };
  for (const name of names) start(name);
  note();
  watch();
  return { ready, ended, stop };
}
