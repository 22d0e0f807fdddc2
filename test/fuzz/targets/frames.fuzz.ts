/** @module What a stranger may send to the native door's socket. */

import { bodyReader, frameReader, readValues } from '../../../src/doors/native/frames.ts';
import { onlyThrows } from './only-throws.ts';

export function fuzz(data: Uint8Array): void {
  const parts = [data.subarray(0, data.length >> 1), data.subarray(data.length >> 1)];
  let bad = 0;
  const read = frameReader(
    16_384,
    (type, body) => {
      if (bad > 0) throw new Error('a frame came after a bad one');
      if (type !== 'call') return;
      onlyThrows([RangeError], () => {
        const reader = bodyReader(body);
        reader.short();
        reader.short();
        const values = readValues(reader);
        if (Object.getPrototypeOf(values) !== Object.prototype) throw new Error('a strange object');
        reader.rest();
      });
    },
    () => {
      bad += 1;
      if (bad > 1) throw new Error('told twice');
    },
  );
  for (const part of parts) read(part);
}
