/** @module Rules on PINs and uploads. */

import { say } from '../../base/index.ts';
import type { NumberedCall } from '../trace-file.ts';
import { faq, manual, type Rule } from './types.ts';
import { needs, textIn } from './walk.ts';

const pinCalls: ReadonlySet<string> = new Set(['1.27', '1.28', '1.29']);
/** The card's free zone, and what registers on a card with a PIN that nobody tells. */
const withoutPin: ReadonlySet<string> = new Set([
  '1.1',
  '1.13',
  '1.15',
  '1.31',
  '1.32',
  '1.35',
  '1.36',
  '1.37',
  '1.38',
  '1.53',
  '1.9',
  '2.1',
  '2.2',
]);
const each = (calls: readonly NumberedCall[]) => calls.map((call) => ({ lines: [call.at] }));

export const otherRules: readonly Rule[] = [
  {
    id: 'pin-beside-professional',
    level: 'warning',
    source: manual('1.27–1.29', say({ zh: '回傳值 5110', en: ', return value 5110' })),
    title: say({
      zh: '醫事人員卡還在讀卡機裡就要輸入健保卡密碼',
      en: "a health card's PIN while the professional card is in",
    }),
    remedy: say({ zh: '先請醫事人員取出卡片，再呼叫密碼函式', en: 'have the professional card taken out first' }),
    find: ({ calls }) => each(calls.filter((call) => call.code === 5110)),
  },
  {
    id: 'pin-change-unverified',
    level: 'warning',
    source: manual('1.28, 4.3'),
    title: say({
      zh: '沒有先驗證舊密碼就變更或停用',
      en: 'a PIN is changed or disabled before the old one was verified',
    }),
    remedy: say({
      zh: '先呼叫 1.27（醫事人員卡為 4.2）驗證舊密碼',
      en: 'verify the old one first by 1.27 (4.2 for a professional card)',
    }),
    find: ({ calls }) => each(calls.filter((call) => call.code === 5105)),
  },
  {
    id: 'pin-guessed',
    level: 'error',
    source: manual('1.27', say({ zh: '回傳值 5102', en: ', return value 5102' })),
    title: say({ zh: '密碼錯誤後一再重試', en: 'wrong PINs, one after another' }),
    remedy: say({
      zh: '第三次錯誤就鎖卡：第二次 5102 之後請停下，改用不需密碼的 1.1 與 1.38',
      en: 'the third locks the card: stop after the second 5102, and go on with 1.1 and 1.38, which need none',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) => {
        const tries = calls.filter((call) => pinCalls.has(call.no) || call.code === 5102);
        const wrong = tries.findIndex((call, at) =>
          [call, tries[at + 1], tries[at + 2]].every((one) => one?.code === 5102),
        );
        return wrong < 0 ? [] : [{ lines: tries.slice(wrong, wrong + 3).map((call) => call.at) }];
      }),
  },
  {
    id: 'pin-needless',
    level: 'warning',
    source: faq('Q13(2)'),
    title: say({ zh: '只讀不需密碼的資料，卻要求輸入密碼', en: 'a PIN is asked for, and only free data are read' }),
    remedy: say({
      zh: '掛號只用 1.1、1.38、1.53 時不需要密碼，不要呼叫 1.27',
      en: 'registering by 1.1, 1.38 and 1.53 needs no PIN: leave 1.27 away',
    }),
    find: ({ stays }) =>
      stays.flatMap(({ calls }) => {
        const pin = calls.find((call) => call.no === '1.27');
        const card = calls.filter((call) => call.no !== '1.27' && needs(call, 'hc'));
        return pin && card.length > 0 && card.every((call) => withoutPin.has(call.no)) ? [{ lines: [pin.at] }] : [];
      }),
  },
  {
    id: 'upload-unchecked',
    level: 'error',
    source: manual('3.1', say({ zh: '參數 pFileSize、pNumber', en: ', pFileSize and pNumber' })),
    title: say({ zh: '上傳後收到的大小或筆數不同', en: 'the centre received another size or number than was sent' }),
    remedy: say({
      zh: '比對傳回的 pFileSize、pNumber 與送出的；不同就重新上傳',
      en: 'compare what pFileSize and pNumber come back as, and upload again where they differ',
    }),
    find: ({ calls }) =>
      each(
        calls.filter(
          (call) =>
            (call.no === '3.1' || call.no === '3.2') &&
            call.code === 0 &&
            ['pFileSize', 'pNumber', 'pPrecNumber'].some(
              (name) => name in call.out && digits(String(call.out[name])) !== digits(textIn(call, name)),
            ),
        ),
      ),
  },
];
const digits = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? Number.NaN);
