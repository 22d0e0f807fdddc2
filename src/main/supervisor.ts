/** @module Keeps a world's processes running: lock, heartbeats, restarts. No business of its own. */

import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, Failure, fileStore, limits, sleep, startTimeOf, systemClock, takeLock } from '../base/index.ts';
import { here, mayHaveTray } from '../desktop/environment.ts';
import { discoveryFile, lockFile, type NotedProcess, processesFile, processesOf } from './home.ts';
import { type Patience, patience, pauseAfter } from './patience.ts';

/** `tray` is never vital: the world is ready without it, and goes on when it ends. */
export type ProcessName = 'centre' | 'sam' | 'control' | 'tray';
/** What a child says: it is ready, it is alive, it wants something of its supervisor. */
export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'alive' }
  | { readonly type: 'restart'; readonly name: ProcessName; readonly id: number }
  | { readonly type: 'stop' }
  | { readonly type: 'power'; readonly seconds: number };

export interface Supervisor {
  /** Resolves when every process said that it is ready; rejects with the words of one that could not start. */
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}
interface Child {
  readonly process: ChildProcess;
  readonly patience: Patience;
  restarting: boolean;
  /** It was ended because it answered nobody. */
  hung: boolean;
  /** Starts in a row, before this one, that came to nothing. */
  readonly failures: number;
}

const programs: { readonly [N in ProcessName]: URL } = {
  centre: new URL('./centre.ts', import.meta.url),
  sam: new URL('./sam.ts', import.meta.url),
  control: new URL('./control.ts', import.meta.url),
  tray: new URL('./tray.ts', import.meta.url),
};

/** The processes of a world: the dedicated reader (3.5) has its security module in a slot, not in a process. */
export function processNames(folder: string): readonly ProcessName[] {
  const tray: readonly ProcessName[] = mayHaveTray(here()) ? ['tray'] : [];
  try {
    const { profile } = JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8')) as { profile?: string };
    return [
      ...(profile === '3.5' ? (['centre', 'control'] as const) : (['centre', 'sam', 'control'] as const)),
      ...tray,
    ];
  } catch {
    // A world that cannot be read is told about by the processes themselves.
    return ['control'];
  }
}

/** To one that dies in this moment it comes to nothing, and its end is told by itself: no reason to end for the others. */
function tell(child: ChildProcess, message: object): void {
  if (child.connected) child.send(message, () => undefined);
}

/** The lock's last holder died: what it left would end by itself, and one that hangs would keep its port for ever. */
function endLeftOvers(folder: string): void {
  for (const holder of Object.values(processesOf(folder))) {
    try {
      process.kill(holder.pid, 'SIGKILL');
    } catch {
      // it ended in between
    }
  }
}

