/** @module A request as its bytes, and the changes that make an attack of it: the same for every server on loopback. */

export interface RawRequest {
  readonly line: string;
  readonly headers: readonly string[];
  readonly body: string;
}
export const bytesOf = ({ line, headers, body }: RawRequest): Buffer =>
  Buffer.from(`${[line, ...headers].join('\r\n')}\r\n\r\n${body}`, 'latin1');
export const without = (request: RawRequest, name: string): RawRequest => ({
  ...request,
  headers: request.headers.filter((header) => !header.toLowerCase().startsWith(`${name.toLowerCase()}:`)),
});
export const plus = (request: RawRequest, ...headers: string[]): RawRequest => ({
  ...request,
  headers: [...request.headers, ...headers],
});
export const replaced = (request: RawRequest, name: string, value: string): RawRequest =>
  plus(without(request, name), `${name}: ${value}`);
export const withBody = (
  request: RawRequest,
  body: string,
  length = Buffer.byteLength(body, 'latin1'),
): RawRequest => ({
  ...replaced(request, 'Content-Length', String(length)),
  body,
});

export type Attack = (request: RawRequest, port: number) => RawRequest;
const host =
  (value: (port: number) => string): Attack =>
  (request, port) =>
    replaced(request, 'Host', value(port));
const origin =
  (value: (port: number) => string): Attack =>
  (request, port) =>
    replaced(request, 'Origin', value(port));
const header =
  (text: string): Attack =>
  (request) =>
    plus(request, text);

/** Rows 1 and 6: whoever reached the port by another name, or through something else. */
export const byAnotherName: { readonly [name: string]: Attack } = {
  'Host evil': host((port) => `evil.example:${port}`),
  'Host empty': host(() => ''),
  'Host missing': (request) => without(request, 'Host'),
  'Host doubled': (request, port) => plus(request, `Host: 127.0.0.1:${port}`),
  'Host doubled with evil': (request, port) => plus(request, `Host: evil.example:${port}`),
  'Host with a suffix': host((port) => `localhost.evil.example:${port}`),
  'Host with a dot': host((port) => `localhost.:${port}`),
  'Host of nip.io': host((port) => `127.0.0.1.nip.io:${port}`),
  'Host with a user': host((port) => `127.0.0.1:${port}@evil.example`),
  'Host any address': host((port) => `0.0.0.0:${port}`),
  'Host in other digits': host((port) => `2130706433:${port}`),
  'Host without port': host(() => '127.0.0.1'),
  'Host with another port': host((port) => `127.0.0.1:${port + 1}`),
  'absolute form, evil': (request, port) => ({
    ...request,
    line: request.line.replace(' /', ` http://evil.example:${port}/`),
  }),
  'absolute form, own': (request, port) => ({
    ...request,
    line: request.line.replace(' /', ` http://127.0.0.1:${port}/`),
  }),
  'a double slash': (request) => ({ ...request, line: request.line.replace(' /', ' //') }),
  'HTTP/1.0 without Host': (request) => ({
    ...without(request, 'Host'),
    line: request.line.replace('HTTP/1.1', 'HTTP/1.0'),
  }),
  'HTTP/1.0': (request) => ({ ...request, line: request.line.replace('HTTP/1.1', 'HTTP/1.0') }),
  'X-Forwarded-For': header('X-Forwarded-For: 127.0.0.1'),
  'X-Forwarded-Host': header('X-Forwarded-Host: localhost'),
  'X-Real-IP': header('X-Real-IP: 127.0.0.1'),
  Forwarded: header('Forwarded: for=127.0.0.1'),
  Via: header('Via: 1.1 proxy'),
};

/** Rows 2, 3 and 4: what pages of other origins have a browser send. */
export const byAnotherPage: { readonly [name: string]: Attack } = {
  'Origin evil': origin(() => 'https://evil.example'),
  'Origin null': origin(() => 'null'),
  'Origin empty': origin(() => ''),
  'Origin with another port': origin((port) => `http://127.0.0.1:${port + 1}`),
  'Origin without port': origin(() => 'http://127.0.0.1'),
  'Origin https': origin((port) => `https://127.0.0.1:${port}`),
  'Origin with a suffix': origin((port) => `http://127.0.0.1:${port}.evil.example`),
  'Origin below localhost': origin((port) => `http://x.localhost:${port}`),
  'Origin doubled': header('Origin: https://evil.example'),
  'another site, no Origin': (request) => plus(without(request, 'Origin'), 'Sec-Fetch-Site: cross-site'),
  'a sister site, no Origin': (request) => plus(without(request, 'Origin'), 'Sec-Fetch-Site: same-site'),
  'a form': (request) =>
    replaced(replaced(request, 'Origin', 'https://evil.example'), 'Content-Type', 'application/x-www-form-urlencoded'),
  'plain text': (request) =>
    replaced(replaced(request, 'Origin', 'https://evil.example'), 'Content-Type', 'text/plain'),
  'a preflight': (request) => ({
    ...plus(
      ['Authorization', 'Content-Length', 'Content-Type', 'Origin'].reduce(without, request),
      'Origin: https://evil.example',
      'Access-Control-Request-Method: POST',
      'Access-Control-Request-Headers: authorization',
      'Access-Control-Request-Private-Network: true',
    ),
    line: request.line.replace(/^\w+/, 'OPTIONS'),
    body: '',
  }),
};
