/**
 * @module Big5 as the card and every HIS mean it: Microsoft's code page 950 with its user-defined area.
 *
 * The table is Node's own `TextDecoder('big5')`, which ICU fills with windows-950, read once when the first character
 * beyond ASCII is met and held to a known digest: a runtime with another table (a browser's, say) is refused by name.
 * It has 19,720 two-byte codes: 13,503 characters and 6,217 user-defined ones (FA40 is U+E000, 8E40 U+E311,
 * 8140 U+EEB8, C6A1 U+F6B1). Ten codes are duplicates and encode to their standard twin, so 19,710 round-trip by byte.
 *
 * What has no code (堃, 喆, 煊, 峯, emoji) never becomes `?`. Where a person or program typed it, it is *refused*; where
 * a record must be made all the same (a name that the centre sent, a card maker), it becomes the white square □
 * (A1BC): people know it for a missing glyph. The geta mark 〓 has no code itself.
 *
 * Bytes that are no character (80, FF, a lone first byte, one of 62 unused codes) decode to one mark each, U+F0000 plus
 * the byte, in a private plane that nothing else uses: decoding never fails and forgets nothing.
 */

import { createHash } from 'node:crypto';
import { Failure, say } from '../base/index.ts';

/** `refuse`: 6018 (for what was typed) · `box`: □ (for what must be shown) · `keep`: marks become their bytes again. */
export type Unmappable = 'refuse' | 'box' | 'keep';

const box = 0xa1bc;
const marks = 0xf0000;
const rowLength = 0xfe - 0x40 + 1;
const tableDigest = '8577e050ae4eb731d1e5f0b67849a36fc3be0f5f5df1d1a048ecf6d681b6714e';

/** Characters with two codes whose standard code is the later one in code order; of all others it is the first. */
const laterIsStandard = new Set([0x2550, 0x255e, 0x2561, 0x256a, 0x5341, 0x5345]);

interface Table {
  /** The character of each pair of bytes, by `slot`; 0 where there is none. All are in the basic plane. */
  readonly characters: Uint16Array;
  /** The code of each character; 0 where there is none. */
  readonly codes: Uint16Array;
}
let built: Table | undefined;

const slot = (lead: number, trail: number): number => (lead - 0x81) * rowLength + trail - 0x40;
const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;
const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);

/** Every pair of bytes that may be a two-byte code, in code order. */
export function* allPairs(): Generator<[number, number]> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (isTrail(trail)) yield [lead, trail];
  }
}

function table(): Table {
  built ??= build();
  return built;
}

function build(): Table {
  const pairs = [...allPairs()];
  const listed = new Uint8Array(pairs.length * 3).fill(0x0a);
  pairs.forEach((pair, index) => {
    listed.set(pair, index * 3);
  });
  const text = new TextDecoder('big5').decode(listed);
  if (createHash('sha256').update(text).digest('hex') !== tableDigest) throw otherTable();
  const characters = new Uint16Array(126 * rowLength);
  const codes = new Uint16Array(0x10000);
  pairs.forEach(([lead, trail], index) => {
    // The digest says that every pair gave one character, so that the n-th stands at 2n, its line's end behind it.
    const point = text.charCodeAt(index * 2);
    if (point === 0xfffd) return;
    characters[slot(lead, trail)] = point;
    if (codes[point] === 0 || laterIsStandard.has(point)) codes[point] = lead * 256 + trail;
  });
  return { characters, codes };
}

/**
 * Text as code page 950.
 *
 * @param unmappable what becomes of a character without a code; `refuse` where it is left out
 * @throws Failure 6018, kind `no-big5-code`, with the character's place and not the character
 * @example
 * encodeBig5('王小明'); // Uint8Array.of(0xa4, 0xfd, 0xa4, 0x70, 0xa9, 0xfa)
 * @example
 * encodeBig5('堃', 'box'); // Uint8Array.of(0xa1, 0xbc)
 */