export function supervise(folder: string, names: readonly ProcessName[], clock: Clock = systemClock): Supervisor {
  const release = takeLock(join(folder, lockFile));
  const store = fileStore(folder);
  store.remove(discoveryFile);
  endLeftOvers(folder);
  const children = new Map<ProcessName, Child>();
  const vital = names.filter((name) => name !== 'tray');
  /** Who asked for a restart, by what shall be ready again. */
  const waiting = new Map<ProcessName, (() => void)[]>();
  let stopping = false;
  /** While the power is cut: what would switch it on again too late. */
  let dark: (() => void) | undefined;
  /** Every process was ready once: from then on each is announced as soon as it is ready itself. */
  let whole = false;
  const over = new AbortController();
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

  /** How often each was started again, and how often of these because it hung. */
  const again = new Map<ProcessName, { restarts: number; hung: number }>();
  const note = (): void => {
    const list = Object.fromEntries(
      [...children].map(([name, child]): [string, NotedProcess] => {
        const { pid = 0 } = child.process;
        return [name, { pid, started: startTimeOf(pid) ?? '?', ...again.get(name) }];
      }),
    );
    store.write(processesFile, Buffer.from(JSON.stringify(list)));
  };
  let noted = true;
  /** A full disk is no reason to leave the processes alone: the list is written when there is room. */
  const noteWhenPossible = (): void => {
    try {
      note();
      noted = true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      noted = false;
    }
  };
  const start = (name: ProcessName, failures = 0): void => {
    const child = fork(programs[name], [folder], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: process.platform !== 'win32',
    });
    const one: Child = { process: child, patience: patience(), restarting: false, hung: false, failures };
    children.set(name, one);
    child.on('message', (message: ChildMessage | { type: 'failed'; text: string }) => {
      one.patience.heard();
      if (message.type === 'ready') {
        one.patience.ready();
        for (const done of waiting.get(name)?.splice(0) ?? []) done();
        if (vital.every((each) => children.get(each)?.patience.isReady)) {
          if (!whole && names.includes('tray')) startLater('tray', 0);
          whole = true;
          markReady();
          for (const { process: other } of children.values()) tell(other, { type: 'whole' });
        } else if (whole) tell(child, { type: 'whole' });
      }
      if (message.type === 'failed') failReady(new Error(message.text));
      if (message.type === 'stop') void stop();
      if (message.type === 'power') cutPower(message.seconds);
      if (message.type === 'restart') {
        const done = () => tell(child, { type: 'restarted', id: message.id });
        waiting.set(message.name, [...(waiting.get(message.name) ?? []), done]);
        restart(message.name);
      }
    });
    const died = (code: number | null): void => {
      if (stopping || dark !== undefined || children.get(name) !== one) return;
      if (name === 'tray' && code === 0) {
        // It has said why it cannot be here.
        children.delete(name);
        noteWhenPossible();
      }
      // One that somebody ended, or that was well for a while, starts again at once; one that cannot even start, or that
      // ends or hangs each time soon after (and an icon, which nobody waits for), more and more slowly, never given up.
      else {
        const { isReady, settled } = one.patience;
        const ownFault = !isReady || ((one.hung || code !== null) && !settled);
        const { restarts, hung } = again.get(name) ?? { restarts: 0, hung: 0 };
        // A restart that somebody asked for is none of these.
        if (one.hung || !one.restarting) again.set(name, { restarts: restarts + 1, hung: hung + Number(one.hung) });
        startLater(name, ownFault || name === 'tray' ? one.failures + 1 : 0);
      }
    };
    child.on('exit', died);
    // The system had no room for one more process; a message that could not be sent is no end.
    child.on('error', () => child.pid === undefined && died(null));
  };
  const startLater = (name: ProcessName, failures: number): void => {
    const last = children.get(name);
    clock.after(pauseAfter(failures), () => {
      // Started meanwhile: the power came back before the wait of one that could not start was over.
      if (stopping || dark !== undefined || children.get(name) !== last) return;
      try {
        start(name, failures);
      } catch {
        return startLater(name, failures + 1);
      }
      noteWhenPossible();
    });
  };
  const restart = (name: ProcessName): void => {
    const child = children.get(name);
    if (child === undefined || child.restarting) return;
    child.restarting = true;
    child.process.kill('SIGKILL');
  };
  const cutPower = (seconds: number): void => {
    if (stopping || dark !== undefined) return;
    dark = clock.after(seconds * 1000, () => {
      dark = undefined;
      for (const name of names) startLater(name, 0);
    });
    for (const { process: child } of children.values()) child.kill('SIGKILL');
  };
  /** Who asks whether this process is well looks at the time of its lock: no disk need have room for it. */
  const giveSign = (): void => {
    try {
      utimesSync(join(folder, lockFile), clock.now() / 1000, clock.now() / 1000);
    } catch {
      // The folder cannot be written at this moment.
    }
  };
  /** Its waiting keeps this process in a moment in which every other has died, and none is there to be waited for. */
  const watch = async (): Promise<void> => {
    while (!stopping) {
      for (const [name, child] of children) {
        if (!child.patience.beat() || child.restarting) continue;
        child.hung = true;
        process.stderr.write(`${name} 沒有回應，重新啟動 does not answer and is started again\n`);
        restart(name);
      }
      if (!noted) noteWhenPossible();
      giveSign();
      await sleep(clock, limits.supervisorHeartbeat, over.signal).catch(() => undefined);
    }
  };
  const stop = async (): Promise<void> => {
    if (stopping) return ended;
    stopping = true;
    dark?.();
    over.abort();
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
            if (child.connected) tell(child, { type: 'stop' });
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
  for (const name of vital) start(name);
  note();
  void watch();
  return { ready, ended, stop };
}
