// What the centre refuses of an upload, whoever the counter is; and what it keeps over a restart.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newFolder } from '../../../../test/support/counter.ts';
import { handClock } from '../../../../test/support/doors.ts';
import { makeUpload, makeUploadOfExactly } from '../../../../test/support/upload.ts';
import { Failure, limits, systemRandom } from '../../../base/index.ts';
import { type UploadStatement, uploadId, westernDateTimeOf } from '../../../codec/index.ts';
import type { KeyDirectoryEntry } from '../../client/types.ts';
import { receiveUploads } from './receive.ts';
import { openUploadRows } from './rows.ts';

const hand = handClock();
const { clock } = hand;
const keyOf = (hospId: string): KeyDirectoryEntry => ({
  keyNo: '00000000000000aa',
  hospId,
  samId: 'SAM000000001',
  use: 'delegation',
  publicKey: '',
  notBefore: 0,
  notAfter: Number.MAX_SAFE_INTEGER,
  simulated: true,
});
const key = keyOf('3501200000');
const other = keyOf('3501200001');

function open(folder = newFolder()) {
  const rows = openUploadRows(join(folder, 'uploads.sqlite'));
  const uploads = receiveUploads({
    folder: join(folder, 'uploads'),
    rows,
    clock,
    random: systemRandom,
    root: new Uint8Array(65).fill(4),
    signByRoot: () => new Uint8Array(64).fill(7),
    signed: (signature) => (signature === 'good' ? key : signature === 'other' ? other : undefined),
  });
  return { folder, rows, uploads };
}
const statementOf = (bytes: Uint8Array, counts: { records: number; orders: number }): UploadStatement => ({
  v: 1,
  hospId: '3501200000',
  samId: 'SAM000000001',
  sentAt: westernDateTimeOf(clock.now()),
  size: bytes.length,
  records: counts.records,
  orders: counts.orders,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  simulated: true,
});
const code = (expected: number) => (error: unknown) => {
  assert.ok(error instanceof Failure, String(error));
  assert.equal(error.code, expected);
  return true;
};
const partsOf = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / limits.uploadPart) }, (_, index) =>
    bytes.subarray(index * limits.uploadPart, (index + 1) * limits.uploadPart),
  );
const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('announcing: who may, signed, of this day, of a size', () => {
  const { uploads } = open();
  const made = makeUpload(1);
  const good = statementOf(made.bytes, made);
  const cases: readonly [change: object, signature: unknown, who: KeyDirectoryEntry, code: number][] = [
    [{}, 'bad', key, 6014],
    [{}, 'other', key, 6014],
    [{}, 'good', other, 9013],
    [{ hospId: '3501200001' }, 'good', key, 9013],
    [{ samId: 'SAM000000002' }, 'good', key, 9013],
    [{ simulated: false }, 'good', key, 9203],
    [{ sentAt: westernDateTimeOf(clock.now() - limits.uploadDate - 60_000) }, 'good', key, 9071],
    [{ sentAt: westernDateTimeOf(clock.now() + limits.uploadDate + 60_000) }, 'good', key, 9071],
    [{ sentAt: '20261399000000' }, 'good', key, 9071],
    [{ size: limits.uploadSize + 1 }, 'good', key, 9070],
    [{ size: -1 }, 'good', key, 9002],
    [{ sha256: '../../../etc/passwd' }, 'good', key, 9002],
    [{ v: 2 }, 'good', key, 9002],
    [{}, undefined, key, 9002],
  ];
  for (const [change, signature, who, expected] of cases)
    assert.throws(() => uploads.begin({ ...good, ...change }, signature, who), code(expected), JSON.stringify(change));
  assert.throws(() => uploads.begin(null, 'good', key), code(9002));
  const begun = uploads.begin(good, 'good', key);
  assert.deepEqual(begun, { id: uploadId('3501200000', good.sha256), state: 'receiving', sums: '' });
  uploads.close();
});

test('a part: of its upload, in its place, of its length, as it was sent', async () => {
  const { uploads, folder } = open();
  const made = makeUploadOfExactly(limits.uploadPart * 2 + 10);
  const { id } = uploads.begin(statementOf(made.bytes, made), 'good', key);
  const [one, two, three] = partsOf(made.bytes) as [Uint8Array, Uint8Array, Uint8Array];
  assert.throws(() => uploads.part('0'.repeat(32), 0, hex(one), one, key), code(6017));
  assert.throws(() => uploads.part(id, 0, hex(one), one, other), code(6017), 'nobody else learns of it');
  assert.throws(() => uploads.part(id, 0, hex(two), one, key), code(6015));
  assert.throws(() => uploads.part(id, 0, hex(three), three, key), code(9070), 'too short');
  assert.throws(() => uploads.part(id, 2, hex(one), one, key), code(9070), 'too long');
  assert.throws(() => uploads.part(id, 3, hex(one), one, key), code(9070), 'beyond the end');
  assert.deepEqual(uploads.part(id, 1, hex(two), two, key), { parts: 0 }, 'the first is missing');
  assert.deepEqual(uploads.part(id, 0, hex(one), one, key), { parts: 1 });
  assert.deepEqual(uploads.part(id, 0, hex(one), one, key), { parts: 1 }, 'again is once');
  assert.deepEqual(uploads.part(id, 1, hex(two), two, key), { parts: 2 });
  assert.equal((await uploads.finish(id, key)).state, 'receiving', 'one is missing still');
  assert.deepEqual(uploads.part(id, 2, hex(three), three, key), { parts: 3 });
  await assert.rejects(uploads.finish(id, other), code(6017));
  const { state, receipt } = await uploads.finish(id, key);
  assert.equal(state, 'stored');
  assert.equal(receipt?.size, made.bytes.length);
  assert.deepEqual(await uploads.finish(id, key), { id, state: 'stored', sums: '', receipt }, 'and so for ever');
  assert.deepEqual(uploads.part(id, 0, hex(one), one, key), { parts: 3 });
  assert.deepEqual(readdirSync(join(folder, 'uploads')), [`${id}.xml`]);
  uploads.close();
});

