/** @module The security module card's file: whose it is. Free to read: 2.2 and an exception's registration need no centre. */

import { at, type RecordValue, record } from '../../catalogue/schema.ts';

export const samRecords = {
  samBasic: record(
    'sam.basic',
    142,
    { zh: '安全模組卡基本資料', en: "security module's basic data" },
    {
      samId: at(1, 12, 'samId', '安全模組代碼', 'SAM id'),
      hospId: at(13, 22, 'hospId', '醫療院所代碼', 'institution code'),
      hospName: at(23, 102, 'text', '醫療院所名稱', "institution's name"),
      hospAbbName: at(103, 142, 'text', '醫療院所簡稱', 'abbreviated name'),
    },
  ),
} as const;
export type SamFiles = { readonly [N in keyof typeof samRecords]: RecordValue<(typeof samRecords)[N]> };
export const samFileMap = { samBasic: { fid: 0x0601, read: 'free' } } as const;
