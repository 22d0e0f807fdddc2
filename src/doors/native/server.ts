/** @module The native door: what the command line, and the library that a HIS loads, speak. */

import { timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { asFailure, type Clock, every, Failure, limits, type Random, type Say, say } from '../../base/index.ts';
import type { Role } from '../../catalogue/schema.ts';
import type { CallAnswer, Caller, InputValue, Session } from '../../control/types.ts';
import { doorJson } from '../json.ts';
import { type Connection, type DoorDependencies, deliveryOf, notThisRole, opRoles, ops } from '../ops.ts';
import {
  bodyReader,
  bodyWriter,
  encodeFrame,
  type FrameType,
  frameReader,
  protocolVersion,
  readValues,
  writeValues,
} from './frames.ts';
import { type Lives, watchLives } from './lives.ts';
import { boundTo, type PeerOf, systemPeers } from './peer.ts';
import { helloProof } from './proof.ts';
import { remoteFiles } from './remote-files.ts';

/** Roles by their byte in the hello frame. */
export const roleBytes: { readonly [byte: number]: Role } = { 1: 'program', 2: 'operator', 3: 'world' };

/** Beside the role in `prove`: answers come without words, their JSON is empty. What a library in C has no use for. */
export const withoutWords = 128;

/** Answers of one connection that wait for their acknowledgement; bytes that it has not read yet. */
const mostUndelivered = 100;
const mostUnread = 4_000_000;

export interface NativeDoor {
  readonly path: string;
  /** The second face, where it is switched on. */
  readonly tcp?: { readonly host: string; readonly port: number };
  close(): Promise<void>;
}

export async function serveNative(
  deps: DoorDependencies,
  options: {
    readonly path: string;
    readonly tokens: { readonly [role: string]: string };
    readonly clock: Clock;
    readonly random: Random;
    /** The user that this program runs as. */
    readonly user: string;
    readonly peerOf?: PeerOf;
    readonly alive?: (process: string) => boolean;
    /** Also on a loopback port, for Windows programs: any free one where it is 0. */
    readonly tcpPort?: number;
  },
): Promise<NativeDoor> {
  const sockets = new Set<Socket>();
  const peerOf = options.peerOf ?? (await systemPeers());
  const lives = watchLives(options.clock, deps.control.ended, options.alive);
  const accepting = (local: boolean) => (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (!local) socket.setNoDelay(true);
    serveOne(socket, deps, { ...options, peerOf: local ? peerOf : () => undefined, local, lives });
  };
  const server = createServer(accepting(true));
  await takePath(options.path);
  await listening(server, options.path);
  if (process.platform !== 'win32') chmodSync(options.path, 0o600);
  const second = options.tcpPort === undefined ? undefined : createServer(accepting(false));
  if (second)
    await listening(second, { host: loopback, port: options.tcpPort as number }).catch((error) => {
      server.close();
      throw error;
    });
  const address = second?.address();
  return {
    path: options.path,
    ...(address && typeof address === 'object' ? { tcp: { host: loopback, port: address.port } } : {}),
    async close() {
      for (const socket of sockets) socket.destroy();
      for (const one of [server, second]) if (one) await new Promise<void>((resolve) => one.close(() => resolve()));
      lives.close();
    },
  };
}

const loopback = '127.0.0.1';

async function listening(server: Server, at: string | { readonly host: string; readonly port: number }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(taken(typeof at === 'string' ? at : `${at.host}:${at.port}`, cause)));
    server.listen(at, () => resolve());
  });
  // One connection that could not be accepted (no descriptors left) does not end the others.
  server.on('error', () => undefined);
}

