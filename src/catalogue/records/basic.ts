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

/** hisGetInsurerData: what the insurer keeps on the card, as 1.2 has it from byte 59 on. */
export const insurerData = record(
  'insurerData',
  20,
  { zh: '保險人資料', en: "the insurer's data" },
  {
    insurerCode: at(1, 2, 'digits', '保險人代碼', 'insurer code'),
    insuredMark: coded(3, 3, 'insuredMarks', '保險對象身分註記', 'status of the insured'),
    validUntil: at(4, 10, 'rocDate', '卡片有效期限', 'card valid until'),
    available: at(11, 12, 'count', '就醫可用次數', 'visits available'),
    newbornDate: at(13, 19, 'rocDate', '新生兒出生日期（依附註記）', "attached newborn's birth date"),
    newbornMark: at(20, 20, 'digits', '新生兒胞胎註記（依附註記）', "attached newborn's number of births"),
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

/** csGetHospName; longer names are cut on a character's border. */
export const hospitalName = record(
  'hospitalName',
  60,
  { zh: '醫療院所名稱', en: "institution's name" },
  { hospName: at(1, 60, 'text', '醫療院所名稱', "institution's name") },
);
/** csGetHospAbbName. */
export const hospitalAbbName = record(
  'hospitalAbbName',
  20,
  { zh: '醫療院所簡稱', en: "institution's abbreviated name" },
  { hospAbbName: at(1, 20, 'text', '醫療院所簡稱', "institution's abbreviated name") },
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
/** hpcGetAllData: 4.5 to 4.8 one after the other. */
export const hpcAllData = record(
  'hpcAllData',
  82,
  { zh: '醫事人員卡資料', en: "professional card's data" },
  {
    cardNo: at(1, 12, 'cardNo', '醫事人員卡序號', "professional card's number"),
    personId: at(13, 22, 'personId', '醫事人員身分證字號', "professional's id number"),
    name: at(23, 42, 'text', '中文姓名', 'Chinese name'),
    englishName: at(43, 82, 'text', '英文姓名', 'English name'),
  },
);

/** VPNGetRandom. */
export const vpnRandom = record(
  'vpnRandom',
  16,
  { zh: '登入用亂數', en: 'random for a log-in' },
  { random: at(1, 16, 'hex', '亂數', 'random') },
);
/** VPNH_Sign, VPNH_VerifySign. */
export const vpnSignature = record(
  'vpnSignature',
  315,
  { zh: '登入與上傳服務的簽章', en: 'signature for a log-in or an upload service' },
  {
    signedAt: at(1, 13, 'rocDateTime', '簽章日期時間', 'signed at'),
    samId: at(14, 25, 'samId', 'SAM ID', 'SAM id'),
    hospId: at(26, 35, 'hospId', '醫療院所代碼', 'institution code'),
    hcCardNo: at(36, 47, 'cardNo', '健保卡號碼（卡片種類 4）', "health card's number (kind 4)"),
    hpcCardNo: at(48, 59, 'cardNo', '醫事人員卡序號（卡片種類 4）', "professional card's number (kind 4)"),
    signature: at(60, 315, 'hex', '簽章', 'signature'),
  },
);
