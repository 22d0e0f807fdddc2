/** @module The HTTP door on 127.0.0.1 and ::1: one guard, then the route's few lines. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { asFailure, askedOf, type Clock, Failure, limits, say } from '../../base/index.ts';
import type { ControlEvent } from '../../control/types.ts';
import { bodyOf } from '../body.ts';
import { createRoom } from '../crowd.ts';
import type { Identity } from '../identity.ts';
import { doorJson } from '../json.ts';
import { createLogIn } from '../log-in.ts';
import { type Body, type DoorDependencies, deliveryOf, ops } from '../ops.ts';
import type { OriginEvent } from '../origins.ts';
import { createPairing } from '../pairing.ts';
import { OpFile } from '../support.ts';
import { isConsole, type Tokens } from '../tokens.ts';
import { type Assets, contentSecurityPolicy, noAssets } from './assets.ts';
import { createCalls } from './calls.ts';
import { bodyKind, guard, type Known, safeJson, type Verdict } from './guard.ts';
import { type Counts, metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { isOtherUser } from './peer-user.ts';
import { callerOf, type Granted, json, preflight, type Reply, readableBy, refusal } from './reply.ts';
import { sweepSpool } from './spool.ts';

export interface HttpDoor {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}
export interface HttpOptions {
  readonly port: number;
  /** Where any port will do: the one that is tried first, so that an open page finds the program again. */
  readonly portBefore?: number;
  readonly tokens: Tokens;
  /** By which pages of other origins know us again. */
  readonly identity: { open(): Identity };
  readonly clock: Clock;
  readonly version: string;
  readonly profile: string;
  /** The folder in which files wait that come or go. */
  readonly spool: string;
  /** The console's files; `fresh` where a page begins, as a clone's change. */
  readonly assets?: (fresh: boolean) => Promise<Assets>;
}
/** Beyond this many the connection that has waited longest without a whole request makes room for the new one. */
const mostConnections = 512;
/** Events that a watcher may lag behind, in bytes; one that is slower is cut off and has to come back. */
const mostLag = 1_000_000;

