// A log-in from a browser: what is signed binds origin, nonce and cards, and no PIN outlives it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, settled, type TestCounter } from '../../test/support/counter.ts';
import { Failure } from '../base/index.ts';
import { type LogIn, logInSubject, vpnSubject } from '../codec/index.ts';
import { verifySignature } from '../sam/index.ts';
import type { NewWorld } from '../world/index.ts';
import type { LogInRequest, PinRequest, SignedLogIn } from './types.ts';

const origin = 'https://vpn.example';
const nonce = 'b'.repeat(43);

async function withCounter(
  work: (counter: TestCounter) => Promise<void>,
  wanted: Partial<NewWorld> = {},
): Promise<void> {
  const counter = await newCounter(wanted);
  try {
    await work(counter);
  } finally {
    await counter.close();
  }
}
const asks = (counter: TestCounter, digits: string | undefined): PinRequest[] => {
  const seen: PinRequest[] = [];
  counter.control.watch((event) => {
    if (event.type !== 'pin') return;
    seen.push(event.request);
    setImmediate(() => counter.type(event.request, digits));
  });
  return seen;
};
const verdictOf = async (counter: TestCounter, signed: SignedLogIn, said: LogIn) =>
  verifySignature(
    signed.signature,
    { personId: logInSubject(said), hospId: signed.hospId, dateTime: signed.signedAt },
    await counter.centreClient.keyDirectory(),
  ).verdict;
const codeOf = (asked: Promise<unknown>): Promise<number> =>
  asked.then(
    () => 0,
    (error) => {
      assert.ok(error instanceof Failure, String(error));
      return error.code;
    },
  );

for (const profile of ['5.1', '3.5'] as const)
  test(`${profile}: a health card logs in; the directory alone verifies it, for this origin and nonce only`, () =>
    withCounter(
      async (counter) => {
        counter.bench.insert('normal');
        const signed = await counter.control.logIn({ cards: 'hc', origin, nonce });
        const said = { cards: 'hc', origin, nonce, hcCardNo: signed.hcCardNo, hpcCardNo: '' } as const;
        assert.match(signed.hcCardNo, /^9\d{11}$/);
        assert.equal(signed.signature.length, 256);
        assert.equal(await verdictOf(counter, signed, said), 'ok');
        for (const other of [
          { origin: 'https://evil.example' },
          { nonce: 'c'.repeat(43) },
          { cards: 'component' },
          { hcCardNo: '900000000099' },
          { hpcCardNo: 'H00000000001' },
        ] as const)
          assert.equal(await verdictOf(counter, signed, { ...said, ...other }), 'altered-person');
        const [last] = counter.control.trace().slice(-1);
        assert.deepEqual([last?.api, last?.program, last?.code], ['log-in', origin, 0]);
        assert.doesNotMatch(JSON.stringify(last), new RegExp(`${nonce}|${signed.hcCardNo}`));
      },
      { profile },
    ));

test('the institution logs in by its module and a professional card, whose PIN is asked for each time, with the origin', () =>
  withCounter(async (counter) => {
    counter.bench.insert('doctor');
    const seen = asks(counter, '123456');
    for (let round = 1; round <= 2; round++) {
      const signed = await counter.control.logIn({ cards: 'sam+hpc', origin, nonce });
      assert.deepEqual([signed.hcCardNo, signed.hpcCardNo], ['', 'H00000000001']);
      assert.equal(
        await verdictOf(counter, signed, { cards: 'sam+hpc', origin, nonce, hcCardNo: '', hpcCardNo: 'H00000000001' }),
        'ok',
      );
      assert.deepEqual(
        seen.map(({ card, program }) => [card, program]),
        Array.from({ length: round }, () => ['hpc', origin]),
      );
    }
  }));

test('in 3.5 the PIN is typed on the pad of the reader, beside the module card', () =>
  withCounter(
    async (counter) => {
      counter.bench.insert('doctor');
      const seen = asks(counter, '123456');
      const signed = await counter.control.logIn({ cards: 'sam+hpc', origin, nonce });
      assert.equal(signed.hpcCardNo, 'H00000000001');
      assert.equal(seen[0]?.onPad, true);
    },
    { profile: '3.5' },
  ));

test('a health card with a PIN wants it; wrong, cancelled, locked and missing cards have their codes', () =>
  withCounter(async (counter) => {
    const hc: LogInRequest = { cards: 'hc', origin, nonce };
    assert.equal(await codeOf(counter.control.logIn(hc)), 4013);
    assert.equal(await codeOf(counter.control.logIn({ ...hc, cards: 'sam+hpc' })), 4014);
    counter.bench.insert('pin');
    let digits: string | undefined = '1234';
    counter.control.watch((event) => {
      if (event.type === 'pin') setImmediate(() => counter.type(event.request, digits));
    });
    assert.equal(await codeOf(counter.control.logIn(hc)), 0);
    digits = undefined;
    assert.equal(await codeOf(counter.control.logIn(hc)), 5109);
    digits = '0000';
    assert.equal(await codeOf(counter.control.logIn(hc)), 5102);
    counter.bench.remove('pin');
    counter.bench.insert('locked');
    assert.equal(await codeOf(counter.control.logIn(hc)), 5102);
    counter.bench.remove('locked');
    for (const [card, code] of [
      ['doctor-expired', 9140],
      ['doctor-cancelled', 9130],
    ] as const) {
      counter.bench.insert(card);
      assert.equal(await codeOf(counter.control.logIn({ ...hc, cards: 'sam+hpc' })), code, card);
      counter.bench.remove(card);
    }
    for (const bad of ['', 'short', 'x'.repeat(129), `${'a'.repeat(30)}:b`, `${'a'.repeat(30)}|b`])
      assert.equal(await codeOf(counter.control.logIn({ ...hc, nonce: bad })), 6018, bad);
  }));

test('a page that leaves takes its PIN request with it', () =>
  withCounter(async (counter) => {
    counter.bench.insert('doctor');
    const gone = new AbortController();
    const asked = codeOf(counter.control.logIn({ cards: 'sam+hpc', origin, nonce, signal: gone.signal }));
    await settled(() => counter.control.pinRequests().length === 1);
    gone.abort();
    assert.equal(await asked, 5109);
    assert.deepEqual(counter.control.pinRequests(), []);
  }));

test('no log-in by the library can pass as one from a browser', () => {
  const cards = { hcCardNo: '', hpcCardNo: '' };
  for (const one of ['sam+hpc', 'hc', 'component'] as const)
    assert.notEqual(
      logInSubject({ cards: one, origin, nonce, ...cards }).split(':')[1],
      vpnSubject({ service: 0, cards: 3, random: nonce, ...cards }).split(':')[1],
    );
});
