/** @module The web component's local face on one port: HTTP for its JSON functions, or the text protocol of its socket. */

import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps, type Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { askedOf, type Clock, limits } from '../../base/index.ts';
import { bodyOf } from '../body.ts';
import { createRoom } from '../crowd.ts';
import type { Origins } from '../origins.ts';
import { answerComponent, type ComponentAnswer, type ComponentParts } from './functions.ts';
import { componentGuard } from './guard.ts';
import { authPage, authPolicy, authScript } from './page.ts';
import { answerText, parseText } from './text.ts';

export interface Leaf {
  readonly key: string;
  readonly certificate: string;
}
export interface FaceOptions {
  readonly port: number;
  readonly host: '127.0.0.1' | '::1';
  /** The text protocol instead of the JSON functions. */
  readonly socket: boolean;
  readonly leaf?: Leaf;
  readonly clock: Clock;
  readonly origins: Origins;
  readonly parts: ComponentParts;
}
export interface Face {
  readonly port: number;
  renew(leaf: Leaf): void;
  close(): Promise<void>;
}

const refusedBody = Buffer.from('{"refused":true}');
/** Every refusal is these bytes: no date, nothing of what was asked, nothing of the state. */
const refusedHead = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': refusedBody.length,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  vary: 'Origin',
  connection: 'close',
};
const refusedUpgrade = `HTTP/1.1 403 Forbidden\r\n${Object.entries(refusedHead)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('')}\r\n${refusedBody}`;

/** Listens; fails with the system's error where it cannot. */
export async function serveFace(options: FaceOptions): Promise<Face> {
  const { origins, parts } = options;
  const scheme = options.leaf === undefined ? 'http' : 'https';
  let { port } = options;
  const letIn = (origin: string): boolean => origins.allowed(origin, 'component');
  const judge = (request: IncomingMessage, upgrade: boolean) =>
    componentGuard(askedOf(request, upgrade), { scheme, port, socket: options.socket }, letIn);
  /** The operator is asked once the refusal is out: it takes as long whether somebody is asked or not. */
  const askLater = (origin: string | undefined): void => {
    if (origin !== undefined) setImmediate(() => origins.ask(origin, 'component'));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const verdict = judge(request, false);
    response.sendDate = false;
    switch (verdict.ok) {
      case 'page': {
        const [type, text] = verdict.name === 'auth.html' ? ['text/html', authPage] : ['text/javascript', authScript];
        return send(
          response,
          200,
          { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': authPolicy },
          text,
        );
      }
      case 'preflight':
        return send(response, 204, {
          ...readableBy(verdict.origin),
          'access-control-allow-methods': 'POST',
          'access-control-allow-headers': 'content-type',
          'access-control-max-age': '600',
          ...(verdict.privateNetwork ? { 'access-control-allow-private-network': 'true' } : {}),
        });
      case 'call': {
        const bytes = await bodyOf(request, options.clock, limits.componentBody);
        const inputs = bytes && objectIn(bytes);
        if (inputs === undefined) break;
        room.busy(request.socket);
        const gone = new AbortController();
        response.on('close', () => gone.abort());
        const stop = origins.watch((event) => {
          if (event.change === 'revoked' && event.origin === verdict.origin && !letIn(event.origin)) gone.abort();
        });
        const { origin, api } = verdict;
        const answer = await answerComponent(parts, api, { origin, random: inputs.random, signal: gone.signal });
        stop();
        // What was revoked meanwhile is not answered any more.
        if (!letIn(origin)) break;
        return send(
          response,
          200,
          { ...readableBy(verdict.reader), 'content-type': 'application/json; charset=utf-8' },
          JSON.stringify(jsonOf(answer)),
        );
      }
    }
    response.on('finish', () => askLater(verdict.ok === false ? verdict.origin : undefined));
    response.writeHead(403, refusedHead).end(refusedBody);
  };

  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.webSocketFrame, perMessageDeflate: false });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const verdict = judge(request, true);
    if (verdict.ok !== 'socket') {
      socket.end(refusedUpgrade, () => {
        socket.destroy();
        askLater(verdict.ok === false ? verdict.origin : undefined);
      });
      return;
    }
    room.busy(request.socket);
    sockets.handleUpgrade(request, socket, head, (client) => talk(client, verdict.origin));
  };
  const talk = (client: WebSocket, origin: string): void => {
    const gone = new AbortController();
    const stop = origins.watch((event) => {
      if (event.change === 'revoked' && event.origin === origin && !letIn(origin)) client.terminate();
    });
    client.on('close', () => {
      stop();
      gone.abort();
    });
    client.on('error', () => client.terminate());
    // One after the other, as they came; what is asked while too much waits is not heard.
    let waiting = 0;
    let last = Promise.resolve();
    client.on('message', (data, isBinary) => {
      const asked = isBinary ? undefined : parseText(data.toString());
      if (asked === undefined || waiting > 8) return client.close(1008);
      waiting += 1;
      last = last.then(async () => {
        const answer = await answerComponent(parts, asked.api, { origin, random: asked.random, signal: gone.signal });
        waiting -= 1;
        if (client.readyState === client.OPEN && letIn(origin)) client.send(answerText(asked.command, answer));
      });
    });
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch(() => response.destroy());
    response.on('finish', () => room.waits(request.socket));
  };
  const settings = {
    requestTimeout: limits.centreCall,
    headersTimeout: limits.centreCall,
    keepAliveTimeout: 30_000,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 8192,
    // The guard's own refusal, not the parser's.
    requireHostHeader: false,
  };
  const server: Server | HttpsServer =
    options.leaf === undefined
      ? createHttp(settings, listener)
      : createHttps({ ...settings, ...tls(options.leaf) }, listener);
  const room = createRoom(limits.componentConnections);
  room.serve(server);
  server.on('upgrade', upgrade);
  server.on('clientError', (_error: Error, socket: Socket) => socket.destroy());
  server.on('tlsClientError', (_error: Error, socket: Socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: options.host, port, exclusive: true }, () => resolve());
  });
  server.on('error', () => undefined);
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
  return {
    port,
    renew(leaf) {
      if ('setSecureContext' in server) server.setSecureContext(tls(leaf));
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        room.closeAll();
      }),
  };
}

const tls = ({ key, certificate }: Leaf) => ({ key, cert: certificate, minVersion: 'TLSv1.2' as const });

/** To the page that asked alone, and never with credentials. */
const readableBy = (origin: string) => ({ 'access-control-allow-origin': origin });

function send(response: ServerResponse, status: number, headers: { readonly [name: string]: string }, body = ''): void {
  response
    .writeHead(status, {
      ...headers,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Origin',
    })
    .end(body);
}

const jsonOf = (answer: ComponentAnswer): object =>
  'values' in answer
    ? { result: answer.result, ...answer.values }
    : { result: answer.result, message: `${answer.why.zh} / ${answer.why.en}` };

/** An object, whatever type the page's script gave it; an empty body is an empty one. */
function objectIn(bytes: Uint8Array): { readonly [name: string]: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = text === '' ? {} : JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { readonly [name: string]: unknown })
      : undefined;
  } catch {
    return undefined;
  }
}
