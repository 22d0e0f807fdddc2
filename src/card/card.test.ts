import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { systemClock, systemRandom } from '../base/index.ts';
import { encodeCertificate, nhiAid } from '../codec/index.ts';
import { virtualReaders } from '../reader/index.ts';
import type { VirtualCard } from '../reader/types.ts';
import {
  type CardAuthenticator,
  type CardImage,
  type CardProfile,
  decodeImage,
  encodeImage,
  type HcFileName,
  hcFileMap,
  type Issue,
  identify,
  moduleAuthenticate,
  newHealthCard,
  newProfessionalCard,
  openCard,
  publicBytes,
  readFree,
  readPublic,
  suspend,
  virtualCard,
} from './index.ts';

const world = '0102030405060708';
const rootKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const p1363 = (key: typeof rootKey) => (bytes: Uint8Array) =>
  new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }));
const issue: Issue = {
  world,
  root: publicBytes(rootKey),
  certify: ({ kind, subject, hospId, publicKey }) =>
    encodeCertificate(
      {
        kind,
        simulated: true,
        keyNo: '00000000000000aa',
        world,
        subject,
        hospId,
        notBefore: 0,
        notAfter: 4e12,
        publicKey,
      },
      p1363(rootKey),
    ),
};
const samKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const samCertificate = issue.certify({
  kind: 'delegation',
  subject: 'SAM000000001',
  hospId: '3501200000',
  publicKey: publicBytes(samKey),
});
const authenticator: CardAuthenticator = {
  async authenticate(card) {
    const half = await moduleAuthenticate(card, {
      root: issue.root,
      world,
      certificate: samCertificate,
      sign: p1363(samKey),
      random: systemRandom,
    });
    return { command: half.command, finish: async (answer) => half.finish(answer) };
  },
};
const person = {
  cardNo: '900000000001',
  name: '王小明',
  personId: 'A123456789',
  birthDate: '0790101',
  sex: 'M',
  issueDate: '1120304',
};
const card = (profile: CardProfile = {}) => {
  let saved: CardImage = newHealthCard(person, profile, issue);
  const one = virtualCard(saved, (image) => {
    saved = decodeImage(encodeImage(image));
  });
  return { card: one, saved: () => saved };
};
const slotWith = (one: VirtualCard) => {
  const readers = virtualReaders([{ name: 'r', role: 'any' }], systemClock);
  readers.insert('r', one);
  return readers;
};
const open = <T>(
  readers: ReturnType<typeof slotWith>,
  work: (session: Awaited<ReturnType<typeof openCard>>['session']) => Promise<T>,
) =>
  readers.exclusive('r', async (channel) => {
    const { session } = await openCard(channel, await identify(channel), authenticator, undefined);
    const result = await work(session);
    await suspend(channel);
    return result;
  });
const raw = (one: VirtualCard, hex: string) =>
  Buffer.from(one.process(Uint8Array.from(Buffer.from(hex, 'hex')))).toString('hex');
const selectNhi = `00a4040010${Buffer.from(nhiAid).toString('hex')}`;
const selectOwn = '00a404000af04f50454e4353484953';

test('the public zone answers byte for byte as a real card', () => {
  const { card: one } = card();
  assert.equal(raw(one, selectNhi), '9000');
  const answer = Buffer.from(raw(one, '00ca1100020000'), 'hex');
  assert.equal(answer.length, 59);
  assert.equal(answer.subarray(0, 12).toString(), '900000000001');
  assert.equal(answer.subarray(12, 32).toString('hex'), `a4fda470a9fa${'20'.repeat(14)}`);
  assert.equal(answer.subarray(32, 57).toString(), 'A1234567890790101M1120304');
  // Nothing else answers in this application, and nothing without a SELECT.
  assert.equal(raw(one, '80100000'), '6d00');
  assert.equal(raw(card().card, '00ca1100020000'), '6985');
});

test('whatever bytes come, the card answers a status word and nothing is written', () => {
  const { card: one, saved } = card({ pin: '1234' });
  const before = JSON.stringify(saved());
  fc.assert(
    fc.property(fc.boolean(), fc.uint8Array({ maxLength: 300 }), (select, bytes) => {
      if (select) one.process(Uint8Array.from(Buffer.from(selectOwn, 'hex')));
      const answer = one.process(bytes);
      assert.ok(answer.length >= 2 && answer.length <= 258);
    }),
    { numRuns: 1000 },
  );
  const after = JSON.parse(JSON.stringify(saved()));
  assert.deepEqual({ ...after, tries: 3 }, { ...JSON.parse(before), tries: 3 });
});

