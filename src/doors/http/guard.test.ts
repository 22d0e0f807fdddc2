import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Asked, limits } from '../../base/index.ts';
import { routes } from '../../catalogue/index.ts';
import type { Role } from '../../catalogue/schema.ts';
import { guard, type Known, safeJson } from './guard.ts';

const port = 8040;
const roles: readonly Role[] = ['program', 'operator', 'page', 'world'];
const his = 'https://his.example';
const known: Known = {
  roleOf(token, origin) {
    const role = roles.find((one) => token === `token-of-${one}`);
    return role && (role === 'page') === (origin === his) ? { role, holder: role } : undefined;
  },
  letIn: (origin) => origin === his,
};
type AnyRoute = (typeof routes)[number];
const isForeign = (route: AnyRoute): boolean => 'foreign' in route;
const concrete = (path: string): string => path.replace(/:[a-z]+/g, 'remove');
const good = (route: (typeof routes)[number], role: Role | undefined = route.roles[0]): Asked => ({
  method: route.method,
  url: concrete(route.path),
  httpVersion: '1.1',
  peer: '127.0.0.1',
  rawHeaders: [
    'Host',
    `127.0.0.1:${port}`,
    ...(role ? ['X-OpenCSHIS-Token', `token-of-${role}`] : []),
    ...(role === 'page' || isForeign(route) ? ['Origin', his] : []),
    ...(route.body === 'none' ? [] : ['Content-Type', 'application/json', 'Content-Length', '2']),
  ],
  upgrade: route.answer === 'websocket',
});
const judge = (asked: Asked) => guard(asked, port, known);
const everyRoute = fc.constantFrom(...routes);

test('the right request with the right token gets in at every route', () => {
  for (const route of routes) {
    const verdict = judge(good(route));
    assert.ok(verdict.ok === true, route.name);
    assert.equal(verdict.route.name, route.name);
  }
});

test('every route lets in exactly the roles of its row', () => {
  for (const route of routes)
    for (const role of [undefined, ...roles]) {
      const wanted =
        (route.roles.length === 0 &&
          (role !== 'page' || isForeign(route)) &&
          (role === undefined || role === 'page' || !isForeign(route))) ||
        (role !== undefined && (route.roles as readonly Role[]).includes(role));
      const asked = role === undefined ? { ...good(route), rawHeaders: noToken(good(route)) } : good(route, role);
      assert.equal(judge(asked).ok, wanted, `${route.name} as ${role ?? 'nobody'}`);
    }
});
const noToken = (asked: Asked): string[] => {
  const at = asked.rawHeaders.indexOf('X-OpenCSHIS-Token');
  return at < 0 ? [...asked.rawHeaders] : asked.rawHeaders.filter((_, index) => index !== at && index !== at + 1);
};

test('no Host but our own three is ever let in', () => {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  const near = fc
    .tuple(fc.constantFrom(...own), fc.string({ maxLength: 12 }), fc.nat(40), fc.boolean())
    .map(([host, more, at, cut]) => host.slice(0, at) + more + (cut ? '' : host.slice(at)));
  fc.assert(
    fc.property(everyRoute, fc.oneof(near, fc.string(), fc.domain()), (route, host) => {
      fc.pre(!own.includes(host));
      const asked = good(route);
      assert.equal(judge({ ...asked, rawHeaders: ['Host', host, ...asked.rawHeaders.slice(2)] }).ok, false);
    }),
  );
});

test('no Origin but that of the Host is ever let in', () => {
  const near = fc.tuple(fc.string({ maxLength: 12 }), fc.nat(30), fc.boolean()).map(([more, at, cut]) => {
    const own = `http://127.0.0.1:${port}`;
    return own.slice(0, at) + more + (cut ? '' : own.slice(at));
  });
  fc.assert(
    fc.property(everyRoute, fc.oneof(near, fc.webUrl(), fc.string()), (route, origin) => {
      fc.pre(origin !== `http://127.0.0.1:${port}`);
      const asked = good(route);
      assert.equal(judge({ ...asked, rawHeaders: [...asked.rawHeaders, 'Origin', origin] }).ok, false);
    }),
  );
});

