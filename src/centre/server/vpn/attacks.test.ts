// Attacks on the simulated web site, over real sockets, at every path of its own table.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  byAnotherName,
  byAnotherPage,
  bytesOf,
  plus,
  type RawRequest,
  replaced,
  withBody,
  without,
} from '../../../../test/attacks/raw-request.ts';
import { raw, statusOf } from '../../../../test/support/doors.ts';
import { limits, say, systemClock, systemRandom } from '../../../base/index.ts';
import { sitePaths, startVpnSite, type VpnSite } from './server.ts';

let site: VpnSite;
let asked = 0;
const nobody = (): undefined => {
  asked += 1;
  return undefined;
};
before(async () => {
  site = await startVpnSite({
    port: 0,
    controlUrl: () => 'http://127.0.0.1:1',
    store: { card: nobody, person: nobody, institution: nobody },
    directory: () => ({ world: 'none', issuedAt: 0, entries: [] }),
    verify: () => ({ verdict: 'unknown', words: say({ zh: '不明', en: 'unknown' }) }),
    clock: systemClock,
    random: systemRandom,
  });
});
after(() => site.close());

const good = ({ method, path }: (typeof sitePaths)[number]): RawRequest => ({
  line: `${method} ${path} HTTP/1.1`,
  headers: [
    `Host: 127.0.0.1:${site.port}`,
    'Connection: close',
    ...(method === 'GET'
      ? []
      : [`Origin: http://127.0.0.1:${site.port}`, 'Content-Type: application/json', 'Content-Length: 15']),
  ],
  body: method === 'GET' ? '' : '{"cards": "hc"}',
});
const send = (request: RawRequest): Promise<string> => raw(site.port, bytesOf(request));

test('its own pages and a followed link are let in, on every path', async () => {
  for (const target of sitePaths) assert.equal(statusOf(await send(good(target))), 200, target.path);
  const [first] = sitePaths;
  assert.ok(first);
  const followed = plus(
    good(first),
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Mode: navigate',
    'Sec-Fetch-Dest: document',
  );
  const link = (name: string, value: string) => replaced(followed, name, value);
  assert.equal(statusOf(await send(followed)), 200);
  assert.equal(statusOf(await send(link('Sec-Fetch-Dest', 'iframe'))), 403);
  assert.equal(statusOf(await send(link('Sec-Fetch-Mode', 'no-cors'))), 403);
});

test('what comes from other pages, by another name or through a proxy is refused on every path of the site', async () => {
  asked = 0;
  let sent = 0;
  for (const target of sitePaths)
    for (const [name, attack] of Object.entries({ ...byAnotherName, ...byAnotherPage })) {
      const answer = await send(attack(good(target), site.port));
      const said = `${name} at ${target.method} ${target.path}: ${answer.slice(0, 200)}`;
      assert.ok(answer === '' || (statusOf(answer) >= 400 && statusOf(answer) < 500), said);
      assert.doesNotMatch(answer, /access-control|set-cookie/i, said);
      assert.ok(answer === '' || answer.endsWith('\r\n\r\n{}') || answer.endsWith('\r\n\r\n'), said);
      sent += 1;
    }
  assert.ok(sent > 250, `${sent}`);
  assert.equal(asked, 0, 'nobody was looked for');
});

test('a post without an origin, of another type, too large, or that is no JSON does nothing', async () => {
  asked = 0;
  for (const target of sitePaths.filter(({ method }) => method === 'POST')) {
    const request = good(target);
    for (const bad of [
      without(request, 'Origin'),
      replaced(request, 'Content-Type', 'text/plain'),
      without(request, 'Content-Type'),
      withBody(request, 'x'.repeat(limits.componentBody + 1)),
      withBody(request, '{"__proto__":'),
    ]) {
      const answer = await send(bad);
      assert.ok(answer === '' || (statusOf(answer) >= 400 && statusOf(answer) < 500), answer.slice(0, 100));
    }
  }
  for (const line of [
    'POST /',
    'PUT /challenge',
    'DELETE /log-in',
    'GET /log-in',
    'POST /site.js',
    'GET /../world.json',
  ])
    assert.ok(
      statusOf(await send({ ...good({ method: 'POST', path: '/challenge' }), line: `${line} HTTP/1.1` })) >= 400,
    );
  assert.equal(asked, 0);
});
