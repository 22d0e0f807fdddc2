/** @module Layouts of basic data: 1.1, 1.2, 1.13, 1.14, 1.34, 1.35, 1.38, 2.2. */

import { at, coded, record } from '../schema.ts';

/** The first 58 bytes that 1.1 and 1.2 share. */
const person = {
  cardNo: at(1, 12, 'cardNo', '卡片號碼', 'card number'),
  name: at(13, 32, 'text', '姓名', 'name'),
  personId: at(33, 42, 'personId', '身分證號或身分證明文件號碼', 'id number'),
  birthDate: at(43, 49, 'rocDate', '出生日期', 'birth date'),
  sex: coded(50, 50, 'sexes', '性別', 'sex'),
  issueDate: at(51, 57, 'rocDate', '發卡日期', 'issue date'),
  cancelMark: coded(58, 58, 'cancelMarks', '卡片註銷註記', 'card cancellation mark'),
};

export const basicData = record(
  'basicData',
  72,
  { zh: '基本資料', en: 'basic data' },
  {
    ...person,
    emergencyTel: at(59, 72, 'text', '緊急聯絡電話', 'emergency telephone'),
  },
);

export const registerBasic = record(
  'registerBasic',
  78,
  { zh: '診間基本資料', en: 'basic data for the consulting room' },
  {
    ...person,
    insurerCode: at(59, 60, 'digits', '保險人代碼', 'insurer code'),
    insuredMark: coded(61, 61, 'insuredMarks', '保險對象身分註記', 'status of the insured'),
    validUntil: at(62, 68, 'rocDate', '卡片有效期限', 'card valid until'),
    available: at(69, 70, 'count', '就醫可用次數', 'visits available'),
    newbornDate: at(71, 77, 'rocDate', '新生兒出生日期（依附註記）', "attached newborn's birth date"),
    newbornMark: at(78, 78, 'digits', '新生兒胞胎註記（依附註記）', "attached newborn's number of births"),
  },
);

export const registerBasic2 = record(
  'registerBasic2',
  9,
  { zh: '有效期限與可用次數', en: 'validity and visits available' },
  {
    validUntil: at(1, 7, 'rocDate', '卡片有效期限', 'card valid until'),
    available: at(8, 9, 'count', '就醫可用次數', 'visits available'),
  },
);

export const emergentTel = record(
  'emergentTel',
  14,
  { zh: '緊急聯絡電話', en: 'emergency telephone' },
  {
    emergencyTel: at(1, 14, 'text', '緊急聯絡電話', 'emergency telephone'),
  },
);

export const lastSeqNum = record(
  'lastSeqNum',
  7,
  { zh: '最近一次就醫序號', en: 'last visit number' },
  {
    lastSeqNumber: at(1, 7, 'digits', '最近一次就醫序號', 'last visit number'),
  },
);

export const dateTime = record(
  'dateTime',
  13,
  { zh: '讀卡機日期時間', en: 'date and time' },
  {
    year: at(1, 3, 'digits', '民國年', 'ROC year'),
    month: at(4, 5, 'digits', '月', 'month'),
    day: at(6, 7, 'digits', '日', 'day'),
    hour: at(8, 9, 'digits', '時', 'hour'),
    minute: at(10, 11, 'digits', '分', 'minute'),
    second: at(12, 13, 'digits', '秒', 'second'),
  },
);

export const cardNumber = record(
  'cardNumber',
  12,
  { zh: '卡片號碼', en: 'card number' },
  {
    cardNo: at(1, 12, 'cardNo', '卡片號碼', 'card number'),
  },
);

export const hospital = record(
  'hospital',
  10,
  { zh: '醫療院所代碼', en: 'institution code' },
  {
    hospId: at(1, 10, 'hospId', '醫療院所代碼', 'institution code'),
  },
);

export const hpcNumber = record(
  'hpcNumber',
  12,
  { zh: '醫事人員卡序號', en: "professional card's number" },
  {
    cardNo: at(1, 12, 'cardNo', '醫事人員卡序號', "professional card's number"),
  },
);
export const hpcId = record(
  'hpcId',
  10,
  { zh: '醫事人員身分證字號', en: "professional's id number" },
  {
    personId: at(1, 10, 'personId', '醫事人員身分證字號', "professional's id number"),
  },
);
export const hpcChineseName = record(
  'hpcChineseName',
  20,
  { zh: '醫事人員中文姓名', en: "professional's Chinese name" },
  {
    name: at(1, 20, 'text', '中文姓名', 'Chinese name'),
  },
);
export const hpcEnglishName = record(
  'hpcEnglishName',
  40,
  { zh: '醫事人員英文姓名', en: "professional's English name" },
  {
    name: at(1, 40, 'text', '英文姓名', 'English name'),
  },
);
