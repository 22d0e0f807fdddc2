/** @module Any file handed over as an upload, in pieces of any size: counted, or refused as a file that is not right. */

import { Failure } from '../../../src/base/index.ts';
import { uploadScanner } from '../../../src/codec/index.ts';
import { onlyThrows } from './only-throws.ts';

export function fuzz(data: Uint8Array): void {
  const cut = (data[0] ?? 0) + 1;
  const file = data.subarray(1);
  const whole = scan([file]);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < file.length; at += cut) pieces.push(file.subarray(at, at + cut));
  const cutUp = scan(pieces);
  if (JSON.stringify(whole) !== JSON.stringify(cutUp)) throw new Error('pieces are counted in another way');
}

const scan = (pieces: readonly Uint8Array[]) =>
  onlyThrows([Failure], () => {
    const scanner = uploadScanner();
    for (const piece of pieces) scanner.write(piece);
    return scanner.end();
  });
