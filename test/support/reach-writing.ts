/** @module Setups that reach the codes of writing, and those of 1.39 on sums that were written. */

import assert from 'node:assert/strict';
import { hcFileMap, hcRecords } from '../../src/card/index.ts';
import { type Api, apis, type RecordSpec, reachFaults } from '../../src/catalogue/index.ts';
import { decodeRecord, encodeRecord } from '../../src/codec/index.ts';
import type { TestCounter } from './counter.ts';
import type { Inputs, Setup } from './reach-setup.ts';
import { isWriting, personOf, writingInputs } from './writing.ts';

const writers = apis.filter(isWriting);
const undoing = ['csUnGetSeqNumber'];
const visitTimeOf = async (counter: TestCounter, more: { cTreatItem?: string } = {}): Promise<Inputs> => {
  const visit = await counter.register(more as { cTreatItem: string });
  assert.ok(visit.fields.pBuffer, JSON.stringify(visit.failure));
  return { pUnTreatDate: String(visit.fields.pBuffer.visitTime), pDateTime: String(visit.fields.pBuffer.visitTime) };
};
const intoVisits = writers.filter((api) => api.params.some((param) => param.name === 'pDateTime'));
const services = ['hisWriteHealthInsurance', 'hisWritePredeliveryCheckup'];
const allergies = ['hisWriteAllergicMedicines', 'hisWriteAllergicNum'];
const names = (list: readonly Api[]): string[] => list.map((api) => api.name);
const pinVerified = async (counter: TestCounter): Promise<undefined> => void (await counter.call('4.2'));
/** A visit with fees, whose sums on the card are then made to say something else. */
const summed = (
  name: string,
  file: 'validity' | 'lastSeq' | 'cumulative' | 'totals',
  change: (value: never) => object,
): Setup => ({
  name: `undone where ${name}`,
  only: undoing,
  async first(counter) {
    const time = await visitTimeOf(counter);
    const handle = counter.bench.list().find((one) => one.kind === 'hc' && one.slot)?.handle ?? '';
    const fees = apis.find((api) => api.name === 'hisWriteTreatmentFee') ?? assert.fail();
    const person = await personOf(counter, handle);
    const paid = await counter.call('1.17', { ...writingInputs(fees, String(time.pDateTime)), ...person });
    assert.equal(paid.code, 0, JSON.stringify(paid.failure));
    counter.bench.remove(handle);
    counter.bench.edit(handle, (image) => {
      const fid = hcFileMap[file].fid.toString(16);
      const spec: RecordSpec = hcRecords[file];
      const value = decodeRecord(spec, Buffer.from(image.files[fid] ?? '', 'base64'));
      const bytes = Buffer.from(encodeRecord(spec, change(value as never) as never));
      return { ...image, files: { ...image.files, [fid]: bytes.toString('base64') } };
    });
    counter.bench.insert(handle);
    return time;
  },
});
interface Sums {
  readonly years: readonly { readonly [name: string]: string | number }[];
}
const thisYear = (more: { [name: string]: string | number }) => (sums: Sums) => ({
  years: sums.years.map((year, index) => (index === 0 ? { ...year, ...more } : year)),
});
export const writingSetups: readonly Setup[] = [
  { name: 'an ordinary card' },
  { name: 'no card', card: '' },
  { name: 'a professional card where a health card belongs', card: '', hpc: 'doctor' },
  { name: 'professional cards in both readers', card: '', hpc: 'doctor', second: 'pharmacist' },
  { name: 'never verified, the network down', cold: true, down: true },
  { name: 'verified, the network down', down: true },
  { name: 'a reader that does not answer', fault: 'reader-timeout' },
  ...reachFaults.map((fault): Setup => ({ name: `fault ${fault}`, fault })),
  { name: 'cancelled', card: 'cancelled' },
  { name: 'expired', card: 'expired' },
  { name: 'a visit of the day', first: (counter) => visitTimeOf(counter) },
  { name: 'another person', inputs: { pPatientBirthDate: '0010101' }, only: names(writers) },
  {
    name: 'into a visit that cannot be written',
    fault: 'write-visit',
    first: (counter) => visitTimeOf(counter),
    only: names(intoVisits),
  },
  { name: 'cannot be written', fault: 'write-visit', only: names(writers) },
  {
    name: 'an item, a count, a place that is none',
    first: (counter) => visitTimeOf(counter),
    inputs: { pDataWrite: 'x', iWriteCount: 0, iNum: 9 },
    only: [...names(intoVisits), 'hisWriteAllergicNum'],
  },
  { name: 'a newborn without the number of births', inputs: { pNoOfDelivered: '' }, only: ['hisWriteNewBorn'] },
  { name: 'no consent entered', inputs: { pOrganDonate: '' }, only: ['hisWriteOrganDonate'] },
  ...[undefined, 'write-visit'].map(
    (fault): Setup => ({
      name: `after a preventive visit${fault ? ', cannot be written' : ''}`,
      first: (counter) => visitTimeOf(counter, { cTreatItem: 'AC' }),
      only: services,
      ...(fault ? { fault } : {}),
    }),
  ),
  {
    name: 'nothing of it to take back',
    first: (counter) => visitTimeOf(counter, { cTreatItem: 'AC' }),
    inputs: { pServiceItemCode: 'YB', pCheckupCode: 'XA' },
    only: services,
  },
  { name: 'no visits left for a service', card: 'no-visits', only: services },
  {
    name: 'a card that says male',
    edit: { 'basic.sex': 'M' },
    only: ['hisWritePredeliveryCheckup', 'hisDeletePredeliveryData'],
  },
  ...(['', 'write-visit', 'card-rights', 'read-hpc', 'no-write-right'] as const).map(
    (fault): Setup => ({
      name: `a doctor with a verified PIN${fault ? `, ${fault}` : ''}`,
      hpc: 'doctor',
      types: ['123456'],
      first: pinVerified,
      only: allergies,
      ...(fault ? { fault } : {}),
      ...(fault === 'card-rights' ? { options: { of: 'hc' } } : {}),
    }),
  ),
  {
    name: 'another person, a doctor with a verified PIN',
    hpc: 'doctor',
    types: ['123456'],
    first: pinVerified,
    inputs: { pPatientBirthDate: '0010101' },
    only: allergies,
  },
  {
    name: 'a pharmacist with a verified PIN',
    hpc: 'pharmacist',
    types: ['123456'],
    first: pinVerified,
    only: allergies,
  },
  {
    name: 'an allergy in no place, a doctor with a verified PIN',
    hpc: 'doctor',
    types: ['123456'],
    first: pinVerified,
    inputs: { iNum: 9 },
    only: allergies,
  },
  { name: 'a doctor whose PIN is not verified', hpc: 'doctor', only: allergies },
  { name: 'a health card where the professional belongs', hpc: 'illness', bound: true, only: allergies },
];

/** 1.39 where what a visit left in the card's sums does not fit it. */
export const sumSetups: readonly Setup[] = [
  summed('no visit can be given back', 'validity', (value: object) => ({ ...value, available: 99 })),
  summed('the last year is before the visit', 'lastSeq', () => ({ lastSeqNumber: '0990007' })),
  summed('the last number is before the visit', 'lastSeq', ({ lastSeqNumber }: { lastSeqNumber: string }) => ({
    lastSeqNumber: `${lastSeqNumber.slice(0, 3)}0000`,
  })),
  summed('the stays of all years are fewer', 'totals', (value: object) => ({ ...value, inpatientTotal: 0 })),
  summed('the fees of all years are fewer', 'totals', (value: object) => ({ ...value, outpatientTotal: 0 })),
  summed('its year is not on the card', 'cumulative', thisYear({ year: '099' }) as never),
  ...[
    'visits',
    'outpatientCopay',
    'inpatientCopayShort',
    'inpatientCopayLong',
    'copay',
    'copayShort',
    'outpatientFee',
    'inpatientFee',
  ].map((sum) => summed(`the year's ${sum} is less`, 'cumulative', thisYear({ [sum]: 0 }) as never)),
];
