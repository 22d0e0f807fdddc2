// What the HTTP door offers: its own description, measures, events, PINs, and calls that leave no way to the card.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { type Doors, openDoors, until } from '../../../test/support/doors.ts';
import { apis, routes } from '../../catalogue/index.ts';
import type { Role } from '../../catalogue/schema.ts';

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire
type Heard = any;

let doors: Doors;
before(async () => {
  doors = await openDoors();
});
after(() => doors.close());
beforeEach(() => {
  while (doors.bench.remove() !== undefined);
});

function watch(role: Role) {
  const heard: Heard[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${doors.http.port}/api/v1/events`, { headers: doors.token(role) });
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  const opened = new Promise<void>((resolve, reject) => {
    socket.on('open', () => resolve());
    socket.on('error', reject);
  });
  return { heard, opened, close: () => socket.terminate() };
}

test('the OpenAPI document is valid, and holds every route and function', async () => {
  const { json: document, status } = await doors.get('program', '/openapi.json');
  assert.equal(status, 200);
  const checked = await new Validator().validate(structuredClone(document));
  assert.ok(checked.valid, JSON.stringify(checked.errors));
  for (const api of apis) assert.equal(document.paths[`/api/v1/call/${api.name}`]?.post?.operationId, api.name);
  const wanted = new Set(apis.map((api) => `post /api/v1/call/${api.name}`));
  for (const route of routes.filter((one) => one.name !== 'call'))
    wanted.add(`${route.method.toLowerCase()} ${route.path.replace(/:([a-z]+)/g, '{$1}')}`);
  const held = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item as object).map((method) => `${method} ${path}`),
  );
  assert.deepEqual(new Set(held), wanted);
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item as { [method: string]: { operationId: string } }).map((one) => one.operationId),
  );
  assert.equal(new Set(ids).size, ids.length, 'every operation has a name of its own');
  for (const route of routes) {
    if (route.name === 'call') continue;
    const one = document.paths[route.path.replace(/:([a-z]+)/g, '{$1}')][route.method.toLowerCase()];
    assert.equal(one.security !== undefined, route.roles.length > 0, `${route.name}: a token is asked for or not`);
  }
});

/** The few words of JSON Schema that our document uses, strictly: what is not declared is a fault. */
function misfit(value: Heard, schema: Heard, root: Heard, at: string): string | undefined {
  const { $ref } = schema;
  if ($ref)
    return misfit(
      value,
      $ref
        .slice(2)
        .split('/')
        .reduce((one: Heard, name: string) => one[name], root),
      root,
      at,
    );
  const type = Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
  if (schema.type && schema.type !== type && !(schema.type === 'number' && type === 'integer'))
    return `${at} is ${type}, declared ${schema.type}`;
  for (const name of schema.required ?? []) if (!(name in value)) return `${at}.${name} is missing`;
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    if (name in value) {
      const fault = misfit(value[name], inner, root, `${at}.${name}`);
      if (fault) return fault;
    }
  return undefined;
}

test('the answer of a real call has the fields that the document declares', async () => {
  const { json: document } = await doors.get('program', '/openapi.json');
  doors.bench.insert('normal');
  const answers: [string, object][] = [
    ['hisGetBasicData', {}],
    ['hisGetRegisterBasic2', {}],
    ['hisGetSeqNumber256N1', { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' }],
    ['csGetHospID', {}],
    ['csGetVersionEx', {}],
    ['hisGetSeqNumber256N1', { cTreatItem: 'nothing' }],
  ];
  for (const [name, body] of answers) {
    const answer = await doors.post('program', `/api/v1/call/${name}`, body);
    assert.equal(answer.status, 200, answer.text);
    const schema = document.paths[`/api/v1/call/${name}`].post.responses['200'].content['application/json'].schema;
    assert.equal(misfit(answer.json, schema, document, name), undefined);
    for (const key of Object.keys(answer.json)) assert.ok(key in schema.properties, `${name}: ${key} is declared`);
    for (const param of Object.keys(answer.json.fields)) {
      const declared = schema.properties.fields.properties[param];
      assert.ok(declared, `${name}: ${param} is declared`);
      for (const field of Object.keys(answer.json.fields[param]))
        assert.ok(field in declared.properties, `${name}: ${param}.${field} is declared`);
    }
  }
  doors.bench.remove();
});

test('measures are in the text format of Prometheus, with help and type before their samples', async () => {
  const { text, headers } = await doors.get('program', '/metrics');
  assert.match(String(headers['content-type']), /^text\/plain; version=0\.0\.4/);
  assert.ok(text.endsWith('\n'));
  const types = new Map<string, string>();
  const helps = new Set<string>();
  const samples = new Map<string, number>();
  for (const line of text.trimEnd().split('\n')) {
    const help = /^# HELP ([a-z_]+) \S.*$/.exec(line);
    const type = /^# TYPE ([a-z_]+) (gauge|counter)$/.exec(line);
    const sample = /^([a-z_]+)(\{[a-z]+="[A-Za-z0-9_-]*"\})? (-?\d+(?:\.\d+)?)$/.exec(line);
    if (help) helps.add(help[1] ?? '');
    else if (type) {
      assert.ok(helps.has(type[1] ?? ''), `help before type: ${line}`);
      assert.ok(!types.has(type[1] ?? ''), `one type: ${line}`);
      types.set(type[1] ?? '', type[2] ?? '');
    } else {
      assert.ok(sample, line);
      assert.ok(types.has(sample[1] ?? ''), `type before sample: ${line}`);
      assert.ok(!samples.has(`${sample[1]}${sample[2] ?? ''}`), `one sample: ${line}`);
      samples.set(`${sample[1]}${sample[2] ?? ''}`, Number(sample[3]));
      if (types.get(sample[1] ?? '') === 'counter') assert.match(sample[1] ?? '', /_total$/);
    }
  }
  assert.equal(samples.get('opencshis_up'), 1);
  const called = 'opencshis_calls_total{function="csGetVersion"}';
  await doors.post('program', '/api/v1/call/csGetVersion');
  const later = (await doors.get('program', '/metrics')).text;
  assert.ok(later.includes(`${called} ${(samples.get(called) ?? 0) + 1}\n`), later);
});

test('health is for everybody and says nothing else', async () => {
  const answer = await doors.get('none', '/healthz');
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.json, { ok: true });
});

test('the page asks for nothing from elsewhere, and no code of it can be written into it', async () => {
  const page = await doors.get('none', '/');
  const policy = String(page.headers['content-security-policy']);
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  assert.doesNotMatch(page.text, /https?:\/\/| on[a-z]+="|<script>/);
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
  assert.equal(page.headers['set-cookie'], undefined);
});

test('card in and card out are heard by whoever may watch; calls and PINs by the operator alone', async () => {
  const all = { program: watch('program'), operator: watch('operator'), page: watch('page') };
  await Promise.all(Object.values(all).map((one) => one.opened));
  doors.bench.insert('normal');
  const changes = (heard: Heard[]) => heard.filter((one) => one.type === 'card').map((one) => one.change);
  for (const one of Object.values(all)) await until('card in', () => changes(one.heard).includes('inserted'));
  const zone = all.page.heard.find((one) => one.type === 'card').public;
  assert.equal((await doors.get('page', '/api/v1/card')).json.cardNo, zone.cardNo);
  await doors.post('program', '/api/v1/call/hisGetBasicData');
  await until('the call', () =>
    all.operator.heard.some((one) => one.type === 'call' && one.trace.api === 'hisGetBasicData'),
  );
  doors.bench.remove();
  for (const one of Object.values(all)) await until('card out', () => changes(one.heard).at(-1) === 'removed');
  const kinds = (heard: Heard[]) => new Set(heard.map((one) => one.type));
  assert.ok(!kinds(all.program.heard).has('call'));
  assert.deepEqual([...kinds(all.page.heard)].sort(), ['card', 'slot']);
  for (const one of Object.values(all)) one.close();
});

for (const [what, pin, code] of [
  ['typed right', '1234', 0],
  ['typed wrong', '9999', 5102],
  ['cancelled', undefined, 5109],
] as const)
  test(`a PIN is asked of the operator alone and ${what} over HTTP: ${code}`, async () => {
    const operator = watch('operator');
    const others = [watch('program'), watch('page')];
    const world = watch('world');
    await assert.rejects(world.opened);
    await Promise.all([operator, ...others].map((one) => one.opened));
    doors.bench.insert('pin');
    const asks = () => operator.heard.filter((one) => one.type === 'pin').map((one) => one.request);
    const calling = doors.post('program', '/api/v1/call/csVerifyHCPIN');
    await until('the event', () => asks().length === 1);
    const [request] = asks();
    assert.equal(request.program, 'http:program');
    assert.equal(request.card, 'hc');
    for (const role of ['program', 'page', 'world'] as const)
      assert.equal((await doors.post(role, `/api/v1/pin/${request.id}`, { pin: '1234' })).status, 403);
    assert.deepEqual(
      (await doors.get('operator', '/api/v1/pin')).json.map((one: Heard) => one.id),
      [request.id],
    );
    for (const bad of ['', 'abcd', '123', '1234567', 1234, ['1234'], null])
      assert.equal((await doors.post('operator', `/api/v1/pin/${request.id}`, { pin: bad })).status, 422, `${bad}`);
    const given = await doors.post('operator', `/api/v1/pin/${request.id}`, pin === undefined ? {} : { pin });
    assert.equal(given.status, 200, given.text);
    const { json } = await calling;
    assert.equal(json.code, code, JSON.stringify(json.failure));
    const again = await doors.post('operator', `/api/v1/pin/${request.id}`, { pin: '1234' });
    assert.equal(again.status, 422, 'an id is used once');
    assert.equal(again.json.failure.code, 5109);
    await until('its end', () => operator.heard.some((one) => one.type === 'pin-ended' && one.id === request.id));
    for (const one of others) assert.ok(!one.heard.some((event) => event.type === 'pin' || event.type === 'pin-ended'));
    const written = doors.control.trace().map(({ inputs, steps, why }) => ({ inputs, steps, why }));
    if (pin !== undefined) assert.ok(!JSON.stringify(written).includes(pin), 'the PIN is written down nowhere');
    while (doors.bench.remove() !== undefined);
    await doors.act('edit', { card: 'pin', field: 'pin', value: '1234' });
    for (const one of [operator, ...others]) one.close();
  });

test('the call that needs a PIN waits for it, and asks once for an insertion', async () => {
  doors.bench.insert('pin');
  const verified = doors.post('program', '/api/v1/call/csVerifyHCPIN');
  await until('the request', () => doors.control.pinRequests().length === 1);
  const [request] = doors.control.pinRequests();
  await doors.post('operator', `/api/v1/pin/${request?.id}`, { pin: '1234' });
  assert.equal((await verified).json.code, 0);
  // Another token is another session: it is asked again.
  const operators = doors.post('operator', '/api/v1/call/csVerifyHCPIN');
  await until('the second request', () => doors.control.pinRequests().length === 1);
  assert.equal(doors.control.pinRequests()[0]?.program, 'http:operator');
  doors.bench.remove();
  assert.ok((await operators).json.code !== 0, 'the card went, and the question with it');
  assert.deepEqual(doors.control.pinRequests(), []);
});

test('a caller who hangs up while a PIN is asked for takes the question with him', async () => {
  doors.bench.insert('pin');
  const { request } = await import('node:http');
  const calling = request({
    host: '127.0.0.1',
    port: doors.http.port,
    method: 'POST',
    path: '/api/v1/call/csVerifyHCPIN',
    headers: { 'content-type': 'application/json', 'content-length': 2, ...doors.token('program') },
  });
  calling.on('error', () => undefined);
  calling.end('{}');
  await until('the request', () => doors.control.pinRequests().length === 1);
  calling.destroy();
  await until('no request', () => doors.control.pinRequests().length === 0);
  doors.bench.remove();
});

test('the same request id over HTTP is the same answer; a new one is a new visit', async () => {
  doors.bench.insert('illness');
  const visit = { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' };
  const call = (id: string) =>
    doors.ask('POST', '/api/v1/call/hisGetSeqNumber256N1', {
      headers: { 'content-type': 'application/json', 'x-request-id': id, ...doors.token('program') },
      body: JSON.stringify(visit),
    });
  const [one, same] = await Promise.all([call('request-0001'), call('request-0001')]);
  assert.equal(one.json.fields.pBuffer.treatNum, same.json.fields.pBuffer.treatNum);
  assert.equal((await call('request-0001')).json.fields.pBuffer.treatNum, one.json.fields.pBuffer.treatNum);
  await until('delivered', async () => (await doors.control.status()).journal.undelivered === 0);
  const other = await call('request-0002');
  assert.notEqual(other.json.fields.pBuffer.treatNum, one.json.fields.pBuffer.treatNum);
  doors.bench.remove();
});

test('many calls over one connection leave nothing behind on it', async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error) => warnings.push(warning);
  process.on('warning', warn);
  const { Agent, request } = await import('node:http');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let index = 0; index < 30; index++)
    await new Promise<void>((resolve, reject) => {
      const calling = request(
        {
          agent,
          host: '127.0.0.1',
          port: doors.http.port,
          method: 'POST',
          path: '/api/v1/call/csGetVersion',
          headers: { 'content-type': 'application/json', 'content-length': 2, ...doors.token('program') },
        },
        (response) => {
          response.resume();
          response.on('end', () => resolve());
        },
      );
      calling.on('error', reject);
      calling.end('{}');
    });
  await new Promise((resolve) => setImmediate(resolve));
  agent.destroy();
  process.off('warning', warn);
  assert.deepEqual(warnings, []);
});

/** CLA and INS of every command that the control software may send to a card of ours. */
const allowed = new Set([
  '00a4',
  '00ca',
  '00c0',
  '0020',
  '0024',
  '0084',
  '8010',
  '9012',
  '8012',
  '8014',
  '8016',
  '80b0',
  '8020',
  '80d6',
  '8022',
  '8026',
  '802c',
  '80ca',
]);

test('no JSON, to whatever route, makes a command outside the list reach a card', async () => {
  const stop = doors.control.watch((event) => {
    if (event.type === 'pin') doors.control.answerPin(event.request.id, undefined);
  });
  doors.bench.insert('normal');
  doors.bench.insert('doctor');
  doors.apdus.length = 0;
  const targets = [
    ...routes
      .filter((route) => route.method === 'POST' && !['call', 'world', 'session', 'pin'].includes(route.name))
      .map((route) => ({
        path: route.path,
        roles: 'foreign' in route ? (['page'] as const) : route.roles,
        params: ['key', 'nonce'],
      })),
    ...apis.map((api) => ({
      path: `/api/v1/call/${api.name}`,
      roles: api.roles,
      params: api.params.map((param) => param.name),
    })),
  ];
  const commands = fc.constantFrom('00B2010C00', 'FF00000000', '\u0000\u00b2\u0001\u000c', '80e0000000');
  const value = fc.oneof(
    fc.string({ maxLength: 300 }),
    commands,
    fc.integer(),
    fc.constantFrom('01', '1', ' ', 'Y', '0', 1, 3, 0, 72),
    fc.jsonValue({ maxDepth: 2 }) as never,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...targets).chain((target) =>
        fc.record({
          target: fc.constant(target),
          role: fc.constantFrom(...target.roles),
          body: fc.dictionary(
            fc.oneof(
              fc.constantFrom('apdu', 'command', 'raw', 'treatItem', 'slot', 'card', ...target.params),
              fc.constantFrom('__proto__', 'toString', ''),
            ),
            value,
            { maxKeys: 8 },
          ),
        }),
      ),
      async ({ target, role, body }) => {
        const answer = await doors.post(role, target.path, body);
        assert.ok(answer.status < 500, `${target.path}: ${answer.text}`);
        assert.notEqual(answer.json?.failure?.kind, 'internal', `${target.path} ${JSON.stringify(body)}`);
      },
    ),
    { numRuns: 400 },
  );
  // Calls that are right, so that the list is not held against silence.
  for (const name of ['hisGetBasicData', 'hisGetRegisterBasic2', 'hpcGetHPCSN', 'csUpdateHCContents'])
    await doors.post('operator', `/api/v1/call/${name}`);
  await doors.get('operator', '/api/v1/card');
  const seen = new Set(doors.apdus.map((command) => Buffer.from(command.subarray(0, 2)).toString('hex')));
  assert.ok(seen.size >= 8, [...seen].join(' '));
  for (const one of seen) assert.ok(allowed.has(one), one);
  stop();
});
