/** @module What a program of the system printed: UTF-8, or the code page of a Windows in Traditional Chinese. */

import { decodeBig5 } from '../codec/index.ts';

export function printedText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeBig5(bytes);
  }
}
