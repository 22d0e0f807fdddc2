/** @module The cloud SAM as control holds it: calls to its console process, each with a deadline, reconnected when needed. */

import { connect, type Socket } from 'node:net';
import { type Clock, Failure, limits, type Random, say } from '../base/index.ts';
import type { SamIdentity, SamState, SamStatus, SecurityModule } from './types.ts';
import { decodeWire, encodeWire, lineReader, sameText, wireProof } from './wire.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

export function samClient(options: {
  path: string;
  token: Uint8Array;
  clock: Clock;
  random: Random;
  offlineMode: () => 'official' | 'delegated';
}): SecurityModule {
  const { clock, random } = options;
  let socket: Promise<Socket> | undefined;
  let current: Socket | undefined;
  let serial = 0;
  /** Heard from the console, forgotten with the connection. */
  let state: SamState | undefined;
  const waiting = new Map<number, Waiting>();

  const open = (): Promise<Socket> =>
    new Promise<Socket>((resolve, reject) => {
      const nonce = Buffer.from(random.bytes(16)).toString('hex');
      const one = connect(options.path);
      let nonces = '';
      let ready = false;
      const cancel = clock.after(limits.samConnect, () => one.destroy(new Error('time-out')));
      const end = (cause?: unknown) => {
        cancel();
        if (current === one) {
          current = undefined;
          socket = undefined;
          state = undefined;
          for (const each of waiting.values()) each.reject(away(cause));
          waiting.clear();
        }
        if (!ready) reject(away(cause));
      };
      one.on('error', end);
      one.on('close', () => end());
      one.on(
        'data',
        lineReader(
          (text) => {
            let heard: object;
            try {
              heard = decodeWire(text);
            } catch (cause) {
              one.destroy(cause as Error);
              return;
            }
            const message = heard as {
              hello?: string;
              proof?: string;
              id?: number;
              state?: SamState;
              value?: unknown;
              failure?: { code: number; why: { zh: string; en: string }; kind?: string };
            };
            if (ready) state = message.state;
            if (message.hello !== undefined) {
              nonces = `${message.hello}|${nonce}`;
              one.write(encodeWire({ nonce, proof: wireProof(options.token, 'client', nonces) }));
            } else if (!ready) {
              if (!sameText(String(message.proof), wireProof(options.token, 'server', nonces))) {
                one.destroy(new Error('not our console'));
                return;
              }
              ready = true;
              cancel();
              current = one;
              state = message.state;
              // An idle connection does not keep the process alive.
              one.unref();
              resolve(one);
            } else {
              const each = waiting.get(message.id ?? -1);
              waiting.delete(message.id ?? -1);
              if (message.failure)
                each?.reject(
                  new Failure(message.failure.code, {
                    why: message.failure.why,
                    ...(message.failure.kind ? { kind: message.failure.kind } : {}),
                  }),
                );
              else each?.resolve(message.value);
            }
          },
          256 * 1024,
          () => one.destroy(),
        ),
      );
    });
  const call = async <T>(name: string, ...args: unknown[]): Promise<T> => (await ask<T>(name, args)).value;
  const ask = async <T>(name: string, args: unknown[]): Promise<{ id: number; value: T }> => {
    socket ??= open().catch((error) => {
      socket = undefined;
      throw error;
    });
    const one = await socket;
    const id = ++serial;
    const value = await new Promise<T>((resolve, reject) => {
      const cancel = clock.after(limits.samCall + limits.centreCall, () => {
        waiting.delete(id);
        reject(away());
      });
      waiting.set(id, {
        resolve: (result) => {
          cancel();
          resolve(result as T);
        },
        reject: (error) => {
          cancel();
          reject(error);
        },
      });
      one.write(encodeWire({ id, call: name, args }));
    });
    return { id, value };
  };
  return {
    known: () => state,
    status: () =>
      call<SamStatus>('status').catch(
        (): SamStatus => ({
          state: 0,
          kind: 'cloud',
          online: false,
          offlineMode: options.offlineMode(),
          simulated: true,
        }),
      ),
    verify: () => call('verify'),
    identity: () => call<SamIdentity>('identity'),
    time: () => call<number>('time'),
    readyToSign: () => call('readyToSign'),
    sign: (visit) => call<Uint8Array>('sign', visit),
    identifier: (visit) => call<string | undefined>('identifier', visit),
    signPrescriptions: (visit, items) => call<Uint8Array[]>('signPrescriptions', visit, items),
    authorise: (method, path, body) => call<string>('authorise', method, path, body),
    async authenticate(card) {
      const { id, value } = await ask<Uint8Array>('authenticate', [card]);
      return { command: value, finish: (answer) => call<Uint8Array>('finish', id, answer) };
    },
    reset: () => call('reset'),
    async close() {
      current?.destroy();
    },
  };
}

const away = (cause?: unknown): Failure =>
  new Failure(4050, {
    kind: 'sam-away',
    why: say({ zh: '雲端安全模組主控台沒有回應', en: "the cloud security module's console does not answer" }),
    todo: say({
      zh: '請稍候再試，或呼叫 csSoftwareReset(0) 重啟主控台',
      en: 'try again shortly, or restart it by csSoftwareReset(0)',
    }),
    ...(cause === undefined ? {} : { cause }),
  });
