/**
 * @module The health card's file map: every segment of 健保卡存放內容 (104), with who may read it.
 * `pin` guards disclosure: a SAM's session may read such a file to decide, a plain READ needs the holder's PIN.
 */

import { records as care } from '../../catalogue/index.ts';
import { at, coded, group, type RecordValue, record } from '../../catalogue/schema.ts';

/** `free`: anybody; `sam`: a verified security module; `pin`, `hpc`: besides, the holder's PIN, a professional card. */
export type Access = 'free' | 'sam' | 'pin' | 'hpc';

const title = (zh: string, en: string) => ({ zh, en });
/** Where the next group goes: our extension at the file's end; a real applet keeps it to itself. */
const next = (from: number) => at(from, from + 1, 'count', '下一組的位置', 'place of the next group, from 0');
const money = (from: number, to: number, zh: string, en: string) => at(from, to, 'money', zh, en);

export const hcRecords = {
  basic: record('hc.basic', 58, title('基本資料', 'basic data'), {
    cardNo: at(1, 12, 'cardNo', '卡片號碼', 'card number'),
    name: at(13, 32, 'text', '姓名', 'name'),
    personId: at(33, 42, 'personId', '身分證號或身分證明文件號碼', 'id number'),
    birthDate: at(43, 49, 'rocDate', '出生日期', 'birth date'),
    sex: coded(50, 50, 'sexes', '性別', 'sex'),
    issueDate: at(51, 57, 'rocDate', '發卡日期', 'issue date'),
    cancelMark: coded(58, 58, 'cancelMarks', '卡片註銷註記', 'cancellation mark'),
  }),
  emergency: record('hc.emergency', 14, title('緊急聯絡電話', 'emergency telephone'), {
    emergencyTel: at(1, 14, 'text', '緊急聯絡電話', 'emergency telephone'),
  }),
  validity: record('hc.validity', 9, title('有效期限與可用次數', 'validity and visits available'), {
    validUntil: at(1, 7, 'rocDate', '卡片有效期限', 'card valid until'),
    available: at(8, 9, 'count', '就醫可用次數', 'visits available'),
  }),
  insured: record('hc.insured', 3, title('保險人與身分註記', 'insurer and status'), {
    insurerCode: at(1, 2, 'digits', '保險人代碼', 'insurer code'),
    insuredMark: coded(3, 3, 'insuredMarks', '保險對象身分註記', 'status of the insured'),
  }),
  lastSeq: record('hc.lastSeq', 7, title('最近一次就醫序號', 'last visit number'), {
    lastSeqNumber: at(1, 7, 'digits', '最近一次就醫序號', 'last visit number'),
  }),
  illness: record('hc.illness', 114, title('重大傷病註記', 'catastrophic illness'), {
    illnesses: group(1, 5, 19, '重大傷病註記', 'catastrophic illness', {
      code: at(1, 5, 'icd', '重大傷病代碼', 'illness code'),
      validFrom: at(6, 12, 'rocDate', '有效期限起始日', 'valid from'),
      validUntil: at(13, 19, 'rocDate', '有效期限終止日', 'valid until'),
    }),
    dentalMark: at(96, 96, 'alnum', '牙醫特殊服務加成註記（4A-1）', 'dental special service mark'),
    rareMark: at(97, 97, 'alnum', '罕病註記（4A-2）', 'rare disease mark'),
    oilMark: at(98, 98, 'alnum', '油症註記（4A-3）', 'oil disease mark'),
    reserved: at(99, 100, 'alnum', '保留（4A-4）', 'reserved'),
    designated: at(101, 114, 'text', '指定就醫院所（4B）', 'designated institution'),
  }),
  newborn: record('hc.newborn', 8, title('新生兒依附註記', 'attached newborn'), {
    newbornDate: at(1, 7, 'rocDate', '新生兒出生日期', "newborn's birth date"),
    newbornMark: at(8, 8, 'digits', '新生兒胞胎註記', 'number of births'),
  }),
  // Newest first. The last 21 bytes are our extension: the treatment identifier and whether it was undone.
  visits: record('hc.visits', 6 * 110, title('就醫資料登錄', 'visits'), {
    visits: group(1, 6, 110, '就醫資料登錄', 'visit', {
      treatItem: coded(1, 2, 'treatItems', '就醫類別', 'category'),
      babyTreat: at(3, 3, 'alnum', '新生兒就醫註記', 'newborn mark'),
      visitTime: at(4, 16, 'rocDateTime', '就診日期時間', 'date and time'),
      afterCheck: at(17, 17, 'alnum', '補卡註記', 'after-check mark'),
      seqNumber: at(18, 21, 'seqNumber', '就醫序號', 'visit number'),
      hospId: at(22, 31, 'hospId', '醫療院所代碼', 'institution code'),
      doctorId: at(32, 41, 'personId', '醫事人員身分證號', "professional's id number"),
      mainCode: at(42, 46, 'icd', '主要診斷碼', 'main diagnosis'),
      subCode1: at(47, 51, 'icd', '次要診斷碼 1', 'secondary diagnosis 1'),
      subCode2: at(52, 56, 'icd', '次要診斷碼 2', 'secondary diagnosis 2'),
      subCode3: at(57, 61, 'icd', '次要診斷碼 3', 'secondary diagnosis 3'),
      subCode4: at(62, 66, 'icd', '次要診斷碼 4', 'secondary diagnosis 4'),
      subCode5: at(67, 71, 'icd', '次要診斷碼 5', 'secondary diagnosis 5'),
      outpatientFee: at(72, 75, 'uint', '門診醫療費用', 'outpatient fee'),
      outpatientCopay: at(76, 79, 'uint', '門診部分負擔', 'outpatient copayment'),
      inpatientFee: at(80, 83, 'uint', '住院醫療費用', 'inpatient fee'),
      inpatientCopayShort: at(84, 86, 'uint', '住院部分負擔（短期）', 'inpatient copayment, shorter'),
      inpatientCopayLong: at(87, 89, 'uint', '住院部分負擔（長期）', 'inpatient copayment, longer'),
      treatNum: at(90, 109, 'treatNum', '就醫識別碼', 'treatment identifier'),
      undone: at(110, 110, 'yesNo', '已退掛', 'undone'),
    }),
  }),
  cumulative: record('hc.cumulative', 134, title('就醫累計資料', 'cumulative data'), {
    years: group(1, 2, 67, '就醫累計資料', 'cumulative data of a year', {
      year: at(1, 3, 'digits', '年', 'ROC year'),
      visits: at(4, 7, 'count', '就醫累計次數', 'visits'),
      outpatientFee: money(8, 17, '門診醫療費用累計', 'outpatient fees'),
      inpatientFee: money(18, 27, '住診醫療費用累計', 'inpatient fees'),
      outpatientCopay: money(28, 35, '門診部分負擔累計', 'outpatient copayments'),
      inpatientCopayShort: money(36, 43, '住診部分負擔累計（短期）', 'inpatient copayments, shorter'),
      inpatientCopayLong: money(44, 51, '住診部分負擔累計（長期）', 'inpatient copayments, longer'),
      copay: money(52, 59, '部分負擔累計', 'copayments'),
      copayShort: money(60, 67, '部分負擔累計（門診＋短期住診）', 'copayments, outpatient and shorter stays'),
    }),
  }),
  totals: record('hc.totals', 20, title('醫療費用總累計', 'total fees'), {
    outpatientTotal: money(1, 10, '門診醫療費用總累計', 'outpatient fees'),
    inpatientTotal: money(11, 20, '住診醫療費用總累計', 'inpatient fees'),
  }),
  premium: record('hc.premium', 22, title('個人保險費', 'premiums'), {
    years: group(1, 2, 11, '個人保險費', 'premium of a year', {
      year: at(1, 3, 'digits', '年', 'ROC year'),
      paid: money(4, 11, '累計費用', 'paid'),
    }),
  }),
  prevent: record('hc.prevent', 128, title('保健服務', 'preventive services'), {
    items: group(1, 6, 21, '保健服務', 'preventive service', {
      serviceItem: at(1, 2, 'alnum', '保健服務項目註記', 'service'),
      checkDate: at(3, 9, 'rocDate', '檢查日期', 'date'),
      hospId: at(10, 19, 'hospId', '醫療院所代碼', 'institution code'),
      checkCode: at(20, 21, 'alnum', '檢查項目代碼', 'examination code'),
    }),
    next: next(127),
  }),
  pregnant: record('hc.pregnant', 211, title('孕婦產前檢查', 'antenatal examinations'), {
    items: group(1, 11, 19, '孕婦產前檢查', 'antenatal examination', {
      checkDate: at(1, 7, 'rocDate', '檢查日期', 'date'),
      hospId: at(8, 17, 'hospId', '醫療院所代碼', 'institution code'),
      checkCode: at(18, 19, 'alnum', '檢查項目代碼', 'examination code'),
    }),
    next: next(210),
  }),
  prescriptions: record('hc.prescriptions', 3662, care.prescriptions.title, {
    ...care.prescriptions.parts,
    next: next(3661),
  }),
  longTerm: record('hc.longTerm', 1322, care.longTermPrescriptions.title, {
    ...care.longTermPrescriptions.parts,
    next: next(1321),
  }),
  important: record('hc.important', 362, care.importantOrders.title, {
    ...care.importantOrders.parts,
    next: next(361),
  }),
  allergy: record('hc.allergy', 120, care.allergies.title, care.allergies.parts),
  inoculation: record('hc.inoculation', 1402, care.inoculateData.title, {
    ...care.inoculateData.parts,
    next: next(1401),
  }),
  organ: record('hc.organ', 1, title('器官捐贈及安寧緩和醫療', 'organ donation'), {
    organDonate: at(1, 1, 'alnum', '同意註記', 'consent'),
  }),
} as const;
export type HcFileName = keyof typeof hcRecords;
export type HcFiles = { readonly [N in HcFileName]: RecordValue<(typeof hcRecords)[N]> };

