/** @module Big5 as far as a page needs it: how many bytes a text takes, and which bytes are one character. */

/** One byte a character of ASCII, two any other; undefined where a character has no code for certain. */
export function big5Bytes(text: string): number | undefined {
  let length = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    if (point > 0xffff || (point > 0x7f && point < 0xa0)) return undefined;
    length += point < 0x80 ? 1 : 2;
  }
  return length;
}

/** The text in exactly so many bytes, padded with blanks. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - (big5Bytes(text) ?? width)));

export interface Cell {
  /** From 1. */
  readonly at: number;
  readonly hex: string;
  /** Its character; of a character of two bytes at the first, and nothing at the second. */
  readonly text: string;
}
const none = '·';
const decoder = new TextDecoder('big5');

export function cellsOf(bytes: Uint8Array): Cell[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    if (byte >= 0x81 && byte <= 0xfe && next >= 0x40) {
      const pair = decoder.decode(bytes.subarray(at, at + 2));
      if (pair.length === 1 && pair !== '\ufffd') {
        texts.push(pair, '');
        at++;
        continue;
      }
    }
    texts.push(byte >= 0x21 && byte <= 0x7e ? String.fromCharCode(byte) : byte === 0x20 ? '\u00a0' : none);
  }
  return texts.map((text, at) => ({
    at: at + 1,
    hex: (bytes[at] ?? 0).toString(16).padStart(2, '0').toUpperCase(),
    text,
  }));
}

export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
