/** @module Rules on registration: which function, its messages, offline, undoing, updates. */

import { say } from '../../base/index.ts';
import { fieldsIn } from '../fit.ts';
import type { NumberedCall } from '../trace-file.ts';
import { crowds } from './ports.ts';
import { faq, manual, type Rule } from './types.ts';
import { after, granted, isRegister, needs, textIn, visitTimeOf } from './walk.ts';

const minute = 60_000;
const isUpdate = (call: NumberedCall): boolean => call.no === '1.30' || call.no === '1.40';
const each = (calls: readonly NumberedCall[]) => calls.map((call) => ({ lines: [call.at] }));
const treatNumOf = (call: NumberedCall): unknown => fieldsIn(call, 'pBuffer')?.treatNum;

export const visitRules: readonly Rule[] = [
  {
    id: 'register-1.9',
    level: 'error',
    source: faq('Q2(2)'),
    title: say({ zh: '仍在使用 1.9 hisGetSeqNumber', en: '1.9 hisGetSeqNumber is still used' }),
    remedy: say({
      zh: '改用 1.53 hisGetSeqNumber256N1：上傳格式 2.0 的簽章為 256 位元組，且要就醫識別碼',
      en: 'use 1.53 hisGetSeqNumber256N1: upload 2.0 wants a signature of 256 characters and an identifier',
    }),
    find: ({ calls }) => each(calls.filter((call) => call.no === '1.9')),
  },
  {
    id: 'register-1.37',
    level: 'warning',
    source: faq('Q2(1)'),
    title: say({ zh: '以 1.37 掛號，沒有就醫識別碼', en: '1.37 registers without a treatment identifier' }),
    remedy: say({
      zh: '改用 1.53，一次取得序號、簽章與識別碼',
      en: 'use 1.53: number, signature and identifier at once',
    }),
    find: ({ calls }) => each(calls.filter((call) => call.no === '1.37')),
  },
  {
    id: 'basic-1.2-at-registration',
    level: 'warning',
    source: faq('Q13(3)'),
    title: say({ zh: '掛號前使用需要密碼的 1.2', en: '1.2, which asks for a PIN, before registering' }),
    remedy: say({
      zh: '掛號或報到用 1.1 加 1.38，不需密碼；1.2 留給診間',
      en: 'at the counter use 1.1 and 1.38, which need no PIN; 1.2 is for the consulting room',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) => {
        const register = calls.find(isRegister);
        const basic = calls.find((call) => call.no === '1.2');
        return register && basic && basic.at < register.at ? [{ lines: [register.at, basic.at] }] : [];
      }),
  },
  {
    id: 'same-day-as-error',
    level: 'error',
    source: manual('1.9', say({ zh: '回傳值 5010', en: ', return value 5010' })),
    title: say({ zh: '把 5010、5174 當成錯誤', en: '5010 or 5174 was taken for an error' }),
    remedy: say({
      zh: '5010（同日就診）與 5174 是訊息，就醫已登錄且資料有效：不要重掛，也不要退掛',
      en: '5010 (second visit of the day) and 5174 are messages: the visit is registered; neither register again nor undo',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) =>
        calls
          .filter((call) => granted(call) && (call.code === 5010 || call.code === 5174))
          .flatMap((call) => {
            const next = after(calls, call, minute).find(
              (one) =>
                (one.no === '1.39' && textIn(one, 'pUnTreatDate') === visitTimeOf(call)) ||
                (isRegister(one) && textIn(one, 'cTreatItem') === textIn(call, 'cTreatItem')),
            );
            return next ? [{ lines: [call.at, next.at] }] : [];
          }),
      ),
  },
  {
    id: 'identifier-twice',
    level: 'warning',
    source: faq('Q2'),
    title: say({ zh: '同一次就醫的識別碼要了兩次', en: "one visit's identifier was asked for twice" }),
    remedy: say({
      zh: '1.53 已經回傳識別碼，存下來用；1.54 再要一次會是另一個',
      en: 'keep the identifier that 1.53 answered; 1.54 would make another one',
    }),
    find: ({ calls }) => {
      const asked = new Map<string, number>();
      return calls.flatMap((call) => {
        const person = call.no === '1.54' ? textIn(call, 'pPatientID') : undefined;
        const time =
          granted(call) && treatNumOf(call)
            ? visitTimeOf(call)
            : call.no === '1.56' && call.code === 0
              ? textIn(call, 'pDateTime')
              : undefined;
        const key = time ?? (person && call.code === 0 ? `person ${person}` : undefined);
        if (key === undefined) return [];
        const before = asked.get(key);
        asked.set(key, call.at);
        if (granted(call)) {
          const whose = personBefore(call, calls);
          if (whose) asked.set(`person ${whose}`, call.at);
          return [];
        }
        return before === undefined ? [] : [{ lines: [before, call.at] }];
      });
    },
  },
  {
    id: 'offline-without-1.54',
    level: 'warning',
    source: faq('Q7(2)'),
    title: say({ zh: '網路不通（4061）之後沒有改用 1.54', en: '4061, and no 1.54 after it' }),
    remedy: say({
      zh: '未停電而網路不通時以 1.54 取得就醫識別碼；停電則異常登錄，之後補取',
      en: 'with power and without a network take the identifier by 1.54; without power register an exception and recover it later',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) => {
        const failed = calls.findLast((call) => isRegister(call) && call.code === 4061);
        const mended = failed && after(calls, failed).some((call) => call.no === '1.54' || granted(call));
        return failed && !mended ? [{ lines: [failed.at] }] : [];
      }),
  },
  {
    id: 'offline-retried',
    level: 'warning',
    source: faq('Q7(2)'),
    title: say({ zh: '網路不通時一再重試掛號', en: 'registering is tried again and again without a network' }),
    remedy: say({ zh: '第一個 4061 就改用 1.54', en: 'turn to 1.54 at the first 4061' }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) =>
        crowds(
          calls.filter((call) => isRegister(call) && call.code === 4061),
          3,
          minute,
        ),
      ),
  },
  {
    id: 'undo-again',
    level: 'warning',
    source: manual('1.39'),
    title: say({ zh: '退掛被拒絕後以同樣輸入再退', en: 'an undo that was refused is asked for again' }),
    remedy: say({
      zh: '5150 到 5154 再退也不會成功：只能退本院所、24 小時內、數字類別、未退過的',
      en: '5150 to 5154 do not change: only a visit of this institution, of 24 hours, of a numeric category, once',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) =>
        calls
          .filter((call) => call.no === '1.39' && call.code >= 5150 && call.code <= 5154)
          .flatMap((call) => {
            const again = after(calls, call).find(
              (one) => one.no === '1.39' && textIn(one, 'pUnTreatDate') === textIn(call, 'pUnTreatDate'),
            );
            return again ? [{ lines: [call.at, again.at] }] : [];
          }),
      ),
  },
  {
    id: 'update-needless',
    level: 'warning',
    source: manual('1.30', say({ zh: '與附錄 1 之 9081', en: ' and 9081 in appendix 1' })),
    title: say({ zh: '不需要的卡片更新', en: 'the card was updated though it need not be' }),
    remedy: say({
      zh: '先讀 1.38：可用次數 3 次以下才更新；更新過不必再做',
      en: 'read 1.38 first: update at three visits or fewer, and not twice',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) => {
        const updates = calls.filter(isUpdate);
        const done = updates.find((call) => call.code === 0);
        return each(updates.filter((call) => call.code === 9081 || (done !== undefined && call.at > done.at)));
      }),
  },
  {
    id: 'used-after-1.40',
    level: 'error',
    source: manual('1.40'),
    title: say({ zh: '1.40 更新後沒有重插卡片就繼續', en: 'after 1.40 the card was used without being put in again' }),
    remedy: say({
      zh: '1.40 之後請取出再插入卡片，或改用會自行重置的 1.30',
      en: 'have the card taken out and put in again, or use 1.30, which resets it',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) => {
        const update = calls.find((call) => call.no === '1.40' && call.code === 0);
        const used = update && calls.find((call) => call.at > update.at && needs(call, 'hc'));
        return update && used ? [{ lines: [update.at, used.at] }] : [];
      }),
  },
  {
    id: 'illness-twice',
    level: 'note',
    source: manual('1.50'),
    title: say({ zh: '同一張卡片 1.33 與 1.50 都讀', en: '1.33 and 1.50 on one card' }),
    remedy: say({ zh: '兩者內容相同，擇一使用', en: 'both say the same: one of them is enough' }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) => {
        const [one, other] = [calls.find((call) => call.no === '1.33'), calls.find((call) => call.no === '1.50')];
        return one && other ? [{ lines: [one.at, other.at].sort((a, b) => a - b) }] : [];
      }),
  },
];

/** Whose card was read last before this call. */
function personBefore(call: NumberedCall, calls: readonly NumberedCall[]): string | undefined {
  const basic = calls.findLast((one) => one.at < call.at && (one.no === '1.1' || one.no === '1.2') && one.code === 0);
  const id = basic && fieldsIn(basic, 'pBuffer')?.personId;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
