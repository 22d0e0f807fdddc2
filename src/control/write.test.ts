// Long: one walk for each writing function, with its bytes.
// 1.16-1.26, 1.45-1.49: the very bytes on the card after each function, and what a bad input leaves untouched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import { pad, personOf, prescriptionItem } from '../../test/support/writing.ts';
import { hcFileMap } from '../card/index.ts';
import { rocDateTimeOf } from '../codec/index.ts';
import type { CallAnswer } from './types.ts';

interface Patient {
  readonly handle: string;
  readonly pPatientID: string;
  readonly pPatientBirthDate: string;
}
let made = 0;

/** A new card in the reader. */
async function patient(
  counter: TestCounter,
  kind = 'normal',
  edits: { [field: string]: string } = {},
): Promise<Patient> {
  while (counter.bench.remove() !== undefined);
  const handle = `w${++made}`;
  await counter.act('new', { card: handle, kind });
  for (const [field, value] of Object.entries(edits)) await counter.act('edit', { card: handle, field, value });
  counter.bench.insert(handle);
  return { handle, ...(await personOf(counter, handle)) };
}
const who = ({ pPatientID, pPatientBirthDate }: Patient) => ({ pPatientID, pPatientBirthDate });
async function visitOf(counter: TestCounter, cTreatItem = '01'): Promise<string> {
  const answer = await counter.register({ cTreatItem });
  assert.ok(answer.fields.pBuffer, JSON.stringify(answer.failure));
  return String(answer.fields.pBuffer.visitTime);
}
/** A file's bytes as text; a byte that is no printable character as `\xNN`. */
function bytesOf(counter: TestCounter, handle: string, file: keyof typeof hcFileMap): string {
  const { files } = counter.bench.show(handle);
  return [...Buffer.from(files[hcFileMap[file].fid.toString(16)] ?? '', 'base64').toString('latin1')]
    .map((one) => (/[ -~]/.test(one) ? one : `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`))
    .join('');
}
const group = (text: string, length: number, index: number): string => text.slice(index * length, (index + 1) * length);
const item = prescriptionItem;
async function inCounter(work: (counter: TestCounter) => Promise<void>): Promise<void> {
  const counter = await newCounter();
  try {
    await work(counter);
  } finally {
    await counter.close();
  }
}
/** It was written, and its caller has the answer: the same call again is another write. */
function ok(answer: CallAnswer): void {
  assert.equal(answer.code, 0, JSON.stringify(answer.failure));
  answer.delivered();
}

test('1.16: mark and six diagnoses, plain as they are and ICD-10 packed', () =>
  inCounter(async (counter) => {
    const one = await patient(counter);
    const pDateTime = await visitOf(counter);
    const before = group(bytesOf(counter, one.handle, 'visits'), 110, 0);
    const plain = await counter.call('1.16', {
      ...who(one),
      pDateTime,
      pDataWrite: pad([
        ['1', 1],
        ['4660', 5],
        ['"M7WK', 5],
        ['', 20],
      ]),
    });
    ok(plain);
    assert.deepEqual(plain.outputs, { pBufferDocID: Buffer.from('\0') });
    const after = group(bytesOf(counter, one.handle, 'visits'), 110, 0);
    assert.equal(
      after.slice(31, 71),
      pad([
        ['', 10],
        ['4660', 5],
        ['"M7WK', 5],
        ['', 20],
      ]),
    );
    assert.equal(after.slice(0, 31), before.slice(0, 31));
    assert.equal(after.slice(71), before.slice(71));

    // With a doctor's card: its holder goes out in ten bytes and into the visit; a NUL ends the record early.
    counter.bench.insert('doctor');
    const icd10 = await counter.call('1.16', {
      ...who(one),
      pDateTime,
      pDataWrite: Buffer.concat([Buffer.from('2[G44201 ][I10    ]'), Buffer.from([0, 0x41])]),
    });
    ok(icd10);
    const doctor = Buffer.from(icd10.outputs.pBufferDocID as Uint8Array).toString('latin1');
    assert.match(doctor, /^[A-Z]\d{9}$/);
    const packed = group(bytesOf(counter, one.handle, 'visits'), 110, 0);
    assert.equal(packed.slice(16, 17), '2');
    assert.equal(
      packed.slice(31, 71),
      pad([
        [doctor, 10],
        ['"M7WK', 5],
        ['I10', 5],
        ['', 20],
      ]),
    );

    // Fields by name: diagnoses as they are written, and a blank mark leaves the visit's own.
    ok(await counter.call('1.16', { ...who(one), pDateTime, pDataWrite: { mainCode: 'G44.201', subCode1: 'J0110' } }));
    const named = group(bytesOf(counter, one.handle, 'visits'), 110, 0);
    assert.equal(named.slice(16, 17), '2');
    assert.equal(named.slice(41, 51), '"M7WKJ0110');

    const refused = await counter.call('1.16', { ...who(one), pDateTime, pDataWrite: '1[G44201 ][V999999]' });
    assert.equal(refused.code, 6018);
    assert.equal(refused.failure?.kind, 'icd10');
    assert.match(refused.failure?.why.en ?? '', /secondary diagnosis 1/);
    assert.doesNotMatch(JSON.stringify(refused.failure), /V999999/);
    assert.equal(group(bytesOf(counter, one.handle, 'visits'), 110, 0), named);
    assert.equal((await counter.call('1.16', { ...who(one), pDateTime, pDataWrite: '7' })).code, 6018);
  }));

