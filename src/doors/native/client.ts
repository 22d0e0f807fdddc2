/** @module The native door's other side, for the command line, tests and scripts on this machine. */

import { timingSafeEqual } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { type Clock, Failure, limits, type Random, say, systemClock, systemRandom, uuid } from '../../base/index.ts';
import { encodeBig5 } from '../../codec/index.ts';
import type { CallAnswer, ControlEvent, FileSink, FileSource, InputValue } from '../../control/types.ts';
import { openCallerFiles } from './caller-files.ts';
import {
  bodyReader,
  bodyWriter,
  encodeFrame,
  type FrameType,
  filePart,
  frameReader,
  protocolVersion,
  readValues,
  type WireValue,
  writeValues,
} from './frames.ts';
import { helloProof } from './proof.ts';

export type RemoteAnswer = Omit<CallAnswer, 'delivered'>;

export interface NativeClient {
  /** A file is given as its path (opened by this process), as bytes, or as a `FileSource` or `FileSink`. */
  call(
    name: string,
    inputs?: { readonly [param: string]: InputValue },
    options?: {
      requestId?: string;
      onWorking?: (why: { zh: string; en: string }) => void;
      ack?: boolean;
      slot?: string;
      insertion?: string;
    },
  ): Promise<RemoteAnswer>;
  op<T = unknown>(name: string, body?: { readonly [name: string]: unknown }): Promise<T>;
  watch(listener: (event: ControlEvent) => void): void;
  /** Starts a trace: its header, and each line as it comes, until the connection closes. */
  record(options: { readonly withData: boolean }, line: (line: unknown) => void): Promise<unknown>;
  onClose(listener: () => void): void;
  close(): void;
}

const nothing = new Uint8Array(0);
/** Files by what is said of them; the rest as it is. */
const wireValues = (inputs: { readonly [param: string]: InputValue }): { [param: string]: WireValue } =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]): [string, WireValue] => {
      if (typeof value !== 'object' || value instanceof Uint8Array) return [name, value];
      const file = value as Partial<FileSource & FileSink>;
      if (typeof file.read === 'function') return [name, { file: 'in', size: file.size ?? -1 }];
      return typeof file.write === 'function' ? [name, { file: 'out' }] : [name, value as never];
    }),
  );
const roles = { program: 1, operator: 2, world: 3 } as const;

