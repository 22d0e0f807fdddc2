/** @module What a HIS reads from the health card: 1.1-1.8, 1.10-1.15, 1.33-1.36, 1.38, 1.41-1.44, 1.50. */

import {
  api,
  buffer,
  card,
  cardCodes,
  cardHpc,
  cardPin,
  cardPinHpc,
  int,
  intOut,
  need,
  onlyPort,
  pages,
  pinCodes,
  port,
  text,
} from '../build.ts';
import * as r from '../records/index.ts';
import type { RecordSpec } from '../schema.ts';

const person = [
  text('pPatientID', 10, 'personId', '身分證號', 'id number'),
  text('pPatientBirthDate', 7, 'rocDate', '出生日期', 'birth date'),
];
const hpcCodes = [0, 4000, 4013, 4014, 4029, 4033, 4034, 4042, 4050, 5015, 5016, 5017, 5018, 5102, 5109] as const;
// 1.33 lists a PIN that is wrong, and none that is not given.
const illnessNeeds = [...card, need('hcPin', 5102), need('hpc', 'degrade'), need('hpcPin', 4042)];
/** A buffer of the groups from one place to another: needs no more room than these. */
const some = (name: string, lengthName: string, record: RecordSpec) =>
  buffer(name, lengthName, record).map((param) =>
    param.kind === 'buffer' ? { ...param, range: { first: 'iStartPos', last: 'iEndPos' } } : param,
  );
const range = [
  int('iStartPos', '起始位置，1 為第一筆', 'first, from 1'),
  int('iEndPos', '終止位置', 'last'),
  intOut('iRecCount', '筆數', 'number of records', 'inout'),
];
const icd10 = <T>(spec: T) => ({ icd10: spec });

