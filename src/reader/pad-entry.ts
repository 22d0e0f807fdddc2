/**
 * @module A PIN entry on a reader's pad as bytes: what the structures of CCID (PC_to_RDR_Secure, 6.1.11) and of PC/SC part
 * 10 have in common. Each has two bytes before it, and the command with its length or without behind it.
 */

import type { PadCommand } from './types.ts';

/** Bytes as units, left-justified, ASCII digits; no block of a fixed length, so that Lc is the number of digits. */
const asciiDigits = 0x82;
/** The return key ends the entry. */
const withEnter = 0x02;
/** The language of what the pad says by itself: Chinese (Taiwan), 0x0404. */
const language = [0x04, 0x04] as const;

/** From the format of the digits to the prologue of T=1; `messages`: what the pad shows, by its own numbers. */
export const encodeEntry = ({ min, max, twice }: PadCommand, messages: readonly number[]): number[] => [
  ...[asciiDigits, 0, 0],
  // Where the old and the new PIN go.
  ...(twice ? [0, 0] : []),
  ...[max, min],
  ...(twice ? [1] : []),
  ...[withEnter, twice ? 2 : 1, ...language, ...messages, 0, 0, 0],
];

/** `head`: where the command begins. Undefined: not an entry that a pad for such digits can do. */
export function decodeEntry(bytes: Uint8Array, twice: boolean, head: number): Omit<PadCommand, 'timeout'> | undefined {
  if (bytes.length !== head + 5 || bytes[2] !== asciiDigits) return undefined;
  const [max = 0, min = 0] = bytes.subarray(twice ? 7 : 5);
  if (min < 1 || max < min) return undefined;
  return { command: bytes.slice(head, head + 4), min, max, twice };
}
