/**
 * @module The one store of web origins that an operator has let in, and of those that ask: pages that use the SDK, log-ins
 * by cards, the web component's local face. An origin is what a browser's Origin header says, never what a body says.
 *
 * How a door uses it: `allowed(origin, purpose)` before anything is done for a page; where that is false and the page may
 * ask, `ask(origin, purpose)`, whose answer names a code; the operator sees both in the console (event `origin`) or by
 * `opencshis origins`, and accepts or refuses by the code; `standing(id)` says how that went. A watcher closes what is
 * open of an origin when it hears of `revoked`.
 */

import { createHash } from 'node:crypto';
import { type Clock, limits, type Random, randomInt } from '../base/index.ts';

/** `page`: calls by the SDK. `vpn`: a log-in signed by cards. `component`: the web component's local face. */
export const purposes = ['page', 'vpn', 'component'] as const;
export type Purpose = (typeof purposes)[number];

/** What the operator sees of an origin that asks. */
export interface Asking {
  readonly origin: string;
  readonly purpose: Purpose;
  /** Six digits; where the page shows them too, they are compared by eye. */
  readonly code: string;
  /** The page shows the same code. */
  readonly compare: boolean;
  /** Milliseconds since 1970: it ends by itself. */
  readonly until: number;
}
export interface KnownOrigin {
  readonly origin: string;
  readonly purposes: readonly { readonly purpose: Purpose; readonly since: number; readonly used: number }[];
}
export type Standing = 'waiting' | 'accepted' | 'refused' | 'ended';
export interface OriginEvent {
  readonly type: 'origin';
  readonly change: 'asked' | 'accepted' | 'refused' | 'ended' | 'revoked';
  readonly origin: string;
  readonly purpose: Purpose;
  /** All that ask now. */
  readonly asking: readonly Asking[];
}

export interface Origins {
  /**
   * Asks the operator. One request an origin and purpose: a newer one takes its place. Undefined where it may not be asked
   * now: no origin that could be let in, too often, too many at once, or refused a short time ago.
   */
  ask(
    origin: string,
    purpose: Purpose,
    /** `code`: the one that the page computes as well. `token`: the page's own, good once it is accepted. */
    page?: { readonly code: string; readonly token: string },
  ): (Asking & { readonly id: string }) | undefined;
  /** How a request stands, by the id that only who asked knows. */
  standing(id: string): Standing;
  /** Whoever asked has gone. */
  withdraw(id: string): void;
  asking(): readonly Asking[];
  /** By the operator, by the code; undefined where nothing (or more than one) asks with it. */
  accept(code: string): Asking | undefined;
  refuse(code: string): Asking | undefined;
  /** Whether an origin was let in for that; notes the use. */
  allowed(origin: string, purpose: Purpose): boolean;
  /** Who holds a page's token: known only together with the origin that it was made for. */
  holderOf(token: string, origin: string): string | undefined;
  list(): readonly KnownOrigin[];
  /** For one purpose, or for all; false where it was not known. */
  revoke(origin: string, purpose?: Purpose): boolean;
  watch(listener: (event: OriginEvent) => void): () => void;
}
/** Where the store is kept: `origins.json` in the world's folder. */
export interface OriginMemory {
  read(): Uint8Array | undefined;
  write(bytes: Uint8Array): void;
}

interface Kept {
  readonly purpose: Purpose;
  readonly since: number;
  used: number;
  /** SHA-256 of pages' tokens, hex: what is kept gives nobody a token. The oldest first. */
  readonly tokens: readonly string[];
}
interface Request extends Asking {
  readonly id: string;
  readonly token: string | undefined;
  standing: Standing;
  end(): void;
}

/** Browsers of one origin at one counter; an older one pairs again. */
const mostTokens = 8;
const mostOrigins = 200;

