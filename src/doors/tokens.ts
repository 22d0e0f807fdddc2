/**
 * @module Tokens by role, and one-use codes that become a console's tokens. Compared in constant time or by their digest,
 * never logged. A console's outlive a restart of the program: the page that is open goes on.
 */

import { createHash, timingSafeEqual } from 'node:crypto';
import { type Clock, limits, type Random } from '../base/index.ts';
import type { Role } from '../catalogue/schema.ts';

export interface ConsoleTokens {
  readonly operator: string;
  /** For the simulated world. */
  readonly world: string;
}
export interface Tokens {
  /** Of programs and consoles; a page's own is made with its origin (`origins.ts`). */
  readonly byRole: { readonly [R in Exclude<Role, 'page'>]: string };
  /** The role of a token, and a name for who holds it. */
  roleOf(token: string): { readonly role: Role; readonly holder: string } | undefined;
  newCode(): string;
  /** A console's tokens for a one-use code, once and for five minutes. */
  exchange(code: string): ConsoleTokens | undefined;
}
/** Where the digests of a console's tokens are kept. */
export interface TokenMemory {
  read(): Uint8Array | undefined;
  write(bytes: Uint8Array): void;
}
interface Kept {
  /** SHA-256, hex: what is kept gives nobody a token. */
  readonly digest: string;
  readonly role: 'operator' | 'world';
  readonly holder: string;
  readonly since: number;
}

const most = 400;

export function createTokens(clock: Clock, random: Random, memory?: TokenMemory): Tokens {
  const fresh = (bytes = 32): string => Buffer.from(random.bytes(bytes)).toString('hex');
  const byRole = { program: fresh(), operator: fresh(), world: fresh() };
  const consoles = new Map(recalled(memory).map((one) => [one.digest, one]));
  const codes = new Map<string, number>();
  const trim = (map: Map<string, unknown>): void => {
    while (map.size > most) map.delete(map.keys().next().value ?? '');
  };
  return {
    byRole,
    roleOf(token) {
      let found: { role: Role; holder: string } | undefined;
      for (const [role, own] of Object.entries(byRole) as [Role, string][])
        if (same(token, own)) found = { role, holder: role };
      const kept = consoles.get(digestOf(token));
      if (kept !== undefined && clock.now() - kept.since <= limits.consoleToken)
        found = { role: kept.role, holder: kept.holder };
      return found;
    },
    newCode() {
      const code = fresh();
      codes.set(code, clock.monotonic());
      trim(codes);
      return code;
    },
    exchange(code) {
      const match = [...codes].find(([own]) => same(code, own));
      if (match === undefined) return undefined;
      codes.delete(match[0]);
      if (clock.monotonic() - match[1] > limits.oneUseCode) return undefined;
      const made = { operator: fresh(), world: fresh() };
      // Never given twice, since PIN states belong to it.
      const holder = `${consoleHolder}${fresh(8)}`;
      const since = clock.now();
      for (const role of ['operator', 'world'] as const) {
        const digest = digestOf(made[role]);
        consoles.set(digest, { digest, role, holder, since });
      }
      trim(consoles);
      memory?.write(Buffer.from(JSON.stringify([...consoles.values()])));
      return made;
    },
  };
}

/** Whether a name of who holds a token is a console's. */
export const isConsole = (holder: string): boolean => holder.startsWith(consoleHolder);
const consoleHolder = 'console-';

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What cannot be read is forgotten: the page asks for a new link. */
function recalled(memory: TokenMemory | undefined): Kept[] {
  try {
    const bytes = memory?.read();
    const list: unknown = bytes === undefined ? [] : JSON.parse(Buffer.from(bytes).toString('utf8'));
    return Array.isArray(list) ? list.filter(isKept) : [];
  } catch {
    return [];
  }
}
const isKept = (one: Partial<Kept> | null): one is Kept =>
  typeof one?.digest === 'string' &&
  (one.role === 'operator' || one.role === 'world') &&
  typeof one.holder === 'string' &&
  typeof one.since === 'number';

function same(one: string, other: string): boolean {
  // As many letters may be more bytes.
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
