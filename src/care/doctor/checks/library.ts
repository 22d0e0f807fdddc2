/** @module Libraries that a HIS would load: where they lie, whether they are the same, whose they are. */

import { say } from '../../../base/index.ts';
import { findCopies, runningConsole } from '../../libraries/index.ts';
import { isOfficialRunning } from '../../neighbours/index.ts';
import type { Check } from '../types.ts';

export const library: Check = {
  id: 'library',
  area: 'library',
  title: say({ zh: 'HIS 載入的函式庫', en: 'libraries that a HIS loads' }),
  finds: {
    'library.found': {
      severity: 'note',
      what: say({ zh: '找得到的函式庫：{copies}', en: 'libraries in reach: {copies}' }),
      why: say({
        zh: 'HIS 載入搜尋順序裡的第一個，它自己資料夾裡的優先',
        en: 'a HIS loads the first in its search order, its own folder before all',
      }),
      todo: say({ zh: '請確認第一個就是要用的', en: 'see that the first one is the one that is meant' }),
      commands: ['opencshis libraries'],
      faq: [4, 8],
    },
    'library.several': {
      severity: 'warning',
      what: say({ zh: '{count} 份函式庫不一樣：{copies}', en: '{count} copies of the library differ: {copies}' }),
      why: say({
        zh: '不同的 HIS 會載入不同的一份，版本號就不一樣',
        en: 'each HIS may load another one, and hear another version',
      }),
      todo: say({ zh: '請移除不用的，或換成同一版', en: 'remove what is not used, or make them the same version' }),
      commands: ['opencshis libraries'],
      faq: [4, 8],
    },
    'library.other-console': {
      severity: 'warning',
      what: say({
        zh: '{copies} 屬於另一套控制軟體，而執行的是{running}',
        en: '{copies} belongs to another control software than the one that runs ({runningEn})',
      }),
      why: say({
        zh: '載入它的 HIS 找不到執行中的控制軟體（-1、4000 或 9240）',
        en: 'a HIS that loads it does not find the control software that runs (-1, 4000 or 9240)',
      }),
      todo: say({
        zh: '把 HIS 資料夾裡的換成執行中那一套的；opencshis libraries 說明哪個 HIS 會載入哪一份',
        en: 'give the HIS the library of the one that runs; opencshis libraries tells which HIS loads which',
      }),
      commands: ['opencshis libraries'],
      faq: [6, 8],
    },
  },
  async look({ machine, own }) {
    const [copies, { supervisor }, official] = await Promise.all([
      findCopies(machine),
      own(),
      isOfficialRunning(machine),
    ]);
    if (copies.length === 0) return [];
    const shown = copies.map(({ path, version, bits }) =>
      [path, version, bits && `${bits}-bit`].filter(Boolean).join(' '),
    );
    const running = runningConsole(supervisor === 'running', official);
    const wrong = copies.flatMap(({ maker }, at) =>
      running !== undefined && maker !== 'unknown' && maker !== running ? (shown[at] ?? []) : [],
    );
    if (wrong.length > 0)
      return [
        {
          id: 'library.other-console',
          details: {
            copies: wrong,
            running: running === 'official' ? '官方控制軟體' : ' OpenCSHIS',
            runningEn: running === 'official' ? 'the official one' : 'OpenCSHIS',
          },
        },
      ];
    // Those of other bits are other files by nature.
    const differ = ([32, 64, undefined] as const).some(
      (bits) => new Set(copies.filter((one) => one.bits === bits).map(({ digest, size }) => digest ?? size)).size > 1,
    );
    return differ
      ? [{ id: 'library.several', details: { count: copies.length, copies: shown } }]
      : [{ id: 'library.found', details: { copies: shown } }];
  },
};
