/** @module Rules on what is written to the card, and for which visit. */

import { say } from '../../base/index.ts';
import { epochOf } from '../../codec/index.ts';
import type { NumberedCall } from '../trace-file.ts';
import { type Hit, manual, type Rule, type Walk } from './types.ts';
import { after, instantOf, textIn, writesVisit, writtenRecords } from './walk.ts';

const near = 10 * 60_000;
const oneItem: ReadonlySet<string> = new Set(['1.18', '1.48']);
const manyItems: ReadonlySet<string> = new Set(['1.45', '1.49']);
const items = (call: NumberedCall): boolean => oneItem.has(call.no) || manyItems.has(call.no);
const timeOf = (call: NumberedCall): string => textIn(call, 'pDateTime');
const codes = ['mainCode', 'subCode1', 'subCode2', 'subCode3', 'subCode4', 'subCode5'] as const;

/** Writing calls for a visit that no call told of; `pc`: the time looks like the computer's. */
function strangers(walk: Walk, pc: boolean): Hit[] {
  return walk.stays.flatMap(({ calls }) => {
    const told = [...walk.visits].filter(([, line]) => calls.some((call) => call.at === line));
    return calls
      .filter((call) => writesVisit(call) && !walk.visits.has(timeOf(call)))
      .filter((call) => {
        const time = epochOf(timeOf(call));
        const close = (at: number | undefined): boolean =>
          time !== undefined && at !== undefined && Math.abs(time - at) <= near;
        const before = told.filter(([, line]) => line < call.at);
        const looksSo =
          before.length > 0 && (close(instantOf(walk.trace, call)) || before.some(([one]) => close(epochOf(one))));
        return looksSo === pc;
      })
      .map((call) => ({ lines: [call.at] }));
  });
}

/** What stands in five bytes and cannot be a packed or an ICD-9 code; undefined where all may be right. */
function unbracketed(call: NumberedCall): string | undefined {
  const { marked, records } = writtenRecords(call);
  const [record] = records;
  if (marked || record === undefined) return undefined;
  const fields = codes.map((name) => String(record[name] ?? ''));
  // In scope of packing: E and V codes, and those longer than five, which run over into the next field.
  return fields.find((code, at) => {
    const next = fields[at + 1] ?? '';
    return /^[EV]\d[0-9A-Z]{1,3}$/.test(code) || (/^[A-Z]\d[0-9A-Z]{3}$/.test(code) && /^[0-9A-Z]{1,2}$/.test(next));
  });
}

