// What reading functions answer, byte by byte: whole buffers built by hand from the manual's places.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { binary, bytesAt, insertWith } from '../../test/support/card-bytes.ts';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import { hcRecords } from '../card/index.ts';
import { apis } from '../catalogue/index.ts';
import { type CallAnswer, type InputValue, written } from './index.ts';

let counter: TestCounter;
before(async () => {
  counter = await newCounter();
  counter.bench.insert('doctor');
  counter.control.watch((event) => {
    if (event.type === 'pin') counter.control.answerPin(event.request.id, Buffer.from('123456'));
  });
  assert.equal((await counter.call('4.2')).code, 0);
});
after(() => counter.close());

const bytes = (answer: CallAnswer, param = 'pBuffer'): string =>
  Buffer.from((answer.outputs[param] ?? new Uint8Array(0)) as Uint8Array).toString('latin1');
async function read(
  name: string,
  length: number,
  inputs: { readonly [param: string]: InputValue } = {},
): Promise<string> {
  const answer = await counter.call(name, { iBufferLen: length, ...inputs });
  assert.equal(answer.code, 0, JSON.stringify(answer.failure));
  assert.equal(answer.outputs.iBufferLen, length);
  assert.equal((await counter.call(name, { ...inputs, iBufferLen: length - 1 })).code, 6018, 'one byte too short');
  return bytes(answer);
}
const same = (got: string, wanted: Buffer): void => assert.equal(got, wanted.toString('latin1'));

/** Big5 of 遠方醫院: eight bytes. */
const farHospital = Buffer.from('bbbba4e8c2e5b07c', 'hex');
/** Two illnesses; 4A-1 `1`, 4A-2 blank, 4A-3 `A`, 4A-4 blank, 4B an institution. */
const illness = bytesAt(114, {
  1: 'C50911130301',
  13: '1200228',
  20: '(<02K1140101',
  32: '1181231',
  96: '1 A  ',
  101: farHospital,
});
/** The newest visit first, 110 bytes a group, fees as 4, 4, 4, 3, 3 bytes. */
const visits = bytesAt(660, {
  1: '01',
  4: '1151120083015',
  17: '1',
  18: '0007',
  22: '3501200000',
  32: 'A123456789',
  42: '"M7WKJ0110460  !>   I10  ',
  72: Buffer.concat([binary(1234, 4), binary(50, 4), binary(0, 4), binary(0, 3), binary(16_777_215, 3)]),
  90: 'ABCDEFGHIJKLMNOPQRST',
  111: 'AC',
  113: 'a1141231235959',
  127: '2',
  132: '1101100011',
  182: Buffer.concat([
    binary(99_999_999, 4),
    binary(100_000_000, 4),
    binary(4_294_967_295, 4),
    binary(1, 3),
    binary(0, 3),
  ]),
});

test('1.3: six preventive services as they stand; a card without any is 126 blanks', async () => {
  const services = bytesAt(126, { 1: '0111512203501200000A1', 106: '081140101110110001199' });
  insertWith(counter, 'normal', { prevent: services });
  same(await read('hisGetRegisterPrevent', 126), services);
  counter.bench.remove('normal');
  counter.bench.insert('illness');
  same(await read('hisGetRegisterPrevent', 126), Buffer.alloc(126, ' '));
  counter.bench.remove('illness');
});

test('1.4: eleven antenatal examinations', async () => {
  const examinations = bytesAt(209, { 1: '1151101350120000041', 191: '1141231110110001169' });
  insertWith(counter, 'normal', { pregnant: examinations });
  same(await read('hisGetRegisterPregnant', 209), examinations);
});

test('1.5: dates of six illness groups, six visits newest first, fees as digits', async () => {
  insertWith(counter, 'normal', { illness, visits });
  const zeros = '0'.repeat(38);
  same(
    await read('hisGetTreatmentNoNeedHPC', 498),
    bytesAt(498, {
      1: '11303011200228',
      15: '11401011181231',
      71: farHospital,
      85: '01',
      88: '1151120083015',
      101: '1',
      102: '0007',
      106: '3501200000',
      116: '00001234',
      124: '00000050',
      132: '00000000',
      140: '0000000',
      147: '9999999',
      154: 'AC',
      156: 'a',
      157: '1141231235959',
      170: '2',
      175: '1101100011',
      185: '99999999',
      193: '99999999',
      201: '99999999',
      209: '0000001',
      216: '0000000',
      254: zeros,
      323: zeros,
      392: zeros,
      461: zeros,
    }),
  );
});

