// The security module card by its APDUs alone: what it signs, when, and what is left of it without power.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { systemClock, systemRandom } from '../base/index.ts';
import {
  addDays,
  decodeCertificate,
  encodeCertificate,
  identifierKey,
  p256Verifier,
  prescriptionKey,
  treatNum,
  verifyEnvelope,
  verifyPrescriptionSignature,
} from '../codec/index.ts';
import { virtualReaders } from '../reader/index.ts';
import type { CardChannel } from '../reader/types.ts';
import {
  encodeSamKeys,
  type Issue,
  identify,
  newHealthCard,
  newSamCard,
  openCard,
  publicBytes,
  readFree,
  samCard,
  samProof,
  sealer,
  virtualCard,
} from './index.ts';

const world = '0102030405060708';
const hospId = '3501200000';
const rootKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const p1363 = (key: typeof rootKey) => (bytes: Uint8Array) =>
  new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }));
const issue: Issue = {
  world,
  root: publicBytes(rootKey),
  certify: (subject) =>
    encodeCertificate(
      { ...subject, simulated: true, keyNo: '00000000000000aa', world, notBefore: 0, notAfter: 4e12 },
      p1363(rootKey),
    ),
};
const image = newSamCard({ samId: 'SAM000000001', hospId, hospName: '開放健康診所', hospAbbName: '開放診所' }, issue);
const certificate = Uint8Array.from(Buffer.from(image.certificate, 'base64'));
const { publicKey } = decodeCertificate(certificate);
const master = new Uint8Array(randomBytes(32));
const today = '1151124';
const visit = { personId: 'A123456789', hospId, dateTime: `${today}083000` };

interface Sealing {
  readonly root?: typeof rootKey;
  readonly days?: number;
  /** Alters what was sealed, after its digest was signed. */
  readonly alter?: (sealed: Uint8Array) => Uint8Array;
  readonly hospId?: string;
}
/** The data centre's half, as it must be, or not. */
function seal(begun: { challenge: Uint8Array; ephemeral: Uint8Array }, how: Sealing = {}) {
  const own = sealer();
  const days = Array.from({ length: how.days ?? 61 }, (_, index) => addDays(today, index - 1));
  const sealed = own.seal(
    begun.ephemeral,
    encodeSamKeys({
      firstDay: days[0] ?? '',
      identifierKeys: days.map((day) => identifierKey(master, hospId, day)),
      prescriptionKeyNo: 258,
      prescriptionKey: prescriptionKey(master, hospId),
    }),
    systemRandom.bytes(12),
  );
  const digest = new Uint8Array(createHash('sha256').update(sealed).digest());
  const now = 1_700_000_000_000;
  const proved = { challenge: begun.challenge, now, hospId: how.hospId ?? hospId, ephemeral: own.publicKey, digest };
  const proof = p1363(how.root ?? rootKey)(samProof(proved));
  return { now, proof, ephemeral: own.publicKey, digest, sealed: how.alter?.(sealed) ?? sealed };
}
async function verified(card: ReturnType<typeof samCard>, how: Sealing = {}): Promise<void> {
  const { sealed, ...proof } = seal(await card.begin(), how);
  await card.external(proof);
  await card.load(sealed);
}
async function withCard<T>(work: (card: ReturnType<typeof samCard>, channel: CardChannel) => Promise<T>): Promise<T> {
  const readers = virtualReaders([{ name: 'r', role: 'sam' }], systemClock);
  readers.insert(
    'r',
    virtualCard(image, () => assert.fail('a security module card writes nothing')),
  );
  return readers.exclusive('r', async (channel) => {
    assert.deepEqual(await identify(channel), { kind: 'sam', real: false, world, cardNo: 'SAM000000001' });
    return work(samCard(channel), channel);
  });
}

test('whose it is, it tells everybody', () =>
  withCard(async (_card, channel) => {
    const { hospAbbName, samId } = await readFree(channel, 'samBasic');
    assert.deepEqual([samId, hospAbbName], ['SAM000000001', '開放診所']);
  }));

