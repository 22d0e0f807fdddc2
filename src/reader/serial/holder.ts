/** @module Who has a port open: by what Linux tells of each process, and by the lock files of older programs. */

import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';

export interface Holder {
  readonly pid: number;
  /** The program's name; unknown where the process is another user's. */
  readonly program: string | undefined;
}

/** The first other program that has this port open; undefined where there is none, or this system does not tell. */
export function holderOf(path: string, own: number = process.pid): Holder | undefined {
  if (process.platform !== 'linux') return undefined;
  const real = realPath(path);
  const pids = entries('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const open = pids.find((pid) => pid !== own && hasOpen(pid, real));
  const pid = open ?? lockedBy(real, own);
  return pid === undefined ? undefined : { pid, program: programOf(pid) };
}

/** Who made a pseudo-terminal is the device at its other end, not a user of it, also where it keeps both ends open. */
function hasOpen(pid: number, path: string): boolean {
  const fds = entries(`/proc/${pid}/fd`);
  const links = fds.map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  if (!links.includes(path)) return false;
  const [, index] = /^\/dev\/pts\/(\d+)$/.exec(path) ?? [];
  return !fds.some(
    (fd, at) =>
      index !== undefined &&
      /\/ptmx$/.test(links[at] ?? '') &&
      new RegExp(`^tty-index:\\s+${index}$`, 'm').test(textOf(`/proc/${pid}/fdinfo/${fd}`) ?? ''),
  );
}

/** UUCP's way, which minicom and others keep: a file with the process id in it. */
function lockedBy(path: string, own: number): number | undefined {
  for (const folder of ['/var/lock', '/run/lock']) {
    const text = textOf(`${folder}/LCK..${basename(path)}`);
    const pid = Number(text?.trim().split(/\s/)[0]);
    if (Number.isSafeInteger(pid) && pid > 0 && pid !== own && textOf(`/proc/${pid}/comm`) !== undefined) return pid;
  }
  return undefined;
}

/** Of an interpreter the script it runs says more than its own name. */
function programOf(pid: number): string | undefined {
  const words = textOf(`/proc/${pid}/cmdline`)?.split('\0') ?? [];
  const script = words.slice(1).find((word) => /\.(ts|js|cjs|mjs|py)$/.test(word));
  const name = textOf(`/proc/${pid}/comm`)?.trim();
  return script === undefined ? name : `${name} ${basename(script)}`;
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // gone, or another user's
    return [];
  }
}
function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
