/** @module Rules on buffers, their lengths, and ranges. */

import { type Say, say } from '../../base/index.ts';
import { apiByName } from '../../catalogue/index.ts';
import { bytesOf, type NumberedCall } from '../trace-file.ts';
import { type Hit, manual, type Rule, type Walk } from './types.ts';
import { numberIn } from './walk.ts';

type Kind = 'uninitialised' | 'reused' | 'small';

/** Every length that was too small, once, by how it came about. */
function lengths(walk: Walk, wanted: Kind): Hit[] {
  return walk.sessions.flatMap((calls) => {
    const written = new Set<number>();
    const hits: Hit[] = [];
    for (const call of calls) {
      for (const [name, [given, out]] of Object.entries(call.lengths)) {
        const needed = neededFor(call, name);
        if (given !== null && needed !== undefined && given < needed && call.code === 6018) {
          const kind: Kind = given <= 0 ? 'uninitialised' : written.has(given) ? 'reused' : 'small';
          if (kind === wanted) hits.push({ lines: [call.at], detail: words(name, given, needed) });
        }
        if (out !== null) written.add(out);
      }
    }
    return hits;
  });
}
const words = (name: string, given: number, needed: number): Say =>
  say({ zh: `${name} 傳入 ${given}，需要 ${needed}`, en: `${name} came in as ${given}, and ${needed} are needed` });

function neededFor(call: NumberedCall, name: string): number | undefined {
  const params = apiByName(call.call)?.params ?? [];
  const cell = params.find((one) => one.name === name);
  const buffer = params.find((one) => one.name === cell?.lengthOf);
  if (buffer?.record === undefined) return undefined;
  // 1.49 signs as many items as it writes: 40 bytes each.
  const count = numberIn(call, 'iWriteCount');
  if (call.no === '1.49' && count !== undefined) return 40 * count;
  const marked = Buffer.from(bytesOf(call.in[buffer.name])).toString('latin1').startsWith('[XXXXXXX]');
  return marked ? (buffer.variants?.icd10?.length ?? buffer.record.length) : buffer.record.length;
}

/** The last position of each part of the prescriptions. */
const ranges: { readonly [no: string]: number } = { '1.41': 60, '1.42': 30, '1.43': 10, '1.44': 3 };

export const bufferRules: readonly Rule[] = [
  {
    id: 'length-too-small',
    level: 'error',
    source: manual('1.1', say({ zh: '等各節參數說明', en: ' and the parameters of every section' })),
    title: say({ zh: '緩衝區長度不足', en: 'a buffer is too small' }),
    remedy: say({
      zh: '依各節的回傳長度準備緩衝區，並把它的長度傳入',
      en: 'make the buffer as long as the section says, and hand over its length',
    }),
    find: (walk) => lengths(walk, 'small'),
  },
  {
    id: 'length-uninitialised',
    level: 'error',
    source: manual('1.1', say({ zh: '等各節參數說明', en: ' and the parameters of every section' })),
    title: say({ zh: '長度參數沒有設定', en: 'the length was never set' }),
    remedy: say({
      zh: '呼叫前把 iBufferLen 設成緩衝區的長度；它是傳入也是傳出',
      en: "set iBufferLen to the buffer's length before the call: it goes in and comes out",
    }),
    find: (walk) => lengths(walk, 'uninitialised'),
  },
  {
    id: 'length-reused',
    level: 'error',
    source: manual('1.1', say({ zh: '等各節參數說明', en: ' and the parameters of every section' })),
    title: say({ zh: '沿用上一個呼叫傳回的長度', en: 'the length that the call before wrote was used again' }),
    remedy: say({
      zh: '每次呼叫前重新設定長度：上一個呼叫已把它改成自己的',
      en: 'set the length before every call: the one before left its own in it',
    }),
    find: (walk) => lengths(walk, 'reused'),
  },
  {
    id: 'range-wrong',
    level: 'error',
    source: manual('1.41–1.44'),
    title: say({ zh: '讀取處方的起訖位置不正確', en: 'a range of prescriptions that does not exist' }),
    remedy: say({
      zh: '起始從 1，終止不大於 60（門診）、30（長期）、10（重要醫令）、3（過敏）',
      en: 'from 1 to at most 60 (outpatient), 30 (long-term), 10 (important orders), 3 (allergies)',
    }),
    find: ({ calls }) =>
      calls.flatMap((call) => {
        const last = ranges[call.no];
        const [from, to] = [numberIn(call, 'iStartPos'), numberIn(call, 'iEndPos')];
        if (last === undefined || from === undefined || to === undefined) return [];
        if (from >= 1 && to <= last && from <= to) return [];
        return [
          {
            lines: [call.at],
            detail: say({ zh: `${from} 到 ${to}，最多 ${last}`, en: `${from} to ${to}, of at most ${last}` }),
          },
        ];
      }),
  },
];
