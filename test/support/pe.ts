/** @module What a Windows library says of itself: its exports with ordinals, and the libraries that it needs. */

export interface Pe {
  readonly bits: 32 | 64;
  readonly stamp: number;
  readonly name: string;
  readonly exports: ReadonlyMap<string, number>;
  /** How many entries of the ordinal table have an address. */
  readonly entries: number;
  readonly imports: readonly string[];
  readonly resources: readonly number[];
}

export function readPe(bytes: Buffer): Pe {
  const header = bytes.readUInt32LE(0x3c);
  if (bytes.toString('latin1', header, header + 4) !== 'PE\0\0') throw new Error('no Windows program');
  const sections = bytes.readUInt16LE(header + 6);
  const optional = header + 24;
  const bits = bytes.readUInt16LE(optional) === 0x20b ? 64 : 32;
  const directories = optional + (bits === 64 ? 112 : 96);
  const table = optional + bytes.readUInt16LE(header + 20);
  const at = (address: number): number => {
    for (let index = 0; index < sections; index++) {
      const section = table + 40 * index;
      const start = bytes.readUInt32LE(section + 12);
      if (address >= start && address < start + bytes.readUInt32LE(section + 8))
        return address - start + bytes.readUInt32LE(section + 20);
    }
    throw new Error(`no section holds ${address.toString(16)}`);
  };
  const text = (address: number): string => {
    const from = at(address);
    return bytes.toString('latin1', from, bytes.indexOf(0, from));
  };
  const directory = (index: number): number => bytes.readUInt32LE(directories + 8 * index);
  const shown = at(directory(0));
  const base = bytes.readUInt32LE(shown + 16);
  const count = bytes.readUInt32LE(shown + 20);
  const addresses = at(bytes.readUInt32LE(shown + 28));
  const names = at(bytes.readUInt32LE(shown + 32));
  const ordinals = at(bytes.readUInt32LE(shown + 36));
  const exports = new Map<string, number>();
  for (let index = 0; index < bytes.readUInt32LE(shown + 24); index++)
    exports.set(text(bytes.readUInt32LE(names + 4 * index)), base + bytes.readUInt16LE(ordinals + 2 * index));
  let entries = 0;
  for (let index = 0; index < count; index++) if (bytes.readUInt32LE(addresses + 4 * index) !== 0) entries++;
  const imports: string[] = [];
  for (let one = at(directory(1)); bytes.readUInt32LE(one + 12) !== 0; one += 20)
    imports.push(text(bytes.readUInt32LE(one + 12)).toLowerCase());
  const root = at(directory(2));
  const resources: number[] = [];
  const kinds = bytes.readUInt16LE(root + 12) + bytes.readUInt16LE(root + 14);
  for (let index = 0; index < kinds; index++) resources.push(bytes.readUInt32LE(root + 16 + 8 * index));
  return {
    bits,
    stamp: bytes.readUInt32LE(header + 8),
    name: text(bytes.readUInt32LE(shown + 12)),
    exports,
    entries,
    imports: imports.sort(),
    resources: resources.sort((one, other) => one - other),
  };
}
