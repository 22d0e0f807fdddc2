/** @module A zip that is the same bytes at every run: entries sorted by name, all of one date. */

import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** With `/`, relative. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1 January 2024: a date that says nothing. */
const dosDate = ((2024 - 1980) << 9) | (1 << 5) | 1;

export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Uint8Array[] = [];
  const index: Uint8Array[] = [];
  let at = 0;
  for (const { name, bytes } of sortedByName(entries)) {
    const packed = deflateRawSync(bytes, { level: constants.Z_DEFAULT_COMPRESSION });
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0); // the version that can read it
    shared.writeUInt16LE(0x0800, 2); // names are UTF-8
    shared.writeUInt16LE(8, 4); // deflate
    shared.writeUInt16LE(dosDate, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    index.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, Buffer.from(name));
    const member = [Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed];
    parts.push(...member);
    at += member.reduce((sum, one) => sum + one.length, 0);
  }
  const size = index.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...index, end]);
}

/** Each name once: two entries of one name would be unpacked as the machine likes. */
export function sortedByName<E extends { readonly name: string }>(entries: readonly E[]): readonly E[] {
  const list = [...entries].sort((one, other) => Buffer.compare(Buffer.from(one.name), Buffer.from(other.name)));
  const twice = list.find((one, at) => one.name === list[at + 1]?.name);
  if (twice) throw new TypeError(`${twice.name} is there twice`);
  return list;
}
