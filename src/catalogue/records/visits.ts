/** @module Layouts of visits: 1.5-1.9, 1.33, 1.37, 1.50, 1.53, 1.54, 1.56, and what 1.16, 1.17 and 1.47 write. */

import { at, coded, group, record } from '../schema.ts';

const granted = {
  visitTime: at(1, 13, 'rocDateTime', '就診日期時間', 'date and time of the visit'),
  seqNumber: at(14, 17, 'seqNumber', '就醫序號', 'visit number'),
  hospId: at(18, 27, 'hospId', '醫療院所代碼', 'institution code'),
};
const signed256 = {
  ...granted,
  signature: at(28, 283, 'hex', '安全簽章', 'security signature'),
  samId: at(284, 295, 'samId', 'SAM ID', 'SAM id'),
  sameDay: at(296, 296, 'yesNo', '是否同日就診', 'second visit of the day'),
};

/** 1.9. */
export const visitGrant128 = record(
  'visitGrant128',
  167,
  { zh: '就醫序號（128 位元組簽章）', en: 'visit with a signature of 128 bytes' },
  {
    ...granted,
    signature: at(28, 155, 'bytes', '安全簽章', 'security signature'),
    samId: at(156, 167, 'samId', 'SAM ID', 'SAM id'),
  },
);
/** 1.37. */
export const visitGrant256 = record(
  'visitGrant256',
  296,
  { zh: '就醫序號（256 位元組簽章）', en: 'visit with a signature of 256 characters' },
  signed256,
);
/** 1.53. */
export const visitGrant = record(
  'visitGrant',
  316,
  { zh: '就醫序號、安全簽章與就醫識別碼', en: 'visit number, signature and treatment identifier' },
  {
    ...signed256,
    treatNum: at(297, 316, 'treatNum', '就醫識別碼', 'treatment identifier'),
  },
);
/** 1.54. */
export const treatNumNoCard = record(
  'treatNumNoCard',
  43,
  { zh: '無卡就醫識別碼', en: 'treatment identifier without a card' },
  {
    visitTime: at(1, 13, 'rocDateTime', '電腦日期時間', "computer's date and time"),
    hospId: at(14, 23, 'hospId', '醫療院所代碼', 'institution code'),
    treatNum: at(24, 43, 'treatNum', '就醫識別碼', 'treatment identifier'),
  },
);
/** 1.56. */
export const treatNumCard = record(
  'treatNumCard',
  20,
  { zh: '就醫識別碼', en: 'treatment identifier' },
  {
    treatNum: at(1, 20, 'treatNum', '就醫識別碼', 'treatment identifier'),
  },
);

/** csGetLastUnTreatmentData: the undone visit as 1.5 shows one, without its fees, which are gone. */
export const undoneVisit = record(
  'undoneVisit',
  31,
  { zh: '最近一次退掛的就醫', en: 'the visit that was undone last' },
  {
    treatItem: coded(1, 2, 'treatItems', '就醫類別', 'category of the visit'),
    babyTreat: at(3, 3, 'alnum', '新生兒就醫註記', 'newborn mark'),
    visitTime: at(4, 16, 'rocDateTime', '就診日期時間', 'date and time of the visit'),
    afterCheck: at(17, 17, 'alnum', '補卡註記', 'after-check mark'),
    seqNumber: at(18, 21, 'seqNumber', '就醫序號', 'visit number'),
    hospId: at(22, 31, 'hospId', '醫療院所代碼', 'institution code'),
  },
);

const outpatientFee = '門診醫療費用（當次）';
const fees = (first: number) => ({
  outpatientFee: at(first, first + 7, 'money', outpatientFee, 'outpatient fee of this visit'),
  outpatientCopay: at(first + 8, first + 15, 'money', '門診部分負擔費用（當次）', 'outpatient copayment of this visit'),
  inpatientFee: at(first + 16, first + 23, 'money', '住院醫療費用（當次）', 'inpatient fee of this stay'),
  inpatientCopayShort: at(
    first + 24,
    first + 30,
    'money',
    '住院部分負擔（急性 30 天、慢性 180 天以下）',
    'inpatient copayment, acute to 30 or chronic to 180 days',
  ),
  inpatientCopayLong: at(
    first + 31,
    first + 37,
    'money',
    '住院部分負擔（急性 31 天、慢性 181 天以上）',
    'inpatient copayment, acute from 31 or chronic from 181 days',
  ),
});

