/** @module What a web page may ask of the HTTP door: nothing passes the guard without a token where a route wants one. */

import { guard, safeJson } from '../../../src/doors/http/guard.ts';

const token = 'a'.repeat(64);

export function fuzz(data: Uint8Array): void {
  const text = Buffer.from(data).toString('latin1');
  const [method = '', url = '', ...headers] = text.split('\n');
  const verdict = guard(
    {
      method,
      url,
      httpVersion: '1.1',
      peer: '127.0.0.1',
      rawHeaders: headers.flatMap((line) => {
        const [name = '', value = ''] = line.split(':', 2);
        return [name, value];
      }),
      upgrade: data.length % 2 === 0,
    },
    8080,
    {
      roleOf: (given, origin) =>
        given === token ? { role: origin === undefined ? 'operator' : 'page', holder: 'h' } : undefined,
      letIn: (origin) => origin === 'https://his.example',
    },
  );
  if (verdict.ok === 'preflight') {
    if (!text.includes(verdict.origin)) throw new Error('an origin that nobody said');
    return;
  }
  if (verdict.ok && verdict.route.roles.length > 0 && (verdict.role === undefined || !text.includes(token)))
    throw new Error('passed without a token');
  const body = safeJson(data);
  if (body !== undefined && Object.getPrototypeOf(body) === null) throw new Error('no plain object');
}
