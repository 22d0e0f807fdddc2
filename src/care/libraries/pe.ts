/**
 * @module What a Windows program or library says of itself in its PE headers and its version resource. Pure, and made for
 * files that lie: each number that comes from the file is checked before it is used, loops are bounded, and what cannot be
 * read is left out. Microsoft PE format; VS_VERSIONINFO.
 */

export interface PeFacts {
  readonly bits: 32 | 64;
  readonly library: boolean;
  /** Of VS_FIXEDFILEINFO: `5.1.5.3`. */
  readonly version?: string;
  readonly company?: string;
  readonly product?: string;
}

const most = 64;
const machines: { readonly [machine: number]: 32 | 64 } = { 332: 32, 34404: 64, 43620: 64, 452: 32 };

/** @returns undefined where the bytes are no PE file, or are cut before its headers end. */
export function readPe(bytes: Uint8Array): PeFacts | undefined {
  const file = view(bytes);
  if (file.u16(0) !== 0x5a4d) return undefined;
  const header = file.u32(0x3c);
  if (header === undefined || file.u32(header) !== 0x4550) return undefined;
  const optional = header + 24;
  const [machine, sections, optionalSize, marks] = [header + 4, header + 6, header + 20, header + 22].map(file.u16);
  const bits = machine === undefined ? undefined : machines[machine];
  const magic = file.u16(optional);
  if (bits === undefined || optionalSize === undefined || marks === undefined) return undefined;
  // What is 32 bits by its machine is so by its optional header, too.
  if (magic !== (bits === 64 ? 0x20b : 0x10b)) return undefined;
  const resources = file.u32(optional + (bits === 64 ? 112 : 96) + 16);
  const facts = { bits, library: (marks & 0x2000) !== 0 };
  const table = sectionsOf(file, optional + optionalSize, Math.min(sections ?? 0, most));
  const resource = resources ? versionResource(file, table, resources) : undefined;
  return { ...facts, ...(resource === undefined ? {} : versionFacts(resource)) };
}

interface View {
  readonly bytes: Uint8Array;
  u16(at: number): number | undefined;
  u32(at: number): number | undefined;
}
function view(bytes: Uint8Array): View {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inside = (at: number, length: number): boolean => at >= 0 && at + length <= bytes.length;
  return {
    bytes,
    u16: (at) => (inside(at, 2) ? data.getUint16(at, true) : undefined),
    u32: (at) => (inside(at, 4) ? data.getUint32(at, true) : undefined),
  };
}

interface Section {
  readonly address: number;
  readonly size: number;
  readonly place: number;
}
function sectionsOf(file: View, at: number, count: number): readonly Section[] {
  return Array.from({ length: count }, (_, index): Section | undefined => {
    const one = at + 40 * index;
    const [size, address, raw, place] = [one + 8, one + 12, one + 16, one + 20].map(file.u32);
    if (size === undefined || address === undefined || raw === undefined || place === undefined) return undefined;
    return { address, size: Math.max(size, raw), place };
  }).filter((one) => one !== undefined);
}
/** Where in the file an address of the loaded image is. */
const placeOf = (sections: readonly Section[], address: number): number | undefined => {
  const one = sections.find((each) => address >= each.address && address < each.address + each.size);
  return one && address - one.address + one.place;
};

/** The tree has three floors: kind (16 is the version), name, language. The first of each is taken. */
function versionResource(file: View, sections: readonly Section[], address: number): View | undefined {
  const root = placeOf(sections, address);
  if (root === undefined) return undefined;
  const entries = (at: number): readonly { readonly id: number; readonly to: number }[] => {
    const count = Math.min((file.u16(at + 12) ?? 0) + (file.u16(at + 14) ?? 0), most);
    return Array.from({ length: count }, (_, index) => {
      const [id, to] = [file.u32(at + 16 + 8 * index), file.u32(at + 20 + 8 * index)];
      return id === undefined || to === undefined ? undefined : { id, to };
    }).filter((one) => one !== undefined);
  };
  const folder = (to: number | undefined): number | undefined =>
    to === undefined || to < 0x80000000 ? undefined : root + (to - 0x80000000);
  const kind = folder(entries(root).find(({ id }) => id === 16)?.to);
  const name = kind === undefined ? undefined : folder(entries(kind)[0]?.to);
  const leaf = name === undefined ? undefined : entries(name)[0]?.to;
  if (leaf === undefined || leaf >= 0x80000000) return undefined;
  const [begin, size] = [file.u32(root + leaf), file.u32(root + leaf + 4)];
  const place = begin === undefined ? undefined : placeOf(sections, begin);
  if (place === undefined || size === undefined || size > 65_536) return undefined;
  return view(file.bytes.subarray(place, place + size));
}

function versionFacts(resource: View): Partial<PeFacts> {
  const fixed = 40;
  const version =
    resource.u32(fixed) === 0xfeef04bd
      ? [fixed + 10, fixed + 8, fixed + 14, fixed + 12].map(resource.u16).join('.')
      : undefined;
  const text = decodeUtf16(resource.bytes);
  const company = stringOf(text, 'CompanyName');
  const product = stringOf(text, 'ProductName');
  return {
    ...(version !== undefined && /^\d+(\.\d+){3}$/.test(version) ? { version } : {}),
    ...(company === undefined ? {} : { company }),
    ...(product === undefined ? {} : { product }),
  };
}

/** Key, NUL and padding, value, NUL: all of it on even places. */
function stringOf(text: string, key: string): string | undefined {
  const at = text.indexOf(`${key}\0`);
  if (at < 0) return undefined;
  const value = text.slice(at + key.length).replace(/^\0{1,3}/, '');
  const shown = value
    .slice(0, 100)
    .split('\0')[0]
    ?.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return shown || undefined;
}

const decodeUtf16 = (bytes: Uint8Array): string => {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return new TextDecoder('utf-16le').decode(even);
};
