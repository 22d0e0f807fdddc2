/** @module What writing functions check before they write: the same person, the visit, the card's state, the right. Pure. */

import { say } from '../../base/index.ts';
import { daysBetween, epochOf } from '../../codec/index.ts';
import type { Accepted } from '../accept.ts';
import { type Done, type Facts, refuse, type View } from '../decide.ts';
import { isCardCancelled, isHolder, type Visit, writtenVisits } from '../view.ts';

type Seen<N extends keyof View> = Pick<View, N>;

/** 5020: the id number and the birth date that a program hands in are the card's. */
export const samePerson = (view: Seen<'basic'>, input: Accepted): Done | undefined =>
  isHolder(view, input) ? undefined : refuse(5020);

export const cancelled = (view: Seen<'basic'>): Done | undefined => (isCardCancelled(view) ? refuse(5002) : undefined);
export const expired = (view: Seen<'validity'>, today: string): Done | undefined =>
  (daysBetween(view.validity.validUntil, today) ?? 0) > 0 ? refuse(5003) : undefined;

/** 5009: the security module has no right to write these records. */
export const noRight = (facts: Facts): Done | undefined => (facts.mayWrite === false ? refuse(5009) : undefined);

/** The visit of `pDateTime`; one that was undone (1.39) takes nothing any more. */
export function visitOf(view: Seen<'visits'>, input: Accepted): Visit | Done {
  const time = input.text('pDateTime');
  const visit = writtenVisits(view.visits.visits).find((one) => one.visitTime === time);
  if (visit === undefined) return refuse(5022);
  if (visit.undone === 'Y')
    return refuse(5022, say({ zh: '這筆就醫已經退掛', en: 'this visit was taken back (1.39)' }));
  return visit;
}
export const isRefusal = (found: Visit | Done): found is Done => 'code' in found;

/** Has this a date of the last 24 hours? The card holds days only: today or yesterday. */
export function within24Hours(date: string, now: number): boolean {
  const day = epochOf(`${date}000000`);
  return day !== undefined && now >= day && now - day < 2 * 86_400_000;
}
