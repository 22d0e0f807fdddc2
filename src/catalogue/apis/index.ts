/** @module Every function, in the manual's order. */

import type { Api } from '../schema.ts';
import { laterApis } from './later.ts';
import { readApis } from './read.ts';
import { registerApis } from './register.ts';
import { systemApis } from './system.ts';
import { writeApis } from './write.ts';

const order = (no: string): number => {
  const match = /^(\d)\.(\d+)$/.exec(no);
  return match === null ? 1000 : Number(match[1]) * 100 + Number(match[2]);
};

export const apis: readonly Api[] = [...readApis, ...writeApis, ...registerApis, ...systemApis, ...laterApis].sort(
  (one, other) => order(one.no) - order(other.no),
);

const byName = new Map(
  apis.flatMap((api) => [api.name, api.no, ...api.aliases].map((key) => [key.toLowerCase(), api] as const)),
);
/** By section number, official name or alias, whatever the case. */
export const apiByName = (key: string): Api | undefined => byName.get(key.toLowerCase());

/** What a library exports: every name with its ordinal, the official one or (from 200) ours. */
export interface Export {
  readonly name: string;
  readonly ordinal: number;
  readonly official: boolean;
  readonly api: Api;
}
export const exportsOf = (list: readonly Api[] = apis): Export[] =>
  list
    .flatMap((api) => [
      ...(api.ordinal === undefined ? [] : [{ name: api.name, ordinal: api.ordinal, official: true, api }]),
      ...Object.entries(api.ownOrdinals ?? {}).map(([name, ordinal]) => ({ name, ordinal, official: false, api })),
    ])
    .sort((one, other) => one.ordinal - other.ordinal);
