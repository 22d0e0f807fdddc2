/** @module This machine, asked for real. */

import { execFile } from 'node:child_process';
import { open, readdir, readFile, readlink, stat, statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename } from 'node:path';
import { limits } from '../base/index.ts';
import type { Listener, Machine, Ran, RegistryKey, RunningProcess } from './machine.ts';

const orUndefined = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);

export function thisMachine(): Machine {
  const run = (program: string, args: readonly string[]): Promise<Ran | undefined> =>
    new Promise((resolve) => {
      execFile(
        program,
        [...args],
        { timeout: limits.doctorProgram, killSignal: 'SIGKILL', windowsHide: true, maxBuffer: 16 * 1024 ** 2 },
        (error, out, err) => {
          if (error === null) return resolve({ code: 0, out, err });
          resolve(typeof error.code === 'number' ? { code: error.code, out, err } : undefined);
        },
      );
    });
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    home: homedir(),
    uid: process.getuid?.() ?? -1,
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
    read: (path, from = 0, length = 1024 ** 2) =>
      orUndefined(
        open(path, 'r').then(async (file) => {
          try {
            const bytes = new Uint8Array(length);
            const { bytesRead } = await file.read(bytes, 0, length, from);
            return bytes.subarray(0, bytesRead);
          } finally {
            await file.close();
          }
        }),
      ),
    list: async (path) => (await orUndefined(readdir(path))) ?? [],
    run,
    processes: () => (process.platform === 'linux' ? processesByProc() : processesByProgram(run)),
    listeners: () => (process.platform === 'linux' ? listenersByProc() : listenersByProgram(run)),
    registry: (key, view = 64) =>
      process.platform === 'win32' ? registryBy(run, key, view) : Promise.resolve(undefined),
    async disk(path) {
      const facts = await orUndefined(statfs(path));
      return facts && { free: facts.bavail * facts.bsize, of: facts.blocks * facts.bsize };
    },
  };
}

async function processesByProc(): Promise<readonly RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (pid): Promise<RunningProcess | undefined> => {
      const path = await orUndefined(readlink(`/proc/${pid}/exe`));
      const name = path ? basename(path) : (await orUndefined(readFile(`/proc/${pid}/comm`, 'utf8')))?.trim();
      return name === undefined ? undefined : { pid: Number(pid), name, ...(path ? { path } : {}) };
    }),
  );
  return all.filter((one) => one !== undefined);
}

/** The kernel's own tables, and whose open file each socket is, as far as this account may look. */
async function listenersByProc(): Promise<readonly Listener[]> {
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

type Run = Machine['run'];
async function processesByProgram(run: Run): Promise<readonly RunningProcess[]> {
  if (process.platform === 'win32') {
    const answer = await run('tasklist', ['/fo', 'csv', '/nh']);
    return [...(answer?.out ?? '').matchAll(/^"(.+?)(?:\.exe)?","(\d+)"/gim)].map(([, name = '', pid]) => ({
      name,
      pid: Number(pid),
    }));
  }
  const answer = await run('ps', ['-axo', 'pid=,comm=']);
  return [...(answer?.out ?? '').matchAll(/^\s*(\d+) (.+)$/gm)].map(([, pid, path = '']) => ({
    pid: Number(pid),
    name: basename(path),
    path,
  }));
}

async function listenersByProgram(run: Run): Promise<readonly Listener[]> {
  if (process.platform === 'win32') {
    const [answer, processes] = await Promise.all([run('netstat', ['-ano', '-p', 'tcp']), processesByProgram(run)]);
    const names = new Map(processes.map((one) => [one.pid, one.name]));
    // The words of the states are in the system's language: who listens is known by the peer, which is no port.
    return [...(answer?.out ?? '').matchAll(/^\s*TCP\s+(\S+):(\d+)\s+\S+:0\s+\S+\s+(\d+)/gm)].map(
      ([, address = '', port, pid]) => {
        const program = names.get(Number(pid));
        return { address, port: Number(port), pid: Number(pid), ...(program ? { program } : {}) };
      },
    );
  }
  const answer = await run('lsof', ['-nP', '-iTCP', '-sTCP:LISTEN', '-Fpcn']);
  const found: Listener[] = [];
  let pid = 0;
  let program = '';
  for (const line of (answer?.out ?? '').split('\n')) {
    if (line.startsWith('p')) pid = Number(line.slice(1));
    if (line.startsWith('c')) program = line.slice(1);
    const [, address, port] = /^n(.+):(\d+)$/.exec(line) ?? [];
    if (address !== undefined)
      found.push({ address: address === '*' ? '0.0.0.0' : address, port: Number(port), pid, program });
  }
  return found;
}

async function registryBy(run: Run, key: string, view: 32 | 64): Promise<RegistryKey | undefined> {
  const answer = await run('reg', ['query', key, `/reg:${view}`]);
  if (answer?.code !== 0) return undefined;
  const values: { [name: string]: string } = {};
  const keys: string[] = [];
  for (const line of answer.out.split(/\r?\n/)) {
    const [, name, value] = /^\s{4}(.+?)\s{4}REG_\w+\s{4}(.*)$/.exec(line) ?? [];
    if (name !== undefined) values[name] = value ?? '';
    else if (/^HKEY_/.test(line) && line.split('\\').length === key.split('\\').length + 1)
      keys.push(line.slice(line.lastIndexOf('\\') + 1));
  }
  return { values, keys };
}