/** Connects and proves itself; fails with -1, kind `no-daemon`, within a second. */
export function connectNative(options: {
  path: string;
  token: string;
  role: keyof typeof roles;
  process?: string;
  clock?: Clock;
  random?: Random;
}): Promise<NativeClient> {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(options.path);
    const nonce = random.bytes(32);
    let serverNonce: Uint8Array | undefined;
    let welcomed = false;
    const calls = new Map<
      string,
      {
        resolve(answer: RemoteAnswer): void;
        reject(error: unknown): void;
        working?: ((why: { zh: string; en: string }) => void) | undefined;
        ack: boolean;
        files: ReadonlyMap<string, FileSource | FileSink>;
        touch(): void;
      }
    >();
    const asked = new Map<string, { resolve(value: never): void; reject(error: unknown): void; touch(): void }>();
    /** Gives up after a silence; called again, the silence begins anew. */
    const patience = (given: () => void) => {
      let stop = (): void => {};
      const touch = (): void => {
        stop();
        stop = clock.after(limits.nativeSilence, given);
      };
      touch();
      return { touch, stop: () => stop() };
    };
    const watchers = new Set<(event: ControlEvent) => void>();
    const closed = new Set<() => void>();
    let recording: ((line: unknown) => void) | undefined;
    const cancel = clock.after(limits.nativeConnect, () => socket.destroy());
    const end = (): void => {
      cancel();
      reject(noDaemon());
      for (const one of calls.values()) one.reject(lost());
      for (const one of asked.values()) one.reject(lost());
      calls.clear();
      asked.clear();
      for (const listener of closed) listener();
    };
    socket.on('error', end);
    socket.on('close', end);

    const client: NativeClient = {
      call(name, inputs = {}, more = {}) {
        const requestId = more.requestId ?? uuid(random);
        const opened = openCallerFiles(name, inputs, random);
        const writer = bodyWriter().short(requestId).short(name);
        writeValues(writer, wireValues(opened.inputs), (text) => encodeBig5(text));
        const which = {
          ...(more.slot ? { slot: more.slot } : {}),
          ...(more.insertion ? { insertion: more.insertion } : {}),
        };
        if (Object.keys(which).length > 0) writer.raw(Buffer.from(JSON.stringify(which)));
        return new Promise<RemoteAnswer>((done, failed) => {
          // The deadline runs from the last frame that said "working".
          const { touch, stop } = patience(() => {
            calls.delete(requestId);
            opened.finish(false);
            failed(lost());
          });
          calls.set(requestId, {
            resolve: (answer) => {
              stop();
              try {
                opened.finish(answer.code === 0);
                done(answer);
              } catch (error) {
                failed(error);
              }
            },
            reject: (error) => {
              stop();
              opened.finish(false);
              failed(error);
            },
            working: more.onWorking,
            ack: more.ack !== false,
            files: opened.files,
            touch,
          });
          socket.write(encodeFrame('call', writer.done()));
        });
      },
      op(name, body = {}) {
        const id = uuid(random);
        return new Promise((done, failed) => {
          const { touch, stop } = patience(() => {
            asked.delete(id);
            failed(lost());
          });
          asked.set(id, {
            resolve: (value) => {
              stop();
              done(value);
            },
            reject: (error) => {
              stop();
              failed(error);
            },
            touch,
          });
          socket.write(
            encodeFrame(
              'op',
              bodyWriter()
                .short(id)
                .short(name)
                .raw(Buffer.from(JSON.stringify(body)))
                .done(),
            ),
          );
        });
      },
      watch(listener) {
        watchers.add(listener);
        socket.write(encodeFrame('watch', new Uint8Array(0)));
      },
      record(wanted, line) {
        recording = line;
        return client.op('record', wanted);
      },
      onClose: (listener) => void closed.add(listener),
      close: () => socket.destroy(),
    };

    socket.on(
      'data',
      frameReader(
        16 * 1024 * 1024,
        guarded((type, body) => {
          const reader = bodyReader(body);
          if (type === 'hello') {
            if (serverNonce !== undefined || reader.u8() !== protocolVersion) return void socket.destroy();
            serverNonce = reader.raw(32);
            const [pid = String(process.pid), started = String(Math.round(performance.timeOrigin))] = (
              options.process ?? ''
            )
              .split('/')
              .filter(Boolean);
            const hello = bodyWriter()
              .u8(protocolVersion)
              .u8(roles[options.role])
              .raw(nonce)
              .raw(helloProof(options.token, 'client', serverNonce, nonce))
              .i32(Number(pid))
              .short(started)
              .short(process.execPath.slice(-200));
            socket.write(encodeFrame('prove', hello.done()));
          } else if (type === 'welcome') {
            // Whoever took the path and does not know the token learns nothing: it has not proved itself.
            const expected = serverNonce && helloProof(options.token, 'server', serverNonce, nonce);
            if (body.length !== expected?.length || !timingSafeEqual(body, expected)) return void socket.destroy();
            cancel();
            welcomed = true;
            resolve(client);
          } else if (type === 'working') {
            const id = reader.short();
            asked.get(id)?.touch();
            const one = calls.get(id);
            one?.touch();
            one?.working?.(JSON.parse(Buffer.from(reader.rest()).toString('utf8')));
          } else if (type === 'chunk' || type === 'write') {
            filePiece(type, body).catch(() => socket.destroy());
          } else if (type === 'answer') {
            const requestId = reader.short();
            reader.i32();
            const outputs = readValues(reader) as RemoteAnswer['outputs'];
            const rest = JSON.parse(Buffer.from(reader.long()).toString('utf8')) as Omit<RemoteAnswer, 'outputs'>;
            const one = calls.get(requestId);
            calls.delete(requestId);
            one?.resolve({ ...rest, outputs });
            if (one?.ack) socket.write(encodeFrame('ack', bodyWriter().short(requestId).done()));
          } else if (type === 'opAnswer') {
            const id = reader.short();
            const answer = JSON.parse(Buffer.from(reader.rest()).toString('utf8')) as {
              ok: boolean;
              value?: never;
              failure?: {
                code: number;
                why: { zh: string; en: string };
                todo?: { zh: string; en: string };
                kind?: string;
              };
            };
            const one = asked.get(id);
            asked.delete(id);
            // Once it is here it has been delivered.
            if (one) socket.write(encodeFrame('ack', bodyWriter().short(id).done()));
            if (answer.ok) one?.resolve(answer.value as never);
            else if (answer.failure)
              one?.reject(
                new Failure(answer.failure.code, {
                  why: answer.failure.why,
                  ...(answer.failure.todo ? { todo: answer.failure.todo } : {}),
                  ...(answer.failure.kind ? { kind: answer.failure.kind } : {}),
                }),
              );
          } else if (type === 'event') {
            const event = JSON.parse(Buffer.from(body).toString('utf8')) as
              | ControlEvent
              | { type: 'trace'; line: unknown };
            if (event.type === 'trace') return recording?.(event.line);
            for (const listener of watchers) listener(event);
          }
        }),
        () => socket.destroy(),
      ),
    );

    /** A piece of a file that the daemon asks for, or hands over; a call that nobody waits for any more has none. */
    async function filePiece(type: 'chunk' | 'write', body: Uint8Array): Promise<void> {
      const reader = bodyReader(body);
      const requestId = reader.short();
      const param = reader.short();
      const offset = reader.u64();
      const one = calls.get(requestId);
      one?.touch();
      const file = one?.files.get(param);
      const answer = bodyWriter().short(requestId).short(param);
      if (type === 'chunk') {
        const length = Math.min(reader.i32(), filePart);
        const bytes = file && 'read' in file ? await file.read(offset, length).catch(() => nothing) : nothing;
        answer.u64(offset).raw(bytes);
      } else {
        const bytes = reader.rest();
        const written =
          file && 'write' in file
            ? await file.write(offset, bytes).then(
                () => true,
                () => false,
              )
            : false;
        answer.u64(written ? offset + bytes.length : -1);
      }
      if (!socket.destroyed) socket.write(encodeFrame(type, answer.done()));
    }

    /** Before it has proved itself the other side may only say hello and welcome; what cannot be read ends it. */
    function guarded(heard: (type: FrameType, body: Uint8Array) => void) {
      return (type: FrameType, body: Uint8Array): void => {
        if (socket.destroyed) return;
        if (!welcomed && type !== 'hello' && type !== 'welcome') return void socket.destroy();
        try {
          heard(type, body);
        } catch (error) {
          // What cannot be read; a listener's own mistake is its own.
          socket.destroy();
          if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
        }
      };
    }
  });
}

export const noDaemon = (): Failure =>
  new Failure(-1, {
    kind: 'no-daemon',
    why: say({ zh: '控制軟體沒有在執行', en: 'the control software is not running' }),
    todo: say({ zh: '請執行 opencshis start', en: 'run opencshis start' }),
  });
const lost = (): Failure =>
  new Failure(4000, {
    kind: 'daemon-lost',
    why: say({ zh: '與控制軟體的連線中斷', en: 'the connection to the control software broke' }),
    todo: say({
      zh: '請再呼叫一次；已完成的就醫會得到同一個回覆',
      en: 'call again: a visit that was done is answered with the same answer',
    }),
  });
