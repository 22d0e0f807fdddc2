/** @module Looks for personal data and secrets in a text, in every form in which they leak. */

import { encodeBig5 } from '../../src/codec/index.ts';

/** The forms of a secret: as it is, in Big5, and each of them in hexadecimal and base64. */
export function formsOf(secret: string): string[] {
  const bytes = [Buffer.from(secret, 'utf8'), Buffer.from(encodeBig5(secret, 'box'))];
  return [
    ...new Set([
      secret,
      bytes[1]?.toString('latin1') ?? '',
      ...bytes.flatMap((one) => [
        one.toString('hex'),
        one.toString('hex').toUpperCase(),
        one.toString('base64').replace(/=+$/, ''),
      ]),
    ]),
  ].filter((one) => Buffer.byteLength(one) >= 4);
}

/** Which secrets (by their names, never their values) a text holds. */
export function leaks(text: string, secrets: { readonly [name: string]: string }): string[] {
  return Object.entries(secrets)
    .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
    .map(([name]) => name);
}
