/**
 * @module Which values of a trace are kept: those that say nothing about who it was, and only while they look like what
 * they should be. Everything else is replaced in its form; a kind that is not named here is replaced.
 */

import { tables } from '../catalogue/index.ts';
import type { Kind } from '../catalogue/schema.ts';
import { isPersonId } from '../codec/index.ts';

/** What happens to a value: kept, moved as a date or a year, or replaced. */
export type Treatment = 'keep' | 'date' | 'year' | 'replace';

/** One place of a value: a field of a layout or a parameter. */
export interface Place {
  readonly kind: Kind | undefined;
  /** Of the field, without its group, or of the parameter. */
  readonly name: string;
  readonly table?: string | undefined;
  /** Bytes of the place. */
  readonly width: number;
}

const short = /^[A-Z0-9a-z.]{1,12}$/;
/** Kept by kind, while the value looks so. */
const keptKinds: { readonly [K in Kind]?: RegExp } = {
  money: /^\d+$/,
  count: /^\d+$/,
  yesNo: /^[YN]$/,
  seqNumber: /^\d{4}$/,
  // ICD-10, ICD-9, and packed codes, which begin with a sign
  icd: /^([A-Z]\d[0-9A-Z.]{0,6}|\d{3,5}|[EV]\d{2,4}|[!-/:-@[-`{-~][!-~]{4})$/,
};
/** Letters, digits and free texts that are codes of a list, by the name of their field or parameter. */
const keptNames: { readonly [name: string]: RegExp } = {
  orderCode: short,
  drugCode: short,
  position: short,
  quantity: /^[0-9.]{1,7}$/,
  days: /^\d{1,2}$/,
  delivery: /^\d{1,2}$/,
  orderType: /^[0-9A-Z]$/,
  serviceItem: short,
  checkCode: short,
  vaccine: short,
  babyTreat: /^[A-Za-z]$/,
  afterCheck: /^\d$/,
  organDonate: /^[0-9A-Z]$/,
  insurerCode: /^\d{1,2}$/,
  newbornMark: /^\d$/,
  cBabyTreat: /^[A-Za-z]$/,
  cTreatAfterCheck: /^\d$/,
  pNoOfDelivered: /^\d$/,
  pServiceItem: short,
  pServiceItemCode: short,
  pCheckupCode: short,
  pItem: short,
  // sizes and counts of files
  pFileSize: /^\d{1,20}$/,
  pNumber: /^\d{1,8}$/,
  pPrecNumber: /^\d{1,8}$/,
  OUT: /^([A-Z]\d[0-9A-Z]{0,6}|[!-/:-@[-`{-~][!-~]{4})$/,
};
/** Names that begin with a ROC year and are no dates. */
const years: ReadonlySet<string> = new Set(['lastSeqNumber', 'year']);
const dates: ReadonlySet<Kind> = new Set(['rocDate', 'rocDateTime', 'westernDateTime'] as const);

export function treatmentOf(place: Place, value: string): Treatment {
  if (value === '') return 'keep';
  if (years.has(place.name) && /^\d+$/.test(value)) return 'year';
  if (place.kind && dates.has(place.kind)) return 'date';
  if (place.kind === 'seqNumber' && /^\d{7}$/.test(value)) return 'year';
  if (place.kind === 'code' && place.table !== undefined)
    return isOf(place.table, value, place.width) ? 'keep' : 'replace';
  const named = keptNames[place.name];
  const looks = (named && place.kind !== 'text' ? named : undefined) ?? (place.kind && keptKinds[place.kind]);
  return looks?.test(value) === true && !holdsPersonId(value) ? 'keep' : 'replace';
}

/** An id number in the place of a code. Drug codes look like a resident's old number: two letters, so those do not count. */
const holdsPersonId = (value: string): boolean =>
  [...value.matchAll(/(?=([A-Z][1289]\d{8}))/g)].some(([, id = '']) => isPersonId(id));

function isOf(name: string, value: string, width: number): boolean {
  const table = (tables as { readonly [name: string]: { readonly codes?: object } })[name];
  return (
    table?.codes !== undefined && [value, value.padEnd(width)].some((one) => Object.hasOwn(table.codes ?? {}, one))
  );
}
