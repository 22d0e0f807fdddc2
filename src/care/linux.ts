/** @module Processes and listeners as Linux shows them in /proc. */

import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Listener, RunningProcess } from './machine.ts';

const orUndefined = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);

export async function processesByProc(): Promise<readonly RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (pid): Promise<RunningProcess | undefined> => {
      const [exe, line] = await Promise.all([
        orUndefined(readlink(`/proc/${pid}/exe`)),
        orUndefined(readFile(`/proc/${pid}/cmdline`, 'utf8')),
      ]);
      // A program that was replaced on the disk while it runs.
      const path = exe?.replace(/ \(deleted\)$/, '');
      const args = line?.split('\0').slice(0, -1) ?? [];
      const name = path ? basename(path) : (await orUndefined(readFile(`/proc/${pid}/comm`, 'utf8')))?.trim();
      return name === undefined
        ? undefined
        : { pid: Number(pid), name, ...(path ? { path } : {}), ...(args.length > 0 ? { args } : {}) };
    }),
  );
  return all.filter((one) => one !== undefined);
}

/** The kernel's own tables, and whose open file each socket is, as far as this account may look. */
export async function listenersByProc(): Promise<readonly Listener[]> {
  const listening = new Map<string, Listener>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const text = (await orUndefined(readFile(table, 'utf8'))) ?? '';
    for (const line of text.split('\n').slice(1)) {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      const [address = '', port = ''] = local.split(':');
      if (state === '0A') listening.set(inode, { address: addressOf(address), port: Number.parseInt(port, 16) });
    }
  }
  const programs = new Map<string, { pid: number; program: string }>();
  await Promise.all(
    (await processesByProc()).map(async ({ pid, name }) => {
      const files = (await orUndefined(readdir(`/proc/${pid}/fd`))) ?? [];
      await Promise.all(
        files.map(async (fd) => {
          const inode = /^socket:\[(\d+)\]$/.exec((await orUndefined(readlink(`/proc/${pid}/fd/${fd}`))) ?? '')?.[1];
          if (inode !== undefined && listening.has(inode)) programs.set(inode, { pid, program: name });
        }),
      );
    }),
  );
  return [...listening].map(([inode, one]) => ({ ...one, ...programs.get(inode) }));
}

/** The kernel prints an address by words of four bytes, the lowest byte first. */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  if (bytes.length === 4) return bytes.map((one) => Number.parseInt(one, 16)).join('.');
  const words = Array.from({ length: 8 }, (_, at) => Number.parseInt(`${bytes[2 * at]}${bytes[2 * at + 1]}`, 16));
  return words.every((word) => word === 0) ? '::' : words.map((word) => word.toString(16)).join(':');
}