test('1.6 and 1.7: digits as they stand; what nobody wrote is blanks and zeros', async () => {
  const cumulative = bytesAt(134, {
    1: '1150012',
    8: '0000012345000000067800000900000000010000000200000012',
    60: '00000011',
  });
  insertWith(counter, 'normal', { cumulative, totals: bytesAt(20, { 1: '00000123450000000678' }) });
  const second = bytesAt(67, { 4: '0'.repeat(64) });
  same(await read('hisGetCumulativeData', 134), Buffer.concat([cumulative.subarray(0, 67), second]));
  same(await read('hisGetCumulativeFee', 20), Buffer.from('00000123450000000678'));
  insertWith(counter, 'normal', { cumulative: Buffer.alloc(134, ' '), totals: Buffer.alloc(20) });
  same(await read('hisGetCumulativeData', 134), Buffer.concat([second, second]));
  same(await read('hisGetCumulativeFee', 20), Buffer.from('0'.repeat(20)));
});

test('1.8: 372 bytes, codes as the card has them', async () => {
  insertWith(counter, 'normal', { illness, visits });
  same(
    await read('hisGetTreatmentNeedHPC', 372),
    bytesAt(372, {
      1: illness,
      115: '1151120083015',
      128: '"M7WKJ0110460  !>   I10  ',
      158: '1141231235959',
    }),
  );
});

test('1.8 with the ICD-10 marker: 540 bytes, each code a blank, seven characters, a blank', async () => {
  insertWith(counter, 'normal', { illness, visits });
  const wanted = bytesAt(540, {
    2: 'C5091  ',
    10: '11303011200228',
    25: 'S72001Q',
    33: '11401011181231',
    117: '1 A  ',
    125: farHospital,
    139: '1151120083015',
    153: 'G44201 ',
    162: 'J0110  ',
    171: '460    ',
    180: 'E00    ',
    189: 'I10    ',
    206: '1141231235959',
  });
  const mark = '[XXXXXXX]';
  const six = bytesAt(540, { 1: mark, 24: mark, 47: mark, 70: mark, 93: mark, 116: mark });
  same(await read('hisGetTreatmentNeedHPC', 540, { pBuffer: six }), wanted);
  same(await read('hisGetTreatmentNeedHPC', 540, { pBuffer: mark }), wanted);
  same(await read('hisGetTreatmentNeedHPC', 372, { pBuffer: ' '.repeat(372) }), wanted372());
  same(await read('hisGetTreatmentNeedHPC', 372, { pBuffer: ' [XXXXXXX]' }), wanted372());
});
const wanted372 = (): Buffer =>
  bytesAt(372, { 1: illness, 115: '1151120083015', 128: '"M7WKJ0110460  !>   I10  ', 158: '1141231235959' });

test('1.33 and 1.50: 114 bytes, 138 with the marker; the sixth group holds 4A and 4B', async () => {
  insertWith(counter, 'normal', { illness });
  const wide = bytesAt(138, {
    2: 'C5091  ',
    10: '11303011200228',
    25: 'S72001Q',
    33: '11401011181231',
    117: '1 A  ',
    125: farHospital,
  });
  same(await read('hisGetCriticalIllness', 114), illness);
  same(await read('hisGetCriticalIllness', 138, { pBuffer: '[XXXXXXX]' }), wide);
  const basic = (await counter.call('1.1')).fields.pBuffer ?? {};
  const person = { pPatientID: String(basic.personId), pPatientBirthDate: String(basic.birthDate) };
  same(await read('hisGetCriticalIllnessID', 114, person), illness);
  same(await read('hisGetCriticalIllnessID', 138, { ...person, pBuffer: '[XXXXXXX]' }), wide);
  for (const other of [{ pPatientID: 'A123456789' }, { pPatientBirthDate: '0790102' }]) {
    const refused = await counter.call('1.50', { ...person, ...other });
    assert.deepEqual([refused.code, refused.outputs], [5020, {}]);
  }
});

