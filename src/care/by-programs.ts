/** @module Processes, listeners and the registry as the programs of Windows and macOS print them. */

import { basename } from 'node:path';
import type { Listener, Machine, RegistryKey, RunningProcess } from './machine.ts';

type Run = Machine['run'];
export async function processesByProgram(platform: NodeJS.Platform, run: Run): Promise<readonly RunningProcess[]> {
  if (platform === 'win32') {
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

export async function listenersByProgram(platform: NodeJS.Platform, run: Run): Promise<readonly Listener[]> {
  if (platform === 'win32') {
    const [answer, processes] = await Promise.all([
      run('netstat', ['-ano', '-p', 'tcp']),
      processesByProgram(platform, run),
    ]);
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

export async function registryBy(run: Run, key: string, view: 32 | 64): Promise<RegistryKey | undefined> {
  const answer = await run('reg', ['query', key, `/reg:${view}`]);
  return answer?.code === 0 ? registryIn(answer.out).get(longName(key).toLowerCase())?.key : undefined;
}

export async function registryBelowBy(
  run: Run,
  key: string,
  view: 32 | 64,
): Promise<{ readonly [name: string]: RegistryKey }> {
  const answer = await run('reg', ['query', key, '/s', `/reg:${view}`]);
  const begin = `${longName(key)}\\`;
  return Object.fromEntries(
    [...registryIn(answer?.out ?? '').values()]
      .filter(({ name }) => name.toLowerCase().startsWith(begin.toLowerCase()))
      .map(({ name, key: one }) => [name.slice(begin.length), one] as const)
      .filter(([name]) => !name.includes('\\')),
  );
}

const longName = (key: string): string =>
  key.replace(/^HKLM(?=\\|$)/i, 'HKEY_LOCAL_MACHINE').replace(/^HKCU(?=\\|$)/i, 'HKEY_CURRENT_USER');

/** What `reg query` prints: a line for each key, its values indented, the keys below it as lines of their own. */
function registryIn(text: string): Map<string, { readonly name: string; readonly key: RegistryKey }> {
  const all = new Map<string, { name: string; key: { values: { [name: string]: string }; keys: string[] } }>();
  const of = (name: string) => {
    const known = all.get(name.toLowerCase()) ?? { name, key: { values: {}, keys: [] } };
    all.set(name.toLowerCase(), known);
    return known.key;
  };
  let current: { values: { [name: string]: string } } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, value, data] = /^\s{4}(.+?)\s{4}REG_\w+(?:\s{4}(.*))?$/.exec(line) ?? [];
    if (value !== undefined) {
      if (current) current.values[value] = data ?? '';
    } else if (/^HKEY_/.test(line)) {
      const name = line.trimEnd();
      current = of(name);
      const cut = name.lastIndexOf('\\');
      if (cut > 0) of(name.slice(0, cut)).keys.push(name.slice(cut + 1));
    }
  }
  return all;
}

/** Windows' own programs by their full path: a file of that name in the current folder is not run in their place. */
export function systemProgram(program: string, env: Machine['env'], isThere: (path: string) => boolean): string {
  if (/[\\/]/.test(program)) return program;
  const own = `${env.SystemRoot ?? 'C:\\Windows'}\\System32`;
  const places = [`${own}\\${program}.exe`, `${own}\\WindowsPowerShell\\v1.0\\${program}.exe`];
  return places.find(isThere) ?? program;
}
