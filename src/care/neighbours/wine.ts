/**
 * @module Windows programs on Linux: Wine keeps the list of what was installed in it in files of text, one folder (a
 * prefix) for each user. Read as text: Wine itself is not started.
 */

import { limits } from '../../base/limits.ts';
import type { Machine } from '../machine.ts';

export interface WineProgram {
  readonly prefix: string;
  /** The last part of the key, by which `wine uninstaller --remove` knows it. */
  readonly key: string;
  readonly values: { readonly [name: string]: string };
}

const section =
  /^\[Software\\\\(?:Wow6432Node\\\\)?Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\((?:[^\\\]]|\\[^\\])+)\]/i;
const value = /^"(\w+)"="(.*)"$/;

export async function programsOfWine(machine: Machine): Promise<readonly WineProgram[]> {
  const homes = (await machine.list('/home')).map((name) => `/home/${name}`);
  const prefixes = new Set(
    [machine.env.WINEPREFIX, ...[machine.home, '/root', ...homes].map((home) => `${home}/.wine`)].filter(Boolean),
  );
  const lists = await Promise.all(
    [...prefixes].map(async (prefix = '') => {
      const files = ['system.reg', 'user.reg'].map((name) => machine.read(`${prefix}/${name}`, 0, limits.wineRegistry));
      const texts = (await Promise.all(files)).map((bytes) => Buffer.from(bytes ?? []).toString('utf8'));
      return texts.flatMap(installedIn).map((one) => ({ ...one, prefix }));
    }),
  );
  return lists.flat();
}

function installedIn(text: string): readonly Omit<WineProgram, 'prefix'>[] {
  const found: { key: string; values: { [name: string]: string } }[] = [];
  let current: { [name: string]: string } | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) {
      const key = section.exec(line)?.[1];
      current = key === undefined ? undefined : {};
      if (key !== undefined && current) found.push({ key: plain(key), values: current });
      continue;
    }
    const [, name, data] = (current && value.exec(line)) ?? [];
    if (current && name !== undefined) current[name] = plain(data ?? '');
  }
  return found;
}

/** What is not ASCII stands there as `\x5065`. */
const plain = (text: string): string =>
  text.replace(/\\(?:x([0-9a-f]{1,4})|(.))/gi, (_all, hex: string | undefined, one: string | undefined) =>
    hex === undefined ? (one ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
