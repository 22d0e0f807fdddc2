/**
 * @module In front of the centre's routes: programs of this machine come in, by the centre's own address; nothing that a
 * browser sends for a page, or that came through a proxy, does. In front of the simulated web site: its own pages alone.
 */

import type { IncomingMessage } from 'node:http';
import { askedOf, crooked, valuesOf } from '../../base/index.ts';

/** From this machine, by the own address, with nothing in between. */
const cameStraight = (request: IncomingMessage, port: number): boolean =>
  crooked(askedOf(request, false), [`127.0.0.1:${port}`, `localhost:${port}`]) === undefined;

export function isFromProgram(request: IncomingMessage, port: number): boolean {
  const { rawHeaders } = request;
  return (
    cameStraight(request, port) &&
    valuesOf(rawHeaders, 'origin').length === 0 &&
    // A person may look at an address; a page may not have it looked at.
    valuesOf(rawHeaders, 'sec-fetch-site').every((site) => site === 'none')
  );
}

/** A page of the site asks, or a person follows a link to it; what changes something comes with the site's own origin. */
export function isFromOwnSite(request: IncomingMessage, port: number): boolean {
  const { rawHeaders, method } = request;
  const origins = valuesOf(rawHeaders, 'origin');
  const [mode, destination] = ['sec-fetch-mode', 'sec-fetch-dest'].map((name) => valuesOf(rawHeaders, name).join());
  const isLink = method === 'GET' && mode === 'navigate' && destination === 'document';
  return (
    cameStraight(request, port) &&
    (origins.length === 1 || (origins.length === 0 && method === 'GET')) &&
    origins.every((origin) => origin === `http://${request.headers.host}`) &&
    valuesOf(rawHeaders, 'sec-fetch-site').every((site) => site === 'same-origin' || site === 'none' || isLink)
  );
}
