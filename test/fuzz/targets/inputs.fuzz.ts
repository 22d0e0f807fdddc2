/** @module What a HIS may hand over: any function, any parameters, any bytes. */

import { Failure } from '../../../src/base/index.ts';
import { apis } from '../../../src/catalogue/index.ts';
import { accept } from '../../../src/control/accept.ts';
import type { InputValue } from '../../../src/control/types.ts';
import { onlyThrows } from './only-throws.ts';

export function fuzz(data: Uint8Array): void {
  let at = 1;
  const take = (length: number): Uint8Array => {
    at += length;
    return data.subarray(at - length, at);
  };
  const api = apis[(data[0] ?? 0) % apis.length];
  if (api === undefined) return;
  const inputs: { [param: string]: InputValue } = {};
  for (const param of api.params) {
    const how = take(1)[0] ?? 0;
    const length = (how & 0x3f) * (how & 0x40 ? 64 : 1);
    if (how & 0x80) inputs[param.name] = numberOf(take(4));
    else if (length > 0) inputs[param.name] = take(length);
  }
  const accepted = onlyThrows([Failure], () => accept(api, inputs));
  if (accepted === undefined) return;
  for (const param of api.params) {
    if (param.kind !== 'buffer' || param.record === undefined) continue;
    const capacity = accepted.capacity(param.name);
    if (capacity !== undefined && capacity < accepted.layout(param.name).length)
      throw new Error(`${api.name} accepted a buffer that is too small`);
  }
}

const numberOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => (sum << 8) | byte, 0);
