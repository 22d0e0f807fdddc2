/**
 * @module The one guard in front of every route of the HTTP door. Deny by default: peer, request form, Host, Origin,
 * route, token and its role, content type, size. Pure; what it refuses, it refuses with the same few bytes for everybody.
 */

import { type Asked, crooked, limits, valuesOf } from '../../base/index.ts';
import { apiByName, type Route, type RouteName, routes } from '../../catalogue/index.ts';
import type { Role } from '../../catalogue/schema.ts';
import { mayAsk } from '../origins.ts';

export type Verdict =
  | {
      readonly ok: true;
      readonly route: Route & { readonly name: RouteName };
      readonly params: { readonly [name: string]: string };
      readonly query: { readonly [name: string]: string };
      readonly role: Role | undefined;
      readonly holder: string;
      /** Of the page, where it is another than our own: as its browser says it. */
      readonly origin?: string;
    }
  /** A browser asks for a page of another origin what it may send. */
  | { readonly ok: 'preflight'; readonly origin: string; readonly method: string; readonly privateNetwork: boolean }
  /** `origin`: a page that was let in, and may read that it was refused. */
  | { readonly ok: false; readonly status: number; readonly reason: string; readonly origin?: string };

/** Whom the guard knows. */
export interface Known {
  /** With the origin of a page that is not our own. */
  roleOf(token: string, origin: string | undefined): { readonly role: Role; readonly holder: string } | undefined;
  /** Whether an operator has let that origin's pages in. */
  letIn(origin: string): boolean;
}

/** Header that a page of another origin cannot send without being asked first. */
export const tokenHeader = 'x-opencshis-token';

/**
 * A tab of its own that a person was led to, from the file by which the console is opened or from anywhere: the static page
 * alone, which holds nothing and cannot be framed. A browser says so itself; no script can say it.
 */
const comesToThePage = (asked: Asked, header: (name: string) => string[]): boolean =>
  asked.method === 'GET' &&
  asked.url === '/' &&
  !asked.upgrade &&
  header('sec-fetch-mode').join() === 'navigate' &&
  header('sec-fetch-dest').join() === 'document';

