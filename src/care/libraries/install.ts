/**
 * @module Puts our library into a folder of a HIS, beside what is there; replaces another only when told to, and then keeps
 * it beside, so that it can be put back byte for byte. Whole or not at all: what a kill leaves is undone or done again.
 */

import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, say } from '../../base/index.ts';
import { readPe } from './pe.ts';

/** The file that was there, beside ours. */
export const keptEnd = '.before-opencshis';
const newEnd = '.opencshis-new';

export interface Installed {
  readonly path: string;
  /** Where the file that was there is kept. */
  readonly kept?: string;
  /** `same`: ours was there already, with the same bytes. */
  readonly did: 'installed' | 'replaced' | 'same';
}

/** @param source our library; @param name under which it goes into the folder. */
export function installLibrary(source: string, folder: string, name: string, replace = false): Installed {
  const bytes = read(source);
  if (bytes === undefined) throw noLibrary(source);
  // It could not be told apart from others, nor taken away again.
  if (!isOurs(bytes)) throw notOurs(source);
  const target = join(folder, name);
  const kept = `${target}${keptEnd}`;
  const before = read(target);
  if (before !== undefined && Buffer.compare(before, bytes) === 0)
    return { path: target, ...(existsSync(kept) ? { kept } : {}), did: 'same' };
  const foreign = before !== undefined && !isOurs(before);
  if (foreign && !replace) throw isThere(target);
  if (foreign && existsSync(kept)) throw keptTwice(kept);
  trying(target, () => {
    writeWhole(`${target}${newEnd}`, bytes);
    if (foreign) renameSync(target, kept);
    renameSync(`${target}${newEnd}`, target);
  });
  return { path: target, ...(existsSync(kept) ? { kept } : {}), did: foreign ? 'replaced' : 'installed' };
}

/** Puts back what was there; takes ours away where nothing was. */
export function undoLibrary(
  folder: string,
  name: string,
): { readonly path: string; readonly did: 'put-back' | 'removed' | 'nothing' } {
  const target = join(folder, name);
  const kept = `${target}${keptEnd}`;
  const now = read(target);
  if (now !== undefined && !isOurs(now)) {
    // Somebody else has put another one there since: that is not ours to take away.
    if (existsSync(kept)) throw changedSince(target, kept);
    return { path: target, did: 'nothing' };
  }
  return trying(target, () => {
    rmSync(`${target}${newEnd}`, { force: true });
    if (existsSync(kept)) {
      // The name is never without a file: the old one takes its place in one step.
      renameSync(kept, target);
      return { path: target, did: 'put-back' };
    }
    if (now === undefined) return { path: target, did: 'nothing' };
    rmSync(target);
    return { path: target, did: 'removed' };
  });
}

/** Our own says so in its version resource; on Linux and macOS by where it looks for a world. */
const isOurs = (bytes: Buffer): boolean => {
  const pe = readPe(bytes);
  return pe === undefined ? bytes.includes('OPENCSHIS_HOME') : pe.product === 'OpenCSHIS';
};

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw notDone(path, cause);
  }
}

function writeWhole(path: string, bytes: Buffer): void {
  const file = openSync(path, 'w', 0o755);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } catch (cause) {
    rmSync(path, { force: true });
    throw cause;
  } finally {
    closeSync(file);
  }
}

function trying<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw notDone(path, cause);
  }
}

const noLibrary = (source: string): Failure =>
  new Failure(-1, {
    kind: 'no-library',
    why: say({ zh: `這份安裝裡沒有 ${source}`, en: `this installation has no ${source}` }),
    todo: say({
      zh: '請改用含函式庫的套件，或 npm run build:native',
      en: 'use a package that has it, or npm run build:native',
    }),
  });
const notOurs = (source: string): Failure =>
  new Failure(-1, {
    kind: 'library-not-ours',
    why: say({ zh: `${source} 不是 OpenCSHIS 的函式庫`, en: `${source} is no library of OpenCSHIS` }),
  });
const isThere = (path: string): Failure =>
  new Failure(-1, {
    kind: 'library-there',
    why: say({ zh: `${path} 已經有別的函式庫，沒有動它`, en: `another library is at ${path}; it was not touched` }),
    todo: say({
      zh: '確定要換成我們的，請加 --replace；原來的會留在旁邊，--undo 放回',
      en: 'to have ours in its place add --replace: the old one stays beside it, --undo puts it back',
    }),
  });
const keptTwice = (kept: string): Failure =>
  new Failure(-1, {
    kind: 'library-kept',
    why: say({
      zh: `旁邊已經留著一份 ${kept}，不會蓋掉它`,
      en: `${kept} is kept beside it already, and is not written over`,
    }),
    todo: say({ zh: '請先移開其中一份', en: 'move one of them away first' }),
  });
const changedSince = (path: string, kept: string): Failure =>
  new Failure(-1, {
    kind: 'library-changed',
    why: say({
      zh: `${path} 後來又被換成別的，沒有動它；原來的在 ${kept}`,
      en: `${path} was changed by somebody else since, and not touched; the one from before is ${kept}`,
    }),
  });
const notDone = (path: string, cause: unknown): Failure => {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  const used = code === 'EBUSY' || code === 'EPERM';
  return new Failure(-1, {
    kind: 'library-not-written',
    why: say({ zh: `無法更換 ${path}（${code}）`, en: `${path} could not be changed (${code})` }),
    todo: used
      ? say({
          zh: 'HIS 正在使用它，或權限不足：請關閉 HIS，以系統管理員執行',
          en: 'a HIS has it open, or rights are missing: close it, and run this as administrator',
        })
      : say({ zh: '請檢查資料夾的權限', en: 'check the permissions of the folder' }),
    cause,
  });
};
