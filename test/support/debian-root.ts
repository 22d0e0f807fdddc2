/**
 * @module A small Debian of another release or architecture in a folder, kept between runs: for programs that this
 * machine's own libraries cannot carry. Built from the mirror that the machine itself uses; needs root and debootstrap.
 */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export interface RootWanted {
  readonly name: string;
  readonly suite: string;
  readonly arch: string;
  /** Installed in it by apt, besides the smallest system. */
  readonly packages?: readonly string[];
  /** A second architecture, named in `packages` as `name:arch`. */
  readonly foreign?: string;
  /** Run in it at last. */
  readonly prepare?: { readonly command: readonly string[]; readonly env?: { readonly [name: string]: string } };
  /** Bytes that it takes. */
  readonly room?: number;
}
export type Root = { readonly path: string } | { readonly missing: string };

const kept = '/var/cache/opencshis-tests';
const sources = ['/etc/apt/sources.list.d/debian.sources', '/etc/apt/sources.list'];

/** The root's folder, or why this machine cannot have it. */
export function debianRoot(wanted: RootWanted): Root {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { missing: 'not root on Linux' };
  const path = join(kept, wanted.name);
  const wish = JSON.stringify(wanted);
  const ready = (): boolean => existsSync(join(path, mark)) && readFileSync(join(path, mark), 'utf8') === wish;
  if (ready()) return { path };
  mkdirSync(kept, { recursive: true });
  const { bavail, bsize } = statfsSync(kept);
  if (bavail * bsize < (wanted.room ?? 0)) return { missing: `${kept} has no room for a root with ${wanted.name}` };
  const work = `${path}.${process.pid}`;
  try {
    const missing = build(wanted, work);
    // Another process may have built the same meanwhile.
    if (ready()) return { path };
    if (missing !== undefined) return { missing };
    writeFileSync(join(work, mark), wish);
    rmSync(path, { recursive: true, force: true });
    renameSync(work, path);
    return { path };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
const mark = '.ready';

/** Builds it; says what was missing. */
function build(wanted: RootWanted, path: string): string | undefined {
  const mirror = mirrorOf();
  if (mirror === undefined) return 'no Debian mirror is known here';
  rmSync(path, { recursive: true, force: true });
  const made = run('debootstrap', [
    `--arch=${wanted.arch}`,
    '--variant=minbase',
    '--include=ca-certificates',
    wanted.suite,
    path,
    mirror,
  ]);
  if (made !== undefined) return `debootstrap ${wanted.suite} ${wanted.arch}: ${made}`;
  if (wanted.packages && wanted.packages.length > 0) {
    copyAptSettings(path);
    if (wanted.foreign) {
      // The release alone: with updates of one architecture ahead of the other's, apt refuses both.
      rmSync(join(path, sources[0] ?? ''), { force: true });
      writeFileSync(join(path, sources[1] ?? ''), `deb ${mirror} ${wanted.suite} main\n`);
      run('chroot', [path, 'dpkg', '--add-architecture', wanted.foreign]);
    }
    const apt = ['-qq', '-o', 'DPkg::Lock::Timeout=120'];
    run('chroot', [path, 'apt-get', ...apt, 'update']);
    const install = ['install', '-y', '--no-install-recommends', ...wanted.packages];
    const installed = run('chroot', [
      path,
      '/usr/bin/env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...apt,
      ...install,
    ]);
    if (installed !== undefined) return `apt-get in the ${wanted.name} root: ${installed}`;
    run('chroot', [path, 'sh', '-c', 'apt-get clean; rm -rf /var/lib/apt/lists/* /usr/share/doc /usr/share/man']);
  }
  if (wanted.prepare) {
    const { file, args } = inRoot(path, wanted.prepare.command, { apart: true, env: wanted.prepare.env ?? {} });
    const prepared = run(file, args);
    if (prepared !== undefined) return `${wanted.prepare.command[0]} in the ${wanted.name} root: ${prepared}`;
  }
  return undefined;
}

/** Runs a command in the root, in a mount namespace of its own with /proc and /dev; `binds` are `[outside, inside]`. */
export function inRoot(
  path: string,
  command: readonly string[],
  options: {
    readonly env?: { readonly [name: string]: string };
    readonly cwd?: string;
    readonly binds?: readonly (readonly [string, string])[];
    /** With processes and a /tmp of its own, too: whatever it starts ends with it. */
    readonly apart?: boolean;
  } = {},
): { readonly file: string; readonly args: readonly string[] } {
  for (const [, inside] of options.binds ?? []) mkdirSync(join(path, inside), { recursive: true });
  const script = [
    'root=$1; cwd=$2; shift 2',
    'mount -t proc proc "$root/proc"',
    'mount --rbind /dev "$root/dev"',
    ...(options.apart ? ['mount -t tmpfs tmpfs "$root/tmp"'] : []),
    'while [ "$1" != -- ]; do mount --bind "$1" "$root$2"; shift 2; done; shift',
    'exec chroot "$root" /bin/sh -c \'cd "$0" && exec "$@"\' "$cwd" "$@"',
  ].join('\n');
  const env = Object.entries({ HOME: '/root', LANG: 'C.UTF-8', PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...options.env });
  return {
    file: 'unshare',
    args: [
      '-m',
      ...(options.apart ? ['--pid', '--fork', '--kill-child'] : []),
      'sh',
      '-ec',
      script,
      'root',
      path,
      options.cwd ?? '/',
      ...(options.binds ?? []).flat(),
      '--',
      '/usr/bin/env',
      '-i',
      ...env.map(([name, value]) => `${name}=${value}`),
      ...command,
    ],
  };
}

function run(file: string, args: readonly string[]): string | undefined {
  const done = spawnSync(file, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 1 << 28 });
  if (done.status === 0) return undefined;
  if (done.error) return done.error.message;
  return `${done.stdout}\n${done.stderr}`.trim().split('\n').slice(-2).join(' ');
}

function mirrorOf(): string | undefined {
  for (const file of sources) {
    if (!existsSync(file)) continue;
    const found = /^(?:URIs:|deb(?:\s+\[[^\]]*\])?)\s+(\S+)/m.exec(readFileSync(file, 'utf8'));
    if (found?.[1]) return found[1];
  }
  return undefined;
}

/** What this machine says of mirrors, proxies and certificates holds inside, too. */
function copyAptSettings(path: string): void {
  for (const file of sources) if (existsSync(file)) cpSync(file, join(path, file));
  if (existsSync(sources[0] ?? '')) writeFileSync(join(path, sources[1] ?? ''), '');
  for (const file of readdirSync('/etc/apt/apt.conf.d'))
    if (/^99/.test(file)) cpSync(join('/etc/apt/apt.conf.d', file), join(path, 'etc/apt/apt.conf.d', file));
  for (const folder of ['/usr/share/keyrings', '/etc/ssl/certs', '/usr/local/share/ca-certificates'])
    if (existsSync(folder)) cpSync(folder, join(path, folder), { recursive: true, dereference: true });
  for (const file of ['/etc/resolv.conf', '/etc/hosts'])
    if (existsSync(file)) cpSync(file, join(path, file), { dereference: true });
}
