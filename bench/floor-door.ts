/**
 * @module A native door that does the least a control software can do: the same hello and frames, so many bare APDUs on a
 * virtual card in this process, one line of a recorder. With none of both it is an echo.
 */

import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits, startTimeOf } from '../src/base/index.ts';
import {
  bodyReader,
  bodyWriter,
  encodeFrame,
  frameReader,
  protocolVersion,
  writeValues,
} from '../src/doors/native/frames.ts';
import { helloProof } from '../src/doors/native/proof.ts';
import type { VirtualCard } from '../src/reader/index.ts';

const select = Buffer.from('00A4040010D1580000010000000000000000001100', 'hex');
const recorderLine = 300;
const lengthOf = 'iBufferLen';

export interface FloorDoor {
  /** OPENCSHIS_HOME of the programs that measure it. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Answers every call with `answer`, and csOpenCom and csCloseCom with nothing but 0. */
export async function floorDoor(
  answer: Uint8Array,
  work: { readonly card: VirtualCard; readonly apdus: number } | undefined,
): Promise<FloorDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-floor-'));
  const token = randomBytes(32).toString('hex');
  const log = openSync(join(folder, 'recorder'), 'a');
  const serve = (socket: Socket): void => {
    socket.setNoDelay(true);
    const nonce = new Uint8Array(randomBytes(32));
    const send = (...frame: Parameters<typeof encodeFrame>) => socket.write(encodeFrame(...frame));
    const take = frameReader(
      limits.frame,
      (type, body) => {
        const reader = bodyReader(body);
        if (type === 'prove') {
          reader.raw(2);
          send('welcome', helloProof(token, 'server', nonce, reader.raw(32)));
        } else if (type === 'call') {
          const [request, name] = [reader.short(), reader.short()];
          if (work) {
            for (let at = 0; at < work.apdus; at++) work.card.process(select);
            writeSync(log, Buffer.alloc(recorderLine));
          }
          const values = name.startsWith('cs') ? {} : { pBuffer: answer, [lengthOf]: answer.length };
          const writer = bodyWriter().short(request).i32(0);
          writeValues(writer, values, (text) => Buffer.from(text, 'latin1'));
          send('answer', writer.long(new Uint8Array(0)).done());
        }
      },
      () => socket.destroy(),
    );
    socket.on('data', take);
    socket.on('error', () => socket.destroy());
    send('hello', bodyWriter().u8(protocolVersion).raw(nonce).done());
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
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
