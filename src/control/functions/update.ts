/** @module 1.30, 1.40: the card's contents as the data centre has them. */

import type { CardStatement } from '../../centre/client/types.ts';
import { type Decide, refuse, type View } from '../decide.ts';
import { cumulativeOf, writtenVisits } from '../view.ts';

/** What the card says of itself, for the centre to compute from. */
export function statementOf(
  view: Pick<View, 'basic' | 'validity' | 'lastSeq' | 'visits' | 'cumulative'>,
  ring: { ids: readonly string[]; counter: number },
  pinLocked: boolean,
): CardStatement {
  return {
    cardNo: view.basic.cardNo,
    personId: view.basic.personId,
    cardCounter: ring.counter,
    available: view.validity.available,
    pinLocked,
    lastSeqNumber: view.lastSeq.lastSeqNumber,
    cumulative: cumulativeOf(view.cumulative.years),
    visits: writtenVisits(view.visits.visits).map((visit) => ({
      dateTime: visit.visitTime,
      treatItem: visit.treatItem,
      seqNumber: visit.seqNumber,
      hospId: visit.hospId,
      treatNum: visit.treatNum,
      undone: visit.undone === 'Y',
    })),
    ring: ring.ids,
  };
}

export const update: Decide = (view, _input, { fresh, now: _now }) => {
  if (fresh === undefined) return refuse(5130);
  return {
    code: 0,
    writing: () => ({
      code: 0,
      writes: [
        { file: 'basic', value: { ...view.basic, cancelMark: fresh.cancelMark } },
        { file: 'insured', value: { insurerCode: fresh.insurerCode, insuredMark: fresh.insuredMark } },
        { file: 'validity', value: { validUntil: fresh.validUntil, available: fresh.available } },
        { file: 'lastSeq', value: { lastSeqNumber: fresh.lastSeqNumber } },
        {
          file: 'illness',
          value: {
            ...view.illness,
            illnesses: fresh.illnesses.map((one) => ({ code: one.code, validFrom: one.from, validUntil: one.until })),
            dentalMark: fresh.dentalMark,
            rareMark: fresh.rareMark,
            oilMark: fresh.oilMark,
            designated: fresh.designated,
          },
        },
        { file: 'cumulative', value: { years: fresh.cumulative.map((year) => ({ ...year })) } },
      ],
      events: [],
    }),
  };
};
