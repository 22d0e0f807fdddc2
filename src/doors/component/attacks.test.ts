// deadline: 240
// Attacks on the component's face, over real sockets: what is refused is refused in the same bytes, in the same time,
// whatever is in the reader, and asks for nothing.
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import {
  byAnotherName,
  bytesOf,
  plus,
  type RawRequest as Request,
  without,
} from '../../../test/attacks/raw-request.ts';
import { type Doors, openDoors, raw, statusOf, until } from '../../../test/support/doors.ts';
import { systemClock, systemRandom } from '../../base/index.ts';
import { leafCertificate } from '../../codec/index.ts';
import { createOrigins } from '../origins.ts';
import { componentApis } from './functions.ts';
import { type Face, type Leaf, serveFace } from './server.ts';

const page = 'https://login.example';
let doors: Doors;
let http: Face;
let socket: Face;
let https: Face;
let tlsSocket: Face;
/** As it is installed for 59002 and 7777. */
function newLeaf() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = systemClock.now();
  const der = leafCertificate({
    serial: systemRandom.bytes(8),
    notBefore: now - 60_000,
    notAfter: now + 3_600_000,
    name: 'OpenCSHIS localhost',
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    sign: (bytes) => sign('sha256', bytes, privateKey),
  });
  const certificate = `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), certificate };
}
before(async () => {
  doors = await openDoors();
  const parts = { control: doors.control, random: systemRandom, version: '1.0.0' };
  const face = (isSocket: boolean, leaf?: Leaf) =>
    serveFace({
      port: 0,
      host: '127.0.0.1',
      socket: isSocket,
      clock: systemClock,
      origins: doors.origins,
      parts,
      ...(leaf ? { leaf } : {}),
    });
  const leaf = newLeaf();
  [http, socket, https, tlsSocket] = await Promise.all([face(false), face(true), face(false, leaf), face(true, leaf)]);
  doors.control.watch((event) => {
    if (event.type === 'pin') doors.control.answerPin(event.request.id, undefined);
  });
});
after(async () => {
  await Promise.all([http.close(), socket.close(), https.close(), tlsSocket.close()]);
  await doors.close();
});
const letIn = (origin: string, origins = doors.origins): void => {
  const asked = origins.ask(origin, 'component');
  assert.ok(asked && origins.accept(asked.code));
};
/** A face whose store nobody has asked yet. */
async function fresh(socket = false) {
  const origins = createOrigins(systemClock, systemRandom);
  const parts = { control: doors.control, random: systemRandom, version: '1.0.0' };
  const face = await serveFace({ port: 0, host: '127.0.0.1', socket, clock: systemClock, origins, parts });
  return { origins, face, at: (target: Target): Target => ({ ...target, port: () => face.port }) };
}

interface Target {
  readonly name: string;
  readonly port: () => number;
  readonly line: string;
  readonly body: string | undefined;
  readonly socket: boolean;
  readonly tls?: boolean;
}
const targets: readonly Target[] = [
  ...componentApis.map((api) => ({
    name: api,
    port: () => http.port,
    line: `POST /api/${api} HTTP/1.1`,
    body: '{"random":"1.0.00123456789ABCDEF"}',
    socket: false,
  })),
  { name: 'echo', port: () => socket.port, line: 'GET /echo HTTP/1.1', body: undefined, socket: true },
];
/** 59001, 59002 and 7777, and the socket's words without encryption. */
const everywhere: readonly Target[] = [
  ...targets,
  ...targets.map((target) => ({
    ...target,
    name: `${target.name} by TLS`,
    port: () => (target.socket ? tlsSocket : https).port,
    tls: true,
  })),
];
const good = (target: Target): Request => ({
  line: target.line,
  headers: [
    `Host: localhost:${target.port()}`,
    `Origin: ${page}`,
    ...(target.socket
      ? [
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        ]
      : ['Connection: close', 'Content-Type: application/json', `Content-Length: ${target.body?.length}`]),
  ],
  body: target.body ?? '',
});
const send = (target: Target, request: Request): Promise<string> =>
  raw(target.port(), bytesOf(request), { tls: target.tls === true });
type Attack = (request: Request, target: Target) => Request | undefined;
const everyName: { readonly [name: string]: Attack } = Object.fromEntries(
  Object.entries(byAnotherName).map(([name, attack]): [string, Attack] => [
    name,
    (request, target) => attack(request, target.port()),
  ]),
);
const origin = (value: string) => (request: Request) => plus(without(request, 'Origin'), `Origin: ${value}`);
const header = (line: string) => (request: Request) => plus(request, line);
const body =
  (text: string, length = Buffer.byteLength(text, 'latin1')) =>
  (request: Request, target: Target) =>
    target.socket
      ? undefined
      : { ...plus(without(request, 'Content-Length'), `Content-Length: ${length}`), body: text };
const path = (line: string) => (request: Request, target: Target) =>
  target.name.startsWith('GetVersion') ? { ...request, line } : undefined;

/** Sent by a page that was let in: even so they are refused. */
const attacks: { readonly [name: string]: Attack } = {
  // 1 and 6
  ...everyName,
  // 2, and pictures
  'no Origin': (request) => without(request, 'Origin'),
  'no Origin, by GET': (request, target) =>
    target.socket ? undefined : { ...without(request, 'Origin'), line: target.line.replace('POST', 'GET') },
  'by GET': (request, target) => (target.socket ? undefined : { ...request, line: target.line.replace('POST', 'GET') }),
  'a form with files': (request, target) =>
    target.socket ? undefined : plus(without(request, 'Content-Type'), 'Content-Type: multipart/form-data; boundary=x'),
  'a status picture': path('GET /api/GetStatus.bmp HTTP/1.1'),
  'a card status picture': path('GET /api/GetCardStatus.bmp HTTP/1.1'),
  'a picture asked for by POST': path('POST /api/GetStatus.bmp HTTP/1.1'),
  // 3, 4
  'Origin evil': origin('https://evil.example'),
  'Origin null': origin('null'),
  'Origin empty': origin(''),
  'Origin http': origin('http://login.example'),
  'Origin with a port': origin(`${page}:8443`),
  'Origin with a path': origin(`${page}/`),
  'Origin with a suffix': origin(`${page}.evil.example`),
  'Origin with a prefix': origin('https://evil-login.example'),
  'Origin below': origin('https://x.login.example'),
  'Origin in capitals': origin('https://LOGIN.example'),
  'Origin doubled': header('Origin: https://evil.example'),
  'our own Origin without an opener': (request, target) =>
    origin(`${target.tls ? 'https' : 'http'}://localhost:${target.port()}`)(request),
  'an opener of another origin': (request) =>
    plus(origin('https://evil.example')(request), `X-OpenCSHIS-Opener: ${page}`),
  'two openers': (request, target) =>
    plus(
      origin(`${target.tls ? 'https' : 'http'}://localhost:${target.port()}`)(request),
      `X-OpenCSHIS-Opener: ${page}`,
      `X-OpenCSHIS-Opener: ${page}`,
    ),
  // 17
  'a body too large': body(`{"a":"${'x'.repeat(9000)}"}`),
  'a body that says to be huge': body('{}', 100_000_000),
  'a body that is a list': body('[]'),
  'a body that is not JSON': body('random=1'),
  'a body that is not UTF-8': body('{"a":"\xff\xfe"}'),
  'a body in chunks': (request, target) =>
    target.socket
      ? undefined
      : { ...plus(without(request, 'Content-Length'), 'Transfer-Encoding: chunked'), body: '2\r\n{}\r\n0\r\n\r\n' },
  'an upgrade where none belongs': (request, target) =>
    target.socket
      ? undefined
      : plus(
          without(request, 'Connection'),
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        ),
  'no upgrade where one belongs': (request, target) => (target.socket ? without(request, 'Upgrade') : undefined),
  'another path of the socket': (request, target) =>
    target.socket ? { ...request, line: 'GET /api/GetBasic HTTP/1.1' } : undefined,
  'another function': path('POST /api/GetAll HTTP/1.1'),
  'a function in capitals': path('POST /API/GetVersion HTTP/1.1'),
  'a preflight of nobody': path('OPTIONS /api/GetVersion HTTP/1.1'),
};

