/** @module Whole days between now and a ROC date. */

import { rocDateOf } from '../../codec/index.ts';

const day = 86_400_000;

/** From now to the end of that ROC date (seven digits); undefined for what is no date. */
export function daysBetween(now: number, rocDate: string): number | undefined {
  if (!/^\d{7}$/.test(rocDate)) return undefined;
  // Far enough for keys that are held for 60 days.
  for (let days = 0; days <= 400; days++) if (rocDateOf(now + days * day) >= rocDate) return days;
  return undefined;
}
