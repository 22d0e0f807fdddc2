/** @module The members of a zip, inflated; whatever is packed again inside of one is unpacked, too. */

import { gunzipSync, inflateRawSync } from 'node:zlib';

export function unzipped(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('no zip');
  const members = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, name, extra, comment] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const title = zip.toString('utf8', at + 46, at + 46 + name);
    const bytes = inflateRawSync(zip.subarray(from, from + packed));
    members.set(title, bytes);
    if (bytes.subarray(0, 2).toString('latin1') === 'PK')
      for (const [inner, inside] of unzipped(bytes)) members.set(`${title}/${inner}`, inside);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) members.set(`${title}/gz`, gunzipSync(bytes));
    at += 46 + name + extra + comment;
  }
  return members;
}