test('1.17 and 1.47: fees as binary in the visit, new minus old in the sums', () =>
  inCounter(async (counter) => {
    const one = await patient(counter);
    const pDateTime = await visitOf(counter);
    const year = pDateTime.slice(0, 3);
    const fees = (amounts: readonly string[]) =>
      pad(amounts.map((amount, index) => [amount, index < 3 ? 8 : 7] as const));
    ok(
      await counter.call('1.17', { ...who(one), pDateTime, pDataWrite: fees(['500', '00000150', '', '7', '8000000']) }),
    );
    const written = group(bytesOf(counter, one.handle, 'visits'), 110, 0).length;
    assert.ok(written);
    const raw = Buffer.from(counter.bench.show(one.handle).files['206'] ?? '', 'base64').subarray(71, 89);
    assert.equal(raw.toString('hex'), '000001f4' + '00000096' + '00000000' + '000007' + '7a1200');
    assert.equal(
      bytesOf(counter, one.handle, 'cumulative').slice(0, 67),
      [`${year}0001`, '0000000500', '0000000000', '00000150', '00000007', '08000000', '08000157', '00000157'].join(''),
    );
    assert.equal(bytesOf(counter, one.handle, 'totals'), '0000000500' + '0000000000');

    ok(
      await counter.call('1.47', {
        ...who(one),
        pDateTime,
        pDataWrite: `1${pad([['4660', 30]])}${fees(['200', '50', '9', '0', '1'])}`,
      }),
    );
    assert.equal(
      bytesOf(counter, one.handle, 'cumulative').slice(0, 67),
      [`${year}0001`, '0000000200', '0000000009', '00000050', '00000000', '00000001', '00000051', '00000050'].join(''),
    );
    assert.equal(bytesOf(counter, one.handle, 'totals'), '0000000200' + '0000000009');

    const icd10 = `1[G44201 ]${'[       ]'.repeat(5)}${fees(['300', '', '', '', ''])}`;
    assert.equal(icd10.length, 93);
    ok(await counter.call('1.47', { ...who(one), pDateTime, pDataWrite: icd10 }));
    assert.equal(bytesOf(counter, one.handle, 'totals'), '0000000300' + '0000000000');

    const files = ['visits', 'cumulative', 'totals'] as const;
    const before = files.map((file) => bytesOf(counter, one.handle, file));
    for (const pDataWrite of ['5OO', '-1', '500     1x'])
      assert.equal((await counter.call('1.17', { ...who(one), pDateTime, pDataWrite })).code, 6018, pDataWrite);
    assert.deepEqual(
      files.map((file) => bytesOf(counter, one.handle, file)),
      before,
    );
  }));

