/** @module What decisions ask of a card's files: visits that stand, sums, the time of a new visit. Pure. */

import { limits } from '../base/index.ts';
import { type HcFileName, type HcFiles, hcRecords } from '../card/index.ts';
import { type RecordSpec, records, tables } from '../catalogue/index.ts';
import type { CumulativeYear } from '../centre/client/types.ts';
import { decodeRecord, epochOf, rocDateTimeOf, type Source } from '../codec/index.ts';
import type { Accepted } from './accept.ts';
import type { View } from './decide.ts';

export type Visit = HcFiles['visits']['visits'][number];
export type Year = HcFiles['cumulative']['years'][number];
export type TreatItemCode = keyof typeof tables.treatItems.codes;

/** A card's files by name; each is decoded when a decision looks at it. */
export function viewOf(raw: { readonly [file: string]: Uint8Array }): View {
  return new CardView(raw) as unknown as View;
}
class CardView {
  readonly raw: { readonly [file: string]: Uint8Array };
  readonly #decoded: { [file: string]: unknown } = {};

  constructor(raw: { readonly [file: string]: Uint8Array }) {
    this.raw = raw;
  }
  static {
    for (const [name, spec] of Object.entries<RecordSpec>(hcRecords)) {
      Object.defineProperty(CardView.prototype, name, {
        get(this: CardView): unknown {
          const bytes = this.raw[name];
          if (bytes !== undefined) this.#decoded[name] ??= decodeRecord(spec, bytes);
          return this.#decoded[name];
        },
      });
    }
  }
}

/** A file with its layout, to be shown. The illnesses as the manual has them: since 104 the sixth group holds 4A and 4B. */
export const fileOf = (view: View, name: HcFileName): Source => ({
  spec: name === 'illness' ? records.criticalIllness : hcRecords[name],
  bytes: view.raw[name],
});
export const filesOf = (view: View, names: readonly string[]): Source[] =>
  names.map((name) => fileOf(view, name as HcFileName));

export const isCardCancelled = (view: Pick<View, 'basic'>): boolean => view.basic.cancelMark === '2';
/** Is it this person's card (5020 if not)? */
export const isHolder = (view: Pick<View, 'basic'>, input: Pick<Accepted, 'text'>): boolean =>
  input.text('pPatientID') === view.basic.personId && input.text('pPatientBirthDate') === view.basic.birthDate;

export const treatItem = (code: string) =>
  Object.hasOwn(tables.treatItems.codes, code) ? tables.treatItems.codes[code as TreatItemCode] : undefined;

/** What is known of a professional's kind; of an unknown one, that it is another. */
export const professionOf = (code: string): { readonly type: number; readonly pharmacy: boolean } => {
  const { codes } = tables.professions;
  return Object.hasOwn(codes, code) ? codes[code as keyof typeof codes] : codes.O;
};

/** Written visits, newest first. */
export const writtenVisits = (visits: readonly Visit[]): Visit[] => visits.filter((visit) => visit.visitTime !== '');

/**
 * Was it taken back: undone (1.39), by a later ZA of the same institution within 24 hours, or by a ZB whose diagnoses
 * name its minute and second?
 */
export function isCancelled(visits: readonly Visit[], visit: Visit): boolean {
  if (visit.undone === 'Y') return true;
  const time = epochOf(visit.visitTime) ?? 0;
  return visits.some((other) => {
    const later = (epochOf(other.visitTime) ?? 0) - time;
    if (other.hospId !== visit.hospId || later <= 0 || later > limits.undoWindow) return false;
    return (
      other.treatItem === 'ZA' || (other.treatItem === 'ZB' && diagnosesOf(other).includes(visit.visitTime.slice(9)))
    );
  });
}
const diagnosesOf = (visit: Visit): string[] => [
  visit.mainCode,
  visit.subCode1,
  visit.subCode2,
  visit.subCode3,
  visit.subCode4,
  visit.subCode5,
];

/**
 * The time of a new visit: the clock's, else a second after the card's newest (two visits never share a second).
 * `taken`: the newest of the same person without a card. Undefined when the newest is more than five minutes ahead: the clock is wrong (5005).
 */
export function visitTime(visits: readonly Visit[], now: number, taken = ''): string | undefined {
  const onCard = Math.max(0, ...visits.map((visit) => epochOf(visit.visitTime) ?? 0));
  if (onCard - now > limits.clockBehind) return undefined;
  const beside = epochOf(taken) ?? 0;
  const newest = Math.max(onCard, beside - now > limits.clockBehind ? 0 : beside);
  const second = Math.floor(now / 1000) * 1000;
  return rocDateTimeOf(second > newest ? second : newest + 1000);
}

export const emptyYear = (year: string): Year => ({
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
