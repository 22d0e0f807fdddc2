// `open()`: a file by its path or as bytes, opened by the caller's own process.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newFolder } from '../../test/support/counter.ts';
import { makeUpload } from '../../test/support/upload.ts';
import { type Counter, open } from './index.ts';

let counter: Counter;
before(async () => {
  counter = await open({ card: 'none' });
});
after(() => counter.close());

test('a path, or bytes, is uploaded; the result comes to a path, whole or not at all', async () => {
  const folder = newFolder();
  const made = makeUpload(3, 1);
  const path = join(folder, 'a.xml');
  writeFileSync(path, made.bytes);
  const byPath = await counter.call('csUploadData', { pUploadFileName: path, pNumber: '3' });
  const byBytes = await counter.call('csUploadDataPrec', { pUploadFileName: made.bytes, pPrecNumber: '3' });
  assert.equal(byPath.code, 0, JSON.stringify(byPath.failure));
  assert.deepEqual(byBytes.fields, byPath.fields);
  assert.equal((await counter.call('csUploadData', { pUploadFileName: join(folder, 'none.xml') })).code, 6017);
  assert.equal((await counter.call('csUploadData', { pUploadFileName: folder })).code, 6017, 'a folder is no file');

  const { samId = '', hospId = '', sentAt = '', receivedAt = '' } = byPath.fields.pBuffer ?? {};
  const result = join(folder, 'result.txt');
  const wanted = {
    pSAMID: samId,
    pHospID: hospId,
    pNumber: '3',
    pSendDate: sentAt,
    pRecvDate: receivedAt,
    pServerRandom: '',
  };
  const refused = await counter.call('csDownloadData', { ...wanted, pNumber: '4', pDownloadFileName: result });
  assert.equal(refused.code, 6017);
  assert.equal(existsSync(result), false);
  assert.equal((await counter.call('csDownloadData', { ...wanted, pDownloadFileName: result })).code, 0);
  assert.match(readFileSync(result, 'latin1'), /"records":3,/);
  const nowhere = join(folder, 'no/folder/result.txt');
  assert.equal((await counter.call('csDownloadData', { ...wanted, pDownloadFileName: nowhere })).code, 6016);
  assert.deepEqual(readdirSync(folder).sort(), ['a.xml', 'result.txt']);
});
