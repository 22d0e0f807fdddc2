// deadline: 180
// Attacks on the simulated data centre, over real sockets, at every path of its own tables: foreign pages and names, and
// requests that are not signed, or signed for something else, or sent again.
import assert from 'node:assert/strict';
import { createHash, sign } from 'node:crypto';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import {
  byAnotherName,
  byAnotherPage,
  bytesOf,
  type RawRequest,
  replaced,
  withBody,
  without,
} from '../../../test/attacks/raw-request.ts';
import { newCounter, type TestCounter } from '../../../test/support/counter.ts';
import { raw, statusOf } from '../../../test/support/doors.ts';
import { limits, systemRandom } from '../../base/index.ts';
import { privateKeyOf } from '../../card/index.ts';
import { type Credential, credentialFile } from '../../sam/enrol.ts';
import { authorisationHeader, authorisationText } from '../client/authorisation.ts';
import { openCentreStore } from './index.ts';

let counter: TestCounter;
let credential: Credential;
before(async () => {
  counter = await newCounter();
  const bytes = counter.world.store.read(credentialFile);
  credential = JSON.parse(Buffer.from(bytes ?? '').toString('utf8')) as Credential;
});
after(() => counter.close());

interface Target {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body: string;
}
const open: readonly Target[] = ['/healthz', '/keys'].map((path) => ({ method: 'GET', path, body: '' }));
const signed = (): readonly Target[] => {
  const sum = createHash('sha256').update('part').digest('hex');
  return [
    ...counter.centre.paths.map((path): Target => ({ method: 'POST', path, body: '{"personId":"A123456789"}' })),
    { method: 'PUT', path: `/v1/uploads/${'0'.repeat(32)}/0/${sum}`, body: 'part' },
  ];
};
interface Signing {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly time?: number;
  readonly nonce?: string;
  readonly keyNo?: string;
}
/** As the security module does it; an attack signs something else, or at another time. */
function authorisation(target: Target, other: Signing = {}): string {
  const { method, path, body, time, nonce, keyNo } = {
    ...target,
    time: counter.world.clock.now(),
    nonce: Buffer.from(systemRandom.bytes(16)).toString('hex'),
    keyNo: credential.keyNo,
    ...other,
  };
  const bytes = method === 'PUT' ? new Uint8Array(0) : Buffer.from(body);
  const text = authorisationText(method, path, bytes, time, nonce);
  const key = { key: privateKeyOf(credential.privateKey), dsaEncoding: 'ieee-p1363' } as const;
  return authorisationHeader(keyNo, time, nonce, sign('sha256', text, key));
}
function good(target: Target, signing?: Signing): RawRequest {
  const { port } = counter.centre;
  return {
    line: `${target.method} ${target.path} HTTP/1.1`,
    headers: [
      `Host: 127.0.0.1:${port}`,
      'Connection: close',
      ...(target.method === 'GET'
        ? []
        : [
            'Content-Type: application/json',
            `Content-Length: ${target.body.length}`,
            `Authorization: ${authorisation(target, signing)}`,
          ]),
    ],
    body: target.body,
  };
}
const send = (request: RawRequest): Promise<string> => raw(counter.centre.port, bytesOf(request));
const events = (): number => {
  const store = openCentreStore(`${counter.folder}/centre/centre.sqlite`);
  try {
    return store.count();
  } finally {
    store.close();
  }
};

test('what comes from pages, by another name or through a proxy is refused on every path, and told nothing', async () => {
  const before = events();
  let sent = 0;
  for (const target of [...open, ...signed()])
    for (const [name, attack] of Object.entries({ ...byAnotherName, ...byAnotherPage })) {
      const request = attack(good(target), counter.centre.port);
      const answer = await send(request);
      const said = `${name} at ${target.method} ${target.path}: ${answer.slice(0, 200)}`;
      assert.ok(answer === '' || (statusOf(answer) >= 400 && statusOf(answer) < 500), said);
      assert.ok(answer === '' || answer.endsWith('{"refused":true}') || answer.endsWith('\r\n\r\n'), said);
      assert.doesNotMatch(answer, /access-control|set-cookie|simulated|world/i, said);
      sent += 1;
    }
  assert.ok(sent > 400, `${sent}`);
  assert.equal(events(), before);
});