export function createOrigins(clock: Clock, random: Random, memory?: OriginMemory): Origins {
  let known: ReadonlyMap<string, readonly Kept[]> = recalled(memory);
  const requests = new Map<string, Request>();
  /** When who asked, and when whom an operator refused. */
  let asks: { readonly origin: string; readonly at: number; readonly refused?: true }[] = [];
  const listeners = new Set<(event: OriginEvent) => void>();
  const keep = (origins = known): void =>
    memory?.write(Buffer.from(JSON.stringify({ v: 1, origins: Object.fromEntries(origins) })));
  const waiting = (): Request[] => [...requests.values()].filter((one) => one.standing === 'waiting');
  const asking = (): Asking[] =>
    waiting().map(({ origin, purpose, code, compare, until }) => ({ origin, purpose, code, compare, until }));
  const tell = (change: OriginEvent['change'], origin: string, purpose: Purpose): void => {
    const event: OriginEvent = { type: 'origin', change, origin, purpose, asking: asking() };
    for (const listener of listeners) listener(event);
  };
  const settle = (request: Request, how: 'accepted' | 'refused' | 'ended'): void => {
    request.standing = how;
    request.end();
    // The page may still ask how it went.
    request.end = clock.after(limits.originRequest, () => requests.delete(request.id));
    tell(how, request.origin, request.purpose);
  };
  const purposeOf = (origin: string, purpose: Purpose): Kept | undefined =>
    known.get(origin)?.find((one) => one.purpose === purpose);
  /** Written at once where something changed, and for mere use once in a while. */
  const used = (kept: Kept): void => {
    const now = clock.now();
    if (now - kept.used < limits.originUse && now >= kept.used) return;
    kept.used = now;
    keep();
  };
  const oneWith = (code: string): Request | undefined => {
    const found = waiting().filter((one) => one.code === code);
    return found.length === 1 ? found[0] : undefined;
  };

  return {
    ask(origin, purpose, page) {
      if (!mayAsk(origin)) return undefined;
      const now = clock.monotonic();
      asks = asks.filter((one) => now - one.at < limits.originWindow);
      const own = asks.filter((one) => one.origin === origin);
      if (own.some((one) => one.refused) || own.length >= limits.originAsks) return undefined;
      if (asks.length >= limits.originAsksOfAll) return undefined;
      const before = waiting().find((one) => one.origin === origin && one.purpose === purpose);
      if (before === undefined && waiting().length >= limits.originsAsking) return undefined;
      asks.push({ origin, at: now });
      if (before !== undefined) settle(before, 'ended');
      const request: Request = {
        id: Buffer.from(random.bytes(16)).toString('hex'),
        origin,
        purpose,
        code: page?.code ?? String(randomInt(random, 1_000_000)).padStart(6, '0'),
        compare: page !== undefined,
        until: clock.now() + limits.originRequest,
        token: page?.token,
        standing: 'waiting',
        end: clock.after(limits.originRequest, () => settle(request, 'ended')),
      };
      requests.set(request.id, request);
      tell('asked', origin, purpose);
      const { id, code, compare, until } = request;
      return { id, origin, purpose, code, compare, until };
    },
    standing: (id) => requests.get(id)?.standing ?? 'ended',
    withdraw(id) {
      const request = requests.get(id);
      if (request?.standing === 'waiting') settle(request, 'ended');
    },
    asking,
    accept(code) {
      const request = oneWith(code);
      if (request === undefined) return undefined;
      const { origin, purpose, compare, until, token } = request;
      const now = clock.now();
      const before = purposeOf(origin, purpose) ?? { purpose, since: now, tokens: [] };
      const tokens = [...before.tokens, ...(token === undefined ? [] : [digestOf(token)])].slice(-mostTokens);
      const next = new Map(known);
      if (!next.has(origin) && next.size >= mostOrigins) next.delete(leastUsed(next));
      const others = (next.get(origin) ?? []).filter((one) => one.purpose !== purpose);
      next.set(origin, [...others, { ...before, used: now, tokens }]);
      // What could not be kept is not let in.
      keep(next);
      known = next;
      settle(request, 'accepted');
      return { origin, purpose, code, compare, until };
    },
    refuse(code) {
      const request = oneWith(code);
      if (request === undefined) return undefined;
      asks.push({ origin: request.origin, at: clock.monotonic(), refused: true });
      settle(request, 'refused');
      const { origin, purpose, compare, until } = request;
      return { origin, purpose, code, compare, until };
    },
    allowed(origin, purpose) {
      const kept = purposeOf(origin, purpose);
      if (kept === undefined) return false;
      used(kept);
      return true;
    },
    holderOf(token, origin) {
      const digest = digestOf(token);
      // Looked up by its digest: how long that takes says nothing of the token.
      return purposeOf(origin, 'page')?.tokens.includes(digest) ? digest.slice(0, 16) : undefined;
    },
    list: () =>
      [...known].map(([origin, list]) => ({
        origin,
        purposes: list.map(({ purpose, since, used }) => ({ purpose, since, used })),
      })),
    revoke(origin, purpose) {
      const list = known.get(origin) ?? [];
      const gone = list.filter((one) => purpose === undefined || one.purpose === purpose);
      if (gone.length === 0) return false;
      const left = list.filter((one) => !gone.includes(one));
      const next = new Map(known);
      if (left.length === 0) next.delete(origin);
      else next.set(origin, left);
      known = next;
      // Even where the disk does not take it, it holds from now on.
      for (const one of gone) tell('revoked', origin, one.purpose);
      keep();
      return true;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Origins as browsers write them: encrypted ones, and for development those of this machine. */
export function mayAsk(origin: string): boolean {
  if (origin.length > 200 || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  return (
    url.origin === origin &&
    (url.protocol === 'https:' ||
      (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)))
  );
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const leastUsed = (known: ReadonlyMap<string, readonly Kept[]>): string =>
  [...known].sort(([, a], [, b]) => last(a) - last(b))[0]?.[0] ?? '';
const last = (list: readonly Kept[]): number => Math.max(...list.map((one) => one.used));

/** What cannot be read is forgotten: the origins ask again. */
function recalled(memory: OriginMemory | undefined): Map<string, readonly Kept[]> {
  const known = new Map<string, readonly Kept[]>();
  try {
    const bytes = memory?.read();
    const { origins } = JSON.parse(bytes === undefined ? '{}' : Buffer.from(bytes).toString('utf8')) as {
      origins?: unknown;
    };
    for (const [origin, list] of Object.entries(origins ?? {}))
      if (mayAsk(origin) && Array.isArray(list) && list.length > 0 && list.every(isKept)) known.set(origin, list);
  } catch {
    return new Map();
  }
  return known;
}
const isKept = (one: Partial<Kept> | null): one is Kept =>
  purposes.includes(one?.purpose as Purpose) &&
  typeof one?.since === 'number' &&
  typeof one.used === 'number' &&
  Array.isArray(one.tokens) &&
  one.tokens.every((token) => typeof token === 'string');
