/** @module This machine, asked for real. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, constants, open, readdir, stat, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { limits, systemClock } from '../base/index.ts';
import { listenersByProgram, processesByProgram, registryBelowBy, registryBy, systemProgram } from './by-programs.ts';
import { listenersByProc, processesByProc } from './linux.ts';
import type { Machine, Ran } from './machine.ts';
import { askUrl, certificateFault, reachPort, resolveName } from './network.ts';
import { printedText } from './printed.ts';

const orUndefined = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);

/** Windows looks into the current folder first: no program that lies about there is ever run in place of a system's. */
const safeFolder = process.platform === 'win32' ? `${process.env.SystemRoot ?? 'C:\\Windows'}\\System32` : '/';

export function thisMachine(): Machine {
  const run = (program: string, args: readonly string[]): Promise<Ran | undefined> =>
    new Promise((resolve) => {
      execFile(
        process.platform === 'win32' ? systemProgram(program, process.env, existsSync) : program,
        [...args],
        {
          cwd: safeFolder,
          timeout: limits.doctorProgram,
          killSignal: 'SIGKILL',
          windowsHide: true,
          maxBuffer: 16 * 1024 ** 2,
          encoding: 'buffer',
        },
        (error, printed, complained) => {
          const [out, err] = [printedText(printed), printedText(complained)];
          if (error === null) return resolve({ code: 0, out, err });
          resolve(typeof error.code === 'number' ? { code: error.code, out, err } : undefined);
        },
      );
    });
  const { platform } = process;
  const linux = platform === 'linux';
  const { timeZone, offset } = zone();
  /** Several checks ask for the same: it is looked up once. */
  const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
    let asked: Promise<T> | undefined;
    return () => (asked ??= work());
  };
  return {
    platform,
    arch: process.arch,
    env: process.env,
    home: homedir(),
    uid: process.getuid?.() ?? -1,
    timeZone,
    zoneOffset: offset,
    async file(path) {
      const facts = await orUndefined(stat(path));
      return (
        facts && {
          folder: facts.isDirectory(),
          size: facts.size,
          mode: facts.mode & 0o7777,
          uid: facts.uid,
          changed: facts.mtimeMs,
        }
      );
    },
    notWritable: (path) =>
      access(path, constants.W_OK).then(
        () => undefined,
        (error: NodeJS.ErrnoException) => error.code ?? 'unknown',
      ),
    read: (path, from = 0, length = 1024 ** 2) =>
      orUndefined(
        open(path, 'r').then(async (file) => {
          try {
            // Files of the system's own (/proc, /sys) have no size that could be believed.
            const { size } = await file.stat();
            const bytes = new Uint8Array(
              size > 65_536 ? Math.max(0, Math.min(length, size - from)) : Math.min(length, 1024 ** 2),
            );
            const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
            return bytes.subarray(0, bytesRead);
          } finally {
            await file.close();
          }
        }),
      ),
    list: async (path) => (await orUndefined(readdir(path))) ?? [],
    run,
    processes: once(() => (linux ? processesByProc() : processesByProgram(platform, run))),
    listeners: once(() => (linux ? listenersByProc() : listenersByProgram(platform, run))),
    registry: (key, view = 64) => (platform === 'win32' ? registryBy(run, key, view) : Promise.resolve(undefined)),
    registryBelow: (key, view = 64) => (platform === 'win32' ? registryBelowBy(run, key, view) : Promise.resolve({})),
    async disk(path) {
      const facts = await orUndefined(statfs(path));
      return facts && { free: facts.bavail * facts.bsize, of: facts.blocks * facts.bsize };
    },
    pcsc: once(async () => {
      if (process.env.OPENCSHIS_PCSC === 'off') return { state: 'switched-off', rv: 0, readers: [] };
      const { probePcsc } = await import('../reader/pcsc/index.ts');
      return probePcsc(systemClock, limits.doctorProgram);
    }),
    resolve: (name) => resolveName(name, run),
    reach: (host, port) => reachPort(host, port, systemClock),
    tls: (host, port) => certificateFault(host, port, systemClock),
    ask: (url) => askUrl(url, systemClock),
  };
}

function zone(): { timeZone: string; offset: number } {
  const { timeZone } = new Intl.DateTimeFormat('en-US').resolvedOptions();
  const shown = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(systemClock.now())
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(shown ?? '') ?? [];
  return { timeZone, offset: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) };
}
