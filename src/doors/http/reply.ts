/** @module What a route answers, before it is written to the wire. */

import type { Caller } from '../../control/types.ts';
import { doorJson } from '../json.ts';
import type { Verdict } from './guard.ts';
import type { Spool } from './spool.ts';

export type Granted = Extract<Verdict, { ok: true }>;
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
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
/** Over HTTP a program is its token. */
export const callerOf = (verdict: Granted): Caller => ({
  door: 'http',
  role: verdict.role ?? 'page',
  program: `http:${verdict.holder}`,
  process: `http:${verdict.holder}`,
});
