/** @module Copies of the library that a HIS loads: where they lie, of which version and how many bits, whose they are. */

import { createHash } from 'node:crypto';
import { join, win32 } from 'node:path';
import { limits } from '../../base/index.ts';
import type { Machine } from '../machine.ts';
import { readPe } from './pe.ts';
import { distinctPaths, searchPath, systemFolders } from './search.ts';

export type Maker = 'opencshis' | 'official' | 'unknown';
export interface Copy {
  readonly path: string;
  readonly size: number;
  /** Undefined where it could not be read, or is no library. */
  readonly bits?: 32 | 64;
  readonly version?: string;
  readonly maker: Maker;
  /** The beginning of its SHA-256: the same bytes have the same. */
  readonly digest?: string;
}

export const windowsNames = ['CsHis.dll', 'CsHis50.dll'] as const;
const namesOf = ({ platform }: Machine): readonly string[] =>
  platform === 'win32' ? windowsNames : [platform === 'darwin' ? 'libcshis.dylib' : 'libcshis.so'];
export const officialFolders = ['C:\\NHI\\LIB', 'C:\\NHI\\LIB2', 'C:\\NHI\\BIN'];
export const pathIn = ({ platform }: Machine, folder: string, name: string): string =>
  platform === 'win32' ? win32.join(folder, name) : join(folder, name);

/** @param folders where else to look: those of HIS programs. */
export async function findCopies(machine: Machine, folders: readonly string[] = []): Promise<readonly Copy[]> {
  const all = distinctPaths(machine, [
    ...folders,
    ...systemFolders(machine),
    ...(machine.platform === 'win32' ? officialFolders : []),
    ...searchPath(machine),
  ]);
  const found = await Promise.all(
    all.flatMap((folder) => namesOf(machine).map((name) => copyAt(machine, pathIn(machine, folder, name)))),
  );
  return found.filter((one) => one !== undefined);
}

/** The folders of the programs that run. */
export async function foldersOfProcesses(machine: Machine): Promise<readonly string[]> {
  const seen = (await machine.processes()).flatMap(({ path }) => path ?? []);
  const paths = seen.length === 0 && machine.platform === 'win32' ? await pathsByPowerShell(machine) : seen;
  const cut = machine.platform === 'win32' ? win32.dirname : (path: string) => path.replace(/\/[^/]*$/, '');
  return distinctPaths(machine, paths.map(cut));
}

/** `tasklist` names programs without their folders. */
async function pathsByPowerShell(machine: Machine): Promise<readonly string[]> {
  const answer = await machine.run('powershell', ['-NoProfile', '-NonInteractive', '-Command', '(Get-Process).Path']);
  return (answer?.out ?? '').split(/\r?\n/).filter((line) => win32.isAbsolute(line));
}

export async function copyAt(machine: Machine, path: string): Promise<Copy | undefined> {
  const facts = await machine.file(path);
  if (facts === undefined || facts.folder) return undefined;
  const bytes = facts.size > limits.librarySize ? undefined : await machine.read(path, 0, limits.librarySize);
  if (bytes === undefined) return { path, size: facts.size, maker: 'unknown' };
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const pe = readPe(bytes);
  if (pe !== undefined) {
    const { bits, version } = pe;
    return { path, size: facts.size, bits, ...(version ? { version } : {}), maker: makerOf(path, pe), digest };
  }
  const bits = elfBits(bytes);
  // Nobody else's looks for our worlds.
  const ours = bits !== undefined && Buffer.from(bytes).includes('OPENCSHIS_HOME');
  return { path, size: facts.size, ...(bits ? { bits } : {}), maker: ours ? 'opencshis' : 'unknown', digest };
}

/** 0x7f ELF, then the class; on macOS, where all is 64 bits, the magic number of such a file. */
function elfBits(bytes: Uint8Array): 32 | 64 | undefined {
  const magic = Buffer.from(bytes.subarray(0, 5)).toString('hex');
  if (magic.startsWith('cffaedfe')) return 64;
  return magic === '7f454c4601' ? 32 : magic === '7f454c4602' ? 64 : undefined;
}

function makerOf(path: string, { company = '', product = '' }: { company?: string; product?: string }): Maker {
  if (product === 'OpenCSHIS') return 'opencshis';
  const official = /健保|健康保險|NHI|National Health/i.test(`${company} ${product}`);
  return official || officialFolders.some((one) => path.toLowerCase().startsWith(`${one.toLowerCase()}\\`))
    ? 'official'
    : 'unknown';
}
