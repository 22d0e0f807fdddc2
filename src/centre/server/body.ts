/** @module The body of a request to the simulated centre, or to the web site beside it. */

import type { IncomingMessage } from 'node:http';
import { Failure, say } from '../../base/index.ts';

/** Fails with 9002 where it is larger than `most`. */
export function bodyOf(request: IncomingMessage, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > most) {
        reject(new Failure(9002, { why: say({ zh: '訊息太大', en: 'message too large' }) }));
        request.destroy();
      } else parts.push(part);
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
  });
}
