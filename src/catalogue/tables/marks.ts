/** @module Marks and codes of the card and of registration, besides the categories of visits. */

import type { Say } from '../../base/say.ts';
import type { CodeTable } from '../schema.ts';

const table = <const C extends { readonly [code: string]: Say & object }>(
  name: string,
  zh: string,
  en: string,
  source: string,
  codes: C,
) => ({ name, title: { zh, en }, source, codes }) satisfies CodeTable;
const card = '健保卡存放內容';
const letters = (first: number, zh: string, en: string): { readonly [code: string]: Say } =>
  Object.fromEntries(
    Array.from({ length: 26 }, (_, index) => [
      String.fromCharCode(first + index),
      { zh: `${zh}，第 ${index + 1} 胎`, en: `${en}, birth ${index + 1}` },
    ]),
  );

export const babyMarks = table('babyMarks', '新生兒就醫註記', 'newborn mark', `${card} 8-2, 備註 8`, {
  '': { zh: '非新生兒', en: 'not a newborn' },
  ' ': { zh: '非新生兒', en: 'not a newborn' },
  ...letters(65, '男嬰', 'boy'),
  ...letters(97, '女嬰', 'girl'),
});
export const afterChecks = table('afterChecks', '補卡註記', 'after-check mark', `${card} 8-4`, {
  '1': { zh: '正常', en: 'ordinary' },
  '2': { zh: '補卡', en: 'card presented later' },
});
export const sexes = table('sexes', '性別', 'sex', `${card} 5`, {
  M: { zh: '男', en: 'male' },
  F: { zh: '女', en: 'female' },
});
export const cancelMarks = table('cancelMarks', '卡片註銷註記', 'card cancellation mark', `${card} 8`, {
  '1': { zh: '正常卡', en: 'in use' },
  '2': { zh: '註銷卡', en: 'cancelled' },
});
export const insuredMarks = table('insuredMarks', '保險對象身分註記', 'status of the insured', `${card} 健 2`, {
  '1': { zh: '低收入戶', en: 'low-income household' },
  '2': { zh: '無職業榮民', en: 'veteran without occupation' },
  '3': { zh: '一般身分', en: 'ordinary' },
  '8': { zh: '災民', en: 'disaster victim' },
});
export const cardTypes = table('cardTypes', '卡片種類', 'kind of card', 'API manual 1.15, 1.35', {
  '1': { zh: '安全模組卡', en: 'security module' },
  '2': { zh: '健保卡', en: 'health card' },
  '3': { zh: '醫事人員卡', en: 'professional card' },
});
export const samStates = table('samStates', '安全模組狀態', "the SAM's state", 'API manual 1.15', {
  '0': { zh: '卡片未置入', en: 'no card' },
  '1': { zh: '尚未與資料中心認證', en: 'not verified with the data centre' },
  '2': { zh: '與資料中心認證成功', en: 'verified with the data centre' },
  '9': { zh: '非安全模組卡', en: 'not a SAM' },
});
export const hcStates = table('hcStates', '健保卡狀態', "the health card's state", 'API manual 1.15', {
  '0': { zh: '卡片未置入', en: 'no card' },
  '1': { zh: '尚未與安全模組認證', en: 'not authenticated by the SAM' },
  '2': { zh: '與安全模組認證成功', en: 'authenticated by the SAM' },
  '3': { zh: '與醫事人員卡認證成功', en: 'with a verified professional card' },
  '4': { zh: 'PIN 認證成功', en: 'PIN verified' },
  '5': { zh: '與資料中心認證成功', en: 'authenticated by the data centre' },
  '9': { zh: '非健保卡', en: 'not a health card' },
});
export const hpcStates = table('hpcStates', '醫事人員卡狀態', "the professional card's state", 'API manual 1.15', {
  '0': { zh: '卡片未置入', en: 'no card' },
  '1': { zh: '尚未與安全模組認證', en: 'not authenticated by the SAM' },
  '2': { zh: '與安全模組認證成功（PIN 尚未認證）', en: 'authenticated by the SAM, PIN not verified' },
  '3': { zh: 'PIN 認證成功', en: 'PIN verified' },
  '9': { zh: '非醫事人員卡', en: 'not a professional card' },
});
/** `type`: what hisGetHPCType answers. `pharmacy`: whom the manual calls 藥師、藥劑生、特約藥局或藥局專用卡. */
interface ProfessionFacts {
  readonly type: number;
  readonly pharmacy: boolean;
}
const profession = (type: number, pharmacy: boolean): ProfessionFacts => ({ type, pharmacy });
export const professions = table('professions', '醫事人員類別', 'profession', 'our own cards; API manual 1.8', {
  D: { zh: '醫師', en: 'doctor', ...profession(1, false) },
  P: { zh: '藥師', en: 'pharmacist', ...profession(2, true) },
  A: { zh: '藥劑生', en: 'assistant pharmacist', ...profession(3, true) },
  S: { zh: '特約藥局或藥局專用卡', en: "a pharmacy's own card", ...profession(4, true) },
  N: { zh: '護理人員', en: 'nurse', ...profession(5, false) },
  O: { zh: '其他醫事人員', en: 'another professional', ...profession(9, false) },
});
/** What hisGetHPCType answers. */
export const hpcTypes = table(
  'hpcTypes',
  '醫事人員卡類別',
  "the professional card's kind",
  'our own choice',
  Object.fromEntries(Object.values(professions.codes).map(({ type, zh, en }) => [String(type), { zh, en }])),
);
export const pinMarks = table('pinMarks', '健保卡是否設定密碼', 'is a PIN set', 'API manual 1.36', {
  '0': { zh: '未設定密碼', en: 'no PIN' },
  '1': { zh: '已設定密碼', en: 'a PIN is set' },
});
export const resetTypes = table('resetTypes', '重置項目', 'what is reset', 'API manual 1.52; 問答集 Q6', {
  '0': { zh: '讀卡機（5.1：雲端安全模組主控台）', en: 'reader (5.1: the cloud security module)' },
  '1': { zh: '安全模組', en: 'security module' },
  '2': { zh: '醫事人員卡', en: 'professional card' },
  '3': { zh: '健保卡', en: 'health card' },
});
/** `drug`: what a pharmacy may read (1.10, 1.41). */
export const orderTypes = table('orderTypes', '醫令類別', 'order type', `${card} 醫 1-2-1`, {
  '1': { zh: '非長期藥品處方箋', en: 'drug', drug: true },
  '2': { zh: '長期藥品處方箋', en: 'long-term drug', drug: true },
  '3': { zh: '診療', en: 'treatment' },
  '4': { zh: '特殊材料', en: 'special material' },
  '5': { zh: '重要醫令', en: 'important order' },
  A: { zh: '刪除非長期藥品處方箋', en: 'drug deleted', drug: true },
  B: { zh: '刪除長期藥品處方箋', en: 'long-term drug deleted', drug: true },
  C: { zh: '刪除診療', en: 'treatment deleted' },
  D: { zh: '刪除特殊材料', en: 'special material deleted' },
  E: { zh: '刪除重要醫令', en: 'important order deleted' },
  G: { zh: '虛擬醫令', en: 'virtual order' },
  H: { zh: '刪除虛擬醫令', en: 'virtual order deleted' },
  J: { zh: '矯正機關代號', en: 'correctional institution' },
  K: { zh: '刪除矯正機關代號', en: 'correctional institution deleted' },
});
export const deliveryNotes = table('deliveryNotes', '交付處方註記', 'delivery note', `${card} 醫 1-2-7`, {
  '01': { zh: '自行調劑', en: 'dispensed here' },
  '02': { zh: '交付調劑', en: 'dispensed elsewhere' },
  '03': { zh: '自行執行', en: 'done here' },
  '04': { zh: '交付執行', en: 'done elsewhere' },
  '05': { zh: '自行調劑之慢性病連續處方箋', en: 'chronic, dispensed here' },
  '06': { zh: '交付調劑之慢性病連續處方箋', en: 'chronic, dispensed elsewhere' },
});
export const preventItems = table('preventItems', '保健服務項目註記', 'preventive service', `${card} 12-1`, {
  '01': { zh: '兒童預防保健', en: 'child health' },
  '02': { zh: '成人預防保健', en: 'adult health' },
  '03': { zh: '婦女子宮頸抹片檢查', en: 'cervical smear' },
  '04': { zh: '流行性感冒疫苗', en: 'influenza vaccine' },
  '05': { zh: '兒童牙齒預防保健', en: "children's teeth" },
  '06': { zh: '婦女乳房檢查', en: 'breast examination' },
  '07': { zh: '定量免疫法糞便潛血檢查', en: 'faecal occult blood test' },
  '08': { zh: '口腔黏膜檢查', en: 'oral mucosa examination' },
});
export const cancelCodes = table('cancelCodes', '取消保健、產檢代碼', 'cancelled examination', `${card} 12-4, 15-3`, {
  XA: { zh: '取消產前檢查', en: 'antenatal examination cancelled' },
  YA: { zh: '取消兒童預防保健', en: 'child health cancelled' },
  YB: { zh: '取消成人預防保健', en: 'adult health cancelled' },
  YC: { zh: '取消婦女子宮頸抹片檢查', en: 'cervical smear cancelled' },
  YD: { zh: '取消兒童牙齒預防保健', en: "children's teeth cancelled" },
  YE: { zh: '取消婦女乳房檢查', en: 'breast examination cancelled' },
  YF: { zh: '取消流行性感冒疫苗', en: 'influenza vaccine cancelled' },
  YG: { zh: '取消糞便潛血檢查', en: 'faecal occult blood test cancelled' },
  YH: { zh: '取消口腔黏膜檢查', en: 'oral mucosa examination cancelled' },
});
const consents = '同意器官捐贈|安寧緩和醫療|不施行心肺復甦術|不施行維生醫療'.split('|');
const consentsEn = 'organ donation|palliative care|no resuscitation|no life support'.split('|');
const consent = (...which: number[]): Say => ({
  zh: which.map((one) => consents[one]).join('、'),
  en: which.map((one) => consentsEn[one]).join(', '),
});
export const organDonation = table(
  'organDonation',
  '器官捐贈及安寧緩和醫療註記',
  'organ donation and palliative care',
  `${card} 衛 2-1`,
  {
    ' ': { zh: '未註記', en: 'not marked' },
    '1': consent(0),
    '2': consent(1),
    '3': consent(2),
    '4': consent(0, 1, 2, 3),
    '5': consent(0, 1),
    '6': consent(0, 2),
    '7': consent(1, 2, 3),
    A: consent(3),
    B: consent(0, 3),
    C: consent(1, 3),
    D: consent(2, 3),
    E: consent(0, 1, 2, 3),
    F: consent(0, 1, 3),
    G: consent(0, 2, 3),
    H: consent(1, 2, 3),
    I: consent(0, 1, 2),
    J: consent(1, 2),
  },
);
const parts =
  'H 頭部 head|A 頸部 neck|F 頭頸部 head and neck|U 胸部 chest|N 頸椎 cervical spine|J 胸椎 thoracic spine|K 腰椎 lumbar spine|G 胸部及上腹部 chest and upper abdomen|C 上腹部 upper abdomen|I 上腹部及骨盆腔 upper abdomen and pelvis|P 骨盆腔 pelvis|E 肢部 limbs|Q 臂神經血管叢 brachial plexus|M 骨骼肌肉系統 musculoskeletal|V 心血管系統 cardiovascular|S MRS MRS|T MRA MRA|O 其他 other';
