import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeCommand, isAllowed } from './apdu.ts';
import { encodeBig5 } from './big5.ts';
import { getPublicData, publicRecord, publicZoneCommands, readPublicZone, selectNhi } from './public-zone.ts';
import { encodeRecord } from './record.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 50_000 : 100 };
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

interface Parts {
  readonly name?: Uint8Array;
  readonly pad?: number;
  readonly birth?: string;
  readonly issue?: string;
}
function zone({
  name = encodeBig5('王小明'),
  pad = 0x20,
  birth = '0790101',
  issue = '1120304',
}: Parts = {}): Uint8Array {
  const out = new Uint8Array(57).fill(pad);
  out.set(Buffer.from('900000000001'), 0);
  out.set(name, 12);
  out.set(Buffer.from(`A123456789${birth}M${issue}`), 32);
  return out;
}
const read = (parts: Parts) => readPublicZone({ data: zone(parts), sw: 0x9000 });

test('any 57 bytes are read, kept, and can be written again as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 57, maxLength: 57 }), (data) => {
      const { raw, ...values } = readPublicZone({ data, sw: 0x9000 });
      assert.equal(hex(raw), hex(data));
      assert.equal(hex(encodeRecord(publicRecord, values, raw)), hex(data));
    }),
    runs,
  );
});

test('golden: the commands, and a card', () => {
  assert.equal(hex(encodeCommand(selectNhi)), '00a4040010d1580000010000000000000000001100');
  assert.equal(hex(encodeCommand(getPublicData)), '00ca1100020000');
  const { raw, ...values } = read({});
  assert.deepEqual(values, {
    cardNo: '900000000001',
    name: '王小明',
    personId: 'A123456789',
    birthDate: '0790101',
    sex: 'M',
    issueDate: '1120304',
  });
  assert.equal(raw.length, 57);
});

test('dates keep their first digit: ROC 099, 100 and 115, leap days, before 1912, zeros, blanks', () => {
  for (const date of ['0991231', '1000101', '1150101', '1130229', '0890229', '-080229', '0000000', '0000101']) {
    assert.equal(read({ birth: date }).birthDate, date);
    assert.equal(read({ issue: date }).issueDate, date);
  }
  assert.equal(read({ birth: '       ' }).birthDate, '');
  assert.equal(read({ issue: '\0\0\0\0\0\0\0' }).issueDate, '');
});

test('the date of issue is not the birth date', () => {
  const { birthDate, issueDate } = read({ birth: '1000229', issue: '1150930' });
  assert.deepEqual([birthDate, issueDate], ['1000229', '1150930']);
});

test('names of 2, 3, 4 and 10 characters and romanised ones, padded by blanks or NULs', () => {
  for (const name of [
    '王明',
    '王小明',
    '司馬小明',
    '谷辣斯尤達卡斯拉馬伊',
    'Kolas Yotaka',
    'Kolas Yotaka Sra Mai',
    '王 Yotaka',
  ]) {
    for (const pad of [0x20, 0x00]) assert.equal(read({ name: encodeBig5(name), pad }).name, name);
  }
});

test('a rare character does not refuse the card', () => {
  const name = Uint8Array.from(Buffer.from('fa408140a4fd', 'hex'));
  assert.equal(read({ name }).name, '\uE000\uEEB8王');
  const broken = Uint8Array.from(Buffer.from('a4fdff80a3c0a4', 'hex'));
  const zoneRead = read({ name: broken });
  assert.equal(zoneRead.name, `王${[0xff, 0x80, 0xa3].map((byte) => String.fromCodePoint(0xf0000 + byte)).join('')}壑`);
  assert.equal(hex(zoneRead.raw.subarray(12, 19)), 'a4fdff80a3c0a4');
});

test('other cards: the status word and the exact length come first', () => {
  for (const size of [0, 1, 2, 56, 58, 255, 65_536]) {
    assert.throws(() => readPublicZone({ data: new Uint8Array(size), sw: 0x9000 }), { code: 4033, kind: 'not-nhi' });
  }
  for (const status of [0x6a82, 0x6d00, 0x6982, 0x6139, 0x0000]) {
    assert.throws(() => readPublicZone({ data: zone(), sw: status }), { code: 4033 });
  }
});

test('a card that is not ours is sent nothing else', () => {
  for (const command of [selectNhi, getPublicData])
    assert.equal(isAllowed(publicZoneCommands, encodeCommand(command)), true);
  for (const other of [
    '00a4040000',
    '00b0000000',
    '0020000104',
    '00ca110002000100',
    '00ca11000200',
    '80ca1100020000',
  ]) {
    assert.equal(isAllowed(publicZoneCommands, Buffer.from(other, 'hex')), false, other);
  }
});
