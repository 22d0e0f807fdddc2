/**
 * @module A native door that does the least a control software can do: the same hello and frames, the very APDUs of a
 * recorded call on cards in this process, its signatures, its durable lines, one line of a recorder. Its frames are read
 * and written here by hand: nothing of the product's door, kernel or readers works in it. Without work it is an echo.
 */

import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTimeOf } from '../src/base/index.ts';
import { helloProof } from '../src/doors/native/proof.ts';
import type { Recorded, Recording } from './recorded.ts';

const recorderLine = 300;
const [hello, prove, welcome, call, answer] = [1, 2, 3, 4, 6];
/** What a prescription signature is made over: 61 bytes of the item, and whose it is. */
const signed = Buffer.alloc(105);

export interface FloorDoor {
  /** OPENCSHIS_HOME of the programs that measure it. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Answers what was recorded, and all else with nothing but 0. */
export async function floorDoor(recording: Recording, work: boolean): Promise<FloorDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-floor-'));
  const token = randomBytes(32).toString('hex');
  const log = openSync(join(folder, 'recorder'), 'a');
  const journal = openSync(join(folder, 'journal'), 'a');
  const key = createSecretKey(randomBytes(32));
  const done = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const durable = (bytes: number): void => {
    writeSync(journal, Buffer.alloc(bytes));
    fsyncSync(journal);
  };
  const does = ({ steps, journal: [promised, ended], macs }: Recorded): void => {
    // The promise stands before the card is written; what was read before it costs the same behind it.
    for (let mac = 0; mac < macs; mac++) createHmac('sha256', key).update(signed).digest();
    if (promised !== undefined) durable(promised);
    recording.replay(steps);
    if (ended !== undefined) durable(ended);
    writeSync(log, Buffer.alloc(recorderLine));
  };
  const serve = (socket: Socket): void => {
    socket.setNoDelay(true);
    const nonce = new Uint8Array(randomBytes(32));
    const send = (type: number, ...parts: Uint8Array[]): void => {
      const length = parts.reduce((sum, part) => sum + part.length, 1);
      const frame = Buffer.allocUnsafe(4 + length);
      let at = frame.writeUInt32BE(length);
      frame[at++] = type;
      for (const part of parts) {
        frame.set(part, at);
        at += part.length;
      }
      socket.write(frame);
    };
    const frame = (type: number, body: Buffer): void => {
      if (type === prove) send(welcome, helloProof(token, 'server', nonce, body.subarray(2, 34)));
      if (type !== call) return;
      const idEnd = 1 + (body[0] ?? 0);
      const name = body.toString('latin1', idEnd + 1, idEnd + 1 + (body[idEnd] ?? 0));
      const recorded = recording.calls[name];
      if (recorded && work) does(recorded);
      send(answer, body.subarray(0, idEnd), recorded?.answer ?? done);
    };
    let rest: Buffer = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
      while (rest.length >= 4) {
        const end = 4 + rest.readUInt32BE(0);
        if (rest.length < end) return;
        const whole = rest;
        rest = rest.subarray(end);
        frame(whole[4] ?? 0, whole.subarray(5, end));
      }
    });
    socket.on('error', () => socket.destroy());
    send(hello, Uint8Array.of(1), nonce);
  };
  const tcp = createServer(serve);
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const local = createServer(serve);
  const native = join(folder, 'native.sock');
  await new Promise<void>((resolve) => local.listen(native, resolve));
  const address = tcp.address();
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  const discovery = {
    v: 1,
    pid: process.pid,
    started: startTimeOf(process.pid) ?? '?',
    native,
    tcp: { host: '127.0.0.1', port: typeof address === 'object' ? address?.port : 0 },
    tokens: { program: token },
    profile: '5.1',
    version: '0.0.0',
    world: 'floor',
    simulated: true,
  };
  writeFileSync(join(folder, 'run/discovery.json'), JSON.stringify(discovery), { mode: 0o600 });
  return {
    folder,
    async close() {
      for (const server of [tcp, local]) {
        server.close();
        if ('closeAllConnections' in server) (server as { closeAllConnections(): void }).closeAllConnections();
      }
      closeSync(log);
      closeSync(journal);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
