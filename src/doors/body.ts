/** @module The body of a request, as far as it may be large. */

import type { IncomingMessage } from 'node:http';
import { type Clock, limits } from '../base/index.ts';

/** Undefined where it is larger than `most`, or broke off. */
export function bodyOf(request: IncomingMessage, clock: Clock, most: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    // One that never comes to its end is ended, as one is whose head never does.
    const stop = clock.after(limits.centreCall, () => request.destroy());
    const end = (bytes: Uint8Array | undefined): void => {
      stop();
      resolve(bytes);
    };
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size > most) end(undefined);
      else parts.push(part);
    });
    request.on('end', () => end(Buffer.concat(parts)));
    request.on('error', () => end(undefined));
    request.on('close', () => end(undefined));
  });
}
