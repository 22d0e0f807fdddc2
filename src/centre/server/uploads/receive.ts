/**
 * @module Uploads at the centre: announced, received part by part, checked whole, stored once, receipted. The same file
 * of the same institution is the same upload, however often and from wherever it is sent.
 */

import { createHash } from 'node:crypto';
import { type Clock, type CrashAt, Failure, limits, type Random, type Say, say } from '../../../base/index.ts';
import {
  epochOfWestern,
  readStatement,
  receiptBytes,
  rootKeyNo,
  statementBytes,
  type UploadReceipt,
  uploadId,
  westernDateTimeOf,
} from '../../../codec/index.ts';
import type { KeyDirectoryEntry, UploadProgress } from '../../client/types.ts';
import { feedFrom, type Inspector, inspector } from './inspect.ts';
import { type Parts, uploadParts } from './parts.ts';
import type { UploadRow, UploadRows } from './rows.ts';

export interface Uploads {
  begin(statement: unknown, signature: unknown, key: KeyDirectoryEntry): UploadProgress;
  part(id: string, index: number, sha256: string, bytes: Uint8Array, key: KeyDirectoryEntry): { parts: number };
  /** Answers within `limits.uploadCheck`: `checking` is asked again. */
  finish(id: unknown, key: KeyDirectoryEntry): Promise<UploadProgress>;
  close(): void;
}

export interface UploadsOptions {
  readonly folder: string;
  readonly rows: UploadRows;
  readonly clock: Clock;
  readonly random: Random;
  readonly root: Uint8Array;
  readonly signByRoot: (bytes: Uint8Array) => Uint8Array;
  /** Is this the signature of the key over the statement? */
  readonly signed: (signature: string, statement: Uint8Array) => KeyDirectoryEntry | undefined;
  readonly crash?: CrashAt | undefined;
}

const sumLength = 32;
/** Files that are looked at while they come; others are read again at the end. */
const mostWatched = 16;

