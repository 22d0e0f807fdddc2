/** @module The mail of Q12, ready to be copied; nothing is sent by us. */

import { type Say, say } from '../../base/index.ts';
import { type Given, items } from './items.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Opens the user's own mail program with all of it; without the detail where that is too long for a link. */
  readonly mailto: string;
}
export interface FilledItem {
  readonly id: string;
  readonly title: Say;
  readonly value: string;
  readonly from: 'given' | 'found' | 'missing';
}

const to = 'ic_service@nhi.gov.tw';
/** Windows hands no longer command line from a link to a mail program. */
const longestLink = 2000;

/** What was given goes before what was found. */
export const filledItems = (given: Given, found: Given): readonly FilledItem[] =>
  items.map(({ id, title }) => {
    const [said, seen] = [given[id], found[id]];
    if (said !== undefined) return { id, title, value: said, from: 'given' };
    return seen === undefined ? { id, title, value: '', from: 'missing' } : { id, title, value: seen, from: 'found' };
  });

/** In Chinese, as it goes to NHI. */
export function mailOf(filled: readonly FilledItem[]): Mail {
  const of = (id: string): string => filled.find((one) => one.id === id)?.value ?? '';
  const who = [of('name'), of('hospId')].filter(Boolean).join(' ');
  const subject = `讀卡機控制軟體問題詢問${who && `（${who}）`}`;
  const list = (detail: string): string =>
    filled
      .map(({ id, title, value }, at) => {
        const text = id === 'detail' ? detail : value;
        return `(${at + 1}) ${title.zh}：${id === 'detail' && text.includes('\n') ? '\n' : ''}${text || missing.zh}`;
      })
      .join('\n');
  const bodyWith = (detail: string): string => `您好，以下為讀卡機控制軟體的問題：\n\n${list(detail)}\n\n謝謝。\n`;
  const linkWith = (detail: string): string =>
    `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(bodyWith(detail).replaceAll('\n', '\r\n'))}`;
  const body = bodyWith(of('detail'));
  const whole = linkWith(of('detail'));
  return { to, subject, body, mailto: whole.length > longestLink ? linkWith('（請貼在這裡）') : whole };
}

export const missing = say({ zh: '（待填）', en: '(to be filled in)' });