const prescriptions = bytesAt(3660, {
  1: '11511200830151A001234100 HEAD  TIDPC             07028    01',
  62: '11511200830152B009876543       BID               30000060 05',
  3600: '1141231235959503001B      H     STAT              010000001 03'.slice(0, 61),
});
const longTerm = bytesAt(1320, {
  1: '1151120B009876543BID               30000060',
  1277: '1141231C123456789QD                28000028',
});
const important = bytesAt(360, {
  1: '1151120350120000033072BH     0000001',
  325: '1141231110110001118015C      0000002',
});
const allergy = bytesAt(120, { 1: 'ASPIRIN', 41: Buffer.from('bdd0af57aaa2c0bb', 'hex'), 81: 'PENICILLIN G' });

test('1.10: sixty, thirty, ten and three groups, as they stand', async () => {
  insertWith(counter, 'normal', { prescriptions, longTerm, important, allergy });
  const answer = await counter.call('hisReadPrescription', {
    iBufferLenOutpatient: 3660,
    iBufferLenLongTerm: 1320,
    iBufferLenImportant: 360,
    iBufferLenIrritation: 120,
  });
  assert.equal(answer.code, 0, JSON.stringify(answer.failure));
  same(bytes(answer, 'pOutpatientPrescription'), prescriptions);
  same(bytes(answer, 'pLongTermPrescription'), longTerm);
  same(bytes(answer, 'pImportantTreatmentCode'), important);
  same(bytes(answer, 'pIrritationDrug'), allergy);
  assert.deepEqual(
    ['iBufferLenOutpatient', 'iBufferLenLongTerm', 'iBufferLenImportant', 'iBufferLenIrritation'].map(
      (name) => answer.outputs[name],
    ),
    [3660, 1320, 360, 120],
  );
  const short = await counter.call('hisReadPrescription', { iBufferLenOutpatient: 3660, iBufferLenIrritation: 119 });
  assert.deepEqual([short.code, short.outputs], [6018, {}], 'all four lengths are looked at before anything is read');
});

test('1.41 to 1.44: from one place to another; room for these groups is enough', async () => {
  insertWith(counter, 'normal', { prescriptions, longTerm, important, allergy });
  for (const [name, param, length, file, step, most] of [
    ['hisReadPrescriptMain', 'pOutpatientPrescription', 'iBufferLenOutpatient', prescriptions, 61, 60],
    ['hisReadPrescriptLongTerm', 'pLongTermPrescription', 'iBufferLenLongTerm', longTerm, 44, 30],
    ['hisReadPrescriptHVE', 'pImportantTreatmentCode', 'iBufferLenImportant', important, 36, 10],
    ['hisReadPrescriptAllergic', 'pIrritationDrug', 'iBufferLenIrritation', allergy, 40, 3],
  ] as const) {
    for (const [first, last] of [
      [1, 1],
      [1, most],
      [most, most],
      [2, 3],
    ] as const) {
      const room = (last - first + 1) * step;
      const inputs = { iStartPos: first, iEndPos: last, iRecCount: 0 };
      const answer = await counter.call(name, { ...inputs, [length]: room });
      assert.equal(answer.code, 0, `${name} ${first}-${last}: ${answer.failure?.why.en}`);
      same(bytes(answer, param), file.subarray((first - 1) * step, last * step));
      assert.deepEqual([answer.outputs[length], answer.outputs.iRecCount], [room, last - first + 1]);
      const shown = answer.fields[param] as { items: unknown[] };
      assert.equal(shown.items.length, last - first + 1);
      assert.equal((await counter.call(name, { ...inputs, [length]: room - 1 })).code, 6018);
    }
    for (const [first, last] of [
      [0, 1],
      [2, 1],
      [1, most + 1],
      [-1, 1],
      [most + 1, most + 1],
    ]) {
      const refused = await counter.call(name, { iStartPos: first ?? 0, iEndPos: last ?? 0, iRecCount: 7 });
      assert.deepEqual([refused.code, refused.outputs], [6018, {}], `${name} ${first}-${last}`);
    }
  }
});

