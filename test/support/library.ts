/** @module The library that a HIS loads, and C programs beside it, made by the machine's compiler for one test file. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { apis } from '../../src/catalogue/index.ts';
import { nativeFolder, writeGenerated } from '../../tools/build-native.ts';
import { has, localArgs, localLibrary } from '../../tools/native/compilers.ts';
import { cEntries } from '../../tools/native/tables.ts';
import { newFolder } from './counter.ts';

export const noCompiler: string | false = has('gcc') ? false : 'no gcc here (Debian: gcc libc6-dev)';

export const noClang: string | false = has('clang-14') ? false : 'no clang here (Debian: clang-14 libclang-rt-14-dev)';

/** A copy of `native/`, so that files of other tests and of the user's build are left alone. */
export function nativeCopy(): string {
  const folder = join(newFolder(), 'native');
  mkdirSync(folder);
  cpSync(join(nativeFolder, 'cshis.c'), join(folder, 'cshis.c'));
  cpSync(join(nativeFolder, 'test'), join(folder, 'test'), { recursive: true });
  writeGenerated(join(folder, 'generated'));
  writeFileSync(join(folder, 'generated', 'entries.h'), cEntries(apis));
  return folder;
}

export function compile(compiler: string, args: readonly string[], cwd = '.'): void {
  const ran = spawnSync(compiler, args, { cwd, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${compiler} ${args.join(' ')}\n${ran.stderr}${ran.error ?? ''}`);
}

/** The library in a folder of its own. */
export function buildLibrary(native = nativeCopy()): {
  readonly folder: string;
  readonly file: string;
  readonly native: string;
} {
  const folder = newFolder();
  const file = join(folder, localLibrary);
  compile('gcc', localArgs(native, file));
  return { folder, file, native };
}

/** A program of `native/test/` linked with it. */
export function buildProgram(
  library: ReturnType<typeof buildLibrary>,
  name: string,
  more: readonly string[] = [],
): string {
  const out = join(library.folder, name.replace(/\.c$/, ''));
  compile('gcc', [
    '-std=c99',
    '-O1',
    '-g',
    '-Wall',
    '-Wextra',
    '-Werror',
    `-I${library.native}`,
    resolve(library.native, 'test', name),
    '-o',
    out,
    `-L${library.folder}`,
    '-lcshis',
    `-Wl,-rpath,${library.folder}`,
    '-pthread',
    '-ldl',
    ...more,
  ]);
  return out;
}

export interface ProgramRun {
  readonly code: number;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}
export function runProgram(
  program: string,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<ProgramRun> {
  return new Promise((done, failed) => {
    const child = spawn(program, [...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    // Bytes of a card are Big5: one character a byte.
    child.stdout.setEncoding('latin1').on('data', (part: string) => {
      stdout += part;
    });
    child.stderr.setEncoding('latin1').on('data', (part: string) => {
      stderr += part;
    });
    child.on('error', failed);
    child.on('close', (code, signal) => done({ code: code ?? -1, signal, stdout, stderr }));
  });
}

export interface Driver {
  /** Sends a command; the answer's words (`basic 0 72`), and any lines before it. */
  say(command: string): Promise<{
    readonly code: number;
    readonly length: number;
    readonly errnoKept: boolean;
    readonly before: string[];
  }>;
  kill(): void;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

const drivers = new Set<ChildProcess>();
/** What a test that failed in the middle left behind. */
export function endDrivers(): void {
  for (const child of drivers) child.kill('SIGKILL');
}

/** `native/test/driver.c`, waiting for commands. */
export function startDriver(program: string, library: string, env: { readonly [name: string]: string }): Driver {
  const child = spawn(program, [library], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  drivers.add(child);
  const waiting: ((line: string | undefined) => void)[] = [];
  const heard: string[] = [];
  let rest = '';
  let over = false;
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) => {
    child.on('close', (code, signal) => {
      over = true;
      for (const one of waiting.splice(0)) one(undefined);
      done({ code, signal });
    });
  });
  child.stdin.on('error', () => undefined);
  child.stdout.setEncoding('latin1').on('data', (part: string) => {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const next = waiting.shift();
      if (next) next(line);
      else heard.push(line);
    }
  });
  const line = (): Promise<string | undefined> =>
    heard.length > 0 || over ? Promise.resolve(heard.shift()) : new Promise((done) => waiting.push(done));
  return {
    async say(command) {
      const [word = ''] = command.split(' ');
      child.stdin.write(`${command}\n`);
      const before: string[] = [];
      for (;;) {
        const said = await line();
        if (said === undefined) throw new Error(`the program ended at: ${command}`);
        const found = /^(\S+) (-?\d+) (-?\d+)( errno)?$/.exec(said);
        if (found?.[1] === word)
          return { code: Number(found[2]), length: Number(found[3]), errnoKept: found[4] === undefined, before };
        before.push(said);
      }
    },
    kill: () => child.kill('SIGKILL'),
    ended,
  };
}

/** `native/test/hard.c` and the library in one program, under sanitisers; `plant` changes the library's source. */
export function buildHard(
  sanitisers: readonly string[],
  plant: (source: string) => string = (source) => source,
): string {
  const native = nativeCopy();
  const source = join(native, 'cshis.c');
  writeFileSync(source, plant(readFileSync(source, 'utf8')));
  const out = join(native, 'hard');
  const common = ['-g', '-O1', '-Wall', '-Wextra', ...sanitisers, '-I.'];
  compile('clang-14', [...common, 'test/hard.c', 'cshis.c', '-pthread', '-ldl', '-o', out], native);
  return out;
}