export const bodyParts = table(
  'bodyParts',
  '實施部位',
  'part of the body',
  `${card} 醫 3-4`,
  Object.fromEntries(
    parts.split('|').map((line) => {
      const [code = '', zh = '', ...en] = line.split(' ');
      return [code, { zh, en: en.join(' ') }];
    }),
  ),
);

/** What is registered when no number can be had from the card. `later`: a number had been had already. */
interface ExceptionFacts {
  readonly later: boolean;
}
const before: ExceptionFacts = { later: false };
const after: ExceptionFacts = { later: true };
export const exceptionCodes = table(
  'exceptionCodes',
  '異常就醫代碼',
  'exception registration',
  '上傳作業說明 104, A18; upload format 2.0, M18',
  {
    A000: { zh: '讀卡設備故障', en: 'reading equipment out of order', ...before },
    A001: { zh: '讀卡設備故障（已取得就醫序號）', en: 'reading equipment out of order, number already had', ...after },
    A010: { zh: '讀卡機故障', en: 'reader out of order', ...before },
    A011: { zh: '讀卡機故障（已取得就醫序號）', en: 'reader out of order, number already had', ...after },
    A020: { zh: '網路故障造成讀卡機無法使用', en: 'network down, reader unusable', ...before },
    A021: { zh: '網路故障造成讀卡機無法使用（已取得就醫序號）', en: 'network down, number already had', ...after },
    A030: { zh: '安全模組故障造成讀卡機無法使用', en: 'security module out of order', ...before },
    A031: {
      zh: '安全模組故障造成讀卡機無法使用（已取得就醫序號）',
      en: 'security module out of order, number already had',
      ...after,
    },
    B000: { zh: '卡片不良', en: 'bad card', ...before },
    B001: { zh: '卡片不良（已取得就醫序號）', en: 'bad card, number already had', ...after },
    C000: { zh: '停電', en: 'power cut', ...before },
    C001: { zh: '例外就醫', en: 'exceptional visit', ...before },
    C002: { zh: '20 歲以下兒少例外就醫', en: 'exceptional visit of a minor', ...before },
    C003: { zh: '懷孕婦女例外就醫', en: 'exceptional visit of a pregnant woman', ...before },
    D000: { zh: '醫療資訊系統（HIS）當機', en: 'hospital information system down', ...before },
    D001: {
      zh: '醫療資訊系統（HIS）當機（已取得就醫序號）',
      en: 'hospital information system down, number already had',
      ...after,
    },
    D010: { zh: '醫療院所電腦故障', en: "institution's computer out of order", ...before },
    D011: {
      zh: '醫療院所電腦故障（已取得就醫序號）',
      en: "institution's computer out of order, number already had",
      ...after,
    },
    E000: { zh: '健保署資訊系統當機', en: "NHI's system down", ...before },
    E001: { zh: '控卡名單已簽切結書', en: 'restricted card, affidavit signed', ...before },
    F000: { zh: '偏遠地區或居家照護無網路', en: 'remote area or home care without a network', ...before },
    F00B: { zh: '居家照護藍牙讀卡無網路', en: 'home care by Bluetooth without a network', ...before },
    G000: { zh: '新特約', en: 'newly contracted', ...before },
    H000: { zh: '高齡醫師', en: 'elderly doctor', ...before },
    J000: { zh: '急診或住院無法過卡', en: 'emergency or stay, card impossible', ...before },
    Z000: { zh: '其他', en: 'other', ...before },
    Z001: { zh: '其他（已取得就醫序號）', en: 'other, number already had', ...after },
  },
);