export function encodeBig5(text: string, unmappable: Unmappable = 'refuse'): Uint8Array {
  const out = new Uint8Array(text.length * 2);
  let at = 0;
  let place = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    place += 1;
    if (point < 0x80) {
      out[at++] = point;
    } else if (unmappable === 'keep' && isMark(point)) {
      out[at++] = point - marks;
    } else {
      const code = codeOf(point) || (unmappable === 'box' ? box : 0);
      if (code === 0) throw noCode(place);
      out[at++] = code >> 8;
      out[at++] = code & 0xff;
    }
  }
  return out.slice(0, at);
}

/**
 * The text of code page 950 bytes. Any bytes decode; a byte that is no character becomes U+F0000 plus the byte, which
 * `encodeBig5` with `keep` writes back.
 *
 * @example
 * decodeBig5(Uint8Array.of(0xa4, 0x51, 0x41)); // '十A'
 */
export function decodeBig5(bytes: Uint8Array): string {
  // Nearly all fields are ASCII, which is itself.
  if (!hasHighByte(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const units = new Uint16Array(bytes.length * 2);
  let used = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead < 0x80) {
      units[used++] = lead;
      continue;
    }
    const point = isLead(lead) && isTrail(trail) ? (table().characters[slot(lead, trail)] ?? 0) : 0;
    if (point !== 0) {
      units[used++] = point;
      at += 1;
    } else {
      // The mark's two UTF-16 halves: U+F0080 to U+F00FF are DB80 DC80 to DB80 DCFF.
      units[used++] = 0xdb80;
      units[used++] = 0xdc00 + lead;
    }
  }
  let out = '';
  for (let from = 0; from < used; from += 4096) {
    out += String.fromCharCode(...units.subarray(from, Math.min(used, from + 4096)));
  }
  return out;
}

function hasHighByte(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0x80) return true;
  return false;
}

/**
 * How many bytes a text takes; a character without a code counts two, as its □ would.
 *
 * @example
 * big5Length('A王'); // 3
 */
export function big5Length(text: string): number {
  let length = 0;
  for (const character of text) length += widthOf(character.codePointAt(0) ?? 0);
  return length;
}

/**
 * The first characters of `text` that fit into `length` bytes; a two-byte character is never split.
 *
 * @example
 * fitBig5('王小明', 5); // '王小'
 */
export function fitBig5(text: string, length: number): string {
  let out = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character.codePointAt(0) ?? 0);
    if (used > length) break;
    out += character;
  }
  return out;
}

/**
 * The place (1-based, in characters) of the first one without a code, or 0 where all have one.
 *
 * @example
 * unmappableAt('陳堃'); // 2
 */
export function unmappableAt(text: string): number {
  let place = 0;
  for (const character of text) {
    place += 1;
    const point = character.codePointAt(0) ?? 0;
    if (point >= 0x80 && codeOf(point) === 0) return place;
  }
  return 0;
}

const isMark = (point: number): boolean => point >= marks + 0x80 && point <= marks + 0xff;
const codeOf = (point: number): number => (point > 0xffff ? 0 : (table().codes[point] ?? 0));
const widthOf = (point: number): number => (point < 0x80 || isMark(point) ? 1 : 2);

const noCode = (place: number): Failure =>
  new Failure(6018, {
    kind: 'no-big5-code',
    why: say({
      zh: `第 ${place} 個字在 Big5（CP950）裡沒有字碼`,
      en: `character ${place} has no code in Big5 (code page 950)`,
    }),
    todo: say({ zh: '請改用造字區的字碼，或以□代替', en: 'use its code in the user-defined area, or □ in its place' }),
  });

const otherTable = (): Failure =>
  new Failure(-1, {
    kind: 'big5-table',
    why: say({
      zh: '這個 Node 的 Big5 字碼表不是 Windows 的 CP950，中文字會寫錯',
      en: "this Node's Big5 table is not Windows code page 950: Chinese text would be written wrong",
    }),
    todo: say({ zh: '請改用 Node 官方版本（24 以上）', en: 'use an official build of Node, 24 or newer' }),
  });
