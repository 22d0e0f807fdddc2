/**
 * @module 3.1, 3.2 and csDownloadData. A file of the caller's side is read twice: once to know that it is an upload, of
 * the size and counts that the caller said, and once to send it, part by part, from where the centre stopped. The
 * centre makes it one upload; the journal keeps its receipt.
 */

import { createHash } from 'node:crypto';
import { asFailure, Failure, limits, type Say, say, sleep } from '../../base/index.ts';
import { uploadSigned } from '../../centre/client/authorisation.ts';
import type { UploadProgress } from '../../centre/client/types.ts';
import {
  statementBytes,
  type UploadCounts,
  type UploadReceipt,
  type UploadStatement,
  uploadId,
  uploadScanner,
  westernDateTimeOf,
} from '../../codec/index.ts';
import type { SamIdentity } from '../../sam/types.ts';
import type { Call, PlainFunction } from '../context.ts';
import type { Done } from '../decide.ts';
import type { FileSource } from '../types.ts';

/** What the first reading found. */
interface Inspected {
  readonly sha256: string;
  readonly counts: UploadCounts;
  /** SHA-256 of each part, 32 bytes each. */
  readonly sums: Uint8Array;
}
const sumLength = 32;
const partCount = (size: number): number => Math.ceil(size / limits.uploadPart);
/** How often a whole file is begun anew when the centre found it damaged. */
const mostRounds = 3;

const upload: PlainFunction = {
  kind: 'plain',
  async run(call): Promise<Done> {
    const source = call.input.source('pUploadFileName');
    if (source.size < 0) throw failure(6017, 'no-file', noFile);
    const stated = (param: string): number | undefined => {
      const text = call.input.text(param).trim();
      return text === '' ? undefined : Number(text);
    };
    const size = stated('pFileSize');
    if (size !== undefined && size !== source.size) throw failure(6015, 'file-size', sizes(size, source.size));
    const identity = await identityOf(call);
    await call.deps.centre.ping();
    const found = await inspect(call, source);
    const { records, orders } = found.counts;
    const said = stated('pNumber');
    if (said !== undefined && said !== records) throw failure(6015, 'file-records', counts(said, records, 'REC'));
    const saidOrders = stated('pPrecNumber');
    if (saidOrders !== undefined && saidOrders !== orders)
      throw failure(6015, 'file-orders', counts(saidOrders, orders, 'MB2'));
    const statement: UploadStatement = {
      v: 1,
      hospId: identity.hospId,
      samId: identity.samId,
      sentAt: westernDateTimeOf(await call.deps.sam.time()),
      size: source.size,
      records,
      orders,
      sha256: found.sha256,
      simulated: call.deps.simulated,
    };
    const receipt = await deliver(call, source, statement, found.sums);
    call.deps.crash?.('control:upload-stored');
    const fields = {
      samId: receipt.samId,
      hospId: receipt.hospId,
      sentAt: receipt.sentAt,
      receivedAt: receipt.receivedAt,
    };
    keep(call, receipt);
    call.deps.crash?.('control:upload-kept');
    return {
      code: 0,
      outputs: {
        pBuffer: fields,
        pFileSize: String(receipt.size),
        pNumber: String(receipt.records),
        pPrecNumber: String(receipt.orders),
      },
    };
  },
};

async function identityOf(call: Call): Promise<SamIdentity> {
  return call.deps.sam.identity().catch((cause) => {
    if (cause instanceof Failure && cause.code === 4050) throw cause;
    const { why } = asFailure(cause, 5067, say({ zh: '讀取院所代碼失敗', en: 'the institution could not be read' }));
    throw new Failure(5067, { kind: 'sam-hospid', why, cause });
  });
}

/** The next part of the file, whole. */
async function partAt(call: Call, source: FileSource, index: number): Promise<Uint8Array> {
  if (call.request.signal?.aborted) throw failure(4000, 'caller-gone', cancelled);
  const offset = index * limits.uploadPart;
  const length = Math.min(limits.uploadPart, source.size - offset);
  const bytes = await source.read(offset, length);
  if (bytes.length !== length) throw failure(6015, 'file-read', notRead);
  return bytes;
}

