/** @module Libraries that a HIS would load: where they lie. */

import { say } from '../../../base/index.ts';
import { libraryPlaces } from '../../libraries.ts';
import type { Check } from '../types.ts';

export const library: Check = {
  id: 'library',
  area: 'library',
  title: say({ zh: 'HIS 載入的函式庫', en: 'libraries that a HIS loads' }),
  finds: {
    'library.found': {
      severity: 'note',
      what: say({ zh: '找得到的函式庫：{places}', en: 'libraries in reach: {places}' }),
      why: say({
        zh: 'HIS 載入搜尋順序裡的第一個，它自己資料夾裡的優先',
        en: 'a HIS loads the first in its search order, its own folder before all',
      }),
      todo: say({ zh: '請確認第一個就是要用的', en: 'see that the first one is the one that is meant' }),
      faq: [4, 8],
    },
    'library.several': {
      severity: 'warning',
      what: say({ zh: '有 {count} 份函式庫，大小不同', en: '{count} copies of the library differ in size' }),
      why: say({
        zh: '不同的 HIS 會載入不同的一份，版本號就不一樣',
        en: 'each HIS may load another one, and hear another version',
      }),
      todo: say({ zh: '請移除不用的，或換成同一版', en: 'remove what is not used, or make them the same version' }),
      faq: [4, 8],
    },
  },
  async look({ machine }) {
    const places = await libraryPlaces(machine);
    if (places.length === 0) return [];
    const paths = places.map(({ path }) => path);
    return new Set(places.map(({ size }) => size)).size > 1
      ? [{ id: 'library.several', details: { count: places.length, places: paths } }]
      : [{ id: 'library.found', details: { places: paths } }];
  },
};
