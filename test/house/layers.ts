/** @module Holds imports to the layers of the house. */

import path from 'node:path/posix';
import * as house from './rooms.ts';
import { type Sources, withoutComments } from './sources.ts';

interface Import {
  readonly from: string;
  readonly kind: 'value' | 'type' | 'when used';
}

const STATIC = /\b(import|export)(\s+type)?\b(?:[^'";]*?\bfrom)?\s*'([^'\n]+)'/g;
const DYNAMIC = /\bimport\(\s*'([^'\n]+)'/g;

export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  for (const [, , type, from] of code.matchAll(STATIC)) {
    if (from !== undefined) found.push({ from, kind: type === undefined ? 'value' : 'type' });
  }
  for (const [, from] of code.matchAll(DYNAMIC)) if (from !== undefined) found.push({ from, kind: 'when used' });
  return found;
}

const isRoom = (name: string): name is house.Room => (house.order as readonly string[]).includes(name);

/** What is wrong with the imports of one file of `src/`, a sentence each. Tests may look anywhere. */
export function layerFaults(file: string, text: string, dependencies: readonly string[]): string[] {
  const [, room = '', ...inside] = file.split('/');
  if (inside.length === 0) return [`${file}: stands outside of every room`];
  if (!isRoom(room)) return [`${file}: the room ${room} is not in the plan`];
  return importsOf(text).flatMap((one) => {
    const fault = one.from.startsWith('.') ? roomFault(file, room, one) : packageFault(room, one, dependencies);
    return fault ? [`${file} imports ${one.from}: ${fault}`] : [];
  });
}

function packageFault(room: house.Room, one: Import, dependencies: readonly string[]): string | undefined {
  if (one.from.startsWith('node:')) {
    const allowed = house.pure[room];
    if (allowed && !allowed.includes(one.from)) return `${room} has no clock, random source, file system or network`;
    if (house.typesAlone.includes(room) || room === 'console') return `${room} runs in browsers too`;
    return undefined;
  }
  const name = one.from
    .split('/')
    .slice(0, one.from.startsWith('@') ? 2 : 1)
    .join('/');
  return dependencies.includes(name) || house.builtIn[room]?.includes(name)
    ? undefined
    : 'it is not in dependencies of package.json';
}

function roomFault(file: string, room: house.Room, one: Import): string | undefined {
  const target = path.join(path.dirname(file), one.from);
  const [top, other = '', ...rest] = target.split('/');
  const inside = rest.join('/');
  if (top === 'package.json') return undefined;
  if (top !== 'src') return 'it is outside of src';
  if (other === room) return undefined;
  if (!isRoom(other)) return `the room ${other} is not in the plan`;
  if (house.order.indexOf(other) > house.order.indexOf(room)) {
    const contract = house.contracts.some((each) => each.room === room && each.takes === `${other}/${inside}`);
    return contract && one.kind === 'type' ? undefined : `${room} is before ${other}`;
  }
  const visible = house.only[room];
  if (visible && !visible.includes(other)) return `${room} sees ${visible.join(', ')} alone`;
  if (house.typesAlone.includes(room) && one.kind !== 'type') return `${room} takes types alone`;
  if (house.loadedWhenUsed.includes(other) && one.kind === 'value') return `${other} is loaded when it is used`;
  if (inside !== 'index.ts' && !house.faces[other]?.includes(inside)) return `this is no face of ${other}`;
  return undefined;
}

export function allLayerFaults(files: Sources, dependencies: readonly string[]): string[] {
  return [...files]
    .filter(([name]) => /^src\/.*\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .flatMap(([name, text]) => layerFaults(name, text, dependencies));
}

/** What is loaded with a file: all that it and they import as values, not what they load when it is used. */
export function loadedWith(file: string, files: Sources, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  for (const { from, kind } of importsOf(files.get(file) ?? ''))
    if (kind === 'value' && from.startsWith('.')) loadedWith(path.join(path.dirname(file), from), files, loaded);
  return loaded;
}
