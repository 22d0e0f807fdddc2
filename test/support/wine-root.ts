/**
 * @module A Debian of its own with Wine for 32 and 64 bits, for tests that load the library in Windows programs. Built
 * once (a minute or two); each run is in namespaces of its own, so that what it starts ends with it.
 */

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './counter.ts';
import { debianRoot, inRoot } from './debian-root.ts';

/** Where a test's programs and its world are seen inside. */
const programsInside = '/programs';
const worldInside = '/world';
const wineEnv = {
  HOME: '/tmp',
  WINEPREFIX: '/prefix',
  WINEDEBUG: '-all',
  // Neither .NET nor a browser: Wine would ask for them with a window.
  WINEDLLOVERRIDES: 'mscoree,mshtml=;cshis,cshis50=n',
};

export interface WineRun {
  readonly code: number;
  /** Byte for byte: what a program prints may be Big5. */
  readonly stdout: string;
  readonly stderr: string;
}
/** The code with which a script ends on a kernel that cannot lay one folder over another. */
export const noOverlay = 77;
export interface WineOptions {
  /** Folder of a running world, announced to the program by OPENCSHIS_HOME. */
  readonly world?: string;
  readonly env?: { readonly [name: string]: string };
  /** Seconds; Wine's own start included. */
  readonly within?: number;
}
export interface WineRoot {
  /**
   * Runs shell commands where Windows programs run: the folder `programs` is the current one, and what is changed of Wine's
   * own files and settings (`/prefix`) is there for these commands alone. Ends with `noOverlay` where the kernel has none.
   */
  script(programs: string, text: string, within?: number): Promise<WineRun>;
  /** Runs a Windows program that lies in the folder `programs`, which is the current one inside. */
  run(programs: string, program: string, args?: readonly string[], options?: WineOptions): Promise<WineRun>;
}

/** A root with Wine, or why this machine cannot have one. */
export function wineRoot(): WineRoot | { readonly missing: string } {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { missing: 'Wine with 32 bits is Linux x64 alone' };
  if (process.getuid?.() !== 0) return { missing: 'a root with Wine needs root' };
  for (const program of ['debootstrap', 'unshare', 'chroot'])
    if (spawnSync('which', [program]).status !== 0) return { missing: `${program} is not installed` };
  if (spawnSync('unshare', ['-mpf', 'true']).status !== 0) return { missing: 'this machine gives no namespaces' };
  if (!runs32()) return { missing: 'the kernel runs no 32-bit programs' };
  const root = debianRoot({
    name: 'wine',
    suite: 'bookworm',
    arch: 'amd64',
    foreign: 'i386',
    packages: ['wine', 'wine32:i386', 'wine64'],
    prepare: { command: ['sh', '-c', 'wineboot -i && wineserver -w'], env: wineEnv },
    room: 4.5e9,
  });
  if ('missing' in root) return root;
  return {
    run: (programs, program, args, options) => run(root.path, programs, program, args, options),
    script(programs, text, within = 120) {
      // What is written goes to memory, and ends with the namespace.
      const overlay =
        'mkdir /tmp/upper /tmp/work && mount -t overlay -o lowerdir=/prefix,upperdir=/tmp/upper,workdir=/tmp/work overlay /prefix || exit 77';
      return inside(root.path, programs, ['timeout', String(within), 'sh', '-ec', `${overlay}\n${text}`]);
    },
  };
}

/** Tries the smallest 32-bit program: it ends with 42. */
function runs32(): boolean {
  const code = [0xb8, 1, 0, 0, 0, 0xbb, 42, 0, 0, 0, 0xcd, 0x80]; // exit(42)
  const program = Buffer.alloc(84 + code.length);
  const [base, size] = [0x08048000, program.length];
  program.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  program.writeUInt16LE(2, 16); // an executable
  program.writeUInt16LE(3, 18); // for the 386
  for (const [at, value] of [1, base + 84, 52, 0, 0].entries()) program.writeUInt32LE(value, 20 + at * 4);
  for (const [at, value] of [52, 32, 1].entries()) program.writeUInt16LE(value, 40 + at * 2);
  for (const [at, value] of [1, 0, base, base, size, size, 5, 0x1000].entries())
    program.writeUInt32LE(value, 52 + at * 4);
  program.set(code, 84);
  const file = join(newFolder(), 'runs32');
  writeFileSync(file, program);
  chmodSync(file, 0o755);
  return spawnSync(file).status === 42;
}

function run(
  root: string,
  programs: string,
  program: string,
  args: readonly string[] = [],
  options: WineOptions = {},
): Promise<WineRun> {
  if (!existsSync(join(programs, program))) throw new Error(`${program} was not built`);
  return inside(root, programs, ['timeout', String(options.within ?? 60), 'wine', program, ...args], options);
}

function inside(
  root: string,
  programs: string,
  command: readonly string[],
  options: WineOptions = {},
): Promise<WineRun> {
  const { world } = options;
  const started = inRoot(root, command, {
    apart: true,
    cwd: programsInside,
    binds: [[programs, programsInside], ...(world ? [[world, worldInside] as const] : [])],
    env: { ...wineEnv, ...(world ? { OPENCSHIS_HOME: worldInside } : {}), ...options.env },
  });
  return new Promise((resolve, reject) => {
    const child = spawn(started.file, started.args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('latin1').on('data', (part: string) => (stdout += part));
    child.stderr.setEncoding('latin1').on('data', (part: string) => (stderr += part));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: stdout.replaceAll('\r\n', '\n'), stderr: stderr.replaceAll('\r\n', '\n') }),
    );
  });
}
