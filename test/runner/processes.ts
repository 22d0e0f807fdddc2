/** @module What a test file has started and not stopped, found by the mark in its environment (Linux only). */

import { readdirSync, readFileSync } from 'node:fs';
import { MARK } from './environment.ts';

export interface Left {
  readonly pid: number;
  readonly command: string;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has ended, or belongs to somebody else
  }
}

/** Processes whose environment carries the mark. Answers nothing where there is no /proc. */
export function markedProcesses(mark: string): Left[] {
  if (process.platform !== 'linux') return [];
  const wanted = `${MARK}=${mark}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => read(`/proc/${pid}/environ`).split('\0').includes(wanted))
    .map((pid) => ({ pid: Number(pid), command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() }))
    .filter(({ command }) => command !== ''); // without a command line it has just ended
}

/** Kills them, and answers when they are gone: a signal is taken a moment after it was sent. */
export function killMarked(mark: string): void {
  for (let round = 0; round < 200; round++) {
    const left = markedProcesses(mark);
    if (left.length === 0) return;
    for (const { pid } of left) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // ended by itself
      }
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
}
