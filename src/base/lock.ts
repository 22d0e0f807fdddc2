/** @module One program a world: a lock file with process id and start time, taken over when its holder is gone. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';
import { say } from './say.ts';

export interface Holder {
  readonly pid: number;
  /** The process's start time as the system counts it; a reused process id has another. */
  readonly started: string;
}

/** The start time of a running process, or undefined when there is none; unknown systems answer `?`. */
export function startTimeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    if (process.platform === 'linux') return undefined;
  }
  try {
    process.kill(pid, 0);
    return '?';
  } catch {
    return undefined;
  }
}

export const isAlive = (holder: Holder): boolean => {
  const now = startTimeOf(holder.pid);
  return now !== undefined && (now === holder.started || holder.started === '?');
};

export function readHolder(path: string): Holder | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Holder;
    return typeof value.pid === 'number' && typeof value.started === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the lock or fails with -1, kind `locked`. The answer gives it back. */
export function takeLock(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const mine: Holder = { pid: process.pid, started: startTimeOf(process.pid) ?? '?' };
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return () => {
        if (readHolder(path)?.pid === mine.pid) rmSync(path, { force: true });
      };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      const holder = readHolder(path);
      if (holder && isAlive(holder)) break;
      rmSync(path, { force: true });
    }
  }
  throw new Failure(-1, {
    kind: 'locked',
    why: say({ zh: '這個世界已經在執行', en: 'this world is running already' }),
    todo: say({
      zh: 'opencshis status 看狀態，opencshis stop 停止',
      en: 'opencshis status shows it, opencshis stop ends it',
    }),
  });
}
