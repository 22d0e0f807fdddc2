/** @module Programs of a HIS in a folder: of how many bits, which library they name, which copy they would get. */

import { limits } from '../../base/index.ts';
import type { Machine } from '../machine.ts';
import { type Copy, type Maker, pathIn, windowsNames } from './copies.ts';
import { readPe } from './pe.ts';
import { type Loads, wouldLoad } from './search.ts';

export interface HisProgram {
  readonly path: string;
  readonly folder: string;
  readonly bits: 32 | 64;
  /** The libraries whose names stand in it; empty where none does (a program of Java, say). */
  readonly names: readonly string[];
}
export interface Prediction extends Loads<Copy> {
  readonly name: string;
  /** Does that copy belong to the control software that runs? Undefined where none runs, or it cannot be told. */
  readonly belongs?: boolean;
}
export interface HisLoads extends HisProgram {
  readonly loads: readonly Prediction[];
}

/** Those that name the library; where none of a folder does, all of them. */
export async function hisPrograms(machine: Machine, folder: string): Promise<readonly HisProgram[]> {
  if (machine.platform !== 'win32') return [];
  const names = (await machine.list(folder)).filter((name) => /\.exe$/i.test(name)).slice(0, limits.libraryPrograms);
  const programs: HisProgram[] = [];
  // One after the other: they may be large.
  for (const name of names) programs.push(...((await programAt(machine, folder, pathIn(machine, folder, name))) ?? []));
  const naming = programs.filter((one) => one.names.length > 0);
  return naming.length > 0 ? naming : programs;
}

async function programAt(machine: Machine, folder: string, path: string): Promise<[HisProgram] | undefined> {
  const bytes = await machine.read(path, 0, limits.librarySize);
  const pe = bytes && readPe(bytes);
  if (bytes === undefined || pe === undefined || pe.library) return undefined;
  // As VB6 and C have it (one byte a letter), and as .NET has its texts (two).
  const text = Buffer.from(bytes).toString('latin1').toLowerCase();
  const names = windowsNames.filter((name) => {
    const plain = name.toLowerCase();
    return text.includes(plain) || text.includes([...plain].join('\0'));
  });
  return [{ path, folder, bits: pe.bits, names }];
}

/** @param console whose control software runs. */
export function predict(
  machine: Machine,
  program: HisProgram,
  copies: readonly Copy[],
  console: Maker | undefined,
): HisLoads {
  const names = program.names.length > 0 ? program.names : windowsNames.slice(0, 1);
  return {
    ...program,
    loads: names.map((name) => {
      const loads = wouldLoad(machine, program, name, copies);
      const maker = loads.copy?.maker;
      const known = console !== undefined && maker !== undefined && maker !== 'unknown' && loads.error === undefined;
      return { name, ...loads, ...(known ? { belongs: maker === console } : {}) };
    }),
  };
}

/** Whose control software runs, where it is one alone. */
export function runningConsole(ours: boolean, official: boolean): 'opencshis' | 'official' | undefined {
  if (ours === official) return undefined;
  return ours ? 'opencshis' : 'official';
}