/** The first reading: nothing is sent of what is no upload. */
async function inspect(call: Call, source: FileSource): Promise<Inspected> {
  const parts = partCount(source.size);
  const sums = new Uint8Array(parts * sumLength);
  const whole = createHash('sha256');
  const scanner = uploadScanner();
  let next = parts === 0 ? undefined : partAt(call, source, 0);
  for (let index = 0; next !== undefined; index++) {
    const bytes = await next;
    // The one after it is on its way meanwhile.
    next = index + 1 < parts ? partAt(call, source, index + 1) : undefined;
    next?.catch(() => undefined);
    tell(call, say({ zh: '檢查檔案', en: 'checking the file' }), index, parts);
    whole.update(bytes);
    sums.set(createHash('sha256').update(bytes).digest(), index * sumLength);
    scanner.write(bytes);
  }
  return { sha256: whole.digest('hex'), counts: scanner.end(), sums };
}

/** Announces, sends what the centre has not, and waits until it is stored: the receipt. */
async function deliver(
  call: Call,
  source: FileSource,
  statement: UploadStatement,
  sums: Uint8Array,
): Promise<UploadReceipt> {
  const { centre, sam, crash } = call.deps;
  const id = uploadId(statement.hospId, statement.sha256);
  const bytes = statementBytes(statement);
  let last: unknown;
  for (let round = 0; round < mostRounds; round++) {
    try {
      let progress = await patiently(call, async () =>
        centre.beginUpload(statement, await sam.authorise(uploadSigned.method, uploadSigned.path, bytes)),
      );
      crash?.('control:upload-begun');
      if (progress.state === 'receiving') {
        await sendParts(call, source, id, sums, agreed(progress, sums));
        progress = await patiently(call, () => centre.finishUpload(id));
      }
      while (progress.state === 'checking') {
        if (call.request.signal?.aborted) throw failure(4000, 'caller-gone', cancelled);
        call.working(say({ zh: '資料中心檢查中', en: 'the data centre is checking it' }));
        progress = await patiently(call, () => centre.finishUpload(id));
      }
      if (progress.receipt) return genuine(progress.receipt, statement);
      // Something was missing after all: what the centre holds now is asked anew.
    } catch (error) {
      // It found its own copy damaged, or knows it no more: once more from what it has.
      if (!(error instanceof Failure) || error.kind !== 'centre' || (error.code !== 6015 && error.code !== 6017))
        throw error;
      last = error;
    }
  }
  throw last instanceof Failure && last.code === 6015 ? last : failure(6015, 'not-stored', notStored);
}

/** How many parts, from the first on, the centre has as they are here. */
function agreed(progress: UploadProgress, sums: Uint8Array): number {
  const theirs = Buffer.from(progress.sums, 'base64');
  const most = Math.min(theirs.length, sums.length);
  let same = 0;
  while (same < most && theirs[same] === sums[same]) same++;
  return Math.floor(same / sumLength);
}

async function sendParts(call: Call, source: FileSource, id: string, sums: Uint8Array, from: number): Promise<void> {
  const parts = partCount(source.size);
  let next: Promise<Uint8Array> | undefined;
  let steps = 0;
  for (let index = from; index < parts; ) {
    const bytes = await (next ?? partAt(call, source, index));
    const sum = sums.subarray(index * sumLength, (index + 1) * sumLength);
    if (Buffer.compare(createHash('sha256').update(bytes).digest(), sum) !== 0)
      throw failure(6015, 'file-changed', changed);
    next = index + 1 < parts ? partAt(call, source, index + 1) : undefined;
    next?.catch(() => undefined);
    tell(call, say({ zh: '傳送檔案', en: 'sending the file' }), index, parts);
    const held = await patiently(call, () =>
      call.deps.centre.sendPart(id, index, Buffer.from(sum).toString('hex'), bytes),
    );
    call.deps.crash?.('control:upload-part');
    // One that lost what it had says so; it cannot do so for ever.
    if (held.parts !== index + 1) next = undefined;
    index = Math.min(held.parts, parts);
    if (++steps > parts * 2 + mostRounds) throw failure(6015, 'not-stored', notStored);
  }
}

