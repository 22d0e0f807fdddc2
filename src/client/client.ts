/** @module Requests and events over the HTTP door: typed answers, one kind of failure, events that come back by themselves. */

import type { ApiName, InputsOf, OutputFieldsOf } from '../catalogue/types.ts';
import { here, hex } from './browser.ts';
import { ClientFailure } from './failure.ts';
import { fresh } from './random.ts';
import { type Asked, prove, request, timeouts } from './request.ts';
import { after, pause } from './timer.ts';
import type { Answer, PublicZone, Registration, ServerEvent, Slot, Status } from './types.ts';

export interface ClientOptions {
  /** Where the control software listens: `http://127.0.0.1:PORT`. The page's own address where it is left out. */
  readonly base?: string;
  readonly token: string;
  /** The control software's key, as `pair` learned it. */
  readonly identity?: string;
}
/** `open`: events come; `lost`: it is trying again; `refused`: the token is no longer good. */
export type Link = 'open' | 'lost' | 'refused';

export interface CallOptions {
  /** The handle from `card()`: refused (`card-changed`) when the card was changed since. */
  readonly card?: string;
  /** The reader's name, where several have a card. */
  readonly slot?: string;
  readonly signal?: AbortSignal;
  readonly timeout?: number;
  /** Made anew where it is left out. The same one, asked again, gets the same answer and writes nothing twice. */
  readonly requestId?: string;
  /** For functions that take a file. */
  readonly file?: Uint8Array | Blob;
}
type Given<I> = {
  readonly [K in keyof I]:
    | Exclude<I[K], Uint8Array>
    | (I[K] extends number ? never : { readonly [field: string]: unknown });
};
type CallArguments<N extends string> = N extends ApiName
  ? object extends InputsOf<N>
    ? [inputs?: Given<InputsOf<N>>, options?: CallOptions]
    : [inputs: Given<InputsOf<N>>, options?: CallOptions]
  : string extends N
    ? [inputs?: object, options?: CallOptions]
    : [never];
/** The answer of one function: `fields` has its buffers decoded, by parameter name. */
export type AnswerOf<N extends string> = N extends ApiName
  ? Omit<Answer, 'fields'> & { readonly fields: OutputFieldsOf<N> }
  : Answer;

export interface RegisterInputs {
  /** Category of the visit; `01` where it is left out. */
  readonly treatItem?: string;
  readonly babyTreat?: string;
  readonly afterCheck?: string;
}

export interface Client {
  get<T>(path: string, query?: { readonly [name: string]: string }): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  status(): Promise<Status>;
  readers(): Promise<readonly Slot[]>;
  /** The public zone of the card in a reader (of the only one that has one), with its handle. Fails with 4000, 4013, 4033. */
  card(slot?: string): Promise<PublicZone>;
  /** Calls a function by its name (or, not typed, by its section). A code is no failure here: see `checked`. */
  call<N extends string>(name: N, ...rest: CallArguments<N>): Promise<AnswerOf<N>>;
  /** The whole walk of a registration: opens, verifies, 1.1, 1.38, 1.53. */
  register(inputs?: RegisterInputs, options?: Omit<CallOptions, 'file' | 'slot'>): Promise<Registration>;
  /** The same calls, bound to one card. */
  forCard(card: string): Pick<Client, 'call' | 'register'>;
  /** Hears events until the answer is called; comes back by itself after the control software did. */
  watch(heard: (event: ServerEvent) => void, link?: (link: Link) => void): () => void;
}

/** Fails with an answer's failure; else the answer itself. */
export function checked<A extends Pick<Answer, 'failure'>>(answer: A): A {
  if (answer.failure !== undefined) throw new ClientFailure(200, answer.failure);
  return answer;
}

