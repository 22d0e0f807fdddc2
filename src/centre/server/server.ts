/** @module The data centre of a simulated world as an HTTP server on loopback. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { asFailure, type Clock, type CrashAt, Failure, limits, type Random, say } from '../../base/index.ts';
import { rootKeyNo } from '../../codec/index.ts';
import { uploadSigned } from '../client/authorisation.ts';
import type { CardStatement, ItemSignature, KeyDirectory, KeyDirectoryEntry, LedgerEvent } from '../client/types.ts';
import { authorisationCheck } from './authorise.ts';
import { bodyOf } from './body.ts';
import {
  acceptEvent,
  cardCode,
  eligibilityCode,
  findTreatNum,
  freshContents,
  itemNumber,
  standingVisits,
} from './decide.ts';
import { isFromProgram } from './guard.ts';
import type { CentreKeys } from './keys.ts';
import type { CentreStore } from './store.ts';
import { receiveUploads } from './uploads/receive.ts';
import { uploadRoutes } from './uploads/routes.ts';
import type { UploadRows } from './uploads/rows.ts';

/** A route of the centre or of the SAM's service in the same process. */
export interface CentreRoute {
  readonly path: string;
  handle(body: never, key: KeyDirectoryEntry): unknown;
}
export interface CentreServer {
  readonly port: number;
  /** Of the routes that take a signed request. */
  readonly paths: readonly string[];
  close(): Promise<void>;
}

const largest = 1024 * 1024;
const partPath = /^\/v1\/uploads\/([0-9a-f]{32})\/(\d{1,7})\/([0-9a-f]{64})$/;

