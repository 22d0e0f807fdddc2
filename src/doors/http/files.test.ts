// Files over HTTP: the body is the file, never a path; it waits in the world's own folder and leaves nothing there.
import assert from 'node:assert/strict';
import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Answered, type Doors, openDoors, raw, until } from '../../../test/support/doors.ts';
import { type MadeUpload, makeUpload, makeUploadOfExactly } from '../../../test/support/upload.ts';
import { limits } from '../../base/index.ts';
import { sweepSpool } from './spool.ts';

let doors: Doors;
before(async () => {
  doors = await openDoors();
});
after(() => doors.close());

const send = (
  made: MadeUpload,
  query: { [param: string]: string } = {},
  type = 'application/octet-stream',
  role = 'program' as const,
) =>
  doors.ask('POST', `/api/v1/call/csUploadData?${new URLSearchParams(query)}`, {
    headers: { 'content-type': type, ...doors.token(role) },
    body: made.bytes,
  });
const text = (answer: Answered, param: string): string => Buffer.from(answer.json.outputs[param], 'base64').toString();
const spooled = (): string[] => readdirSync(join(doors.folder, 'run')).filter((name) => name.startsWith('spool'));
/** Files that this process has open in the spool, with or without a name. */
const openSpools = (): number =>
  process.platform !== 'linux'
    ? 0
    : readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).includes('/spool-');
        } catch {
          return false;
        }
      }).length;

test('the body is uploaded, and the answer is the receipt', async () => {
  for (const [index, type] of ['application/octet-stream', 'application/xml', 'text/xml; charset=big5'].entries()) {
    const made = makeUpload(2, 3, { salt: `h${index}` });
    const answer = await send(made, { pFileSize: String(made.bytes.length), pNumber: '2' }, type);
    assert.equal(answer.status, 200);
    assert.equal(answer.json.code, 0, answer.text);
    assert.equal(answer.json.fields.pBuffer.hospId, '3501200000');
    assert.equal(text(answer, 'pBuffer').length, 50);
    assert.equal(text(answer, 'pNumber'), '2');
    const again = await send(made, {}, type);
    assert.deepEqual(again.json.fields, answer.json.fields);
    assert.equal(text(again, 'pFileSize'), String(made.bytes.length), 'told to who gave none');
  }
  await until('nothing is left open', () => openSpools() === 0);
  assert.deepEqual(spooled(), []);
});

test('a file of many parts goes the same way, by 3.2 too', async () => {
  const made = makeUploadOfExactly(limits.uploadPart * 3 + 1, 'large');
  const answer = await doors.ask('POST', `/api/v1/call/3.2?pNumber=${made.records}&pPrecNumber=${made.orders}`, {
    headers: { 'content-type': 'application/xml', ...doors.token('operator') },
    body: made.bytes,
  });
  assert.equal(answer.json.code, 0, answer.text);
  assert.equal(text(answer, 'pPrecNumber'), String(made.orders));
});

test('what control refuses is refused with its words, and a path is nowhere a file', async () => {
  const made = makeUpload(1, 1, { salt: 'refused' });
  assert.equal((await send(made, { pNumber: '9' })).json.code, 6015);
  assert.equal((await send({ bytes: new Uint8Array(0), records: 0, orders: 0 })).json.code, 6015);
  for (const path of ['/etc/passwd', 'C:\\Windows\\win.ini', '../../x'])
    assert.equal((await send(made, { pUploadFileName: path })).json.failure.code, 6018);
  const inJson = await doors.post('program', '/api/v1/call/csUploadData', { pUploadFileName: '/etc/passwd' });
  assert.equal(inJson.status, 415);
  const target = join(doors.folder, 'stolen');
  const out = await doors.post('program', '/api/v1/call/csDownloadData', { pDownloadFileName: target });
  assert.equal(out.json.failure.code, 6018);
  assert.deepEqual(readdirSync(doors.folder).includes('stolen'), false);
  assert.equal(
    (
      await doors.ask('POST', '/api/v1/call/csUploadData', {
        headers: { 'content-type': 'application/xml', ...doors.token('page') },
        body: made.bytes,
      })
    ).status,
    403,
  );
  await until('nothing is left open', () => openSpools() === 0);
});

