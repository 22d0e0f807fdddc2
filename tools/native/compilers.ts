/** @module The machine's compilers: which there are, and how each makes the library. The same bytes at every run. */

import { spawnSync } from 'node:child_process';
import path from 'node:path';

export interface Target {
  /** Folder under `native/build/`. */
  readonly name: string;
  readonly compiler: string;
  /** Debian's package of it. */
  readonly debian: string;
  readonly bits: 32 | 64;
  readonly windows: boolean;
}

const machine = { x64: 'x64', arm64: 'arm64', ia32: 'x86' }[process.arch as string] ?? process.arch;
/** This machine's own library, then the two of Windows. */
export const targets: readonly Target[] = [
  {
    name: `${process.platform === 'darwin' ? 'macos' : process.platform}-${machine}`,
    compiler: process.platform === 'darwin' ? 'clang' : 'gcc',
    debian: 'gcc libc6-dev',
    bits: 64,
    windows: false,
  },
  { name: 'win32', compiler: 'i686-w64-mingw32-gcc', debian: 'gcc-mingw-w64-i686', bits: 32, windows: true },
  { name: 'win64', compiler: 'x86_64-w64-mingw32-gcc', debian: 'gcc-mingw-w64-x86-64', bits: 64, windows: true },
];
export const localLibrary = process.platform === 'darwin' ? 'libcshis.dylib' : 'libcshis.so';

export const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/** Runs a compiler; throws with what it said. */
export function run(program: string, args: readonly string[], cwd: string): void {
  // Nothing of the day, the place or the user's settings may get into the bytes.
  const env = {
    PATH: process.env.PATH ?? '',
    SOURCE_DATE_EPOCH: '0',
    TZ: 'UTC',
    LC_ALL: 'C',
    TMPDIR: process.env.TMPDIR ?? '/tmp',
  };
  const ran = spawnSync(program, args, { cwd, encoding: 'utf8', env });
  if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')}\n${ran.stderr}${ran.stdout}${ran.error ?? ''}`);
}

export const warnings = [
  '-Wall',
  '-Wextra',
  '-Wpedantic',
  '-Wconversion',
  '-Wshadow',
  '-Wno-unknown-pragmas',
  '-Werror',
];
const common = (native: string): string[] => ['-std=c99', '-O2', ...warnings, `-ffile-prefix-map=${native}=native`];

/** The shared library of this machine. */
export function localArgs(native: string, out: string, more: readonly string[] = []): string[] {
  const shared =
    process.platform === 'darwin'
      ? ['-dynamiclib', '-install_name', '@rpath/libcshis.dylib']
      : // Never unmapped: a thread may be inside while another unloads it.
        [
          '-shared',
          '-pthread',
          '-Wl,-soname,libcshis.so',
          '-Wl,-z,defs',
          '-Wl,-z,relro,-z,now',
          '-Wl,-z,nodelete',
          '-Wl,--build-id=none',
        ];
  return [
    ...common(native),
    '-fPIC',
    '-fvisibility=hidden',
    '-fstack-protector-strong',
    ...more,
    path.join(native, 'cshis.c'),
    ...shared,
    '-ldl',
    '-o',
    out,
  ];
}

/** A Windows library. Programs of the time of Windows XP call on a stack aligned by 4 bytes only. */
export function windowsArgs(native: string, target: Target, out: string, def: string, resource: string): string[] {
  return [
    ...common(native),
    ...(target.bits === 32 ? ['-mstackrealign'] : []),
    '-shared',
    '-static-libgcc',
    path.join(native, 'cshis.c'),
    def,
    resource,
    '-Wl,--kill-at,--enable-stdcall-fixup,--no-insert-timestamp,--nxcompat,--dynamicbase',
    '-s',
    '-lws2_32',
    '-ladvapi32',
    '-o',
    out,
  ];
}