test('from another site a browser may come to the page in a tab of its own, and to nothing else', () => {
  const led = ['Sec-Fetch-Site', 'cross-site', 'Sec-Fetch-Mode', 'navigate', 'Sec-Fetch-Dest', 'document'];
  for (const route of routes.filter((one) => !isForeign(one) && one.roles[0] !== 'page')) {
    const asked = good(route);
    const verdict = judge({ ...asked, rawHeaders: [...asked.rawHeaders, ...led] });
    assert.equal(verdict.ok, route.name === 'page', route.name);
  }
  const page = routes.find((one) => one.name === 'page') as AnyRoute;
  const { rawHeaders, ...rest } = good(page);
  const otherwise: readonly Partial<Asked>[] = [
    { url: '/?x=1' },
    { url: '/#' },
    { method: 'HEAD' },
    { method: 'POST' },
    { upgrade: true },
    { rawHeaders: [...rawHeaders, ...led, 'Origin', 'https://other.example'] },
    { rawHeaders: [...rawHeaders, ...led, 'Sec-Fetch-Dest', 'document'] },
    ...['iframe', 'object', 'embed', 'empty', 'script'].map((dest) => ({
      rawHeaders: [...rawHeaders, ...led.slice(0, 5), dest],
    })),
    { rawHeaders: [...rawHeaders, ...led.slice(0, 3), 'no-cors', ...led.slice(4)] },
    { rawHeaders: [...rawHeaders, ...led.slice(0, 2)] },
  ];
  for (const one of otherwise)
    assert.equal(judge({ ...rest, rawHeaders: [...rawHeaders, ...led], ...one }).ok, false, JSON.stringify(one));
});

test('a page that was not let in hears the same everywhere, but where it may ask', () => {
  const origins = ['https://evil.example', 'http://his.example', 'https://his.example:8443', 'https://xhis.example'];
  for (const route of routes)
    for (const origin of origins)
      for (const method of [route.method, 'OPTIONS']) {
        const asked = good(route, 'page');
        const rawHeaders = asked.rawHeaders.map((value) => (value === his ? origin : value));
        const more = method === 'OPTIONS' ? ['Access-Control-Request-Method', route.method] : [];
        const verdict = judge({ ...asked, method, upgrade: false, rawHeaders: [...rawHeaders, ...more] });
        if ('foreign' in route && route.foreign === 'asks' && origin.startsWith('https:')) {
          // It has no token to show there, and its browser may ask beforehand.
          assert.equal(verdict.ok, method === 'OPTIONS' ? 'preflight' : false, `${route.name} ${origin}`);
          continue;
        }
        assert.deepEqual(verdict, { ok: false, status: 403, reason: 'origin' }, `${route.name} ${origin} ${method}`);
      }
});

test('a browser is told beforehand what a page that was let in may send, and nothing of the other routes', () => {
  for (const route of routes) {
    const asked = (method: string, ...more: string[]) =>
      judge({
        method: 'OPTIONS',
        url: concrete(route.path),
        httpVersion: '1.1',
        peer: '127.0.0.1',
        rawHeaders: ['Host', `127.0.0.1:${port}`, 'Origin', his, 'Access-Control-Request-Method', method, ...more],
        upgrade: false,
      });
    const open = isForeign(route) || (route.roles as readonly Role[]).includes('page');
    const verdict = asked(route.method, 'Access-Control-Request-Private-Network', 'true');
    assert.deepEqual(
      verdict,
      open
        ? { ok: 'preflight', origin: his, method: route.method, privateNetwork: true }
        : { ok: false, status: 403, reason: 'origin' },
      route.name,
    );
    for (const method of ['PUT', 'DELETE', 'OPTIONS', '', route.method === 'GET' ? 'PATCH' : 'HEAD'])
      assert.equal(asked(method).ok, false, `${route.name} ${method}`);
  }
});

