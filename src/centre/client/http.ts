/** @module The data centre over HTTP. Every trouble of the network is 4061; what the centre says keeps its own code. */

import { Agent, request } from 'node:http';
import { type Clock, Failure, limits, type Say, say } from '../../base/index.ts';
import { strange } from './strange.ts';
import type { Centre, CumulativeYear, FreshContents, KeyDirectory } from './types.ts';
import { httpUploads } from './uploads.ts';

type Method = 'GET' | 'POST' | 'PUT';
export type Authorise = (method: string, path: string, body: Uint8Array) => Promise<string>;

export interface HttpPoster {
  post(path: string, body: unknown): Promise<{ readonly [name: string]: unknown }>;
  /** Bytes as they are; what is authorised is the path, which names their digest. */
  put(path: string, bytes: Uint8Array): Promise<{ readonly [name: string]: unknown }>;
  get(path: string): Promise<{ readonly [name: string]: unknown }>;
  close(): void;
}

export function httpPoster(url: () => string, clock: Clock, authorise: Authorise): HttpPoster {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const ask = (method: Method, path: string, body: Uint8Array, authorization?: string) =>
    new Promise<{ status: number; bytes: Buffer }>((resolve, reject) => {
      const sent = request(
        new URL(path, url()),
        {
          method,
          agent,
          headers: {
            ...(authorization ? { authorization } : {}),
            'content-type': method === 'PUT' ? 'application/octet-stream' : 'application/json',
            'content-length': body.length,
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          let size = 0;
          response.on('data', (part: Buffer) => {
            size += part.length;
            if (size > 8 * 1024 * 1024) sent.destroy(new Error('answer too large'));
            else parts.push(part);
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(parts) }));
          response.on('error', reject);
        },
      );
      const cancel = clock.after(limits.centreCall, () => sent.destroy(new Error('time-out')));
      sent.on('error', reject);
      sent.on('close', cancel);
      sent.end(body);
    });
  const answer = async (method: Method, path: string, body: Uint8Array) => {
    const authorization =
      method === 'GET' ? undefined : await authorise(method, path, method === 'PUT' ? new Uint8Array(0) : body);
    const { status, bytes } = await ask(method, path, body, authorization).catch((cause) => {
      throw noNetwork(cause);
    });
    const value = parse(bytes);
    if (status === 200) return value;
    const code = typeof value.code === 'number' ? value.code : 9004;
    throw new Failure(code, {
      kind: 'centre',
      why: wordsOf(value.words) ?? say({ zh: `資料中心回覆 ${code}`, en: `the data centre answered ${code}` }),
    });
  };
  return {
    post: (path, body) => answer('POST', path, Buffer.from(JSON.stringify(body))),
    put: (path, bytes) => answer('PUT', path, bytes),
    get: (path) => answer('GET', path, new Uint8Array(0)),
    close: () => agent.destroy(),
  };
}

export function httpCentre(poster: HttpPoster): Centre {
  return {
    async ping() {
      const { now, world } = await poster.get('/healthz');
      if (typeof now !== 'number' || typeof world !== 'string') throw strange();
      return { now, world, simulated: true };
    },
    async eligibility(person) {
      const { code, reason } = await poster.post('/v1/eligibility', person);
      if (typeof code !== 'number') throw strange();
      return { code, ...(typeof reason === 'number' ? { reason } : {}) };
    },
    freshContents: async (card) => checkedContents(await poster.post('/v1/contents', card)),
    authenticateCard: async (card) => void (await poster.post('/v1/card', card)),
    mayUndo: async (visit) => void (await poster.post('/v1/undo', visit)),
    async treatNum(visit) {
      const { treatNum } = await poster.post('/v1/treat-num', visit);
      return typeof treatNum === 'string' && /^[0-9A-Z]{20}$/.test(treatNum) ? treatNum : undefined;
    },
    async verifyItem(item) {
      const { number } = await poster.post('/v1/item', item);
      return typeof number === 'number' ? number : undefined;
    },
    async submit(events) {
      const { receipts } = await poster.post('/v1/events', { events });
      if (!Array.isArray(receipts) || receipts.length !== events.length) throw strange();
      return receipts.map((receipt, index) => {
        if (receipt.id !== events[index]?.id || !['stored', 'known', 'refused'].includes(receipt.result))
          throw strange();
        return receipt;
      });
    },
    async keyDirectory() {
      const value = await poster.get('/keys');
      if (!Array.isArray(value.entries) || typeof value.issuedAt !== 'number') throw strange();
      return value as unknown as KeyDirectory;
    },
    ...httpUploads(poster),
    mayUnlock: async (card) => void (await poster.post('/v1/unlock', card)),
  };
}

function checkedContents(value: { readonly [name: string]: unknown }): FreshContents {
  const texts = [
    'cancelMark',
    'insurerCode',
    'insuredMark',
    'validUntil',
    'dentalMark',
    'rareMark',
    'oilMark',
    'designated',
    'lastSeqNumber',
  ];
  if (
    texts.some((name) => typeof value[name] !== 'string') ||
    typeof value.available !== 'number' ||
    !Array.isArray(value.illnesses) ||
    value.illnesses.length > 5 ||
    !Array.isArray(value.closed)
  )
    throw strange();
  if (!Array.isArray(value.cumulative) || (value.cumulative as CumulativeYear[]).length > 2) throw strange();
  return value as unknown as FreshContents;
}

/** The centre's own words, where it gave them in both languages. */
function wordsOf(value: unknown): Say | undefined {
  const { zh, en } = (value ?? {}) as { zh?: unknown; en?: unknown };
  return typeof zh === 'string' && typeof en === 'string' && zh.length + en.length < 600 ? say({ zh, en }) : undefined;
}

function parse(bytes: Buffer): { readonly [name: string]: unknown } {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as { readonly [name: string]: unknown };
  } catch {
    // falls through: a proxy's page or half an answer is no answer of the centre
  }
  throw strange();
}

export const noNetwork = (cause?: unknown): Failure =>
  new Failure(4061, {
    kind: 'network',
    why: say({ zh: '連不到健保署資料中心', en: 'the data centre cannot be reached' }),
    ...(cause === undefined ? {} : { cause }),
  });
