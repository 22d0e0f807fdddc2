/** @module The centre's routes for uploads and their results. */

import { createHash } from 'node:crypto';
import { Failure, limits, type Say, say } from '../../../base/index.ts';
import type { DownloadWanted, KeyDirectoryEntry } from '../../client/types.ts';
import type { CentreRoute } from '../server.ts';
import type { Uploads } from './receive.ts';
import { resultFile } from './result.ts';
import type { UploadRows } from './rows.ts';

export const uploadRoutes = (uploads: Uploads, rows: UploadRows): CentreRoute[] => [
  {
    path: '/v1/uploads/begin',
    handle: (body: { statement: unknown; signature: unknown }, key: KeyDirectoryEntry) =>
      uploads.begin(body.statement, body.signature, key),
  },
  {
    path: '/v1/uploads/finish',
    handle: (body: { id: unknown }, key: KeyDirectoryEntry) => uploads.finish(body.id, key),
  },
  {
    path: '/v1/download',
    handle(body: DownloadWanted & { offset: unknown }, key: KeyDirectoryEntry) {
      const offset = Number(body.offset);
      if (!Number.isSafeInteger(offset) || offset < 0)
        throw refused(9002, say({ zh: '位置不正確', en: 'no such offset' }));
      // Nobody learns here whether another institution has sent anything.
      if (body.hospId !== key.hospId)
        throw refused(9013, say({ zh: '這是其他院所的上傳', en: "this is another institution's upload" }));
      const receipt = rows
        .stored(key.hospId)
        .findLast(
          (one) =>
            one.samId === body.samId &&
            one.sentAt === body.sentAt &&
            one.receivedAt === body.receivedAt &&
            same(body.number, one.records) &&
            (body.serverRandom === '' || body.serverRandom === one.serverRandom),
        );
      if (receipt === undefined)
        throw refused(6017, say({ zh: '資料中心沒有這筆上傳', en: 'the data centre knows no such upload' }));
      const file = resultFile(receipt);
      return {
        size: file.length,
        sha256: createHash('sha256').update(file).digest('hex'),
        base64: Buffer.from(file.subarray(offset, offset + limits.uploadPart)).toString('base64'),
      };
    },
  },
];

const same = (text: string, number: number): boolean =>
  text === '' || (/^\d{1,12}$/.test(text) && Number(text) === number);
const refused = (code: number, why: Say): Failure => new Failure(code, { kind: 'upload', why });