test('before a verification it signs no visit, derives nothing, authenticates no card', () =>
  withCard(async (card) => {
    const refused = { code: 4050 };
    assert.deepEqual(await card.status(), { verified: false });
    await assert.rejects(card.sign(visit), refused);
    assert.equal(await card.identifier(visit), undefined);
    await assert.rejects(
      card.signPrescription({ personId: visit.personId, treatNum: '0'.repeat(20) }, 1, new Uint8Array(61)),
      refused,
    );
    const shown = { kind: 'hc', certificate: new Uint8Array(187), challenge: new Uint8Array(16) } as const;
    await assert.rejects(card.authenticate(shown), refused);
  }));

test('once verified: an envelope by its own key, the centre’s identifiers and prescription signatures', () =>
  withCard(async (card) => {
    await verified(card);
    assert.deepEqual(await card.status(), { verified: true, keysUntil: addDays(today, 59) });
    const envelope = await card.sign(visit);
    assert.equal(verifyEnvelope(envelope, visit, publicKey), 'ok');
    assert.equal(verifyEnvelope(envelope, { ...visit, hospId: '1101100011' }, publicKey), 'altered-institution');
    // A web log-in's subject can be no id number; nothing else is signed.
    const login = { ...visit, personId: `VPN:30:4:${'A'.repeat(64)}:900000000001:H00000000001` };
    assert.equal(verifyEnvelope(await card.sign(login), login, publicKey), 'ok');
    for (const personId of ['', 'a123456789', 'A1234567890', 'VPN:', 'OpenCSHIS card'])
      await assert.rejects(card.sign({ ...visit, personId }), { code: 5008 }, personId);
    for (const day of [addDays(today, -1), today, addDays(today, 59)]) {
      const of = { ...visit, dateTime: `${day}235959` };
      assert.equal(await card.identifier(of), treatNum(identifierKey(master, hospId, day), of));
    }
    for (const day of [addDays(today, -2), addDays(today, 60)])
      assert.equal(await card.identifier({ ...visit, dateTime: `${day}000000` }), undefined, day);
    const item = new Uint8Array(61).fill(0x41);
    const signed = { personId: visit.personId, treatNum: 'ABCDEFGHIJ0123456789' };
    const signature = await card.signPrescription(signed, 7, item);
    assert.ok(verifyPrescriptionSignature(signature, prescriptionKey(master, hospId), signed, 7, item));
  }));

test('a health card is authenticated by it, several at a time, and a card of another world is not', () =>
  withCard(async (sam, channel) => {
    await verified(sam);
    const person = {
      cardNo: '900000000001',
      name: '王小明',
      personId: 'A123456789',
      birthDate: '0790101',
      sex: 'M',
      issueDate: '1120304',
    };
    const authenticator = {
      async authenticate(shown: Parameters<typeof sam.authenticate>[0]) {
        const { handle, rest } = await sam.authenticate(shown);
        return {
          command: Buffer.concat([certificate, rest]),
          finish: (answer: Uint8Array) => sam.finish(handle, answer),
        };
      },
    };
    const readers = virtualReaders([{ name: 'hc', role: 'hc' }], systemClock);
    readers.insert(
      'hc',
      virtualCard(newHealthCard(person, {}, issue), () => undefined),
    );
    await readers.exclusive('hc', async (hc) => {
      const { session } = await openCard(hc, await identify(hc), authenticator, undefined);
      assert.equal((await session.read(['basic'])).basic.name, '王小明');
    });
    const shown = {
      kind: 'hc',
      challenge: new Uint8Array(16),
      certificate: Uint8Array.from(Buffer.from(newHealthCard(person, {}, issue).certificate, 'base64')),
    } as const;
    const first = await sam.authenticate(shown);
    const second = await sam.authenticate(shown);
    assert.notEqual(first.handle, second.handle);
    await assert.rejects(sam.finish(first.handle, new Uint8Array(32)), { code: 4071 }, 'a card that proves nothing');
    await assert.rejects(sam.finish(first.handle, new Uint8Array(32)), { code: 4071 }, 'asked once only');
    const altered = Uint8Array.from(shown.certificate);
    altered[70] = (altered[70] ?? 0) ^ 1;
    await assert.rejects(sam.authenticate({ ...shown, certificate: altered }), { code: 4071 });
    // The session of this slot is still the module's own.
    assert.equal((await readFree(channel, 'samBasic')).samId, 'SAM000000001');
  }));

