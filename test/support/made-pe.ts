/** @module A Windows library or program as small as one can be: headers, one section, a version resource. */

export interface Wanted {
  readonly bits?: 32 | 64;
  readonly library?: boolean;
  /** Four numbers. */
  readonly version?: readonly [number, number, number, number];
  readonly strings?: { readonly [key: string]: string };
  /** What else stands in it. */
  readonly text?: string | Buffer;
}
const rva = 0x1000;
const raw = 0x200;

export function madePe({ bits = 32, library = true, version, strings = {}, text = '' }: Wanted = {}): Buffer {
  const resource = version ? resourceTree(versionInfo(version, strings)) : Buffer.alloc(0);
  const body = Buffer.concat([resource, Buffer.from(text)]);
  const head = Buffer.alloc(raw);
  head.write('MZ', 0, 'latin1');
  head.writeUInt32LE(0x80, 0x3c);
  head.write('PE\0\0', 0x80, 'latin1');
  head.writeUInt16LE(bits === 64 ? 0x8664 : 0x14c, 0x84);
  head.writeUInt16LE(1, 0x86);
  const optionalSize = bits === 64 ? 240 : 224;
  head.writeUInt16LE(optionalSize, 0x94);
  head.writeUInt16LE(library ? 0x2102 : 0x102, 0x96);
  head.writeUInt16LE(bits === 64 ? 0x20b : 0x10b, 0x98);
  const directories = 0x98 + (bits === 64 ? 112 : 96);
  if (version) head.writeUInt32LE(rva, directories + 16);
  const section = 0x98 + optionalSize;
  head.write('.rsrc', section, 'latin1');
  head.writeUInt32LE(body.length, section + 8);
  head.writeUInt32LE(rva, section + 12);
  head.writeUInt32LE(body.length, section + 16);
  head.writeUInt32LE(raw, section + 20);
  return Buffer.concat([head, body]);
}

/** Kind 16, name 1, language 0x404, then the data. */
function resourceTree(data: Buffer): Buffer {
  const floor = (id: number, to: number): Buffer => {
    const one = Buffer.alloc(24);
    one.writeUInt16LE(1, 14);
    one.writeUInt32LE(id, 16);
    one.writeUInt32LE(to >>> 0, 20);
    return one;
  };
  const leaf = Buffer.alloc(16);
  leaf.writeUInt32LE(rva + 88, 0);
  leaf.writeUInt32LE(data.length, 4);
  return Buffer.concat([floor(16, 0x80000000 + 24), floor(1, 0x80000000 + 48), floor(0x404, 72), leaf, data]);
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const even = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
function block(key: string, value: Buffer, valueLength: number, kind: number, inside: readonly Buffer[] = []): Buffer {
  const head = Buffer.concat([Buffer.alloc(6), utf16(`${key}\0`)]);
  const whole = Buffer.concat([even(head), even(value), ...inside.map(even)]);
  whole.writeUInt16LE(whole.length, 0);
  whole.writeUInt16LE(valueLength, 2);
  whole.writeUInt16LE(kind, 4);
  return whole;
}
function versionInfo(
  [a, b, c, d]: readonly [number, number, number, number],
  strings: { readonly [key: string]: string },
): Buffer {
  const fixed = Buffer.alloc(52);
  fixed.writeUInt32LE(0xfeef04bd, 0);
  for (const [at, value] of [
    [10, a],
    [8, b],
    [14, c],
    [12, d],
  ] as const)
    fixed.writeUInt16LE(value, at);
  const all = Object.entries(strings).map(([key, value]) => block(key, utf16(`${value}\0`), value.length + 1, 1));
  const table = block('040404B0', Buffer.alloc(0), 0, 1, all);
  return block('VS_VERSION_INFO', fixed, 52, 0, [block('StringFileInfo', Buffer.alloc(0), 0, 1, [table])]);
}
