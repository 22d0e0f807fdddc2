/** @module 1.18, 1.45, 1.48, 1.49: prescription items, one or many, all of them or none; signed in 1.48 and 1.49. */

import { say } from '../../base/index.ts';
import { prescriptionSignatureHex } from '../../codec/index.ts';
import type { Accepted } from '../accept.ts';
import { type Decide, refuse, type View } from '../decide.ts';
import { itemFailure } from '../input-record.ts';
import type { Visit } from '../view.ts';
import { isRefusal, samePerson, visitOf } from './checks.ts';
import { careEvent, recordedGroup } from './recorded.ts';
import { putInTurn } from './rotation.ts';

type Item = View['prescriptions']['items'][number];
type LongTerm = View['longTerm']['items'][number];
type Important = View['important']['items'][number];

/** Which order types the card copies to another place besides; a deletion is copied like what it deletes. */
const alsoLongTerm = new Set(['2', 'B']);
const alsoImportant = new Set(['5', 'E']);

/** The copies' files are read only where an item goes there, too. */
export const prescriptionFiles = (input: Accepted): readonly string[] => {
  const types = input.records('pDataWrite').map(({ value }) => String(value.orderType));
  return input.api.reads.filter(
    (file) =>
      (file !== 'longTerm' || types.some((type) => alsoLongTerm.has(type))) &&
      (file !== 'important' || types.some((type) => alsoImportant.has(type))),
  );
};

export const writePrescriptions =
  (signed: boolean): Decide =>
  (view, input, facts) => {
    const other = samePerson(view, input);
    if (other) return other;
    const visit = visitOf(view, input);
    if (isRefusal(visit)) return visit;
    // A signature is the institution's own: nobody could verify one under another's visit.
    if (signed && visit.hospId !== facts.identity?.hospId)
      return refuse(
        5022,
        say({
          zh: '這筆就醫屬於其他院所，不能簽章',
          en: "this is another institution's visit: nothing is signed into it",
        }),
      );
    const records = input.records('pDataWrite');
    const items = records.map(({ value }) => value as unknown as Item);
    for (const [index, item] of items.entries()) checkItem(item, visit, index + 1);

    const longTerm = items.filter((item) => alsoLongTerm.has(item.orderType)).map(asLongTerm);
    const important = items.filter((item) => alsoImportant.has(item.orderType)).map((item) => asImportant(item, visit));
    const before = view.prescriptions.items.filter((item) => item.visitTime === visit.visitTime).length;
    const writes = [
      {
        file: 'prescriptions' as const,
        value: putInTurn(view.prescriptions, items, (item) => item.visitTime === ''),
      },
      ...(longTerm.length === 0
        ? []
        : [{ file: 'longTerm' as const, value: putInTurn(view.longTerm, longTerm, (item) => item.orderDate === '') }]),
      ...(important.length === 0
        ? []
        : [
            { file: 'important' as const, value: putInTurn(view.important, important, (item) => item.doneDate === '') },
          ]),
    ];
    const recorded = [
      ...items.map((item) => recordedGroup('prescriptions', item)),
      ...longTerm.map((item) => recordedGroup('longTerm', item)),
      ...important.map((item) => recordedGroup('important', item)),
    ];
    return {
      code: 0,
      ...(signed
        ? {
            signItems: {
              visit: {
                personId: view.basic.personId,
                hospId: visit.hospId,
                dateTime: visit.visitTime,
                treatNum: visit.treatNum,
              },
              items: records.map(({ bytes }, index) => ({ number: before + index + 1, bytes })),
            },
          }
        : {}),
      writing: ({ items: signatures = [] }) => ({
        code: 0,
        // 1.48 has a buffer of one signature, 1.49 one of as many as were counted.
        outputs: signed ? { pBuffer: Buffer.from(signatures.map(prescriptionSignatureHex).join(''), 'latin1') } : {},
        writes,
        events: [careEvent(view, visit.visitTime, recorded)],
      }),
    };
  };

/** 6018 with the number of the item that is not right. */
function checkItem(item: Item, visit: Visit, which: number): void {
  const wrong =
    item.visitTime !== visit.visitTime
      ? say({ zh: '就診日期時間與 pDateTime 不同', en: "its date and time of the visit is not pDateTime's" })
      : item.orderType === ''
        ? say({ zh: '缺少醫令類別', en: 'it has no order type' })
        : item.orderCode === ''
          ? say({ zh: '缺少診療項目代號', en: 'it has no order code' })
          : !/^\d*$/.test(item.days)
            ? say({ zh: '天數應為數字', en: 'its days must be digits' })
            : alsoLongTerm.has(item.orderType) && item.orderCode.length > 10
              ? say({ zh: '長期處方箋的藥品代碼最長 10 碼', en: 'a long-term drug code takes at most 10 characters' })
              : alsoImportant.has(item.orderType) && item.orderCode.length > 6
                ? say({ zh: '重要醫令代碼最長 6 碼', en: 'an important order code takes at most 6 characters' })
                : undefined;
  if (wrong) throw itemFailure(which, wrong);
}

const asLongTerm = (item: Item): LongTerm => ({
  orderDate: item.visitTime.slice(0, 7),
  drugCode: item.orderCode,
  usage: item.usage,
  days: item.days,
  quantity: item.quantity,
});
const asImportant = (item: Item, visit: Visit): Important => ({
  doneDate: item.visitTime.slice(0, 7),
  hospId: visit.hospId,
  orderCode: item.orderCode,
  position: item.position,
  quantity: item.quantity,
});
