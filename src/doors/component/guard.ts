/**
 * @module The one guard in front of the web component's face. Deny by default, and to everybody who is denied in the same
 * words: a page that was not let in learns nothing but that something refuses it. Pure.
 */

import { type Asked, crooked, limits, valuesOf } from '../../base/index.ts';
import { mayAsk } from '../origins.ts';
import { type ComponentApi, componentApis } from './functions.ts';

export type ComponentVerdict =
  | { readonly ok: 'page'; readonly name: 'auth.html' | 'auth.js' }
  | { readonly ok: 'preflight'; readonly origin: string; readonly privateNetwork: boolean }
  | { readonly ok: 'call'; readonly api: ComponentApi; readonly origin: string; readonly reader: string }
  | { readonly ok: 'socket'; readonly origin: string }
  /** `origin`: one that could be let in, so that the operator is asked. */
  | { readonly ok: false; readonly origin?: string };

/** By which our own pop-up, and nothing else, says which page's messages it passes on. */
const openerHeader = 'x-opencshis-opener';
const types = /^(application\/json|text\/plain|application\/x-www-form-urlencoded)(; ?charset=utf-8)?$/i;

export function componentGuard(
  asked: Asked,
  face: { readonly scheme: 'http' | 'https'; readonly port: number; readonly socket: boolean },
  letIn: (origin: string) => boolean,
): ComponentVerdict {
  const no: ComponentVerdict = { ok: false };
  const header = (name: string): string[] => valuesOf(asked.rawHeaders, name);
  if (crooked(asked, [`127.0.0.1:${face.port}`, `localhost:${face.port}`, `[::1]:${face.port}`]) !== undefined)
    return no;
  const [host] = header('host');
  const origins = header('origin');
  const ownOrigin = `${face.scheme}://${host}`;
  if (origins.length === 0) return pageOf(asked, header, face.socket) ?? no;
  const [reader = ''] = origins;
  if (origins.length > 1) return no;
  const openers = header(openerHeader);
  // The pop-up's own script knows from the browser whose message it passes on; nobody else's word counts.
  const origin = reader === ownOrigin && openers.length === 1 ? (openers[0] ?? '') : reader;
  if (origin === ownOrigin || !mayAsk(origin)) return no;

  const [path = ''] = asked.url.split('?', 1);
  const preflight = asked.method === 'OPTIONS' && header('access-control-request-method').length === 1;
  const api = componentApis.find((one) => path === `/api/${one}`);
  const found = face.socket ? path === '/echo' && asked.upgrade : api !== undefined && !asked.upgrade;
  if (!found) return no;
  if (!letIn(origin)) return { ok: false, origin };
  if (face.socket) return { ok: 'socket', origin };
  if (preflight) {
    const privateNetwork = header('access-control-request-private-network').includes('true');
    return { ok: 'preflight', origin, privateNetwork };
  }
  if (asked.method !== 'POST' || api === undefined) return no;
  const lengths = header('content-length');
  const empty = lengths.length === 0 || (lengths.length === 1 && lengths[0] === '0');
  if (header('transfer-encoding').length > 0 || lengths.length > 1) return no;
  if (!empty && (!/^\d{1,6}$/.test(lengths[0] ?? '') || Number(lengths[0]) > limits.componentBody)) return no;
  const given = header('content-type');
  if (!empty && (given.length !== 1 || !types.test(given[0] ?? ''))) return no;
  return { ok: 'call', api, origin, reader };
}

/** The pop-up and its script: opened as a page, never as a picture or in a frame. */
function pageOf(asked: Asked, header: (name: string) => string[], socket: boolean): ComponentVerdict | undefined {
  if (socket || asked.upgrade || asked.method !== 'GET') return undefined;
  const [site] = header('sec-fetch-site');
  const [dest] = header('sec-fetch-dest');
  if (asked.url === '/auth.html' && (dest === undefined || dest === 'document'))
    return { ok: 'page', name: 'auth.html' };
  if (asked.url === '/auth.js' && (site === undefined || site === 'same-origin'))
    return { ok: 'page', name: 'auth.js' };
  return undefined;
}
