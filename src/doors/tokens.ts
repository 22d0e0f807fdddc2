/** @module Tokens by role, and one-use codes that become operator tokens. Compared in constant time, never logged. */

import { timingSafeEqual } from 'node:crypto';
import { type Clock, limits, type Random } from '../base/index.ts';
import type { Role } from '../catalogue/schema.ts';

export interface Tokens {
  readonly byRole: { readonly [R in Role]: string };
  /** The role of a token, and a name for who holds it. */
  roleOf(token: string): { readonly role: Role; readonly holder: string } | undefined;
  newCode(): string;
  /** An operator token for a one-use code, once and for five minutes. */
  exchange(code: string): string | undefined;
}

const most = 200;

export function createTokens(clock: Clock, random: Random): Tokens {
  const fresh = (): string => Buffer.from(random.bytes(32)).toString('hex');
  const byRole = { program: fresh(), operator: fresh(), world: fresh(), page: fresh() };
  const sessions = new Map<string, string>();
  const codes = new Map<string, number>();
  let consoles = 0;
  const trim = (map: Map<string, unknown>): void => {
    if (map.size > most) map.delete(map.keys().next().value ?? '');
  };
  return {
    byRole,
    roleOf(token) {
      let found: { role: Role; holder: string } | undefined;
      for (const [role, own] of Object.entries(byRole) as [Role, string][])
        if (same(token, own)) found = { role, holder: role };
      for (const [own, holder] of sessions) if (same(token, own)) found = { role: 'operator', holder };
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
      const token = fresh();
      // Counted, not measured: a name is never given twice, since PIN states belong to it.
      consoles += 1;
      sessions.set(token, `console-${consoles}`);
      trim(sessions);
      return token;
    },
  };
}

function same(one: string, other: string): boolean {
  // As many letters may be more bytes.
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
