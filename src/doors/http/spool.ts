/**
 * @module Where a file waits that came over HTTP, or is to go: in the world's own folder, readable by its user alone, and
 * without a name as long as the system allows that (so that a kill leaves nothing behind).
 */

import { closeSync, createReadStream, mkdirSync, openSync, readdirSync, readSync, rmSync, writeSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Clock, Failure, limits, type Random, say } from '../../base/index.ts';
import type { FileSink, FileSource } from '../../control/types.ts';

export interface Spool {
  readonly size: number;
  /** Everything that is in it, to be sent. */
  stream(): Readable;
  readonly source: FileSource;
  readonly sink: FileSink;
  close(): void;
}

const prefix = 'spool-';

/** What a kill left behind where names cannot be taken away from open files. */
export function sweepSpool(folder: string): void {
  try {
    for (const name of readdirSync(folder)) if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true });
  } catch {
    // there is no such folder yet
  }
}

export function openSpool(folder: string, random: Random): Spool {
  const path = join(folder, `${prefix}${Buffer.from(random.bytes(8)).toString('hex')}`);
  const descriptor = trying(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openSync(path, 'wx+', 0o600);
  });
  const named = process.platform === 'win32';
  if (!named) rmSync(path);
  let size = 0;
  let open = true;
  return {
    get size() {
      return size;
    },
    stream: () => createReadStream('', { fd: descriptor, autoClose: false, start: 0 }),
    source: {
      get size() {
        return size;
      },
      async read(offset, length) {
        const bytes = new Uint8Array(length);
        let at = 0;
        while (at < length) {
          const got = readSync(descriptor, bytes, at, length - at, offset + at);
          if (got === 0) break;
          at += got;
        }
        return bytes.subarray(0, at);
      },
    },
    sink: {
      async write(offset, bytes) {
        trying(() => {
          for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, offset + at);
        });
        size = Math.max(size, offset + bytes.length);
      },
    },
    close() {
      if (!open) return;
      open = false;
      closeSync(descriptor);
      if (named) rmSync(path, { force: true });
    },
  };
}

/** The whole body into the spool; false where it never came to its end. */
export async function spoolBody(request: IncomingMessage, spool: Spool, clock: Clock): Promise<boolean> {
  let stop = (): void => {};
  const touch = (): void => {
    stop();
    stop = clock.after(limits.fileAnswer, () => request.destroy());
  };
  touch();
  let full: Failure | undefined;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      touch();
      // One that still sends hears nothing: what has no room is read to its end, and then refused.
      if (full === undefined)
        await spool.sink.write(spool.size, part).catch((error: Failure) => {
          full = error;
        });
    }
  } catch {
    return false;
  } finally {
    stop();
  }
  if (full !== undefined) throw full;
  return request.complete;
}

function trying<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new Failure(6016, {
      kind: 'disk-full',
      why: say({ zh: '暫存上傳檔時磁碟空間不足', en: 'there is no room to keep the file while it is worked on' }),
      todo: say({ zh: '請清出磁碟空間後再試一次', en: 'free some disk space and try again' }),
      cause,
    });
  }
}
