/**
 * @module The one durable file store: a file is replaced whole or not at all, and is on the disk when the call returns.
 * Synchronous on purpose: what must not be half done is not interleaved with anything.
 */

import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from './failure.ts';
import { say } from './say.ts';

/** Names are relative to the store's folder, with `/` between parts. */
export interface Store {
  read(name: string): Uint8Array | undefined;
  /** Replaces the file whole: write beside, fsync, rename, fsync the folder. */
  write(name: string, bytes: Uint8Array): void;
  /** Adds at the end and returns when it is on the disk; all of it or, where it fails, nothing. */
  append(name: string, bytes: Uint8Array): void;
  /** Cuts a damaged tail. */
  truncate(name: string, length: number): void;
  list(folder: string): string[];
  remove(name: string): void;
}

/** A store in a folder of the real file system; files 0600, folders 0700. */
export function fileStore(folder: string): Store & { close(): void } {
  const appending = new Map<string, number>();
  const path = (name: string) => join(folder, name);
  const failing = <T>(name: string, action: () => T): T => {
    try {
      return action();
    } catch (cause) {
      throw storeFailure(name, cause);
    }
  };
  const forget = (name: string) => {
    const descriptor = appending.get(name);
    if (descriptor !== undefined) closeSync(descriptor);
    appending.delete(name);
  };
  return {
    read(name) {
      try {
        return new Uint8Array(readFileSync(path(name)));
      } catch (cause) {
        if (errorCode(cause) === 'ENOENT') return undefined;
        throw storeFailure(name, cause);
      }
    },
    write(name, bytes) {
      failing(name, () => {
        forget(name);
        const target = path(name);
        mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
        const beside = `${target}.new`;
        try {
          const descriptor = openSync(beside, 'w', 0o600);
          try {
            writeAll(descriptor, bytes);
            fsyncSync(descriptor);
          } finally {
            closeSync(descriptor);
          }
          renameSync(beside, target);
        } catch (cause) {
          // A full disk wants its room back.
          rmSync(beside, { force: true });
          throw cause;
        }
        syncFolder(dirname(target));
      });
    },
    append(name, bytes) {
      failing(name, () => {
        let descriptor = appending.get(name);
        if (descriptor === undefined) {
          mkdirSync(dirname(path(name)), { recursive: true, mode: 0o700 });
          descriptor = openSync(path(name), 'a', 0o600);
          appending.set(name, descriptor);
          syncFolder(dirname(path(name)));
        }
        const { size } = fstatSync(descriptor);
        try {
          writeAll(descriptor, bytes);
          fsyncSync(descriptor);
        } catch (cause) {
          // What a full disk took of it is no promise, and must not stand before the next one.
          ftruncateSync(descriptor, size);
          throw cause;
        }
      });
    },
    truncate(name, length) {
      failing(name, () => {
        forget(name);
        const descriptor = openSync(path(name), 'r+');
        try {
          ftruncateSync(descriptor, length);
          fsyncSync(descriptor);
        } finally {
          closeSync(descriptor);
        }
      });
    },
    list(inside) {
      try {
        return readdirSync(path(inside)).filter((name) => !name.endsWith('.new'));
      } catch (cause) {
        if (errorCode(cause) === 'ENOENT') return [];
        throw storeFailure(inside, cause);
      }
    },
    remove(name) {
      failing(name, () => {
        forget(name);
        rmSync(path(name), { force: true });
        syncFolder(dirname(path(name)));
      });
    },
    close() {
      for (const name of [...appending.keys()]) forget(name);
    },
  };
}

/** A store in memory, for tests and for worlds that leave nothing behind. */
export function memoryStore(): Store {
  const files = new Map<string, Uint8Array>();
  return {
    read(name) {
      const bytes = files.get(name);
      return bytes && new Uint8Array(bytes);
    },
    write: (name, bytes) => void files.set(name, new Uint8Array(bytes)),
    append(name, bytes) {
      const before = files.get(name) ?? new Uint8Array(0);
      const after = new Uint8Array(before.length + bytes.length);
      after.set(before);
      after.set(bytes, before.length);
      files.set(name, after);
    },
    truncate: (name, length) => void files.set(name, (files.get(name) ?? new Uint8Array(0)).slice(0, length)),
    list(folder) {
      const start = folder === '' || folder === '.' ? '' : `${folder}/`;
      const names = [...files.keys()].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
      return [...new Set(names.map((name) => name.split('/')[0] ?? name))];
    },
    remove: (name) => void files.delete(name),
  };
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

function syncFolder(folder: string): void {
  // Windows cannot open a folder; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | undefined)?.code;

export function diskFull(name: string, cause?: unknown): Failure {
  const file = name.split('/').at(-1) ?? name;
  return new Failure(6016, {
    kind: 'disk-full',
    why: say({ zh: `磁碟已滿，無法寫入 ${file}`, en: `the disk is full: ${file} could not be written` }),
    todo: say({ zh: '請清出磁碟空間後再試一次', en: 'free some disk space and try again' }),
    cause,
  });
}

function storeFailure(name: string, cause: unknown): Failure {
  const code = errorCode(cause);
  const file = name.split('/').at(-1) ?? name;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(name, cause);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT') {
    return new Failure(-1, {
      kind: 'not-writable',
      why: say({
        zh: `沒有權限存取 ${file}，或資料夾為唯讀`,
        en: `${file} may not be accessed, or its folder is read-only`,
      }),
      todo: say({ zh: '請檢查資料夾的擁有者與權限', en: "check the folder's owner and permissions" }),
      cause,
    });
  }
  return new Failure(-1, {
    kind: 'store',
    why: say({ zh: `存取 ${file} 失敗（${code ?? '未知'}）`, en: `accessing ${file} failed (${code ?? 'unknown'})` }),
    cause,
  });
}