export const writingRules: readonly Rule[] = [
  {
    id: 'write-without-visit',
    level: 'error',
    source: manual('1.16, 1.47'),
    title: say({ zh: '沒有先取得就醫序號就寫入', en: 'written without a visit: no 1.53 before it' }),
    remedy: say({
      zh: '先以 1.53 掛號（或讀 1.5 取得卡上的就醫），再以該次的就診日期時間寫入；否則是 5022',
      en: "register by 1.53 first (or read the card's visits by 1.5) and write with that visit's time; else it is 5022",
    }),
    find: (walk) => strangers(walk, false),
  },
  {
    id: 'time-from-computer',
    level: 'error',
    source: manual('1.18, 1.45, 1.48, 1.49'),
    title: say({ zh: '就診日期時間用了電腦的時間', en: "the date-time is the computer's, not the visit's" }),
    remedy: say({
      zh: '使用取得就醫序號時回傳的就診日期時間（第 1-13 位元組），一秒都不能差',
      en: 'use the date-time that registering answered (bytes 1-13), to the second',
    }),
    find: (walk) => strangers(walk, true),
  },
  {
    id: 'icd10-without-brackets',
    level: 'error',
    source: manual('1.16, 1.47, 5.1'),
    title: say({ zh: 'ICD-10 診斷碼沒有中括號，也沒有押碼', en: 'an ICD-10 code without brackets, and not packed' }),
    remedy: say({
      zh: '以 [ 加 7 碼（不足補空白）加 ] 寫入，或先用 5.1 押成 5 碼',
      en: 'write it as [, seven characters padded with blanks, ]; or pack it by 5.1 into five',
    }),
    find: ({ calls }) =>
      calls
        .filter((call) => call.no === '1.16' || call.no === '1.47')
        .flatMap((call) => {
          const code = unbracketed(call);
          return code === undefined
            ? []
            : [{ lines: [call.at], detail: say({ zh: `診斷碼 ${code}`, en: `code ${code}` }) }];
        }),
  },
  {
    id: 'items-one-by-one',
    level: 'warning',
    source: manual('1.18, 1.45, 1.49'),
    title: say({ zh: '處方一組一組寫', en: 'prescription items are written one by one' }),
    remedy: say({
      zh: '以 1.49（或 1.45）一次寫入所有處方：一次交易，全有或全無',
      en: 'write all of them by 1.49 (or 1.45): one transaction, all or nothing',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) => {
        const byVisit = new Map<string, number[]>();
        for (const call of calls.filter((one) => oneItem.has(one.no)))
          byVisit.set(timeOf(call), [...(byVisit.get(timeOf(call)) ?? []), call.at]);
        return [...byVisit.values()].filter((lines) => lines.length >= 3).map((lines) => ({ lines }));
      }),
  },
  {
    id: 'items-unsigned',
    level: 'note',
    source: manual('1.48, 1.49', say({ zh: '（3.0 版新增）', en: ' (new in 3.0)' })),
    title: say({ zh: '寫入處方而沒有取得處方簽章', en: 'prescription items are written without their signatures' }),
    remedy: say({
      zh: '改用 1.48 或 1.49，回傳各組的處方簽章',
      en: 'use 1.48 or 1.49, which answer a signature for each',
    }),
    find: ({ calls }) =>
      calls.filter((call) => call.no === '1.18' || call.no === '1.45').map((call) => ({ lines: [call.at] })),
  },
  {
    id: 'item-time-differs',
    level: 'error',
    source: manual('1.18, 1.45, 1.48, 1.49'),
    title: say({ zh: '處方內的就診日期時間與 pDateTime 不同', en: "an item's date-time is not that of pDateTime" }),
    remedy: say({
      zh: 'pDataWrite 每一組的第 1-13 位元組必須與 pDateTime 一致',
      en: 'bytes 1-13 of every item of pDataWrite must be the same as pDateTime',
    }),
    find: ({ calls }) =>
      calls
        .filter((call) => items(call) && writtenRecords(call).records.some((one) => one.visitTime !== timeOf(call)))
        .map((call) => ({ lines: [call.at] })),
  },
  {
    id: 'write-before-identity',
    level: 'warning',
    source: manual('1.16', say({ zh: '描述', en: ', description' })),
    title: say({ zh: '沒有先讀這張卡片的基本資料就寫入', en: "written before the card's basic data were read" }),
    remedy: say({
      zh: '換卡後先以 1.1 讀身分證號與出生日期，再寫入；卡片會核對是否同一人（5020）',
      en: 'after a change of cards read id number and birth date by 1.1 first: the card is checked to be that person (5020)',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls, begun }) => {
        const write = calls.find((call) => 'pPatientBirthDate' in call.in);
        const read = calls.some(
          (call) => (call.no === '1.1' || call.no === '1.2') && write !== undefined && call.at < write.at,
        );
        return begun || write === undefined || read ? [] : [{ lines: [write.at] }];
      }),
  },
  {
    id: 'wrong-person-again',
    level: 'error',
    source: manual('1.16', say({ zh: '回傳值 5020', en: ', return value 5020' })),
    title: say({ zh: '5020（不是同一人）之後以同樣輸入再寫', en: '5020 (another person), and the same call again' }),
    remedy: say({
      zh: '讀卡機裡是別人的卡片：停下來，請操作者換回正確的卡片',
      en: "it is another person's card: stop, and have the right one put in",
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) =>
        calls
          .filter((call) => call.code === 5020)
          .flatMap((call) => {
            const again = after(calls, call).find(
              (one) => one.call === call.call && JSON.stringify(one.in) === JSON.stringify(call.in),
            );
            return again ? [{ lines: [call.at, again.at] }] : [];
          }),
      ),
  },
  {
    id: 'fees-apart',
    level: 'note',
    source: manual('1.47'),
    title: say({
      zh: '診療與費用分兩次寫（1.16 與 1.17）',
      en: 'diagnoses and fees are written apart (1.16 and 1.17)',
    }),
    remedy: say({ zh: '以 1.47 一次寫入', en: 'write both at once by 1.47' }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) =>
        calls
          .filter((call) => call.no === '1.17')
          .flatMap((fees) => {
            const diagnoses = calls.find((call) => call.no === '1.16' && timeOf(call) === timeOf(fees));
            return diagnoses ? [{ lines: [diagnoses.at, fees.at] }] : [];
          }),
      ),
  },
  {
    id: 'prevention-without-visit',
    level: 'error',
    source: manual('1.22, 1.24', say({ zh: '回傳值 5083', en: ', return value 5083' })),
    title: say({
      zh: '沒有 AC 類別的就醫就寫預防保健或產檢',
      en: 'prevention or antenatal care without a visit of category AC',
    }),
    remedy: say({
      zh: '先以就醫類別 AC 掛號，再寫入 1.22 或 1.24',
      en: 'register with category AC first, then write 1.22 or 1.24',
    }),
    find: ({ calls }) => calls.filter((call) => call.code === 5083).map((call) => ({ lines: [call.at] })),
  },
  {
    id: 'write-after-undo',
    level: 'error',
    source: manual('1.39'),
    title: say({ zh: '寫入已退掛的就醫', en: 'written to a visit that was undone' }),
    remedy: say({
      zh: '退掛後請重新掛號，用新的就診日期時間',
      en: "register again, and use the new visit's date-time",
    }),
    find: ({ calls }) =>
      calls
        .filter((call) => call.no === '1.39' && call.code === 0)
        .flatMap((undo) => {
          const write = calls.find(
            (call) => call.at > undo.at && writesVisit(call) && timeOf(call) === textIn(undo, 'pUnTreatDate'),
          );
          return write ? [{ lines: [undo.at, write.at] }] : [];
        }),
  },
];
