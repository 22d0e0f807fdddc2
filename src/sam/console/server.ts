/** @module The console process's local door: control asks, the security module answers. */

import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { asFailure, type Random, say } from '../../base/index.ts';
import type { SecurityModule } from '../types.ts';
import { decodeWire, encodeWire, lineReader, sameText, wireProof } from '../wire.ts';

type Ask = { id: number; call: string; args: unknown[] };
const longest = 64 * 1024;

export async function serveSam(
  sam: SecurityModule,
  options: { path: string; token: Uint8Array; random: Random },
): Promise<{ close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // Control hears of the state with each answer, and at once when it changes by itself (a renewal that was refused).
    const send = (message: object): void => void socket.write(encodeWire({ ...message, state: sam.known?.() }));
    const stop = sam.watch?.(() => trusted && send({}));
    socket.on('close', () => {
      sockets.delete(socket);
      stop?.();
    });
    socket.on('error', () => socket.destroy());
    const nonce = Buffer.from(options.random.bytes(16)).toString('hex');
    let trusted = false;
    const open = new Map<number, (answer: Uint8Array) => Promise<Uint8Array>>();
    const calls: { readonly [name: string]: (...args: never[]) => Promise<unknown> } = {
      status: () => sam.status(),
      verify: () => sam.verify(),
      identity: () => sam.identity(),
      time: () => sam.time(),
      readyToSign: () => sam.readyToSign(),
      sign: (visit: never) => sam.sign(visit),
      identifier: (visit: never) => sam.identifier(visit),
      signPrescriptions: (visit: never, items: never) => sam.signPrescriptions(visit, items),
      authorise: (method: never, path: never, body: never) => sam.authorise(method, path, body),
      reset: () => sam.reset(),
    };
    const answer = async (ask: Ask): Promise<unknown> => {
      if (ask.call === 'authenticate') {
        const half = await sam.authenticate(ask.args[0] as never);
        open.set(ask.id, half.finish);
        if (open.size > 16) open.delete(open.keys().next().value ?? 0);
        return half.command;
      }
      if (ask.call === 'finish') {
        const [of, bytes] = ask.args as [number, Uint8Array];
        const finish = open.get(of);
        open.delete(of);
        if (finish === undefined) throw new TypeError('no such authentication');
        return finish(bytes);
      }
      const call = Object.hasOwn(calls, ask.call) ? calls[ask.call] : undefined;
      if (call === undefined) throw new TypeError('no such call');
      return call(...(ask.args as never[]));
    };
    socket.write(encodeWire({ hello: nonce }));
    socket.on(
      'data',
      lineReader(
        (text) => {
          let message: object;
          try {
            message = decodeWire(text);
          } catch {
            socket.destroy();
            return;
          }
          if (!trusted) {
            const { nonce: theirs, proof } = message as { nonce?: string; proof?: string };
            const nonces = `${nonce}|${theirs}`;
            if (typeof proof !== 'string' || !sameText(proof, wireProof(options.token, 'client', nonces))) {
              socket.destroy();
              return;
            }
            trusted = true;
            send({ proof: wireProof(options.token, 'server', nonces) });
            return;
          }
          const ask = message as Ask;
          answer(ask).then(
            (value) => send({ id: ask.id, value }),
            (error) => {
              const failure = asFailure(
                error,
                4050,
                say({ zh: '安全模組無法完成', en: 'the security module could not do it' }),
              );
              send({ id: ask.id, failure: { code: failure.code, why: failure.why, kind: failure.kind } });
            },
          );
        },
        longest,
        () => socket.destroy(),
      ),
    );
  });
  if (process.platform !== 'win32') rmSync(options.path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.path, resolve);
  });
  if (process.platform !== 'win32') chmodSync(options.path, 0o600);
  // One connection that could not be accepted (no descriptors left) does not end the others.
  server.on('error', () => undefined);
  return {
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await sam.close();
    },
  };
}