export async function startCentre(options: {
  readonly store: CentreStore;
  readonly keys: CentreKeys;
  readonly clock: Clock;
  readonly port: number;
  readonly crash?: CrashAt;
  readonly extra?: readonly CentreRoute[];
  readonly uploads?: { readonly rows: UploadRows; readonly folder: string; readonly random: Random };
}): Promise<CentreServer> {
  const { store, keys, clock, crash } = options;
  const check = authorisationCheck(clock, store.key);
  const uploads =
    options.uploads &&
    receiveUploads({
      ...options.uploads,
      clock,
      crash,
      root: keys.root,
      signByRoot: keys.signByRoot,
      signed(signature, statement) {
        const found = check(signature, uploadSigned.method, uploadSigned.path, statement);
        return 'key' in found ? found.key : undefined;
      },
    });
  const routes = new Map(
    [
      ...centreRoutes(store, keys, crash),
      ...(uploads && options.uploads ? uploadRoutes(uploads, options.uploads.rows) : []),
      ...(options.extra ?? []),
    ].map((route) => [route.path, route]),
  );
  const directory = publishedDirectory({ store, keys, clock });
  const putPart = async (request: IncomingMessage, path: string): Promise<[number, unknown]> => {
    const [, id = '', index = '', sha256 = ''] = partPath.exec(path) ?? [];
    if (uploads === undefined || id === '') return [404, { code: 9002 }];
    // The path names the digest of what comes: its signature is checked before anything is read.
    const authorised = check(request.headers.authorization, 'PUT', path, new Uint8Array(0));
    if ('code' in authorised) return [403, authorised];
    return [200, uploads.part(id, Number(index), sha256, await bodyOf(request, largest), authorised.key)];
  };

  const answer = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const path = request.url ?? '';
    if (request.method === 'GET' && path === '/healthz')
      return [200, { ok: true, now: clock.now(), simulated: true, world: keys.world }];
    if (request.method === 'GET' && path === '/keys') return [200, directory()];
    if (request.method === 'PUT') return putPart(request, path);
    const route = routes.get(path);
    if (request.method !== 'POST' || route === undefined) return [404, { code: 9002 }];
    const body = await bodyOf(request, largest);
    const authorised = check(request.headers.authorization, 'POST', path, body);
    if ('code' in authorised) return [403, authorised];
    const result = await route.handle(
      JSON.parse(body.length === 0 ? '{}' : Buffer.from(body).toString('utf8')) as never,
      authorised.key,
    );
    crash?.('centre:before-answer');
    return [200, result ?? {}];
  };
  let { port } = options;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    (isFromProgram(request, port) ? answer(request) : Promise.resolve<[number, unknown]>([403, { refused: true }]))
      .catch((error): [number, unknown] => {
        const failure = asFailure(error, 9004, say({ zh: '資料中心異常', en: 'data centre out of service' }));
        return [
          error instanceof SyntaxError ? 400 : 422,
          { code: failure.code, why: failure.why.en, words: failure.why },
        ];
      })
      .then(([status, value]) => {
        const json = Buffer.from(JSON.stringify(value));
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': json.length }).end(json);
      });
  });
  server.on('clientError', (_error: Error, socket) => socket.destroy());
  server.requestTimeout = limits.centreCall;
  server.headersTimeout = limits.centreCall;
  server.keepAliveTimeout = 60_000;
  await listen(server, options.port);
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
  return {
    port,
    paths: [...routes.keys()],
    close: () =>
      new Promise((resolve) => {
        uploads?.close();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What the centre publishes. The root signs receipts: whoever has the directory verifies them offline. */
export function publishedDirectory(parts: {
  readonly store: CentreStore;
  readonly keys: CentreKeys;
  readonly clock: Clock;
}): () => KeyDirectory {
  const { store, keys, clock } = parts;
  const root: KeyDirectoryEntry = {
    keyNo: rootKeyNo(keys.root),
    hospId: '',
    samId: '',
    use: 'root',
    publicKey: Buffer.from(keys.root).toString('base64'),
    notBefore: 0,
    notAfter: Number.MAX_SAFE_INTEGER,
    simulated: true,
  };
  return () => ({ world: keys.world, issuedAt: clock.now(), entries: [...store.keys(), root] });
}

function centreRoutes(store: CentreStore, keys: CentreKeys, crash: CrashAt | undefined): CentreRoute[] {
  const refuse = (code: number): never => {
    throw new Failure(code, { why: say({ zh: '資料中心拒絕', en: 'refused by the data centre' }) });
  };
  return [
    {
      path: '/v1/eligibility',
      handle: (body: { personId: string }) => ({
        code: eligibilityCode(store.person(text(body.personId))),
        reason: store.person(text(body.personId))?.insured ?? 9012,
      }),
    },
    {
      path: '/v1/card',
      handle(body: { cardNo: string; personId: string; cardCounter: number }) {
        const code = cardCode(store.card(text(body.cardNo)), text(body.personId), Number(body.cardCounter));
        return code === 0 ? {} : refuse(code);
      },
    },
    {
      path: '/v1/contents',
      handle(body: CardStatement) {
        const card = store.card(text(body.cardNo));
        const person = store.person(text(body.personId));
        const code = cardCode(card, text(body.personId), Number(body.cardCounter));
        if (card === undefined || person === undefined || (code !== 0 && code !== 9011))
          return refuse(code === 0 ? 9012 : code);
        const fresh = freshContents(person, card, body, store.eventsOf(person.personId));
        return fresh.code === 0 ? fresh.contents : refuse(fresh.code);
      },
    },
    {
      path: '/v1/undo',
      handle(body: { personId: string; cardNo: string; dateTime: string }, key: KeyDirectoryEntry) {
        const events = store.eventsOf(text(body.personId));
        const visit = events.find(
          (event) => event.type === 'visit' && event.dateTime === body.dateTime && event.hospId === key.hospId,
        );
        return visit && !standingVisits(events).includes(visit) ? refuse(5153) : {};
      },
    },
    {
      path: '/v1/treat-num',
      handle: (body: { personId: string; dateTime: string; hospId?: string }) => ({
        treatNum: findTreatNum(store.eventsOf(text(body.personId)), text(body.dateTime), body.hospId) ?? null,
      }),
    },
    {
      path: '/v1/item',
      handle: (body: ItemSignature) => ({
        number: itemNumber(keys.prescriptionKey(text(body.hospId)), {
          signature: text(body.signature),
          personId: text(body.personId),
          treatNum: text(body.treatNum),
          bytes: Buffer.from(String(body.bytes).slice(0, 100), 'base64'),
          number: body.number,
        }),
      }),
    },
    {
      path: '/v1/events',
      handle(body: { events: LedgerEvent[] }, key: KeyDirectoryEntry) {
        if (!Array.isArray(body.events) || body.events.length > 500) return refuse(9002);
        crash?.('centre:before-store');
        const stored = store.addEvents(body.events, (event, known) => acceptEvent(event, known, key.hospId));
        crash?.('centre:after-store');
        return { receipts: stored.map((one, index) => ({ id: body.events[index]?.id, ...one })) };
      },
    },
    {
      path: '/v1/unlock',
      handle: (body: { cardNo: string }) => (store.card(text(body.cardNo))?.state === '1' ? {} : refuse(9011)),
    },
  ];
}

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > 64)
    throw new Failure(9002, { why: say({ zh: '訊息語法不符', en: 'message syntax' }) });
  return value;
};

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new Failure(-1, {
          kind: 'port-taken',
          why: say({
            zh: `資料中心的連接埠 ${port} 無法使用（${cause.code}）`,
            en: `the data centre's port ${port} cannot be used (${cause.code})`,
          }),
          todo: say({
            zh: '請關閉佔用它的程式，或在世界設定改用其他埠',
            en: "close the program that holds it, or set another port in the world's settings",
          }),
          cause,
        }),
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      // One connection that could not be accepted (no descriptors left) does not end the others.
      server.on('error', () => undefined);
      resolve();
    });
  });
}
