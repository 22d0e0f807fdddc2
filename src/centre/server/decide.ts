/** @module What the centre decides, purely: eligibility, fresh contents, undoing, look-ups, what an event may say. */

import {
  highestItem,
  prescriptionItemLength,
  previousSeqNumber,
  readPrescriptionSignature,
  verifyPrescriptionSignature,
} from '../../codec/index.ts';
import type { CardStatement, FreshContents, LedgerEvent } from '../client/types.ts';
import type { CardRow, Person, Stored } from './store.ts';

/** May this event stand in the ledger? A known id is the same event again; identifiers are told once. */
export function acceptEvent(event: LedgerEvent, known: LedgerEvent | undefined, hospId: string): Stored {
  if (!event.simulated) return { result: 'refused', code: 9203, why: 'live event in a simulated world' };
  if (event.hospId !== hospId) return { result: 'refused', code: 9013, why: "another institution's event" };
  if (known === undefined) return { result: 'stored' };
  return sameEvent(known, event)
    ? { result: 'known' }
    : { result: 'refused', code: 9002, why: 'another event has this id' };
}
const sameEvent = (one: LedgerEvent, other: LedgerEvent): boolean =>
  one.type === other.type &&
  one.personId === other.personId &&
  one.dateTime === other.dateTime &&
  one.treatNum === other.treatNum &&
  JSON.stringify(one.recorded) === JSON.stringify(other.recorded);

/** Visits that stand: not undone. In-doubt notices are never visits. */
export function standingVisits(events: readonly LedgerEvent[]): LedgerEvent[] {
  const undone = new Set(events.filter((event) => event.type === 'undo').map((event) => event.linkedTo));
  return events.filter(
    (event) =>
      (event.type === 'visit' || event.type === 'no-card') && !undone.has(event.id) && !undone.has(event.treatNum),
  );
}

/** 0, or 5012. */
export const eligibilityCode = (person: Person | undefined): number =>
  person === undefined || person.insured !== 0 ? 5012 : 0;

/** 0 when the card is genuine and current; 9012 unknown, 9011 cancelled or replaced, 9010 a copy whose counter is behind. */
export function cardCode(card: CardRow | undefined, personId: string, counter: number): number {
  if (card === undefined || card.personId !== personId) return 9012;
  if (card.state !== '1') return 9011;
  return counter < card.counter ? 9010 : 0;
}

const restored = 6;
const updatableFrom = 3;

/**
 * 1.30: what shall stand on the card, from the ledger and the card's own visits; `code` refuses it.
 * In-doubt intents are closed: the card's ring or its visits show whether they came about.
 */
export function freshContents(
  person: Person,
  card: CardRow,
  statement: CardStatement,
  events: readonly LedgerEvent[],
): { code: number; contents: FreshContents } {
  const cancelled = card.state !== '1';
  const due = statement.available <= updatableFrom;
  const code = cancelled ? 0 : person.insured !== 0 ? person.insured : due || statement.pinLocked === true ? 0 : 9081;
  const open = events.filter(
    (event) =>
      event.type === 'in-doubt' && !events.some((other) => other.id === event.resolves && other.type !== 'in-doubt'),
  );
  // Only a registration shows by its visit: what was written into one (or undone) is told by the ring alone.
  const registers = (event: LedgerEvent): boolean => event.signature !== undefined;
  const onCard = (event: LedgerEvent): boolean =>
    statement.ring.includes(event.resolves ?? '') ||
    (registers(event) &&
      statement.visits.some((visit) => visit.dateTime === event.dateTime && visit.hospId === event.hospId));
  const standing = statement.visits.filter((visit) => !visit.undone && visit.seqNumber !== '');
  const year = statement.lastSeqNumber.slice(0, 3);
  const newest = standing[0];
  // A last number that no standing visit carries was used by one that was undone or never came about.
  const lastSeqNumber =
    newest &&
    newest.dateTime.slice(0, 3) === year &&
    newest.seqNumber < statement.lastSeqNumber.slice(3) &&
    standing.length < statement.visits.length
      ? `${year}${newest.seqNumber}`
      : statement.lastSeqNumber;
  return {
    code,
    contents: {
      cancelMark: cancelled ? '2' : '1',
      insurerCode: '01',
      insuredMark: person.insuredMark,
      validUntil: card.validUntil,
      illnesses: person.illnesses,
      dentalMark: person.dentalMark,
      rareMark: person.rareMark,
      oilMark: person.oilMark,
      designated: person.designated,
      available: cancelled || !due ? statement.available : restored,
      lastSeqNumber: lastSeqNumber === '' ? previousSeqNumber('0000001') : lastSeqNumber,
      cumulative: statement.cumulative,
      pinEnabled: person.pinEnabled,
      closed: open.map((event) => ({ id: event.resolves ?? event.id, as: onCard(event) ? 'visit' : 'dropped' })),
    },
  };
}

/** The identifier of a visit by person and time; of one institution where it is named. */
export const findTreatNum = (events: readonly LedgerEvent[], dateTime: string, hospId?: string): string | undefined =>
  events.find(
    (event) =>
      (event.type === 'visit' || event.type === 'no-card') &&
      event.dateTime === dateTime &&
      (hospId === undefined || event.hospId === hospId),
  )?.treatNum ??
  events.find(
    (event) =>
      event.type === 'no-card' &&
      events.some((other) => other.type === 'exception' && other.dateTime === dateTime && event.linkedTo === other.id),
  )?.treatNum;

/** Which of a visit's items this is the signature of, by the institution's key; null where of none. */
export function itemNumber(
  key: Uint8Array,
  asked: {
    readonly signature: string;
    readonly personId: string;
    readonly treatNum: string;
    readonly bytes: Uint8Array;
    readonly number?: unknown;
  },
): number | null {
  const read = readPrescriptionSignature(asked.signature);
  if (read === undefined || asked.bytes.length !== prescriptionItemLength) return null;
  for (let number = 1; number <= highestItem; number++) {
    if (asked.number !== undefined && asked.number !== number) continue;
    if (verifyPrescriptionSignature(read.bytes, key, asked, number, asked.bytes)) return number;
  }
  return null;
}
