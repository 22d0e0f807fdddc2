import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { p256Verifier } from './certificate.ts';
import {
  buildEnvelope,
  envelopeBase64,
  envelopeHex,
  envelopeProblem,
  parseEnvelope,
  readEnvelopeText,
  verifyEnvelope,
} from './envelope.ts';
import { rocDateTimeOf } from './roc-date.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 20_000 : 100 };
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = publicKey.export({ format: 'jwk' });
const raw = Uint8Array.from([4, ...Buffer.from(jwk.x ?? '', 'base64url'), ...Buffer.from(jwk.y ?? '', 'base64url')]);
const key = { keyNo: '0123456789abcdef', simulated: true };
const visit = { personId: 'A123456789', hospId: '3501200000', dateTime: '1151124093000' };
const signWith = (bytes: Uint8Array) =>
  new Uint8Array(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
const signed = (one: typeof visit, with_ = key) => {
  const { toSign, complete } = buildEnvelope(one, with_);
  return complete(signWith(toSign));
};

test('ruling 5: an envelope verifies for its own visit in every form, and says what was altered', () => {
  const visits = fc.record({
    personId: fc.stringMatching(/^[A-Z][1289A-D]\d{8}$/),
    hospId: fc.stringMatching(/^\d{10}$/),
    dateTime: fc.integer({ min: -1.8e12, max: 4e12 }).map((instant) => rocDateTimeOf(instant) as string),
  });
  fc.assert(
    fc.property(visits, visits, fc.boolean(), (one, other, simulated) => {
      const bytes = signed(one, { ...key, simulated });
      assert.equal(bytes.length, 128);
      assert.equal(verifyEnvelope(bytes, one, raw), 'ok');
      assert.equal(parseEnvelope(bytes)?.simulated, simulated);
      for (const text of [envelopeHex(bytes), envelopeBase64(bytes)]) assert.deepEqual(readEnvelopeText(text), bytes);
      if (one.personId !== other.personId)
        assert.equal(verifyEnvelope(bytes, { ...one, personId: other.personId }, raw), 'altered-person');
      if (one.hospId !== other.hospId)
        assert.equal(verifyEnvelope(bytes, { ...one, hospId: other.hospId }, raw), 'altered-institution');
      if (one.dateTime !== other.dateTime)
        assert.equal(verifyEnvelope(bytes, { ...one, dateTime: other.dateTime }, raw), 'altered-time');
    }),
    runs,
  );
});

test('one changed bit anywhere and it is not ok', () => {
  const bytes = signed(visit);
  for (let bit = 0; bit < 128 * 8; bit++) {
    const altered = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    assert.notEqual(verifyEnvelope(altered, visit, raw), 'ok', `bit ${bit}`);
  }
});

test('any bytes and any text: an envelope or undefined', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 260 }), fc.string({ maxLength: 300 }), (bytes, text) => {
      assert.equal(parseEnvelope(bytes) === undefined, envelopeProblem(bytes) !== undefined);
      const read = readEnvelopeText(text);
      assert.ok(read === undefined || read.length === 128);
    }),
    runs,
  );
});

test('golden bytes of the header', () => {
  const { toSign } = buildEnvelope(visit, key);
  assert.equal(
    Buffer.from(toSign).toString('hex'),
    `01010123456789abcdef${(1_795_483_800_000).toString(16).padStart(16, '0')}` +
      '51ff20a5103a71d68ff6a3b4' +
      '00'.repeat(34) +
      Buffer.from('A123456789|3501200000|1151124093000').toString('hex'),
  );
});

test('other versions, flags, reserved bytes, lengths and keys', () => {
  const bytes = signed(visit);
  const changed = (at: number, value: number) => bytes.map((byte, index) => (index === at ? value : byte));
  assert.equal(envelopeProblem(bytes), undefined);
  assert.equal(envelopeProblem(changed(0, 2)), 'unknown-version');
  assert.equal(envelopeProblem(changed(0, 0)), 'malformed');
  assert.equal(envelopeProblem(changed(1, 2)), 'malformed');
  assert.equal(envelopeProblem(changed(63, 1)), 'malformed');
  assert.equal(envelopeProblem(bytes.subarray(1)), 'malformed');
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  assert.equal(verifyEnvelope(bytes, visit, { key: stranger, dsaEncoding: 'ieee-p1363' }), 'bad-signature');
  assert.equal(verifyEnvelope(bytes, visit, p256Verifier(raw)), 'ok');
  assert.throws(() => verifyEnvelope(bytes, visit, new Uint8Array(65)), { code: 4071 });
  assert.throws(() => verifyEnvelope(bytes, visit, raw.slice(0, 64)), { code: 4071 });
  const offCurve = raw.map((byte, at) => (at === 64 ? byte ^ 1 : byte));
  assert.throws(() => verifyEnvelope(bytes, visit, offCurve), { code: 4071 });
});

test('base64 with something in it that does not belong there is no envelope', () => {
  const text = envelopeBase64(signed(visit));
  for (const bad of [`${text.slice(0, 9)}!${text.slice(9)}`, text.slice(0, -1), `${text}=`, text.replaceAll('=', '')]) {
    assert.equal(readEnvelopeText(bad), undefined);
  }
  assert.notEqual(readEnvelopeText(` ${text}\n`), undefined);
});

test('what cannot be signed is refused, and the words do not tell the person', () => {
  const wrong: [typeof visit, { keyNo: string; simulated: boolean }][] = [
    [{ ...visit, dateTime: '1150229000000' }, key],
    [{ ...visit, personId: '' }, key],
    [{ ...visit, personId: 'A123456789|x' }, key],
    [visit, { ...key, keyNo: 'AA' }],
    [visit, { ...key, keyNo: key.keyNo.toUpperCase() }],
  ];
  for (const [one, with_] of wrong) {
    assert.throws(
      () => buildEnvelope(one, with_),
      (error: Error & { kind?: string }) => error.kind === 'envelope-input' && !error.message.includes('A123456789'),
    );
  }
  const { complete } = buildEnvelope(visit, key);
  assert.throws(() => complete(new Uint8Array(63)), { code: 6018 });
  assert.notEqual(complete(new Uint8Array(64)), complete(new Uint8Array(64)));
});