test('csDownloadData answers with the file itself, also when asked again by the same request id', async () => {
  const { fields } = (await send(makeUpload(2, 1, { salt: 'down' }))).json;
  const { samId, hospId, sentAt, receivedAt } = fields.pBuffer;
  const ask = (more = {}) =>
    doors.ask('POST', '/api/v1/call/csDownloadData', {
      headers: { 'content-type': 'application/json', 'x-request-id': 'download-1', ...doors.token('program') },
      body: JSON.stringify({
        pSAMID: samId,
        pHospID: hospId,
        pNumber: '2',
        pSendDate: sentAt,
        pRecvDate: receivedAt,
        pServerRandom: '',
        ...more,
      }),
    });
  const answer = await ask();
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'application/octet-stream');
  assert.equal(answer.headers['x-request-id'], 'download-1');
  assert.match(answer.text, /"records":2,/);
  assert.equal((await ask()).text, answer.text);
  const refused = await ask({ pHospID: '3501200001' });
  assert.match(String(refused.headers['content-type']), /json/);
  assert.equal(refused.json.code, 9013);
  await until('nothing is left open', () => openSpools() === 0);
});

test('OpenAPI says so', async () => {
  const { paths } = (await doors.get('program', '/openapi.json')).json;
  const up = paths['/api/v1/call/csUploadDataPrec'].post;
  assert.deepEqual(Object.keys(up.requestBody.content), ['application/octet-stream', 'application/xml', 'text/xml']);
  assert.deepEqual(
    up.parameters.map((one: { name: string; in: string }) => `${one.in} ${one.name}`),
    ['query pFileSize', 'query pNumber', 'query pPrecNumber', 'query iBufferLen'],
  );
  const down = paths['/api/v1/call/csDownloadData'].post;
  assert.deepEqual(Object.keys(down.responses['200'].content), ['application/octet-stream', 'application/json']);
  assert.equal('pDownloadFileName' in down.requestBody.content['application/json'].schema.properties, false);
});

test('bodies that never come to their end hold no place for ever, and no more than so many are taken', async () => {
  const head = (length: number): string =>
    `POST /api/v1/call/csUploadData HTTP/1.1\r\nHost: 127.0.0.1:${doors.http.port}\r\nX-OpenCSHIS-Token: ${doors.tokens.byRole.program}\r\nContent-Type: application/xml\r\nContent-Length: ${length}\r\n\r\n<RE`;
  const waiting = Array.from({ length: limits.httpFiles }, () => {
    const socket = connect(doors.http.port, '127.0.0.1', () => socket.write(head(1000)));
    return socket.on('error', () => undefined);
  });
  if (process.platform === 'linux') await until('all are taken in', () => openSpools() === limits.httpFiles);
  const made = makeUpload(1, 1, { salt: 'crowd' });
  const full = await send(made);
  assert.equal(full.status, 503);
  assert.deepEqual(full.json, { refused: true });
  assert.equal((await doors.get('program', '/api/v1/status')).status, 200, 'others are answered');
  assert.deepEqual(spooled(), process.platform === 'win32' ? spooled() : [], 'they have no name');
  for (const socket of waiting) socket.destroy();
  await until('nothing is left open', () => openSpools() === 0);
  assert.equal((await send(made)).json.code, 0);
  const cut = await raw(doors.http.port, `${head(3)}`);
  assert.match(cut, /"code":6015/);
});

test('what a kill left behind is swept away', () => {
  const folder = join(doors.folder, 'run');
  writeFileSync(join(folder, 'spool-0123'), 'left');
  sweepSpool(folder);
  assert.deepEqual(spooled(), []);
  sweepSpool(join(doors.folder, 'no-such-folder'));
});
