/** @module A security module's signature over a request to the data centre. */

import { createHash } from 'node:crypto';

/** The text that an authorisation signs. */
export const authorisationText = (
  method: string,
  path: string,
  body: Uint8Array,
  time: number,
  nonce: string,
): Uint8Array => Buffer.from(`${method}|${path}|${createHash('sha256').update(body).digest('hex')}|${time}|${nonce}`);

export const authorisationHeader = (keyNo: string, time: number, nonce: string, signature: Uint8Array): string =>
  `OpenCSHIS-SAM keyNo=${keyNo}, time=${time}, nonce=${nonce}, signature=${Buffer.from(signature).toString('base64')}`;

/** An upload's statement is signed as if it were such a request. */
export const uploadSigned = { method: 'UPLOAD', path: '/v1/uploads' } as const;
