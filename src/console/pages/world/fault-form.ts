/** @module From the fields of a fault's form to what the world's action takes, and what is left of one that is on. */

import type { Fault, FaultKind } from './types.ts';

/** What the fields hold: text, also of numbers; a flag is `on` or not there. */
export type Fields = { readonly [name: string]: string | undefined };

/** An option that was left empty is left out; what is wrong goes out as it is, and comes back in the world's words. */
export function faultOf(kind: FaultKind, fields: Fields) {
  const options = kind.options.flatMap((option): [string, number | string | boolean][] => {
    const text = fields[option.name] ?? '';
    if (option.kind === 'flag') return text === 'on' ? [[option.name, true]] : [];
    if (text === '') return [];
    return [[option.name, option.kind === 'number' ? Number(text) : text]];
  });
  const { times = '' } = fields;
  return {
    name: kind.name,
    ...(times === '' ? {} : { times: Number(times) }),
    ...(options.length === 0 ? {} : { options: Object.fromEntries(options) }),
  };
}

/** How often it still strikes; undefined: until it is switched off. */
export function left(fault: Fault, kind: FaultKind | undefined): number | undefined {
  const times = fault.times ?? (kind?.lasts === 'once' ? 1 : undefined);
  return times === undefined ? undefined : Math.max(0, times - fault.struck);
}
