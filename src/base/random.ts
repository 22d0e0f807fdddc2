/** @module Random bytes by argument: real ones for keys, seeded ones for demonstration people and tests only. */

import { createHash, randomBytes } from 'node:crypto';

export interface Random {
  bytes(length: number): Uint8Array;
}

export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };

/** Repeatable bytes (SHA-256 in counter mode) from a seed. Never for keys. */
export function seededRandom(seed: string | number): Random {
  let counter = 0;
  let pool = new Uint8Array(0);
  return {
    bytes(length) {
      const out = new Uint8Array(length);
      for (let at = 0; at < length; ) {
        if (pool.length === 0) pool = new Uint8Array(createHash('sha256').update(`${seed}/${counter++}`).digest());
        const part = pool.subarray(0, Math.min(pool.length, length - at));
        out.set(part, at);
        pool = pool.subarray(part.length);
        at += part.length;
      }
      return out;
    },
  };
}

/** A random UUID (RFC 9562, version 4). */
export function uuid(random: Random): string {
  const bytes = random.bytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An integer from 0 to `below` - 1, without bias. */
export function randomInt(random: Random, below: number): number {
  const limit = Math.floor(0x1_0000_0000 / below) * below;
  for (;;) {
    const value = new DataView(random.bytes(4).buffer).getUint32(0);
    if (value < limit) return value % below;
  }
}
