/** @module The simulated NHI VPN site over HTTP: another origin than the control software, on this machine alone. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { limits } from '../../../base/index.ts';
import { bodyOf } from '../body.ts';
import { isFromOwnSite } from '../guard.ts';
import { createCheck, type Signed, type SiteParts } from './check.ts';
import { componentPage, loginPage } from './page.ts';
import { componentScript, loginScript } from './script.ts';
import { styleSheet } from './style.ts';

export interface VpnSiteOptions extends SiteParts {
  readonly port: number;
  /** Where the control software answers, asked for anew each time: the real site knows a fixed port. */
  readonly controlUrl: () => string;
}
export interface VpnSite {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** This machine's programs are what the site's pages are for, and all that they reach besides the site. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' http://127.0.0.1:* http://localhost:* https://localhost:59002 wss://localhost:7777; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const files: { readonly [path: string]: readonly [type: string, text: string] } = {
  '/': ['text/html', loginPage],
  '/component': ['text/html', componentPage],
  '/site.js': ['text/javascript', loginScript],
  '/component.js': ['text/javascript', componentScript],
  '/site.css': ['text/css', styleSheet],
};

const posted = ['/challenge', '/log-in', '/component'] as const;
const isPosted = (path: string): path is (typeof posted)[number] => (posted as readonly string[]).includes(path);
/** All that the site answers. */
export const sitePaths: readonly { readonly method: 'GET' | 'POST'; readonly path: string }[] = [
  ...Object.keys(files).map((path) => ({ method: 'GET', path }) as const),
  { method: 'GET', path: '/control' },
  ...posted.map((path) => ({ method: 'POST', path }) as const),
];

export async function startVpnSite(options: VpnSiteOptions): Promise<VpnSite> {
  const check = createCheck(options);
  let { port } = options;

  const answer = async (request: IncomingMessage): Promise<[status: number, type: string, text: string]> => {
    if (!isFromOwnSite(request, port)) return json(403, {});
    const path = request.url ?? '';
    if (request.method === 'GET') {
      const file = Object.hasOwn(files, path) ? files[path] : undefined;
      if (file !== undefined) return [200, `${file[0]}; charset=utf-8`, file[1]];
      return path === '/control' ? json(200, { url: options.controlUrl() }) : json(404, {});
    }
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') return json(403, {});
    if (!isPosted(path)) return json(404, {});
    const origin = `http://${request.headers.host}`;
    const body = objectIn(await bodyOf(request, limits.componentBody));
    const text = (name: string, from = body): string => (typeof from[name] === 'string' ? (from[name] as string) : '');
    switch (path) {
      case '/challenge':
        return json(200, check.challenge(origin));
      case '/log-in': {
        const { cards } = body;
        if (cards !== 'hc' && cards !== 'sam+hpc') return json(400, {});
        const given = objectOf(body.signed);
        const signed: Signed = {
          signedAt: text('signedAt', given),
          hospId: text('hospId', given),
          hcCardNo: text('hcCardNo', given),
          hpcCardNo: text('hpcCardNo', given),
          signature: text('signature', given),
        };
        return json(200, check.logIn(origin, { session: text('session'), nonce: text('nonce'), cards, signed }));
      }
      case '/component':
        return json(
          200,
          check.component(origin, {
            cardNo: text('card_no'),
            personId: text('as_id'),
            version: text('version'),
            random: text('random'),
            sign: text('sign'),
          }),
        );
    }
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    answer(request)
      .catch((): [number, string, string] => json(400, {}))
      .then(([status, type, text]) => {
        response
          .writeHead(status, {
            'content-type': type,
            'content-length': Buffer.byteLength(text),
            'cache-control': 'no-store',
            'content-security-policy': policy,
            'x-content-type-options': 'nosniff',
            'referrer-policy': 'no-referrer',
            'cross-origin-resource-policy': 'same-origin',
          })
          .end(text);
      });
  });
  server.requestTimeout = limits.centreCall;
  server.headersTimeout = limits.centreCall;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const json = (status: number, value: object): [number, string, string] => [
  status,
  'application/json; charset=utf-8',
  JSON.stringify(value),
];
const objectOf = (value: unknown): { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null ? (value as { readonly [name: string]: unknown }) : {};
const objectIn = (bytes: Uint8Array) => objectOf(JSON.parse(Buffer.from(bytes).toString('utf8') || '{}'));
