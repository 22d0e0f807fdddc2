// Who reads what: kinds of professionals by functions, the holder's PIN, files that cannot be read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesAt, insertWith } from '../../test/support/card-bytes.ts';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import { hcFileMap } from '../card/index.ts';
import { apis, carriesData } from '../catalogue/index.ts';
import { type CallAnswer, type InputValue, written } from './index.ts';

async function withCounter(work: (counter: TestCounter) => Promise<void>): Promise<void> {
  const counter = await newCounter();
  try {
    counter.control.watch((event) => {
      if (event.type === 'pin' && event.request.card === 'hpc')
        counter.control.answerPin(event.request.id, Buffer.from('123456'));
      if (event.type === 'pin' && event.request.card === 'hc') counter.control.answerPin(event.request.id, undefined);
    });
    await work(counter);
  } finally {
    await counter.close();
  }
}

/** One prescription of each order type, on the places in this order. */
const orderTypes = '12345ABCDEGHJK';
const prescriptions = bytesAt(
  3660,
  Object.fromEntries([...orderTypes].map((type, index) => [1 + index * 61, `1151120083015${type}CODE${type}`])),
);
const drugsOnly = bytesAt(
  3660,
  Object.fromEntries(
    [...orderTypes].flatMap((type, index) =>
      '12AB'.includes(type) ? [[1 + index * 61, `1151120083015${type}CODE${type}`]] : [],
    ),
  ),
);
const illness = bytesAt(114, { 1: 'C50911130301', 13: '1200228', 96: '1YA', 101: 'SOMEWHERE' });
const datesOnly = bytesAt(114, { 6: '1130301', 13: '1200228', 101: 'SOMEWHERE' });
const visits = bytesAt(660, { 1: '01', 4: '1151120083015', 42: '460' });
const files = {
  prescriptions,
  longTerm: bytesAt(1320, { 1: '1151120B00' }),
  important: bytesAt(360, { 1: '1151120350120000033072B' }),
  allergy: bytesAt(120, { 1: 'ASPIRIN' }),
  illness,
  visits,
};
const blanks = (length: number): Buffer => Buffer.alloc(length, ' ');
const eight = (illnesses: Buffer): Buffer => Buffer.concat([illnesses, bytesAt(258, { 1: '1151120083015460' })]);

type Expected = number | { readonly code?: number; readonly [param: string]: Buffer | number | undefined };
const all = { first: 1, lasts: { '1.41': 60, '1.42': 30, '1.43': 10, '1.44': 3 } } as const;
const whole: { readonly [no: string]: Expected } = {
  '1.8': { pBuffer: eight(illness) },
  '1.10': {
    pOutpatientPrescription: prescriptions,
    pLongTermPrescription: files.longTerm,
    pImportantTreatmentCode: files.important,
    pIrritationDrug: files.allergy,
  },
  '1.33': { pBuffer: illness },
  '1.50': { pBuffer: illness },
  '1.41': { pOutpatientPrescription: prescriptions },
  '1.42': { pLongTermPrescription: files.longTerm },
  '1.43': { pImportantTreatmentCode: files.important },
  '1.44': { pIrritationDrug: files.allergy },
};
const pharmacy: { readonly [no: string]: Expected } = {
  ...whole,
  '1.8': { pBuffer: eight(blanks(114)) },
  '1.10': {
    pOutpatientPrescription: drugsOnly,
    pLongTermPrescription: files.longTerm,
    pImportantTreatmentCode: blanks(360),
    pIrritationDrug: files.allergy,
  },
  '1.33': 9100,
  '1.50': 9100,
  '1.41': { pOutpatientPrescription: drugsOnly },
  '1.43': 9100,
};
const missing = (code: number): { readonly [no: string]: Expected } =>
  Object.fromEntries(Object.keys(whole).map((no) => [no, code]));
const dates = { code: 5141, pBuffer: datesOnly };

/** Rows: whose card is in; columns: the functions. */
const matrix: readonly (readonly [who: string, card: string, pin: boolean, { readonly [no: string]: Expected }])[] = [
  ['nobody', '', false, { ...missing(4014), '1.33': dates, '1.50': dates }],
  ['a doctor whose PIN is not verified', 'doctor', false, missing(4042)],
  ['a doctor', 'doctor', true, whole],
  ['a pharmacist', 'pharmacist', true, pharmacy],
  ['an assistant pharmacist', 'assistant-pharmacist', true, pharmacy],
  ["a pharmacy's own card", 'pharmacy', true, pharmacy],
  ['an expired doctor', 'doctor-expired', true, missing(4042)],
  ['a cancelled doctor', 'doctor-cancelled', true, missing(4042)],
];

