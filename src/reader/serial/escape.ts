/** @module What a dedicated reader does besides cards, as PC_to_RDR_Escape: who it is, its clock, its display, its reset. */

import type { SlotRole } from '../types.ts';

export const own = { identify: 0x01, clockGet: 0x02, clockSet: 0x03, show: 0x04, reset: 0x05 } as const;
/** The first byte of an answer. */
export const ok = 0x00;
const magic = Buffer.from('OCSR', 'latin1');
const roles: readonly SlotRole[] = ['hc', 'hpc', 'sam'];

export interface Identity {
  /** The role of each slot, in the order of the slots' numbers. */
  readonly roles: readonly SlotRole[];
  /** Frames may carry CRC-32. */
  readonly crc: boolean;
  readonly pad: boolean;
  /** The most data of one message. */
  readonly block: number;
}

/** Its own commands are addressed to the number behind the last slot, so that a PIN entry in one holds up none of them. */
export const deviceSlot = roles.length;

export function encodeIdentity({ crc, pad, block, roles: each }: Identity): Uint8Array {
  const flags = Number(crc) | (Number(pad) << 1);
  const slots = each.map((role) => roles.indexOf(role));
  return Uint8Array.of(ok, ...magic, 1, flags, block & 0xff, block >> 8, ...slots);
}
export function decodeIdentity(data: Uint8Array): Identity | undefined {
  const bytes = Buffer.from(data);
  if (bytes[0] !== ok || !bytes.subarray(1, 5).equals(magic) || bytes[5] !== 1 || bytes.length < 10) return undefined;
  const slots = [...bytes.subarray(9)].map((one) => roles[one]);
  if (slots.length > deviceSlot || slots.includes(undefined) || new Set(slots).size !== slots.length) return undefined;
  const flags = bytes[6] ?? 0;
  const block = bytes.readUInt16LE(7);
  return block < 32 ? undefined : { roles: slots as SlotRole[], crc: (flags & 1) !== 0, pad: (flags & 2) !== 0, block };
}

/** Milliseconds since 1970 in eight bytes. */
export function encodeTime(time: number): Uint8Array {
  const out = Buffer.alloc(8);
  out.writeBigUInt64BE(BigInt(Math.max(0, Math.round(time))));
  return out;
}
export function decodeTime(bytes: Uint8Array): number | undefined {
  if (bytes.length !== 8) return undefined;
  const time = Number(Buffer.from(bytes).readBigUInt64BE());
  return Number.isSafeInteger(time) ? time : undefined;
}
