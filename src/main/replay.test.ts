// A day at a counter, recorded with values replaced, then run again on cards made up for it. deadline: 240
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newCounter, settled, type TestCounter } from '../../test/support/counter.ts';
import { encodeBig5 } from '../codec/index.ts';
import type { Trace } from '../tools/index.ts';
import { replay } from './replay.ts';

const reading = [
  'hisGetRegisterBasic',
  'hisGetRegisterBasic2',
  'hisGetLastSeqNum',
  'hisGetRegisterPrevent',
  'hisGetRegisterPregnant',
  'hisGetTreatmentNoNeedHPC',
  'hisGetCumulativeData',
  'hisGetCumulativeFee',
  'hisGetTreatmentNeedHPC',
  'hisReadPrescription',
  'hisGetInoculateData',
  'hisGetOrganDonate',
  'hisGetEmergentTel',
  'hisGetCriticalIllness',
];
let counter: TestCounter;
let trace: Trace;
let offline: Trace;
before(async () => {
  counter = await newCounter({ people: 3 });
  const { call, act } = counter;
  const swap = async (card: string) => {
    for (const one of counter.bench.list())
      if (one.slot && one.kind === 'hc') await act('remove', { card: one.handle });
    await act('insert', { card });
    await settled(async () => (await call('hisGetCardStatus', { CardType: 2 })).code >= 2);
  };
  counter.control.watch((event) => {
    if (event.type !== 'pin') return;
    const digits = event.request.card === 'hc' ? '1234' : '123456';
    counter.control.answerPin(event.request.id, Buffer.from(digits));
  });
  /** What a consulting room writes, and a little that is wrong. */
  const writeAll = async (time: string): Promise<void> => {
    const { personId, birthDate } = await counter.control.publicZone(
      counter.bench.list().find((one) => one.slot && one.kind === 'hc')?.slot,
    );
    const person = { pPatientID: personId, pPatientBirthDate: birthDate };
    const visit = { pDateTime: time, ...person };
    const codes = ['J069', 'E1165', '', '', '', ''].map((code) => `[${code.padEnd(7)}]`).join('');
    const item = (type: string, code: string) =>
      `${time}${type}${code.padEnd(12)}${' '.repeat(6)}${'QID'.padEnd(18)}07${'28'.padEnd(7)}01`;
    await call('hpcVerifyHPCPIN');
    await call('hisWriteTreatmentData', { ...visit, pDataWrite: `1${codes}0000035000000050${'0'.repeat(22)}` });
    await call('hisWriteTreatmentFee', { ...visit, pDataWrite: `0000040000000050${'0'.repeat(22)}` });
    const items = item('1', 'AC12345100') + item('2', 'BC23456100') + item('5', 'P2001C');
    await call('hisWriteMultiPrescriptSign', { ...visit, pDataWrite: items, iWriteCount: 3 });
    await call('hisWritePrescription', { ...visit, pDataWrite: item('1', 'AC99999100') });
    await call('hisWriteAllergicMedicines', { ...person, pDataWrite: encodeBig5('盤尼西林'.padEnd(36)) });
    await call('hisWriteEmergentTel', { ...person, pEmergentTel: '0912345678' });
    await call('hisWriteInoculateData', { ...person, pItem: 'DTAP', pPackageNumber: 'LOT0001' });
    await call('hisWriteTreatmentFee', { ...visit, pPatientID: 'A123456789', pDataWrite: '0'.repeat(38) });
  };
  await act('insert', { card: 'doctor' });
  await swap('normal');
  const stop = await counter.record();
  await call('csOpenCom', { Comport: 0 });
  await call('csGetHospID', { iBufferLen: 10 });
  await call('csGetDateTime');
  for (const card of ['normal', 'seen-today', 'illness', 'newborn', 'expired', 'no-visits', 'cancelled']) {
    await swap(card);
    await call('hisGetBasicData', { iBufferLen: 72 });
    await call('hisGetRegisterBasic2', { iBufferLen: 9 });
    const visit = await counter.register();
    for (const name of reading) await call(name);
    for (const name of ['hisReadPrescriptMain', 'hisReadPrescriptAllergic'])
      await call(name, { iStartPos: 1, iEndPos: 3 });
    await call('hisGetTreatmentNeedHPC', { pBuffer: '[XXXXXXX]'.padEnd(540), iBufferLen: 540 });
    const { visitTime } = (visit.fields.pBuffer ?? {}) as { visitTime?: string };
    if (visitTime === undefined) continue;
    await call('hisGetTreatNumICCard', { pDateTime: visitTime });
    await writeAll(visitTime);
    for (const name of reading) await call(name);
    if (card === 'illness') await call('csUnGetSeqNumber', { pUnTreatDate: visitTime });
  }
  await swap('pin');
  for (const name of ['csISSetPIN', 'csVerifyHCPIN', 'hisGetRegisterBasic', 'hisGetTreatmentNoNeedHPC'])
    await call(name);
  await swap('normal');
  await call('hisGetBasicData', { iBufferLen: 7 });
  await counter.register({ cTreatItem: '04' });
  for (const name of ['hpcGetHPCSN', 'hpcGetHPCSSN', 'hpcGetHPCCNAME']) await call(name);
  await call('csCloseCom');
  trace = stop();

  const stopOffline = await counter.record();
  await call('csGetHospID');
  await call('hisGetBasicData');
  await act('network', { up: false });
  await counter.register({ cTreatItem: '02' });
  await counter.register({ cTreatItem: '05' });
  offline = stopOffline();
});
after(() => counter.close());

