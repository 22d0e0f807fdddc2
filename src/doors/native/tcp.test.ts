import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { type Doors, openDoors, raw, until } from '../../../test/support/doors.ts';
import { systemRandom } from '../../base/index.ts';
import type { Caller } from '../../control/types.ts';
import { bodyReader, bodyWriter, encodeFrame, type FrameType, frameReader, readValues, writeValues } from './frames.ts';
import { helloProof } from './proof.ts';
import { withoutWords } from './server.ts';

let doors: Doors;
let port = 0;
const callers: Caller[] = [];
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
