/** @module Requests and events over the HTTP door: typed answers, one kind of failure, events that come back by themselves. */

import { after } from './timer.ts';
import type { Answer, FailureWords, ServerEvent } from './types.ts';

export interface ClientOptions {
  /** Where the control software listens: `http://127.0.0.1:PORT`. The page's own address where it is left out. */
  readonly base?: string;
  readonly token: string;
}
/** `open`: events come; `lost`: it is trying again; `refused`: the token is no longer good. */
export type Link = 'open' | 'lost' | 'refused';

export interface Client {
  get<T>(path: string, query?: { readonly [name: string]: string }): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  /** Calls a function by its name or section. `card` refuses it when the card was changed; a code is no failure here. */
  call(name: string, inputs?: object, options?: { readonly card?: string }): Promise<Answer>;
  /** Hears events until the answer is called; comes back by itself after the control software did. */
  watch(heard: (event: ServerEvent) => void, link?: (link: Link) => void): () => void;
}

/** Why a request has no answer: refused, failed with words, or nobody there (`status` 0). */
export class ClientFailure extends Error {
  override readonly name = 'ClientFailure';
  readonly status: number;
  readonly failure: FailureWords | undefined;
  constructor(status: number, failure?: FailureWords) {
    super(failure?.why.en ?? (status === 0 ? 'the control software does not answer' : `refused (${status})`));
    this.status = status;
    this.failure = failure;
  }
}

/** The page's own address; a program in Node has none and says `base`. */
const here = (): string => (globalThis as { readonly location?: { readonly origin: string } }).location?.origin ?? '';

const firstWait = 250;
const longestWait = 4000;

export function createClient({ base = '', token }: ClientOptions): Client {
  const ask = async <T>(method: string, path: string, body?: object, headers = {}): Promise<T> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        'x-opencshis-token': token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => undefined);
    if (response === undefined) throw new ClientFailure(0);
    const value = (await response.json().catch(() => ({}))) as { failure?: FailureWords };
    if (!response.ok) throw new ClientFailure(response.status, value.failure);
    return value as T;
  };
  const queryOf = (query: { readonly [name: string]: string } | undefined): string =>
    query === undefined ? '' : `?${new URLSearchParams(query)}`;
  return {
    get: (path, query) => ask('GET', `${path}${queryOf(query)}`),
    post: (path, body = {}) => ask('POST', path, body),
    call: (name, inputs = {}, { card } = {}) =>
      ask<Answer>('POST', `/api/v1/call/${name}`, { ...inputs, ...(card === undefined ? {} : { card }) }),
    watch(heard, link = () => undefined) {
      let ended = false;
      let wait = firstWait;
      let cancel = (): void => undefined;
      let socket: WebSocket | undefined;
      const again = async (): Promise<void> => {
        // Told apart, as one is mended by waiting and the other is not.
        const refused = await ask('GET', '/api/v1/status').then(
          () => false,
          (error: unknown) => error instanceof ClientFailure && error.status === 401,
        );
        if (ended) return;
        if (refused) return link('refused');
        link('lost');
        cancel = after(wait, open);
        wait = Math.min(wait * 2, longestWait);
      };
      const open = (): void => {
        const address = new URL(`${base || here()}/api/v1/events`);
        address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
        socket = new WebSocket(address, ['opencshis', `token.${token}`]);
        socket.addEventListener('open', () => {
          wait = firstWait;
          link('open');
        });
        socket.addEventListener('message', ({ data }) => heard(JSON.parse(String(data)) as ServerEvent));
        socket.addEventListener('close', () => {
          if (!ended) void again();
        });
      };
      open();
      return () => {
        ended = true;
        cancel();
        socket?.close();
      };
    },
  };
}

/** The tokens for a one-use code; undefined where the code is not good any more. */
export async function exchangeCode(
  code: string,
  base = '',
): Promise<{ readonly token: string; readonly world?: string } | undefined> {
  const response = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  }).catch(() => undefined);
  return response?.ok ? ((await response.json()) as { token: string; world?: string }) : undefined;
}
