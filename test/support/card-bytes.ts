/** @module Card files written byte by byte, for tests that know the places from the papers and not from our layouts. */

import { type HcFileName, hcFileMap } from '../../src/card/index.ts';
import type { TestCounter } from './counter.ts';

/** Blanks with texts at their 1-based places; a Buffer is put as it is. */
export function bytesAt(length: number, places: { readonly [from: number]: string | Buffer }): Buffer {
  const out = Buffer.alloc(length, ' ');
  for (const [from, value] of Object.entries(places)) {
    const bytes = typeof value === 'string' ? Buffer.from(value, 'latin1') : value;
    if (Number(from) - 1 + bytes.length > length) throw new RangeError(`place ${from}`);
    bytes.copy(out, Number(from) - 1);
  }
  return out;
}

/** An unsigned big-endian number. */
export function binary(value: number, length: number): Buffer {
  const out = Buffer.alloc(length);
  out.writeUIntBE(value, 0, length);
  return out;
}

/** Puts a card into a reader after its files were overwritten with these bytes. */
export function insertWith(
  counter: TestCounter,
  handle: string,
  files: { readonly [file in HcFileName]?: Uint8Array },
): void {
  if (counter.bench.list().some((one) => one.handle === handle && one.slot)) counter.bench.remove(handle);
  counter.bench.edit(handle, (image) => ({
    ...image,
    files: {
      ...image.files,
      ...Object.fromEntries(
        Object.entries(files).map(([name, bytes]) => [
          hcFileMap[name as HcFileName].fid.toString(16),
          Buffer.from(bytes).toString('base64'),
        ]),
      ),
    },
  }));
  counter.bench.insert(handle);
}