test('on cards made up for it a trace runs again without a difference', async () => {
  const result = await replay(trace, { all: true });
  assert.deepEqual(result.differences, []);
  assert.ok(result.calls > 40, String(result.calls));
  assert.deepEqual(result.skipped, []);
});

test('cut off from the network as it was then, it runs again without a difference', async () => {
  const result = await replay(offline, { all: true });
  assert.deepEqual(result.differences, []);
});

test('official offline mode: the first difference is the registration without a network, 4061 in place of 0', async () => {
  const [first, ...rest] = (await replay(offline, { offline: 'official' })).differences;
  assert.deepEqual(rest, []);
  assert.deepEqual([first?.no, first?.what, first?.actual], ['1.53', 'code', '4061']);
  assert.ok(first?.expected === '0' || first?.expected === '5010');
});

test('a changed card: the first difference is the changed field, its bytes and the first that differs', async () => {
  const [first] = (await replay(trace, { edits: [{ field: 'validity.available', value: '3' }] })).differences;
  assert.deepEqual(
    { ...first, at: undefined, title: undefined },
    {
      at: undefined,
      title: undefined,
      call: 'hisGetRegisterBasic2',
      no: '1.38',
      what: 'field',
      param: 'pBuffer',
      field: 'available',
      from: 8,
      to: 9,
      byte: 9,
      expected: '06',
      actual: '03',
      expectedHex: '3036',
      actualHex: '3033',
    },
  );
  assert.equal(first?.title?.zh, '就醫可用次數');
  assert.equal(trace.lines.find((line) => line.at === first?.at)?.t !== undefined, true);
  const all = (await replay(trace, { edits: [{ field: 'validity.available', value: '3' }], all: true })).differences;
  assert.ok(all.length > 3, 'and --all goes on');
});

test('the dedicated reader: the same calls differ first in the version', async () => {
  const stop = await counter.record();
  await counter.call('csOpenCom', { Comport: 0 });
  await counter.call('hisGetBasicData');
  await counter.call('csGetVersionEx');
  const short = stop();
  assert.deepEqual((await replay(short)).differences, []);
  const [first] = (await replay(short, { profile: '3.5' })).differences;
  assert.deepEqual([first?.no, first?.what, first?.expected], ['1.51', 'code', '5153']);
  assert.match(first?.actual ?? '', /^35/);
});