export function guard(asked: Asked, port: number, known: Known): Verdict {
  /** What a page that was let in may read of its refusals. */
  let reader: { readonly origin: string } | undefined;
  const refuse = (status: number, reason: string): Verdict => ({ ok: false, status, reason, ...reader });
  const header = (name: string): string[] => valuesOf(asked.rawHeaders, name);
  const own = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  const fault = crooked(asked, own);
  if (fault !== undefined) return refuse(403, fault);
  const [host] = header('host');
  const origins = header('origin');
  const foreign = origins.length === 0 || origins[0] === `http://${host}` ? undefined : (origins[0] ?? '');
  if (origins.length > 1) return refuse(403, 'origin');
  if (foreign === undefined) {
    for (const site of header('sec-fetch-site'))
      if (site !== 'same-origin' && site !== 'none' && !(site === 'cross-site' && comesToThePage(asked, header)))
        return refuse(403, 'site');
  } else if (!mayAsk(foreign) || own.some((one) => foreign.endsWith(`//${one}`))) return refuse(403, 'origin');

  const [path = '', search = ''] = asked.url.split('?', 2);
  const preflight = asked.method === 'OPTIONS' ? header('access-control-request-method') : [];
  const found = matchRoute(preflight[0] ?? asked.method, path);
  if (foreign !== undefined) {
    // Whoever was not let in hears the same, whatever there is.
    if (found === undefined || !isOpenTo(found.route, known.letIn(foreign))) return refuse(403, 'origin');
    if (preflight.length === 1 && !asked.upgrade)
      return {
        ok: 'preflight',
        origin: foreign,
        method: found.route.method,
        privateNetwork: header('access-control-request-private-network').includes('true'),
      };
    if (found.route.foreign !== 'asks') reader = { origin: foreign };
  }
  if (found === undefined || preflight.length > 0) return refuse(404, 'route');
  const { route, params } = found;
  if (foreign === undefined && route.foreign !== undefined) return refuse(403, 'origin');
  if ((route.answer === 'websocket') !== asked.upgrade) return refuse(403, 'upgrade');
  const tokens = [
    ...header(tokenHeader),
    ...header('sec-websocket-protocol').flatMap((value) =>
      value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one.startsWith('token.'))
        .map((one) => one.slice(6)),
    ),
  ];
  if (tokens.length > 1) return refuse(401, 'token');
  const holder = tokens[0] === undefined ? undefined : known.roleOf(tokens[0], foreign);
  if (tokens[0] !== undefined && holder === undefined) return refuse(401, 'token');
  if (route.roles.length > 0) {
    if (holder === undefined) return refuse(401, 'token');
    if (!route.roles.includes(holder.role)) return refuse(403, 'role');
  }
  const body = bodyKind(route, params);
  if (body === 'none') {
    if (header('content-length').some((value) => value !== '0') || header('transfer-encoding').length > 0)
      return refuse(413, 'size');
  } else {
    const { type, most } = bodies[body];
    const types = header('content-type');
    if (types.length !== 1 || !type.test(types[0] ?? '')) return refuse(415, 'type');
    if (header('transfer-encoding').length > 0) return refuse(411, 'length');
    const lengths = header('content-length');
    if (lengths.length !== 1 || !/^\d{1,10}$/.test(lengths[0] ?? '')) return refuse(411, 'length');
    if (Number(lengths[0]) > most) return refuse(413, 'size');
  }
  const query = Object.fromEntries([...new URLSearchParams(search)].slice(0, 8));
  return {
    ok: true,
    route,
    params,
    query,
    role: holder?.role,
    holder: holder?.holder ?? 'nobody',
    ...(foreign === undefined ? {} : { origin: foreign }),
  };
}

/** Which routes a page of another origin finds at all. */
const isOpenTo = (route: Route, letIn: boolean): boolean =>
  route.foreign === 'asks' || (letIn && (route.foreign === 'known' || route.roles.includes('page')));

/** What bodies may be, and how large. */
const bodies = {
  json: { type: /^application\/json(; ?charset=utf-8)?$/i, most: limits.httpBody },
  file: {
    type: /^(application\/octet-stream|(application|text)\/xml(; ?charset=(utf-8|big5))?)$/i,
    most: limits.httpFile,
  },
} as const;

/** A function that takes a file is given it as the body: a path has no place in a request. */
export function bodyKind(
  route: Pick<Route, 'body'>,
  params: { readonly [name: string]: string },
): 'none' | keyof typeof bodies {
  if (route.body !== 'call') return route.body;
  return apiByName(params.name ?? '')?.params.some((param) => param.kind === 'fileIn') ? 'file' : 'json';
}

function matchRoute(method: string, path: string) {
  for (const route of routes as readonly (Route & { readonly name: RouteName })[]) {
    if (route.method !== method) continue;
    const wanted = route.path.split('/');
    const given = path.split('/');
    if (wanted.length !== given.length) continue;
    const params: { [name: string]: string } = {};
    const fits = wanted.every((part, index) => {
      const value = given[index] ?? '';
      if (!part.startsWith(':')) return part === value;
      params[part.slice(1)] = value;
      return /^[A-Za-z0-9._-]{1,64}$/.test(value);
    });
    if (fits) return { route, params };
  }
  return undefined;
}

const deepest = 8;

/** JSON of a body: an object, not deep, without names that reach into prototypes; undefined else. */
export function safeJson(bytes: Uint8Array): { readonly [name: string]: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    return isPlain(value, 0) && typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { readonly [name: string]: unknown })
      : undefined;
  } catch {
    return undefined;
  }
}
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > deepest) return false;
  return Object.entries(value).every(
    ([name, inner]) =>
      name !== '__proto__' && name !== 'constructor' && name !== 'prototype' && isPlain(inner, depth + 1),
  );
}