test('what does not hold to its header is never stored', async () => {
  const { uploads, rows } = open();
  const send = async (bytes: Uint8Array, statement: UploadStatement) => {
    const { id } = uploads.begin(statement, 'good', key);
    for (const [index, part] of partsOf(bytes).entries()) uploads.part(id, index, hex(part), part, key);
    return uploads.finish(id, key);
  };
  const made = makeUpload(2, 1);
  const wrong = statementOf(made.bytes, { records: 3, orders: 2 });
  await assert.rejects(send(made.bytes, wrong), code(9070));
  await assert.rejects(send(made.bytes, { ...wrong, records: 2, orders: 3 }), code(9070));
  const doctype = Buffer.from('<!DOCTYPE RECS><RECS/>');
  await assert.rejects(send(doctype, statementOf(doctype, { records: 0, orders: 0 })), code(6015));
  const lying = makeUpload(1, 1, { salt: 'a' });
  await assert.rejects(send(lying.bytes, { ...statementOf(lying.bytes, lying), sha256: 'ab'.repeat(32) }), code(6015));
  await assert.rejects(send(new Uint8Array(0), statementOf(new Uint8Array(0), { records: 0, orders: 0 })), code(6015));
  assert.deepEqual(rows.stored('3501200000'), []);
  // The right header of the same file mends it.
  assert.equal((await send(made.bytes, statementOf(made.bytes, made))).state, 'stored');
  uploads.close();
});

test('after a restart it goes on behind the last part that was synced; a torn sum or a torn part is sent again', async () => {
  const made = makeUploadOfExactly(limits.uploadPart * 3);
  const statement = statementOf(made.bytes, made);
  const parts = partsOf(made.bytes) as [Uint8Array, Uint8Array, Uint8Array];
  const first = open();
  const { id } = first.uploads.begin(statement, 'good', key);
  for (const index of [0, 1] as const) first.uploads.part(id, index, hex(parts[index]), parts[index], key);
  first.uploads.close();
  const file = (end: string): string => join(first.folder, 'uploads', `${id}.${end}`);
  // A power cut in the middle of the third part, and in the middle of its sum.
  appendFileSync(file('xml'), parts[2].subarray(0, 1000));
  appendFileSync(file('sums'), Buffer.alloc(5));
  const second = open(first.folder);
  const begun = second.uploads.begin(statement, 'good', key);
  assert.equal(Buffer.from(begun.sums, 'base64').toString('hex'), hex(parts[0]) + hex(parts[1]));
  assert.deepEqual(second.uploads.part(id, 2, hex(parts[2]), parts[2], key), { parts: 3 });
  // The disk loses the end of the file: found when the whole is looked at.
  truncateSync(file('xml'), limits.uploadPart * 2);
  second.uploads.close();
  const third = open(first.folder);
  await assert.rejects(third.uploads.finish(id, key), code(6015));
  assert.equal(third.uploads.begin(statement, 'good', key).sums, '', 'all of it once more');
  for (const [index, part] of parts.entries()) third.uploads.part(id, index, hex(part), part, key);
  assert.equal((await third.uploads.finish(id, key)).state, 'stored');
  third.uploads.close();
});

test('unfinished uploads of an institution do not pile up; the oldest go, with their files', () => {
  const { uploads, rows, folder } = open();
  const ids: string[] = [];
  for (let index = 0; index < limits.uploadsOpen + 3; index++) {
    const made = makeUpload(1, 1, { salt: `p${index}` });
    const { id } = uploads.begin(statementOf(made.bytes, made), 'good', key);
    uploads.part(id, 0, hex(made.bytes), made.bytes, key);
    ids.push(id);
    hand.pass(1000);
  }
  assert.deepEqual(rows.unfinished('3501200000'), ids.slice(3));
  for (const [index, id] of ids.entries())
    assert.equal(existsSync(join(folder, 'uploads', `${id}.xml`)), index >= 3, String(index));
  uploads.close();
});
