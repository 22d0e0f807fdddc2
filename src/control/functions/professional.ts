/** @module Who the professional is whose card is in: a fact for decisions that ask what he may read or write. */

import { asFailure, Failure, say } from '../../base/index.ts';
import type { Call } from '../context.ts';
import type { Facts } from '../decide.ts';
import { professionOf } from '../view.ts';

/** Nothing without a professional card; its PIN was looked at by the function's needs. Fails with 4000, 5056. */
export async function professional(call: Call): Promise<Partial<Facts>> {
  if (call.hpc === undefined) return {};
  const holder = await call.cards.hpcBasic(call.hpc).catch((cause) => {
    if (cause instanceof Failure && cause.code === 4000) throw cause;
    const why = say({ zh: '讀取醫事人員卡錯誤', en: 'the professional card could not be read' });
    throw new Failure(5056, { kind: 'hpc-read', why: asFailure(cause, 5056, why).why, cause });
  });
  return { professional: { personId: holder.personId, pharmacy: professionOf(holder.profession).pharmacy } };
}
