/**
 * @module How control and the console process speak: one JSON object a line over a local socket, bytes as
 * `{ "$b": base64 }`. Both sides first prove that they know the token in the world's folder.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';

export const encodeWire = (value: unknown): string =>
  `${JSON.stringify(value, (_, inner) => (inner instanceof Uint8Array ? { $b: Buffer.from(inner).toString('base64') } : isBufferJson(inner) ? { $b: Buffer.from(inner.data).toString('base64') } : inner))}\n`;

/** @throws TypeError, SyntaxError: what is no object is no message. */
export function decodeWire(line: string): object {
  const value: unknown = JSON.parse(line, (_, inner) =>
    typeof inner === 'object' && inner !== null && typeof inner.$b === 'string'
      ? Uint8Array.from(Buffer.from(inner.$b, 'base64'))
      : inner,
  );
  if (typeof value !== 'object' || value === null) throw new TypeError('no message');
  return value;
}

const isBufferJson = (value: unknown): value is { data: number[] } =>
  typeof value === 'object' &&
  value !== null &&
  (value as { type?: string }).type === 'Buffer' &&
  Array.isArray((value as { data?: unknown }).data);

export const wireProof = (token: Uint8Array, side: 'client' | 'server', nonces: string): string =>
  createHmac('sha256', token).update(`${side}|${nonces}`).digest('hex');
/** By their bytes: letters outside of ASCII are longer than they count. */
export function sameText(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** Calls `line` for each whole line; lines over `limit` end the connection by `tooLong`. */
export function lineReader(line: (text: string) => void, limit: number, tooLong: () => void): (part: Buffer) => void {
  let rest = '';
  return (part) => {
    rest += part.toString('utf8');
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const text = rest.slice(0, end);
      rest = rest.slice(end + 1);
      line(text);
    }
    if (rest.length > limit) tooLong();
  };
}
