/**
 * @module The result file of an upload, as Big5 text: blocks between lines of 75 `=`. The first has twelve values in
 * brackets (4 upload time, 5 size, 6 records, 10 valid records, 11 valid orders, 12 invalid records); then our own, the
 * signed receipt as one line of JSON, which `opencshis verify --receipt` reads.
 *
 * The rules inside a record are not checked here yet: every record that was well-formed counts as valid.
 */

import { encodeBig5, epochOfWestern, rocDateTimeOf, type UploadReceipt } from '../../../codec/index.ts';

const line = '='.repeat(75);
const roc = (western: string): string => rocDateTimeOf(epochOfWestern(western) ?? 0);

export function resultFile(receipt: UploadReceipt): Uint8Array {
  const value = (label: string, text: string | number, width: number): string =>
    `${label}[${String(text).padEnd(width)}]`;
  const lines = [
    line,
    value('安全模組代碼', receipt.samId, 12),
    value('醫事機構代碼', receipt.hospId, 10),
    value('檔案編號', receipt.id, 32),
    value('上傳日期/時間', roc(receipt.sentAt), 13),
    value('檔案大小', receipt.size, 8),
    value('實際接收筆數', receipt.records, 12),
    value('接收日期/時間', roc(receipt.receivedAt), 13),
    value('實際接收醫令筆數', receipt.orders, 8),
    value('檢核結果', '未檢核內容', 10),
    value('有效明細', receipt.records, 8),
    value('有效醫令', receipt.orders, 8),
    value('無效明細', 0, 8),
    line,
    JSON.stringify(receipt),
    line,
  ];
  return encodeBig5(`${lines.join('\r\n')}\r\n`);
}
