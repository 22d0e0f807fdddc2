// deadline: 180 s
// The running daemon under a crowd: idle and slow connections, endless bodies, frames without end. It keeps answering.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect as dial, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { connect, startDetached, stopWorld } from '../src/main/daemon.ts';
import { type Discovery, processesFile } from '../src/main/home.ts';
import { newWorldFolder } from '../test/support/counter.ts';
import { ask, raw, statusOf, until } from '../test/support/doors.ts';

let folder: string;
let found: Discovery;
let port: number;
before(async () => {
  process.env.OPENCSHIS_PCSC = 'off';
  folder = newWorldFolder();
  found = await startDetached(folder);
  port = Number(new URL(found.url).port);
});
after(async () => {
  await stopWorld(folder);
});

const control = (): number =>
  (JSON.parse(readFileSync(join(folder, processesFile), 'utf8')) as { control: { pid: number } }).control.pid;
/** What the control software's process holds in memory, in MiB; undefined where the system does not say. */
const memory = (): number | undefined => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${control()}/status`, 'latin1'))?.[1]) / 1024;
  } catch {
    return undefined;
  }
};
/** Another client, while the crowd is there: HTTP and the native door answer, and the same process as before. */
let pid = 0;
async function others(): Promise<void> {
  if (pid === 0) pid = control();
  for (let round = 0; round < 5; round++) {
    assert.equal((await ask({ port }, 'GET', '/healthz')).status, 200);
    const status = await ask({ port }, 'GET', '/api/v1/status', {
      headers: { 'x-opencshis-token': found.tokens.program ?? '' },
    });
    assert.equal(status.status, 200);
    const native = await connect(folder, 'program');
    assert.ok((await native.call('csGetVersion')).code > 0);
    native.close();
  }
  assert.equal(control(), pid, 'it was never started again');
}
function crowd(size: number, begin: (socket: Socket) => void = () => undefined) {
  const sockets: Socket[] = [];
  let closed = 0;
  let opened = 0;
  for (let index = 0; index < size; index++) {
    const socket = dial(port, '127.0.0.1', () => {
      opened += 1;
      begin(socket);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      closed += 1;
    });
    sockets.push(socket);
  }
  return {
    sockets,
    closed: () => closed,
    all: () => until('all of them are there', () => opened + closed >= size),
    leave: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
const json = (token: string | undefined, length: number | string): string =>
  `Host: 127.0.0.1:${port}\r\nX-OpenCSHIS-Token: ${token}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n`;

test('1,500 connections that say nothing keep nobody out', async () => {
  const idle = crowd(1500);
  await idle.all();
  await others();
  await until('the oldest made room', () => idle.closed() >= 900);
  idle.leave();
});

test('300 requests that never come to an end keep nobody out, and are ended', async () => {
  const heads = crowd(100, (socket) => void socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0'));
  const bodies = crowd(
    100,
    (socket) => void socket.write(`POST /api/v1/register HTTP/1.1\r\n${json(found.tokens.program, 100)}\r\n{"tr`),
  );
  const open = crowd(
    100,
    (socket) =>
      void socket.write(
        `POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
      ),
  );
  await Promise.all([heads.all(), bodies.all(), open.all()]);
  const drip = setInterval(() => {
    for (const socket of heads.sockets) socket.write('.');
  }, 200);
  await others();
  await until('they are ended', () => heads.closed() + bodies.closed() + open.closed() === 300);
  clearInterval(drip);
});

test('100 MB of a body are not taken in, said or unsaid', async () => {
  const before = memory();
  const part = Buffer.alloc(65_536, 0x20);
  const flood = async (head: string, wrap: (part: Buffer) => Buffer): Promise<string> => {
    const socket = dial(port, '127.0.0.1');
    let said = '';
    let closed = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      said += data.toString('latin1');
    });
    socket.on('close', () => {
      closed = true;
    });
    socket.write(head);
    for (let sent = 0; sent < 100_000_000 && !closed; sent += part.length) {
      if (!socket.write(wrap(part)))
        await Promise.race([new Promise((go) => socket.once('drain', go)), until('closed', () => closed)]);
    }
    await until('closed', () => closed);
    return said;
  };
  const post = 'POST /api/v1/call/csGetVersion HTTP/1.1\r\n';
  const chunked = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
  for (const [head, wrap] of [
    [`${post}${json(found.tokens.program, 100_000_000)}\r\n`, (bytes: Buffer) => bytes],
    [`${post}${json(found.tokens.program, 10).replace(/Content-Length.*/, 'Transfer-Encoding: chunked')}\r\n`, chunked],
    [`${post}${json(found.tokens.program, 100)}\r\n`, (bytes: Buffer) => bytes],
    [`${post}X-Long: `, (bytes: Buffer) => Buffer.from(bytes.map(() => 0x78))],
  ] as const) {
    const said = await flood(head, wrap);
    assert.ok(said === '' || statusOf(said) >= 400, said.slice(0, 200));
    await others();
  }
  const later = memory();
  if (before !== undefined && later !== undefined)
    assert.ok(later - before < 80, `${Math.round(before)} MiB before, ${Math.round(later)} after`);
});

test('1,000 bad bodies in a row change nothing for the others', async () => {
  const bodies = [
    `{"a":${'['.repeat(8000)}`,
    '{"__proto__":{"role":"operator"}}',
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
    `{"a":"${'\\u0000'.repeat(2500)}"}`,
    '9'.repeat(16_000),
  ];
  for (let round = 0; round < 20; round++)
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const answer = await ask({ port }, 'POST', '/api/v1/call/csGetVersion', {
          headers: { 'content-type': 'application/json', 'x-opencshis-token': found.tokens.program ?? '' },
          body: bodies[index % bodies.length] ?? '',
        });
        assert.ok(
          answer.status === 400 || answer.json?.failure?.code === 6018 || answer.json?.code === 6018,
          answer.text,
        );
      }),
    );
  await others();
});

const events = () =>
  new WebSocket(`ws://127.0.0.1:${port}/api/v1/events`, {
    headers: { 'x-opencshis-token': found.tokens.program ?? '' },
  });

test('WebSocket frames: too large, in too many parts, unmasked or of no kind end their own connection', async () => {
  const watcher = events();
  await new Promise((resolve) => watcher.once('open', resolve));
  let watcherClosed = false;
  watcher.on('close', () => {
    watcherClosed = true;
  });
  const handshake = `GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-OpenCSHIS-Token: ${found.tokens.program}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
  const masked = (head: number, payload: Buffer) =>
    Buffer.concat([Buffer.from([head, 0x80 | 126, payload.length >> 8, payload.length & 255, 0, 0, 0, 0]), payload]);
  const bad: Buffer[][] = [
    [Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0])],
    [masked(0x82, Buffer.alloc(9000))],
    [masked(0x02, Buffer.alloc(4000)), masked(0x00, Buffer.alloc(4000)), masked(0x00, Buffer.alloc(4000))],
    [Buffer.from([0x82, 0x01, 0x41])],
    [Buffer.from([0x8f, 0x80, 0, 0, 0, 0])],
    [masked(0x81, Buffer.from([0xff, 0xfe]))],
    [masked(0x00, Buffer.from('continued what?'))],
  ];
  for (const frames of bad) {
    const socket = dial(port, '127.0.0.1', () => socket.write(handshake));
    let said = '';
    let closed = false;
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      said += part.toString('latin1');
    });
    socket.on('close', () => {
      closed = true;
    });
    await until('it is let in', () => said.includes('101 Switching'));
    for (const frame of frames) socket.write(frame);
    await until('it is ended', () => closed);
  }
  // Small parts in great number are nothing that we keep.
  const chatty = events();
  await new Promise((resolve) => chatty.once('open', resolve));
  for (let index = 0; index < 5000; index++) chatty.send('x'.repeat(100));
  await others();
  chatty.terminate();
  assert.equal(watcherClosed, false, 'the others stay');
  watcher.terminate();
});

test('500 refused upgrades leave no connection open', async () => {
  const refused = crowd(
    500,
    (socket) =>
      void socket.write(
        `GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: https://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      ),
  );
  for (const socket of refused.sockets) socket.resume();
  await until('all are ended', () => refused.closed() === 500);
  await others();
});

test('200 connections of the native door that never say hello keep nobody out', async () => {
  const sockets = Array.from({ length: 200 }, () => dial(found.native).on('error', () => undefined));
  let closed = 0;
  for (const socket of sockets)
    socket.on('close', () => {
      closed += 1;
    });
  for (const socket of sockets.slice(0, 100)) socket.write(Buffer.from([0, 0, 1, 0, 2]));
  await others();
  for (const socket of sockets) socket.resume();
  await until('they are dropped', () => closed === 200);
});

test('a refusal is the same whoever crowds', async () => {
  assert.equal(
    statusOf(await raw(port, 'GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')),
    403,
  );
});
