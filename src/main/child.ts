/** @module What every child process does: says that it is ready and alive, stops when told or when its supervisor is gone. */

import { Failure, limits, systemClock } from '../base/index.ts';
import { supervisorWatch } from './watched.ts';

export interface Child {
  readonly folder: string;
  /** Asks the supervisor to restart a process; resolves when it is ready again. */
  restart(name: 'sam' | 'centre'): Promise<void>;
  /** Runs once when every process of the world is ready; at once where they were before. */
  whenWhole(announce: () => void): void;
  stop(): void;
  /** False once the supervisor has given no sign of life for too long. */
  readonly supervisorAnswers: boolean;
  /** Every process of the world is gone at once, and is back after so long. */
  cutPower(seconds: number): void;
}

/** Runs `start`; what it answers closes it. */
export function runChild(start: (child: Child) => Promise<() => Promise<void>>): void {
  const folder = process.argv[2] ?? '';
  const send = (message: unknown): void => {
    // Where the supervisor dies in this moment, `disconnect` follows: what is said to it then is lost, and nothing else.
    if (process.connected) process.send?.(message, () => undefined);
  };
  let close: (() => Promise<void>) | undefined;
  let ending = false;
  let asked = 0;
  let announce = (): void => undefined;
  const waiting = new Map<number, () => void>();
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    const force = systemClock.after(2500, () => process.exit(code));
    Promise.resolve(close?.())
      .catch(() => undefined)
      .then(() => {
        force();
        process.exit(code);
      });
  };
  process.on('message', (message: { type: string; id?: number }) => {
    if (message.type === 'stop') end(0);
    if (message.type === 'whole') {
      announce();
      announce = () => undefined;
    }
    if (message.type === 'restarted') {
      waiting.get(message.id ?? -1)?.();
      waiting.delete(message.id ?? -1);
    }
  });
  // The supervisor is gone: this process must not outlive it.
  process.on('disconnect', () => end(0));
  process.on('SIGTERM', () => end(0));
  // Ctrl-C reaches the whole group; the supervisor decides the order.
  process.on('SIGINT', () => undefined);
  const watch = supervisorWatch(folder);
  let supervisorAnswers = true;
  const beat = (): void => {
    supervisorAnswers = !watch();
    send({ type: 'alive' });
    systemClock.after(limits.supervisorHeartbeat, beat);
  };
  // From the first moment on: one that hangs while it starts is found out, too.
  beat();
  start({
    folder,
    restart: (name) =>
      new Promise((resolve) => {
        const id = ++asked;
        waiting.set(id, resolve);
        systemClock.after(limits.supervisorRestartWithin, () => {
          if (waiting.delete(id)) resolve();
        });
        send({ type: 'restart', name, id });
      }),
    whenWhole(action) {
      announce = action;
    },
    stop: () => send({ type: 'stop' }),
    get supervisorAnswers() {
      return supervisorAnswers;
    },
    cutPower: (seconds) => send({ type: 'power', seconds }),
  }).then(
    (closer) => {
      close = closer;
      send({ type: 'ready' });
    },
    (error) => {
      const text =
        error instanceof Failure
          ? `${error.why.zh}\n${error.why.en}${error.todo ? `\n→ ${error.todo.zh}\n→ ${error.todo.en}` : ''}`
          : String(error?.stack ?? error);
      send({ type: 'failed', text });
      systemClock.after(100, () => process.exit(1));
    },
  );
}
