/** @module A visit's fees into the card's sums: new minus old, never below zero and never over the digits (5028). Pure. */

import { hcRecords } from '../../card/index.ts';
import type { View } from '../decide.ts';
import { emptyYear, type Visit, type Year } from '../view.ts';

export type Fees = Pick<
  Visit,
  'outpatientFee' | 'outpatientCopay' | 'inpatientFee' | 'inpatientCopayShort' | 'inpatientCopayLong'
>;

/** What the card's sums shall be once `fees` stand in the visit; undefined where a sum cannot hold it. */
export function withFees(
  view: Pick<View, 'cumulative' | 'totals'>,
  visit: Visit,
  fees: Fees,
): { readonly years: Year[]; readonly totals: View['totals'] } | undefined {
  const more = (name: keyof Fees): number => fees[name] - visit[name];
  const short = more('outpatientCopay') + more('inpatientCopayShort');
  const years = inYear(view.cumulative.years, visit.visitTime.slice(0, 3), (year) => ({
    ...year,
    outpatientFee: year.outpatientFee + more('outpatientFee'),
    inpatientFee: year.inpatientFee + more('inpatientFee'),
    outpatientCopay: year.outpatientCopay + more('outpatientCopay'),
    inpatientCopayShort: year.inpatientCopayShort + more('inpatientCopayShort'),
    inpatientCopayLong: year.inpatientCopayLong + more('inpatientCopayLong'),
    copay: year.copay + short + more('inpatientCopayLong'),
    copayShort: year.copayShort + short,
  }));
  const totals = {
    outpatientTotal: view.totals.outpatientTotal + more('outpatientFee'),
    inpatientTotal: view.totals.inpatientTotal + more('inpatientFee'),
  };
  const holds =
    years.every((year) => fits(hcRecords.cumulative.parts.years.fields, year)) && fits(hcRecords.totals.parts, totals);
  return holds ? { years, totals } : undefined;
}

/**
 * Changes the sums of a visit's own year. The card keeps two years: one that is older than both is not kept any more,
 * and one that nobody counted yet takes its place by age.
 */
function inYear(years: readonly Year[], year: string, change: (sums: Year) => Year): Year[] {
  const kept = years.filter((one) => one.year !== '');
  if (kept.some((one) => one.year === year)) return kept.map((one) => (one.year === year ? change(one) : one));
  return [...kept, change(emptyYear(year))].sort((one, other) => other.year.localeCompare(one.year)).slice(0, 2);
}

/** Does each amount fit the digits that the layout gives it? */
const fits = (
  fields: { readonly [name: string]: { readonly from: number; readonly to: number; readonly kind: string } },
  sums: { readonly [name: string]: unknown },
): boolean =>
  Object.entries(fields).every(([name, { from, to, kind }]) => {
    const value = sums[name];
    return kind !== 'money' || (typeof value === 'number' && value >= 0 && value < 10 ** (to - from + 1));
  });
