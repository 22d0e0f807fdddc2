/** @module What is likely and what helps, by the family that a code belongs to; a code's own words go before them. */

import type { Say } from '../../base/say.ts';

export interface Family {
  readonly cause: Say;
  readonly todo: Say;
}
const family = (causeZh: string, causeEn: string, todoZh: string, todoEn: string): Family => ({
  cause: { zh: causeZh, en: causeEn },
  todo: { zh: todoZh, en: todoEn },
});

export const families = {
  none: family('沒有問題', 'nothing is wrong', '不需處理', 'nothing to do'),
  reader: family(
    '讀卡機沒有回應、線路鬆脫，或卡片中途被取出',
    'the reader does not answer, a cable is loose, or the card was taken out',
    '檢查讀卡機與線路，重新插入卡片再試',
    'check the reader and its cable, put the card in again and retry',
  ),
  insert: family(
    '需要的卡片不在讀卡機裡，或沒有插到底',
    'the card that is needed is not in the reader, or not all the way',
    '插入正確的卡片（晶片朝上）再試一次',
    'put the right card in, chip up, and try again',
  ),
  sam: family(
    '安全模組還沒有與健保署資料中心完成認證',
    'the security module is not verified with the data centre',
    '確認網路後執行安全模組認證（2.1）；真卡的其餘資料需健保署的安全模組',
    "check the network, verify the security module (2.1); a real card's other data need NHI's own module",
  ),
  network: family(
    '連不到健保署資料中心',
    'the data centre cannot be reached',
    '檢查網路；無卡可用 1.54，或以異常代碼登錄後補取',
    'check the network; 1.54 works without a card, or register an exception and recover later',
  ),
  card: family(
    '卡片的狀態不允許這項作業',
    "the card's state does not allow this",
    '請持卡人更新卡片或洽健保署服務據點',
    "have the card updated, or ask NHI's service point",
  ),
  clock: family(
    '讀卡機或電腦的日期時間不對',
    "the reader's or the computer's clock is wrong",
    '校正時間後重新執行安全模組認證（2.1）',
    'set the clock and verify the security module again (2.1)',
  ),
  write: family(
    '寫入途中卡片被取出或晶片接觸不良',
    'the card left while it was written, or its contacts are bad',
    '把同一張卡片放回讀卡機：程式會先核對再繼續',
    'put the same card back: the program checks it before it goes on',
  ),
  input: family(
    '傳入的資料與卡片或規則不符',
    'what was passed does not fit the card or the rules',
    '核對傳入的資料後再試',
    'check what is passed and try again',
  ),
  pin: family(
    '密碼不符、未輸入或已鎖住',
    'the PIN is wrong, was not typed, or is locked',
    '請持卡人重新輸入；連錯三次會鎖卡，需連線更新（1.30）解鎖',
    'have the holder type it again; three wrong ones lock it, and an update online (1.30) unlocks it',
  ),
  undo: family(
    '這筆就醫不能退掛，或卡片的累計資料不合理',
    "this visit cannot be undone, or the card's sums do not fit",
    '核對就診日期時間；必要時連線更新卡片（1.30）',
    'check the date and time; update the card online (1.30) if needed',
  ),
  mutual: family(
    '安全模組與資料中心互相認證時有一方不被接受',
    'in the mutual authentication one side was not accepted',
    '重試一次；仍失敗請洽健保署並提供代碼',
    'try once more; if it fails again, tell NHI the code',
  ),
  upload: family(
    '上傳的檔案或傳輸有問題',
    'the uploaded file or its transfer has a problem',
    '檢查檔案的路徑、大小與磁碟空間後重送',
    "check the file's path, size and the disk's space, and send again",
  ),
  centre: family(
    '資料中心拒絕或無法處理',
    'the data centre refused or could not do it',
    '稍後再試；仍失敗請洽健保署並提供代碼',
    'try later; if it fails again, tell NHI the code',
  ),
  insured: family(
    '投保或繳費狀況不符更新條件',
    'insurance or premiums do not meet the conditions',
    '請保險對象洽健保署或投保單位',
    'the insured should ask NHI or his employer',
  ),
  professional: family(
    '醫事人員卡或其權限不符',
    "the professional card or its holder's rights do not fit",
    '改用具權限的醫事人員卡',
    'use the card of a professional who has the right',
  ),
  reserved: family('健保署保留的代碼', 'reserved by NHI', '洽健保署', 'ask NHI'),
  own: family(
    '本機程式無法完成',
    'this program could not do it',
    '看訊息的說明；可執行 opencshis status',
    'see the message; opencshis status tells more',
  ),
} as const;
export type FamilyName = keyof typeof families;
