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

/** The fields of `/proc/PID/stat` after the name: the state, then by their place from 0. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** The start time of a running process, or undefined when there is none; unknown systems answer `?`. */
export function startTimeOf(pid: number): string | undefined {
  try {
    const fields = statOf(pid);
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

/**
 * The terminal that a process runs in: the leader of its session. Where that one is gone, or outside of what this
 * system shows (a job that outlived its shell, a container), the process that started it. Undefined where nothing tells.
 */
export function terminalOf(pid: number): number | undefined {
  try {
    const fields = statOf(pid);
    return [fields[3], fields[1]].map(Number).find((one) => one > 0 && startTimeOf(one) !== undefined);
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
