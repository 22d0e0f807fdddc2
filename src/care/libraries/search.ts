/**
 * @module Which file a program gets that asks for a library by its bare name. Windows: its own folder, the system's (a 32-bit
 * program's is SysWOW64), the 16-bit system's, Windows' own, the current folder, PATH; the first that is there, and where
 * that has other bits the program gets error 193, not the next one. Not seen from outside: SetDllDirectory, a manifest, a
 * full path in the program, a library that is loaded already.
 */

import { win32 } from 'node:path';
import type { Machine } from '../machine.ts';

type Place = Pick<Machine, 'platform' | 'env' | 'arch'>;

/** Windows does not tell capitals from small letters. */
export const samePath = ({ platform }: Pick<Machine, 'platform'>, path: string): string =>
  platform === 'win32' ? win32.normalize(path).replace(/\\$/, '').toLowerCase() : path.replace(/(?<=.)\/$/, '');

export function distinctPaths(machine: Place, folders: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return folders.filter((folder) => {
    const key = samePath(machine, folder);
    if (folder === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const variable = (env: Machine['env'], name: string): string | undefined =>
  Object.entries(env).find(([key]) => key.toLowerCase() === name)?.[1];
const windowsFolder = ({ env }: Place): string =>
  variable(env, 'systemroot') ?? variable(env, 'windir') ?? 'C:\\Windows';

/** All of the system's folders where libraries lie, for programs of any bits. */
export function systemFolders(machine: Place): readonly string[] {
  if (machine.platform === 'win32') {
    const windows = windowsFolder(machine);
    return [`${windows}\\System32`, `${windows}\\SysWOW64`, `${windows}\\System`, windows];
  }
  const debian = machine.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  return ['/usr/local/lib', ...(machine.platform === 'linux' ? [`/usr/lib/${debian}`] : []), '/usr/lib'];
}

/** PATH; elsewhere the folders that the loader is told of. */
export function searchPath({ platform, env }: Place): readonly string[] {
  if (platform === 'win32')
    return (variable(env, 'path') ?? '')
      .split(';')
      .map((one) => one.trim().replaceAll('"', ''))
      .filter(Boolean);
  return (env[platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'] ?? '').split(':').filter(Boolean);
}

/** Where a Windows program of `folder` with these bits looks, in the order in which it does; started in its own folder. */
export function searchOrder(machine: Place, folder: string, bits: 32 | 64): readonly string[] {
  const windows = windowsFolder(machine);
  const wow = bits === 32 && machine.arch !== 'ia32';
  const system = `${windows}\\${wow ? 'SysWOW64' : 'System32'}`;
  // What a 32-bit program calls System32 is SysWOW64, also in its PATH.
  const seen = searchPath(machine).map((one) =>
    wow && samePath(machine, one) === samePath(machine, `${windows}\\System32`) ? system : one,
  );
  return distinctPaths(machine, [folder, system, `${windows}\\System`, windows, ...seen]);
}

export interface Loads<C> {
  readonly copy?: C;
  /** What Windows would say: no such module, or one of other bits. */
  readonly error?: 126 | 193;
}

/** The first copy of that name in the order of the search. */
export function wouldLoad<C extends { readonly path: string; readonly bits?: 32 | 64 }>(
  machine: Place,
  program: { readonly folder: string; readonly bits: 32 | 64 },
  name: string,
  copies: readonly C[],
): Loads<C> {
  const at = new Map(copies.map((one) => [samePath(machine, one.path), one]));
  for (const folder of searchOrder(machine, program.folder, program.bits)) {
    const copy = at.get(samePath(machine, win32.join(folder, name)));
    if (copy !== undefined) return copy.bits === program.bits ? { copy } : { copy, error: 193 };
  }
  return { error: 126 };
}