test('no peer but this machine, no other protocol version, no unknown path', () => {
  for (const route of routes) {
    const asked = good(route);
    for (const peer of ['10.0.0.5', '::ffff:10.0.0.5', 'fe80::1', '0.0.0.0', '', '127.0.0.2'])
      assert.equal(judge({ ...asked, peer }).ok, false, peer);
    for (const httpVersion of ['1.0', '0.9', '2.0']) assert.equal(judge({ ...asked, httpVersion }).ok, false);
    for (const url of [
      `/${asked.url}`,
      `${asked.url}/`,
      `/.${asked.url}`,
      `${asked.url}%00`,
      `http://127.0.0.1:${port}/`,
    ])
      assert.equal(judge({ ...asked, url }).ok, false, url);
    for (const method of ['PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'get'])
      assert.equal(judge({ ...asked, method }).ok, false, method);
    assert.equal(judge({ ...asked, upgrade: !asked.upgrade }).ok, false, 'upgrade');
  }
});

test('nothing that may be asked makes the guard throw', () => {
  fc.assert(
    fc.property(
      fc.record({
        method: fc.oneof(fc.constantFrom('GET', 'POST'), fc.string()),
        url: fc.oneof(fc.constantFrom(...routes.map((route) => concrete(route.path))), fc.string()),
        httpVersion: fc.constantFrom('1.1', '1.0'),
        peer: fc.constantFrom('127.0.0.1', '::1', 'x'),
        rawHeaders: fc.array(
          fc.oneof(fc.constantFrom('Host', `127.0.0.1:${port}`, 'Origin', 'Content-Length'), fc.string()),
        ),
        upgrade: fc.boolean(),
      }),
      (asked) => {
        const verdict = judge(asked);
        if (verdict.ok) assert.ok(asked.rawHeaders.includes(`127.0.0.1:${port}`));
      },
    ),
  );
});

test('a body says its length, is JSON by name, and is not larger than the limit', () => {
  for (const route of routes.filter((one) => one.body !== 'none')) {
    const asked = good(route);
    const withBody = (...headers: string[]) =>
      judge({ ...asked, rawHeaders: [...asked.rawHeaders.slice(0, -4), ...headers] });
    const json = ['Content-Type', 'application/json'];
    assert.ok(withBody(...json, 'Content-Length', String(limits.httpBody)).ok);
    assert.equal(withBody(...json, 'Content-Length', String(limits.httpBody + 1)).ok, false);
    assert.equal(withBody(...json).ok, false);
    assert.equal(withBody(...json, 'Transfer-Encoding', 'chunked').ok, false);
    assert.equal(withBody(...json, 'Content-Length', '2', 'Transfer-Encoding', 'chunked').ok, false);
    assert.equal(withBody(...json, 'Content-Length', '2', 'Content-Length', '3').ok, false);
    for (const length of ['-1', '1e3', '0x10', '', '1 '])
      assert.equal(withBody(...json, 'Content-Length', length).ok, false, length);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
      'application/jsonp',
    ])
      assert.equal(withBody('Content-Type', type, 'Content-Length', '2').ok, false, type);
  }
});

test('a function that takes a file takes nothing but a file, and no other function takes one', () => {
  const route = routes.find((one) => one.name === 'call');
  assert.ok(route);
  const asked = good(route);
  const of = (name: string, type: string, length: string, ...more: string[]) =>
    judge({
      ...asked,
      url: `/api/v1/call/${name}`,
      rawHeaders: [...asked.rawHeaders.slice(0, -4), 'Content-Type', type, 'Content-Length', length, ...more],
    }).ok;
  const files = ['application/octet-stream', 'application/xml', 'text/xml', 'text/xml; charset=big5'];
  for (const name of ['csUploadData', '3.1', 'csUploadDataPrec']) {
    for (const type of files) {
      assert.ok(of(name, type, String(limits.httpFile)), `${name} ${type}`);
      assert.equal(of(name, type, String(limits.httpFile + 1)), false);
      assert.equal(of(name, type, '2', 'Transfer-Encoding', 'chunked'), false);
      for (const length of ['-1', '1e3', '', '99999999999']) assert.equal(of(name, type, length), false, length);
    }
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'text/xml; charset=utf-16',
    ])
      assert.equal(of(name, type, '2'), false, `${name} ${type}`);
  }
  for (const name of ['csDownloadData', 'hisGetBasicData', 'no-such', 'constructor'])
    for (const type of files) assert.equal(of(name, type, '2'), false, `${name} ${type}`);
});

test('JSON of a body: objects alone, shallow, without names that reach into prototypes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  assert.deepEqual(safeJson(bytes('{"a":1}')), { a: 1 });
  assert.deepEqual(safeJson(bytes('')), {});
  const bad = [
    '[]',
    '1',
    'null',
    '"x"',
    '{',
    '{"__proto__":{"role":"operator"}}',
    '{"a":{"constructor":1}}',
    '{"a":[{"prototype":1}]}',
  ];
  for (const text of bad) assert.equal(safeJson(bytes(text)), undefined, text);
  for (const depth of [20, 2000, 8000])
    assert.equal(safeJson(bytes(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`)), undefined, `${depth} deep`);
  assert.equal(safeJson(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)), undefined, 'not UTF-8');
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (random) => void safeJson(random)));
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value = safeJson(bytes(text));
      if (value !== undefined) assert.equal(Object.getPrototypeOf(value), Object.prototype);
    }),
  );
  assert.equal(({} as { role?: string }).role, undefined);
});
