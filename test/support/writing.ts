/** @module What a program hands to the writing functions, for the tests of all of them. */

import type { Api, Param } from '../../src/catalogue/index.ts';
import type { TestCounter } from './counter.ts';

/** Fields left-aligned, padded with blanks. */
export const pad = (parts: readonly (readonly [text: string, length: number])[]): string =>
  parts.map(([text, length]) => text.padEnd(length)).join('');

/** The 61 bytes of a prescription item. */
export const prescriptionItem = (
  time: string,
  type: string,
  code: string,
  usage = 'TID',
  days = '7',
  quantity = '21',
  delivery = '01',
): string =>
  pad([
    [time, 13],
    [type, 1],
    [code, 12],
    ['', 6],
    [usage, 18],
    [days, 2],
    [quantity, 7],
    [delivery, 2],
  ]);

export const isWriting = (api: Pick<Api, 'name'>): boolean => /^his(Write|Delete)/.test(api.name);

/** An ordinary value of each parameter of a writing function, for a visit at `time`. */
export function writingInputs(api: Api, time: string): { [param: string]: string | number } {
  return Object.fromEntries(
    api.params.flatMap((param): [string, string | number][] => {
      const value = param.name === 'pDateTime' ? time : ordinaryValue(param, time);
      return value === undefined ? [] : [[param.name, value]];
    }),
  );
}
const ordinaryValue = (param: Param, time: string): string | number | undefined =>
  param.name === 'pDataWrite' ? dataFor(param.record?.name ?? '', time) : values[param.name];
const values: { readonly [param: string]: string | number } = {
  pNewBornDate: '1150801',
  pNoOfDelivered: '1',
  pOrganDonate: '1',
  pServiceItem: '02',
  pServiceItemCode: '21',
  pEmergentTel: '0226971234',
  pCheckupCode: '41',
  pItem: 'FLU',
  pPackageNumber: 'AB12',
  iWriteCount: 1,
  iNum: 1,
};
const fees = pad([
  ['500', 8],
  ['150', 8],
  ['70', 8],
  ['7', 7],
  ['9', 7],
]);
const dataFor = (record: string, time: string): string =>
  ({
    treatmentCode: '14660',
    treatmentFee: fees,
    treatmentData: `1${'4660'.padEnd(30)}${fees}`,
    prescriptionItem: prescriptionItem(time, '2', 'A012345100'),
    allergies: 'PENICILLIN',
    allergyItem: 'PENICILLIN',
  })[record] ?? '';

/** The id and birth date of the health card that is in a reader. */
export async function personOf(
  counter: TestCounter,
  handle: string,
): Promise<{ pPatientID: string; pPatientBirthDate: string }> {
  const { basic } = (await counter.card(handle)).files as unknown as {
    basic: { personId: string; birthDate: string };
  };
  return { pPatientID: basic.personId, pPatientBirthDate: basic.birthDate };
}
