import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  buildEnvelope,
  decodeCommand,
  decodeTlv,
  encodeCommand,
  encodeTlv,
  exchange,
  isPersonId,
  isReserved,
  nextSeqNumber,
  parseEnvelope,
  personIdOf,
  previousSeqNumber,
  readEnvelopeText,
  readPublicZone,
  treatNum,
  verifyEnvelope,
} from './index.ts';

const visit = { personId: 'A123456789', hospId: '3501200000', dateTime: '1151124093000' };
const key = new Uint8Array(32).fill(7);

test('ruling 1: the identifier is the digest modulo 36^20, and never one of the reserved ones', () => {
  const digest = createHmac('sha256', key).update('A123456789|3501200000|1151124093000').digest('hex');
  const expected = (BigInt(`0x${digest}`) % 36n ** 20n).toString(36).toUpperCase().padStart(20, '0');
  assert.equal(treatNum(key, visit), expected);
  assert.match(expected, /^[0-9A-Z]{20}$/);
  // Made reserved, the same visit is hashed again and differs.
  const other = treatNum(key, visit, [expected.replace(/0+$/, '')]);
  assert.notEqual(other, expected);
  for (const reserved of ['MISS0000000000000000', 'SM123456789012345678', '9'.repeat(20), `A01${'0'.repeat(17)}`]) {
    assert.equal(isReserved(reserved, ['A01']), true, reserved);
  }
});

test('a ROC year begins with 0001 and ends with 1500; undoing goes one back', () => {
  assert.equal(nextSeqNumber('1140012', '114'), '1140013');
  assert.equal(nextSeqNumber('1131500', '114'), '1140001');
  assert.equal(nextSeqNumber('       ', '114'), '1140001');
  assert.equal(nextSeqNumber('1141499', '114'), '1141500');
  assert.equal(nextSeqNumber('1141500', '114'), undefined);
  assert.equal(previousSeqNumber('1140001'), '1140000');
  assert.equal(nextSeqNumber('1140000', '114'), '1140001');
});

test('ruling 5: an envelope tells which of person, institution and time was altered', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const raw = Uint8Array.from([4, ...Buffer.from(jwk.x ?? '', 'base64url'), ...Buffer.from(jwk.y ?? '', 'base64url')]);
  const { toSign, complete } = buildEnvelope(visit, { keyNo: '00000000000000aa', simulated: true });
  const bytes = complete(new Uint8Array(sign('sha256', toSign, { key: privateKey, dsaEncoding: 'ieee-p1363' })));
  assert.equal(bytes.length, 128);
  assert.deepEqual(parseEnvelope(bytes)?.keyNo, '00000000000000aa');
  assert.equal(parseEnvelope(bytes)?.simulated, true);
  assert.equal(verifyEnvelope(bytes, visit, raw), 'ok');
  assert.equal(verifyEnvelope(bytes, { ...visit, personId: 'B123456780' }, raw), 'altered-person');
  assert.equal(verifyEnvelope(bytes, { ...visit, hospId: '3501200001' }, raw), 'altered-institution');
  assert.equal(verifyEnvelope(bytes, { ...visit, dateTime: '1151124093001' }, raw), 'altered-time');
  for (const text of [Buffer.from(bytes).toString('hex').toUpperCase(), Buffer.from(bytes).toString('base64')]) {
    assert.deepEqual(readEnvelopeText(text), bytes);
  }
  fc.assert(
    fc.property(fc.nat(127), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ flip;
      assert.notEqual(verifyEnvelope(altered, visit, raw), 'ok');
    }),
  );
});

