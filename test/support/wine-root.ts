/**
 * @module A Debian of its own with Wine for 32 and 64 bits, for tests that load the library in Windows programs. It is
 * built once (about a minute), kept outside of the tree, and entered in namespaces of its own: what runs in it ends with
 * the call, and nothing on this machine changes.
 */

import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
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
import path from 'node:path';

/** Part of the folder's name: a change of the recipe builds anew. */
const recipe = 'wine-1';
const cache = '/var/cache/opencshis-tests';
const folder = path.join(cache, recipe);
const roomNeeded = 4.5e9;
/** Where the programs of a test and its world are seen inside. */
const inside = { programs: 'programs', world: 'world', prefix: 'prefix' } as const;

export interface WineRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
export interface WineRoot {
  /** Runs a Windows program that lies in `programs` (its own folder is the current one). */
  run(programs: string, program: string, args?: readonly string[], options?: WineOptions): Promise<WineRun>;
}
export interface WineOptions {
  /** Folder of a running world, announced to the program by OPENCSHIS_HOME. */
  readonly world?: string;
  readonly env?: { readonly [name: string]: string };
  /** Seconds; Wine's own start included. */
  readonly within?: number;
}

/** A root with Wine, or why this machine cannot have one. */
export function wineRoot(): WineRoot | { readonly reason: string } {
  const reason = cannot();
  if (reason !== undefined) return { reason };
  if (!existsSync(path.join(folder, '.ready'))) {
    const failed = build();
    if (failed !== undefined) return { reason: `the root with Wine could not be built: ${failed}` };
  }
  return { run };
}

function cannot(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Wine runs 32-bit programs on Linux x64 alone';
  if (process.getuid?.() !== 0) return 'a root of its own needs root';
  if (!existsSync('/etc/debian_version')) return 'the root is built by Debian tools';
  for (const program of ['debootstrap', 'unshare', 'chroot'])
    if (spawnSync('which', [program]).status !== 0) return `${program} is not installed`;
  if (spawnSync('unshare', ['-mpf', 'true']).status !== 0) return 'this machine gives no namespaces';
  if (!runs32()) return 'the kernel runs no 32-bit programs';
  mkdirSync(cache, { recursive: true });
  const { bavail, bsize } = statfsSync(cache);
  if (!existsSync(path.join(folder, '.ready')) && bavail * bsize < roomNeeded)
    return `${cache} has no room for ${roomNeeded / 1e9} GB`;
  return undefined;
}

/** The smallest 32-bit program: it ends with 42. */
function runs32(): boolean {
  const code = [0xb8, 1, 0, 0, 0, 0xbb, 42, 0, 0, 0, 0xcd, 0x80]; // exit(42)
  const program = Buffer.alloc(84 + code.length);
  const [base, size] = [0x08048000, program.length];
  program.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  program.writeUInt16LE(2, 16); // an executable
  program.writeUInt16LE(3, 18); // for the 386
  [1, base + 84, 52, 0, 0].forEach((value, at) => program.writeUInt32LE(value, 20 + at * 4));
  [52, 32, 1].forEach((value, at) => program.writeUInt16LE(value, 40 + at * 2));
  [1, 0, base, base, size, size, 5, 0x1000].forEach((value, at) => program.writeUInt32LE(value, 52 + at * 4));
  program.set(code, 84);
  mkdirSync(cache, { recursive: true });
  const file = path.join(cache, `runs32-${process.pid}`);
  writeFileSync(file, program);
  chmodSync(file, 0o755);
  const { status } = spawnSync(file);
  rmSync(file);
  return status === 42;
}

/** The machine's own mirror and release. */
function source(): { readonly mirror: string; readonly release: string } {
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const mirror =
    /^URIs: *(\S+)/m.exec(read('/etc/apt/sources.list.d/debian.sources'))?.[1] ??
    /^deb (?:\[[^\]]*\] )?(\S+)/m.exec(read('/etc/apt/sources.list'))?.[1] ??
    'http://deb.debian.org/debian';
  return { mirror, release: /^VERSION_CODENAME=(\w+)/m.exec(read('/etc/os-release'))?.[1] ?? 'bookworm' };
}

