/**
 * @module Files of a call on the caller's side: opened here, with the caller's rights. A path never leaves this process.
 * A file that is written comes into being beside its name, and takes it when the call has succeeded.
 */

import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Failure, type Random, say } from '../../base/index.ts';
import { apiByName } from '../../catalogue/index.ts';
import type { FileSink, FileSource, InputValue } from '../../control/types.ts';

/** What a caller may give for a file: its path, or (to be read) the bytes themselves. */
export type FileInput = string | Uint8Array | FileSource | FileSink;

export interface CallerFiles {
  /** The inputs, each path or bytes replaced by a file. */
  readonly inputs: { readonly [param: string]: InputValue };
  readonly files: ReadonlyMap<string, FileSource | FileSink>;
  /** Closes all; what was written takes its name where the call succeeded, else it is gone. Fails with 6016. */
  finish(succeeded: boolean): void;
}

export function openCallerFiles(
  name: string,
  inputs: { readonly [param: string]: InputValue },
  random: Random,
): CallerFiles {
  const files = new Map<string, FileSource | FileSink>();
  const ends: ((succeeded: boolean) => void)[] = [];
  const out: { [param: string]: InputValue } = { ...inputs };
  for (const param of apiByName(name)?.params ?? []) {
    const value = inputs[param.name];
    if (value === undefined || (param.kind !== 'fileIn' && param.kind !== 'fileOut')) continue;
    const file =
      param.kind === 'fileIn' ? sourceOf(value, ends) : typeof value === 'string' ? sinkAt(value, random, ends) : value;
    files.set(param.name, file as FileSource | FileSink);
    out[param.name] = file;
  }
  return {
    inputs: out,
    files,
    finish(succeeded) {
      for (const end of ends.splice(0)) end(succeeded);
    },
  };
}

function sourceOf(value: InputValue, ends: ((succeeded: boolean) => void)[]): InputValue {
  if (value instanceof Uint8Array)
    return { size: value.length, read: async (offset, length) => value.subarray(offset, offset + length) };
  if (typeof value !== 'string') return value;
  try {
    const descriptor = openSync(value, 'r');
    ends.push(() => closeSync(descriptor));
    const info = fstatSync(descriptor);
    if (!info.isFile()) return unopened;
    return {
      size: info.size,
      async read(offset, length) {
        const bytes = new Uint8Array(length);
        let at = 0;
        try {
          while (at < length) {
            const got = readSync(descriptor, bytes, at, length - at, offset + at);
            if (got === 0) break;
            at += got;
          }
        } catch {
          // Fewer bytes than asked for: that is how the other side learns of it.
        }
        return bytes.subarray(0, at);
      },
    };
  } catch {
    return unopened;
  }
}
const unopened: FileSource = { size: -1, read: async () => new Uint8Array(0) };

function sinkAt(path: string, random: Random, ends: ((succeeded: boolean) => void)[]): FileSink {
  const beside = `${path}.${Buffer.from(random.bytes(4)).toString('hex')}.part`;
  let descriptor: number | undefined;
  ends.push((succeeded) => {
    if (descriptor === undefined) return;
    try {
      if (succeeded) fsyncSync(descriptor);
      closeSync(descriptor);
      if (succeeded) renameSync(beside, path);
    } catch (cause) {
      throw notWritten(cause);
    } finally {
      rmSync(beside, { force: true });
    }
  });
  return {
    async write(offset, bytes) {
      try {
        descriptor ??= openSync(beside, 'wx');
        for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, offset + at);
      } catch (cause) {
        throw notWritten(cause);
      }
    },
  };
}

const notWritten = (cause: unknown): Failure =>
  new Failure(6016, {
    kind: 'file-not-written',
    why: say({ zh: '無法寫入檔案', en: 'the file could not be written' }),
    todo: say({ zh: '請檢查路徑、權限與磁碟空間', en: 'check path, permissions and disk space' }),
    cause,
  });
