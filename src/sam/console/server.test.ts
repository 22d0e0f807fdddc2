// Whoever knocks at the security module's local door without the token of the world's folder hears a nonce, and no more.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { newFolder } from '../../../test/support/counter.ts';
import { until } from '../../../test/support/doors.ts';
import { systemClock, systemRandom } from '../../base/index.ts';
import { samClient } from '../cloud-client.ts';
import type { SecurityModule } from '../types.ts';
import { decodeWire, encodeWire, wireProof } from '../wire.ts';
import { serveSam } from './server.ts';

const token = systemRandom.bytes(32);
const asked: string[] = [];
/** A module that says who was let through to it. */
const sam = new Proxy({} as SecurityModule, {
  get(_target, name) {
    if (name === 'known' || name === 'watch' || name === 'then') return undefined;
    return async () => void asked.push(String(name));
  },
});
const path = join(newFolder(), 'sam.sock');
let server: { close(): Promise<void> };
before(async () => {
  server = await serveSam(sam, { path, token, random: systemRandom });
});
after(() => server.close());

/** Says `first` when it has heard the nonce; all that it heard until it was cut off, or has asked for a call in vain. */
async function knock(first: (nonce: string) => string | Uint8Array): Promise<{ heard: string; nonce: string }> {
  const socket = connect(path);
  let heard = '';
  let closed = false;
  socket.on('data', (part) => (heard += part.toString('latin1')));
  socket.on('close', () => (closed = true));
  socket.on('error', () => undefined);
  await until('the nonce', () => heard.includes('\n'));
  const { hello: nonce = '' } = decodeWire(heard) as { hello?: string };
  socket.write(first(nonce));
  await until('cut off', () => closed);
  return { heard, nonce };
}
const call = encodeWire({ id: 1, call: 'sign', args: [{}] });

test('the socket is its user’s own', (t) => {
  if (process.platform === 'win32') return t.skip('pipes have no modes');
  assert.equal(statSync(path).mode & 0o777, 0o600);
});

test('no proof, another’s, one of an earlier connection, a mirrored one, or another protocol: no call gets through', async () => {
  asked.length = 0;
  const own = 'ab'.repeat(16);
  let recorded = '';
  const client = connect(path);
  let answered = '';
  client.on('data', (part) => {
    answered += part.toString('latin1');
    if (recorded !== '') return;
    const { hello } = decodeWire(answered.split('\n')[0] ?? '') as { hello: string };
    recorded = encodeWire({ nonce: own, proof: wireProof(token, 'client', `${hello}|${own}`) });
    client.write(recorded);
  });
  await until('proved', () => answered.includes('"proof"'));
  client.destroy();
  const mirrored = /"proof":"([0-9a-f]+)"/.exec(answered)?.[1] ?? '';
  const attempts: { readonly [what: string]: (nonce: string) => string | Uint8Array } = {
    'a call at once': () => call,
    'no proof': () => encodeWire({ nonce: own }) + call,
    'another token': (nonce) =>
      encodeWire({ nonce: own, proof: wireProof(systemRandom.bytes(32), 'client', `${nonce}|${own}`) }) + call,
    'a proof of an earlier connection': () => recorded + call,
    'the server’s own proof': () => encodeWire({ nonce: own, proof: mirrored }) + call,
    'the server’s side of it': (nonce) =>
      encodeWire({ nonce: own, proof: wireProof(token, 'server', `${nonce}|${own}`) }) + call,
    'wide letters': () => encodeWire({ nonce: own, proof: 'é'.repeat(64) }) + call,
    'a proof that is no text': () => `${JSON.stringify({ nonce: own, proof: { length: 64 } })}\n${call}`,
    'no object': () => `null\n${call}`,
    'no JSON': () => `\u0000\n${call}`,
    HTTP: () => 'POST / HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'a line without end': () => Buffer.alloc(100_000, 0x61),
  };
  for (const [what, first] of Object.entries(attempts)) {
    const { heard } = await knock(first);
    assert.equal(heard.split('\n').length, 2, `${what}: ${heard}`);
  }
  assert.deepEqual(asked, []);
});

test('whatever is said first, nothing gets through and the door goes on', async () => {
  asked.length = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.jsonValue().map((one) => `${JSON.stringify(one)}\n`),
        fc.string().map((one) => `${one}\n`),
      ),
      async (text) => {
        const { heard } = await knock(() => text + call);
        assert.equal(heard.split('\n').length, 2);
      },
    ),
    { numRuns: 60 },
  );
  assert.deepEqual(asked, []);
});

test('with the token only what is in the list can be called', async () => {
  asked.length = 0;
  const heard: { id?: number; failure?: unknown }[] = [];
  const socket = connect(path);
  let rest = '';
  let proved = false;
  socket.on('data', (part) => {
    const lines = (rest + part.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const message = decodeWire(line) as { hello?: string; id?: number };
      if (message.hello !== undefined)
        socket.write(encodeWire({ nonce: 'n', proof: wireProof(token, 'client', `${message.hello}|n`) }));
      else if (!proved) proved = true;
      else heard.push(message);
    }
  });
  await until('proved', () => proved);
  const names = ['close', 'constructor', '__proto__', 'toString', 'drop', 'watch', 'known', 'finish', ''];
  for (const [id, name] of names.entries()) socket.write(`{"id":${id},"call":${JSON.stringify(name)},"args":[0]}\n`);
  socket.write('{"id":50}\n{"id":51,"call":"sign"}\n[]\n');
  await until('answered', () => heard.length >= names.length + 3);
  assert.ok(heard.every((one) => one.failure !== undefined));
  assert.deepEqual(asked, []);
  let closed = false;
  socket.on('close', () => (closed = true)).write('null\n');
  await until('cut off', () => closed);
});

test('idle and silent connections keep control out of nothing', async () => {
  const idle = Array.from({ length: 300 }, () => connect(path).on('error', () => undefined));
  const client = samClient({ path, token, clock: systemClock, random: systemRandom, offlineMode: () => 'delegated' });
  await client.readyToSign();
  assert.deepEqual(asked, ['readyToSign']);
  await client.close();
  for (const one of idle) one.destroy();
});

test('whoever took the socket of the module hears no call, and what he says ends nothing but the connection', async () => {
  const answers: readonly ((proof: string) => string)[] = [
    // He mirrors the client's proof, having none of his own.
    (proof) => encodeWire({ proof }),
    () => encodeWire({ proof: 'é'.repeat(64) }),
    () => encodeWire({ proof: 5 }),
    () => encodeWire({ id: 1, value: 'x' }),
    () => 'null\n',
    () => '<html>\n',
    () => `"${'x'.repeat(300_000)}`,
  ];
  for (const answer of answers) {
    const taken = join(newFolder(), 'taken.sock');
    let heard = '';
    const squatter = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(encodeWire({ hello: '00'.repeat(16) }));
      socket.on('data', (part) => {
        heard += part.toString('utf8');
        socket.write(answer((decodeWire(heard.split('\n')[0] ?? '{}') as { proof: string }).proof));
      });
    });
    await new Promise<void>((resolve) => squatter.listen(taken, resolve));
    const client = samClient({
      path: taken,
      token,
      clock: systemClock,
      random: systemRandom,
      offlineMode: () => 'delegated',
    });
    await assert.rejects(client.sign({ personId: 'A123456789' } as never), { code: 4050 });
    assert.ok(!heard.includes('A123456789') && !heard.includes('sign'));
    await client.close();
    squatter.close();
  }
});
