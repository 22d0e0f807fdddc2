/** @module 1.39: takes one registration back, whole: number, visits available, sums, fees. */

import { limits, say } from '../../base/index.ts';
import { epochOf, previousSeqNumber } from '../../codec/index.ts';
import { type Decide, type Done, refuse, type View } from '../decide.ts';
import { treatItem, type Visit, writtenVisits, type Year } from '../view.ts';

export const undo: Decide = (view, input, facts) => {
  const time = input.text('pUnTreatDate');
  const visits = writtenVisits(view.visits.visits);
  const visit = visits.find((one) => one.visitTime === time);
  if (visit === undefined) return refuse(5150);
  const item = treatItem(visit.treatItem);
  if (visit.hospId !== facts.identity?.hospId) return refuse(5152);
  if (!/^\d/.test(visit.treatItem) || item === undefined) return refuse(5151);
  if (facts.now - (epochOf(time) ?? 0) > limits.undoWindow) return refuse(5154);
  if (visit.undone === 'Y') return refuse(5153);
  const year = view.cumulative.years.find((one) => one.year === time.slice(0, 3));
  if (year === undefined) return refuse(5165);
  const sums = without(year, visit);
  const bad = unreasonable(sums, view, visit);
  if (bad) return bad;
  if (item.deducts && view.validity.available >= 99) return refuse(5160);
  const last = view.lastSeq.lastSeqNumber;
  if (item.number && last !== '' && last.slice(0, 3) < time.slice(0, 3))
    return refuse(5161, say({ zh: '卡片最近一次就醫年早於這筆就醫', en: "the card's last year is before this visit" }));
  if (item.number && last.slice(0, 3) === time.slice(0, 3) && last.slice(3) < visit.seqNumber) return refuse(5162);
  const isLast = item.number && last === `${time.slice(0, 3)}${visit.seqNumber}`;
  const undone: Visit = {
    ...visit,
    undone: 'Y',
    outpatientFee: 0,
    outpatientCopay: 0,
    inpatientFee: 0,
    inpatientCopayShort: 0,
    inpatientCopayLong: 0,
  };
  return {
    code: 0,
    writing: () => ({
      code: 0,
      writes: [
        { file: 'validity', value: { ...view.validity, available: view.validity.available + (item.deducts ? 1 : 0) } },
        ...(isLast ? [{ file: 'lastSeq' as const, value: { lastSeqNumber: previousSeqNumber(last) } }] : []),
        { file: 'visits', value: { visits: visits.map((one) => (one === visit ? undone : one)) } },
        { file: 'cumulative', value: { years: view.cumulative.years.map((one) => (one === year ? sums : one)) } },
        {
          file: 'totals',
          value: {
            outpatientTotal: view.totals.outpatientTotal - visit.outpatientFee,
            inpatientTotal: view.totals.inpatientTotal - visit.inpatientFee,
          },
        },
      ],
      events: [
        {
          type: 'undo',
          dateTime: time,
          personId: view.basic.personId,
          cardNo: view.basic.cardNo,
          treatItem: visit.treatItem,
          ...(visit.treatNum === '' ? {} : { linkedTo: visit.treatNum }),
        },
      ],
    }),
  };
};

function without(year: Year, visit: Visit): Year {
  const short = visit.outpatientCopay + visit.inpatientCopayShort;
  return {
    year: year.year,
    visits: year.visits - 1,
    outpatientFee: year.outpatientFee - visit.outpatientFee,
    inpatientFee: year.inpatientFee - visit.inpatientFee,
    outpatientCopay: year.outpatientCopay - visit.outpatientCopay,
    inpatientCopayShort: year.inpatientCopayShort - visit.inpatientCopayShort,
    inpatientCopayLong: year.inpatientCopayLong - visit.inpatientCopayLong,
    copay: year.copay - short - visit.inpatientCopayLong,
    copayShort: year.copayShort - short,
  };
}

/** A sum that would fall below zero names itself by its code. */
const sumCodes: readonly (readonly [keyof Year, number])[] = [
  ['visits', 5166],
  ['outpatientCopay', 5167],
  ['inpatientCopayShort', 5168],
  ['inpatientCopayLong', 5169],
  ['copay', 5170],
  ['copayShort', 5171],
  ['outpatientFee', 5172],
  ['inpatientFee', 5173],
];
function unreasonable(sums: Year, view: View, visit: Visit): Done | undefined {
  if (view.totals.inpatientTotal < visit.inpatientFee) return refuse(5163);
  if (view.totals.outpatientTotal < visit.outpatientFee) return refuse(5164);
  const bad = sumCodes.find(([name]) => Number(sums[name]) < 0);
  return bad && refuse(bad[1]);
}