test('1.17, 1.47: a sum that falls below zero or does not fit its digits writes nothing', () =>
  inCounter(async (counter) => {
    for (const [api, code] of [
      ['1.17', 5028],
      ['1.47', 5023],
    ] as const) {
      const fees = (amount: string) => `${api === '1.47' ? pad([['1', 31]]) : ''}${amount}`;
      const one = await patient(counter);
      const pDateTime = await visitOf(counter);
      ok(await counter.call(api, { ...who(one), pDateTime, pDataWrite: fees('1000') }));
      counter.bench.remove(one.handle);
      await counter.act('edit', { card: one.handle, field: 'totals.outpatientTotal', value: '999' });
      counter.bench.insert(one.handle);
      assert.equal((await counter.call(api, { ...who(one), pDateTime, pDataWrite: fees('0') })).code, code);
      counter.bench.remove(one.handle);
      await counter.act('edit', { card: one.handle, field: 'totals.outpatientTotal', value: '9999999999' });
      counter.bench.insert(one.handle);
      const refused = await counter.call(api, { ...who(one), pDateTime, pDataWrite: fees('1001') });
      assert.equal(refused.code, code);
      assert.match(refused.failure?.why.en ?? '', /nothing was written/);
      assert.equal(bytesOf(counter, one.handle, 'totals').slice(0, 10), '9999999999');
      ok(await counter.call(api, { ...who(one), pDateTime, pDataWrite: fees('1000') }));
    }
  }));

test('1.18: an item is its 61 bytes; 2 and B also long-term, 5 and E also important', () =>
  inCounter(async (counter) => {
    const one = await patient(counter);
    const time = await visitOf(counter);
    const write = (pDataWrite: string) => counter.call('1.18', { ...who(one), pDateTime: time, pDataWrite });
    const items = [
      item(time, '1', 'A012345100', 'TID&HS', '7', '21.5', '01'),
      item(time, '2', 'B021234100', 'QD', '28', '28', '05'),
      item(time, '3', '00156A', '', '', '1', '03'),
      item(time, '5', '33070B', '', '', '1', '03'),
      item(time, 'B', 'B021234100', 'QD', '28', '28', '05'),
      item(time, 'E', '33070B', '', '', '1', '03'),
      item(time, 'H', 'R001', '', '', '0', ''),
    ];
    for (const text of items) ok(await write(text));
    assert.equal(bytesOf(counter, one.handle, 'prescriptions').trimEnd(), `${items.join('').padEnd(3660)}07`);
    const date = time.slice(0, 7);
    const drug = pad([
      [date, 7],
      ['B021234100', 10],
      ['QD', 18],
      ['28', 2],
      ['28', 7],
    ]);
    assert.equal(bytesOf(counter, one.handle, 'longTerm'), `${(drug + drug).padEnd(1320)}02`);
    const order = pad([
      [date, 7],
      ['3501200000', 10],
      ['33070B', 6],
      ['', 6],
      ['1', 7],
    ]);
    assert.equal(bytesOf(counter, one.handle, 'important'), `${(order + order).padEnd(360)}02`);

    const before = bytesOf(counter, one.handle, 'prescriptions');
    for (const wrong of [
      item('1140101000000', '1', 'A012345100'),
      item('', '1', 'A012345100'),
      item(time, '', 'A012345100'),
      item(time, '9', 'A012345100'),
      item(time, '1', ''),
      item(time, '1', 'A012345100', 'TID', 'x'),
      item(time, '2', 'A01234510099'),
      item(time, '5', '33070BX'),
      item(time, '1', 'A012345100', 'TID', '7', '21', '99'),
    ])
      assert.equal((await write(wrong)).code, 6018, wrong);
    assert.equal(bytesOf(counter, one.handle, 'prescriptions'), before);
    // The same item twice is two items, as on any card.
    ok(await write(items[0] ?? ''));
    assert.equal(group(bytesOf(counter, one.handle, 'prescriptions'), 61, 7), items[0]);
    // 1.18 lists no code for a visit that is not there.
    const nowhere = '1140101000000';
    assert.equal(
      (await counter.call('1.18', { ...who(one), pDateTime: nowhere, pDataWrite: item(nowhere, '1', 'A') })).code,
      5033,
    );
  }));

