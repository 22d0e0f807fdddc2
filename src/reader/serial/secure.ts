/** @module The data of PC_to_RDR_Secure (CCID 1.1, 6.1.11): a command in which the reader's pad fills in the digits. */

import { decodeEntry, encodeEntry } from '../pad-entry.ts';
import type { PadCommand } from '../types.ts';

const verify = 0;
const modify = 1;

export function encodeSecure(entry: PadCommand): Uint8Array {
  const { command, twice, timeout } = entry;
  return Uint8Array.of(twice ? modify : verify, timeout, ...encodeEntry(entry, twice ? [1, 2] : [0]), ...command, 0);
}

/** Undefined: not an entry that a pad for such digits can do. */
export function decodeSecure(data: Uint8Array): PadCommand | undefined {
  const [operation, timeout = 0] = data;
  if (operation !== verify && operation !== modify) return undefined;
  const twice = operation === modify;
  const entry = decodeEntry(data, twice, twice ? 19 : 15);
  return entry === undefined || entry.max > 16 ? undefined : { ...entry, timeout };
}