/** 1.5. */
export const treatmentNoNeedHpc = record(
  'treatmentNoNeedHpc',
  498,
  { zh: '就醫資料（不需醫事人員卡）', en: 'visits, without a professional card' },
  {
    illnesses: group(1, 6, 14, '重大傷病註記', 'catastrophic illness', {
      validFrom: at(1, 7, 'rocDate', '有效期限起始日', 'valid from'),
      validUntil: at(8, 14, 'rocDate', '有效期限終止日', 'valid until'),
    }),
    visits: group(85, 6, 69, '就醫資料登錄', 'visit', {
      treatItem: coded(1, 2, 'treatItems', '就醫類別', 'category of the visit'),
      babyTreat: at(3, 3, 'alnum', '新生兒就醫註記', 'newborn mark'),
      visitTime: at(4, 16, 'rocDateTime', '就診日期時間', 'date and time of the visit'),
      afterCheck: at(17, 17, 'alnum', '補卡註記', 'after-check mark'),
      seqNumber: at(18, 21, 'seqNumber', '就醫序號', 'visit number'),
      hospId: at(22, 31, 'hospId', '醫療院所代碼', 'institution code'),
      ...fees(32),
    }),
  },
);

/** 1.6. */
export const cumulativeData = record(
  'cumulativeData',
  134,
  { zh: '就醫累計資料', en: 'cumulative data' },
  {
    years: group(1, 2, 67, '就醫累計資料', 'cumulative data of a year', {
      year: at(1, 3, 'digits', '年', 'ROC year'),
      visits: at(4, 7, 'count', '門住診就醫累計次數', 'visits'),
      outpatientFee: at(8, 17, 'money', '門診醫療費用累計', 'outpatient fees'),
      inpatientFee: at(18, 27, 'money', '住診醫療費用累計', 'inpatient fees'),
      outpatientCopay: at(28, 35, 'money', '門診部分負擔費用累計', 'outpatient copayments'),
      inpatientCopayShort: at(
        36,
        43,
        'money',
        '住診部分負擔累計（急性 30 天、慢性 180 天以下）',
        'inpatient copayments, shorter stays',
      ),
      inpatientCopayLong: at(
        44,
        51,
        'money',
        '住診部分負擔累計（急性 31 天、慢性 181 天以上）',
        'inpatient copayments, longer stays',
      ),
      copay: at(52, 59, 'money', '門診＋住診部分負擔費用累計', 'copayments, all'),
      copayShort: at(
        60,
        67,
        'money',
        '門診＋住診（急性 30 天、慢性 180 天以下）部分負擔累計',
        'copayments, outpatient and shorter stays',
      ),
    }),
  },
);
/** 1.7. */
export const cumulativeFee = record(
  'cumulativeFee',
  20,
  { zh: '醫療費用總累計', en: 'fees since the card was issued' },
  {
    outpatientTotal: at(1, 10, 'money', '門診醫療費用總累計', 'outpatient fees, total'),
    inpatientTotal: at(11, 20, 'money', '住診醫療費用總累計', 'inpatient fees, total'),
  },
);

