// Pages of other origins over real sockets: what an unknown one hears, what is written down of a known one, and its end.
import assert from 'node:assert/strict';
import { createECDH } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { type Doors, letIn, openDoors, pageOrigin, raw, until } from '../../../test/support/doors.ts';
import { apis, routes } from '../../catalogue/index.ts';

let doors: Doors;
before(async () => {
  doors = await openDoors();
});
after(() => doors.close());

const asked = (method: string, path: string, origin: string, ...more: readonly string[]): string =>
  [`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${doors.http.port}`, `Origin: ${origin}`, ...more, '', ''].join(
    '\r\n',
  );
const withoutDate = (answer: string): string => answer.replace(/^date: .*\r\n/im, '');
const json = ['Content-Type: application/json', 'Content-Length: 2'];

test('an unknown origin hears the same bytes, whatever it asks, with which token, and whatever card is in', async () => {
  const evil = 'https://evil.example';
  // Where a page asks to be let in.
  const open = routes
    .filter((route) => 'foreign' in route && route.foreign === 'asks')
    .map((route) => route.path.replace(/:\w+/g, 'x'));
  const ways = ['GET', 'POST', 'OPTIONS', 'PUT', 'DELETE'].flatMap((method) =>
    [...routes.map((route) => route.path), '/no-such', '/api/v1/call/hisGetBasicData'].flatMap((path) =>
      [[], [`X-OpenCSHIS-Token: ${doors.pageToken}`], [`X-OpenCSHIS-Token: ${doors.tokens.byRole.operator}`]].map(
        (token) => ({ method, path: path.replace(/:\w+/g, 'x'), token }),
      ),
    ),
  );
  const heard = new Set<string>();
  const heardAtTheGate = new Set<string>();
  const all = async () => {
    const body = '{"cards":"hc","nonce":"x"}';
    const request = asked(
      'POST',
      '/api/v1/log-in',
      evil,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    );
    heardAtTheGate.add(withoutDate(await raw(doors.http.port, request + body)));
    for (const { method, path, token } of ways) {
      if (open.includes(path) && ['POST', 'OPTIONS'].includes(method)) continue;
      const before = method === 'OPTIONS' ? ['Access-Control-Request-Method: POST'] : [];
      heard.add(withoutDate(await raw(doors.http.port, asked(method, path, evil, ...token, ...before))));
    }
  };
  await all();
  doors.bench.insert('normal');
  await until('the card is known', async () => (await doors.get('program', '/api/v1/card')).status === 200);
  await all();
  doors.bench.remove();
  assert.equal(heard.size, 1, [...heard].join('\n'));
  assert.equal(heardAtTheGate.size, 1);
  assert.match([...heardAtTheGate][0] ?? '', /\{"standing":"unknown"\}$/);
  assert.match([...heard][0] ?? '', /^HTTP\/1\.1 403 [\s\S]*\{"refused":true\}$/);
});

test('the time that a refusal takes says nothing of cards, on any route: about the same with and without one', async () => {
  const asks = [...routes, { method: 'POST', path: '/api/v1/call/hisGetBasicData', name: 'call' }]
    .filter((route) => !('foreign' in route && route.foreign === 'asks'))
    .map(({ method, path }) => asked(method, path.replace(/:\w+/g, 'x'), 'https://evil.example'));
  const times = { empty: asks.map((): number[] => []), full: asks.map((): number[] => []) };
  const turn = async (state: keyof typeof times): Promise<void> => {
    for (let round = 0; round < 12; round++)
      for (const [at, text] of asks.entries()) {
        const start = process.hrtime.bigint();
        await raw(doors.http.port, text);
        times[state][at]?.push(Number(process.hrtime.bigint() - start));
      }
  };
  await turn('empty');
  for (const list of times.empty) list.length = 0;
  // In turns, so that what else the machine does falls on both alike.
  for (let turns = 0; turns < 4; turns++) {
    await turn('empty');
    doors.bench.insert('normal');
    await until('the card is known', async () => (await doors.get('program', '/api/v1/card')).status === 200);
    await turn('full');
    doors.bench.remove();
  }
  // The lower quarter: what the machine does beside it only ever adds.
  const quarter = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 2] ?? 0;
  const all = quarter(times.full.flat()) / quarter(times.empty.flat());
  assert.ok(all > 0.6 && all < 1.6, `${all}`);
  for (const [at, text] of asks.entries()) {
    const ratio = quarter(times.full[at] ?? []) / quarter(times.empty[at] ?? []);
    assert.ok(ratio > 0.3 && ratio < 3, `${ratio} at ${text.split('\r')[0]}`);
  }
});

test('a page that was let in reads its answers and its refusals, and never more than its own routes', async () => {
  const token = `X-OpenCSHIS-Token: ${doors.pageToken}`;
  const good = await raw(doors.http.port, asked('GET', '/api/v1/status', pageOrigin, token));
  assert.match(good, /^HTTP\/1\.1 200/);
  assert.match(good, new RegExp(`^access-control-allow-origin: ${pageOrigin}\\r$`, 'im'));
  assert.match(good, /^vary: Origin\r$/im);
  assert.doesNotMatch(good, /allow-credentials|allow-origin: \*/i);
  const wrong = await raw(doors.http.port, asked('GET', '/api/v1/status', pageOrigin, 'X-OpenCSHIS-Token: x'));
  assert.match(wrong, /^HTTP\/1\.1 401[\s\S]*access-control-allow-origin/);
  const journal = await raw(doors.http.port, asked('GET', '/api/v1/journal', pageOrigin, token));
  assert.match(journal, /^HTTP\/1\.1 403/);
  assert.doesNotMatch(journal, /access-control/i);
  for (const api of apis) {
    const body = ['Content-Type: application/json', 'Content-Length: 0'];
    if (api.roles.includes('page')) continue;
    const answer = await raw(doors.http.port, asked('POST', `/api/v1/call/${api.name}`, pageOrigin, token, ...body));
    assert.match(answer, /^HTTP\/1\.1 4\d\d [\s\S]*\{"refused":true\}$/, api.name);
  }
});

