/**
 * @module BER-TLV as cards use it (ISO 7816-4, annex E; X.690), total: a malformed input is `undefined`, never an
 * exception. Bounded: 64 KiB in all, 16 levels deep, tags of at most 4 bytes, lengths of at most 3, none indefinite.
 */

import { Failure, say } from '../base/index.ts';

export interface Tlv {
  /** The tag's bytes as hex, upper case: `6F`, `7F21`. */
  readonly tag: string;
  readonly value: Uint8Array;
  /** Present for constructed tags. */
  readonly children?: readonly Tlv[];
}

const deepest = 16;
const longest = 0xffff;

/**
 * All objects in `bytes`, or undefined where a tag, a length, the size or the nesting is not right. Bytes 00 and FF
 * between objects are padding.
 *
 * @example
 * decodeTlv(Uint8Array.of(0x6f, 3, 0x84, 1, 7))?.[0]?.children?.[0]?.tag; // '84'
 */
export function decodeTlv(bytes: Uint8Array): Tlv[] | undefined {
  return bytes.length > longest ? undefined : objects(bytes, 0);
}

function objects(bytes: Uint8Array, depth: number): Tlv[] | undefined {
  if (depth >= deepest) return undefined;
  const out: Tlv[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    if (first === 0x00 || first === 0xff) {
      at += 1;
      continue;
    }
    const end = tagEnd(bytes, at);
    const size = end === undefined ? undefined : lengthAt(bytes, end);
    if (end === undefined || size === undefined || size.start + size.length > bytes.length) return undefined;
    const tag = Buffer.from(bytes.subarray(at, end)).toString('hex').toUpperCase();
    const value = bytes.slice(size.start, size.start + size.length);
    at = size.start + size.length;
    if ((first & 0x20) === 0) {
      out.push({ tag, value });
      continue;
    }
    const children = objects(value, depth + 1);
    if (children === undefined) return undefined;
    out.push({ tag, value, children });
  }
  return out;
}

/** The place behind a tag; undefined where it does not end within 4 bytes. */
function tagEnd(bytes: Uint8Array, at: number): number | undefined {
  if (((bytes[at] ?? 0) & 0x1f) !== 0x1f) return at + 1;
  for (let next = at + 1; next < bytes.length && next < at + 4; next++) {
    if (((bytes[next] ?? 0) & 0x80) === 0) return next + 1;
  }
  return undefined;
}

function lengthAt(bytes: Uint8Array, at: number): { start: number; length: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0x80) return undefined;
  if (first < 0x80) return { start: at + 1, length: first };
  const count = first & 0x7f;
  if (count > 3 || at + count >= bytes.length) return undefined;
  let length = 0;
  for (let index = 1; index <= count; index++) length = length * 256 + (bytes[at + index] ?? 0);
  return { start: at + 1 + count, length };
}

/**
 * One object: tag, shortest length, value.
 *
 * @param tag 1 to 4 bytes as hex, a whole tag
 * @throws Failure -1, kind `tlv-shape`, when the tag is none or the object is over 64 KiB
 * @example
 * encodeTlv('5F20', Uint8Array.of(1)); // Uint8Array.of(0x5f, 0x20, 1, 1)
 */
export function encodeTlv(tag: string, value: Uint8Array): Uint8Array {
  const tagBytes = Buffer.from(tag, 'hex');
  const size = value.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  const isTag = /^(?!00|ff)([0-9a-f]{2}){1,4}$/i.test(tag) && tagEnd(tagBytes, 0) === tagBytes.length;
  if (!isTag || tagBytes.length + length.length + size > longest) {
    throw new Failure(-1, {
      kind: 'tlv-shape',
      why: say({ zh: '資料太長或標籤不正確，無法以 BER-TLV 表示', en: 'too long, or not a tag, for BER-TLV' }),
    });
  }
  return new Uint8Array(Buffer.concat([tagBytes, Uint8Array.from(length), value]));
}

/**
 * The first object with this tag, at any depth.
 *
 * @example
 * findTlv(decodeTlv(Uint8Array.of(0x6f, 3, 0x84, 1, 7)), '84')?.value; // Uint8Array.of(7)
 */
export function findTlv(list: readonly Tlv[] | undefined, tag: string): Tlv | undefined {
  for (const object of list ?? []) {
    const found = object.tag === tag ? object : findTlv(object.children, tag);
    if (found) return found;
  }
  return undefined;
}