test('files are read and written through a mutual authentication; another world is refused', async () => {
  const { card: one, saved } = card();
  const readers = slotWith(one);
  await open(readers, async (session) => {
    const { basic, validity } = await session.read(['basic', 'validity']);
    assert.equal(basic.name, '王小明');
    await session.commit('00000000000000b1', [{ file: 'validity', value: { ...validity, available: 5 } }]);
    assert.deepEqual(await session.ring(), { ids: ['00000000000000b1'], counter: 1 });
    assert.equal((await session.read(['validity'])).validity.available, 5);
  });
  assert.deepEqual(saved().ring, ['00000000000000b1']);
  const stranger: CardAuthenticator = {
    async authenticate(shown) {
      const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
      const half = await moduleAuthenticate(shown, {
        root: issue.root,
        world,
        certificate: samCertificate,
        sign: p1363(key),
        random: systemRandom,
      });
      return { command: half.command, finish: async (answer) => half.finish(answer) };
    },
  };
  await assert.rejects(
    readers.exclusive('r', async (channel) => openCard(channel, await identify(channel), stranger, undefined)),
    { code: 4029 },
  );
});

test('access: free, SAM, PIN, for every file and every state of the session', async () => {
  const plain = async (fid: number, state: 'none' | 'sam' | 'sam+pin' | 'suspended') => {
    const { card: one } = card({ pin: '1234' });
    const readers = slotWith(one);
    return readers.exclusive('r', async (channel) => {
      if (state === 'none') await identify(channel);
      else {
        const { session } = await openCard(channel, await identify(channel), authenticator, undefined);
        if (state !== 'sam') assert.deepEqual(await session.verifyPin(Buffer.from('1234')), { result: 'ok' });
        if (state === 'suspended') await suspend(channel);
      }
      await channel.transmit(Uint8Array.of(0, 0xa4, 2, 0x0c, 2, fid >> 8, fid & 255));
      return Buffer.from((await channel.transmit(Uint8Array.of(0, 0xb0, 0, 0, 1))).subarray(-2)).toString('hex');
    });
  };
  for (const [name, entry] of Object.entries(hcFileMap) as [HcFileName, (typeof hcFileMap)[HcFileName]][]) {
    const answers = await Promise.all(
      (['none', 'sam', 'sam+pin', 'suspended'] as const).map((state) => plain(entry.fid, state)),
    );
    const pin = entry.read === 'pin';
    assert.deepEqual(answers, ['6982', pin ? '6982' : '9000', '9000', '6982'], name);
  }
});

test('a PIN locks at three; tearing gives no free guess; no PIN is not an empty PIN', async () => {
  const { card: one, saved } = card({ pin: '123456' });
  const readers = slotWith(one);
  await open(readers, async (session) => {
    assert.deepEqual(await session.verifyPin(Buffer.from('1111')), { result: 'wrong', left: 2 });
    assert.deepEqual(await session.verifyPin(Buffer.from('123456')), { result: 'ok' });
    assert.deepEqual((await session.pinStatus()).left, 3);
  });
  // Power lost while the card compares: the try is gone all the same.
  const torn = virtualCard(saved(), (image) => {
    Object.assign(saved(), image);
    torn.powerOff();
  });
  torn.process(Uint8Array.from(Buffer.from(selectOwn, 'hex')));
  torn.process(Uint8Array.from(Buffer.from('002000010431313131', 'hex')));
  assert.equal(saved().tries, 2);
  await open(readers, async (session) => {
    for (const left of [2, 1])
      assert.deepEqual(await session.verifyPin(Buffer.from('0000')), { result: 'wrong', left });
    assert.deepEqual(await session.verifyPin(Buffer.from('0000')), { result: 'locked' });
    assert.deepEqual(await session.verifyPin(Buffer.from('123456')), { result: 'locked' });
    assert.equal((await session.pinStatus()).locked, true);
    await session.unlockPin();
    assert.deepEqual(await session.verifyPin(Buffer.from('123456')), { result: 'ok' });
    await session.disablePin();
    assert.equal((await session.pinStatus()).set, false);
  });
  const { card: bare } = card({ pin: '1234' });
  raw(bare, selectOwn);
  assert.equal(raw(bare, '00200001'), '63c3');
  // Bytes that are no digits are a wrong PIN like any other.
  assert.equal(raw(bare, '0020000104ff31a480'), '63c2');
  assert.equal(raw(bare, '002000010131'), '6700');
});

