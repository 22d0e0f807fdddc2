/** @module The web origins that ask to be let in, as the operator hears of them. */

import { signal } from '@preact/signals';
import type { OriginAsking, OriginPurpose, Words } from '../client/index.ts';
import { say } from './words.ts';

export const asking = signal<readonly OriginAsking[]>([]);

/** What it is let in for, in the words of a counter. */
export const purposeWords: { readonly [P in OriginPurpose]: { readonly title: Words; readonly may: Words } } = {
  page: {
    title: say('讀卡與掛號', 'to read cards and register'),
    may: say(
      '允許之後，這個網站可以讀卡片資料、看讀卡機與安全模組的狀態、替病人掛號。它不能輸入密碼、退掛，也看不到日誌。',
      'Once let in, it may read cards, see readers and the security module, and register patients. It cannot type PINs, undo visits or see the journal.',
    ),
  },
  vpn: {
    title: say('以卡片登入', 'a log-in by cards'),
    may: say(
      '允許之後，這個網站可以請安全模組與卡片簽章，用來登入。',
      'Once let in, it may have the security module and the cards sign, for a log-in.',
    ),
  },
  component: {
    title: say('使用網路服務元件', 'the web component'),
    may: say(
      '允許之後，這個網站可以讀健保卡的基本資料並請卡片簽章。',
      "Once let in, it may read a card's basic data and have the card sign.",
    ),
  },
};

/** Six digits in two groups, as people read them. */
export const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
