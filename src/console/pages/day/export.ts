/** @module The day as a file: CSV that Excel opens as UTF-8 and never takes for a formula, and JSON. Pure. */

import { showTime } from '../../roc.ts';
import { type Language, word } from '../../words.ts';
import { kindWords, type Row, stateWords } from './rows.ts';

/**
 * One cell. What begins like a formula gets an apostrophe before it, as does what Excel would turn into a number that is
 * not the same (a leading zero, more than 15 digits); quotes are doubled.
 */
export function cell(text: string): string {
  const risky = /^[=+\-@\t\r\n]/.test(text) || /^[\s\u00a0\u3000\ufeff]*[=+\-@＝＋－＠]/.test(text);
  const number = /^0\d+$/.test(text) || /^\d{12,}$/.test(text) || /^\d+[eE]\d+$/.test(text);
  const safe = risky || number ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const columns: readonly [zh: string, en: string, of: (row: Row, language: Language) => string][] = [
  ['時間', 'time', (row, language) => showTime(row.time, language)],
  ['種類', 'kind', (row) => word(kindWords[row.kind])],
  ['狀態', 'state', (row) => word(stateWords[row.state])],
  ['身分證號', 'id number', (row) => row.personId],
  ['卡號', 'card number', (row) => row.cardNo],
  ['就醫類別', 'category', (row) => row.treatItem],
  ['就醫序號', 'visit number', (row) => row.seqNumber],
  ['就醫識別碼', 'identifier', (row) => row.treatNum],
  ['異常代碼', 'exception', (row) => row.exceptionCode],
  ['已退掛', 'undone', (row) => (row.undone ? 'Y' : '')],
  ['時間為人工填寫', 'time stated by hand', (row) => (row.byHand ? 'Y' : '')],
  ['中心拒收原因', 'why refused', (row) => row.refused],
  ['收據', 'receipt', (row) => row.receipt],
];

export function csvOf(rows: readonly Row[], language: Language): string {
  const head = columns.map(([zh, en]) => cell(language === 'zh' ? zh : en));
  const lines = rows.map((row) => columns.map(([, , of]) => cell(of(row, language))));
  return `\ufeff${[head, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}
export const jsonOf = (rows: readonly Row[]): string => `${JSON.stringify(rows, null, 1)}\n`;