export async function serveHttp(deps: DoorDependencies, options: HttpOptions): Promise<HttpDoor> {
  const counts: Counts = { calls: new Map(), refused: new Map() };
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  sweepSpool(options.spool);
  const calls = createCalls(deps, options, (kind, key) => count(counts[kind], key));
  let port = options.port;
  const servers: Server[] = [];
  const room = createRoom(mostConnections, () => count(counts.refused, 'crowded'));
  const { origins } = deps;
  const pairing = createPairing({ ...deps, ...options }, () => port);
  const logIn = createLogIn({ ...deps, clock: options.clock });
  const known: Known = {
    roleOf(token, origin) {
      if (origin === undefined) return options.tokens.roleOf(token);
      const holder = origins.holderOf(token, origin);
      return holder === undefined ? undefined : { role: 'page', holder };
    },
    letIn: (origin) => origins.allowed(origin, 'page'),
  };
  /** What is open of pages of other origins: it ends when they are no longer let in. */
  const ofOrigins = new Map<string, Set<() => void>>();
  const endsWith = (origin: string | undefined, end: () => void): (() => void) => {
    if (origin === undefined) return () => undefined;
    const ends = ofOrigins.get(origin) ?? new Set();
    ofOrigins.set(origin, ends.add(end));
    return () => {
      ends.delete(end);
      if (ends.size === 0) ofOrigins.delete(origin);
    };
  };
  const unwatch = origins.watch((event) => {
    if (event.change !== 'revoked' || event.purpose !== 'page') return;
    for (const end of [...(ofOrigins.get(event.origin) ?? [])]) end();
  });
  const judge = (request: IncomingMessage, upgrade: boolean): Verdict => {
    const verdict = guard(askedOf(request, upgrade), port, known);
    if (verdict.ok === false) count(counts.refused, verdict.reason);
    if (verdict.ok === true && isConsole(verdict.holder) && isOtherUser(request.socket)) {
      count(counts.refused, 'user');
      return { ok: false, status: 403, reason: 'user' };
    }
    return verdict;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<Reply> => {
    const verdict = judge(request, false);
    if (verdict.ok === 'preflight') return preflight(verdict);
    if (!verdict.ok) return { ...refusal(verdict.status), headers: readableBy(verdict.origin) };
    const out = await granted(verdict, request, response).catch(failed);
    return { ...out, headers: { ...out.headers, ...readableBy(verdict.origin) } };
  };

  const granted = async (verdict: Granted, request: IncomingMessage, response: ServerResponse): Promise<Reply> => {
    response.on(
      'close',
      endsWith(verdict.origin, () => response.destroy()),
    );
    const kind = bodyKind(verdict.route, verdict.params);
    if (kind === 'file') {
      room.busy(request.socket);
      return calls.withFile(verdict, request, response);
    }
    const bytes = kind === 'json' ? await bodyOf(request, options.clock, limits.httpBody) : new Uint8Array(0);
    const body = bytes && safeJson(bytes);
    if (body === undefined) {
      count(counts.refused, 'body');
      return refusal(400);
    }
    room.busy(request.socket);
    return reply(verdict, body, request, response);
  };

  const reply = async (
    verdict: Granted,
    body: Body,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Reply> => {
    const caller = callerOf(verdict);
    switch (verdict.route.name) {
      case 'page':
      case 'asset': {
        const assets = (await options.assets?.(verdict.route.name === 'page')) ?? noAssets;
        const found = assets.get(verdict.params.name ?? 'index.html');
        return found === undefined ? refusal(404) : { status: 200, type: found.type, body: found.text };
      }
      case 'health':
        return json({ ok: true });
      case 'openapi':
        return json(openApi(options.version, `http://127.0.0.1:${port}`));
      case 'metrics':
        return {
          status: 200,
          type: 'text/plain; version=0.0.4; charset=utf-8',
          body: metrics(await deps.control.status(), counts),
        };
      case 'session': {
        const made = typeof body.code === 'string' ? options.tokens.exchange(body.code) : undefined;
        if (made === undefined) return refusal(401);
        // Who sees the console of a simulated world also moves its cards and its clock; a live one has no such role.
        return json({ token: made.operator, ...(deps.world === undefined ? {} : { world: made.world }) });
      }
      case 'pair':
        return json(pairing.begin(verdict.origin ?? '', String(body.key)));
      case 'pairing': {
        const [origin, id] = [verdict.origin ?? '', verdict.params.id ?? ''];
        return json(
          body.nonce === undefined ? pairing.standing(origin, id) : pairing.reveal(origin, id, String(body.nonce)),
        );
      }
      case 'logIn': {
        const gone = new AbortController();
        response.on('close', () => gone.abort());
        return json(await logIn(verdict.origin ?? '', body, gone.signal));
      }
      case 'proof':
        return json(pairing.prove(verdict.origin ?? '', String(body.nonce)));
      case 'call':
        return calls.withJson(verdict, body, request, response);
      default: {
        const run = ops[verdict.route.name];
        if (run === undefined) return refusal(404);
        const value = await run(deps, caller, { ...verdict.query, ...body, ...verdict.params });
        if (value instanceof OpFile)
          return {
            status: 200,
            type: 'application/octet-stream',
            body: value.bytes,
            headers: { 'content-disposition': `attachment; filename="${value.name}"` },
          };
        const after = deliveryOf(value);
        return { ...json(value), ...(after ? { after } : {}) };
      }
    }
  };

  const failed = (error: unknown): Reply => {
    const failure = asFailure(error, -1, say({ zh: '程式內部錯誤', en: 'an internal error' }));
    return json(
      { failure: { code: failure.code, why: failure.why, todo: failure.todo, kind: failure.kind ?? 'internal' } },
      failure === error ? 422 : 500,
    );
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response)
      .catch(failed)
      .then((out) => {
        response.on('finish', () => {
          out.after?.();
          room.waits(request.socket);
        });
        if (response.destroyed) out.end?.();
        else response.on('close', () => out.end?.());
        response.writeHead(out.status, {
          'content-type': out.type,
          'content-length': out.file?.size ?? Buffer.byteLength(out.body),
          ...out.headers,
          'cache-control': 'no-store',
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-resource-policy': 'same-origin',
          'cross-origin-opener-policy': 'same-origin',
          vary: 'Origin',
          // What was not read is not kept.
          ...(out.status >= 400 ? { connection: 'close' } : {}),
        });
        if (out.file === undefined) response.end(out.body);
        else
          out.file
            .stream()
            .on('error', () => response.destroy())
            .pipe(response);
        if (out.status >= 400 && !request.complete) request.destroy();
      });
  };
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.webSocketFrame,
    handleProtocols: (offered) => (offered.has('opencshis') ? 'opencshis' : false),
  });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const verdict = judge(request, true);
    if (verdict.ok !== true || verdict.route.answer !== 'websocket') {
      // Half-open it would hold its place for as long as the other side likes.
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nvary: Origin\r\nconnection: close\r\n\r\n', () =>
        socket.destroy(),
      );
      return;
    }
    room.busy(request.socket);
    sockets.handleUpgrade(request, socket, head, (client) => {
      const tell = (event: Heard): void => {
        if (!mayHear(verdict.role, event)) return;
        if (client.bufferedAmount > mostLag) client.terminate();
        else client.send(doorJson(event));
      };
      const stops = [
        deps.control.watch(tell),
        origins.watch(tell),
        deps.world?.watch(() => tell({ type: 'world' })),
        endsWith(verdict.origin, () => client.close(noLongerLetIn)),
      ];
      client.on('close', () => {
        for (const stop of stops) stop?.();
      });
      client.on('error', () => client.terminate());
    });
  };

  const listen = async (host: string): Promise<void> => {
    const server = createServer(
      {
        // A file takes as long as it takes; other bodies have a deadline of their own.
        requestTimeout: 0,
        headersTimeout: limits.centreCall,
        keepAliveTimeout: 30_000,
        connectionsCheckingInterval: 1000,
        maxHeaderSize: 8192,
      },
      handle,
    );
    room.serve(server);
    server.on('upgrade', upgrade);
    server.on('clientError', (_error, socket) => {
      count(counts.refused, 'malformed');
      socket.destroy();
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, () => resolve());
    });
    // One connection that could not be accepted (no descriptors left) does not end the others.
    server.on('error', () => count(counts.refused, 'accept'));
    servers.push(server);
    const address = server.address();
    if (typeof address === 'object' && address !== null) port = address.port;
  };
  const close = async (): Promise<void> => {
    unwatch();
    for (const client of sockets.clients) client.terminate();
    await Promise.all(
      servers.splice(0).map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve());
            room.closeAll();
          }),
      ),
    );
  };
  for (let tries = options.port === 0 ? 10 : 1; ; tries--) {
    port = options.port === 0 && tries === 10 ? (options.portBefore ?? 0) : options.port;
    try {
      await listen('127.0.0.1');
      // A machine without IPv6 is served on IPv4 alone; a taken port is a failure like any other.
      await listen('::1').catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== 'EAFNOSUPPORT' && cause.code !== 'EADDRNOTAVAIL') throw cause;
      });
      break;
    } catch (cause) {
      await close();
      // Any port was asked for, and the one found on IPv4 is another program's on IPv6: another one.
      const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (tries === 1 || !taken) throw taken ? portTaken(port, cause) : portRefused(port, cause);
    }
  }
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close,
  };
}

