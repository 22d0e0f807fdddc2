/** @module A page of another origin asks to be let in: both sides show the same six digits, a person compares them. */

import { browser, fromBase64, here, hex, storage, toBase64, utf8 } from './browser.ts';
import { type Client, createClient } from './client.ts';
import { trouble } from './failure.ts';
import { fresh } from './random.ts';
import { request, timeouts } from './request.ts';
import { pause } from './timer.ts';

/** Where the control software listens unless it was told otherwise. */
export const defaultBase = 'http://127.0.0.1:21053';
const key = 'opencshis';

/** What a page keeps: good for its own origin alone. */
export interface Paired {
  readonly base: string;
  readonly token: string;
  /** The control software's public key (P-256). */
  readonly identity: string;
}
export interface PairOptions {
  readonly base?: string;
  /** Shows the digits, until the promise is settled. */
  show(code: string): void;
  readonly signal?: AbortSignal;
}

const sha256 = async (...parts: readonly Uint8Array[]): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(parts.flatMap((part) => [...part]))));

/**
 * Asks to be let in, and keeps what came of it for `connect`. Fails as `pairing-refused`, `pairing-ended`, `pairing-busy`,
 * `not-running`, or with a trouble of the browser's permission.
 *
 * @example
 * await pair({ show: (code) => (document.querySelector('#code').textContent = code) });
 */
export async function pair({ base = defaultBase, show, signal }: PairOptions): Promise<Paired> {
  if (browser.isSecureContext === false) throw trouble('insecure-context');
  const post = <T>(path: string, body: object): Promise<T> =>
    request({ base }, 'POST', path, { body, ...(signal === undefined ? {} : { signal }) });
  const own = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const ownKey = toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey)));
  const begun = await post<{ id: string; identity: string; key: string; commitment: string }>('/api/v1/pair', {
    key: ownKey,
  });
  const nonce = toBase64(fresh(32));
  const path = `/api/v1/pair/${begun.id}`;
  const theirs = await post<{ nonce: string }>(path, { nonce });
  const { identity } = begun;
  // It had to settle on its nonce before it saw ours: else it could try until two codes are the same.
  const committed = ['opencshis commitment 1', identity, begun.key, ownKey, theirs.nonce].join('\n');
  if (toBase64(await sha256(utf8(committed))) !== begun.commitment) throw trouble('impostor');
  const said = ['opencshis pairing 1', here(), new URL(base).port, identity, begun.key, ownKey, theirs.nonce, nonce];
  const transcript = await sha256(utf8(said.join('\n')));
  const number = transcript.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  show(String(number % 1_000_000).padStart(6, '0'));

  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const point = await crypto.subtle.importKey('raw', fromBase64(begun.key), curve, false, []);
  const secret = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, own.privateKey, 256));
  const token = hex(await sha256(utf8('opencshis token 1\n'), secret, transcript));
  for (;;) {
    const { standing } = await post<{ standing: string }>(path, {});
    if (standing === 'accepted') break;
    if (standing === 'refused') throw trouble('pairing-refused');
    if (standing !== 'waiting') throw trouble('pairing-ended');
    await pause(timeouts.pairingPoll, signal);
  }
  const paired = { base, token, identity };
  storage()?.setItem(key, JSON.stringify(paired));
  return paired;
}

/** What `pair` kept; undefined where this page was not let in yet. */
export function paired(): Paired | undefined {
  const text = storage()?.getItem(key) ?? null;
  return text === null ? undefined : (JSON.parse(text) as Paired);
}

/** Forgets it at this side; an operator takes it back at the other. */
export function unpair(): void {
  storage()?.removeItem(key);
}

/** The control software, for a page that was let in. Fails as `not-paired`, `not-running`, `impostor` .. */
export async function connect(known: Paired | undefined = paired()): Promise<Client> {
  if (known === undefined) throw trouble('not-paired');
  const client = createClient(known);
  await client.status();
  return client;
}
