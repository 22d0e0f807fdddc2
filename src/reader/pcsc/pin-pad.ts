/**
 * @module The PIN pad of a PC/SC reader as bytes (PC/SC part 10): what the reader can do, its properties, and the two
 * commands in which its pad fills in the digits. Lengths and numbers in these structures are little-endian; a feature's
 * control code alone is big-endian.
 */

import { decodeEntry, encodeEntry } from '../pad-entry.ts';
import type { PadCommand } from '../types.ts';

/** CM_IOCTL_GET_FEATURE_REQUEST, to be made a control code by the platform. */
export const featureRequest = 3400;

/** FEATURE_ tags that are used here. */
export const feature = { verify: 0x06, modify: 0x07, tlvProperties: 0x12 } as const;

export type Features = ReadonlyMap<number, number>;

/** The control code of each feature; undefined where the answer is no list of features. */
export function decodeFeatures(bytes: Uint8Array): Features | undefined {
  const found = new Map<number, number>();
  const listed = items(bytes);
  if (listed === undefined) return undefined;
  for (const { tag, value } of listed) {
    if (value.length !== 4) return undefined;
    found.set(tag, view(value).getUint32(0));
  }
  return found;
}

export function encodeFeatures(features: Features): Uint8Array {
  const out = Buffer.alloc(features.size * 6);
  let at = 0;
  for (const [tag, code] of features) {
    out.set([tag, 4], at);
    out.writeUInt32BE(code, at + 2);
    at += 6;
  }
  return Uint8Array.from(out);
}

/** What the reader says of itself (FEATURE_GET_TLV_PROPERTIES), as far as it is used. */
export interface PadProperties {
  readonly minPin?: number;
  readonly maxPin?: number;
  /** Of its USB interface. */
  readonly vendor?: number;
  readonly product?: number;
}
const properties: { readonly [tag: number]: keyof PadProperties } = {
  6: 'minPin',
  7: 'maxPin',
  11: 'vendor',
  12: 'product',
};

/** Unknown properties are passed over; what is no list of properties has none. */
export function decodeProperties(bytes: Uint8Array): PadProperties {
  const out: { -readonly [K in keyof PadProperties]: PadProperties[K] } = {};
  for (const { tag, value } of items(bytes) ?? []) {
    const name = properties[tag];
    if (name === undefined || value.length === 0 || value.length > 4) continue;
    out[name] = value.reduceRight((sum, byte) => sum * 256 + byte, 0);
  }
  return out;
}

const verifyHead = 19;
const modifyHead = 24;

export function encodePinCommand(entry: PadCommand): Uint8Array {
  const { command, twice, timeout } = entry;
  const apdu = [...command, 0];
  const body = encodeEntry(entry, twice ? [0, 1, 2] : [0]);
  return Uint8Array.of(timeout, timeout, ...body, apdu.length, 0, 0, 0, ...apdu);
}

/** Undefined: not a command that a pad for such digits can do. */
export function decodePinCommand(bytes: Uint8Array, twice: boolean): PadCommand | undefined {
  const head = twice ? modifyHead : verifyHead;
  const entry = decodeEntry(bytes, twice, head);
  if (entry === undefined || view(bytes).getUint32(head - 4, true) !== 5) return undefined;
  return { ...entry, timeout: bytes[0] ?? 0 };
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Tag, length, value, each of the first two one byte; undefined where the last is cut. */
function items(bytes: Uint8Array): { tag: number; value: Uint8Array }[] | undefined {
  const out: { tag: number; value: Uint8Array }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag = 0, length] = bytes.subarray(at);
    if (length === undefined || at + 2 + length > bytes.length) return undefined;
    out.push({ tag, value: bytes.slice(at + 2, at + 2 + length) });
    at += 2 + length;
  }
  return out;
}
