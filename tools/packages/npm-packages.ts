/**
 * @module The npm packages that go into a package of ours: as package-lock.json names them for a system, each taken
 * through npm (from its cache where it is there) and held to the digest in the lock, never from an installed folder.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Entry } from './archive.ts';

export interface Locked {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  readonly license: string;
}
interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
}
export type System = { readonly os: 'linux' | 'win32'; readonly cpu: 'x64' };

/** What runs at a counter of this system, Node itself included. */
export function lockedFor(lockText: string, system?: System): readonly Locked[] {
  const { packages } = JSON.parse(lockText) as { packages: { readonly [place: string]: LockEntry } };
  return Object.entries(packages).flatMap(([place, entry]) => {
    if (place === '' || entry.dev) return [];
    const fits = (wanted: string | readonly string[] | undefined, is: string) =>
      wanted === undefined || [wanted].flat().includes(is);
    if (system && !(fits(entry.os, system.os) && fits(entry.cpu, system.cpu))) return [];
    const name = place.replace(/^node_modules\//, '');
    if (name.includes('node_modules/')) throw new Error(`${place}: a package inside of another is not expected here`);
    if (!entry.version || !entry.integrity?.startsWith('sha512-')) throw new Error(`${name} has no digest in the lock`);
    return [{ name, version: entry.version, integrity: entry.integrity, license: entry.license ?? 'UNKNOWN' }];
  });
}

export const isNode = ({ name }: Locked): boolean => /^node-(linux|win|darwin)-/.test(name);

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache/opencshis-packages');

/** The tarballs of all of them, checked. */
export function tarballs(wanted: readonly Locked[]): ReadonlyMap<string, Buffer> {
  mkdirSync(cache, { recursive: true });
  const fileOf = ({ name, version }: Locked) =>
    path.join(cache, `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`);
  const missing = wanted.filter((one) => !existsSync(fileOf(one)));
  if (missing.length > 0) {
    const work = mkdtempSync(path.join(cache, 'fetch-'));
    try {
      const ran = spawnSync(
        'npm',
        [
          'pack',
          '--prefer-offline',
          '--silent',
          '--ignore-scripts',
          ...missing.map((one) => `${one.name}@${one.version}`),
        ],
        { cwd: work, encoding: 'utf8', shell: process.platform === 'win32' },
      );
      if (ran.status !== 0) throw new Error(`npm pack: ${ran.stderr}${ran.stdout}${ran.error ?? ''}`);
      for (const name of readdirSync(work)) renameSync(path.join(work, name), path.join(cache, name));
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return new Map(wanted.map((one) => [one.name, checked(one, readFileSync(fileOf(one)), fileOf(one))]));
}

/** Throws where the bytes are not those of the lock; a bad file is not kept. */
export function checked(one: Locked, bytes: Buffer, file?: string): Buffer {
  const is = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (is === one.integrity) return bytes;
  if (file) rmSync(file, { force: true });
  throw new Error(`${one.name} ${one.version} is not what package-lock.json names: ${is}`);
}

/** The files of an npm tarball, without its first folder. */
export function unpack(tarball: Buffer): readonly Entry[] {
  const bytes = gunzipSync(tarball);
  const entries: Entry[] = [];
  let longName: string | undefined;
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const field = (from: number, length: number): string =>
      bytes.toString('utf8', at + from, at + from + length).replace(/\0[\s\S]*$/, '');
    const size = Number.parseInt(field(124, 12), 8);
    const type = field(156, 1);
    const body = bytes.subarray(at + 512, at + 512 + size);
    const prefix = field(257, 5) === 'ustar' && field(345, 155) ? `${field(345, 155)}/` : '';
    if (type === 'x') longName = /^\d+ path=(.*)$/m.exec(body.toString('utf8'))?.[1];
    else if (type === 'L') longName = body.toString('utf8').replace(/\0+$/, '');
    else {
      const name = (longName ?? prefix + field(0, 100)).split('/').slice(1).join('/');
      longName = undefined;
      if ((type === '0' || type === '') && name)
        entries.push({ name, bytes: body, executable: (Number.parseInt(field(100, 8), 8) & 0o111) !== 0 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return entries;
}
