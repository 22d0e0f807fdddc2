/** @module The professional card's file map. Its basic data are free: 4.5 to 4.8 need no security module. */

import { at, coded, type RecordValue, record } from '../../catalogue/schema.ts';

export const hpcRecords = {
  hpcBasic: record(
    'hpc.basic',
    97,
    { zh: '醫事人員基本資料', en: "professional's basic data" },
    {
      cardNo: at(1, 12, 'cardNo', '卡片號碼', 'card number'),
      personId: at(13, 22, 'personId', '身分證號', 'id number'),
      name: at(23, 42, 'text', '中文姓名', 'Chinese name'),
      englishName: at(43, 82, 'text', '英文姓名', 'English name'),
      profession: coded(83, 83, 'professions', '職類', 'profession'),
      state: at(84, 84, 'alnum', '卡片狀態：1 正常、2 註銷或停用', '1 in use, 2 cancelled'),
      validUntil: at(85, 91, 'rocDate', '有效期限', 'valid until'),
      reserved: at(92, 97, 'gap', '保留', 'reserved'),
    },
  ),
} as const;
export type HpcFiles = { readonly [N in keyof typeof hpcRecords]: RecordValue<(typeof hpcRecords)[N]> };
export const hpcFileMap = { hpcBasic: { fid: 0x0501, read: 'free' } } as const;
