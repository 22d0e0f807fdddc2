/** @module BER-TLV, total: bounded in depth and length, a malformed input is `undefined`, never an exception. */

export interface Tlv {
  /** The tag's bytes as hex, upper case: `6F`, `7F21`. */
  readonly tag: string;
  readonly value: Uint8Array;
  /** Present for constructed tags. */
  readonly children?: readonly Tlv[];
}

const deepest = 16;

/** All objects in `bytes`, or undefined where a tag, a length or the nesting is not right. No indefinite lengths. */
export function decodeTlv(bytes: Uint8Array, depth = 0): Tlv[] | undefined {
  if (depth > deepest) return undefined;
  const out: Tlv[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    if (first === 0x00 || first === 0xff) {
      at += 1;
      continue;
    }
    let end = at + 1;
    if ((first & 0x1f) === 0x1f) {
      while (end < bytes.length && end < at + 4 && ((bytes[end] ?? 0) & 0x80) !== 0) end += 1;
      end += 1;
      if (end > at + 4) return undefined;
    }
    const tag = Buffer.from(bytes.subarray(at, end)).toString('hex').toUpperCase();
    const size = lengthAt(bytes, end);
    if (size === undefined || size.start + size.length > bytes.length) return undefined;
    const value = bytes.slice(size.start, size.start + size.length);
    at = size.start + size.length;
    if ((first & 0x20) === 0) {
      out.push({ tag, value });
      continue;
    }
    const children = decodeTlv(value, depth + 1);
    if (children === undefined) return undefined;
    out.push({ tag, value, children });
  }
  return out;
}

export function encodeTlv(tag: string, value: Uint8Array): Uint8Array {
  const length =
    value.length < 0x80
      ? [value.length]
      : value.length < 0x100
        ? [0x81, value.length]
        : [0x82, value.length >> 8, value.length & 0xff];
  if (value.length > 0xffff) throw new RangeError('too long for a card');
  return new Uint8Array(Buffer.concat([Buffer.from(tag, 'hex'), Uint8Array.from(length), value]));
}

/** The first object with this tag, at any depth. */
export function findTlv(objects: readonly Tlv[] | undefined, tag: string): Tlv | undefined {
  for (const object of objects ?? []) {
    const found = object.tag === tag ? object : findTlv(object.children, tag);
    if (found) return found;
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
