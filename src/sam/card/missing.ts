/** @module No security module card, or another card in its slot. */

import { Failure, say } from '../../base/index.ts';

export const samCardMissing = (cause?: unknown): Failure =>
  new Failure(4012, {
    kind: 'no-sam-card',
    why: say({
      zh: '讀卡機的安全模組卡槽裡沒有卡片',
      en: "there is no card in the reader's security module slot",
    }),
    todo: say({
      zh: '請插入安全模組卡，再執行認證（2.1）',
      en: 'put the security module card in, then verify it (2.1)',
    }),
    ...(cause === undefined ? {} : { cause }),
  });
export const samCardOther = (): Failure =>
  new Failure(4032, {
    kind: 'not-a-sam-card',
    why: say({
      zh: '安全模組卡槽裡的不是安全模組卡',
      en: 'the card in the security module slot is no security module card',
    }),
    todo: say({ zh: '請換成安全模組卡', en: 'put the security module card there' }),
  });
