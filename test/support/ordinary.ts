/** @module Inputs that fit every function at an ordinary counter, by parameter name. */

import type { InputValue } from '../../src/control/index.ts';
import { uploadInputs } from './upload.ts';

export const ordinary: { readonly [param: string]: InputValue } = {
  cTreatItem: '01',
  cBabyTreat: ' ',
  cTreatAfterCheck: '1',
  CardType: 2,
  Req: 1,
  Comport: 0,
  Type: 3,
  pUnTreatDate: '1150101080000',
  pDateTime: '1150101080000',
  pPatientID: 'A123456789',
  pHospID: '3501200000',
  ...uploadInputs,
  pRandom: '0123456789ABCDEF',
  iCardType: 3,
  iService: 30,
  pSign: ' '.repeat(315),
  iSignLen: 315,
  iStartPos: 1,
  iEndPos: 2,
  iRecCount: 0,
  pPatientBirthDate: '0790101',
  IN: 'G44201',
};