/** A network that comes back within a few seconds is waited for. */
async function patiently<T>(call: Call, ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 4061 || attempt === limits.uploadRetries) throw error;
      call.working(say({ zh: '等待網路恢復', en: 'waiting for the network' }));
      await sleep(call.deps.clock, limits.uploadRetryFirst * 2 ** attempt, call.request.signal).catch(() => {
        throw failure(4000, 'caller-gone', cancelled);
      });
    }
  }
}

/** A receipt is for what was sent; who sent it first, and when, is the receipt's own. */
function genuine(receipt: UploadReceipt, statement: UploadStatement): UploadReceipt {
  const same = (['hospId', 'size', 'records', 'orders', 'sha256', 'simulated'] as const).every(
    (field) => receipt[field] === statement[field],
  );
  if (!same) throw failure(9070, 'receipt', otherReceipt);
  return receipt;
}

/** The receipt is kept before it is answered; the same upload has one entry, however often it is asked for. */
function keep(call: Call, receipt: UploadReceipt): void {
  const { journal, clock } = call.deps;
  if (journal.get(receipt.id) !== undefined) return;
  journal.done({
    id: receipt.id,
    api: call.api.name,
    preparedAt: clock.now(),
    program: call.caller.program,
    inputs: call.input.digest,
    requestId: call.request.requestId,
    answer: { code: 0, outputs: {} },
    events: [],
    upload: receipt,
  });
}

const download: PlainFunction = {
  kind: 'plain',
  async run(call): Promise<Done> {
    const { input, deps } = call;
    const sink = input.sink('pDownloadFileName');
    const identity = await identityOf(call);
    const wanted = {
      samId: input.text('pSAMID').trim(),
      hospId: input.text('pHospID').trim(),
      number: input.text('pNumber').trim(),
      sentAt: input.text('pSendDate'),
      receivedAt: input.text('pRecvDate'),
      serverRandom: input.text('pServerRandom').trim().toLowerCase(),
    };
    if (wanted.hospId !== identity.hospId) throw failure(9013, 'institution', foreign);
    const whole = createHash('sha256');
    for (let offset = 0; ; ) {
      const piece = await patiently(call, () => deps.centre.download(wanted, offset));
      whole.update(piece.bytes);
      if (piece.bytes.length > 0) await sink.write(offset, piece.bytes);
      offset += piece.bytes.length;
      if (offset < piece.size && piece.bytes.length > 0) continue;
      if (offset !== piece.size || whole.digest('hex') !== piece.sha256) throw failure(6015, 'damaged', damaged);
      return { code: 0 };
    }
  },
};

export const files = { csUploadData: upload, csUploadDataPrec: upload, csDownloadData: download };

function tell(call: Call, doing: Say, done: number, of: number): void {
  const share = `${Math.floor((done * 100) / Math.max(of, 1))}%`;
  call.working(say({ zh: `${doing.zh} ${share}`, en: `${doing.en} ${share}` }));
}
const failure = (code: number, kind: string, why: Say, todo?: Say): Failure =>
  new Failure(code, { kind, why, ...(todo ? { todo } : {}) });
const sizes = (said: number, is: number): Say =>
  say({ zh: `傳入的檔案大小是 ${said}，檔案是 ${is}`, en: `the size was given as ${said}; the file has ${is} bytes` });
const counts = (said: number, is: number, element: string): Say =>
  say({
    zh: `傳入的筆數是 ${said}，檔案裡有 ${is} 筆（${element}）`,
    en: `the count was given as ${said}; the file has ${is} (${element})`,
  });
const noFile = say({ zh: '找不到要上傳的檔案，或沒有權限開啟', en: 'the file is not there, or may not be opened' });
const notRead = say({ zh: '讀取檔案時中斷', en: 'reading the file broke off' });
const changed = say({ zh: '檔案在上傳途中被改變', en: 'the file was changed while it was sent' });
const cancelled = say({ zh: '上傳已取消', en: 'the upload was cancelled' });
const notStored = say({ zh: '資料中心未能收下整個檔案', en: 'the data centre did not come to hold the whole file' });
const otherReceipt = say({ zh: '資料中心的收據與檔案不符', en: "the centre's receipt is not of this file" });
const foreign = say({ zh: '只能下載本院所的檔案', en: "only this institution's own files can be had" });
const damaged = say({ zh: '收到的檔案不完整', en: 'the file that came is not whole' });
