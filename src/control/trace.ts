/** @module The flight recorder: the last calls, personal values replaced by their lengths. */

import type { Api, Param } from '../catalogue/schema.ts';
import type { InputValue, TraceEntry } from './types.ts';

const kept = 1000;
/** Kinds whose values say nothing about a person. */
const open = new Set(['int', 'intOut', 'length', 'char']);
/** Values that say nothing about a person, as long as they look like what they should be. */
const openValues: { readonly [kind: string]: RegExp } = { code: /^[\w ]{0,4}$/, hospId: /^\d{10}$/ };

export function redact(
  api: Api | undefined,
  inputs: { readonly [param: string]: InputValue },
): { [param: string]: string } {
  const params = new Map((api?.params ?? []).map((param) => [param.name, param]));
  return Object.fromEntries(
    Object.entries(inputs)
      .slice(0, 16)
      .map(([name, value]) => [name.slice(0, 40), shown(params.get(name), value)]),
  );
}

function shown(param: Param | undefined, value: InputValue): string {
  if (param && typeof value === 'number' && open.has(param.kind)) return String(value);
  if (param && typeof value === 'string') {
    const harmless = openValues[param.value ?? ''] ?? (open.has(param.kind) ? /^[\w ]?$/ : undefined);
    if (harmless?.test(value)) return value;
  }
  if (typeof value === 'object' && typeof (value as { size?: unknown }).size === 'number')
    return `<${param?.kind ?? '?'} ${(value as { size: number }).size}>`;
  const length =
    typeof value === 'string' || value instanceof Uint8Array ? value.length : Object.keys(Object(value)).length;
  return `<${param?.value ?? param?.kind ?? '?'} ${length}>`;
}

export interface Trace {
  add(entry: TraceEntry): void;
  recent(): readonly TraceEntry[];
}
export function createTrace(): Trace {
  const entries: TraceEntry[] = [];
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length > kept) entries.shift();
    },
    recent: () => entries,
  };
}