/** File identifiers and who may read; all are updated in a SAM's session only. */
export const hcFileMap: { readonly [N in HcFileName]: { readonly fid: number; readonly read: Access } } = {
  basic: { fid: 0x0101, read: 'sam' },
  emergency: { fid: 0x0102, read: 'sam' },
  validity: { fid: 0x0201, read: 'sam' },
  insured: { fid: 0x0202, read: 'pin' },
  lastSeq: { fid: 0x0203, read: 'pin' },
  illness: { fid: 0x0204, read: 'pin' },
  newborn: { fid: 0x0205, read: 'pin' },
  visits: { fid: 0x0206, read: 'pin' },
  cumulative: { fid: 0x0207, read: 'pin' },
  totals: { fid: 0x0208, read: 'pin' },
  premium: { fid: 0x0209, read: 'pin' },
  prevent: { fid: 0x020a, read: 'pin' },
  pregnant: { fid: 0x020b, read: 'pin' },
  prescriptions: { fid: 0x0301, read: 'pin' },
  longTerm: { fid: 0x0302, read: 'pin' },
  important: { fid: 0x0303, read: 'pin' },
  allergy: { fid: 0x0304, read: 'pin' },
  inoculation: { fid: 0x0401, read: 'pin' },
  organ: { fid: 0x0402, read: 'pin' },
};
