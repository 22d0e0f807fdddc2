/** @module Archives that are the same bytes at every run: tar, ar and zip of entries sorted by name, all of one date. */

import { sortedByName } from '../../src/care/zip.ts';

export { sortedByName, zip } from '../../src/care/zip.ts';

export interface Entry {
  /** With `/`, relative. Folders are made of the names by themselves. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
}

/** 1 January 2024: a date that says nothing. */
const date = 1_704_067_200;

const foldersOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ name }) => {
      const parts = name.split('/').slice(0, -1);
      return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    }),
  ),
];

/** A tar as GNU writes it, everything root's; `given` are folders that are there without it. */
export function tar(entries: readonly Entry[], given: readonly string[] = [], prefix = './'): Buffer {
  const list = sortedByName([
    { name: prefix, mode: 0o755, type: '5', bytes: new Uint8Array(0) },
    ...foldersOf(entries)
      .filter((name) => !given.includes(name))
      .map((name) => ({ name: `${prefix}${name}/`, mode: 0o755, type: '5', bytes: new Uint8Array(0) })),
    ...entries.map(({ name, bytes, executable }) => ({
      name: `${prefix}${name}`,
      mode: executable ? 0o755 : 0o644,
      type: '0',
      bytes,
    })),
  ]);
  const parts = list.flatMap((one) => [
    ...(Buffer.byteLength(one.name) > 100 ? tarMember('././@LongLink', 0o644, 'L', Buffer.from(`${one.name}\0`)) : []),
    ...tarMember(one.name, one.mode, one.type, one.bytes),
  ]);
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

function tarMember(name: string, mode: number, type: string, bytes: Uint8Array): Uint8Array[] {
  const head = Buffer.alloc(512);
  const octal = (value: number, at: number, length: number): void =>
    void head.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  Buffer.from(name).copy(head, 0, 0, 100);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(bytes.length, 124, 12);
  octal(type === 'L' ? 0 : date, 136, 12);
  head.write('        ', 148, 'latin1');
  head.write(type, 156, 'latin1');
  head.write('ustar  \0', 257, 'latin1');
  head.write('root', 265, 'latin1');
  head.write('root', 297, 'latin1');
  const sum = head.reduce((total, one) => total + one, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}

/** What a .deb is made of. */
export function ar(members: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Buffer {
  const parts = members.flatMap(({ name, bytes }) => [
    Buffer.from(
      `${name.padEnd(16)}${String(date).padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(bytes.length).padEnd(10)}\`\n`,
    ),
    bytes,
    Buffer.from(bytes.length % 2 === 1 ? '\n' : ''),
  ]);
  return Buffer.concat([Buffer.from('!<arch>\n'), ...parts]);
}
