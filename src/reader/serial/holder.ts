/** @module Who has a port open: by what Linux tells of each process, and by the lock files of older programs. */

import { readFileSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { openFilesOf, processIds, processText, quietly } from '../../base/index.ts';

export interface Holder {
  readonly pid: number;
  /** The program's name; unknown where the process is another user's. */
  readonly program: string | undefined;
}

/** The first other program that has this port open; undefined where there is none, or this system does not tell. */
export function holderOf(path: string): Holder | undefined {
  if (process.platform !== 'linux') return undefined;
  const real = quietly(() => realpathSync(path)) ?? path;
  const open = processIds().find((pid) => pid !== process.pid && hasOpen(pid, real));
  const pid = open ?? lockedBy(real);
  return pid === undefined ? undefined : { pid, program: programOf(pid) };
}

/** Who made a pseudo-terminal is the device at its other end, not a user of it, also where it keeps both ends open. */
function hasOpen(pid: number, path: string): boolean {
  const files = openFilesOf(pid);
  if (!files.some(({ target }) => target === path)) return false;
  const [, index] = /^\/dev\/pts\/(\d+)$/.exec(path) ?? [];
  return !files.some(
    ({ fd, target }) =>
      index !== undefined &&
      /\/ptmx$/.test(target) &&
      new RegExp(`^tty-index:\\s+${index}$`, 'm').test(processText(pid, `fdinfo/${fd}`) ?? ''),
  );
}

/** UUCP's way, which minicom and others keep: a file with the process id in it. */
function lockedBy(path: string): number | undefined {
  for (const folder of ['/var/lock', '/run/lock']) {
    const text = quietly(() => readFileSync(`${folder}/LCK..${basename(path)}`, 'utf8'));
    const pid = Number(text?.trim().split(/\s/)[0]);
    if (Number.isSafeInteger(pid) && pid > 0 && pid !== process.pid && processText(pid, 'comm') !== undefined)
      return pid;
  }
  return undefined;
}

/** Of an interpreter the script it runs says more than its own name. */
function programOf(pid: number): string | undefined {
  const words = processText(pid, 'cmdline')?.split('\0') ?? [];
  const script = words.slice(1).find((word) => /\.(ts|js|cjs|mjs|py)$/.test(word));
  const name = processText(pid, 'comm')?.trim();
  return script === undefined ? name : `${name} ${basename(script)}`;
}
