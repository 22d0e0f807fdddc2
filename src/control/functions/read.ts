/** @module Reading decisions: 1.1, 1.2, 1.14, 1.38, 1.56's card part. */

import { type Decide, refuse } from '../decide.ts';

export const basicData: Decide = (view) => ({ code: 0, outputs: { pBuffer: { ...view.basic, ...view.emergency } } });

export const registerBasic: Decide = (view) => ({
  code: 0,
  outputs: { pBuffer: { ...view.basic, ...view.insured, ...view.validity, ...view.newborn } },
});

export const registerBasic2: Decide = (view) => ({ code: 0, outputs: { pBuffer: { ...view.validity } } });

export const lastSeqNum: Decide = (view) =>
  view.basic.cancelMark === '2' ? refuse(5002) : { code: 0, outputs: { pBuffer: { ...view.lastSeq } } };
