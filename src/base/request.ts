/** @module What every guard looks at first: raw headers, who is at the other end, whether a proxy stands between. */

import type { IncomingMessage } from 'node:http';

/** A request as a guard sees it. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly peer: string;
  /** Names and values as they came, one after the other. */
  readonly rawHeaders: readonly string[];
  readonly upgrade: boolean;
}
export const askedOf = (request: IncomingMessage, upgrade: boolean): Asked => ({
  method: request.method ?? '',
  url: request.url ?? '',
  httpVersion: request.httpVersion,
  peer: request.socket.remoteAddress ?? '',
  rawHeaders: request.rawHeaders,
  upgrade,
});

/** Values of a header as they came. */
export const valuesOf = (rawHeaders: readonly string[], name: string): string[] =>
  rawHeaders.flatMap((value, index) =>
    index % 2 === 0 && value.toLowerCase() === name ? [rawHeaders[index + 1] ?? ''] : [],
  );

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const proxies = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

/** Why a request did not come straight from this machine, by one of the server's own names; undefined where it did. */
export function crooked(
  asked: Asked,
  own: readonly string[],
): 'peer' | 'version' | 'host' | 'url' | 'forwarded' | undefined {
  const { url, rawHeaders } = asked;
  const hosts = valuesOf(rawHeaders, 'host');
  if (!loopback.has(asked.peer)) return 'peer';
  if (asked.httpVersion !== '1.1') return 'version';
  if (hosts.length !== 1 || !own.includes(hosts[0] ?? '')) return 'host';
  if (!url.startsWith('/') || url.startsWith('//') || url.length > 1000) return 'url';
  // Nothing that went through a proxy was meant for this machine's own programs.
  return proxies.some((name) => valuesOf(rawHeaders, name).length > 0) ? 'forwarded' : undefined;
}