test('private network access is granted in a preflight, to whom the route is open', async () => {
  const wish = ['Access-Control-Request-Method: POST', 'Access-Control-Request-Private-Network: true'];
  for (const [path, origin] of [
    ['/api/v1/pair', 'https://new.example'],
    ['/api/v1/register', pageOrigin],
  ] as const) {
    const answer = await raw(doors.http.port, asked('OPTIONS', path, origin, ...wish));
    assert.match(answer, /^access-control-allow-private-network: true\r$/im);
    assert.match(answer, new RegExp(`^access-control-allow-origin: ${origin}\\r$`, 'im'));
    assert.match(answer, /^access-control-allow-methods: POST\r$/im);
  }
});

test('whatever a body says, the origin that is asked about and written down is the header’s', async () => {
  doors.bench.insert('normal');
  const names = ['origin', 'Origin', 'document_base_url', 'referer', 'program', 'url', 'purpose', 'nonce', 'code'];
  const other = 'http://localhost:4711';
  letIn(doors.origins, other);
  const asking = new Set<string>();
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const key = pair.getPublicKey().toString('base64url');
  const nonce = Buffer.alloc(32, 1).toString('base64url');
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.constantFrom(...names),
        fc.oneof(fc.constantFrom(other, 'https://evil.example', 'operator'), fc.jsonValue() as never, fc.string()),
      ),
      async (lies) => {
        const before = doors.control.trace().length;
        await doors.post('page', '/api/v1/call/csOpenCom', { Comport: 0, ...lies });
        for (const entry of doors.control.trace().slice(before)) assert.equal(entry.program, pageOrigin);
        const begun = await doors.post('page', '/api/v1/pair', { ...lies, key });
        await doors.post('page', `/api/v1/pair/${begun.json.id}`, { ...lies, nonce });
        for (const one of doors.origins.asking()) {
          asking.add(one.origin);
          doors.origins.accept(one.code);
        }
      },
    ),
    { numRuns: 100 },
  );
  assert.deepEqual([...asking], [pageOrigin]);
  const written = await doors.post('page', '/api/v1/register', { treatItem: '01', origin: other, program: other });
  assert.equal(written.status, 200, written.text);
  assert.equal((await doors.control.journal()).at(-1)?.program, pageOrigin);
  doors.bench.remove();
});

test('taking an origin back ends its events and its calls at once, and nobody else’s', async () => {
  const origin = 'https://brief.example';
  const token = letIn(doors.origins, origin);
  const watch = (headers: Record<string, string>) => {
    const socket = new WebSocket(`ws://127.0.0.1:${doors.http.port}/api/v1/events`, { headers });
    const ended = new Promise<number>((resolve) => socket.on('close', resolve));
    return { socket, ended, opened: new Promise<void>((resolve) => socket.on('open', () => resolve())) };
  };
  const brief = watch({ origin, 'x-opencshis-token': token });
  const stays = watch(doors.token('page'));
  await Promise.all([brief.opened, stays.opened]);
  // A call on its way: half of its body is there.
  const half = ['Content-Type: application/json', 'Content-Length: 40'];
  const call = raw(
    doors.http.port,
    `${asked('POST', '/api/v1/call/csGetVersion', origin, `X-OpenCSHIS-Token: ${token}`, ...half)}{"a":`,
  );
  // One after it has its answer: so far it was taken in.
  const good = await raw(doors.http.port, asked('GET', '/api/v1/status', origin, `X-OpenCSHIS-Token: ${token}`));
  assert.match(good, /^HTTP\/1\.1 200/);
  assert.ok(doors.origins.revoke(origin));
  assert.equal(await brief.ended, 4403);
  assert.equal(await call, '');
  const after = await raw(doors.http.port, asked('GET', '/api/v1/status', origin, `X-OpenCSHIS-Token: ${token}`));
  assert.match(after, /^HTTP\/1\.1 403/);
  assert.doesNotMatch(after, /access-control/i);
  assert.equal(stays.socket.readyState, WebSocket.OPEN);
  stays.socket.terminate();
});

test('a page’s events are cards and readers, and nothing of calls, PINs, links or who asks to be let in', async () => {
  const kinds = new Set<string>();
  const socket = new WebSocket(`ws://127.0.0.1:${doors.http.port}/api/v1/events`, { headers: doors.token('page') });
  socket.on('message', (data) => kinds.add(JSON.parse(String(data)).type));
  await new Promise<void>((resolve) => socket.on('open', () => resolve()));
  doors.bench.insert('normal');
  await until('the card is heard', () => kinds.has('card'));
  await doors.post('program', '/api/v1/register', {});
  await doors.post('page', '/api/v1/call/csGetVersion', {});
  letIn(doors.origins, 'https://third.example');
  doors.bench.remove();
  await doors.get('program', '/api/v1/status');
  socket.terminate();
  for (const kind of kinds) assert.ok(['card', 'slot'].includes(kind), kind);
});

test('where a page may ask, a body that is none is refused, and the page may read that', async () => {
  const answer = await raw(doors.http.port, `${asked('POST', '/api/v1/pair', 'https://new.example', ...json)}[]`);
  assert.match(answer, /^HTTP\/1\.1 400/);
  assert.match(answer, /^access-control-allow-origin: https:\/\/new\.example\r$/im);
  assert.deepEqual(
    doors.origins.asking().filter((one) => one.origin === 'https://new.example'),
    [],
  );
});
