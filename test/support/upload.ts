/** @module Made-up uploads for tests: files of any size, and sources that a test can break. */

import { encodeBig5 } from '../../src/codec/index.ts';
import type { FileSink, FileSource } from '../../src/control/index.ts';

export interface MadeUpload {
  readonly bytes: Uint8Array;
  readonly records: number;
  readonly orders: number;
}

/** So many records with so many orders each, in Big5 or UTF-8; `salt` makes another file of the same form. */
export function makeUpload(
  records: number,
  ordersEach = 1,
  { encoding = 'Big5' as 'Big5' | 'UTF-8', salt = '', padding = 0 } = {},
): MadeUpload {
  const order =
    '<MB2><D01>1151124093000</D01><D02>1</D02><D06>A037341100</D06><D08>TIDPC</D08><D10>00009.0</D10></MB2>';
  const record = `<REC><MSH><H00>1</H00><H01>A</H01></MSH><MB><MB1><M03>測試身分證號</M03><M12>1</M12><M99>${salt}${'9'.repeat(padding)}</M99></MB1>${order.repeat(ordersEach)}</MB></REC>\r\n`;
  const text = `<?xml version="1.0" encoding="${encoding}"?>\r\n<RECS>\r\n${record.repeat(records)}</RECS>\r\n`;
  const bytes = encoding === 'Big5' ? encodeBig5(text) : new Uint8Array(Buffer.from(text, 'utf8'));
  return { bytes, records, orders: records * ordersEach };
}

/** An upload of about so many bytes. */
export function makeUploadOf(size: number, salt = ''): MadeUpload {
  const one = makeUpload(1, 2, { salt }).bytes.length;
  return makeUpload(Math.max(1, Math.ceil(size / one)), 2, { salt });
}

export const sourceOf = (bytes: Uint8Array): FileSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

export function memorySink(): FileSink & { bytes(): Uint8Array } {
  let all = Buffer.alloc(0);
  return {
    async write(offset, bytes) {
      const next = Buffer.alloc(Math.max(all.length, offset + bytes.length));
      all.copy(next);
      next.set(bytes, offset);
      all = next;
    },
    bytes: () => all,
  };
}

/** An upload of exactly so many bytes, 500 at least: blanks fill it. */
export function makeUploadOfExactly(size: number, salt = ''): MadeUpload {
  const one = makeUpload(1, 1, { salt }).bytes.length;
  const each = makeUpload(2, 1, { salt }).bytes.length - one;
  const made = makeUpload(1 + Math.floor((size - one) / each), 1, { salt });
  return { ...made, bytes: new Uint8Array(Buffer.concat([made.bytes, Buffer.alloc(size - made.bytes.length, ' ')])) };
}

/** What the functions of uploads take beside what all take. */
export const uploadInputs = {
  pUploadFileName: sourceOf(makeUpload(1).bytes),
  pSAMID: 'SAM000000001',
  pNumber: '',
  pSendDate: '20260101080000',
  pRecvDate: '20260101080000',
  pServerRandom: '',
  pDownloadFileName: memorySink(),
};

/** A large upload that is nowhere whole: its bytes are made as they are read. */
export function endlessUpload(size: number, salt = ''): FileSource & { readonly records: number } {
  const { bytes } = makeUpload(2, 1, { salt });
  const text = Buffer.from(bytes).toString('latin1');
  const first = text.indexOf('<REC>');
  const second = text.indexOf('<REC>', first + 1);
  const end = text.indexOf('</RECS>');
  const [head, record, tail] = [text.slice(0, first), text.slice(first, second), text.slice(end)];
  const records = Math.ceil((size - head.length - tail.length) / record.length);
  const body = head.length + records * record.length;
  const repeated = Buffer.from(record.repeat(Math.ceil(2_000_000 / record.length)), 'latin1');
  return {
    size: body + tail.length,
    records,
    async read(offset, length) {
      const parts: Uint8Array[] = [];
      let at = offset;
      const until = Math.min(offset + length, body + tail.length);
      if (at < head.length) parts.push(Buffer.from(head.slice(at, until), 'latin1'));
      at = Math.max(at, head.length);
      while (at < Math.min(until, body)) {
        const from = (at - head.length) % record.length;
        const take = Math.min(until, body) - at;
        const part = repeated.subarray(from, from + take);
        parts.push(part);
        at += part.length;
      }
      if (until > body) parts.push(Buffer.from(tail.slice(Math.max(0, at - body), until - body), 'latin1'));
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}