/** Why a page's events end: a WebSocket's own code. */
const noLongerLetIn = 4403;

type Heard =
  | ControlEvent
  | OriginEvent
  /** Something of the simulated world changed; what it is now is asked for with the world's own token. */
  | { readonly type: 'world' };
/** PINs, calls, who asks to be let in, and the simulated world are for the operator; cards and readers for whoever may watch. */
const mayHear = (role: string | undefined, event: Heard): boolean =>
  role === 'operator' ||
  (event.type !== 'origin' &&
    event.type !== 'world' &&
    event.type !== 'pin' &&
    event.type !== 'pin-ended' &&
    event.type !== 'call' &&
    (role !== 'page' || event.type === 'slot' || event.type === 'card'));

const portTaken = (port: number, cause: unknown): Failure =>
  new Failure(-1, {
    kind: 'port-taken',
    why: say({ zh: `連接埠 ${port} 已被其他程式使用`, en: `port ${port} is taken by another program` }),
    todo: say({
      zh: '請關閉佔用它的程式，或在 world.json 改用其他 httpPort',
      en: 'close the program that holds it, or set another httpPort in world.json',
    }),
    cause,
  });

const portRefused = (port: number, cause: unknown): Failure =>
  new Failure(-1, {
    kind: 'port-refused',
    why: say({ zh: `系統不允許使用連接埠 ${port}`, en: `the system does not let us use port ${port}` }),
    todo: say({ zh: '請在 world.json 改用其他 httpPort', en: 'set another httpPort in world.json' }),
    cause,
  });
