/** @module What a route answers, before it is written to the wire. */

import type { Caller } from '../../control/types.ts';
import { doorJson } from '../json.ts';
import { tokenHeader, type Verdict } from './guard.ts';
import type { Spool } from './spool.ts';

export type Granted = Extract<Verdict, { ok: true }>;
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** In place of `body`. */
  readonly file?: Spool;
  readonly headers?: { readonly [name: string]: string };
  /** When the client has it. */
  readonly after?: () => void;
  /** When the exchange is over, however. */
  readonly end?: () => void;
}
export const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: doorJson(value),
});
/** What every refusal says, whoever asks and why. */
export const refusal = (status: number): Reply => json({ refused: true }, status);
/** Over HTTP a program is its token; a page of another origin is that origin, and its browser the process. */
export const callerOf = (verdict: Granted): Caller => ({
  door: 'http',
  role: verdict.role ?? 'page',
  program: verdict.origin ?? `http:${verdict.holder}`,
  process: verdict.origin === undefined ? `http:${verdict.holder}` : `page:${verdict.holder}`,
});

/** What a browser is told so that the page of that origin may read the answer; never of credentials, never everybody. */
export const readableBy = (origin: string | undefined): { readonly [name: string]: string } =>
  origin === undefined
    ? {}
    : { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'x-request-id' };

/** The answer to a browser that asks beforehand. */
export const preflight = (asked: Extract<Verdict, { ok: 'preflight' }>): Reply => ({
  status: 200,
  type: 'text/plain',
  body: '',
  headers: {
    ...readableBy(asked.origin),
    'access-control-allow-methods': asked.method,
    'access-control-allow-headers': `content-type, ${tokenHeader}, x-request-id`,
    'access-control-max-age': '600',
    ...(asked.privateNetwork ? { 'access-control-allow-private-network': 'true' } : {}),
  },
});
