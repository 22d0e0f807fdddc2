/**
 * @module In front of the centre's routes: programs of this machine come in, by the centre's own address; nothing that a
 * browser sends for a page, or that came through a proxy, does.
 */

import type { IncomingMessage } from 'node:http';
import { isLoopback, valuesOf, wentThroughProxy } from '../../base/index.ts';

export function isFromProgram(request: IncomingMessage, port: number): boolean {
  const { rawHeaders, httpVersion, url = '' } = request;
  const hosts = valuesOf(rawHeaders, 'host');
  return (
    isLoopback(request.socket.remoteAddress ?? '') &&
    httpVersion === '1.1' &&
    hosts.length === 1 &&
    [`127.0.0.1:${port}`, `localhost:${port}`].includes(hosts[0] ?? '') &&
    url.startsWith('/') &&
    !url.startsWith('//') &&
    url.length <= 1000 &&
    valuesOf(rawHeaders, 'origin').length === 0 &&
    // A person may look at an address; a page may not have it looked at.
    valuesOf(rawHeaders, 'sec-fetch-site').every((site) => site === 'none') &&
    !wentThroughProxy(rawHeaders)
  );
}
