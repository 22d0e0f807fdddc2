/** @module Spans of time as people write them: `30s`, `+2d`, `-15m`, `500ms`, `0`. */

const units: { readonly [unit: string]: number } = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
export const durationPattern = '^[+-]?\\d+(ms|s|m|h|d)?$';

/** Milliseconds; a bare number is seconds. Undefined where it is none. */
export function durationOf(text: string): number | undefined {
  const match = /^([+-]?)(\d+)(ms|s|m|h|d)?$/.exec(text);
  if (match === null) return undefined;
  return (match[1] === '-' ? -1 : 1) * Number(match[2]) * (units[match[3] ?? 's'] ?? 1000);
}