export const readApis = [
  api('1.1', 'hisGetBasicData', '讀取不需密碼的基本資料', 'Basic data, without a PIN', {
    ordinal: 48,
    params: buffer('pBuffer', 'iBufferLen', r.basicData),
    returns: cardCodes,
    reads: ['basic', 'emergency'],
    roles: pages,
  }),
  api('1.2', 'hisGetRegisterBasic', '診間服務時讀取基本資料', 'Basic data for the consulting room', {
    ordinal: 17,
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.registerBasic),
    returns: pinCodes,
    reads: ['basic', 'insured', 'validity', 'newborn'],
  }),
  api('1.3', 'hisGetRegisterPrevent', '預防保健掛號', 'Preventive services', {
    ordinal: 1,
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.registerPrevent),
    returns: pinCodes,
    reads: ['prevent'],
  }),
  api('1.4', 'hisGetRegisterPregnant', '孕婦產前檢查掛號', 'Antenatal examinations', {
    ordinal: 18,
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.registerPregnant),
    returns: pinCodes,
    reads: ['pregnant'],
  }),
  api('1.5', 'hisGetTreatmentNoNeedHPC', '讀取就醫資料（不需醫事人員卡）', 'Visits, without a professional card', {
    ordinal: 2,
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.treatmentNoNeedHpc),
    returns: pinCodes,
    reads: ['illness', 'visits'],
  }),
  api('1.6', 'hisGetCumulativeData', '讀取就醫累計資料', 'Cumulative data', {
    ordinal: 19,
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.cumulativeData),
    returns: pinCodes,
    reads: ['cumulative'],
  }),
  api('1.7', 'hisGetCumulativeFee', '讀取醫療費用總累計', 'Fees since the card was issued', {
    ordinal: 3,
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.cumulativeFee),
    returns: pinCodes,
    reads: ['totals'],
  }),
  api('1.8', 'hisGetTreatmentNeedHPC', '讀取就醫資料（需醫事人員卡）', 'Visits, with a professional card', {
    ordinal: 20,
    needs: cardPinHpc,
    params: buffer('pBuffer', 'iBufferLen', r.treatmentNeedHpc, icd10(r.treatmentNeedHpcIcd10)),
    returns: [0, 4000, 4013, 4014, 4029, 4033, 4034, 4042, 4050, 5102, 5109],
    reads: ['illness', 'visits'],
  }),
  api('1.10', 'hisReadPrescription', '讀取處方箋', 'Prescriptions', {
    ordinal: 21,
    needs: cardPinHpc,
    params: [
      ...buffer('pOutpatientPrescription', 'iBufferLenOutpatient', r.prescriptions),
      ...buffer('pLongTermPrescription', 'iBufferLenLongTerm', r.longTermPrescriptions),
      ...buffer('pImportantTreatmentCode', 'iBufferLenImportant', r.importantOrders),
      ...buffer('pIrritationDrug', 'iBufferLenIrritation', r.allergies),
    ],
    returns: hpcCodes,
    reads: ['prescriptions', 'longTerm', 'important', 'allergy'],
  }),
  api('1.11', 'hisGetInoculateData', '讀取預防接種資料', 'Vaccinations', {
    ordinal: 5,
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.inoculateData),
    returns: pinCodes,
    reads: ['inoculation'],
  }),
  api('1.12', 'hisGetOrganDonate', '讀取器官捐贈及安寧緩和醫療註記', 'Organ donation and palliative care', {
    ordinal: 13,
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.organDonate),
    returns: pinCodes,
    reads: ['organ'],
  }),
  api('1.13', 'hisGetEmergentTel', '讀取緊急聯絡電話', 'Emergency telephone', {
    ordinal: 45,
    params: buffer('pBuffer', 'iBufferLen', r.emergentTel),
    returns: [0, 4000, 4013, 4029, 4050, 4033, 5002],
    reads: ['basic', 'emergency'],
  }),
  api('1.14', 'hisGetLastSeqNum', '讀取最近一次就醫序號', 'Last visit number', {
    ordinal: 46,
    since: '1.4',
    needs: cardPin,
    params: buffer('pBuffer', 'iBufferLen', r.lastSeqNum),
    returns: [0, 4000, 4013, 4029, 4033, 4050, 5002, 5102, 5109],
    reads: ['basic', 'lastSeq'],
  }),
  api('1.15', 'hisGetCardStatus', '讀取卡片狀態', "A card's state", {
    ordinal: 47,
    needs: onlyPort,
    params: [
      int(
        'CardType',
        '卡片種類：1 安全模組、2 健保卡、3 醫事人員卡',
        'kind of card: 1 SAM, 2 health card, 3 professional card',
      ),
    ],
    returns: [4000, 0, 1, 2, 3, 4, 5, 9],
    result: 'value',
    results: ['samStates', 'hcStates', 'hpcStates'],
    resultsBy: 'CardType',
    roles: pages,
  }),
  api('1.33', 'hisGetCriticalIllness', '讀取重大傷病註記', 'Catastrophic illness', {
    ordinal: 28,
    needs: illnessNeeds,
    params: buffer('pBuffer', 'iBufferLen', r.criticalIllness, icd10(r.criticalIllnessIcd10)),
    returns: [0, 4000, 4013, 4029, 4033, 4042, 4050, 5002, 5102, 5141, 9100],
    reads: ['basic', 'illness'],
  }),
  api('1.34', 'csGetDateTime', '讀取讀卡機日期時間', "The reader's date and time", {
    ordinal: 50,
    since: '1.5',
    needs: onlyPort,
    params: buffer('pBuffer', 'iBufferLen', r.dateTime),
    returns: [0, 4000, 5005],
    roles: pages,
  }),
  api('1.35', 'csGetCardNo', '讀取卡片號碼', "A card's number", {
    ordinal: 51,
    since: '1.5',
    needs: onlyPort,
    params: [
      int(
        'CardType',
        '卡片種類：1 安全模組、2 健保卡、3 醫事人員卡',
        'kind of card: 1 SAM, 2 health card, 3 professional card',
      ),
      ...buffer('pBuffer', 'iBufferLen', r.cardNumber),
    ],
    returns: [0, 4000, 4012, 4013, 4014, 4032, 4033, 4034],
    roles: pages,
  }),
  api('1.36', 'csISSetPIN', '檢查健保卡是否設定密碼', 'Is a PIN set?', {
    ordinal: 53,
    since: '1.5',
    params: [],
    returns: [0, 1, 4000, 4013, 4029, 4033, 4050],
    result: 'value',
    results: ['pinMarks'],
    roles: pages,
  }),
  api('1.38', 'hisGetRegisterBasic2', '掛號或報到時讀取有效期限及就醫次數', 'Validity and visits available', {
    ordinal: 56,
    since: '1.5',
    needs: [port, need('sam', 4029), need('hc', 4013)],
    params: buffer('pBuffer', 'iBufferLen', r.registerBasic2),
    returns: [0, 4000, 4013, 4029, 4033],
    reads: ['validity'],
    roles: pages,
  }),
  api('1.41', 'hisReadPrescriptMain', '讀取門診處方箋', 'Outpatient prescriptions', {
    ordinal: 60,
    since: '1.51',
    needs: cardPinHpc,
    params: [...some('pOutpatientPrescription', 'iBufferLenOutpatient', r.prescriptions), ...range],
    returns: [...hpcCodes, 6018],
    reads: ['prescriptions'],
  }),
  api('1.42', 'hisReadPrescriptLongTerm', '讀取長期處方箋', 'Long-term prescriptions', {
    ordinal: 61,
    since: '1.51',
    needs: cardPinHpc,
    params: [...some('pLongTermPrescription', 'iBufferLenLongTerm', r.longTermPrescriptions), ...range],
    returns: [...hpcCodes, 6018],
    reads: ['longTerm'],
  }),
  api('1.43', 'hisReadPrescriptHVE', '讀取重要醫令', 'Important orders', {
    ordinal: 62,
    since: '1.51',
    needs: cardPinHpc,
    params: [...some('pImportantTreatmentCode', 'iBufferLenImportant', r.importantOrders), ...range],
    returns: [...hpcCodes, 6018, 9100],
    reads: ['important'],
  }),
  api('1.44', 'hisReadPrescriptAllergic', '讀取過敏藥物', 'Allergies', {
    ordinal: 63,
    since: '1.51',
    needs: cardPinHpc,
    params: [...some('pIrritationDrug', 'iBufferLenIrritation', r.allergies), ...range],
    returns: [...hpcCodes, 6018],
    reads: ['allergy'],
  }),
  api('1.50', 'hisGetCriticalIllnessID', '讀取重大傷病註記（身分比對）', 'Catastrophic illness, for a named person', {
    ordinal: 70,
    since: '3.0',
    // What stands behind the holder's PIN stays there, though the section lists no code for a PIN that is not given.
    needs: [...card, need('hcPin', 4029), need('hpc', 'degrade'), need('hpcPin', 4042)],
    params: [...person, ...buffer('pBuffer', 'iBufferLen', r.criticalIllness, icd10(r.criticalIllnessIcd10))],
    returns: [0, 4000, 4013, 4029, 4033, 4042, 4050, 5002, 5020, 5141, 9100],
    reads: ['basic', 'illness'],
  }),
];
/** Needs of the functions that write with a professional card. */
export const allergyNeeds = cardHpc;
