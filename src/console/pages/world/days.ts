/** @module Days that go wrong, by one button each: what is switched, and what to try then. */

import type { Words } from '../../../client/index.ts';

const say = (zh: string, en: string): Words => ({ zh, en });

export interface BadDay {
  readonly name: string;
  readonly title: Words;
  /** What to try, and what is seen. */
  readonly look: Words;
  readonly steps: readonly {
    readonly action: 'network' | 'clock' | 'offline' | 'fault' | 'power';
    readonly body: object;
  }[];
}
const fault = (name: string, options?: object, times?: number) => ({
  action: 'fault' as const,
  body: { name, ...(options ? { options } : {}), ...(times === undefined ? {} : { times }) },
});

export const badDays: readonly BadDay[] = [
  {
    name: 'no-network',
    title: say('整天斷網', 'no network all day'),
    look: say(
      '照常掛號：識別碼用預先存放的金鑰，待送的在「當日」。',
      'Register as always: identifiers come from keys kept for it; what waits is on the page Day.',
    ),
    steps: [{ action: 'network', body: { up: false } }],
  },
  {
    name: 'official-offline',
    title: say('斷網，且照官方離線規則', 'no network, and offline as the official software is'),
    look: say(
      '1.53 回 4061；用異常登錄，晚上再補取識別碼。',
      '1.53 answers 4061; register as an exception, recover the identifier in the evening.',
    ),
    steps: [
      { action: 'offline', body: { mode: 'official' } },
      { action: 'network', body: { up: false } },
    ],
  },
  {
    name: 'slow',
    title: say('網路慢得像停了', 'a network so slow that it seems to stand'),
    look: say(
      '每一步要等四秒；程式要顯示在等什麼。',
      'Each step takes four seconds; a program has to say what it waits for.',
    ),
    steps: [fault('network-slow', { ms: 4000 })],
  },
  {
    name: 'half-sent',
    title: say('資料送到了，回覆卻斷了', 'it arrived, and the answer broke off'),
    look: say('再送一次，資料中心仍只算一次。', 'It is sent again, and the data centre counts it once.'),
    steps: [fault('network-reset', { acted: true, link: 'centre' }, 3)],
  },
  {
    name: 'pulled-card',
    title: say('寫卡時民眾把卡抽走', 'the patient pulls the card while it is written'),
    look: say(
      '掛號得到「不確定」；把卡放回去，先結清再掛號。',
      'Registering ends in doubt; put the card back and it is settled first.',
    ),
    steps: [fault('tear', { role: 'any', ins: '8022', acted: true })],
  },
  {
    name: 'dirty-chip',
    title: say('晶片接觸不良', 'a chip with a bad contact'),
    look: say('三次錯誤的狀態碼；擦一擦再試。', 'Three wrong status words; wipe it and try again.'),
    steps: [fault('wrong-sw', { sw: '6f00' }, 3)],
  },
  {
    name: 'dead-reader',
    title: say('讀卡機沒反應', 'a reader that does not answer'),
    look: say('呼叫回 4000，直到關閉這個故障。', 'Calls answer 4000 until this is switched off.'),
    steps: [fault('reader-timeout')],
  },
  {
    name: 'refused-module',
    title: say('安全模組被資料中心拒絕', 'the security module is refused'),
    look: say('重新認證回 4051；看「安全模組」。', 'Verifying answers 4051; see the page Security module.'),
    steps: [fault('sam-refused')],
  },
  {
    name: 'full-disk',
    title: say('櫃台電腦磁碟滿了', "the counter's disk is full"),
    look: say('掛號在寫卡之前就被拒絕；卡上什麼都沒有。', 'A visit is refused before the card is touched.'),
    steps: [fault('counter-disk-full')],
  },
  {
    name: 'crash',
    title: say('寫卡之後控制軟體當掉', 'the control software dies after the card was written'),
    look: say(
      '掛一次號；它自己回來，再問一次得到同一筆。',
      'Register once; it comes back by itself, and asked again answers the same visit.',
    ),
    steps: [fault('crash', { at: 'control:after-commit' })],
  },
  {
    name: 'wrong-clock',
    title: say('電腦日期跑到三年後', "the computer's date is three years ahead"),
    look: say('卡片和憑證都過期了；「調回現在」就好。', 'Cards and certificates have ended; "Back to now" mends it.'),
    steps: [{ action: 'clock', body: { shift: 3 * 365 * 86_400_000 } }],
  },
  {
    name: 'power-cut',
    title: say('停電 15 秒', 'the power is cut for 15 seconds'),
    look: say(
      '所有程序同時消失，15 秒後回來；這一頁會自己接上。',
      'Every process is gone at once and back in 15 seconds; this page comes back by itself.',
    ),
    steps: [{ action: 'power', body: { seconds: 15 } }],
  },
];