async function everyAttack(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, attack] of Object.entries(attacks))
    for (const target of everywhere) {
      const request = attack(good(target), target);
      if (request === undefined) continue;
      const answer = await send(target, request);
      const said = `${name} at ${target.name}: ${answer.slice(0, 200)}`;
      // A parser's own refusal says nothing at all; ours is one and the same.
      assert.ok(answer === '' || (statusOf(answer) === 403 && answer.endsWith('\r\n\r\n{"refused":true}')), said);
      assert.doesNotMatch(answer, /access-control|date:|101|result|1\.0\.0/i, said);
      answers.set(`${name} ${target.name}`, answer);
    }
  return answers;
}

test('every attack is refused in the same bytes, whatever is in the reader, and touches no card', async () => {
  letIn(page);
  const empty = await everyAttack();
  assert.ok(empty.size > 500, `${empty.size} attacks`);
  assert.ok(
    new Set([...empty.values()].filter((one) => one !== '')).size <= 1,
    [...new Set(empty.values())].join('\n'),
  );
  doors.bench.insert('pin');
  await until('the card is known', async () => (await doors.get('program', '/api/v1/card')).status === 200);
  // An insertion makes itself known to the card by itself: until that is over.
  let quiet = 0;
  let [calls, apdus] = [0, 0];
  await until('the card is left alone', () => {
    quiet = apdus === doors.apdus.length ? quiet + 1 : 0;
    apdus = doors.apdus.length;
    return quiet > 40;
  });
  calls = doors.control.trace().length;
  const full = await everyAttack();
  assert.deepEqual(full, empty);
  assert.deepEqual([doors.control.trace().length, doors.apdus.length], [calls, apdus]);
  doors.bench.remove();
});

