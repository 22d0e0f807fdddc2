/**
 * @module What an NHI card tells everyone: 57 bytes behind SELECT and GET DATA, and the only commands that a card which
 * is not ours is ever sent.
 *
 * | bytes (1-based) | what |
 * | --- | --- |
 * | 1-12 | card number |
 * | 13-32 | name, Big5 with user-defined characters, padded with blanks or NULs |
 * | 33-42 | id number |
 * | 43-49 | birth date, 7 ROC digits (`-` first before 1912) |
 * | 50 | sex, M or F |
 * | 51-57 | date of issue, 7 ROC digits |
 *
 * Status word and exact length come first: other cards may answer the SELECT. Then nothing is refused any more, neither a
 * rare character nor a date of zeros; the bytes themselves are kept beside what they were read as.
 */

import { Failure, say } from '../base/index.ts';
import { at, coded, type RecordValue, record } from '../catalogue/schema.ts';
import { type Command, type CommandRule, type Response, sw } from './apdu.ts';
import { decodeRecord } from './record.ts';

/** The application that every NHI card has. */
export const nhiAid = Uint8Array.from(Buffer.from('D1580000010000000000000000001100', 'hex'));
export const selectNhi: Command = { cla: 0, ins: 0xa4, p1: 4, p2: 0, data: nhiAid };
/** GET DATA in the case-3 form that the card expects: two bytes of data, both 0. */
export const getPublicData: Command = { cla: 0, ins: 0xca, p1: 0x11, p2: 0, data: Uint8Array.of(0, 0) };
/** SELECT and GET DATA with just these bytes, and GET RESPONSE. */
export const publicZoneCommands: readonly CommandRule[] = [
  { cla: 0, ins: 0xa4, p1: 4, p2: 0, data: nhiAid },
  { cla: 0, ins: 0xca, p1: 0x11, p2: 0, data: Uint8Array.of(0, 0) },
  { cla: 0, ins: 0xc0, p1: 0, p2: 0, data: { from: 0, to: 0 } },
];

export const publicRecord = record(
  'publicZone',
  57,
  { zh: '公開資料', en: 'public zone' },
  {
    cardNo: at(1, 12, 'cardNo', '卡片號碼', 'card number'),
    name: at(13, 32, 'text', '姓名', 'name'),
    personId: at(33, 42, 'personId', '身分證號或身分證明文件號碼', 'id number'),
    birthDate: at(43, 49, 'rocDate', '出生日期', 'birth date'),
    sex: coded(50, 50, 'sexes', '性別', 'sex'),
    issueDate: at(51, 57, 'rocDate', '發卡日期', 'issue date'),
  },
);
export type PublicRecord = RecordValue<typeof publicRecord>;

/**
 * The record of a GET DATA answer, with its raw bytes.
 *
 * @throws Failure 4033, kind `not-nhi`, unless the status word is 9000 and the data has 57 bytes
 * @example
 * readPublicZone({ sw: 0x9000, data: new Uint8Array(57).fill(0x20) }).name; // ''
 */
export function readPublicZone(response: Response): PublicRecord & { raw: Uint8Array } {
  if (response.sw !== sw.ok || response.data.length !== publicRecord.length) {
    throw new Failure(4033, {
      kind: 'not-nhi',
      why: say({ zh: '這張卡片沒有健保卡的公開資料', en: "this card has no NHI card's public data" }),
      todo: say({ zh: '請確認插入的是健保卡', en: 'make sure that it is a health insurance card' }),
    });
  }
  return { ...decodeRecord(publicRecord, response.data), raw: response.data.slice() };
}