export function receiveUploads(options: UploadsOptions): Uploads {
  const { rows, clock, crash } = options;
  const parts = new Map<string, Parts>();
  const watched = new Map<string, Inspector>();
  const checking = new Map<string, Promise<UploadReceipt>>();

  const partsOf = (id: string): Parts => {
    const one = parts.get(id) ?? uploadParts(options.folder, id);
    parts.delete(id);
    parts.set(id, one);
    if (parts.size > 64) parts.delete(parts.keys().next().value ?? '');
    return one;
  };
  const progress = (row: UploadRow): UploadProgress => {
    const sums = (): string => Buffer.from(partsOf(row.id).sums()).toString('base64');
    if (row.receipt) return { id: row.id, state: 'stored', sums: '', receipt: row.receipt };
    return { id: row.id, state: checking.has(row.id) ? 'checking' : 'receiving', sums: sums() };
  };
  const own = (id: unknown, key: KeyDirectoryEntry): UploadRow => {
    const row = typeof id === 'string' ? rows.row(id) : undefined;
    if (row === undefined || row.statement.hospId !== key.hospId) throw refused(6017, unknown);
    return row;
  };
  const forget = (id: string): void => {
    partsOf(id).remove();
    parts.delete(id);
    watched.delete(id);
  };

  async function check(row: UploadRow): Promise<UploadReceipt> {
    const { statement } = row;
    const file = partsOf(row.id);
    let seen = watched.get(row.id);
    watched.delete(row.id);
    if (seen === undefined || seen.at > statement.size) seen = inspector();
    await feedFrom(file.file, seen, statement.size);
    const { sha256, counts, failure } = seen.end();
    if (sha256 !== statement.sha256) {
      // Something on the disk is not what was sent: from the beginning, once more.
      file.cut(0);
      throw refused(6015, damaged);
    }
    if (counts === undefined) throw failure ?? refused(6015, damaged);
    if (counts.records !== statement.records || counts.orders !== statement.orders) throw refused(9070, differs);
    const receipt = {
      ...statement,
      id: row.id,
      receivedAt: westernDateTimeOf(clock.now()),
      serverRandom: row.serverRandom,
      keyNo: rootKeyNo(options.root),
    };
    const signed = {
      ...receipt,
      signature: Buffer.from(options.signByRoot(receiptBytes(receipt))).toString('base64'),
    };
    crash?.('centre:before-upload-stored');
    rows.put({ ...row, receipt: signed }, clock.now());
    crash?.('centre:after-upload-stored');
    file.settle();
    return signed;
  }

  return {
    begin(given, signature, key) {
      const statement = readStatement(given);
      if (statement === undefined || typeof signature !== 'string') throw refused(9002, syntax);
      if (!statement.simulated) throw refused(9203, syntax);
      if (statement.hospId !== key.hospId || statement.samId !== key.samId) throw refused(9013, foreign);
      const signer = options.signed(signature, statementBytes(statement));
      if (signer === undefined || signer.hospId !== key.hospId) throw refused(6014, unsigned);
      const sent = epochOfWestern(statement.sentAt);
      if (sent === undefined || Math.abs(sent - clock.now()) > limits.uploadDate) throw refused(9071, otherDate);
      if (statement.size > limits.uploadSize) throw refused(9070, tooLarge);
      const id = uploadId(statement.hospId, statement.sha256);
      const known = rows.row(id);
      if (known?.receipt) return progress(known);
      if (known === undefined)
        for (const old of rows.unfinished(key.hospId).slice(0, 1 - limits.uploadsOpen)) {
          if (checking.has(old)) continue;
          rows.remove(old);
          forget(old);
        }
      const row: UploadRow = {
        id,
        statement,
        signature,
        serverRandom: known?.serverRandom ?? Buffer.from(options.random.bytes(8)).toString('hex'),
      };
      if (!checking.has(id)) rows.put(row, clock.now());
      crash?.('centre:upload-begun');
      return progress(row);
    },
    part(id, index, sha256, bytes, key) {
      const row = own(id, key);
      const file = partsOf(id);
      const held = (): number => file.sums().length / sumLength;
      const total = partCount(row.statement.size);
      if (row.receipt || checking.has(id)) return { parts: total };
      const length = Math.min(limits.uploadPart, row.statement.size - index * limits.uploadPart);
      if (bytes.length !== length) throw refused(9070, differs);
      const sum = createHash('sha256').update(bytes).digest();
      if (sum.toString('hex') !== sha256) throw refused(6015, damaged);
      // One that is missing before it comes first.
      if (index > held()) return { parts: held() };
      const before = file.sums().subarray(index * sumLength, (index + 1) * sumLength);
      if (index < held() && Buffer.compare(before, sum) === 0) return { parts: held() };
      file.write(index, sum, bytes);
      watch(id, index * limits.uploadPart, bytes);
      crash?.('centre:upload-part');
      return { parts: held() };
    },
    async finish(id, key) {
      const row = own(id, key);
      if (row.receipt || partsOf(row.id).sums().length < partCount(row.statement.size) * sumLength)
        return progress(row);
      let running = checking.get(row.id);
      if (running === undefined) {
        running = check(row).finally(() => checking.delete(row.id));
        // Whoever asks again hears how it ended; nobody may.
        running.catch(() => undefined);
        checking.set(row.id, running);
      }
      let cancel = (): void => {};
      const tired = new Promise<undefined>((resolve) => {
        cancel = clock.after(limits.uploadCheck, () => resolve(undefined));
      });
      const receipt = await Promise.race([running, tired]).finally(() => cancel());
      return receipt === undefined ? { ...progress(row), state: 'checking' } : progress({ ...row, receipt });
    },
    close: () => rows.close(),
  };

  function watch(id: string, at: number, bytes: Uint8Array): void {
    const one = watched.get(id) ?? (at === 0 ? inspector() : undefined);
    watched.delete(id);
    if (one === undefined || one.at !== at) return;
    one.feed(bytes);
    watched.set(id, one);
    if (watched.size > mostWatched) watched.delete(watched.keys().next().value ?? '');
  }
}

/** A file without bytes has no part. */
const partCount = (size: number): number => Math.ceil(size / limits.uploadPart);

const refused = (code: number, why: Say): Failure => new Failure(code, { kind: 'upload', why });
const unknown = say({ zh: '資料中心沒有這筆上傳', en: 'the data centre knows no such upload' });
const syntax = say({ zh: '上傳的表頭不合規格', en: "the upload's header is outside its format" });
const foreign = say({ zh: '表頭的院所或安全模組與簽章者不同', en: 'the header names another institution or module' });
const unsigned = say({ zh: '表頭的簽章不正確', en: "the header's signature is wrong" });
const otherDate = say({ zh: '上傳日期與資料中心相差超過一天', en: "its date is more than a day from the centre's" });
const tooLarge = say({ zh: '檔案太大', en: 'the file is too large' });
const differs = say({ zh: '收到的大小或筆數與表頭不同', en: 'size or counts differ from the header' });
const damaged = say({ zh: '資料在傳輸或儲存時損壞', en: 'the data were damaged on the way or on the disk' });
