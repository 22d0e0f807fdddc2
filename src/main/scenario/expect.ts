/** @module Does what came of a step hold to what was expected of it? Each that does not is said in both languages. */

import { type Say, say } from '../../base/index.ts';
import type { Asked, Expectation } from '../../world/scenario/index.ts';

export type Result = { readonly [name: string]: unknown };
export interface Unmet {
  /** Which field of the result. */
  readonly field: string;
  readonly expected: Say;
  readonly came: string;
}

/** A bare value, or several, is the return code. */
export const fieldsAsked = (expect: Expectation): { readonly [field: string]: Asked } =>
  typeof expect === 'string' || Array.isArray(expect)
    ? { code: expect as Asked }
    : (expect as { readonly [field: string]: Asked });

export function unmet(result: Result, expect: Expectation): Unmet[] {
  return Object.entries(fieldsAsked(expect)).flatMap(([field, asked]): Unmet[] => {
    const value = at(result, field);
    const expected = wanted(asked, value);
    return expected === undefined ? [] : [{ field, expected, came: shown(value) }];
  });
}

/** Undefined where it holds, else what should have come. */
function wanted(asked: Asked, value: unknown): Say | undefined {
  if (typeof asked === 'string') return matches(asked, value) ? undefined : same(shown(asked));
  if (isList(asked))
    return asked.some((one) => matches(one, value))
      ? undefined
      : say({ zh: asked.join(' 或 '), en: asked.join(' or ') });
  const { not, atLeast, atMost } = asked;
  if (not !== undefined && matches(not, value)) return say({ zh: `不是 ${not}`, en: `not ${not}` });
  if (atLeast !== undefined && !(Number(value) >= Number(atLeast)))
    return say({ zh: `至少 ${atLeast}`, en: `at least ${atLeast}` });
  if (atMost !== undefined && !(Number(value) <= Number(atMost)))
    return say({ zh: `至多 ${atMost}`, en: `at most ${atMost}` });
  return undefined;
}
const isList = (asked: Asked): asked is readonly string[] & Asked => Array.isArray(asked);
const same = (text: string): Say => say({ zh: text, en: text });

function matches(asked: string, value: unknown): boolean {
  if (asked === 'null') return value === undefined || value === null;
  if (value === undefined || value === null) return false;
  const pattern = /^\/(.*)\/$/s.exec(asked)?.[1];
  return pattern === undefined ? plain(value) === asked : new RegExp(pattern).test(plain(value));
}

/** `visits.0.treatNum`; a length by `length`. */
function at(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, path)) return (value as Result)[path];
  const [first = '', ...rest] = path.split('.');
  return rest.length > 0 && Object.hasOwn(value, first) ? at((value as Result)[first], rest.join('.')) : undefined;
}
/** A kept value by its path, as text. */
export const keptText = (kept: ReadonlyMap<string, unknown>, path: string): string | undefined => {
  const [name = '', ...rest] = path.split('.');
  const value = rest.length === 0 ? kept.get(name) : at(kept.get(name), rest.join('.'));
  return value === undefined || value === null ? undefined : plain(value);
};
const plain = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const shown = (value: unknown): string => {
  if (value === undefined || value === null) return 'null';
  const text = plain(value);
  if (text === '' || text.trim() !== text) return JSON.stringify(text);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};
