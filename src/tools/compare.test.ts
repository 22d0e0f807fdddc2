import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apis } from '../catalogue/index.ts';
import type { Api, Param } from '../catalogue/schema.ts';
import { encodeBig5 } from '../codec/index.ts';
import { compareAnswer, createTwins, inputsFor } from './compare.ts';
import { placesOf } from './layout.ts';
import { type NumberedCall, storedOf } from './trace-file.ts';

const traced = (api: Api, param: Param, bytes: Uint8Array): NumberedCall => ({
  at: 7,
  call: api.name,
  no: api.no,
  t: 0,
  ms: 1,
  session: 1,
  program: 1,
  in: {},
  code: 0,
  out: { [param.name]: storedOf(bytes) },
  lengths: {},
});
const options = () => ({ twins: createTwins(), otherPerson: false });
const buffers = apis.flatMap((api) =>
  api.params.flatMap((param) => (param.kind === 'buffer' && param.record ? [{ api, param, spec: param.record }] : [])),
);
const byForm = new Set(['rocDateTime', 'westernDateTime', 'hex', 'treatNum', 'samId', 'bytes', 'gap']);

test('every field of every answer: a changed byte is named by its field, its place and itself', () => {
  let tried = 0;
  for (const { api, param, spec } of buffers) {
    if (spec.name === 'dateTime' || param.name === 'VPNGetRandom') continue;
    const bytes = new Uint8Array(spec.length).fill(0x31);
    assert.deepEqual(
      compareAnswer(traced(api, param, bytes), { code: 0, outputs: { [param.name]: bytes } }, options()),
      [],
    );
    for (const { from, to, field, name } of placesOf(spec)) {
      if (byForm.has(field.kind)) continue;
      const other = Uint8Array.from(bytes);
      other[to - 1] = 0x32;
      const found = compareAnswer(traced(api, param, bytes), { code: 0, outputs: { [param.name]: other } }, options());
      assert.equal(found.length, 1, `${api.no} ${name}`);
      const [one] = found;
      assert.deepEqual([one?.what, one?.field, one?.from, one?.to, one?.byte], ['field', name, from, to, to]);
      assert.equal(one?.at, 7);
      tried += 1;
    }
  }
  assert.ok(tried > 1000, String(tried));
});

const register = apis.find((api) => api.no === '1.53') as Api;
const buffer = register.params.find((param) => param.name === 'pBuffer') as Param;
const grant = (time: string, treatNum: string, signature = 'AB'.repeat(128)): Uint8Array =>
  encodeBig5(`${time}00013501200000${signature}SAM000000001N${treatNum}`);
const answered = (bytes: Uint8Array) => ({ code: 0, outputs: { pBuffer: bytes } });

test('times, signatures and identifiers may differ, and must then be the same wherever they come again', () => {
  const one = options();
  const [first, second] = ['Y0XP8XT7YDCBJGFW7OW6', '6PZC74A014AATF59DHIL'];
  const was = grant('1150311083000', first);
  assert.deepEqual(
    compareAnswer(traced(register, buffer, was), answered(grant('1150312090001', second, 'CD'.repeat(128))), one),
    [],
  );
  const read = apis.find((api) => api.no === '1.56') as Api;
  const again = read.params.find((param) => param.name === 'pBuffer') as Param;
  assert.deepEqual(compareAnswer(traced(read, again, encodeBig5(first)), answered(encodeBig5(second)), one), []);
  const [odd] = compareAnswer(traced(read, again, encodeBig5(first)), answered(encodeBig5(first)), one);
  assert.match(odd?.why?.en ?? '', /stood for another one/);
  const inputs = inputsFor({ ...traced(read, again, was), in: { pDateTime: '1150311083000' } }, one.twins);
  assert.deepEqual(inputs.pDateTime, encodeBig5('1150312090001'));
});

test('of another form is a difference: no date, a shorter signature, blank where there was something', () => {
  const was = traced(register, buffer, grant('1150311083000', 'Y0XP8XT7YDCBJGFW7OW6'));
  const fields = (bytes: Uint8Array) => compareAnswer(was, answered(bytes), options()).map((one) => one.field);
  assert.deepEqual(fields(grant('1150231083000', 'Y0XP8XT7YDCBJGFW7OW6')), ['visitTime']);
  assert.deepEqual(fields(grant('1150311083000', ' '.repeat(20))), ['treatNum']);
  assert.deepEqual(fields(grant('1150311083000', 'Y0XP8XT7YDCBJGFW7OW6', 'xy'.repeat(128))), ['signature']);
});

test('another code, an answer that is missing, one too many, another length', () => {
  const was = {
    ...traced(register, buffer, grant('1150311083000', 'Y0XP8XT7YDCBJGFW7OW6')),
    lengths: { iBufferLen: [316, 316] as const },
  };
  const whats = (actual: Parameters<typeof compareAnswer>[1]) =>
    compareAnswer(was, actual, options()).map((one) => one.what);
  assert.deepEqual(whats({ code: 4061, outputs: {} }), ['code']);
  assert.deepEqual(whats({ code: 0, outputs: { iBufferLen: 316 } }), ['missing']);
  assert.deepEqual(
    whats({ code: 0, outputs: { iBufferLen: 315, pBuffer: grant('1150311083000', 'Y0XP8XT7YDCBJGFW7OW6') } }),
    ['length'],
  );
  assert.deepEqual(
    compareAnswer({ ...was, out: {} }, answered(grant('1150311083000', 'Y0XP8XT7YDCBJGFW7OW6')), options()).map(
      (one) => one.what,
    ),
    ['unexpected', 'length'],
  );
});
