/** @module Registration and its undoing: 1.9, 1.30, 1.37, 1.39, 1.40, 1.53, 1.54, 1.56. */

import { api, buffer, need, pages, port, text } from '../build.ts';
import * as r from '../records/index.ts';
import type { Param } from '../schema.ts';

const treatItem = text('cTreatItem', 2, 'code', '就醫類別', 'category of the visit', 'treatItems');
const babyTreat = text('cBabyTreat', 1, 'alnum', '新生兒就醫註記', 'newborn mark', 'babyMarks');
const afterCheck: Param = {
  name: 'cTreatAfterCheck',
  direction: 'in',
  kind: 'char',
  cType: 'char *',
  length: 1,
  maxRead: 1,
  value: 'code',
  table: 'afterChecks',
  title: { zh: '補卡註記：1 正常、2 補卡', en: 'after-check mark: 1 ordinary, 2 later' },
};
const codes = [0, 4000, 4013, 4029, 4033, 4050, 4061, 4071, 5001, 5002, 5003, 5004, 5005, 5006, 5007, 5008] as const;
const reads = ['basic', 'validity', 'insured', 'lastSeq', 'newborn', 'illness', 'visits', 'cumulative'];
const update = [0, 4000, 4013, 4029, 4033, 4050, 4061, 4071, 5130] as const;
const updateReads = ['basic', 'validity', 'insured', 'lastSeq', 'illness', 'visits', 'cumulative'];
const later = '5.1.5.3';

export const registerApis = [
  api('1.9', 'hisGetSeqNumber', '取得就醫序號', 'Register a visit (128-byte signature)', {
    ordinal: 4,
    deprecated: {
      since: later,
      replacedBy: '1.53',
      why: {
        zh: '上傳格式 2.0 的簽章為 256 位元組，請改用 1.53',
        en: 'upload format 2.0 wants a signature of 256 characters: use 1.53',
      },
    },
    params: [treatItem, babyTreat, ...buffer('pBuffer', 'iBufferLen', r.visitGrant128)],
    returns: [...codes, 5010, 5012, 5081, 9129],
    reads,
    writes: true,
    online: 'by-category',
  }),
  api('1.37', 'hisGetSeqNumber256', '取得就醫序號（256 位元組簽章）', 'Register a visit (256-character signature)', {
    ordinal: 54,
    since: '1.5',
    params: [treatItem, babyTreat, afterCheck, ...buffer('pBuffer', 'iBufferLen', r.visitGrant256)],
    returns: [...codes, 5009, 5010, 5012, 5081, 9129],
    reads,
    writes: true,
    online: 'by-category',
  }),
  api(
    '1.53',
    'hisGetSeqNumber256N1',
    '取得就醫序號、安全簽章及就醫識別碼',
    'Register a visit: number, signature, treatment identifier',
    {
      ownOrdinals: { hisGetSeqNumber256N1: 200 },
      since: later,
      replaces: '1.9',
      params: [treatItem, babyTreat, afterCheck, ...buffer('pBuffer', 'iBufferLen', r.visitGrant)],
      // 5052 and 5174 come by our rulings: a newborn visit without a newborn date; no identifier though the visit is there.
      returns: [...codes, 5009, 5010, 5012, 5052, 5081, 5174, 9129],
      reads,
      writes: true,
      online: 'by-category',
      roles: pages,
      source: '就醫識別碼搭配讀卡機控制軟體問答集 Q2; public client programs',
    },
  ),
  api('1.30', 'csUpdateHCContents', '健保卡卡片內容更新', "Update the card's contents", {
    ordinal: 26,
    params: [],
    returns: [...update, 9081, 9082, 9083, 9084, 9085, 9086, 9087, 9088, 9089, 9090],
    reads: updateReads,
    writes: true,
    online: 'always',
  }),
  api('1.40', 'csUpdateHCNoReset', '健保卡卡片內容更新（不重置卡片）', "Update the card's contents, without a reset", {
    ordinal: 58,
    since: '1.5',
    params: [],
    returns: [...update, 9081, 9082, 9083, 9084, 9085, 9086, 9087, 9088, 9089, 9090],
    reads: updateReads,
    writes: true,
    online: 'always',
  }),
  api('1.39', 'csUnGetSeqNumber', '退掛', 'Undo a registration', {
    ordinal: 57,
    since: '1.5',
    params: [text('pUnTreatDate', 13, 'rocDateTime', '欲退掛之就診日期時間', 'date and time of the visit to undo')],
    returns: [
      ...update,
      5150,
      5151,
      5152,
      5153,
      5154,
      5160,
      5161,
      5162,
      5163,
      5164,
      5165,
      5166,
      5167,
      5168,
      5169,
      5170,
      5171,
      5172,
      5173,
    ],
    reads: ['basic', 'validity', 'lastSeq', 'visits', 'cumulative', 'totals'],
    writes: true,
    online: 'always',
  }),
  api('1.54', 'hisGetTreatNumNoICCard', '無卡取得就醫識別碼', 'Treatment identifier without a card', {
    ownOrdinals: { hisGetTreatNumNoICCard: 201 },
    since: later,
    // Without a verified module the day keys that the counter holds still serve it (60 days).
    needs: [port, need('sam', 'degrade')],
    params: [
      text('pPatientID', 10, 'personId', '身分證號', 'id number'),
      text('pHospID', 10, 'hospId', '醫療院所代碼', 'institution code'),
      ...buffer('pBuffer', 'iBufferLen', r.treatNumNoCard),
    ],
    returns: [0, 4000, 4050, 4061, 5005, 6018],
    writes: true,
    source: '就醫識別碼搭配讀卡機控制軟體問答集 Q2, Q7; public client programs',
  }),
  api('1.56', 'hisGetTreatNumICCard', '有卡取得就醫識別碼', 'Treatment identifier of a visit on the card', {
    ownOrdinals: { hisGetTreatNumICCard: 202 },
    since: later,
    params: [
      text('pDateTime', 13, 'rocDateTime', '就診日期時間', 'date and time of the visit'),
      ...buffer('pBuffer', 'iBufferLen', r.treatNumCard),
    ],
    returns: [0, 4000, 4013, 4029, 4033, 4050, 4061, 5022],
    reads: ['basic', 'visits'],
    source: 'public client programs',
  }),
];
