import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newFolder } from '../../../test/support/counter.ts';
import { type Doors, openDoors, raw, until } from '../../../test/support/doors.ts';
import { systemClock, systemRandom } from '../../base/index.ts';
import type { Caller } from '../../control/types.ts';
import { bodyReader, bodyWriter, encodeFrame, type FrameType, frameReader, readValues, writeValues } from './frames.ts';
import { helloProof } from './proof.ts';
import { serveNative, withoutWords } from './server.ts';

let doors: Doors;
let port = 0;
const callers: Caller[] = [];
const helloBytes = 5 + 1 + 32;
before(async () => {
  doors = await openDoors({ native: { tcpPort: 0 } });
  port = doors.native.tcp?.port ?? 0;
  const { session } = doors.control;
  doors.control.session = (caller) => {
    callers.push(caller);
    return session(caller);
  };
});
after(() => doors.close());

async function answered(role: number, token: string) {
  const frames: { type: FrameType; body: Uint8Array }[] = [];
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const feed = frameReader(
    1 << 20,
    (type, body) => frames.push({ type, body }),
    () => socket.destroy(),
  );
  socket.on('data', feed);
  const next = async (type: FrameType) => {
    await until(type, () => socket.destroyed || frames.some((one) => one.type === type));
    return frames.find((one) => one.type === type)?.body;
  };
  const server = (await next('hello'))?.slice(1) ?? new Uint8Array(0);
  const nonce = systemRandom.bytes(32);
  const body = bodyWriter()
    .u8(1)
    .u8(role)
    .raw(nonce)
    .raw(helloProof(token, 'client', server, nonce));
  socket.write(encodeFrame('prove', body.i32(process.pid).short('77').short('C:\\HIS\\his.exe').done()));
  const welcome = await next('welcome');
  if (welcome === undefined) return undefined;
  assert.deepEqual(welcome, helloProof(token, 'server', server, nonce));
  const call = bodyWriter().short('id').short('csGetVersionEx');
  writeValues(call, {}, () => new Uint8Array(0));
  socket.write(encodeFrame('call', call.done()));
  const answer = bodyReader((await next('answer')) ?? new Uint8Array(0));
  socket.destroy();
  return { id: answer.short(), code: answer.i32(), outputs: readValues(answer), words: answer.long().length };
}

test('the second face takes the same hello, on the loopback address alone', async () => {
  assert.equal(doors.native.tcp?.host, '127.0.0.1');
  const answer = await answered(1, doors.tokens.byRole.program);
  assert.equal(answer?.code, 5153);
  assert.ok((answer?.words ?? 0) > 10);
  assert.equal(await answered(1, '00'.repeat(32)), undefined);
  assert.equal(await answered(4, doors.tokens.byRole.program), undefined);
});

test('there the process and the program are the ones that the client names: ours say nothing about Wine’s', async () => {
  await answered(1, doors.tokens.byRole.program);
  const caller = callers.at(-1);
  assert.equal(caller?.process, `${process.pid}/77`);
  assert.equal(caller?.program, 'C:\\HIS\\his.exe (tester)');
  assert.equal(caller?.role, 'program');
});

test('an answer comes without words where they are not wanted', async () => {
  const answer = await answered(1 + withoutWords, doors.tokens.byRole.program);
  assert.equal(answer?.code, 5153);
  assert.ok(answer?.outputs.pPath instanceof Uint8Array);
  assert.equal(answer?.words, 0);
});

test('a web page that speaks HTTP to it hears a nonce and nothing more', async () => {
  const said = await raw(port, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  assert.equal(said.length, 5 + 1 + 32);
});

test('whoever does not know the token hears a nonce and nothing more, whatever he says', async () => {
  const heard = (first: (server: Uint8Array) => Uint8Array | string) =>
    new Promise<number>((resolve) => {
      let bytes = Buffer.alloc(0);
      let said = false;
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(bytes.length));
      socket.on('data', (part: Buffer) => {
        bytes = Buffer.concat([bytes, part]);
        if (said || bytes.length < helloBytes) return;
        said = true;
        socket.write(first(bytes.subarray(6)));
      });
    });
  const nonce = systemRandom.bytes(32);
  const prove = (proof: Uint8Array, role = 1, version = 1) =>
    encodeFrame(
      'prove',
      bodyWriter().u8(version).u8(role).raw(nonce).raw(proof).i32(process.pid).short('1').short('test').done(),
    );
  const { program, operator } = doors.tokens.byRole;
  const recorded = helloProof(program, 'client', systemRandom.bytes(32), nonce);
  const attempts: { readonly [name: string]: (server: Uint8Array) => Uint8Array | string } = {
    'a wrong token': (server) => prove(helloProof('00'.repeat(32), 'client', server, nonce)),
    'a program that says it is the operator': (server) => prove(helloProof(program, 'client', server, nonce), 2),
    'an operator that says he is the world': (server) => prove(helloProof(operator, 'client', server, nonce), 3),
    'another version': (server) => prove(helloProof(program, 'client', server, nonce), 1, 2),
    'a proof of an earlier connection': () => prove(recorded),
    'the server’s side of it': (server) => prove(helloProof(program, 'server', server, nonce)),
    'a call': () => encodeFrame('call', bodyWriter().short('1').short('csGetVersion').done()),
    'an operation': () => encodeFrame('op', bodyWriter().short('1').short('status').done()),
    'a frame too long': () => Uint8Array.of(0xff, 0xff, 0xff, 0x7f, 2),
    'a frame of no type': () => Uint8Array.of(1, 0, 0, 0, 0xee, 0),
    'a WebSocket upgrade': () => 'GET / HTTP/1.1\r\nUpgrade: websocket\r\nOrigin: https://evil.example\r\n\r\n',
    'a form': () => 'POST /api/v1/call/csOpenCom HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}',
  };
  for (const [name, first] of Object.entries(attempts)) assert.ok((await heard(first)) <= helloBytes, name);
  assert.equal(callers.filter((caller) => caller.program === 'test').length, 0);
});

test('connections that say nothing, or half a proof, keep nobody out', async () => {
  const idle = Array.from({ length: 300 }, (_, index) => {
    const one = connect(port, '127.0.0.1');
    one.on('error', () => undefined);
    if (index % 2 === 0) one.write(Uint8Array.of(40, 0, 0, 0, 2, 1));
    return one;
  });
  assert.equal((await answered(1, doors.tokens.byRole.program))?.code, 5153);
  for (const one of idle) one.destroy();
});

test('a port that another program holds is a failure, and nothing is served elsewhere', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const { port: tcpPort } = squatter.address() as { port: number };
  const path = join(newFolder(), 'native.sock');
  const options = { path, tokens: doors.tokens.byRole, clock: systemClock, random: systemRandom, user: 'tester' };
  await assert.rejects(serveNative(doors.deps, { ...options, tcpPort }), { kind: 'port-taken' });
  assert.equal(existsSync(path), false);
  squatter.close();
});