test('1.45 and 1.49: all of them or none; as many calls of 1.18 come to the same; the bad item is named', () =>
  inCounter(async (counter) => {
    const one = await patient(counter);
    const time = await visitOf(counter);
    const items = Array.from({ length: 60 }, (_, index) => item(time, '1', `A${index}`));
    const many = (count: number, data = items.slice(0, count).join('')) =>
      counter.call('1.45', { ...who(one), pDateTime: time, pDataWrite: data, iWriteCount: count });
    for (const [count, code] of [
      [0, 6018],
      [61, 6018],
      [-1, 6018],
      [60, 0],
      [3, 0],
    ] as const)
      assert.equal((await many(count)).code, code, String(count));
    // 63 items on 60 places: the newest three have the oldest three's.
    assert.equal(bytesOf(counter, one.handle, 'prescriptions'), `${items.join('')}03`);
    const before = bytesOf(counter, one.handle, 'prescriptions');
    const bad = await many(3, [item(time, '1', 'X'), item(time, 'Q', 'X'), item(time, '1', 'X')].join(''));
    assert.equal(bad.code, 6018);
    assert.match(bad.failure?.why.zh ?? '', /第 2 組/);
    assert.match(bad.failure?.why.en ?? '', /item 2/);
    const short = await many(3, items.slice(0, 2).join(''));
    assert.equal(short.code, 6018);
    assert.match(short.failure?.why.en ?? '', /item 3/);
    assert.equal(bytesOf(counter, one.handle, 'prescriptions'), before);

    const two = await patient(counter);
    const second = await visitOf(counter);
    for (let index = 0; index < 5; index++)
      ok(await counter.call('1.18', { ...who(two), pDateTime: second, pDataWrite: item(second, '2', `A${index}`) }));
    const three = await patient(counter);
    const third = await visitOf(counter);
    const data = Array.from({ length: 5 }, (_, index) => item(third, '2', `A${index}`)).join('');
    const tooSmall = await counter.call('1.49', {
      ...who(three),
      pDateTime: third,
      pDataWrite: data,
      iWriteCount: 5,
      iBufferLen: 199,
    });
    assert.equal(tooSmall.code, 6018);
    assert.deepEqual(tooSmall.outputs, {});
    assert.equal(bytesOf(counter, three.handle, 'prescriptions'), '');
    const signed = await counter.call('1.49', {
      ...who(three),
      pDateTime: third,
      pDataWrite: data,
      iWriteCount: 5,
      iBufferLen: 200,
    });
    ok(signed);
    assert.equal(signed.outputs.iBufferLen, 200);
    assert.match(Buffer.from(signed.outputs.pBuffer as Uint8Array).toString('latin1'), /^([0-9A-F]{40}){5}$/);
    assert.deepEqual(
      (signed.fields.pBuffer as { items: { signature: string }[] }).items.map((each) => each.signature).join(''),
      Buffer.from(signed.outputs.pBuffer as Uint8Array).toString('latin1'),
    );
    for (const file of ['prescriptions', 'longTerm'] as const)
      assert.equal(
        bytesOf(counter, three.handle, file)
          .replaceAll(third, second)
          .replaceAll(third.slice(0, 7), second.slice(0, 7)),
        bytesOf(counter, two.handle, file),
        file,
      );
  }));

test('1.19, 1.21, 1.23: a newborn, a consent, a telephone', () =>
  inCounter(async (counter) => {
    const one = await patient(counter);
    ok(await counter.call('1.19', { ...who(one), pNewBornDate: '1150801', pNoOfDelivered: '2' }));
    assert.equal(bytesOf(counter, one.handle, 'newborn'), '11508012');
    ok(await counter.call('1.19', { ...who(one), pNewBornDate: '', pNoOfDelivered: '' }));
    assert.equal(bytesOf(counter, one.handle, 'newborn'), ' '.repeat(8));
    ok(await counter.call('1.21', { ...who(one), pOrganDonate: 'E' }));
    assert.equal(bytesOf(counter, one.handle, 'organ'), 'E');
    assert.equal((await counter.call('1.21', { ...who(one), pOrganDonate: ' ' })).code, 5062);
    assert.equal((await counter.call('1.21', { ...who(one), pOrganDonate: 'Z' })).code, 6018);
    assert.equal(bytesOf(counter, one.handle, 'organ'), 'E');
    ok(await counter.call('1.23', { ...who(one), pEmergentTel: '0226971234' }));
    assert.equal(bytesOf(counter, one.handle, 'emergency'), '0226971234    ');
    ok(await counter.call('1.23', { ...who(one), pEmergentTel: '' }));
    assert.equal(bytesOf(counter, one.handle, 'emergency'), ' '.repeat(14));
  }));

