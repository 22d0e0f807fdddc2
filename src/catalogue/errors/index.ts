/** @module The one error registry. */

import type { ErrorEntry } from '../schema.ts';
import { advices } from './advice.ts';
import { families } from './families.ts';
import { reservedRange, rows } from './rows.ts';

export { type ReachFault, reachFaults } from './rows.ts';

/** Codes whose answer carries data all the same. */
const dataBearing = new Set<number>([0, 5010, 5141, 5174]);

const known = rows.map(
  ([code, family, zh, en, reachBy]): ErrorEntry => ({
    code,
    zh,
    en,
    ...(advices[code] ?? families[family]),
    data: dataBearing.has(code),
    ...(reachBy === undefined ? {} : { reachBy }),
  }),
);
const reserved = Array.from(
  { length: reservedRange.to - reservedRange.from + 1 },
  (_, index) => reservedRange.from + index,
)
  .filter((code) => !known.some((entry) => entry.code === code))
  .map((code): ErrorEntry => ({ code, zh: reservedRange.zh, en: reservedRange.en, ...families.reserved, data: false }));

export const errors: readonly ErrorEntry[] = [...known, ...reserved].sort((one, other) => one.code - other.code);
const byCode = new Map(errors.map((entry) => [entry.code, entry]));
export const errorByCode = (code: number): ErrorEntry | undefined => byCode.get(code);
export const carriesData = (code: number): boolean => dataBearing.has(code);
