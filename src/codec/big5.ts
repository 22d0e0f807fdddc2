/**
 * @module Big5 as the card and every HIS mean it: Microsoft's code page 950 with its user-defined area.
 *
 * The table is Node's own `TextDecoder('big5')` (ICU's windows-950), inverted. Ten two-byte codes are duplicates and
 * encode to their standard twin. What has no code is *refused* where a person or program typed it, or becomes the white square □
 * (A1BC), the sign people know for a missing glyph, where a record must be made all the
 * same; it never becomes `?`. Bytes that are no character decode to U+FFFD, one for each, and never throw.
 */

import { Failure, say } from '../base/index.ts';

/** Characters with two codes whose standard code is the *later* one in code order. */
const laterIsStandard = new Set([0x2550, 0x255e, 0x2561, 0x256a]);
const box = 0xa1bc;

let encoder: Map<number, number> | undefined;

function encodingTable(): Map<number, number> {
  if (encoder !== undefined) return encoder;
  const table = new Map<number, number>();
  const decoder = new TextDecoder('big5');
  const pair = new Uint8Array(2);
  for (const [lead, trail] of allPairs()) {
    pair[0] = lead;
    pair[1] = trail;
    const text = decoder.decode(pair);
    const point = text.codePointAt(0) ?? 0xfffd;
    if (point === 0xfffd || point < 0x80 || text.length !== String.fromCodePoint(point).length) continue;
    const code = lead * 256 + trail;
    const before = table.get(point);
    if (before === undefined || isStandard(point, before, code)) table.set(point, code);
  }
  encoder = table;
  return table;
}

/** The standard twin of a duplicate: 十 A451, 卅 A4CA, and F9F9-F9FE's doubles in the box-drawing row. */
function isStandard(point: number, before: number, after: number): boolean {
  if (before >= 0xa2cc && before <= 0xa2ce) return after === 0xa451 || after === 0xa4ca;
  return laterIsStandard.has(point) && after > before;
}

/** Every pair of bytes that may be a two-byte code, in code order. */
export function* allPairs(): Generator<[number, number]> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail < 0x7f || trail > 0xa0) yield [lead, trail];
    }
  }
}

const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;
const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);

/**
 * Text as code page 950.
 *
 * @param unmappable `refuse` (default) fails with 6018; `box` writes □ for each character without a code.
 * @example
 * encodeBig5('王小明').length; // 6
 */
export function encodeBig5(text: string, unmappable: 'refuse' | 'box' = 'refuse'): Uint8Array {
  const out = new Uint8Array(text.length * 2);
  let at = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) {
      out[at++] = point;
      continue;
    }
    let code = encodingTable().get(point);
    if (code === undefined) {
      if (unmappable === 'refuse') throw noCode();
      code = box;
    }
    out[at++] = code >> 8;
    out[at++] = code & 0xff;
  }
  return out.slice(0, at);
}

/**
 * The text of code page 950 bytes; total. A lone lead byte, a wrong trail byte, 80 and FF each give U+FFFD.
 *
 * @example
 * decodeBig5(Uint8Array.of(0xa4, 0x51)); // '十'
 */
export function decodeBig5(bytes: Uint8Array): string {
  if (bytes.every((byte) => byte < 0x80)) return Buffer.from(bytes).toString('latin1');
  const decoder = new TextDecoder('big5');
  let out = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      out += String.fromCharCode(lead);
      at += 1;
    } else if (isLead(lead) && at + 1 < bytes.length && isTrail(bytes[at + 1] ?? 0)) {
      out += decoder.decode(bytes.subarray(at, at + 2));
      at += 2;
    } else {
      out += '\uFFFD';
      at += 1;
    }
  }
  return out;
}

/** The first characters of `text` that fit into `length` bytes; a two-byte character is never split. */
export function fitBig5(text: string, length: number): string {
  let out = '';
  let used = 0;
  for (const character of text) {
    const width = (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
    if (used + width > length) break;
    out += character;
    used += width;
  }
  return out;
}

function noCode(): Failure {
  return new Failure(6018, {
    kind: 'no-big5-code',
    why: say({ zh: '有一個字在 Big5（CP950）裡沒有字碼', en: 'a character has no code in Big5 (code page 950)' }),
    todo: say({ zh: '請改用造字區的字碼，或以□代替', en: 'use its code in the user-defined area, or □ in its place' }),
  });
}