export function createClient({ base = '', token, identity }: ClientOptions): Client {
  const target = { base, token, identity };
  const ask = <T>(method: string, path: string, asked?: Asked): Promise<T> => request(target, method, path, asked);
  const get = <T>(path: string, query?: { readonly [name: string]: string }): Promise<T> =>
    ask('GET', `${path}${query === undefined ? '' : `?${new URLSearchParams(query)}`}`);

  /** Asks again with the same id where the connection broke: what was written meanwhile is answered, not written again. */
  const surely = async <T>(path: string, asked: Asked): Promise<T> => {
    let waited = 0;
    for (let wait: number = timeouts.firstWait; ; wait = Math.min(wait * 2, timeouts.longestWait)) {
      try {
        return await ask<T>('POST', path, { timeout: timeouts.call, ...asked });
      } catch (error) {
        const again = error instanceof ClientFailure && error.kind === 'not-running' && waited < timeouts.retry;
        if (!again) throw error;
        waited += wait;
        await pause(wait, asked.signal);
      }
    }
  };

  const call = async (name: string, inputs: object = {}, options: CallOptions = {}): Promise<Answer> => {
    const { card, slot, signal, timeout, requestId = newId(), file } = options;
    const bound = { ...(card === undefined ? {} : { card }), ...(slot === undefined ? {} : { slot }) };
    const query = file === undefined ? '' : `?${new URLSearchParams({ ...(inputs as object), ...bound })}`;
    return surely(`/api/v1/call/${name}${query}`, {
      ...(file === undefined ? { body: { ...inputs, ...bound } } : { file }),
      headers: { 'x-request-id': requestId },
      signal,
      ...(timeout === undefined ? {} : { timeout }),
    });
  };
  const register: Client['register'] = (inputs = {}, { card, requestId = newId(), signal, timeout } = {}) =>
    surely('/api/v1/register', {
      body: { ...inputs, requestId, ...(card === undefined ? {} : { card }) },
      signal,
      ...(timeout === undefined ? {} : { timeout }),
    });

  return {
    get,
    post: (path, body = {}) => ask('POST', path, { body, timeout: timeouts.call }),
    status: () => get('/api/v1/status'),
    readers: () => get('/api/v1/readers'),
    card: (slot) => get('/api/v1/card', slot === undefined ? undefined : { slot }),
    call: call as Client['call'],
    register,
    forCard: (card) => ({
      call: ((name: string, inputs?: object, options?: CallOptions) =>
        call(name, inputs, { ...options, card })) as Client['call'],
      register: (inputs, options) => register(inputs, { ...options, card }),
    }),
    watch(heard, link = () => undefined) {
      let ended = false;
      let wait: number = timeouts.firstWait;
      let cancel = (): void => undefined;
      let socket: WebSocket | undefined;
      const again = async (): Promise<void> => {
        // Told apart, as one is mended by waiting and the other is not.
        const refused = await get('/api/v1/status').then(
          () => false,
          (error: unknown) => error instanceof ClientFailure && error.status === 401,
        );
        if (ended) return;
        if (refused) return link('refused');
        link('lost');
        cancel = after(wait, () => void open());
        wait = Math.min(wait * 2, timeouts.longestWait);
      };
      const open = async (): Promise<void> => {
        const address = new URL(`${base || here()}/api/v1/events`);
        address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
        try {
          if (identity !== undefined) await prove(base, identity);
        } catch {
          return ended ? undefined : again();
        }
        if (ended) return;
        socket = new WebSocket(address, ['opencshis', `token.${token}`]);
        socket.addEventListener('open', () => {
          wait = timeouts.firstWait;
          link('open');
        });
        socket.addEventListener('message', ({ data }) => heard(JSON.parse(String(data)) as ServerEvent));
        socket.addEventListener('close', ({ code }) => {
          if (ended) return;
          if (code === noLongerLetIn) link('refused');
          else void again();
        });
      };
      void open();
      return () => {
        ended = true;
        cancel();
        socket?.close();
      };
    },
  };
}
/** The operator took the page's origin back. */
const noLongerLetIn = 4403;
const newId = (): string => hex(fresh(16));

/** The tokens for a one-use code; undefined where the code is not good any more. */
export function exchangeCode(
  code: string,
  base = '',
): Promise<{ readonly token: string; readonly world?: string } | undefined> {
  return request<{ token: string; world?: string }>({ base }, 'POST', '/api/v1/session', { body: { code } }).catch(
    () => undefined,
  );
}
