/** @module Rules on ports, the security module, resets and versions. */

import { say } from '../../base/index.ts';
import type { NumberedCall } from '../trace-file.ts';
import { manual, type Rule } from './types.ts';
import { after, needs, pairs } from './walk.ts';

const minute = 60_000;
/** What may follow a port that did not open. */
const afterFailure: ReadonlySet<string> = new Set([
  'csOpenCom',
  'csCloseCom',
  'csSoftwareReset',
  'csGetVersionEx',
  'csGetVersion',
]);

export const portRules: readonly Rule[] = [
  {
    id: 'open-ignored',
    level: 'error',
    source: manual('1.31', say({ zh: '與 3.3 版異動說明', en: ' and the changes of 3.3' })),
    title: say({ zh: 'csOpenCom 失敗後仍繼續呼叫', en: 'csOpenCom failed and its answer was ignored' }),
    remedy: say({
      zh: '檢查 csOpenCom 的回傳值，為 0 才呼叫其他函式',
      en: 'check the answer of csOpenCom and go on only where it is 0',
    }),
    find: ({ sessions }) =>
      sessions.flatMap((calls) =>
        pairs(calls)
          .filter(([open, next]) => open.call === 'csOpenCom' && open.code !== 0 && !afterFailure.has(next.call))
          .map(([open, next]) => ({ lines: [open.at, next.at] })),
      ),
  },
  {
    id: 'open-missing',
    level: 'note',
    source: manual('1.31'),
    title: say({ zh: '沒有先呼叫 csOpenCom', en: 'no csOpenCom before other functions' }),
    remedy: say({
      zh: '先呼叫 csOpenCom；專屬讀卡機（3.5）沒有它一律是 4000，晶片讀卡機（5.1）會自行開啟',
      en: 'call csOpenCom first: a dedicated reader (3.5) answers 4000 without it, a chip reader (5.1) opens by itself',
    }),
    find: ({ sessions }) =>
      sessions.flatMap((calls) => {
        const first = calls.find((call) => needs(call, 'port'));
        const opened = calls.some((call) => call.call === 'csOpenCom' && first !== undefined && call.at < first.at);
        return first === undefined || opened ? [] : [{ lines: [first.at] }];
      }),
  },
  {
    id: 'close-missing',
    level: 'warning',
    source: manual('1.32'),
    title: say({ zh: '結束時沒有呼叫 csCloseCom', en: 'no csCloseCom at the end' }),
    remedy: say({ zh: '結束讀卡機作業時呼叫 csCloseCom', en: 'call csCloseCom when the work with the reader is done' }),
    find: ({ sessions }) =>
      sessions.flatMap((calls) => {
        const open = calls.findLast((call) => call.call === 'csOpenCom' && call.code === 0);
        return open === undefined || after(calls, open).some((call) => call.call === 'csCloseCom')
          ? []
          : [{ lines: [open.at] }];
      }),
  },
  {
    id: 'open-around-each',
    level: 'note',
    source: manual('1.32', say({ zh: '使用場合', en: ', when to use it' })),
    title: say({ zh: '每個呼叫前後都開關一次連接埠', en: 'the port is opened and closed around every single call' }),
    remedy: say({
      zh: '開始時開一次，全部做完再關；安全模組與密碼的狀態本來就不隨連接埠改變',
      en: 'open once, close when all is done: the state of SAM and PIN does not hang on the port',
    }),
    find: ({ sessions }) =>
      sessions.flatMap((calls) => {
        const around = calls.filter(
          (call, at) =>
            calls[at - 1]?.call === 'csOpenCom' && calls[at + 1]?.call === 'csCloseCom' && call.call !== 'csCloseCom',
        );
        return around.length < 3 ? [] : [{ lines: around.map((call) => call.at) }];
      }),
  },
  {
    id: 'sam-verified-again',
    level: 'warning',
    source: manual('2.1', say({ zh: '與 3.3 版異動說明', en: ' and the changes of 3.3' })),
    title: say({ zh: '安全模組已認證，又呼叫 2.1', en: '2.1 was called though the security module is verified' }),
    remedy: say({
      zh: '開機或重置後呼叫一次即可；未認證時控制軟體會自行認證',
      en: 'once after power-up or reset is enough: calls verify it by themselves where it is not',
    }),
    find: ({ calls }) => {
      let verified = false;
      return calls.flatMap((call) => {
        if (call.call === 'csSoftwareReset' || call.code === 4050 || call.code === 4051) verified = false;
        if (call.no !== '2.1' || call.code !== 0) return [];
        const again = verified;
        verified = true;
        return again ? [{ lines: [call.at] }] : [];
      });
    },
  },
  {
    id: 'reset-loop',
    level: 'warning',
    source: manual('1.52'),
    title: say({ zh: '一再呼叫 csSoftwareReset', en: 'csSoftwareReset again and again' }),
    remedy: say({
      zh: '重置會失去安全模組、密碼與卡片的認證；先看前一個回傳代碼的原因',
      en: 'a reset loses the verification of SAM, PIN and card: look first at why the call before it failed',
    }),
    find: ({ calls }) =>
      crowds(
        calls.filter((call) => call.call === 'csSoftwareReset'),
        3,
        minute,
      ),
  },
  {
    id: 'status-hot-loop',
    level: 'warning',
    source: manual('1.15', say({ zh: '（間隔為本專案的建議）', en: ' (the interval is our own advice)' })),
    title: say({ zh: '密集輪詢卡片狀態', en: "a card's state is polled without a pause" }),
    remedy: say({
      zh: '每次輪詢間隔至少 0.5 秒，或改用 WebSocket／事件',
      en: 'wait half a second between two questions, or listen to events',
    }),
    find: ({ sessions }) =>
      sessions.flatMap((calls) => {
        const runs: NumberedCall[][] = [[]];
        for (const call of calls) {
          if (call.no === '1.15' || call.no === '4.1') runs.at(-1)?.push(call);
          else if (runs.at(-1)?.length) runs.push([]);
        }
        return runs.flatMap((run) => {
          const [first, last] = [run[0], run.at(-1)];
          const hot = first && last && run.length >= 10 && (last.t - first.t) / (run.length - 1) < 200;
          return hot
            ? [
                {
                  lines: [first.at, last.at],
                  detail: say({
                    zh: `${run.length} 次，${last.t - first.t} 毫秒`,
                    en: `${run.length} times in ${last.t - first.t} ms`,
                  }),
                },
              ]
            : [];
        });
      }),
  },
  {
    id: 'version-old',
    level: 'note',
    source: manual('1.51'),
    title: say({ zh: '使用舊的 csGetVersion', en: 'the old csGetVersion' }),
    remedy: say({
      zh: '改用 1.51 csGetVersionEx，並看它回傳的程式庫路徑',
      en: 'use 1.51 csGetVersionEx, which also tells which library was loaded',
    }),
    find: ({ calls }) => calls.filter((call) => call.call === 'csGetVersion').map((call) => ({ lines: [call.at] })),
  },
];

/** Groups of at least `count` calls within `ms`. */
export function crowds(calls: readonly NumberedCall[], count: number, ms: number): { lines: number[] }[] {
  const start = calls.find((call, at) => {
    const last = calls[at + count - 1];
    return last !== undefined && last.t - call.t <= ms;
  });
  return start === undefined ? [] : [{ lines: calls.filter((call) => call.at >= start.at).map((call) => call.at) }];
}
