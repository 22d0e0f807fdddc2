/** @module A hundred counters at once on one data centre: their visits reach the ledger together. */

import { createCounters } from './many.ts';
import { type Bench, ms, percentile } from './measure.ts';

export const counters: Bench = {
  name: 'counters',
  async run() {
    const all = await createCounters(100);
    try {
      const times = await all.registerTogether(5);
      const [half, worst] = [percentile(times, 0.5), percentile(times, 0.99)];
      return [
        {
          name: 'counters',
          what: {
            zh: '100 個櫃台同時詢問同一個資料中心：p99 對 p50',
            en: '100 counters at once asking one centre: p99 against p50',
          },
          ours: ms(worst),
          floor: ms(half),
          ratio: worst / half,
          goal: '≤ 10',
          met: worst / half <= 10,
        },
      ];
    } finally {
      await all.close();
    }
  },
};
