/**
 * @module A log-in to a web site by cards, as the site's page asks for it: the operator is asked once whether that origin
 * may, and from then on each log-in is signed for the origin that the browser names, and for no other.
 */

import { type Clock, Failure, limits, type Say, say } from '../base/index.ts';
import { type LogInCards, logInCards } from '../codec/index.ts';
import type { Control, SignedLogIn } from '../control/types.ts';
import type { ComponentControl } from './ops.ts';
import type { Origins } from './origins.ts';

export interface LogInAnswer {
  /** `unknown`: nobody was asked yet; `busy`: nobody may be asked now. */
  readonly standing: 'unknown' | 'waiting' | 'accepted' | 'refused' | 'ended' | 'busy';
  /** What the operator sees, too. */
  readonly code?: string;
  readonly until?: number;
  readonly signed?: SignedLogIn;
  /** Other card programs that answer on this machine: told to those alone who were let in. */
  readonly neighbours?: readonly { readonly port: number; readonly name: Say }[];
}

export function createLogIn(deps: {
  readonly control: Pick<Control, 'logIn'>;
  readonly origins: Origins;
  readonly clock: Clock;
  readonly component?: ComponentControl;
}) {
  const { origins } = deps;
  /** The last request of each origin, and how to wait for its page's next word. */
  const asked = new Map<string, { readonly id: string; silent: () => void }>();
  const heardOf = (origin: string): void => {
    const one = asked.get(origin);
    one?.silent();
    if (one) one.silent = deps.clock.after(limits.originSilence, () => origins.withdraw(one.id));
  };
  const standing = (origin: string): LogInAnswer => {
    const id = asked.get(origin)?.id;
    if (id === undefined) return { standing: 'unknown' };
    const now = origins.standing(id);
    const shown =
      now === 'waiting' ? origins.asking().find((one) => one.origin === origin && one.purpose === 'vpn') : undefined;
    // What was accepted is no more once it was taken back.
    return {
      standing: now === 'accepted' ? 'unknown' : now,
      ...(shown ? { code: shown.code, until: shown.until } : {}),
    };
  };
  const ask = (origin: string): LogInAnswer => {
    const before = standing(origin);
    if (before.standing !== 'waiting') {
      const request = origins.ask(origin, 'vpn');
      if (request === undefined) return before.standing === 'refused' ? before : { standing: 'busy' };
      asked.get(origin)?.silent();
      asked.delete(origin);
      asked.set(origin, { id: request.id, silent: () => undefined });
      if (asked.size > most) asked.delete(asked.keys().next().value ?? '');
    }
    heardOf(origin);
    return standing(origin);
  };

  /** `gone` ends it: its page has left. */
  return async (
    origin: string,
    body: { readonly [name: string]: unknown },
    gone: AbortSignal,
  ): Promise<LogInAnswer> => {
    if (!origins.allowed(origin, 'vpn')) {
      if (body.ask === true) return ask(origin);
      heardOf(origin);
      return standing(origin);
    }
    if (body.cards === undefined) {
      const face = await deps.component?.act('status');
      return { standing: 'accepted', neighbours: (face?.neighbours ?? []).map(({ port, name }) => ({ port, name })) };
    }
    const { cards, nonce } = body;
    if (!isOffered(cards) || typeof nonce !== 'string')
      throw new Failure(6018, {
        kind: 'parameter',
        why: say({ zh: 'cards 或 nonce 不正確', en: 'cards or nonce is not right' }),
      });
    const ended = new AbortController();
    const end = (): void => ended.abort();
    if (gone.aborted) end();
    gone.addEventListener('abort', end, { once: true });
    const unwatch = origins.watch((event) => {
      if (event.change === 'revoked' && event.origin === origin && !origins.allowed(origin, 'vpn')) end();
    });
    try {
      const signed = await deps.control.logIn({ cards, origin, nonce, signal: ended.signal });
      // Taken back while a PIN was typed: what was signed stays here.
      return origins.allowed(origin, 'vpn') ? { standing: 'accepted', signed } : { standing: 'unknown' };
    } finally {
      unwatch();
      gone.removeEventListener('abort', end);
    }
  };
}
const most = 100;

/** The component's own kind comes through its own door alone. */
const isOffered = (cards: unknown): cards is LogInCards =>
  cards !== 'component' && logInCards.includes(cards as LogInCards);
