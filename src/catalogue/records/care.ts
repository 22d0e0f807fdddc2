/** @module Layouts of care: prescriptions, prevention, pregnancy, vaccination, allergies (1.3, 1.4, 1.10-1.12, 1.18-1.20, 1.41-1.49), uploads (3.1). */

import { at, coded, group, record } from '../schema.ts';

const prescription = {
  visitTime: at(1, 13, 'rocDateTime', '就診日期時間', 'date and time of the visit'),
  orderType: coded(14, 14, 'orderTypes', '醫令類別', 'order type'),
  orderCode: at(15, 26, 'alnum', '診療項目代號', 'order code'),
  position: at(27, 32, 'alnum', '診療部位', 'part of the body'),
  usage: at(33, 50, 'alnum', '用法', 'usage'),
  // Left-aligned like everything a HIS writes, so that a day of one digit is followed by a blank.
  days: at(51, 52, 'alnum', '天數', 'days'),
  quantity: at(53, 59, 'alnum', '總量', 'total quantity'),
  delivery: coded(60, 61, 'deliveryNotes', '交付處方註記', 'delivery note'),
};
const longTerm = {
  orderDate: at(1, 7, 'rocDate', '開立日期', 'date of the order'),
  drugCode: at(8, 17, 'alnum', '藥品代碼', 'drug code'),
  usage: at(18, 35, 'alnum', '用法', 'usage'),
  days: at(36, 37, 'alnum', '天數', 'days'),
  quantity: at(38, 44, 'alnum', '總量', 'total quantity'),
};
const important = {
  doneDate: at(1, 7, 'rocDate', '實施日期', 'date done'),
  hospId: at(8, 17, 'hospId', '醫療院所代碼', 'institution code'),
  orderCode: at(18, 23, 'alnum', '重要醫令項目代碼', 'important order code'),
  position: at(24, 29, 'alnum', '實施部位代碼', 'part of the body'),
  quantity: at(30, 36, 'alnum', '總量', 'total quantity'),
};
const allergy = { drugName: at(1, 40, 'text', '過敏藥物成份名稱', 'name of the allergenic ingredient') };

export const prescriptions = record(
  'prescriptions',
  3660,
  { zh: '門診處方箋', en: 'outpatient prescriptions' },
  {
    items: group(1, 60, 61, '門診處方箋', 'prescription item', prescription),
  },
);
export const longTermPrescriptions = record(
  'longTermPrescriptions',
  1320,
  { zh: '長期處方箋', en: 'long-term prescriptions' },
  {
    items: group(1, 30, 44, '長期處方箋', 'long-term item', longTerm),
  },
);
export const importantOrders = record(
  'importantOrders',
  360,
  { zh: '重要醫令項目', en: 'important orders' },
  {
    items: group(1, 10, 36, '重要醫令項目', 'important order', important),
  },
);
export const allergies = record(
  'allergies',
  120,
  { zh: '過敏藥物', en: 'allergies' },
  { items: group(1, 3, 40, '過敏藥物', 'allergy', allergy) },
);

/** What 1.18 and 1.48 write, once; 1.45 and 1.49 several of them. */
export const prescriptionItem = record(
  'prescriptionItem',
  61,
  { zh: '一組門診處方箋', en: 'one prescription item' },
  prescription,
);
export const allergyItem = record('allergyItem', 40, { zh: '一組過敏藥物', en: 'one allergy' }, allergy);
export const prescriptionSignature = record(
  'prescriptionSignature',
  40,
  { zh: '處方簽章', en: "item's signature" },
  {
    signature: at(1, 40, 'hex', '處方簽章', "item's signature"),
  },
);
export const prescriptionSignatures = record(
  'prescriptionSignatures',
  2400,
  { zh: '各組處方簽章', en: "items' signatures" },
  {
    items: group(1, 60, 40, '處方簽章', "item's signature", {
      signature: at(1, 40, 'hex', '處方簽章', "item's signature"),
    }),
  },
);

export const registerPrevent = record(
  'registerPrevent',
  126,
  { zh: '預防保健資料', en: 'preventive services' },
  {
    items: group(1, 6, 21, '預防保健資料', 'preventive service', {
      serviceItem: coded(1, 2, 'preventItems', '保健服務項目註記', 'service'),
      checkDate: at(3, 9, 'rocDate', '檢查日期', 'date of examination'),
      hospId: at(10, 19, 'hospId', '醫療院所代碼', 'institution code'),
      checkCode: at(20, 21, 'alnum', '檢查項目代碼', 'examination code'),
    }),
  },
);
export const registerPregnant = record(
  'registerPregnant',
  209,
  { zh: '孕婦產前檢查資料', en: 'antenatal examinations' },
  {
    items: group(1, 11, 19, '孕婦產前檢查資料', 'antenatal examination', {
      checkDate: at(1, 7, 'rocDate', '檢查日期', 'date of examination'),
      hospId: at(8, 17, 'hospId', '醫療院所代碼', 'institution code'),
      checkCode: at(18, 19, 'alnum', '檢查項目代碼', 'examination code'),
    }),
  },
);
export const inoculateData = record(
  'inoculateData',
  1400,
  { zh: '預防接種資料', en: 'vaccinations' },
  {
    items: group(1, 40, 35, '預防接種資料項目', 'vaccination', {
      vaccine: at(1, 6, 'alnum', '疫苗種類', 'vaccine'),
      date: at(7, 13, 'rocDate', '接種日期', 'date given'),
      hospId: at(14, 23, 'hospId', '醫療院所代碼', 'institution code'),
      batch: at(24, 35, 'alnum', '疫苗批號', 'batch number'),
    }),
  },
);
export const organDonate = record(
  'organDonate',
  1,
  { zh: '器官捐贈及安寧緩和醫療註記', en: 'organ donation and palliative care' },
  {
    organDonate: coded(
      1,
      1,
      'organDonation',
      '同意器官捐贈及安寧緩和醫療註記',
      'consent to organ donation and palliative care',
    ),
  },
);

/** 3.1, 3.2; its times are western. */
export const uploadReceipt = record(
  'uploadReceipt',
  50,
  { zh: '上傳收據', en: 'receipt of an upload' },
  {
    samId: at(1, 12, 'samId', '安全模組代碼', 'SAM id'),
    hospId: at(13, 22, 'hospId', '醫事服務機構代碼', 'institution code'),
    sentAt: at(23, 36, 'westernDateTime', '上傳日期時間', 'sent at'),
    receivedAt: at(37, 50, 'westernDateTime', '接收日期時間', 'received at'),
  },
);
