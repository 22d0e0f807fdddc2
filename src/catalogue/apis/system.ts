/** @module Ports, PINs, security module, uploads, professional cards, ICD-10: 1.27-1.32, 1.51, 1.52, 2.x, 3.x, 4.x, 5.x. */

import {
  api,
  buffer,
  fileIn,
  fixedOut,
  int,
  intOut,
  need,
  onlyPort,
  onlySam,
  pages,
  port,
  text,
  textInOut,
} from '../build.ts';
import * as r from '../records/index.ts';

const pin = [0, 4000, 4013, 4029, 4033, 4050] as const;
const hpcPort = [port, need('hpc', 4014)];
const hpcSam = [port, need('sam', 4050), need('hpc', 4014)];
const later = '5.1.5.3';

export const systemApis = [
  api('1.27', 'csVerifyHCPIN', '驗證健保卡密碼', "Verify the health card's PIN", {
    ordinal: 11,
    params: [],
    returns: [...pin, 5102, 5109, 5110],
  }),
  api('1.28', 'csInputHCPIN', '輸入新的健保卡密碼', 'Set a new PIN', {
    ordinal: 25,
    params: [],
    returns: [...pin, 5105, 5107, 5108, 5109, 5110],
    writes: true,
  }),
  api('1.29', 'csDisableHCPIN', '停用健保卡密碼', 'Disable the PIN', {
    ordinal: 12,
    params: [],
    returns: [...pin, 5105, 5110, 5111],
    writes: true,
  }),
  api('1.31', 'csOpenCom', '開啟讀卡機連結埠', "Open the reader's port", {
    ordinal: 32,
    needs: [],
    params: [int('Comport', '0 為 COM1，1 為 COM2，以此類推', '0 is COM1, 1 is COM2, and so on')],
    returns: [0, -1],
    roles: pages,
  }),
  api('1.32', 'csCloseCom', '關閉讀卡機連結埠', "Close the reader's port", {
    ordinal: 33,
    needs: [],
    params: [],
    returns: [0, -1],
    roles: pages,
  }),
  api('1.51', 'csGetVersionEx', '取得控制軟體版本', 'Version of the control software', {
    ordinal: 76,
    since: '3.0',
    needs: [],
    params: [fixedOut('pPath', 260, '載入之程式庫路徑（含結尾 NUL）', "the loaded library's path with its NUL")],
    returns: [],
    result: 'value',
    roles: pages,
  }),
  api('1.52', 'csSoftwareReset', '重置讀卡機或卡片', 'Reset reader or cards', {
    ordinal: 78,
    since: '3.2',
    needs: onlyPort,
    params: [
      int(
        'Type',
        '0 讀卡機（5.1 為雲端安全模組主控台）、1 安全模組、2 醫事人員卡、3 健保卡',
        '0 reader (5.1: the cloud security module), 1 SAM, 2 professional card, 3 health card',
      ),
    ],
    returns: [0, 4000, 4012, 4013, 4014, 6018],
  }),
  api('2.1', 'csVerifySAMDC', '安全模組與資料中心認證', 'Verify the security module with the data centre', {
    ordinal: 34,
    needs: onlyPort,
    params: [],
    returns: [0, 4000, 4012, 4032, 4051, 4061, 6005, 6006, 6007, 6008],
    online: 'always',
  }),
  api('2.2', 'csGetHospID', '讀取安全模組院所代碼', "The security module's institution", {
    ordinal: 69,
    since: '3.0',
    aliases: ['csGetHOSPID'],
    ownOrdinals: { csGetHOSPID: 206 },
    // The section lists one code for all that may be wrong.
    needs: [need('port', 5006, '3.5'), need('sam', 5006)],
    params: buffer('pBuffer', 'iBufferLen', r.hospital, undefined, 'short *'),
    returns: [0, 5006],
    roles: pages,
  }),
  api('3.1', 'csUploadData', '資料上傳', 'Upload a file', {
    ordinal: 44,
    needs: onlySam,
    params: [
      fileIn('pUploadFileName', '上傳檔案', 'file to upload'),
      textInOut('pFileSize', '檔案大小', 'size in bytes'),
      textInOut('pNumber', '筆數', 'number of records'),
      ...buffer('pBuffer', 'iBufferLen', r.uploadReceipt),
    ],
    returns: [0, 4000, 4012, 4032, 4050, 4061, 5005, 5067, 5008, 6008, 6014, 6015, 6016, 6017],
    writes: true,
    online: 'always',
  }),
  api('3.2', 'csUploadDataPrec', '資料上傳（含醫令筆數）', 'Upload a file, with a count of orders', {
    ordinal: 101,
    since: later,
    needs: onlySam,
    params: [
      fileIn('pUploadFileName', '上傳檔案', 'file to upload'),
      textInOut('pFileSize', '檔案大小', 'size in bytes'),
      textInOut('pNumber', '筆數', 'number of records'),
      textInOut('pPrecNumber', '醫令筆數', 'number of orders'),
      ...buffer('pBuffer', 'iBufferLen', r.uploadReceipt),
    ],
    returns: [0, 4000, 4012, 4032, 4050, 4061, 5005, 5067, 5008, 6008, 6014, 6015, 6016, 6017],
    writes: true,
    online: 'always',
    source: 'public client programs',
  }),
  api('4.1', 'hpcGetHPCStatus', '取得醫事人員卡狀態', 'Is a professional card there?', {
    ordinal: 35,
    needs: onlyPort,
    params: [
      int('Req', '1：醫事人員卡是否存在', '1: is there a professional card'),
      intOut('Status', '0 不存在、1 存在', '0 no, 1 yes'),
    ],
    returns: [0, 4000, 4014, 4034],
  }),
  api('4.2', 'hpcVerifyHPCPIN', '檢查醫事人員卡密碼', "Verify the professional card's PIN", {
    ordinal: 31,
    needs: hpcSam,
    params: [],
    returns: [0, 4000, 4014, 4029, 4034, 4050, 5102, 5109, 5056, 9130, 9140],
  }),
  api('4.3', 'hpcInputHPCPIN', '輸入新的醫事人員卡密碼', 'Set a new PIN on the professional card', {
    ordinal: 30,
    needs: hpcSam,
    params: [],
    returns: [0, 4000, 4014, 4029, 4034, 4050, 5056, 5105, 5107, 5108, 5109],
    writes: true,
  }),
  api('4.4', 'hpcUnlockHPC', '解開鎖住的醫事人員卡', 'Unlock the professional card', {
    ordinal: 38,
    needs: hpcSam,
    params: [],
    returns: [0, 4000, 4014, 4029, 4034, 4050, 5109, 5122],
    writes: true,
  }),
  api('4.5', 'hpcGetHPCSN', '取得醫事人員卡序號', "The professional card's number", {
    ordinal: 39,
    needs: hpcPort,
    params: buffer('SN', 'Len_SN', r.hpcNumber),
    returns: [0, 4000, 4014, 4034, 6018],
  }),
  api('4.6', 'hpcGetHPCSSN', '取得醫事人員身分證字號', "The professional's id number", {
    ordinal: 40,
    needs: hpcPort,
    params: buffer('SSN', 'Len_SSN', r.hpcId),
    returns: [0, 4000, 4014, 4034, 6018],
  }),
  api('4.7', 'hpcGetHPCCNAME', '取得醫事人員中文姓名', "The professional's Chinese name", {
    ordinal: 41,
    needs: hpcPort,
    params: buffer('CNAME', 'Len_CNAME', r.hpcChineseName),
    returns: [0, 4000, 4014, 4034, 6018],
  }),
  api('4.8', 'hpcGetHPCENAME', '取得醫事人員英文姓名', "The professional's English name", {
    ordinal: 42,
    aliases: ['hisGetHPCENAME'],
    ownOrdinals: { hisGetHPCENAME: 207 },
    needs: hpcPort,
    params: buffer('ENAME', 'Len_ENAME', r.hpcEnglishName),
    returns: [0, 4000, 4014, 4034, 6018],
  }),
  api('5.1', 'hisGetICD10EnC', '疾病診斷碼押碼', 'Pack a diagnosis code', {
    ordinal: 84,
    since: '3.3',
    needs: [],
    params: [
      text('IN', 8, 'text', '原始診斷碼（可含小數點）', 'diagnosis code, with or without its dot'),
      fixedOut('OUT', 5, '押碼後的診斷碼（不補 NUL）', 'packed code, without a NUL'),
    ],
    returns: [0, 9127],
  }),
  api('5.2', 'hisGetICD10DeC', '疾病診斷碼解押碼', 'Unpack a diagnosis code', {
    ordinal: 85,
    since: '3.3',
    needs: [],
    params: [
      text('IN', 5, 'text', '押碼後的診斷碼', 'packed code'),
      fixedOut('OUT', 7, '原始診斷碼（不補 NUL）', 'diagnosis code, without a NUL'),
    ],
    returns: [0, 9127],
  }),
];