test('1.20 and 1.46: three allergies, all or one; pharmacists may not', () =>
  inCounter(async (counter) => {
    const one = await patient(counter);
    counter.bench.insert('doctor');
    counter.control.watch((event) => {
      if (event.type === 'pin') counter.control.answerPin(event.request.id, Buffer.from('123456'));
    });
    assert.equal((await counter.call('1.20', { ...who(one), pDataWrite: 'ASPIRIN' })).code, 4042);
    ok(await counter.call('4.2'));
    const three = pad([
      ['PENICILLIN', 40],
      ['', 40],
      ['HLA-B1502 positive', 40],
    ]);
    const answer = await counter.call('1.20', { ...who(one), pDataWrite: three });
    ok(answer);
    assert.equal((answer.outputs.pBufferDocID as Uint8Array).length, 10);
    assert.equal(bytesOf(counter, one.handle, 'allergy'), three);
    ok(await counter.call('1.46', { ...who(one), pDataWrite: '阿斯匹靈', iNum: 2 }));
    assert.equal(group(bytesOf(counter, one.handle, 'allergy'), 40, 0), 'PENICILLIN'.padEnd(40));
    assert.equal(
      Buffer.from(counter.bench.show(one.handle).files['304'] ?? '', 'base64')
        .subarray(40, 48)
        .toString('hex'),
      'aafcb4b5a4c7c646',
    );
    for (const iNum of [0, 4, -1])
      assert.equal((await counter.call('1.46', { ...who(one), pDataWrite: 'X', iNum })).code, 6018);
    ok(await counter.call('1.20', { ...who(one), pDataWrite: 'ONE' }));
    assert.equal(bytesOf(counter, one.handle, 'allergy'), 'ONE'.padEnd(120));

    counter.bench.remove('doctor');
    counter.bench.insert('pharmacist');
    ok(await counter.call('4.2'));
    assert.equal((await counter.call('1.20', { ...who(one), pDataWrite: 'TWO' })).code, 9100);
    assert.equal((await counter.call('1.46', { ...who(one), pDataWrite: 'TWO', iNum: 1 })).code, 9100);
    // Whose card it is comes first, as the manual has it.
    const other = { ...who(one), pPatientID: 'A999999999' };
    assert.equal((await counter.call('1.20', { ...other, pDataWrite: 'TWO' })).code, 5020);
    assert.equal((await counter.call('1.46', { ...other, pDataWrite: 'TWO', iNum: 1 })).code, 5020);
    assert.equal(bytesOf(counter, one.handle, 'allergy'), 'ONE'.padEnd(120));
  }));

test('1.22, 1.24-1.26: services, examinations, vaccinations, in turn, with date and institution of their own', () =>
  inCounter(async (counter) => {
    const one = await patient(counter, 'normal', { 'basic.sex': 'F' });
    const service = (pServiceItem: string, pServiceItemCode: string) =>
      counter.call('1.22', { ...who(one), pServiceItem, pServiceItemCode });
    const examination = (pCheckupCode: string) => counter.call('1.24', { ...who(one), pCheckupCode });
    assert.equal((await service('02', '21')).code, 5083);
    assert.equal((await examination('41')).code, 5083);
    await visitOf(counter, 'AC');
    const today = rocDateTimeOf(Date.now()).slice(0, 7);
    assert.equal((await service('02', 'YB')).code, 5084);
    assert.equal((await examination('XA')).code, 5082);
    ok(await service('02', '21'));
    ok(await service('04', ''));
    assert.equal((await service('01', 'YA')).code, 5084);
    assert.equal((await service('01', 'YB')).code, 6018);
    ok(await service('02', 'YB'));
    // What was taken back once is not there a second time.
    assert.equal((await service('02', 'YB')).code, 5084);
    const row = (code: string, check: string) => `${code}${today}3501200000${check.padEnd(2)}`;
    assert.equal(
      bytesOf(counter, one.handle, 'prevent'),
      `${(row('02', '21') + row('04', '') + row('02', 'YB')).padEnd(126)}03`,
    );
    for (const code of ['91', '92', '93', '94']) ok(await service('06', code));
    assert.equal(group(bytesOf(counter, one.handle, 'prevent'), 21, 0), row('06', '94'));
    assert.equal(group(bytesOf(counter, one.handle, 'prevent'), 21, 1), row('04', ''));

    for (let index = 0; index < 12; index++) ok(await examination(String(41 + index)));
    const seen = (check: string) => `${today}3501200000${check}`;
    assert.equal(
      bytesOf(counter, one.handle, 'pregnant'),
      `${['52', '42', '43', '44', '45', '46', '47', '48', '49', '50', '51'].map(seen).join('')}01`,
    );
    ok(await examination('XA'));
    ok(await counter.call('1.25', who(one)));
    assert.equal(bytesOf(counter, one.handle, 'pregnant'), `${' '.repeat(209)}00`);

    ok(await counter.call('1.26', { ...who(one), pItem: 'FLU', pPackageNumber: 'AB12' }));
    assert.equal(
      bytesOf(counter, one.handle, 'inoculation'),
      `${pad([
        ['FLU', 6],
        [today, 7],
        ['3501200000', 10],
        ['AB12', 12],
      ]).padEnd(1400)}01`,
    );
    const man = await patient(counter, 'normal', { 'basic.sex': 'M' });
    assert.equal((await counter.call('1.24', { ...who(man), pCheckupCode: '41' })).code, 5079);
    assert.equal((await counter.call('1.25', who(man))).code, 5079);
  }));

