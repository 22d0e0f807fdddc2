/** @module Setups that reach the codes of reading, of diagnosis codes and of what the later library exports. */

import assert from 'node:assert/strict';
import type { TestCounter } from './counter.ts';
import type { Excuse, Inputs, Setup } from './reach-setup.ts';

const ranges = ['hisReadPrescriptMain', 'hisReadPrescriptLongTerm', 'hisReadPrescriptHVE', 'hisReadPrescriptAllergic'];
const withProfessional = [
  'hisGetTreatmentNeedHPC',
  'hisReadPrescription',
  'hisGetCriticalIllness',
  'hisGetCriticalIllnessID',
  ...ranges,
];
const holders = ['hpcGetHPCSN', 'hpcGetHPCSSN', 'hpcGetHPCCNAME', 'hpcGetHPCENAME', 'hpcGetAllData', 'hisGetHPCType'];
const named = ['hisGetCriticalIllnessID'];
const vpn = ['VPNH_Sign', 'VPNH_VerifySign'];
const verified = async (counter: TestCounter): Promise<void> => {
  assert.equal((await counter.call('4.2')).code, 0);
};
/** Id number and birth date of the card that is in. */
const holder = async (counter: TestCounter): Promise<Inputs> => {
  const { pBuffer } = (await counter.call('1.1')).fields;
  return { pPatientID: String(pBuffer?.personId), pPatientBirthDate: String(pBuffer?.birthDate) };
};
const both = async (counter: TestCounter): Promise<Inputs> => {
  await verified(counter);
  return holder(counter);
};
const professionals = ['doctor', 'pharmacist', 'assistant-pharmacist', 'pharmacy'] as const;
const faults = ['card-rights', 'read-prescriptions', 'read-long-term', 'read-important', 'read-allergy', 'read-hpc'];

export const readingSetups: readonly Setup[] = [
  { name: 'the holder named', first: holder, only: named },
  { name: 'the holder named, cancelled', card: 'cancelled', first: holder, only: named },
  { name: 'the holder named, with a PIN that is not given', card: 'pin', first: holder, types: [null], only: named },
  ...professionals.map(
    (hpc): Setup => ({
      name: `read by ${hpc}`,
      hpc,
      types: ['123456'],
      first: both,
      only: [...withProfessional, ...holders],
    }),
  ),
  {
    name: 'cancelled, read by a doctor',
    card: 'cancelled',
    hpc: 'doctor',
    types: ['123456'],
    first: both,
    only: withProfessional,
  },
  ...faults.map(
    (fault): Setup => ({
      name: `fault ${fault}, read by a doctor`,
      hpc: 'doctor',
      types: ['123456'],
      first: both,
      fault,
      only: [...withProfessional, ...holders, 'hpcVerifyHPCPINR'],
    }),
  ),
  {
    name: 'read, a health card in the place of the professional one',
    hpc: 'illness',
    bound: true,
    only: [...withProfessional, 'VPNH_Sign'],
    inputs: { iCardType: 4 },
  },
  { name: 'a range from 0', inputs: { iStartPos: 0 }, only: ranges },
  { name: 'a code to be unpacked', inputs: { IN: '"M7WK' }, only: ['hisGetICD10DeC'] },
  ...([
    { name: 'cards sign, and none is there', card: '' },
    { name: 'cards sign, and no professional one is there' },
    { name: 'cards sign, the PIN not verified', hpc: 'doctor' },
    { name: 'cards sign, professional cards in both readers', card: '', hpc: 'doctor', second: 'pharmacist' },
    { name: 'cards sign, a reader that does not answer', hpc: 'doctor', fault: 'reader-timeout' },
  ].map((one): Setup => ({ ...one, inputs: { iCardType: 4 }, only: vpn })) satisfies Setup[]),
  {
    name: 'a signature to be verified',
    async first(counter) {
      const asked = { pRandom: '0123456789ABCDEF', iCardType: 3, iService: 30 };
      const { outputs } = await counter.call('VPNH_Sign', asked);
      return { ...asked, pSign: outputs.pBuffer ?? '' };
    },
    only: vpn,
  },
];

const files = { 5015: 0, 5016: 1, 5017: 2, 5018: 3 } as const;
export const readingExcuses: readonly Excuse[] = [
  ...ranges.map(
    (api, index): Excuse => ({
      api,
      codes: Object.entries(files).flatMap(([code, file]) => (file === index ? [] : [Number(code)])),
      why: 'the section lists the codes of all four files and reads one',
    }),
  ),
  { api: 'hpcVerifyHPCPINR', codes: [4029], why: 'as 4.2' },
  { api: 'hisGetHPCType', codes: [5, 9], why: 'no demonstration card of a nurse or of another professional' },
];