async function personOf(counter: TestCounter): Promise<{ [param: string]: InputValue }> {
  const { pBuffer } = (await counter.call('1.1')).fields;
  return { pPatientID: String(pBuffer?.personId), pPatientBirthDate: String(pBuffer?.birthDate) };
}
const inputsFor = (no: string, person: { [param: string]: InputValue }): { [param: string]: InputValue } => ({
  ...(no === '1.50' ? person : {}),
  ...(no in all.lasts ? { iStartPos: 1, iEndPos: all.lasts[no as keyof typeof all.lasts], iRecCount: 0 } : {}),
});
function check(answer: CallAnswer, expected: Expected, what: string): void {
  if (typeof expected === 'number') {
    assert.deepEqual([answer.code, answer.outputs], [expected, {}], what);
    return;
  }
  const { code = 0, ...buffers } = expected;
  assert.equal(answer.code, code, `${what}: ${answer.failure?.why.en}`);
  for (const [param, bytes] of Object.entries(buffers)) {
    const got = Buffer.from(answer.outputs[param] as Uint8Array).toString('latin1');
    assert.equal(got, (bytes as Buffer).toString('latin1'), `${what} ${param}`);
  }
}

for (const [who, card, pin, row] of matrix) {
  test(`read by ${who}`, () =>
    withCounter(async (counter) => {
      if (card !== '') counter.bench.insert(card);
      if (pin) await counter.call('4.2');
      insertWith(counter, 'normal', files);
      const person = await personOf(counter);
      for (const [no, expected] of Object.entries(row))
        check(await counter.call(no, inputsFor(no, person)), expected, `${no} by ${who}`);
    }));
}

test('the marker changes the layout and nothing of the rights', () =>
  withCounter(async (counter) => {
    counter.bench.insert('pharmacist');
    await counter.call('4.2');
    insertWith(counter, 'normal', files);
    const visit = bytesAt(402, { 1: '1151120083015', 15: '460' });
    check(
      await counter.call('1.8', { pBuffer: '[XXXXXXX]' }),
      { pBuffer: Buffer.concat([blanks(138), visit]) },
      '1.8, marker, pharmacist',
    );
    counter.bench.remove('pharmacist');
    check(
      await counter.call('1.33', { pBuffer: '[XXXXXXX]' }),
      { code: 5141, pBuffer: bytesAt(138, { 10: '1130301', 17: '1200228', 125: 'SOMEWHERE' }) },
      '1.33, marker, nobody',
    );
  }));

test('a professional card that is taken out takes its rights with it', () =>
  withCounter(async (counter) => {
    insertWith(counter, 'normal', files);
    counter.bench.insert('doctor');
    assert.equal((await counter.call('4.2')).code, 0);
    assert.equal((await counter.call('1.33')).code, 0);
    assert.equal((await counter.as('another program')('1.33')).code, 4042, 'the PIN was given to one program');
    counter.bench.remove('doctor');
    assert.equal((await counter.call('1.33')).code, 5141);
    counter.bench.insert('doctor');
    assert.equal((await counter.call('1.33')).code, 4042);
  }));

/** Reads a visit's own identifier, which is ours: whoever knows the visit's time may have it. */
const exception = 'hisGetTreatNumICCard';
test('not a byte of a file behind the PIN is answered while it is not given', () =>
  withCounter(async (counter) => {
    counter.bench.insert('doctor');
    assert.equal((await counter.call('4.2')).code, 0);
    insertWith(counter, 'pin', files);
    const person = await personOf(counter);
    const behind = apis.filter(
      (api) =>
        Object.hasOwn(written, api.name) &&
        !api.writes &&
        api.name !== exception &&
        api.reads.some((name) => hcFileMap[name as keyof typeof hcFileMap].read === 'pin'),
    );
    assert.ok(behind.length >= 18, `${behind.length} functions`);
    for (const api of behind) {
      const answer = await counter.call(api.name, inputsFor(api.no, person));
      assert.ok(!carriesData(answer.code), `${api.name} answered ${answer.code}`);
      assert.ok(answer.code !== -1 && api.returns.includes(answer.code), `${api.name} answered ${answer.code}`);
      assert.deepEqual([answer.outputs, answer.fields], [{}, {}], api.name);
    }
  }));

test('a file that cannot be read has its own code; the other files are read as ever', () =>
  withCounter(async (counter) => {
    counter.bench.insert('doctor');
    assert.equal((await counter.call('4.2')).code, 0);
    insertWith(counter, 'normal', files);
    for (const [fault, code, no] of [
      ['read-prescriptions', 5015, '1.41'],
      ['read-long-term', 5016, '1.42'],
      ['read-important', 5017, '1.43'],
      ['read-allergy', 5018, '1.44'],
    ] as const) {
      await counter.act('fault', { name: fault });
      for (const one of ['1.10', no]) check(await counter.call(one, inputsFor(one, {})), code, `${one}, ${fault}`);
      for (const other of Object.keys(all.lasts).filter((one) => one !== no))
        assert.equal((await counter.call(other, inputsFor(other, {}))).code, 0, `${other}, ${fault}`);
      await counter.act('fault', { name: 'off' });
    }
  }));
