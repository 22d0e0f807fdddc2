/** @module Uploads and downloads over HTTP: a file's parts as they are, everything else as JSON. */

import { readReceipt, uploadId } from '../../codec/index.ts';
import type { HttpPoster } from './http.ts';
import { strange } from './strange.ts';
import type { Centre, UploadProgress } from './types.ts';

type Uploads = Pick<Centre, 'beginUpload' | 'sendPart' | 'finishUpload' | 'download'>;

export const httpUploads = (poster: HttpPoster): Uploads => ({
  beginUpload: async (statement, signature) =>
    progressOf(
      await poster.post('/v1/uploads/begin', { statement, signature }),
      uploadId(statement.hospId, statement.sha256),
    ),
  async sendPart(id, index, sha256, bytes) {
    const { parts } = await poster.put(`/v1/uploads/${id}/${index}/${sha256}`, bytes);
    if (typeof parts !== 'number' || !Number.isSafeInteger(parts) || parts < 0) throw strange();
    return { parts };
  },
  finishUpload: async (id) => progressOf(await poster.post('/v1/uploads/finish', { id }), id),
  async download(wanted, offset) {
    const { size, sha256, base64 } = await poster.post('/v1/download', { ...wanted, offset });
    if (typeof size !== 'number' || typeof sha256 !== 'string' || typeof base64 !== 'string') throw strange();
    return { size, sha256, bytes: Buffer.from(base64, 'base64') };
  },
});

function progressOf(value: { readonly [name: string]: unknown }, id: string): UploadProgress {
  const { state, sums } = value;
  if (value.id !== id || typeof sums !== 'string') throw strange();
  if (state === 'receiving' || state === 'checking') return { id, state, sums };
  const receipt = readReceipt(value.receipt);
  if (state !== 'stored' || receipt === undefined || receipt.id !== id) throw strange();
  return { id, state, sums, receipt };
}
