/** @module Takes apart a zip of ours, after its signature was checked; a name that leads out of the folder is refused all the same. */

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { Failure } from '../../base/failure.ts';
import { say } from '../../base/say.ts';

/** Writes the files under `prefix` into `folder`. */
export function unzip(bytes: Buffer, prefix: string, folder: string): void {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  // Nothing before it and nothing behind it: the file is a zip and nothing else besides.
  if (end < 0 || end + 22 !== bytes.length || bytes.readUInt32LE(0) !== 0x04034b50) throw damaged();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const [packed, size, nameLength] = [at + 20, at + 24, at + 28].map((place, which) =>
      which === 2 ? bytes.readUInt16LE(place) : bytes.readUInt32LE(place),
    ) as [number, number, number];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const sum = bytes.readUInt32LE(at + 16);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (!/^[^\\:\0]+$/.test(name) || name.split('/').some((part) => part === '' || /^\.+$/.test(part))) throw damaged();
    if (!name.startsWith(prefix)) continue;
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const whole = inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(size, 1) });
    if (whole.length !== size || crc32(whole) !== sum) throw damaged();
    const target = join(folder, name.slice(prefix.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, whole, { flush: true });
    if (/\/bin\/node$/.test(target)) chmodSync(target, 0o755);
  }
}

const damaged = (): Failure =>
  new Failure(-1, {
    kind: 'zip',
    why: say({ zh: '套件的 zip 結構不正確', en: 'the package is not a zip as it should be' }),
  });