/** A socket that nobody answers on is left over and is taken away; one that answers is another program's. */
async function takePath(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const answers = await new Promise<boolean>((resolve) => {
    const probe = createConnection(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
  if (answers) throw taken(path);
  rmSync(path, { force: true });
}
const taken = (path: string, cause?: unknown): Failure =>
  new Failure(-1, {
    kind: 'port-taken',
    why: say({
      zh: `另一個程式正在使用 ${path.split(/[\\/]/).at(-1)}`,
      en: `another program is using ${path.split(/[\\/]/).at(-1)}`,
    }),
    todo: say({ zh: '請先以 opencshis stop 停止它', en: 'stop it first: opencshis stop' }),
    ...(cause === undefined ? {} : { cause }),
  });

function serveOne(
  socket: Socket,
  deps: DoorDependencies,
  options: Parameters<typeof serveNative>[1] & {
    readonly peerOf: PeerOf;
    /** Over a socket of this system's own, and not over TCP. */
    readonly local: boolean;
    readonly lives: Lives;
  },
): void {
  const { control } = deps;
  const serverNonce = options.random.bytes(32);
  let caller: Caller | undefined;
  let session: Session | undefined;
  let words = true;
  let stopWatching: (() => void) | undefined;
  let endLife: (() => void) | undefined;
  const delivered = new Map<string, () => void>();
  const running = new Map<string, Cancelling>();
  const send = (type: FrameType, body: Uint8Array): void => {
    if (!socket.writable) return;
    // One that asks and never reads would have us keep all it has not read.
    if (socket.writableLength > mostUnread) socket.destroy();
    else socket.write(encodeFrame(type, body));
  };
  const files = remoteFiles(options.clock, send);
  const json = (value: unknown): Uint8Array => Buffer.from(doorJson(value), 'utf8');
  const toBeDelivered = (id: string, mark: () => void): void => {
    delivered.set(id, mark);
    if (delivered.size > mostUndelivered) delivered.delete(delivered.keys().next().value ?? '');
  };
  const closing: (() => void)[] = [];
  const connection: Connection = {
    tell: (event) => send('event', json(event)),
    // It may have closed while the operation was still being prepared.
    onClose: (action) => (socket.destroyed ? action() : void closing.push(action)),
  };
  // A client that never says hello goes.
  const noHello = options.clock.after(limits.nativeConnect * 5, () => {
    if (caller === undefined) socket.destroy();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    noHello();
    stopWatching?.();
    files.gone();
    for (const action of closing.splice(0)) action();
    for (const one of running.values()) one.abort();
    session?.close();
    endLife?.();
  });
  send('hello', bodyWriter().u8(protocolVersion).raw(serverNonce).done());

  const prove = (body: Uint8Array): void => {
    const reader = bodyReader(body);
    const version = reader.u8();
    const asked = reader.u8();
    const role = roleBytes[asked & ~withoutWords];
    const clientNonce = reader.raw(32);
    const proof = reader.raw(32);
    const pid = reader.i32();
    const started = reader.short();
    const claimed = reader.short();
    const token = role && options.tokens[role];
    if (
      version !== protocolVersion ||
      role === undefined ||
      token === undefined ||
      !timingSafeEqual(proof, helloProof(token, 'client', serverNonce, clientNonce))
    ) {
      socket.destroy();
      return;
    }
    caller = {
      door: 'native',
      role,
      ...boundTo(options.peerOf(socket), { pid, started, program: claimed }, options.user, options.local),
    };
    words = (asked & withoutWords) === 0;
    endLife = options.lives.begin(caller.process);
    session = control.session(caller);
    send('welcome', helloProof(token, 'server', serverNonce, clientNonce));
  };

  /** Whoever waits hears each second that it is worked on, and may give up where it hears nothing. */
  const tick = (id: string, why: () => Say): (() => void) =>
    every(options.clock, limits.working, () => send('working', bodyWriter().short(id).raw(json(why())).done()));

  const call = async (body: Uint8Array): Promise<void> => {
    const reader = bodyReader(body);
    const requestId = reader.short();
    const name = reader.short();
    const values = readValues(reader);
    const inputs = values as { [param: string]: InputValue };
    for (const param of Object.keys(values)) {
      const value = values[param];
      if (typeof value !== 'object' || value instanceof Uint8Array) continue;
      inputs[param] = value.file === 'in' ? files.source(requestId, param, value.size) : files.sink(requestId, param);
    }
    const which = optionsOf(reader.rest());
    const abort = cancelling();
    running.set(requestId, abort);
    let why = atWork;
    const stop = tick(requestId, () => why);
    try {
      const answer = await (session as Session).call({
        requestId,
        name,
        inputs,
        get signal() {
          return abort.signal();
        },
        onWorking: (words) => {
          why = words;
        },
        ...which,
      });
      const writer = bodyWriter().short(requestId).i32(answer.code);
      writeValues(writer, answer.outputs, (text) => Buffer.from(text, 'latin1'));
      toBeDelivered(requestId, answer.delivered);
      send('answer', writer.long(words ? json(wordsOf(answer)) : nothing).done());
    } finally {
      stop();
      running.delete(requestId);
    }
  };

  const op = async (body: Uint8Array): Promise<void> => {
    const reader = bodyReader(body);
    const id = reader.short();
    const name = reader.short();
    const run = Object.hasOwn(ops, name) ? ops[name] : undefined;
    const answer = (value: unknown) => send('opAnswer', bodyWriter().short(id).raw(json(value)).done());
    const stop = tick(id, () => atWork);
    try {
      const parsed: unknown = JSON.parse(Buffer.from(reader.rest()).toString('utf8') || '{}');
      if (run === undefined || typeof parsed !== 'object' || parsed === null)
        throw new Failure(6018, {
          kind: 'parameter',
          why: say({ zh: '沒有這項作業', en: 'there is no such operation' }),
        });
      if (!opRoles[name]?.includes((caller as Caller).role)) throw notThisRole();
      const value = await run(deps, caller as Caller, parsed as { [name: string]: unknown }, connection);
      const mark = deliveryOf(value);
      if (mark) toBeDelivered(id, mark);
      answer({ ok: true, value });
    } catch (error) {
      const failure = asFailure(error, -1, say({ zh: '程式內部錯誤', en: 'an internal error' }));
      answer({ ok: false, failure: { code: failure.code, why: failure.why, todo: failure.todo, kind: failure.kind } });
    } finally {
      stop();
    }
  };

  const frame = (type: FrameType, body: Uint8Array): void => {
    try {
      if (caller === undefined) {
        if (type === 'prove') prove(body);
        else socket.destroy();
        return;
      }
      if (type === 'call') void call(body).catch(() => socket.destroy());
      else if (type === 'op') void op(body).catch(() => socket.destroy());
      else if (type === 'ack') {
        const id = bodyReader(body).short();
        delivered.get(id)?.();
        delivered.delete(id);
      } else if (type === 'chunk' || type === 'write') files.heard(type, body);
      else if (type === 'cancel') running.get(bodyReader(body).short())?.abort();
      else if (type === 'watch') {
        const { role } = caller;
        stopWatching ??= control.watch((event) => {
          if ((event.type === 'pin' || event.type === 'call' || event.type === 'pin-ended') && role !== 'operator')
            return;
          send('event', json(event));
        });
      } else socket.destroy();
    } catch {
      socket.destroy();
    }
  };
  socket.on(
    'data',
    frameReader(limits.frame, frame, () => socket.destroy()),
  );
}

const nothing = new Uint8Array(0);
const atWork = say({ zh: '處理中', en: 'working' });
const wordsOf = ({ delivered: _delivered, outputs: _outputs, ...rest }: CallAnswer): object => rest;

interface Cancelling {
  signal(): AbortSignal;
  abort(): void;
}
/** Few calls wait for somebody: the signal is made for those that ask for it. */
function cancelling(): Cancelling {
  let controller: AbortController | undefined;
  let aborted = false;
  return {
    signal() {
      controller ??= new AbortController();
      if (aborted) controller.abort();
      return controller.signal;
    },
    abort() {
      aborted = true;
      controller?.abort();
    },
  };
}

/** Which card is meant: `{ slot, insertion }`, behind the inputs, optional. */
function optionsOf(rest: Uint8Array): { slot?: string; insertion?: string } {
  if (rest.length === 0) return {};
  const parsed = JSON.parse(Buffer.from(rest).toString('utf8')) as { slot?: unknown; insertion?: unknown };
  return {
    ...(typeof parsed.slot === 'string' ? { slot: parsed.slot } : {}),
    ...(typeof parsed.insertion === 'string' ? { insertion: parsed.insertion } : {}),
  };
}
