/** @module The institution in the security module, and the time of what is written there. */

import { Failure, say } from '../../base/index.ts';
import type { SamIdentity } from '../../sam/types.ts';
import type { Call } from '../context.ts';
import type { Facts } from '../decide.ts';
import { visitNow } from './identifiers.ts';

/** 5006 where the module cannot say; sections that list 5067 for it answer that. */
export const institution = (call: Call): Promise<SamIdentity> =>
  call.deps.sam.identity().catch((cause) => {
    throw new Failure(5006, {
      kind: 'sam-hospid',
      why:
        cause instanceof Failure ? cause.why : say({ zh: '讀取院所代碼失敗', en: 'the institution could not be read' }),
      cause,
    });
  });

export const signer = async (call: Call): Promise<Partial<Facts>> => {
  const [identity, now] = await Promise.all([institution(call), visitNow(call)]);
  return { identity, now };
};