const cuts: { readonly [name: string]: (target: Target) => RawRequest } = {
  'not signed': (target) => without(good(target), 'Authorization'),
  'signed by nobody': (target) => replaced(good(target), 'Authorization', 'Bearer x'),
  'a signature that is none': (target) => {
    const parts = authorisation(target).split('signature=');
    return replaced(good(target), 'Authorization', `${parts[0]}signature=${Buffer.alloc(64).toString('base64')}`);
  },
  'signed for another path': (target) => good(target, { path: '/v1/eligibility-not' }),
  'signed for another method': (target) => good(target, { method: target.method === 'PUT' ? 'POST' : 'PUT' }),
  'signed with another algorithm named': (target) =>
    replaced(good(target), 'Authorization', `alg=none, ${authorisation(target)}`),
  'signed as an upload’s statement': (target) => good(target, { method: 'UPLOAD', path: '/v1/uploads' }),
  'by an unknown key': (target) => good(target, { keyNo: 'f'.repeat(16) }),
  'signed too early': (target) => good(target, { time: counter.world.clock.now() - limits.nonce - 60_000 }),
  'signed for later': (target) => good(target, { time: counter.world.clock.now() + limits.nonce + 60_000 }),
  'a query beside the path': (target) => {
    const request = good(target);
    return { ...request, line: request.line.replace(' HTTP', '?admin=1 HTTP') };
  },
};

test('what is not signed for exactly this request, now, by a key that is good, is refused on every path', async () => {
  const before = events();
  for (const target of signed())
    for (const [name, attack] of Object.entries(cuts)) {
      const answer = await send(attack(target));
      assert.ok([403, 404].includes(statusOf(answer)), `${name} at ${target.path}: ${answer.slice(0, 200)}`);
      assert.doesNotMatch(answer, /access-control|personId|treatNum|sealed|insured/i);
    }
  for (const target of signed().filter((one) => one.method === 'POST')) {
    const other = withBody(good(target), target.body.replace('A1', 'B2'));
    assert.equal(statusOf(await send(other)), 403, `a changed body at ${target.path}`);
  }
  assert.equal(events(), before);
});

test('a signed request is taken once, whatever path it goes to next, and never after its key was withdrawn', async () => {
  for (const target of signed()) {
    const request = good(target);
    assert.notEqual(statusOf(await send(request)), 403, `${target.path} gets in`);
    const again = await send(request);
    assert.equal(statusOf(again), 403, again.slice(0, 300));
    assert.match(again, /9014/);
  }
  const store = openCentreStore(`${counter.folder}/centre/centre.sqlite`);
  const entry = store.key(credential.keyNo);
  assert.ok(entry);
  store.putKey({ ...entry, revokedAt: 1 });
  for (const target of signed()) assert.match(await send(good(target)), /403[\s\S]*9060/, target.path);
  store.putKey(entry);
  store.close();
  const [first] = signed();
  assert.ok(first && statusOf(await send(good(first))) === 200, 'the key is good again');
});

test('bodies too large, deep, of no JSON or with names of prototypes end as refusals, and the centre goes on', async () => {
  const bodies = [
    `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    '{"__proto__":{"hospId":"0000000000"},"constructor":1}',
    'null',
    '[]',
    '"x"',
    'personId=A123456789',
    '{"personId":{"toString":1},"events":[null,1,{}],"statement":null,"id":[],"hospId":5,"offset":"x"}',
    `{"personId":"${'x'.repeat(100_000)}"}`,
  ];
  for (const target of signed().filter((one) => one.method === 'POST'))
    for (const body of bodies) {
      const answer = await send(good({ ...target, body }));
      const said = `${body.slice(0, 40)} at ${target.path}: ${answer.slice(0, 300)}`;
      assert.ok([200, 400, 422].includes(statusOf(answer)), said);
      assert.doesNotMatch(answer, /\bat .*\.ts|node:|Cannot read/, said);
    }
  const [first] = signed();
  assert.ok(first);
  const huge = await send(withBody(good(first), 'x'.repeat(3_000_000)));
  assert.ok(huge === '' || statusOf(huge) === 422, huge.slice(0, 200));
  assert.equal(statusOf(await send(good(first))), 200);
});

test('idle connections and slow ones keep nobody out of the centre', async () => {
  const [first] = signed();
  assert.ok(first);
  const idle = Array.from({ length: 400 }, (_, index) => {
    const one = connect(counter.centre.port, '127.0.0.1');
    one.on('error', () => undefined);
    if (index % 2 === 0) one.write('POST /v1/events HTTP/1.1\r\nHost: 127.0');
    return one;
  });
  assert.equal(statusOf(await send(good(first))), 200);
  for (const one of idle) one.destroy();
});
