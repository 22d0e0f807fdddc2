import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { handClock } from '../../test/support/doors.ts';
import { limits, systemRandom } from '../base/index.ts';
import { createOrigins, mayAsk, type OriginEvent } from './origins.ts';

const his = 'https://his.example';
const page = { code: '123456', token: 'secret' };

function store() {
  let kept: Uint8Array | undefined;
  return {
    memory: {
      read: () => kept,
      write: (bytes: Uint8Array) => {
        kept = bytes;
      },
    },
    text: () => Buffer.from(kept ?? new Uint8Array(0)).toString(),
  };
}

test('who asks is let in by the code, for that purpose alone, and is known again after a restart', () => {
  const { clock } = handClock();
  const { memory, text } = store();
  const origins = createOrigins(clock, systemRandom, memory);
  const heard: OriginEvent[] = [];
  origins.watch((event) => heard.push(event));
  const asked = origins.ask(his, 'page', page);
  assert.ok(asked);
  assert.equal(origins.standing(asked.id), 'waiting');
  assert.equal(origins.allowed(his, 'page'), false);
  assert.equal(origins.holderOf('secret', his), undefined, 'not before the operator says so');
  assert.equal(origins.accept('000000'), undefined);
  assert.equal(origins.accept('123456')?.origin, his);
  assert.equal(origins.standing(asked.id), 'accepted');
  assert.equal(origins.accept('123456'), undefined, 'once');
  assert.equal(origins.allowed(his, 'page'), true);
  assert.equal(origins.allowed(his, 'vpn'), false);
  assert.equal(origins.allowed('https://evil.example', 'page'), false);
  assert.ok(origins.holderOf('secret', his));
  assert.equal(origins.holderOf('secret', 'https://evil.example'), undefined, 'with another origin');
  assert.equal(origins.holderOf('secret2', his), undefined);
  assert.deepEqual(
    heard.map(({ change, asking }) => [change, asking.length]),
    [
      ['asked', 1],
      ['accepted', 0],
    ],
  );
  assert.doesNotMatch(text(), /secret/);
  const again = createOrigins(clock, systemRandom, memory);
  assert.deepEqual(again.list(), origins.list());
  assert.equal(again.holderOf('secret', his), origins.holderOf('secret', his));
});

test('revoked is out at once, and after a restart; what else it was let in for stays', () => {
  const { clock } = handClock();
  const { memory } = store();
  const origins = createOrigins(clock, systemRandom, memory);
  for (const purpose of ['page', 'vpn'] as const) {
    const asked = origins.ask(his, purpose, purpose === 'page' ? page : undefined);
    assert.ok(origins.accept(asked?.code ?? ''));
  }
  const heard: OriginEvent[] = [];
  origins.watch((event) => heard.push(event));
  assert.equal(origins.revoke(his, 'page'), true);
  assert.equal(origins.revoke(his, 'page'), false);
  assert.equal(origins.holderOf('secret', his), undefined);
  assert.equal(origins.allowed(his, 'vpn'), true);
  assert.equal(origins.revoke(his), true);
  assert.deepEqual(
    heard.map(({ change, purpose }) => `${change} ${purpose}`),
    ['revoked page', 'revoked vpn'],
  );
  assert.deepEqual(createOrigins(clock, systemRandom, memory).list(), []);
});

test('a request ends by itself, and a newer one of the same origin takes its place', () => {
  const { clock, pass } = handClock();
  const origins = createOrigins(clock, systemRandom);
  const first = origins.ask(his, 'page', page);
  const second = origins.ask(his, 'page', { ...page, code: '654321' });
  assert.ok(first && second);
  assert.equal(origins.standing(first.id), 'ended');
  assert.deepEqual(
    origins.asking().map((one) => one.code),
    ['654321'],
  );
  pass(limits.originRequest);
  assert.equal(origins.standing(second.id), 'ended');
  assert.equal(origins.accept('654321'), undefined, 'too late');
  assert.deepEqual(origins.asking(), []);
});

