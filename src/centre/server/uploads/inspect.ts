/** @module The centre's own look at a file while it comes, or again from the disk: digest, well-formed, counts. */

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { asFailure, type Failure, limits, say } from '../../../base/index.ts';
import { type UploadCounts, uploadScanner } from '../../../codec/index.ts';

export interface Inspector {
  /** How many bytes it has seen. */
  readonly at: number;
  feed(bytes: Uint8Array): void;
  /** What it saw of the whole file; `failure` where that is no upload. */
  end(): { readonly sha256: string; readonly counts?: UploadCounts; readonly failure?: Failure };
}

export function inspector(): Inspector {
  const hash = createHash('sha256');
  const scanner = uploadScanner();
  let at = 0;
  let failure: Failure | undefined;
  const trying = <T>(work: () => T): T | undefined => {
    if (failure) return undefined;
    try {
      return work();
    } catch (error) {
      failure = asFailure(error, 6015, say({ zh: '檔案無法讀取', en: 'the file cannot be read' }));
      return undefined;
    }
  };
  return {
    get at() {
      return at;
    },
    feed(bytes) {
      at += bytes.length;
      hash.update(bytes);
      trying(() => scanner.write(bytes));
    },
    end() {
      const counts = trying(() => scanner.end());
      return { sha256: hash.digest('hex'), ...(counts ? { counts } : {}), ...(failure ? { failure } : {}) };
    },
  };
}

/** Feeds the rest of a file from the disk, a part at a time, so that others are answered meanwhile. */
export async function feedFrom(file: string, to: Inspector, size: number): Promise<void> {
  if (to.at >= size) return;
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(limits.uploadPart);
    while (to.at < size) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, size - to.at), to.at);
      if (bytesRead === 0) return;
      to.feed(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}
