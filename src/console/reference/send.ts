/** @module One call from the form: a file may be its body or its answer, and how far it is and how long it took is told. */

import { type Answer, ClientFailure, type FailureWords } from '../../client/index.ts';
import { operatorToken } from '../state.ts';
import type { Inputs } from './form.ts';
import type { ApiEntry } from './types.ts';

export interface Sent {
  readonly answer: Answer;
  /** Milliseconds from the click to the last byte. */
  readonly ms: number;
  /** The file that was answered. */
  readonly file?: Blob;
}

/** @param progress from 0 to 1, while a file goes out */
export function send(
  api: ApiEntry,
  inputs: Inputs,
  file: File | undefined,
  progress: (part: number) => void,
): Promise<Sent> {
  const query = new URLSearchParams(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
  const request = new XMLHttpRequest();
  request.open('POST', `/api/v1/call/${api.name}${file === undefined ? '' : `?${query}`}`);
  request.responseType = 'blob';
  request.setRequestHeader('x-opencshis-token', operatorToken());
  request.setRequestHeader('content-type', file === undefined ? 'application/json' : 'application/octet-stream');
  let began = 0;
  request.addEventListener('loadstart', (event) => {
    began = event.timeStamp;
  });
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(total === 0 ? 1 : loaded / total));
  return new Promise((resolve, reject) => {
    request.addEventListener('loadend', async (event) => {
      const ms = event.timeStamp - began;
      if (request.status === 0) return reject(new ClientFailure(0));
      const body = request.response as Blob;
      if (request.status === 200 && body.type === 'application/octet-stream') {
        const requestId = request.getResponseHeader('x-request-id') ?? '';
        const answer = { code: 0, api: api.name, requestId, fields: {}, outputs: {}, notes: [], simulated: false };
        return resolve({ answer, ms, file: body });
      }
      const value = JSON.parse((await body.text()) || '{}') as Answer & { readonly failure?: FailureWords };
      if (request.status !== 200) return reject(new ClientFailure(request.status, value.failure));
      resolve({ answer: value, ms });
    });
    request.send(file ?? JSON.stringify(inputs));
  });
}
