/** @module The sample HIS page, served from an origin of its own: of this machine, or encrypted under any name. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { bundleClient } from '../../tools/build-client.ts';
import { newFolder } from './counter.ts';

const folder = 'docs/examples/his-page';
const types: { readonly [ending: string]: string } = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

export const hasOpenssl = (): boolean => spawnSync('openssl', ['version']).status === 0;

/** For a test alone. */
function certificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const place = newFolder();
  const [key, cert] = [join(place, 'key.pem'), join(place, 'cert.pem')];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=his.example', '-addext', 'subjectAltName=DNS:his.example', '-keyout', key, '-out', cert],
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

export async function serveHisPage(encrypted = false) {
  const { text } = await bundleClient();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '/', 'http://x');
    const name = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
    const ending = name.split('.').at(-1) ?? '';
    response.setHeader('content-type', `${types[ending] ?? 'text/plain'}; charset=utf-8`);
    if (name === 'client.js') response.end(text);
    else if (/^\w+\.\w+$/.test(name) && existsSync(join(folder, name))) response.end(readFileSync(join(folder, name)));
    else response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
  };
  const server = encrypted ? createHttps(certificate(), answer) : createHttp(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: encrypted ? `https://his.example:${port}` : `http://localhost:${port}`,
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
}
export type HisPage = Awaited<ReturnType<typeof serveHisPage>>;
