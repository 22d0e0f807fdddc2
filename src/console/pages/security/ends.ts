/** @module What of the security module ends, and when: pure. */

import type { SamStatus, Words } from '../../../client/index.ts';
import { epochOf } from '../../roc.ts';
import { say } from '../../words.ts';

export interface End {
  readonly name: Words;
  readonly at: number;
  readonly level: 'good' | 'warning' | 'red';
  /** What the end means, where it is near or past. */
  readonly todo?: Words;
}
const hour = 3_600_000;
const day = 24 * hour;

/** How long before its end each is spoken of: a delegation is renewed by itself at half its life of a day. */
export function ends(sam: SamStatus, now: number): readonly End[] {
  const list: End[] = [];
  const add = (name: Words, at: number, near: number, todo: Words): void => {
    const level = at <= now ? 'red' : at - now <= near ? 'warning' : 'good';
    list.push({ name, at, level, ...(level === 'good' ? {} : { todo }) });
  };
  if (sam.certificate)
    add(
      say('安全模組憑證', "The module's certificate"),
      sam.certificate.notAfter,
      60 * day,
      say('請向健保署申請新的安全模組', 'apply to NHI for a new module'),
    );
  if (sam.delegation)
    add(
      say('簽章授權', 'Signing delegation'),
      sam.delegation.notAfter,
      6 * hour,
      say('請連線後執行認證，否則離線時不能掛號', 'connect and verify: without it nothing is signed offline'),
    );
  const keys = sam.identifierKeysUntil ? epochOf(sam.identifierKeysUntil.slice(0, 7)) : undefined;
  if (keys !== undefined)
    add(
      say('就醫識別碼金鑰', 'Identifier keys'),
      keys + day,
      14 * day,
      say('請連線後執行認證，取得之後的金鑰', 'connect and verify to be given later ones'),
    );
  return list;
}

export const stateWords = (state: SamStatus['state']): Words =>
  state === 2
    ? say('已與資料中心認證', 'verified with the data centre')
    : state === 1
      ? say('尚未認證', 'not verified')
      : state === 9
        ? say('插入的不是安全模組卡', 'the card in its slot is no security module')
        : say('沒有安全模組', 'not there');
