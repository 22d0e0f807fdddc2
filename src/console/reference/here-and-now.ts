/** @module How a question of NHI's list stands on this machine at this moment, as far as the status tells. Pure. */

import type { Status, Words } from '../../client/index.ts';
import { rocOf, showTime } from '../roc.ts';
import { say } from '../words.ts';

export interface Standing {
  readonly well: boolean;
  readonly words: Words;
}
const well = (zh: string, en: string): Standing => ({ well: true, words: say(zh, en) });
const unwell = (zh: string, en: string): Standing => ({ well: false, words: say(zh, en) });

type Ask = (status: Status) => Standing;
const version: Ask = ({ version: of, profile }) =>
  well(`OpenCSHIS ${of}，相當於官方 ${profile}`, `OpenCSHIS ${of}, as the official ${profile}`);
const institution: Ask = ({ sam }) =>
  sam.identity
    ? well(`院所代碼 ${sam.identity.hospId}`, `the institution is ${sam.identity.hospId}`)
    : unwell('安全模組尚未認證，不知道院所代碼', 'the module is not verified, so that no institution is known');
const network: Ask = ({ links, journal, sam }) => {
  if (!links.centre && !links.sam)
    return unwell(
      `網路不通，${sam.delegation?.valid ? '仍可掛號' : '請用 1.54'}；待送 ${journal.waiting} 筆`,
      `no network, ${sam.delegation?.valid ? 'registering goes on' : 'use 1.54'}; ${journal.waiting} waiting`,
    );
  if (!links.centre) return unwell('到資料中心的網路不通', 'the data centre is not reached');
  return well(`網路通；待送 ${journal.waiting} 筆`, `the network is there; ${journal.waiting} waiting`);
};
const readers: Ask = ({ slots, pcsc }) => {
  const silent = slots.find(({ state }) => state !== 'ready');
  if (silent) return unwell(`${silent.name} 沒有回應`, `${silent.name} does not answer`);
  if (slots.length === 0)
    return unwell(`沒有讀卡機${pcsc.why ? `：${pcsc.why.zh}` : ''}`, `no reader${pcsc.why ? `: ${pcsc.why.en}` : ''}`);
  return well(
    `讀卡機：${slots.map(({ name }) => name).join('、')}`,
    `readers: ${slots.map(({ name }) => name).join(', ')}`,
  );
};
const clock: Ask = ({ now }) => {
  const text = rocOf(now);
  return well(`時鐘是 ${showTime(text, 'zh')}`, `the clock says ${showTime(text, 'en')}`);
};
const module: Ask = (status) =>
  status.sam.state === 2
    ? readers(status)
    : unwell('安全模組沒有認證，可在安全模組頁重啟', 'the module is not verified: restart it on its page');

const asks: { readonly [no: number]: Ask } = {
  1: version,
  2: network,
  3: institution,
  4: version,
  5: clock,
  6: module,
  7: network,
  11: readers,
  12: version,
};

export const hereAndNow = (no: number, status: Status): Standing | undefined => asks[no]?.(status);