test('1.22, 1.24: what was taken back a day late is not counted against what is done after it', () =>
  inCounter(async (counter) => {
    const one = await patient(counter, 'normal', { 'basic.sex': 'F' });
    await visitOf(counter, 'AC');
    const both = async (service: string, examination: string): Promise<number[]> => {
      const answers = [
        await counter.call('1.22', { ...who(one), pServiceItem: '02', pServiceItemCode: service }),
        await counter.call('1.24', { ...who(one), pCheckupCode: examination }),
      ];
      for (const answer of answers) answer.delivered();
      return answers.map((answer) => answer.code);
    };
    assert.deepEqual(await both('21', '41'), [0, 0]);
    await counter.act('clock', { shift: 86_400_000 });
    assert.deepEqual(await both('YB', 'XA'), [0, 0]);
    await counter.act('clock', { shift: 2 * 86_400_000 });
    assert.deepEqual(await both('YB', 'XA'), [5084, 5082]);
    assert.deepEqual(await both('21', '41'), [0, 0]);
    assert.deepEqual(await both('YB', 'XA'), [0, 0]);
    assert.deepEqual(await both('YB', 'XA'), [5084, 5082]);
  }));

test('texts padded with blanks to their fields mean the same as without', () =>
  inCounter(async (counter) => {
    const one = await patient(counter, 'normal', { 'basic.sex': 'F' });
    await visitOf(counter, 'AC');
    const today = rocDateTimeOf(Date.now()).slice(0, 7);
    ok(await counter.call('1.26', { ...who(one), pItem: 'FLU   ', pPackageNumber: 'AB12        ' }));
    assert.equal(bytesOf(counter, one.handle, 'inoculation').slice(0, 35), `FLU   ${today}3501200000AB12        `);
    ok(await counter.call('1.22', { ...who(one), pServiceItem: '04', pServiceItemCode: '  ' }));
    assert.equal(bytesOf(counter, one.handle, 'prevent').slice(0, 21), `04${today}3501200000  `);
    ok(await counter.call('1.23', { ...who(one), pEmergentTel: '0226971234    ' }));
    assert.equal(bytesOf(counter, one.handle, 'emergency'), '0226971234    ');
    const long = await counter.call('1.26', { ...who(one), pItem: 'FLU    ', pPackageNumber: 'AB12' });
    assert.equal(long.code, 6018);
  }));

test('another person, by id or by birth date, is 5020 everywhere', () =>
  inCounter(async (counter) => {
    const one = await patient(counter);
    const time = await visitOf(counter);
    for (const other of [
      { ...who(one), pPatientID: 'A999999999' },
      { ...who(one), pPatientBirthDate: '0800101' },
    ])
      for (const name of ['1.16', '1.17', '1.18', '1.45', '1.47', '1.48', '1.49'])
        assert.equal(
          (
            await counter.call(name, {
              ...other,
              pDateTime: time,
              pDataWrite: /8|9|5/.test(name.slice(-1)) ? item(time, '1', 'A') : '1',
              ...(name === '1.45' || name === '1.49' ? { iWriteCount: 1 } : {}),
            })
          ).code,
          5020,
          name,
        );
  }));

test('a visit that was taken back takes nothing any more', () =>
  inCounter(async (counter) => {
    const one = await patient(counter);
    const time = await visitOf(counter);
    ok(await counter.call('1.17', { ...who(one), pDateTime: time, pDataWrite: '500' }));
    ok(await counter.call('1.39', { pUnTreatDate: time }));
    assert.equal(bytesOf(counter, one.handle, 'totals'), '0'.repeat(20));
    assert.equal((await counter.call('1.17', { ...who(one), pDateTime: time, pDataWrite: '500' })).code, 5022);
    assert.equal(bytesOf(counter, one.handle, 'totals'), '0'.repeat(20));
  }));
