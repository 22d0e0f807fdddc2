/** @module A control software that lies, keeps silent or breaks off, for what a client must survive. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { startTimeOf, systemRandom } from '../../src/base/index.ts';
import {
  bodyReader,
  bodyWriter,
  encodeFrame,
  type FrameType,
  frameReader,
  readValues,
  type WireValue,
  writeValues,
} from '../../src/doors/native/frames.ts';
import { helloProof } from '../../src/doors/native/proof.ts';
import { newFolder } from './counter.ts';

export interface FakeCall {
  readonly id: string;
  readonly name: string;
  readonly inputs: { readonly [param: string]: number | Uint8Array | object };
  /** Which connection it came by, from 1. */
  readonly connection: number;
  send(type: FrameType, body: Uint8Array): void;
  /** Bytes that need be no frame. */
  raw(bytes: Uint8Array): void;
  answer(code: number, outputs?: { readonly [param: string]: WireValue }): void;
  working(): void;
  hangUp(): void;
}

export interface FakeDaemon {
  readonly folder: string;
  readonly calls: FakeCall[];
  readonly acks: string[];
  /** Every other frame that came after the hello: type and body. */
  readonly others: { readonly type: FrameType; readonly body: Uint8Array }[];
  readonly connections: () => number;
  close(): Promise<void>;
}

export async function fakeDaemon(
  onCall: (call: FakeCall) => void,
  options: {
    /** What it does with a new connection in place of its hello. */
    readonly instead?: (socket: Socket) => void;
    /** It does not know the token. */
    readonly impostor?: boolean;
    readonly discovery?: object;
    readonly tcp?: boolean;
    readonly folder?: string;
  } = {},
): Promise<FakeDaemon> {
  const folder = options.folder ?? newFolder();
  const token = Buffer.from(systemRandom.bytes(32)).toString('hex');
  const path = join(folder, 'run', 'native.sock');
  mkdirSync(join(folder, 'run'), { recursive: true, mode: 0o700 });
  const calls: FakeCall[] = [];
  const acks: string[] = [];
  const others: { type: FrameType; body: Uint8Array }[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.unref();
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    const connection = ++connections;
    if (options.instead) return options.instead(socket);
    const send = (type: FrameType, body: Uint8Array): void => void socket.write(encodeFrame(type, body));
    const nonce = systemRandom.bytes(32);
    send('hello', bodyWriter().u8(1).raw(nonce).done());
    const frame = (type: FrameType, body: Uint8Array): void => {
      const reader = bodyReader(body);
      if (type === 'prove') {
        reader.u8();
        reader.u8();
        const theirs = reader.raw(32);
        send('welcome', options.impostor ? systemRandom.bytes(32) : helloProof(token, 'server', nonce, theirs));
      } else if (type === 'ack') acks.push(reader.short());
      else if (type === 'call') {
        const id = reader.short();
        const call: FakeCall = {
          id,
          name: reader.short(),
          inputs: readValues(reader),
          connection,
          send,
          raw: (bytes) => void socket.write(bytes),
          answer(code, outputs = {}) {
            const writer = bodyWriter().short(id).i32(code);
            writeValues(writer, outputs, (text) => Buffer.from(text, 'latin1'));
            send('answer', writer.long(new Uint8Array(0)).done());
          },
          working: () => send('working', bodyWriter().short(id).raw(Buffer.from('{}')).done()),
          hangUp: () => socket.destroy(),
        };
        calls.push(call);
        onCall(call);
      } else others.push({ type, body });
    };
    socket.on(
      'data',
      frameReader(1 << 20, frame, () => socket.destroy()),
    );
  });
  await listen(server, options.tcp ? 0 : path);
  // A test that failed before its end does not keep the others waiting.
  server.unref();
  const address = server.address();
  const discovery = {
    v: 1,
    pid: process.pid,
    started: startTimeOf(process.pid) ?? '?',
    native: path,
    ...(options.tcp && address && typeof address === 'object'
      ? { tcp: { host: '127.0.0.1', port: address.port } }
      : {}),
    url: 'http://127.0.0.1:1',
    tokens: { program: token, operator: '0'.repeat(64) },
    profile: '5.1',
    version: '0.0.0',
    world: 'fake',
    simulated: true,
    ...options.discovery,
  };
  writeFileSync(join(folder, 'run', 'discovery.json'), JSON.stringify(discovery), { mode: 0o600 });
  return {
    folder,
    calls,
    acks,
    others,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const listen = (server: Server, at: string | number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    typeof at === 'string' ? server.listen(at, () => resolve()) : server.listen(at, '127.0.0.1', () => resolve());
  });
