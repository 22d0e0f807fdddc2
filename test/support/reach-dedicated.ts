/** @module Setups that reach the codes of a dedicated reader (3.5): a module card in a slot, a port to be opened, a pad. */

import type { Setup } from './reach-setup.ts';

const asked = [1, 2, 3].map((CardType) => ({ CardType }));
const uploads = ['csUploadData', 'csUploadDataPrec'];
/** One of each sort, where the situation is the module's and not the function's. */
const some = [
  'hisGetBasicData',
  'hisGetSeqNumber256N1',
  'hisGetCardStatus',
  'csGetDateTime',
  'csVerifySAMDC',
  'csGetHospID',
];
const typed = ['csVerifyHCPIN', 'csInputHCPIN', 'csDisableHCPIN', 'hisGetRegisterBasic', 'hisGetLastSeqNum'];

/** The rest of it behaves as the chip reader does. */
const setups: readonly Setup[] = [
  { name: 'an ordinary card', hpc: 'doctor', types: ['123456', '123456'] },
  {
    name: 'the port is closed',
    hpc: 'doctor',
    first: async (counter) => void (await counter.call('csCloseCom')),
  },
  { name: 'a port without a reader', inputs: { Comport: 7 }, only: ['csOpenCom'], always: true },
  { name: 'a reader that does not answer', hpc: 'doctor', fault: 'reader-timeout' },
  { name: 'cut off, nothing verified', hpc: 'doctor', cold: true, down: true },
  { name: 'PIN right, on the pad', card: 'pin', types: ['1234', '1234', '1234', '1234'], only: typed },
  { name: 'PIN cancelled, on the pad', card: 'pin', types: [null, null, null], only: typed },
  { name: 'a professional card beside a PIN', card: 'pin', hpc: 'doctor', types: ['123456', '123456'] },
  ...['', 'illness'].map((sam): Setup => ({ name: `${sam || 'nothing'} in the SAM slot`, sam, hpc: 'doctor' })),
  ...['sam-withdrawn', 'sam-unknown'].map(
    (sam): Setup => ({ name: `${sam} in the SAM slot`, sam, only: [...some, ...uploads] }),
  ),
  ...['', 'illness'].flatMap((sam) =>
    asked.map(
      (inputs): Setup => ({
        name: `number ${inputs.CardType}, ${sam || 'nothing'} in the SAM slot`,
        sam,
        inputs,
        only: ['csGetCardNo', 'hisGetCardStatus'],
      }),
    ),
  ),
  ...[0, 1].flatMap((Type) =>
    ['', 'illness', 'sam'].map(
      (sam): Setup => ({
        name: `reset ${Type}, ${sam || 'nothing'} in the SAM slot`,
        sam,
        inputs: { Type },
        only: ['csSoftwareReset'],
      }),
    ),
  ),
  ...(['clock-read', 'set-reader-clock', 'sam-hospid', 'sam-sign', 'identifier-key'] as const).map(
    (fault): Setup => ({ name: `fault ${fault}`, fault, only: [...some, ...uploads] }),
  ),
  ...(
    ['sam-refused', 'sam-external-auth', 'centre-external-auth', 'sam-internal-auth', 'set-reader-clock'] as const
  ).map(
    (fault): Setup => ({
      name: `fault ${fault}, nothing verified before`,
      fault,
      cold: true,
      only: ['csVerifySAMDC', ...uploads],
    }),
  ),
];

export const dedicatedSetups: readonly Setup[] = setups.map((setup) => ({
  ...setup,
  name: `dedicated reader: ${setup.name}`,
  dedicated: true,
}));
