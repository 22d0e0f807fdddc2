/** @module What can go wrong with a reader, in words. All are 4000; `kind` tells them apart. */

import { Failure, type Say, say } from '../base/index.ts';

const words: { readonly [kind: string]: readonly [Say, Say] } = {
  'no-card': [
    say({ zh: '讀卡機裡沒有卡片', en: 'there is no card in the reader' }),
    say({ zh: '請插入卡片', en: 'put a card in' }),
  ],
  'card-gone': [
    say({ zh: '卡片在作業中被取出', en: 'the card was taken out in the middle' }),
    say({ zh: '請把同一張卡片放回讀卡機', en: 'put the same card back' }),
  ],
  'card-changed': [
    say({ zh: '讀卡機裡的卡片已換過', en: 'the card in the reader was changed' }),
    say({ zh: '請重新讀卡', en: 'read the card again' }),
  ],
  'reader-timeout': [
    say({ zh: '讀卡機沒有在時間內回應', en: 'the reader did not answer in time' }),
    say({
      zh: '請拔插讀卡機或重置（csSoftwareReset）',
      en: 'unplug the reader and plug it in, or reset it (csSoftwareReset)',
    }),
  ],
  'pad-refused': [
    say({ zh: '讀卡機的密碼鍵盤拒絕了輸入', en: "the reader's PIN pad refused the entry" }),
    say({
      zh: '請再試一次：密碼改在電腦上輸入（OPENCSHIS_PINPAD=off 一律如此）',
      en: 'try again: the PIN is then typed at the computer (always so with OPENCSHIS_PINPAD=off)',
    }),
  ],
  'reader-gone': [
    say({ zh: '讀卡機已移除', en: 'the reader is gone' }),
    say({ zh: '請接回讀卡機', en: 'connect the reader again' }),
  ],
};
export type ReaderTrouble = 'no-card' | 'card-gone' | 'card-changed' | 'reader-timeout' | 'reader-gone' | 'pad-refused';

export const readerFailure = (kind: ReaderTrouble, cause?: unknown): Failure => {
  const [why, todo] = words[kind] ?? [
    say({ zh: '讀卡機錯誤', en: 'reader trouble' }),
    say({ zh: '請重試', en: 'try again' }),
  ];
  return new Failure(4000, { kind, why, todo, ...(cause === undefined ? {} : { cause }) });
};