test('a commit torn at every APDU, before and after the card acted, leaves all or nothing, and the ring says which', async () => {
  for (let at = 0; ; at++) {
    let sent = 0;
    let finished = true;
    for (const acted of [false, true]) {
      const { card: one, saved } = card();
      const readers = virtualReaders([{ name: 'r', role: 'any' }], systemClock);
      let counting = false;
      sent = 0;
      const tearing: VirtualCard = {
        atr: one.atr,
        powerOff: one.powerOff,
        process(command) {
          if (!counting || sent++ !== at) return one.process(command);
          const answer = acted ? one.process(command) : Uint8Array.of(0x6f, 0);
          readers.remove('r');
          return answer;
        },
      };
      readers.insert('r', tearing);
      const writes = open(readers, async (session) => {
        const { validity, visits } = await session.read(['validity', 'visits']);
        counting = true;
        await session.commit('00000000000000c1', [
          { file: 'validity', value: { ...validity, available: 5 } },
          { file: 'visits', value: { visits: visits.visits.map((visit) => ({ ...visit, treatItem: '01' })) } },
        ]);
        counting = false;
      });
      if (sent <= at)
        finished = await writes.then(
          () => true,
          () => false,
        );
      const again = slotWith(virtualCard(saved(), () => undefined));
      await open(again, async (session) => {
        const { validity, visits } = await session.read(['validity', 'visits']);
        const done = (await session.ring()).ids.includes('00000000000000c1');
        assert.equal(validity.available, done ? 5 : 6);
        assert.ok(visits.visits.every((visit) => visit.treatItem === (done ? '01' : '')));
      });
    }
    if (finished && sent <= at) {
      assert.ok(at > 4);
      break;
    }
  }
});

test('a newer or damaged image is refused with a clear sentence', () => {
  const bytes = encodeImage(card().saved());
  fc.assert(
    fc.property(fc.nat(bytes.length - 2), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const altered = Uint8Array.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ flip;
      assert.throws(() => decodeImage(altered), { code: 4043 });
    }),
  );
});

test('a professional card gives its basic data to everybody, a real card only its public zone', async () => {
  const holder = {
    cardNo: 'H00000000001',
    personId: 'A123456789',
    name: '陳醫師',
    englishName: 'CHEN',
    profession: 'D',
    state: '1',
    validUntil: '1201231',
    reserved: '',
  };
  const readers = slotWith(virtualCard(newProfessionalCard(holder, '1234', '3501200000', issue), () => undefined));
  assert.equal((await readers.exclusive('r', (channel) => readFree(channel, 'hpcBasic'))).name, '陳醫師');
  // A real card knows NHI's application only; every command that reaches it is recorded.
  const sent: string[] = [];
  const inner = card().card;
  const real: VirtualCard = {
    atr: Uint8Array.of(0x3b, 0),
    powerOff: inner.powerOff,
    process(command) {
      sent.push(Buffer.from(command).toString('hex').slice(0, 4));
      const own = Buffer.from(command).toString('hex').startsWith(selectOwn.slice(0, 20));
      return own ? Uint8Array.of(0x6a, 0x82) : inner.process(command);
    },
  };
  const slot = slotWith(real);
  const who = await slot.exclusive('r', identify);
  assert.deepEqual(who, { kind: 'hc', real: true });
  assert.equal((await slot.exclusive('r', readPublic)).personId, 'A123456789');
  assert.deepEqual([...new Set(sent)].sort(), ['00a4', '00ca']);
});

test('a card that answers more or fewer bytes than were asked for is refused, whatever it says', async () => {
  for (const change of [
    (bytes: Uint8Array) => bytes.slice(1),
    (bytes: Uint8Array) => Uint8Array.from([0x20, ...bytes]),
  ]) {
    const { card: one } = card();
    const readers = slotWith({
      ...one,
      process(command) {
        const answer = one.process(command);
        return command[0] === 0x80 && command[1] === 0xb0 ? change(answer) : answer;
      },
    });
    await assert.rejects(
      open(readers, (session) => session.read(['visits'])),
      { kind: 'card-answer' },
    );
  }
});
