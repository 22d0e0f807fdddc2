/** @module What a HIS writes to the health card: 1.16-1.26, 1.45-1.49. */

import {
  api,
  buffer,
  card,
  cardHpc,
  countedBuffer,
  fixedOut,
  int,
  intOut,
  need,
  text,
  written,
  writtenMany,
} from '../build.ts';
import * as r from '../records/index.ts';

const person = [
  text('pPatientID', 10, 'personId', '身分證號', 'id number'),
  text('pPatientBirthDate', 7, 'rocDate', '出生日期', 'birth date'),
];
const visit = [text('pDateTime', 13, 'rocDateTime', '就診日期時間', 'date and time of the visit'), ...person];
const doctor = fixedOut('pBufferDocID', 11, '醫事人員身分證號（含結尾 NUL）', "professional's id number with its NUL");
const codes = [0, 4000, 4013, 4029, 4033, 4050] as const;
const withDoctor = [...card, need('hpc', 'degrade')];
const writes = { writes: true } as const;

export const writeApis = [
  api('1.16', 'hisWriteTreatmentCode', '就醫診療資料寫入', 'Write diagnoses', {
    ordinal: 6,
    needs: withDoctor,
    params: [...visit, written('pDataWrite', r.treatmentCode, { icd10: r.treatmentCodeIcd10 }), doctor],
    returns: [...codes, 5020, 5022, 5023],
    reads: ['basic', 'visits'],
    ...writes,
  }),
  api('1.17', 'hisWriteTreatmentFee', '就醫費用資料寫入', 'Write fees', {
    ordinal: 15,
    params: [...visit, written('pDataWrite', r.treatmentFee)],
    returns: [...codes, 5020, 5022, 5028],
    reads: ['basic', 'visits', 'cumulative', 'totals'],
    ...writes,
  }),
  api('1.18', 'hisWritePrescription', '處方箋寫入', 'Write a prescription item', {
    ordinal: 7,
    params: [...visit, written('pDataWrite', r.prescriptionItem)],
    returns: [...codes, 5020, 5033],
    reads: ['basic', 'visits', 'prescriptions', 'longTerm', 'important'],
    ...writes,
  }),
  api('1.19', 'hisWriteNewBorn', '新生兒註記寫入', 'Attach a newborn', {
    ordinal: 14,
    params: [
      ...person,
      text('pNewBornDate', 7, 'rocDate', '新生兒出生日期', "newborn's birth date"),
      text('pNoOfDelivered', 1, 'digits', '新生兒胞胎註記', 'number of births'),
    ],
    returns: [...codes, 5020, 5051, 5052],
    reads: ['basic', 'newborn'],
    ...writes,
  }),
  api('1.20', 'hisWriteAllergicMedicines', '過敏藥物寫入', 'Write allergies', {
    ordinal: 8,
    needs: cardHpc,
    params: [...person, written('pDataWrite', r.allergies), doctor],
    returns: [0, 4000, 4013, 4014, 4029, 4033, 4034, 4042, 4050, 5009, 5020, 5056, 5057, 9100],
    reads: ['basic', 'allergy'],
    ...writes,
  }),
  api('1.21', 'hisWriteOrganDonate', '器官捐贈及安寧緩和醫療註記寫入', 'Write organ donation and palliative care', {
    ordinal: 16,
    params: [...person, text('pOrganDonate', 1, 'code', '同意註記', 'consent', 'organDonation')],
    returns: [...codes, 5009, 5020, 5061, 5062],
    reads: ['basic', 'organ'],
    ...writes,
  }),
  api('1.22', 'hisWriteHealthInsurance', '預防保健資料寫入', 'Write a preventive service', {
    ordinal: 9,
    params: [
      ...person,
      text('pServiceItem', 2, 'alnum', '保健服務項目註記', 'service'),
      text('pServiceItemCode', 2, 'alnum', '檢查項目代碼', 'examination code'),
    ],
    returns: [...codes, 5001, 5002, 5003, 5009, 5020, 5005, 5067, 5068, 5083, 5084],
    reads: ['basic', 'validity', 'visits', 'prevent'],
    ...writes,
  }),
  api('1.23', 'hisWriteEmergentTel', '緊急聯絡電話寫入', 'Write the emergency telephone', {
    ordinal: 43,
    params: [...person, text('pEmergentTel', 14, 'text', '緊急聯絡電話', 'emergency telephone')],
    returns: [...codes, 5002, 5003, 5020, 5071],
    reads: ['basic', 'validity', 'emergency'],
    ...writes,
  }),
  api('1.24', 'hisWritePredeliveryCheckup', '產前檢查資料寫入', 'Write an antenatal examination', {
    ordinal: 23,
    params: [...person, text('pCheckupCode', 2, 'alnum', '檢查項目代碼', 'examination code')],
    returns: [...codes, 5001, 5002, 5003, 5009, 5020, 5005, 5067, 5078, 5079, 5082, 5083],
    reads: ['basic', 'validity', 'visits', 'pregnant'],
    ...writes,
  }),
  api('1.25', 'hisDeletePredeliveryData', '清除產前檢查資料', 'Delete antenatal examinations', {
    ordinal: 10,
    params: person,
    returns: [...codes, 5009, 5020, 5087, 5079],
    reads: ['basic', 'pregnant'],
    ...writes,
  }),
  api('1.26', 'hisWriteInoculateData', '預防接種資料寫入', 'Write a vaccination', {
    ordinal: 24,
    params: [
      ...person,
      text('pItem', 6, 'alnum', '疫苗種類', 'vaccine'),
      text('pPackageNumber', 12, 'alnum', '疫苗批號', 'batch number'),
    ],
    returns: [...codes, 5002, 5003, 5009, 5020, 5005, 5067, 5093],
    reads: ['basic', 'validity', 'inoculation'],
    ...writes,
  }),
  api('1.45', 'hisWriteMultiPrescript', '多筆處方箋寫入', 'Write prescription items', {
    ordinal: 64,
    since: '1.51',
    params: [
      ...visit,
      writtenMany('pDataWrite', 'iWriteCount', r.prescriptionItem, 60),
      intOut('iWriteCount', '筆數', 'number of items', 'inout'),
    ],
    returns: [...codes, 5020, 5022, 5033, 6018],
    reads: ['basic', 'visits', 'prescriptions', 'longTerm', 'important'],
    ...writes,
  }),
  api('1.46', 'hisWriteAllergicNum', '過敏藥物寫入指定欄位', 'Write one allergy', {
    ordinal: 65,
    since: '1.51',
    needs: cardHpc,
    params: [...person, written('pDataWrite', r.allergyItem), doctor, int('iNum', '指定欄位 1 到 3', 'which, 1 to 3')],
    returns: [0, 4000, 4013, 4014, 4029, 4033, 4034, 4042, 4050, 5020, 5056, 5057, 6018, 9100],
    reads: ['basic', 'allergy'],
    ...writes,
  }),
  api('1.47', 'hisWriteTreatmentData', '就醫診療資料及費用寫入', 'Write diagnoses and fees', {
    ordinal: 66,
    since: '2.5',
    needs: withDoctor,
    params: [...visit, written('pDataWrite', r.treatmentData, { icd10: r.treatmentDataIcd10 }), doctor],
    returns: [...codes, 5020, 5022, 5023],
    reads: ['basic', 'visits', 'cumulative', 'totals'],
    ...writes,
  }),
  api('1.48', 'hisWritePrescriptionSign', '處方箋寫入並回傳簽章', 'Write a prescription item, signed', {
    ordinal: 67,
    since: '3.0',
    params: [
      ...visit,
      written('pDataWrite', r.prescriptionItem),
      ...buffer('pBuffer', 'iBufferLen', r.prescriptionSignature),
    ],
    returns: [...codes, 5020, 5022, 5033, 6018],
    reads: ['basic', 'visits', 'prescriptions', 'longTerm', 'important'],
    ...writes,
  }),
  api('1.49', 'hisWriteMultiPrescriptSign', '多筆處方箋寫入並回傳簽章', 'Write prescription items, signed', {
    ordinal: 68,
    since: '3.0',
    params: [
      ...visit,
      writtenMany('pDataWrite', 'iWriteCount', r.prescriptionItem, 60),
      intOut('iWriteCount', '筆數', 'number of items', 'inout'),
      ...countedBuffer('pBuffer', 'iBufferLen', r.prescriptionSignatures, 'iWriteCount'),
    ],
    returns: [...codes, 5020, 5022, 5033, 6018],
    reads: ['basic', 'visits', 'prescriptions', 'longTerm', 'important'],
    ...writes,
  }),
];