test('commands encode and decode; chains of 61xx and 6Cxx end', async () => {
  const commands = fc.record({ cla: fc.nat(255), ins: fc.nat(255), p1: fc.nat(255), p2: fc.nat(255) });
  fc.assert(
    fc.property(
      commands,
      fc.option(fc.uint8Array({ minLength: 1, maxLength: 255 })),
      fc.option(fc.integer({ min: 1, max: 256 })),
      (base, data, le) => {
        const command = { ...base, ...(data ? { data: Uint8Array.from(data) } : {}), ...(le ? { le } : {}) };
        assert.deepEqual(decodeCommand(encodeCommand(command)), command);
      },
    ),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeCommand(bytes)));
  let sent = 0;
  const endless = async () => {
    sent += 1;
    return Uint8Array.of(0x61, 0x10);
  };
  await assert.rejects(exchange(endless, { cla: 0, ins: 0xca, p1: 0, p2: 0 }, 40), { code: 4000, kind: 'card-answer' });
  assert.equal(sent, 41);
  for (const size of [0, 1, 259, 65_538]) {
    await assert.rejects(
      exchange(async () => new Uint8Array(size), { cla: 0, ins: 1, p1: 0, p2: 0 }, 40),
      { kind: 'card-answer' },
    );
  }
  const answers = [Uint8Array.of(0x6c, 0x03), Uint8Array.of(1, 2, 0x61, 0x01), Uint8Array.of(3, 0x90, 0)];
  const asked: string[] = [];
  const response = await exchange(
    async (command) => {
      asked.push(Buffer.from(command).toString('hex'));
      return answers.shift() ?? Uint8Array.of(0x6f, 0);
    },
    { cla: 0, ins: 0xca, p1: 1, p2: 2, le: 9 },
    40,
  );
  assert.deepEqual([...response.data, response.sw], [1, 2, 3, 0x9000]);
  assert.deepEqual(asked, ['00ca010209', '00ca010203', '00c0000001']);
});

test('BER-TLV: whatever comes, it is objects or undefined, and never deeper than sixteen', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeTlv(bytes)));
  let nested = Uint8Array.of(0x80, 0);
  for (let depth = 0; depth < 1000; depth++) nested = encodeTlv('30', nested) as Uint8Array<ArrayBuffer>;
  assert.equal(decodeTlv(nested), undefined);
  for (const bad of ['3080', '3084FFFFFFFF', '300501', '1F', '9F8181818101']) {
    assert.equal(decodeTlv(Buffer.from(bad, 'hex')), undefined, bad);
  }
  assert.deepEqual(decodeTlv(encodeTlv('5F20', Uint8Array.of(1, 2)))?.[0]?.value, Uint8Array.of(1, 2));
});

test('id numbers have a right check digit', () => {
  assert.equal(isPersonId('A123456789'), true);
  assert.equal(isPersonId('A123456788'), false);
  assert.equal(isPersonId('A800000014'), true);
  assert.equal(isPersonId('A900000015') || isPersonId('A900000016'), true);
  assert.equal(isPersonId(personIdOf('F', '2', '3456789'.slice(0, 7))), true);
});

const zone = (parts: { name?: Buffer; birth?: string; issue?: string }) =>
  Uint8Array.from(
    Buffer.concat([
      Buffer.from('900000000001'),
      parts.name ??
        Buffer.from('a4fda470a9fa20202020202020202020202020202020202020'.slice(0, 40).replace(/..$/, '20'), 'hex'),
      Buffer.from(`A123456789${parts.birth ?? '0790101'}M${parts.issue ?? '1120304'}`),
    ]),
  );

test('the public zone: seven-digit dates, twenty-byte names, rare characters, other cards', () => {
  for (const date of ['0991231', '1000101', '1150229', '-080229', '       ', '0000000']) {
    const read = readPublicZone({ data: zone({ birth: date, issue: '1000203' }), sw: 0x9000 });
    assert.equal(read.birthDate, date.trim());
    assert.equal(read.issueDate, '1000203');
  }
  const rare = Buffer.from(`fa40${'8140'}${'a4fd'}${'00'.repeat(14)}`, 'hex');
  const read = readPublicZone({ data: zone({ name: rare }), sw: 0x9000 });
  assert.equal(read.name, '\uE000\uEEB8王');
  assert.equal(read.raw.length, 57);
  const roman = Buffer.from('Kolas Yotaka Sra Mai');
  assert.equal(readPublicZone({ data: zone({ name: roman }), sw: 0x9000 }).name, 'Kolas Yotaka Sra Mai');
  for (const size of [0, 1, 2, 56, 58, 255]) {
    assert.throws(() => readPublicZone({ data: new Uint8Array(size), sw: 0x9000 }), { code: 4033 });
  }
  assert.throws(() => readPublicZone({ data: zone({}), sw: 0x6a82 }), { code: 4033 });
});
