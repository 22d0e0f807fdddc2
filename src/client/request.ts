/** @module One request: its deadline, its token, who answers it, and why there is no answer. */

import { addressSpace, fromBase64, here, toBase64, utf8 } from './browser.ts';
import { ClientFailure, trouble, whyUnreachable } from './failure.ts';
import { fresh } from './random.ts';
import { after } from './timer.ts';
import type { FailureWords } from './types.ts';

/** Milliseconds. `call`: a person may have to type a PIN meanwhile. `retry`: how long a call looks for its answer again. */
export const timeouts = Object.freeze({
  request: 10_000,
  call: 90_000,
  pairingPoll: 700,
  retry: 8_000,
  firstWait: 250,
  longestWait: 4_000,
});

export interface Asked {
  readonly body?: object | undefined;
  /** A file as the body. */
  readonly file?: Uint8Array | Blob | undefined;
  readonly headers?: { readonly [name: string]: string };
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
}
export interface Target {
  readonly base: string;
  /** None while a page still asks to be let in. */
  readonly token?: string;
  /** The control software's key, where the page knows it: nothing is sent to anybody else. */
  readonly identity?: string | undefined;
}

export async function request<T>(target: Target, method: string, path: string, asked: Asked = {}): Promise<T> {
  if (target.identity !== undefined) await prove(target.base, target.identity, asked);
  return send(target.base, method, path, {
    ...asked,
    headers: { ...asked.headers, ...(target.token === undefined ? {} : { 'x-opencshis-token': target.token }) },
  });
}

async function send<T>(base: string, method: string, path: string, asked: Asked): Promise<T> {
  const { body, file, signal, timeout = timeouts.request } = asked;
  if (signal?.aborted) throw trouble('aborted');
  const abort = new AbortController();
  const cancelled = (): void => abort.abort();
  signal?.addEventListener('abort', cancelled);
  let late = false;
  const cancel = after(timeout, () => {
    late = true;
    abort.abort();
  });
  try {
    const response = await fetch(`${base}${path}`, {
      method,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      ...addressSpace,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(file === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...asked.headers,
      },
      body: (file as Blob | undefined) ?? (body === undefined ? null : JSON.stringify(body)),
      signal: abort.signal,
    });
    if (response.headers.get('content-type') === 'application/octet-stream')
      return { code: 0, file: new Uint8Array(await response.arrayBuffer()) } as T;
    // One that broke off in the middle is no answer.
    const value = (await response.json()) as { failure?: FailureWords };
    if (!response.ok) throw new ClientFailure(response.status, value.failure);
    return value as T;
  } catch (error) {
    if (error instanceof ClientFailure) throw error;
    if (late) throw trouble('timeout');
    if (signal?.aborted) throw trouble('aborted');
    throw trouble(await whyUnreachable(base));
  } finally {
    cancel();
    signal?.removeEventListener('abort', cancelled);
  }
}

/**
 * Whoever took the port while the control software was away learns no token: before each one is sent, the key that was
 * compared at the pairing signs a fresh nonce, this origin and the port.
 */
export async function prove(base: string, identity: string, asked: Asked = {}): Promise<void> {
  const nonce = toBase64(fresh(32));
  const { signal } = asked;
  const answer = await send<{ signature?: unknown }>(base, 'POST', '/api/v1/proof', { body: { nonce }, signal }).catch(
    (error: unknown) => {
      // What refuses here without words of ours is somebody else, or does not know this page any more.
      throw error instanceof ClientFailure && error.status > 0 ? trouble('impostor') : error;
    },
  );
  const said = utf8(['opencshis proof 1', nonce, here(), new URL(base).port].join('\n'));
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const good = await crypto.subtle
    .importKey('raw', fromBase64(identity), curve, false, ['verify'])
    .then((key) =>
      crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64(String(answer.signature)), said),
    )
    .catch(() => false);
  if (!good) throw trouble('impostor');
}
