/** @module What Linux shows of processes in /proc. Of one that ends meanwhile, or is another user's: nothing. */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** None on other systems. */
export const processIds = (): number[] =>
  (quietly(() => readdirSync('/proc')) ?? []).filter((name) => /^\d+$/.test(name)).map(Number);

export interface OpenFile {
  readonly fd: string;
  /** A path, or what stands for one: `socket:[4711]`. */
  readonly target: string;
}
export const openFilesOf = (pid: number): OpenFile[] =>
  (quietly(() => readdirSync(`/proc/${pid}/fd`)) ?? []).flatMap((fd) => {
    const target = quietly(() => readlinkSync(`/proc/${pid}/fd/${fd}`));
    return target === undefined ? [] : [{ fd, target }];
  });

/** One of its files: `comm`, `cmdline`. */
export const processText = (pid: number, file: string): string | undefined =>
  quietly(() => readFileSync(`/proc/${pid}/${file}`, 'utf8'));

/** What cannot be read is undefined. */
export function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
