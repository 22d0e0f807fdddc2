/** @module What decisions ask of a card's files: visits that stand, sums, the time of a new visit. Pure. */

import { limits } from '../base/index.ts';
import type { HcFiles } from '../card/index.ts';
import { tables } from '../catalogue/index.ts';
import type { CumulativeYear } from '../centre/client/types.ts';
import { epochOf, rocDateTimeOf } from '../codec/index.ts';

export type Visit = HcFiles['visits']['visits'][number];
export type Year = HcFiles['cumulative']['years'][number];
export type TreatItemCode = keyof typeof tables.treatItems.codes;

export const treatItem = (code: string) =>
  Object.hasOwn(tables.treatItems.codes, code) ? tables.treatItems.codes[code as TreatItemCode] : undefined;

/** What is known of a professional's kind; of an unknown one, that it is another. */
export const professionOf = (code: string): { readonly type: number; readonly pharmacy: boolean } => {
  const { codes } = tables.professions;
  return Object.hasOwn(codes, code) ? codes[code as keyof typeof codes] : codes.O;
};

/** Written visits, newest first. */
export const writtenVisits = (visits: readonly Visit[]): Visit[] => visits.filter((visit) => visit.visitTime !== '');

/** Was it taken back: undone (1.39), or by a later ZA of the same institution within 24 hours? */
export function isCancelled(visits: readonly Visit[], visit: Visit): boolean {
  if (visit.undone === 'Y') return true;
  const time = epochOf(visit.visitTime) ?? 0;
  return visits.some((other) => {
    const later = (epochOf(other.visitTime) ?? 0) - time;
    return other.treatItem === 'ZA' && other.hospId === visit.hospId && later > 0 && later <= limits.undoWindow;
  });
}

/**
 * The time of a new visit: the clock's, else a second after the card's newest (two visits never share a second).
 * Undefined when the newest is more than five minutes ahead: the clock is wrong (5005).
 */
export function visitTime(visits: readonly Visit[], now: number): string | undefined {
  const newest = Math.max(0, ...visits.map((visit) => epochOf(visit.visitTime) ?? 0));
  if (newest - now > limits.clockBehind) return undefined;
  const second = Math.floor(now / 1000) * 1000;
  return rocDateTimeOf(second > newest ? second : newest + 1000);
}

const emptyYear = (year: string): Year => ({
  year,
  visits: 0,
  outpatientFee: 0,
  inpatientFee: 0,
  outpatientCopay: 0,
  inpatientCopayShort: 0,
  inpatientCopayLong: 0,
  copay: 0,
  copayShort: 0,
});

/** The two years with one more visit in `year`; a new year pushes the oldest out. */
export function countVisit(years: readonly Year[], year: string): Year[] {
  const kept = years.filter((one) => one.year !== '');
  const current = kept.find((one) => one.year === year) ?? emptyYear(year);
  return [{ ...current, visits: current.visits + 1 }, ...kept.filter((one) => one.year !== year)].slice(0, 2);
}

export const cumulativeOf = (years: readonly Year[]): CumulativeYear[] =>
  years.filter((one) => one.year !== '').map((one) => ({ ...one }));
