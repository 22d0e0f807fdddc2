/** @module A counter with both its doors open, in this process, for tests that come in from outside. */

import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { type Clock, systemClock, systemRandom } from '../../src/base/index.ts';
import { thisMachine } from '../../src/care/index.ts';
import type { Role } from '../../src/catalogue/schema.ts';
import { type HttpDoor, serveHttp } from '../../src/doors/http/index.ts';
import {
  createIdentity,
  createOrigins,
  createTokens,
  type DoorDependencies,
  type Origins,
} from '../../src/doors/index.ts';
import { serveNative } from '../../src/doors/native/index.ts';
import { consoleAssets } from '../../src/main/console-assets.ts';
import { composeDoctor } from '../../src/main/doctor.ts';
import { composeSupport } from '../../src/main/support.ts';
import { worldControl } from '../../src/main/world-control.ts';
import { newCounter } from './counter.ts';

/** Whose pages are let in at a counter of the tests. */
export const pageOrigin = 'https://his.example';

/** As an operator would after having compared the code; the page's token. */
export function letIn(origins: Origins, origin: string): string {
  const token = Buffer.from(systemRandom.bytes(32)).toString('hex');
  const code = String(origins.list().length).padStart(6, '0');
  if (!origins.ask(origin, 'page', { code, token }) || !origins.accept(code)) throw new Error(`not let in: ${origin}`);
  return token;
}

export interface DoorOptions {
  /** A world that is there already. */
  readonly folder?: string;
  readonly clock?: Clock;
  /** Told which processes the native door has found gone. */
  readonly ended?: (process: string) => void;
  readonly native?: Partial<Omit<Parameters<typeof serveNative>[1], 'path' | 'tokens'>>;
}

/** Every APDU that reached a virtual card goes to `apdus`. */
export async function openDoors(options: DoorOptions = {}) {
  const counter = await newCounter({}, options.folder);
  const apdus: Uint8Array[] = [];
  const { readers } = counter;
  const insert = readers.insert.bind(readers);
  readers.insert = (slot, card) =>
    insert(slot, {
      ...card,
      process(command) {
        apdus.push(command);
        return card.process(command);
      },
    });
  const { ended } = counter.control;
  counter.control.ended = (process) => {
    options.ended?.(process);
    ended(process);
  };
  const clock = options.clock ?? systemClock;
  const tokens = createTokens(clock, systemRandom);
  const origins = createOrigins(clock, systemRandom);
  const deps: DoorDependencies = {
    control: counter.control,
    random: systemRandom,
    origins,
    world: worldControl(counter.world, counter),
    newLink: tokens.newCode,
    recorder: counter.recorder,
    doctor: composeDoctor(counter.folder, counter.world.store, counter.control),
    support: composeSupport(counter.folder, thisMachine, counter.world.store, {
      status: () => counter.control.status(),
      trace: async () => counter.control.trace(),
      journal: () => counter.control.journal({}),
    }),
  };
  const http = await serveHttp(deps, {
    port: 0,
    tokens,
    identity: createIdentity(),
    clock,
    version: '0.0.0',
    profile: '5.1',
    spool: join(counter.folder, 'run'),
    assets: consoleAssets,
  });
  const native = await serveNative(deps, {
    path: join(counter.folder, 'run', 'native.sock'),
    tokens: tokens.byRole,
    clock,
    random: systemRandom,
    user: 'tester',
    ...options.native,
  });
  const pageToken = letIn(origins, pageOrigin);
  const token = (role: Role | 'none'): Record<string, string> => {
    if (role === 'none') return {};
    return role === 'page'
      ? { 'x-opencshis-token': pageToken, origin: pageOrigin }
      : { 'x-opencshis-token': tokens.byRole[role] };
  };
  return {
    ...counter,
    apdus,
    tokens,
    origins,
    pageToken,
    token,
    deps,
    http,
    native,
    ask: (method: string, path: string, asked: AskOptions = {}) => ask(http, method, path, asked),
    /** A call as a program would make it. */
    post: (role: Role | 'none', path: string, body: object = {}) =>
      ask(http, 'POST', path, {
        headers: { 'content-type': 'application/json', ...token(role) },
        body: JSON.stringify(body),
      }),
    get: (role: Role | 'none', path: string) => ask(http, 'GET', path, { headers: token(role) }),
    async close() {
      await Promise.all([http.close(), native.close()]);
      await counter.close();
    },
  };
}
export type Doors = Awaited<ReturnType<typeof openDoors>>;

export interface AskOptions {
  readonly headers?: { readonly [name: string]: string | readonly string[] };
  readonly body?: string | Uint8Array;
}
export interface Answered {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  readonly json: any;
}

export function ask(
  door: Pick<HttpDoor, 'port'>,
  method: string,
  path: string,
  { headers, body }: AskOptions = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port: door.port,
        method,
        path,
        agent: false,
        headers: {
          ...headers,
          ...(body === undefined || headers?.['content-length'] ? {} : { 'content-length': Buffer.byteLength(body) }),
        } as never,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          let json: unknown;
          try {
            json = JSON.parse(text);
          } catch {
            json = undefined;
          }
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
        });
        response.on('error', reject);
      },
    );
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: '', json: undefined });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Exact bytes over a socket: what the other side says until it closes, or until a whole answer is there. */
export function raw(
  port: number,
  text: string | Uint8Array,
  { host = '127.0.0.1', tls = false }: { readonly host?: string; readonly tls?: boolean } = {},
): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const write = (): void => void socket.write(text);
    const socket: Socket = tls
      ? connectTls({ port, host, rejectUnauthorized: false }, write)
      : connect(port, host, write);
    const end = (): void => {
      socket.destroy();
      resolve(said);
    };
    socket.on('data', (part) => {
      said += part.toString('latin1');
      const head = said.indexOf('\r\n\r\n');
      const length = /content-length: (\d+)/i.exec(said)?.[1];
      if (head >= 0 && (length === undefined || said.length >= head + 4 + Number(length))) end();
    });
    socket.on('error', end);
    socket.on('close', end);
  });
}
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** A clock that a test moves. */
export function handClock() {
  let now = 1_800_000_000_000;
  const waiting = new Set<{ at: number; action: () => void }>();
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    after(ms, action) {
      const one = { at: now + ms, action };
      waiting.add(one);
      return () => waiting.delete(one);
    },
  };
  return {
    clock,
    pass(ms: number): void {
      const until = now + ms;
      for (;;) {
        const next = [...waiting].filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        waiting.delete(next);
        now = next.at;
        next.action();
      }
      now = until;
    },
  };
}

/** Waits, without a fixed time, until something is so. */
export async function until(what: string, so: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 12_000; tries++) {
    if (await so()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never: ${what}`);
}
