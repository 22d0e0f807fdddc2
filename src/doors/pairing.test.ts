import assert from 'node:assert/strict';
import { createECDH, createHash, createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { handClock } from '../../test/support/doors.ts';
import { Failure, limits, systemRandom } from '../base/index.ts';
import { createIdentity } from './identity.ts';
import { createOrigins } from './origins.ts';
import { createPairing } from './pairing.ts';

const his = 'https://his.example';
const port = 21053;
const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();
const nonceOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64url');

function counter() {
  const hand = handClock();
  const origins = createOrigins(hand.clock, systemRandom);
  const identity = createIdentity();
  const deps = { clock: hand.clock, random: systemRandom, origins, identity };
  return { ...hand, origins, identity, pairing: createPairing(deps, () => port) };
}
type Counter = ReturnType<typeof counter>;

/** What a page does, by another library than ours. */
function page(origin = his) {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const key = own.getPublicKey().toString('base64url');
  const nonce = nonceOf(7);
  return {
    key,
    nonce,
    outcome(begun: ReturnType<Counter['pairing']['begin']>, theirs: string) {
      const commitment = sha256(['opencshis commitment 1', begun.identity, begun.key, key, theirs].join('\n'));
      const transcript = sha256(
        ['opencshis pairing 1', origin, port, begun.identity, begun.key, key, theirs, nonce].join('\n'),
      );
      const secret = own.computeSecret(Buffer.from(begun.key, 'base64url'));
      return {
        kept: commitment.toString('base64url') === begun.commitment,
        code: String(transcript.readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
        token: sha256('opencshis token 1\n', secret, transcript).toString('hex'),
      };
    },
  };
}
const kind = (wanted: string) => (error: unknown) => error instanceof Failure && error.kind === wanted;

test('both sides compute the same six digits and the same token, which is good once the operator says so', () => {
  const { pairing, origins } = counter();
  const one = page();
  const begun = pairing.begin(his, one.key);
  assert.deepEqual(origins.asking(), [], 'nobody is asked before the nonces are there');
  assert.equal(pairing.standing(his, begun.id).standing, 'ended');
  const { nonce } = pairing.reveal(his, begun.id, one.nonce);
  const { kept, code, token } = one.outcome(begun, nonce);
  assert.ok(kept);
  assert.equal(origins.asking()[0]?.code, code);
  assert.equal(pairing.standing(his, begun.id).standing, 'waiting');
  assert.equal(origins.holderOf(token, his), undefined);
  origins.accept(code);
  assert.equal(pairing.standing(his, begun.id).standing, 'accepted');
  assert.ok(origins.holderOf(token, his));
});

test('whoever stands between them shows another code, and learns no token that is good', () => {
  const { pairing, origins } = counter();
  const victim = page();
  const middle = page();
  // To the control software the one in the middle is the page; to the page it shows a key of its own.
  const begun = pairing.begin(his, middle.key);
  const { nonce } = pairing.reveal(his, begun.id, middle.nonce);
  const shown = victim.outcome({ ...begun, key: middle.key }, nonce);
  assert.equal(shown.kept, false, 'the commitment names other keys');
  const code = origins.asking()[0]?.code ?? '';
  assert.notEqual(shown.code, code);
  origins.accept(code);
  assert.equal(origins.holderOf(shown.token, his), undefined);
});

test('a nonce is taken once, from the origin that began, with the whole of its bytes', () => {
  const { pairing } = counter();
  const one = page();
  const begun = pairing.begin(his, one.key);
  assert.throws(() => pairing.reveal('https://evil.example', begun.id, one.nonce), kind('pairing-ended'));
  assert.throws(() => pairing.reveal(his, 'another', one.nonce), kind('pairing-ended'));
  for (const short of ['', 'AAAA', one.nonce.slice(1), `${one.nonce}A`, `${one.nonce.slice(1)}=`])
    assert.throws(() => pairing.reveal(his, begun.id, short), kind('pairing-ended'), short);
  pairing.reveal(his, begun.id, one.nonce);
  assert.throws(() => pairing.reveal(his, begun.id, one.nonce), kind('pairing-ended'), 'a second time');
  assert.equal(pairing.standing('https://evil.example', begun.id).standing, 'ended', 'another origin learns nothing');
  assert.equal(pairing.standing(his, begun.id).standing, 'waiting');
});

test('what was begun and not gone on with ends, and so does a page that went silent', () => {
  const { pairing, origins, pass } = counter();
  const one = page();
  const late = pairing.begin(his, one.key);
  pass(2 * limits.originRequest);
  assert.throws(() => pairing.reveal(his, late.id, one.nonce), kind('pairing-ended'));
  const begun = pairing.begin(his, one.key);
  pairing.reveal(his, begun.id, one.nonce);
  for (let index = 0; index < 4; index++) {
    pass(limits.originSilence - 1);
    assert.equal(pairing.standing(his, begun.id).standing, 'waiting', 'while it asks');
  }
  pass(limits.originSilence);
  assert.deepEqual(origins.asking(), []);
  assert.equal(pairing.standing(his, begun.id).standing, 'ended');
});

test('keys that are none, and too many at once, are refused and cost nothing', () => {
  const { pairing } = counter();
  for (const key of ['', 'undefined', nonceOf(1), Buffer.alloc(65, 4).toString('base64url')])
    assert.throws(() => pairing.begin(his, key), kind('parameter'), key);
  for (let index = 0; index < 32; index++) pairing.begin(`https://a${index}.example`, page().key);
  assert.throws(() => pairing.begin(his, page().key), kind('pairing-busy'));
});

test('a proof is for this nonce, this origin and this port, by the key that was compared', () => {
  const { pairing, identity } = counter();
  const x = Buffer.from(identity.open().key, 'base64url');
  const key = createPublicKey({
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: x.subarray(1, 33).toString('base64url'),
      y: x.subarray(33).toString('base64url'),
    },
    format: 'jwk',
  });
  const good = (nonce: string, origin: string, at: number, signature: string): boolean =>
    verify(
      'sha256',
      Buffer.from(['opencshis proof 1', nonce, origin, at].join('\n')),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
  const { signature } = pairing.prove(his, nonceOf(1));
  assert.ok(good(nonceOf(1), his, port, signature));
  assert.ok(!good(nonceOf(2), his, port, signature));
  assert.ok(!good(nonceOf(1), 'https://evil.example', port, signature));
  assert.ok(!good(nonceOf(1), his, port + 1, signature), 'one that listens elsewhere cannot lend its proof');
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/^[\w-]{43}$/.test(text));
      assert.throws(() => pairing.prove(his, text), kind('pairing-ended'));
    }),
  );
});

test('the key outlives a restart, and a damaged one is made anew', () => {
  let kept: Uint8Array | undefined;
  const memory = {
    read: () => kept,
    write: (bytes: Uint8Array) => {
      kept = bytes;
    },
  };
  const { key } = createIdentity(memory).open();
  assert.equal(createIdentity(memory).open().key, key);
  for (const damaged of ['', '{', '{"v":1}', '{"v":1,"key":"AAAA"}']) {
    kept = Buffer.from(damaged);
    assert.notEqual(createIdentity(memory).open().key, key);
  }
});