test('the same requests without an attack get in', async () => {
  doors.bench.insert('normal');
  await until('the card is known', async () => (await doors.get('program', '/api/v1/card')).status === 200);
  for (const target of everywhere) {
    const answer = await send(target, good(target));
    assert.equal(statusOf(answer), target.socket ? 101 : 200, `${target.name}: ${answer}`);
    if (!target.socket) assert.match(answer, new RegExp(`access-control-allow-origin: ${page}\r`, 'i'));
    assert.doesNotMatch(answer, /allow-credentials|allow-origin: \*/i);
  }
  doors.bench.remove();
});

test('nothing that a page sends changes whose request it is', async () => {
  const { origins, face, at } = await fresh();
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.constantFrom('origin', 'Origin', 'opener', 'x-opencshis-opener', 'url', 'random', '__proto__'),
        fc.constantFrom(page, 'https://evil.example', ''),
      ),
      fc.constantFrom(...targets.filter((one) => !one.socket).map(at)),
      async (fields, target) => {
        const evil = 'https://evil.example';
        const text = JSON.stringify(fields);
        const request = plus(
          without(without(good(target), 'Content-Length'), 'Origin'),
          `Origin: ${evil}`,
          `Content-Length: ${Buffer.byteLength(text)}`,
        );
        const answer = await send(target, { ...request, body: text });
        assert.equal(statusOf(answer), 403);
        const seen = origins.asking();
        assert.ok(
          seen.every((one) => one.origin === evil),
          JSON.stringify(seen),
        );
      },
    ),
    { numRuns: 60 },
  );
  assert.equal(origins.asking().length, 1);
  await face.close();
});

test('an origin that was not let in is asked for once, after it heard its refusal; the next time it gets in', async () => {
  const { origins, face: own, at } = await fresh();
  const target = at(targets[0] as Target);
  try {
    assert.equal(statusOf(await send(target, good(target))), 403);
    await until('it is asked for', () => origins.asking().length === 1);
    const [asked] = origins.asking();
    assert.deepEqual([asked?.origin, asked?.purpose], [page, 'component']);
    origins.accept(asked?.code ?? '');
    assert.equal(statusOf(await send(target, good(target))), 200);
    assert.equal(origins.asking().length, 0);
    origins.revoke(page, 'component');
    assert.equal(statusOf(await send(target, good(target))), 403);
  } finally {
    await own.close();
  }
});

test('a refusal takes as long with a card as without, and while a PIN is waited for', async () => {
  const { face: own, at } = await fresh();
  const basic = at(targets.find((one) => one.name === 'GetBasic') as Target);
  const measure = async (): Promise<number[]> => {
    const times: number[] = [];
    for (let round = 0; round < 60; round++) {
      const began = performance.now();
      assert.equal(statusOf(await send(basic, good(basic))), 403);
      times.push(performance.now() - began);
    }
    return times;
  };
  const times: { [state: string]: number[] } = { empty: [], card: [], pin: [] };
  await measure();
  // In turns, so that what else the machine does falls on all alike.
  for (let turn = 0; turn < 6; turn++) {
    times.empty?.push(...(await measure()));
    doors.bench.insert('normal');
    await until('the card is known', async () => (await doors.get('program', '/api/v1/card')).status === 200);
    times.card?.push(...(await measure()));
    doors.bench.remove();
    doors.bench.insert('doctor');
    const gone = new AbortController();
    const waiting = doors.control
      .logIn({ cards: 'sam+hpc', origin: page, nonce: 'n'.repeat(20), signal: gone.signal })
      .catch(() => undefined);
    times.pin?.push(...(await measure()));
    gone.abort();
    await waiting;
    doors.bench.remove();
  }
  await own.close();
  // The lower quarter: what the machine does beside it only ever adds.
  const quarter = (list: number[] = []): number => list.sort((a, b) => a - b)[Math.floor(list.length / 4)] ?? 0;
  const [empty, card, pin] = [quarter(times.empty), quarter(times.card), quarter(times.pin)];
  for (const [name, other] of [
    ['card', card],
    ['pin', pin],
  ] as const)
    assert.ok(other / empty < 1.5 && empty / other < 1.5, `${name}: ${other} ms beside ${empty} ms`);
});

test('idle connections and slow ones keep nobody out', async () => {
  const { connect } = await import('node:net');
  const idle = Array.from({ length: 400 }, () => {
    const one = connect(http.port, '127.0.0.1');
    one.on('error', () => undefined);
    one.write('POST /api/GetVersion HTTP/1.1\r\n');
    return one;
  });
  const target = targets[0] as Target;
  assert.equal(statusOf(await send(target, good(target))), 200);
  for (const one of idle) one.destroy();
});

test('a socket of an origin that is revoked is closed at once', async () => {
  const { WebSocket } = await import('ws');
  const { origins, face } = await fresh(true);
  letIn(page, origins);
  const client = new WebSocket(`ws://localhost:${face.port}/echo`, { origin: page });
  const heard: string[] = [];
  client.on('message', (data) => heard.push(String(data)));
  await new Promise((resolve) => client.once('open', resolve));
  client.send('GetVersion');
  await until('it answers', () => heard.length === 1);
  assert.deepEqual(heard, ['GetVersion:1.0.0']);
  const closed = new Promise((resolve) => client.once('close', resolve));
  origins.revoke(page);
  await closed;
  await face.close();
});