const illness = {
  code: at(1, 5, 'icd', '重大傷病代碼', 'illness code'),
  validFrom: at(6, 12, 'rocDate', '有效期限起始日', 'valid from'),
  validUntil: at(13, 19, 'rocDate', '有效期限終止日', 'valid until'),
};
const illnessIcd10 = {
  code: at(2, 8, 'icd', '重大傷病代碼', 'illness code'),
  validFrom: at(10, 16, 'rocDate', '有效期限起始日', 'valid from'),
  validUntil: at(17, 23, 'rocDate', '有效期限終止日', 'valid until'),
};
// The manual names a sixth group like the others; since 104 its 19 bytes hold the marks 4A-1 to 4A-4 and 4B.
const illnesses = group(
  1,
  6,
  19,
  '重大傷病註記（第 6 組自 104 年起為 4A、4B 註記）',
  'catastrophic illness (the sixth group: marks 4A and 4B since 104)',
  illness,
);
const illnessesIcd10 = group(
  1,
  6,
  23,
  '重大傷病註記（第 6 組自 104 年起為 4A、4B 註記）',
  'catastrophic illness (the sixth group: marks 4A and 4B since 104)',
  illnessIcd10,
);

/** 1.33, 1.50. */
export const criticalIllness = record(
  'criticalIllness',
  114,
  { zh: '重大傷病註記', en: 'catastrophic illness' },
  { illnesses },
);
export const criticalIllnessIcd10 = record(
  'criticalIllnessIcd10',
  138,
  { zh: '重大傷病註記（ICD-10）', en: 'catastrophic illness (ICD-10)' },
  { illnesses: illnessesIcd10 },
);

const diagnosisTitles = [
  '主要診斷碼',
  '次要診斷碼 1',
  '次要診斷碼 2',
  '次要診斷碼 3',
  '次要診斷碼 4',
  '次要診斷碼 5',
] as const;
const diagnoses = (first: number, width: number, step: number) => {
  const one = (index: number) =>
    at(
      first + index * step,
      first + index * step + width - 1,
      'icd',
      diagnosisTitles[index] ?? '',
      index === 0 ? 'main diagnosis' : `secondary diagnosis ${index}`,
    );
  return { mainCode: one(0), subCode1: one(1), subCode2: one(2), subCode3: one(3), subCode4: one(4), subCode5: one(5) };
};
const visitTime = at(1, 13, 'rocDateTime', '就診日期時間', 'date and time of the visit');

/** 1.8, 372 bytes, and 540 with the ICD-10 marker. */
export const treatmentNeedHpc = record(
  'treatmentNeedHpc',
  372,
  { zh: '就醫資料（需醫事人員卡）', en: 'visits, with a professional card' },
  {
    illnesses,
    visits: group(115, 6, 43, '就醫資料登錄', 'visit', { visitTime, ...diagnoses(14, 5, 5) }),
  },
);
export const treatmentNeedHpcIcd10 = record(
  'treatmentNeedHpcIcd10',
  540,
  { zh: '就醫資料（需醫事人員卡，ICD-10）', en: 'visits, with a professional card (ICD-10)' },
  {
    illnesses: illnessesIcd10,
    visits: group(139, 6, 67, '就醫資料登錄', 'visit', { visitTime, ...diagnoses(15, 7, 9) }),
  },
);

const afterCheck = at(1, 1, 'alnum', '補卡註記', 'after-check mark');
/** 1.16. */
export const treatmentCode = record(
  'treatmentCode',
  31,
  { zh: '就醫診療資料', en: 'diagnoses of a visit' },
  { afterCheck, ...diagnoses(2, 5, 5) },
);
export const treatmentCodeIcd10 = record(
  'treatmentCodeIcd10',
  55,
  { zh: '就醫診療資料（ICD-10）', en: 'diagnoses of a visit (ICD-10)' },
  { afterCheck, ...diagnoses(3, 7, 9) },
);
/** 1.17. */
export const treatmentFee = record('treatmentFee', 38, { zh: '就醫費用資料', en: 'fees of a visit' }, fees(1));
/** 1.47. */
export const treatmentData = record(
  'treatmentData',
  69,
  { zh: '就醫診療資料及費用', en: 'diagnoses and fees of a visit' },
  { afterCheck, ...diagnoses(2, 5, 5), ...fees(32) },
);
export const treatmentDataIcd10 = record(
  'treatmentDataIcd10',
  93,
  { zh: '就醫診療資料及費用（ICD-10）', en: 'diagnoses and fees of a visit (ICD-10)' },
  { afterCheck, ...diagnoses(3, 7, 9), ...fees(56) },
);
