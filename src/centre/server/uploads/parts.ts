/**
 * @module The bytes of an upload at the centre: `ID.xml`, and beside it `ID.sums`, the digest of each part that is on
 * the disk. A sum is written after its part was synced, so what has a sum is there; the rest is sent again.
 */

import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Failure, limits, say } from '../../../base/index.ts';

const sumLength = 32;

export interface Parts {
  readonly file: string;
  /** 32 bytes a part. */
  sums(): Uint8Array;
  /** Puts the part at its place, the next one or one that is there already. Fails with 6016. */
  write(index: number, sum: Uint8Array, bytes: Uint8Array): void;
  /** Keeps the first `parts` parts. */
  cut(parts: number): void;
  /** It is stored: the sums have served. */
  settle(): void;
  remove(): void;
}

export function uploadParts(folder: string, id: string): Parts {
  const file = join(folder, `${id}.xml`);
  const sumsFile = join(folder, `${id}.sums`);
  let known: Buffer | undefined;
  const load = (): Buffer => {
    if (known !== undefined) return known;
    try {
      const bytes = readFileSync(sumsFile);
      known = bytes.subarray(0, bytes.length - (bytes.length % sumLength));
    } catch {
      known = Buffer.alloc(0);
    }
    return known;
  };
  const keep = (sums: Buffer): void => {
    writeFileSync(sumsFile, sums, { mode: 0o600 });
    known = sums;
  };
  return {
    file,
    sums: () => new Uint8Array(load()),
    write(index, sum, bytes) {
      const start = index * limits.uploadPart;
      const before = load().subarray(0, index * sumLength);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const descriptor = openSync(file, index === 0 ? 'w' : 'r+', 0o600);
        try {
          ftruncateSync(descriptor, start);
          for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, start + at);
          fdatasyncSync(descriptor);
        } catch (cause) {
          ftruncateSync(descriptor, start);
          throw cause;
        } finally {
          closeSync(descriptor);
        }
        appendSum(sumsFile, before.length, sum);
        known = Buffer.concat([before, sum]);
      } catch (cause) {
        known = undefined;
        throw diskFull(cause);
      }
    },
    cut(parts) {
      if (load().length > parts * sumLength) keep(load().subarray(0, parts * sumLength));
    },
    settle() {
      known = undefined;
      rmSync(sumsFile, { force: true });
    },
    remove() {
      known = undefined;
      for (const one of [sumsFile, file]) rmSync(one, { force: true });
    },
  };
}

function appendSum(file: string, at: number, sum: Uint8Array): void {
  const descriptor = openSync(file, at === 0 ? 'w' : 'r+', 0o600);
  try {
    ftruncateSync(descriptor, at);
    writeSync(descriptor, sum, 0, sum.length, at);
  } finally {
    closeSync(descriptor);
  }
}

const diskFull = (cause: unknown): Failure =>
  new Failure(6016, {
    kind: 'disk-full',
    why: say({ zh: '資料中心沒有空間可寫入上傳檔', en: 'the data centre has no room to write the upload' }),
    todo: say({ zh: '請稍後再送，會從中斷處繼續', en: 'send it again later: it goes on where it stopped' }),
    cause,
  });
