// deadline: 240 s
// Every attack on a helper that listens on localhost, sent to every route and function over real sockets (long: one
// attack after the other).
import assert from 'node:assert/strict';
import { connect, createServer, type Server } from 'node:net';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import {
  byAnotherName,
  bytesOf,
  plus,
  type Attack as RawAttack,
  type RawRequest as Request,
  withBody,
  without,
} from '../../../test/attacks/raw-request.ts';
import { type Doors, letIn, openDoors, pageOrigin, raw, statusOf, until } from '../../../test/support/doors.ts';
import { loopbackAlone, ownListening, portIn } from '../../../test/support/listening.ts';
import { Failure, limits, systemClock } from '../../base/index.ts';
import { apis, routes } from '../../catalogue/index.ts';
import type { Role } from '../../catalogue/schema.ts';
import { createIdentity } from '../identity.ts';
import { mayAsk } from '../origins.ts';
import { serveHttp } from './index.ts';

interface Target {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly roles: readonly Role[];
  /** As whom the request is made that gets in. */
  readonly as: Role | 'none';
  /** Open to pages of other origins before they have a token. */
  readonly foreign: 'asks' | 'known' | undefined;
  readonly websocket: boolean;
  /** What would do something, were it let in. */
  readonly body: string | undefined;
  /** Of the body. */
  readonly type: 'application/json' | 'application/octet-stream';
}
const upload = '<RECS><REC/></RECS>';
const register = { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' };
const bodies: { readonly [name: string]: object } = {
  register: { treatItem: '01' },
  exceptions: { code: 'M', personId: 'A123456789' },
};
const routed: readonly Omit<Target, 'as'>[] = [
  ...routes
    .filter((route) => route.name !== 'call')
    .map((route) => ({
      name: route.name,
      method: route.method,
      path: route.path.replace(':id', 'no-such-request').replace(':action', 'remove').replace(':name', 'console.js'),
      roles: route.roles,
      websocket: route.answer === 'websocket',
      body: route.body === 'none' ? undefined : JSON.stringify(bodies[route.name] ?? {}),
      type: 'application/json' as const,
      foreign: 'foreign' in route ? route.foreign : undefined,
    })),
  ...apis.map((api) => {
    const route = routes.find((one) => one.name === 'call');
    return {
      name: api.name,
      method: 'POST',
      path: `/api/v1/call/${api.name}`,
      roles: (route?.roles ?? []).filter((role) => api.roles.includes(role)),
      websocket: false,
      foreign: undefined,
      ...(api.params.some((param) => param.kind === 'fileIn')
        ? { body: upload, type: 'application/octet-stream' as const }
        : {
            body: JSON.stringify(api.name === 'hisGetSeqNumber256N1' ? register : {}),
            type: 'application/json' as const,
          }),
    };
  }),
];
const own = routed.map((one): Target => ({ ...one, as: one.roles[0] ?? 'none' }));
/** Everything once as whoever comes first, and once as a page of another origin where such may come. */
const targets: readonly Target[] = [
  ...own,
  ...own
    .filter((one) => one.roles.includes('page'))
    .map((one): Target => ({ ...one, name: `${one.name} of a page`, as: 'page' })),
];

let doors: Doors;
before(async () => {
  doors = await openDoors();
  letIn(doors.origins, otherOrigin);
  doors.control.watch((event) => {
    if (event.type === 'pin') doors.control.answerPin(event.request.id, undefined);
  });
});
after(() => doors.close());

const tokenOf = (role: Role): string => (role === 'page' ? doors.pageToken : doors.tokens.byRole[role]);
/** Let in as well, for another page. */
const otherOrigin = 'https://other.example';
/** The request that is let in; an attack changes it. */
function good(target: Target, role = target.as): Request {
  const { port } = doors.http;
  return {
    line: `${target.method} ${target.path} HTTP/1.1`,
    headers: [
      `Host: 127.0.0.1:${port}`,
      ...(role === 'none' ? [] : [`X-OpenCSHIS-Token: ${tokenOf(role)}`]),
      ...(role === 'page' || target.foreign ? [`Origin: ${pageOrigin}`] : []),
      ...(target.body === undefined ? [] : [`Content-Type: ${target.type}`, `Content-Length: ${target.body.length}`]),
      ...(target.websocket
        ? [
            'Connection: Upgrade',
            'Upgrade: websocket',
            'Sec-WebSocket-Version: 13',
            'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
          ]
        : ['Connection: close']),
    ],
    body: target.body ?? '',
  };
}
const send = (request: Request): Promise<string> => raw(doors.http.port, bytesOf(request));
const refusedBody = '{"refused":true}';
/** Refused by the guard (or by the parser before it): never let in, whatever the route answers afterwards. */
const isRefused = (answer: string): boolean => {
  const status = statusOf(answer);
  return (
    answer === '' || (status >= 400 && status < 500 && (answer.endsWith(refusedBody) || answer.endsWith('\r\n\r\n')))
  );
};
const withoutDate = (answer: string): string => answer.replace(/^date: .*\r\n/im, '');

/** All that a request could have changed. */
async function state(): Promise<string> {
  const world = (await doors.deps.world?.state()) as { now?: string };
  return JSON.stringify({
    world: { ...world, now: undefined },
    journal: await doors.control.journal(),
    cards: doors.world.store.list('cards').map((name) => doors.world.store.read(`cards/${name}`)?.toString()),
    slots: doors.readers.slots().map(({ name, insertion }) => ({ name, insertion })),
    trace: doors.control.trace().length,
    pins: doors.control.pinRequests(),
    asking: doors.origins.asking(),
    origins: doors.origins.list(),
  });
}

type Attack = (request: Request, target: Target) => Request | undefined;
/** What is sent to every server of this machine, sent to this one. */
const here = (attacks: { readonly [name: string]: RawAttack }): { readonly [name: string]: Attack } =>
  Object.fromEntries(
    Object.entries(attacks).map(([name, attack]) => [name, (request: Request) => attack(request, doors.http.port)]),
  );
const origin =
  (value: (port: number) => string): Attack =>
  (request, target) => {
    const { port } = doors.http;
    const other = value(port);
    // Whoever may ask to be let in is not refused where one asks.
    const ours = ['127.0.0.1', 'localhost', '[::1]'].some((host) => other.endsWith(`//${host}:${port}`));
    if (target.foreign === 'asks' && mayAsk(other) && !ours) return undefined;
    return plus(without(request, 'Origin'), `Origin: ${other}`);
  };
/** A page of another origin, without a token: what a browser sends without asking first. */
const simple =
  (type: string): Attack =>
  (request, target) =>
    target.body === undefined
      ? plus(without(without(request, 'Origin'), 'X-OpenCSHIS-Token'), 'Origin: https://evil.example')
      : plus(
          without(without(without(request, 'Origin'), 'X-OpenCSHIS-Token'), 'Content-Type'),
          'Origin: https://evil.example',
          `Content-Type: ${type}`,
        );
const forwarded =
  (header: string): Attack =>
  (request) =>
    plus(request, header);
/** Only where a token is asked for. */
const token =
  (change: (request: Request, value: string, target: Target) => Request): Attack =>
  (request, target) => {
    if (target.as === 'none') return undefined;
    return change(without(request, 'X-OpenCSHIS-Token'), tokenOf(target.as), target);
  };
const inQuery = (name: string) =>
  token((request, value, target) => ({
    ...request,
    line: `${target.method} ${target.path}?${name}=${value} HTTP/1.1`,
  }));
const json =
  (body: string): Attack =>
  (request, target) =>
    target.body === undefined || target.type !== 'application/json'
      ? undefined
      : { ...plus(without(request, 'Content-Length'), `Content-Length: ${Buffer.byteLength(body, 'latin1')}`), body };

const evil = 'https://evil.example';
const asksBefore = (request: Request, target: Target, origin: string): Request => ({
  ...plus(
    ['X-OpenCSHIS-Token', 'Content-Length', 'Content-Type', 'Origin'].reduce(without, request),
    `Origin: ${origin}`,
    `Access-Control-Request-Method: ${target.method}`,
    'Access-Control-Request-Headers: x-opencshis-token',
    'Access-Control-Request-Private-Network: true',
  ),
  line: `OPTIONS ${target.path} HTTP/1.1`,
  body: '',
});

const attacks: { readonly [name: string]: Attack } = {
  // 1 and 6: another name, or a proxy
  ...here(byAnotherName),
  // 2: requests that no browser asks about first
  'a form': simple('application/x-www-form-urlencoded'),
  'a form with files': simple('multipart/form-data; boundary=x'),
  'plain text': simple('text/plain'),
  'plain text with a token': (request, target) =>
    target.body === undefined ? undefined : plus(without(request, 'Content-Type'), 'Content-Type: text/plain'),
  'another site, no Origin': (request) => plus(without(request, 'Origin'), 'Sec-Fetch-Site: cross-site'),
  'a sister site, no Origin': (request) => plus(without(request, 'Origin'), 'Sec-Fetch-Site: same-site'),
  // 3: WebSocket and all else from another origin, with a token
  'Origin evil': origin(() => 'https://evil.example'),
  'Origin null': origin(() => 'null'),
  'Origin empty': origin(() => ''),
  'Origin with another port': origin((port) => `http://127.0.0.1:${port + 1}`),
  'Origin without port': origin(() => 'http://127.0.0.1'),
  'Origin https': origin((port) => `https://127.0.0.1:${port}`),
  'Origin by another name': origin((port) => `http://localhost:${port}`),
  'Origin with a suffix': origin((port) => `http://127.0.0.1:${port}.evil.example`),
  'Origin with a prefix': origin((port) => `http://evil127.0.0.1:${port}`),
  'Origin below localhost': origin((port) => `http://x.localhost:${port}`),
  'Origin doubled': (request) =>
    plus(request, `Origin: http://127.0.0.1:${doors.http.port}`, 'Origin: https://evil.example'),
  'a page’s token without its Origin': (request, target) =>
    target.as === 'page' ? without(request, 'Origin') : undefined,
  'a page’s token from another page that was let in': (request, target) =>
    target.as === 'page' ? plus(without(request, 'Origin'), `Origin: ${otherOrigin}`) : undefined,
  'a page’s token, without encryption': (request, target) =>
    target.as === 'page' ? plus(without(request, 'Origin'), 'Origin: http://his.example') : undefined,
  'a page’s token and another': (request, target) =>
    target.as === 'page' ? plus(request, `X-OpenCSHIS-Token: ${doors.tokens.byRole.operator}`) : undefined,
  'a console’s token from a page that was let in': (request) =>
    plus(
      without(without(request, 'Origin'), 'X-OpenCSHIS-Token'),
      `Origin: ${pageOrigin}`,
      `X-OpenCSHIS-Token: ${doors.tokens.byRole.operator}`,
    ),
  'no Origin where only pages ask': (request, target) => (target.foreign ? without(request, 'Origin') : undefined),
  'our own Origin where only others ask': (request, target) =>
    target.foreign ? origin((port) => `http://127.0.0.1:${port}`)(request, target) : undefined,
  // 4: preflight
  preflight: (request, target) => (target.foreign === 'asks' ? undefined : asksBefore(request, target, evil)),
  'preflight of a page that was let in, for what is not for pages': (request, target) =>
    target.foreign || target.roles.includes('page') || target.path.startsWith('/api/v1/call/')
      ? undefined
      : asksBefore(request, target, pageOrigin),
  // 8: tokens
  'no token': token((request) => request),
  'token empty': token((request) => plus(request, 'X-OpenCSHIS-Token: ')),
  'token of nobody': token((request) => plus(request, `X-OpenCSHIS-Token: ${'0'.repeat(64)}`)),
  'token in wide letters': token((request) => plus(request, `X-OpenCSHIS-Token: ${'\u00e9'.repeat(64)}`)),
  'token cut': token((request, value) => plus(request, `X-OpenCSHIS-Token: ${value.slice(1)}`)),
  'token doubled': token((request, value) =>
    plus(request, `X-OpenCSHIS-Token: ${value}`, `X-OpenCSHIS-Token: ${value}`),
  ),
  'token in the query': inQuery('token'),
  'token by its header name in the query': inQuery('x-opencshis-token'),
  'token as a cookie': token((request, value) => plus(request, `Cookie: x-opencshis-token=${value}`)),
  'token as bearer': token((request, value) => plus(request, `Authorization: Bearer ${value}`)),
  'one-use code as token': token((request) => plus(request, `X-OpenCSHIS-Token: ${doors.tokens.newCode()}`)),
  // 17: bodies
  'a body too large': json(`{"a":"${'x'.repeat(20_000)}"}`),
  'a deep body': json(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`),
  'a body with __proto__': json('{"__proto__":{"role":"operator"}}'),
  'a body that is not UTF-8': json('{"a":"\xff\xfe"}'),
  'a body that is not JSON': json('treatItem=01'),
  'a body that is a list': json('[]'),
  'JSON where a file belongs, and a file where JSON does': (request, target) =>
    target.body === undefined
      ? undefined
      : plus(
          without(request, 'Content-Type'),
          `Content-Type: ${target.type === 'application/json' ? 'application/octet-stream' : 'application/json'}`,
        ),
  'a file larger than any': (request, target) =>
    target.type === 'application/json'
      ? undefined
      : plus(without(request, 'Content-Length'), `Content-Length: ${limits.httpFile + 1}`),
  'a body in chunks': (request, target) =>
    target.body === undefined
      ? undefined
      : {
          ...plus(without(request, 'Content-Length'), 'Transfer-Encoding: chunked'),
          body: `${target.body.length.toString(16)}\r\n${target.body}\r\n0\r\n\r\n`,
        },
  'a body in chunks and with a length': (request) => ({
    ...plus(request, 'Transfer-Encoding: chunked'),
    body: '0\r\n\r\n',
  }),
  'a body where none belongs': (request, target) =>
    target.body !== undefined ? undefined : { ...plus(request, 'Content-Length: 2'), body: '{}' },
  'headers too large': forwarded(`X-Long: ${'x'.repeat(9000)}`),
  'an upgrade where none belongs': (request, target) =>
    target.websocket
      ? undefined
      : plus(
          without(request, 'Connection'),
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        ),
  'a path behind a double slash': (request, target) => ({
    ...request,
    line: `${target.method} /${target.path} HTTP/1.1`,
  }),
};

const letInHere = new Set([pageOrigin, otherOrigin]);
/** What is refused says the same to everybody, and nothing of cards, readers or versions. */
async function everyAttack(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, attack] of Object.entries(attacks)) {
    await Promise.all(
      targets.map(async (target) => {
        const request = attack(good(target), target);
        if (request === undefined) return;
        const answer = await send(request);
        const said = `${name} at ${target.method} ${target.path}: ${answer.slice(0, 200)}`;
        assert.ok(isRefused(answer), said);
        assert.doesNotMatch(answer, /101 Switching|virtual|虛擬|opencshis|version|set-cookie/i, said);
        const readable = /^access-control-allow-origin: (.*)\r$/im.exec(answer)?.[1];
        // A page that was let in may read that it was refused, where it may come at all; nobody else.
        const from = request.headers.filter((header) => /^origin:/i.test(header)).map((header) => header.slice(8));
        const open =
          target.foreign === 'known' ||
          // The guard let it in, and the body was not right.
          (target.foreign === 'asks' && statusOf(answer) === 400) ||
          target.roles.includes('page') ||
          target.path.startsWith('/api/v1/call/');
        if (readable === undefined) assert.doesNotMatch(answer, /access-control/i, said);
        else assert.ok(open && from.length === 1 && from[0] === readable && letInHere.has(readable), said);
        assert.doesNotMatch(answer, /access-control-allow-(credentials|private-network)/i, said);
        if (answer.endsWith(refusedBody)) assert.match(answer, /^vary: Origin\r$/im, said);
        answers.set(`${name} ${target.name}`, withoutDate(answer));
      }),
    );
  }
  return answers;
}

test('every attack on every route and function is refused, changes nothing, and hears the same with and without a card', async () => {
  const empty = await everyAttack();
  assert.ok(empty.size > 4000, `${empty.size} attacks`);
  doors.bench.insert('normal');
  await until('the card is known', async () => (await doors.get('program', '/api/v1/card')).status === 200);
  const before = await state();
  const full = await everyAttack();
  assert.equal(await state(), before);
  for (const [name, answer] of empty) assert.equal(full.get(name), answer, name);
  doors.bench.remove();
  const metrics = (await doors.get('program', '/metrics')).text;
  for (const reason of ['host', 'origin', 'token', 'forwarded', 'type', 'size', 'length', 'version', 'site'])
    assert.match(metrics, new RegExp(`opencshis_refused_total\\{reason="${reason}"\\} [1-9]`), reason);
});

test('the same requests without an attack do get in, and do something', async () => {
  doors.bench.insert('normal');
  for (const target of targets.filter((one) => ['csGetVersionEx', 'events', 'status', 'page'].includes(one.name)))
    assert.ok([200, 101].includes(statusOf(await send(good(target)))), target.name);
  const before = await state();
  const target = targets.find((one) => one.name === 'hisGetSeqNumber256N1');
  assert.ok(target);
  assert.match(await send(good(target)), /"code":0/);
  const file = targets.find((one) => one.name === 'csUploadData');
  assert.ok(file);
  assert.match(await send(good(file)), /"code":0/);
  assert.notEqual(await state(), before, 'what the attacks are compared with can change');
  doors.bench.remove();
});

test('every route and function lets in exactly the roles of the tables', async () => {
  for (const target of own)
    for (const role of ['none', 'program', 'operator', 'page', 'world'] as const) {
      const plain = good(target, role);
      const request =
        target.name === 'session' ? withBody(plain, JSON.stringify({ code: doors.tokens.newCode() })) : plain;
      const answer = await send(request);
      // Where pages of other origins ask, a console's token from there is nobody's.
      const anybody = target.foreign ? ['none', 'page'] : ['none', 'program', 'operator', 'world'];
      const wanted = target.roles.length === 0 ? anybody.includes(role) : target.roles.some((one) => one === role);
      assert.equal(!isRefused(answer), wanted, `${target.path} as ${role}: ${answer.slice(0, 300)}`);
    }
});

test('a program cannot make itself an operator by a link of its own', async () => {
  const asked = await doors.post('program', '/api/v1/link');
  assert.ok(asked.status >= 400, asked.text);
  assert.equal(asked.json.code, undefined);
  const code = (await doors.post('operator', '/api/v1/link')).json.code;
  const { token: own } = (await doors.post('none', '/api/v1/session', { code })).json;
  assert.equal((await doors.ask('GET', '/api/v1/pin', { headers: { 'x-opencshis-token': own } })).status, 200);
  assert.equal((await doors.post('none', '/api/v1/session', { code })).status, 401);
});

test('a program without an Origin needs its token for events; a page of our own origin gets in', async () => {
  const target = targets.find((one) => one.websocket);
  assert.ok(target);
  assert.equal(statusOf(await send(good(target, 'program'))), 101);
  assert.equal(statusOf(await send(good(target, 'none'))), 403);
  const { port } = doors.http;
  assert.equal(statusOf(await send(plus(good(target, 'operator'), `Origin: http://127.0.0.1:${port}`))), 101);
  assert.equal(statusOf(await send(good(target, 'page'))), 101);
  const byProtocol = plus(
    good(target, 'none'),
    `Origin: http://127.0.0.1:${port}`,
    `Sec-WebSocket-Protocol: opencshis, token.${doors.tokens.byRole.program}`,
  );
  const answer = await send(byProtocol);
  assert.equal(statusOf(answer), 101);
  assert.doesNotMatch(answer, /token\./, 'the token is not said back');
});

test('asking by GET changes nothing', async () => {
  doors.bench.insert('normal');
  await until('the card is known', async () => (await doors.get('program', '/api/v1/card')).status === 200);
  const before = await state();
  for (const target of targets.filter((one) => one.method === 'GET'))
    for (const role of target.roles.length === 0 ? (['none'] as const) : target.roles) await send(good(target, role));
  assert.equal(await state(), before);
  doors.bench.remove();
});

test('all that this process listens on is 127.0.0.1 and ::1', (t) => {
  const listening = ownListening();
  if (listening === undefined) return t.skip('only Linux shows it in /proc/net');
  assert.ok(listening.includes(`0100007F:${portIn(doors.http.port)}`), listening.join(' '));
  for (const address of listening) assert.match(address, loopbackAlone, 'beyond loopback');
});

test('a taken port is a clear failure, on IPv4 and on IPv6, and nothing stays open', async (t) => {
  for (const address of ['127.0.0.1', '::1']) {
    const squatter: Server = createServer((socket) => socket.destroy());
    const taken = await new Promise<number | undefined>((resolve) => {
      squatter.once('error', () => resolve(undefined));
      squatter.listen(0, address, () => resolve((squatter.address() as { port: number }).port));
    });
    if (taken === undefined) {
      t.diagnostic(`no ${address} on this machine`);
      continue;
    }
    try {
      const { http: _http, ...deps } = doors;
      await assert.rejects(
        serveHttp(deps.deps, {
          port: taken,
          tokens: doors.tokens,
          identity: createIdentity(),
          clock: systemClock,
          version: '0',
          profile: '5.1',
          spool: doors.folder,
        }),
        (error) => error instanceof Failure && error.kind === 'port-taken' && error.why.en.includes(String(taken)),
      );
      const other = address === '::1' ? '127.0.0.1' : '::1';
      const answers = await new Promise<boolean>((resolve) => {
        const socket = connect(taken, other, () => resolve(true)).on('error', () => resolve(false));
        socket.on('connect', () => socket.destroy());
      });
      assert.equal(answers, false, `nothing was left on ${other}`);
    } finally {
      await new Promise((resolve) => squatter.close(resolve));
    }
  }
});

test('whatever a body says, the program that is written down is that of the token', async () => {
  doors.bench.insert('normal');
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.constantFrom(
          'origin',
          'program',
          'process',
          'role',
          'caller',
          'door',
          'document_base_url',
          'holder',
          'card',
        ),
        fc.oneof(fc.string(), fc.constantFrom('operator', 'world', 'native'), fc.integer(), fc.jsonValue() as never),
        { minKeys: 1 },
      ),
      fc.constantFrom('page' as const, 'program' as const, 'operator' as const),
      async (lies, role) => {
        const before = doors.control.trace().length;
        const answer = await doors.post(role, '/api/v1/call/csOpenCom', { Comport: 0, ...lies });
        assert.ok(answer.status < 500, answer.text);
        for (const entry of doors.control.trace().slice(before)) {
          assert.equal(entry.program, role === 'page' ? pageOrigin : `http:${role}`);
          assert.equal(entry.door, 'http');
        }
      },
    ),
    { numRuns: 150 },
  );
  const lying = await doors.post('program', '/api/v1/register', { treatItem: '01', program: 'x', role: 'operator' });
  assert.equal(lying.status, 200, lying.text);
  assert.equal((await doors.control.journal()).at(-1)?.program, 'http:program');
  doors.bench.remove();
});