test('1.11, 1.12, 1.13: vaccinations, one mark, the telephone', async () => {
  const inoculation = bytesAt(1400, {
    1: 'FLU   11511203501200000BATCH1234567',
    1366: 'HBV   11412311101100011LAST-BATCH  ',
  });
  insertWith(counter, 'normal', { inoculation, organ: Buffer.from('F'), emergency: bytesAt(14, { 1: '02-27065866' }) });
  same(await read('hisGetInoculateData', 1400), inoculation);
  same(await read('hisGetOrganDonate', 1), Buffer.from('F'));
  same(await read('hisGetEmergentTel', 14), Buffer.from('02-27065866   '));
  counter.bench.remove('normal');
  insertWith(counter, 'cancelled', {});
  for (const name of ['hisGetEmergentTel', 'hisGetCriticalIllness']) {
    const refused = await counter.call(name);
    assert.deepEqual([refused.code, refused.outputs], [5002, {}], name);
  }
  assert.equal((await counter.call('hisGetOrganDonate')).code, 0, 'the others list no 5002');
  counter.bench.remove('cancelled');
});

test('hisGetInsurerData and csGetLastUnTreatmentData: our layouts', async () => {
  insertWith(counter, 'normal', {
    insured: Buffer.from('013'),
    validity: Buffer.from('120123104'),
    newborn: Buffer.from('11511011'),
    visits,
  });
  same(await read('hisGetInsurerData', 20), Buffer.from('0131201231' + '04' + '11511011'));
  assert.equal((await counter.call('csGetLastUnTreatmentData')).code, 5150, 'no visit was undone');
  const undone = Buffer.from(visits);
  undone.write('Y', 219, 'latin1');
  insertWith(counter, 'normal', { visits: undone });
  same(
    await read('csGetLastUnTreatmentData', 31),
    bytesAt(31, { 1: 'AC', 3: 'a1141231235959', 17: '2', 22: '1101100011' }),
  );
});

test('a card of any bytes is read all the same: whole buffers, codes that the sections list', async () => {
  const functions = apis.filter((api) => Object.hasOwn(written, api.name) && !api.writes && api.reads.length > 0);
  const someCard = fc.record(
    Object.fromEntries(
      Object.entries(hcRecords).map(([name, { length }]) => [
        name,
        fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes)),
      ]),
    ),
  );
  const inputs: { [param: string]: InputValue } = {
    iStartPos: 1,
    iEndPos: 3,
    pDateTime: '1151120083015',
    pPatientID: 'A123456789',
    pPatientBirthDate: '0790101',
  };
  await fc.assert(
    fc.asyncProperty(someCard, async (files) => {
      insertWith(counter, 'normal', files);
      for (const api of functions) {
        const given = api.params.filter((param) => inputs[param.name] !== undefined).map((param) => param.name);
        const answer = await counter.call(
          api.name,
          Object.fromEntries(given.map((name) => [name, inputs[name] ?? ''])),
        );
        assert.ok(api.returns.includes(answer.code), `${api.name} ${answer.code} ${answer.failure?.why.en}`);
        if (answer.code !== 0) continue;
        for (const param of api.params) {
          if (param.kind !== 'buffer') continue;
          const got = answer.outputs[param.name] as Uint8Array;
          const [part] = Object.values(param.record?.parts ?? {});
          const range = param.range && part && 'fields' in part ? 3 * part.length : undefined;
          assert.equal(got.length, range ?? param.length, `${api.name} ${param.name}`);
        }
      }
    }),
    { numRuns: process.env.OPENCSHIS_SOAK ? 500 : 10 },
  );
});

test('a kind of card that does not exist is refused in words, also where the value answered is a state', async () => {
  for (const [name, inputs] of [
    ['hisGetCardStatus', { CardType: 7 }],
    ['csGetCardNo', { CardType: 0 }],
    ['hpcGetHPCStatus', { Req: 2 }],
  ] as const) {
    const answer = await counter.call(name, inputs);
    assert.deepEqual([answer.code, answer.outputs], [6018, {}], name);
    assert.match(answer.failure?.why.en ?? '', /is 1/, name);
  }
});
