/** @module What is in the journal and not yet at the centre, and why, in words. Pure. */

import type { JournalEntry, Status, Words } from '../client/index.ts';
import { say } from './words.ts';

export interface Reason {
  readonly kind: 'in-doubt' | 'refused' | 'waiting';
  readonly count: number;
  readonly words: Words;
  readonly todo: Words;
}

/** What is worst first; nothing where all is at the centre. */
export function reasons(status: Status, open: readonly JournalEntry[]): readonly Reason[] {
  const { waiting, inDoubt, refused } = status.journal;
  const list: Reason[] = [];
  if (inDoubt > 0)
    list.push({
      kind: 'in-doubt',
      count: inDoubt,
      words: say(`${inDoubt} 筆寫入尚不確定`, `${inDoubt} in doubt`),
      todo: say('請把同一張卡片放回讀卡機', 'put the card back'),
    });
  if (refused > 0) {
    const why = open.find((entry) => entry.refused !== undefined)?.refused ?? '';
    list.push({
      kind: 'refused',
      count: refused,
      words: say(`${refused} 筆被資料中心拒收`, `${refused} refused by the centre`),
      todo: why === '' ? say('請看當日頁', 'see the Day page') : say(`中心說：${why}`, `it says: ${why}`),
    });
  }
  if (waiting > 0)
    list.push({
      kind: 'waiting',
      count: waiting,
      words: say(`待送 ${waiting} 筆`, `${waiting} waiting`),
      todo: status.links.centre
        ? say('傳送中', 'being sent')
        : say('網路不通，恢復後自動送出', 'no network: sent by itself when it is back'),
    });
  return list;
}
