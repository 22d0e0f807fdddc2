/** @module A world in one file: gzip over JSON lines, one line a file with its digest; and back again. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Failure, fileStore, say, systemClock, systemRandom } from '../base/index.ts';
import { rocDateTimeOf } from '../codec/index.ts';
import { leafFile } from './leaf.ts';

const format = 'opencshis-backup';
/** Of one run, or made anew from others. */
const left = (name: string): boolean =>
  name.startsWith('run/') ||
  name.startsWith('centre/uploads/') ||
  // A key of this machine alone.
  name === leafFile ||
  name.endsWith('-wal') ||
  name.endsWith('-shm') ||
  name.includes('.tmp');
const databases: readonly string[] = ['centre/centre.sqlite', 'centre/uploads.sqlite'];
const tries = 20;

function list(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = under === '' ? entry.name : `${under}/${entry.name}`;
    return entry.isDirectory() ? list(folder, name) : entry.isFile() && !left(name) ? [name] : [];
  });
}

/** A running world is read until nothing changed meanwhile, so that cards, journal and ledger fit together. */
export async function backup(folder: string, file: string): Promise<{ files: number; bytes: number }> {
  if (!existsSync(join(folder, 'world.json')))
    throw new Failure(-1, {
      kind: 'no-world',
      why: say({ zh: '這裡沒有世界可以備份', en: 'there is no world here to back up' }),
    });
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = stamps(folder);
    const contents = list(folder).map(
      (name) => [name, databases.includes(name) ? snapshot(folder, name) : readFileSync(join(folder, name))] as const,
    );
    if (stamps(folder) !== before) continue;
    const lines = [
      JSON.stringify({ format, v: 1, at: rocDateTimeOf(systemClock.now()), files: contents.length }),
      ...contents.map(([name, bytes]) =>
        JSON.stringify({ name, sha256: digest(bytes), base64: Buffer.from(bytes).toString('base64') }),
      ),
    ];
    const packed = gzipSync(lines.join('\n'));
    const target = fileStore(dirname(resolve(file)));
    try {
      target.write(basename(file), packed);
    } finally {
      target.close();
    }
    return { files: contents.length, bytes: packed.length };
  }
  throw new Failure(-1, {
    kind: 'busy',
    why: say({
      zh: '世界一直在變動，無法取得一致的備份',
      en: 'the world kept changing; no consistent backup could be taken',
    }),
    todo: say({ zh: '請稍後再試，或先 opencshis stop', en: 'try again later, or run opencshis stop first' }),
  });
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const stamps = (folder: string): string =>
  list(folder)
    .concat(databases.map((name) => `${name}-wal`).filter((name) => existsSync(join(folder, name))))
    .map((name) => {
      const { mtimeMs, size } = statSync(join(folder, name));
      return `${name} ${mtimeMs} ${size}`;
    })
    .join('\n');

/** A database as one consistent file, its write-ahead log included. */
function snapshot(folder: string, database: string): Uint8Array {
  const copy = join(folder, `run/backup-${Buffer.from(systemRandom.bytes(6)).toString('hex')}.sqlite`);
  mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
  const open = new DatabaseSync(join(folder, database), { readOnly: true });
  try {
    open.prepare('vacuum into ?').run(copy);
    return readFileSync(copy);
  } finally {
    open.close();
    rmSync(copy, { force: true });
  }
}

/** Checks the whole file before it touches anything; what was in the folder is moved aside. */
export function restore(folder: string, file: string): { files: number; aside?: string } {
  const contents = unpack(file);
  let aside: string | undefined;
  if (existsSync(join(folder, 'world.json'))) {
    aside = `${folder}.before-${rocDateTimeOf(systemClock.now())}`;
    renameSync(folder, aside);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = fileStore(folder);
  // The world's own file comes last: a restore that stops half-way has left no world.
  for (const [name, bytes] of contents.sort(
    ([one], [other]) => Number(one === 'world.json') - Number(other === 'world.json'),
  ))
    store.write(name, bytes);
  store.close();
  return { files: contents.length, ...(aside ? { aside } : {}) };
}

function unpack(file: string): [string, Uint8Array][] {
  const bad = (cause?: unknown): Failure =>
    new Failure(-1, {
      kind: 'bad-backup',
      why: say({ zh: '這不是完整的備份檔，沒有動任何東西', en: 'this is no whole backup; nothing was touched' }),
      todo: say({ zh: '請換一個備份檔', en: 'use another backup' }),
      ...(cause === undefined ? {} : { cause }),
    });
  try {
    const [head = '', ...rest] = unzipped(readFileSync(file)).toString('utf8').split('\n');
    const { format: found, v, files } = JSON.parse(head) as { format: string; v: number; files: number };
    if (found !== format || v !== 1 || files !== rest.length) throw bad();
    const contents = rest.map((line): [string, Uint8Array] => {
      const { name, sha256, base64 } = JSON.parse(line) as { name: string; sha256: string; base64: string };
      const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
      const inside = /^[\w-][\w .-]*(\/[\w-][\w .-]*)*$/.test(name) && !name.split('/').includes('..');
      if (!inside || left(name) || digest(bytes) !== sha256) throw bad();
      return [name, bytes];
    });
    const names = new Set(contents.map(([name]) => name));
    if (names.size !== contents.length || !names.has('world.json')) throw bad();
    return contents;
  } catch (error) {
    throw error instanceof Failure ? error : bad(error);
  }
}

/** One plain member and nothing else: a file that is also of another kind is no backup. */
function unzipped(file: Uint8Array): Buffer {
  if (file[3] !== 0) throw new TypeError('a head with more in it');
  // What `info` makes it answer is missing in the types.
  const { buffer, engine } = gunzipSync(file, { maxOutputLength: 1 << 30, info: true }) as unknown as {
    readonly buffer: Buffer;
    readonly engine: { readonly bytesWritten: number };
  };
  if (engine.bytesWritten !== file.length) throw new TypeError('more behind it');
  return buffer;
}