function build(): string | undefined {
  const { mirror, release } = source();
  const root = `${folder}.${process.pid}`;
  rmSync(root, { recursive: true, force: true });
  const step = (program: string, args: readonly string[]): void => {
    const ran = spawnSync(program, args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C', TMPDIR: '/tmp' },
      maxBuffer: 2 ** 26,
    });
    if (ran.status !== 0)
      throw new Error(`${program} ${args.slice(0, 3).join(' ')}: ${`${ran.stdout}\n${ran.stderr}`.trim().slice(-600)}`);
  };
  try {
    step('debootstrap', ['--arch=amd64', '--variant=minbase', release, root, mirror]);
    takeAptSettings(root);
    // The release alone: with updates of one architecture ahead of the other's, apt refuses both.
    writeFileSync(path.join(root, 'etc/apt/sources.list'), `deb ${mirror} ${release} main\n`);
    step('chroot', [root, 'dpkg', '--add-architecture', 'i386']);
    step('chroot', [root, 'apt-get', '-qq', 'update']);
    step('chroot', [
      root,
      ...['apt-get', '-qq', 'install', '-y', '--no-install-recommends', 'wine', 'wine32:i386', 'wine64'],
    ]);
    step('chroot', [root, 'sh', '-c', 'apt-get clean; rm -rf /var/lib/apt/lists/* /usr/share/doc /usr/share/man']);
    for (const name of Object.values(inside)) mkdirSync(path.join(root, name));
    step('unshare', unshared(root, {}, ['wineboot', '-i'], 180));
    writeFileSync(path.join(root, '.ready'), '');
    renameSync(root, folder);
    return undefined;
  } catch (error) {
    // Another test may have been faster; what it built is as good.
    if (existsSync(path.join(folder, '.ready'))) return undefined;
    return (error as Error).message;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** How this machine reaches its mirror: apt's settings for it, certificates, names. */
function takeAptSettings(root: string): void {
  const settings = '/etc/apt/apt.conf.d';
  for (const name of readdirSync(settings)) {
    const text = readFileSync(path.join(settings, name), 'utf8');
    if (/^\s*Acquire\b/m.test(text) && !/^\s*(DPkg|APT::Update)\b/m.test(text))
      writeFileSync(path.join(root, settings, name), text);
  }
  for (const place of ['/etc/ssl/certs', '/usr/local/share/ca-certificates', '/usr/share/ca-certificates'])
    if (existsSync(place)) cpSync(place, path.join(root, place), { recursive: true, verbatimSymlinks: true });
  for (const file of ['/etc/resolv.conf', '/etc/hosts'])
    if (existsSync(file)) writeFileSync(path.join(root, file), readFileSync(file));
}

/** Arguments for `unshare`: mounts and processes of its own, then a command in the root. */
function unshared(
  root: string,
  folders: { readonly programs?: string; readonly world?: string },
  command: readonly string[],
  within: number,
  env: { readonly [name: string]: string } = {},
): string[] {
  const binds = Object.entries(folders).map(([name, from]) => `mount --bind '${from}' "$root/${name}"`);
  const script = [
    'set -e',
    `root='${root}'`,
    'mount -t proc proc "$root/proc"',
    'mount --rbind /dev "$root/dev"',
    'mount -t tmpfs tmpfs "$root/tmp"',
    ...binds,
    'exec chroot "$root" "$@"',
  ].join('\n');
  const variables = {
    HOME: '/tmp',
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    LC_ALL: 'C.UTF-8',
    WINEPREFIX: `/${inside.prefix}`,
    WINEDEBUG: '-all',
    // Neither .NET nor a browser: Wine would ask for them with a window.
    WINEDLLOVERRIDES: 'mscoree,mshtml=;cshis=n',
    ...(folders.world ? { OPENCSHIS_HOME: `/${inside.world}` } : {}),
    ...env,
  };
  const place = folders.programs ? ['--chdir', `/${inside.programs}`] : ['--chdir', '/'];
  return [
    ...['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', script, 'sh'],
    ...['/usr/bin/env', '-i', ...place, ...Object.entries(variables).map(([name, value]) => `${name}=${value}`)],
    ...['timeout', String(within), ...command],
  ];
}

function run(
  programs: string,
  program: string,
  args: readonly string[] = [],
  options: WineOptions = {},
): Promise<WineRun> {
  const folders = { programs, ...(options.world === undefined ? {} : { world: options.world }) };
  const command = ['wine', program, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn('unshare', unshared(folder, folders, command, options.within ?? 60, options.env), {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('latin1').on('data', (part: string) => (stdout += part));
    child.stderr.setEncoding('latin1').on('data', (part: string) => (stderr += part));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: stdout.replaceAll('\r\n', '\n'), stderr: stderr.replaceAll('\r\n', '\n') }),
    );
  });
}
