/** @module The calls that the page knows of: those before it was opened and those since, each once, and which are shown. */

import type { TraceEntry } from '../../client/index.ts';
import { plain } from './search.ts';

const keyOf = (entry: TraceEntry): string =>
  JSON.stringify([entry.at, entry.api, entry.code, entry.ms, entry.program, entry.inputs]);

/** Two lists of the same calls in one, the newest first; a call is in it as often as in the list that has it most. */
export function merged(one: readonly TraceEntry[], other: readonly TraceEntry[]): TraceEntry[] {
  const seen = new Map<string, number>();
  for (const entry of one) seen.set(keyOf(entry), (seen.get(keyOf(entry)) ?? 0) + 1);
  const missing = other.filter((entry) => {
    const left = seen.get(keyOf(entry)) ?? 0;
    if (left > 0) seen.set(keyOf(entry), left - 1);
    return left === 0;
  });
  return [...one, ...missing].sort((first, second) => second.at - first.at);
}

export interface Filter {
  /** Words of the function's number, name or title. */
  readonly api: string;
  readonly code: string;
  readonly door: string;
  readonly program: string;
}
export const everything: Filter = { api: '', code: '', door: '', program: '' };

/** `titles` gives what else a function may be found by. */
export function filtered(
  entries: readonly TraceEntry[],
  filter: Filter,
  titles: (api: string) => string,
): readonly TraceEntry[] {
  const api = plain(filter.api);
  const fits = new Map<string, boolean>();
  const apiFits = (name: string): boolean => {
    if (api === '') return true;
    const known = fits.get(name);
    if (known !== undefined) return known;
    const now = plain(`${name} ${titles(name)}`).includes(api);
    fits.set(name, now);
    return now;
  };
  const code = filter.code.trim();
  return entries.filter(
    (entry) =>
      (code === '' || String(entry.code) === code) &&
      (filter.door === '' || entry.door === filter.door) &&
      (filter.program === '' || entry.program === filter.program) &&
      apiFits(entry.api),
  );
}

/** An instant as a person reads it, in Taiwan's time. */
export const timeOf = (at: number): string =>
  new Intl.DateTimeFormat('zh-TW', {
    timeZone: 'Asia/Taipei',
    hour12: false,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(at);
