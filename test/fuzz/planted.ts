/** @module A mistake put here on purpose: a fuzzer that does not find it finds nothing. */

import { bodyReader } from '../../src/doors/native/frames.ts';

export function fuzz(data: Uint8Array): void {
  if (data.length < 6) return;
  if (bodyReader(data).i32() === 0x4353_4849) throw new Error('planted');
}
