/** @module What the catalogue's own words mean to a reader: kinds of values, needs, directions, roles. */

import type { Say } from '../base/say.ts';
import type { Kind, NeedName, Param, ParamKind, Role } from './schema.ts';

const both = (zh: string, en: string): Say => ({ zh, en });

export const kindWords: { readonly [kind in Kind]: Say } = {
  text: both('Big5 文字，靠左，右補空白', 'Big5 text, left-aligned, padded with blanks'),
  alnum: both('ASCII 英數字，靠左，右補空白', 'ASCII letters and digits, left-aligned, padded with blanks'),
  digits: both('數字，沒有值時全為空白', 'digits, or all blanks where there is no value'),
  money: both('金額，左補 0', 'an amount, padded with zeros on the left'),
  count: both('數量，左補 0', 'a count, padded with zeros on the left'),
  rocDate: both('民國日期 YYYMMDD，沒有值時全為空白', 'ROC date YYYMMDD (year = western year - 1911), or all blanks'),
  rocDateTime: both('民國日期時間 YYYMMDDhhmmss', 'ROC date and time YYYMMDDhhmmss'),
  westernDateTime: both('西元日期時間 yyyyMMddhhmmss', 'western date and time yyyyMMddhhmmss'),
  personId: both('身分證號或身分證明文件號碼', 'id number: national id or residence permit'),
  hospId: both('醫療院所代碼，10 碼', 'institution code, 10 characters'),
  cardNo: both('卡片號碼，12 碼', 'card number, 12 characters'),
  samId: both('安全模組代碼，12 碼', 'id of the security module, 12 characters'),
  seqNumber: both('就醫序號 4 碼；不計序號者為空白', 'visit number of 4 digits; blanks where the category has none'),
  treatNum: both('就醫識別碼：20 個 0-9、A-Z', 'treatment identifier: 20 of 0-9 and A-Z'),
  icd: both('疾病診斷碼', 'diagnosis code'),
  code: both('代碼表中的一個代碼', 'a code from a code table'),
  yesNo: both('Y 或 N', 'Y or N'),
  hex: both('大寫十六進位數字', 'upper-case hexadecimal digits'),
  uint: both('無號整數，高位在前', 'unsigned integer, big-endian'),
  bytes: both('二進位資料，可含 NUL', 'raw bytes; may contain NUL'),
  gap: both('不屬於任何欄位：讀出時略過，寫入時填空白', 'belongs to no field: ignore it when reading, write blanks'),
};

export const needWords: { readonly [need in NeedName]: Say } = {
  port: both('連接埠已開啟', 'port open'),
  sam: both('安全模組已認證', 'security module verified'),
  samCard: both('安全模組卡', 'security module card'),
  hc: both('健保卡', 'health card'),
  hcPin: both('健保卡密碼（持卡人有設定時）', "the health card's PIN, where one is set"),
  hpc: both('醫事人員卡', 'professional card'),
  hpcPin: both('醫事人員卡密碼', "the professional card's PIN"),
  network: both('網路', 'network'),
};

export const directionWords: { readonly [direction in Param['direction']]: Say } = {
  in: both('輸入', 'in'),
  out: both('輸出', 'out'),
  inout: both('輸入／輸出', 'in/out'),
};

/** What a parameter wants of the caller, besides its title. */
export const paramWords: { readonly [kind in ParamKind]: Say } = {
  text: both('以 NUL 結尾的文字', 'text that ends with a NUL'),
  char: both('恰好一個位元組，不含 NUL', 'exactly one byte, without a NUL'),
  record: both('一筆固定長度的資料', 'one record of fixed length'),
  records: both('多筆資料緊接排列', 'several records, one right after the other'),
  buffer: both('回傳緩衝區；尾端不補 NUL', 'the answer goes here; no NUL at its end'),
  fixedOut: both('回傳緩衝區，沒有長度參數', 'the answer goes here; it has no length parameter'),
  length: both(
    '呼叫前填入容量，回傳後為實際長度；只讀寫兩個位元組',
    'its capacity before the call, the bytes written after it; two bytes are read and written',
  ),
  int: both('整數', 'an integer'),
  intOut: both('整數，由函式填入；只寫兩個位元組', 'an integer that the function sets; two bytes are written'),
  textInOut: both(
    '以 NUL 結尾的文字；寫回的字數不會多於傳入的',
    'text that ends with a NUL; never written back longer',
  ),
  unused: both('不使用：不讀也不寫', 'not used: neither read nor written'),
  fileIn: both('要讀取的檔案路徑，由呼叫端開啟', "path of a file to read; it is opened on the caller's side"),
  fileOut: both('要寫入的檔案路徑，由呼叫端建立', "path of a file to write; it is made on the caller's side"),
};

const countBothWays = both(
  '整數：呼叫前填入，回傳後為實際值；只讀寫兩個位元組',
  'an integer: given before the call, as it turned out after it; two bytes are read and written',
);
/** The same for one parameter: an integer by pointer may go one way or both. */
export const paramWord = (param: Pick<Param, 'kind' | 'direction'>): Say =>
  param.kind === 'intOut' && param.direction === 'inout' ? countBothWays : paramWords[param.kind];

export const roleWords: { readonly [role in Role]: Say } = {
  program: both('HIS 程式', 'a HIS'),
  page: both('網頁', 'a web page'),
  operator: both('操作者（主控台、終端機）', 'the person at the machine'),
  world: both('模擬世界', 'the simulated world'),
};