for (const [what, how, code] of [
  ['another root', { root: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }, 6005],
  ['a proof for another institution', { hospId: '1101100011' }, 6005],
  [
    'sealed keys that were altered',
    { alter: (sealed: Uint8Array) => sealed.map((byte, at) => byte ^ +(at === 20)) },
    6007,
  ],
  ['sealed keys without an end', { alter: () => new Uint8Array(5000) }, 6007],
] as const)
  test(`${what}: refused, and nothing is verified`, () =>
    withCard(async (card) => {
      await assert.rejects(verified(card, how), { code });
      assert.deepEqual(await card.status(), { verified: false });
    }));

test('a proof is good once; a refused one does not take away what was verified', () =>
  withCard(async (card) => {
    const { sealed, ...proof } = seal(await card.begin());
    await card.external(proof);
    await card.load(sealed);
    await assert.rejects(card.external(proof), { code: 4050 });
    await card.begin();
    await assert.rejects(card.external(proof), { code: 6005 }, 'another challenge');
    assert.equal((await card.status()).verified, true);
    await card.forget();
    assert.deepEqual(await card.status(), { verified: false });
  }));

test('its key signs requests to the centre and no other text', () =>
  withCard(async (card) => {
    const request = (method: string, path: string) =>
      Buffer.from(`${method}|${path}|${'0'.repeat(64)}|1700000000000|${'a'.repeat(32)}`);
    const text = request('POST', '/v1/events');
    for (const one of [text, request('PUT', `/v1/uploads/${'0'.repeat(64)}/12345/${'f'.repeat(64)}`)])
      assert.ok(verify('sha256', one, p256Verifier(publicKey), await card.signRequest(one)));
    const others = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 250 }),
      fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 0, max: 31 })).map(([at, byte]) => {
        const altered = Uint8Array.from(text);
        altered[at] = byte;
        return altered;
      }),
    );
    await fc.assert(
      fc.asyncProperty(others, (bytes) => assert.rejects(card.signRequest(bytes), { code: 6007 })),
      { numRuns: 300 },
    );
  }));

test('without power nothing is left but whose it is', () =>
  withCard(async (card) => {
    await verified(card);
    const one = virtualCard(image, () => undefined);
    const readers = virtualReaders([{ name: 'r', role: 'sam' }], systemClock);
    const at = <T>(work: (card: ReturnType<typeof samCard>) => Promise<T>) =>
      readers.exclusive('r', async (channel) => {
        await identify(channel);
        return work(samCard(channel));
      });
    const isVerified = () => at(async (sam) => (await sam.status()).verified);
    readers.insert('r', one);
    await at(verified);
    assert.equal(await isVerified(), true);
    await readers.reset('r');
    assert.equal(await isVerified(), false, 'a reset');
    await at(verified);
    readers.insert('r', readers.remove('r') as typeof one);
    assert.equal(await isVerified(), false, 'torn out');
    assert.ok(
      !JSON.stringify(one.image()).includes(Buffer.from(identifierKey(master, hospId, today)).toString('base64')),
    );
  }));

test('whatever bytes come, verified or not, it answers a status word', () =>
  withCard(async (card, channel) => {
    for (const ready of [false, true]) {
      if (ready) await verified(card);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(0x80, 0x90, 0x00),
          fc.integer({ min: 0x30, max: 0x46 }),
          fc.uint8Array({ maxLength: 255 }),
          async (cla, ins, data) => {
            const answer = await channel.transmit(
              Uint8Array.from([cla, ins, 0, 0, ...(data.length > 0 ? [data.length, ...data] : []), 0]),
            );
            assert.ok(answer.length >= 2 && answer.length <= 258);
          },
        ),
        { numRuns: 500 },
      );
    }
  }));
