/** @module Reading decisions: 1.1, 1.2, 1.14, 1.38, 1.56's card part. What stands in `reading` is written; no list elsewhere. */

import type { CardFunction, Written } from '../context.ts';
import { type Decide, refuse } from '../decide.ts';

const reads = (decide: Decide): CardFunction => ({ kind: 'card', decide });

const basicData: Decide = (view) => ({ code: 0, outputs: { pBuffer: { ...view.basic, ...view.emergency } } });

const registerBasic: Decide = (view) => ({
  code: 0,
  outputs: { pBuffer: { ...view.basic, ...view.insured, ...view.validity, ...view.newborn } },
});

const registerBasic2: Decide = (view) => ({ code: 0, outputs: { pBuffer: { ...view.validity } } });

const lastSeqNum: Decide = (view) =>
  view.basic.cancelMark === '2' ? refuse(5002) : { code: 0, outputs: { pBuffer: { ...view.lastSeq } } };

export const reading: { readonly [api: string]: Written } = {
  hisGetBasicData: reads(basicData),
  hisGetRegisterBasic: reads(registerBasic),
  hisGetRegisterBasic2: reads(registerBasic2),
  hisGetLastSeqNum: reads(lastSeqNum),
};