test('an operator is not flooded: per origin, by many origins, at once, and after a refusal', () => {
  const { clock, pass } = handClock();
  const origins = createOrigins(clock, systemRandom);
  for (let index = 0; index < limits.originAsks; index++) assert.ok(origins.ask(his, 'vpn'));
  assert.equal(origins.ask(his, 'vpn'), undefined, 'too often');
  for (let index = 1; index < limits.originsAsking; index++) assert.ok(origins.ask(`https://a${index}.example`, 'vpn'));
  assert.equal(origins.ask('https://more.example', 'vpn'), undefined, 'too many at once');
  pass(limits.originWindow);
  const refused = origins.ask(his, 'vpn');
  assert.ok(origins.refuse(refused?.code ?? ''));
  assert.equal(origins.standing(refused?.id ?? ''), 'refused');
  assert.equal(origins.ask(his, 'vpn'), undefined, 'it was refused');
  let asked = 0;
  for (let index = 0; index < 200; index++) {
    if (origins.ask(`https://b${index}.example`, 'vpn')) asked++;
    if (index % 2) pass(limits.originRequest / 100);
  }
  assert.ok(asked < limits.originAsksOfAll, `${asked}`);
  pass(limits.originWindow);
  assert.ok(origins.ask(his, 'vpn'), 'later again');
});

test('two that ask with one code are both left alone', () => {
  const { clock } = handClock();
  const origins = createOrigins(clock, systemRandom);
  origins.ask(his, 'page', page);
  origins.ask('https://evil.example', 'page', page);
  assert.equal(origins.accept(page.code), undefined);
});

test('the last use is written once in a while; a disk that takes nothing lets nobody in', () => {
  const { clock, pass } = handClock();
  const { memory } = store();
  let writes = 0;
  let full = false;
  const origins = createOrigins(clock, systemRandom, {
    ...memory,
    write(bytes) {
      if (full) throw new Error('full');
      writes++;
      memory.write(bytes);
    },
  });
  full = true;
  origins.ask(his, 'page', page);
  assert.throws(() => origins.accept(page.code));
  assert.equal(origins.allowed(his, 'page'), false);
  full = false;
  assert.ok(origins.accept(page.code), 'it still asks');
  for (let index = 0; index < 100; index++) origins.allowed(his, 'page');
  assert.equal(writes, 1);
  pass(limits.originUse);
  origins.allowed(his, 'page');
  assert.equal(writes, 2);
  assert.equal(origins.list()[0]?.purposes[0]?.used, clock.now());
});

test('only encrypted origins and those of this machine may ask, as browsers write them', () => {
  for (const good of [
    his,
    'https://his.example:8443',
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]:8080',
  ])
    assert.equal(mayAsk(good), true, good);
  for (const bad of [
    'null',
    '',
    'http://his.example',
    'http://localhost.evil.example',
    'http://x.localhost',
    'HTTPS://his.example',
    'https://his.example/',
    'https://his.example:443',
    'https://user@his.example',
    'https://his.example, https://evil.example',
    'file://',
    'chrome-extension://abc',
    `https://${'a'.repeat(200)}.example`,
  ])
    assert.equal(mayAsk(bad), false, bad);
  fc.assert(fc.property(fc.string(), (text) => void mayAsk(text)));
});

test('what is damaged on the disk is forgotten, and stops nothing', () => {
  const { clock } = handClock();
  for (const text of ['', '{', '[]', 'null', '{"origins":{"null":[]}}', `{"origins":{"${his}":[{"purpose":"all"}]}}`]) {
    const origins = createOrigins(clock, systemRandom, { read: () => Buffer.from(text), write: () => undefined });
    assert.deepEqual(origins.list(), []);
    assert.ok(origins.ask(his, 'page', page));
  }
});
