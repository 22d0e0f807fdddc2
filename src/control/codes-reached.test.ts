// Every return code that a written function's section lists is reached, or named with why not; and no function answers a
// code that its section does not list. What writes to the card is tried in codes-reached-writing.test.ts.
// deadline: 420
import assert from 'node:assert/strict';
import type { TestCounter } from '../../test/support/counter.ts';
import { reachCodes } from '../../test/support/reach.ts';
import { dedicatedSetups } from '../../test/support/reach-dedicated.ts';
import { readingExcuses, readingSetups } from '../../test/support/reach-reading.ts';
import type { Excuse, Inputs, Setup } from '../../test/support/reach-setup.ts';
import { sumSetups } from '../../test/support/reach-writing.ts';
import { makeUpload, sourceOf } from '../../test/support/upload.ts';
import { isWriting } from '../../test/support/writing.ts';
import { Failure, say } from '../base/index.ts';
import { apis, errors, type ReachFault, reachFaults } from '../catalogue/index.ts';
import { written } from './index.ts';

/** `ONLY=hisGetBasicData npm test -- ..` tries one function: for who has just written it. */
const only = process.env.ONLY;
const functions = apis.filter(
  (api) => Object.hasOwn(written, api.name) && !isWriting(api) && (only === undefined || api.name === only),
);

const registering = ['hisGetSeqNumber', 'hisGetSeqNumber256', 'hisGetSeqNumber256N1'];
const updating = ['csUpdateHCContents', 'csUpdateHCNoReset'];
const undoing = ['csUnGetSeqNumber'];
const visitTimeOf = async (counter: TestCounter, more: { cTreatItem?: string } = {}): Promise<Inputs> => {
  const visit = await counter.register(more as { cTreatItem: string });
  assert.ok(visit.fields.pBuffer, JSON.stringify(visit.failure));
  return { pUnTreatDate: String(visit.fields.pBuffer?.visitTime), pDateTime: String(visit.fields.pBuffer?.visitTime) };
};
let made = 0;
const uploading = ['csUploadData', 'csUploadDataPrec'];
const callerGone = async (): Promise<never> => {
  throw new Failure(4000, { kind: 'caller-gone', why: say({ zh: '離線', en: 'gone' }) });
};
/** A new upload, and the inputs that ask for its result. */
async function uploaded(counter: TestCounter): Promise<Inputs> {
  const file = sourceOf(makeUpload(1, 1, { salt: `c${++made}` }).bytes);
  const { fields } = await counter.call('3.1', { pUploadFileName: file });
  return {
    pSAMID: String(fields.pBuffer?.samId),
    pSendDate: String(fields.pBuffer?.sentAt),
    pRecvDate: String(fields.pBuffer?.receivedAt),
  };
}

/** Faults of the security module: they strike otherwise while nothing was verified. */
const moduleFaults: readonly ReachFault[] = [
  'sam-refused',
  'sam-external-auth',
  'centre-external-auth',
  'sam-internal-auth',
  'set-reader-clock',
  'sam-hospid',
  'clock-read',
  'sam-sign',
  'no-write-right',
  'identifier-key',
];
const soak = Boolean(process.env.OPENCSHIS_SOAK);
/** Functions that list a code which this fault brings; in the soak all, to see that they list what they answer. */
const touchedBy = (fault: ReachFault): readonly string[] => {
  const codes = errors.filter((one) => one.reachBy === fault).map((one) => one.code);
  return apis.filter((api) => soak || api.returns.some((code) => codes.includes(code))).map((api) => api.name);
};
const withModule = apis.filter((api) => api.needs.some((one) => one.need === 'sam')).map((api) => api.name);
/** Functions that meet no card, no module and no network: one look at each is enough. */
const alone = new Set(apis.filter((api) => api.needs.length === 0 && api.reads.length === 0).map((api) => api.name));
for (const name of ['csSoftwareReset', 'csOpenCom', 'csCloseCom']) alone.delete(name);

const setups: readonly Setup[] = [
  { name: 'an ordinary card', always: true },
  { name: 'no card', card: '' },
  { name: 'a professional card where a health card belongs', card: '', hpc: 'doctor' },
  { name: 'professional cards in both readers', card: '', hpc: 'doctor', second: 'pharmacist' },
  ...[2, 3].map(
    (CardType): Setup => ({
      name: `number ${CardType}, professional cards in both`,
      card: '',
      hpc: 'doctor',
      second: 'pharmacist',
      inputs: { CardType },
    }),
  ),
  { name: 'number 3, health cards in both', hpc: 'illness', inputs: { CardType: 3 } },
  { name: 'two professional places taken by health cards', hpc: 'illness' },
  { name: 'never verified, the network down', cold: true, down: true },
  { name: 'verified, the network down', down: true },
  { name: 'a reader that does not answer', fault: 'reader-timeout' },
  ...moduleFaults.map((fault): Setup => {
    const only = [...new Set([...withModule, ...touchedBy(fault)])];
    return { name: `fault ${fault}, nothing verified before`, fault, cold: true, only };
  }),
  ...reachFaults.flatMap((fault): Setup[] => {
    const types = ['123456', '123456', '123456'];
    const only = touchedBy(fault);
    return [
      { name: `fault ${fault}`, fault, only },
      { name: `fault ${fault}, a professional card in`, fault, hpc: 'doctor', types, only },
    ];
  }),
  { name: 'the centre refuses the card', fault: 'card-auth', inputs: { cTreatItem: '05' } },
  {
    name: 'the update cannot be written',
    fault: 'update-contents',
    edit: { 'validity.available': '1' },
    only: updating,
  },
  {
    name: 'the undoing cannot be written',
    fault: 'update-contents',
    first: (counter) => visitTimeOf(counter),
    only: undoing,
  },
  { name: 'a new PIN cannot be written', fault: 'write-visit', types: ['5678', '5678'], only: ['csInputHCPIN'] },
  {
    name: 'a PIN cannot be taken away',
    card: 'pin',
    fault: 'write-visit',
    types: ['1234'],
    first: async (counter) => void (await counter.call('1.27')),
    only: ['csDisableHCPIN'],
  },
  ...(['write-visit', ''] as const).map(
    (fault): Setup => ({
      name: `a professional's new PIN ${fault ? 'cannot be written' : 'is cancelled'}`,
      hpc: 'doctor',
      ...(fault ? { fault } : {}),
      types: fault ? ['123456', '654321', '654321'] : ['123456', null],
      first: async (counter) => void (await counter.call('4.2')),
      only: ['hpcInputHPCPIN'],
    }),
  ),
  { name: 'no visits left', card: 'no-visits', only: [...registering, ...updating] },
  { name: 'cancelled', card: 'cancelled' },
  { name: 'expired', card: 'expired' },
  { name: 'restricted to another institution', card: 'restricted', only: registering },
  { name: 'newborn', card: 'newborn', inputs: { cBabyTreat: 'A' }, only: registering },
  { name: 'newborn, too old', card: 'newborn-old', inputs: { cBabyTreat: 'A' }, only: registering },
  { name: 'a newborn mark on a card without one', inputs: { cBabyTreat: 'A' }, only: registering },
  { name: 'seen today', card: 'seen-today', only: registering },
  {
    name: 'a mark that is none',
    always: true,
    inputs: { IN: 'I10', iCardType: 9, cTreatItem: 'QQ', CardType: 9, Type: 9, Req: 9, pHospID: '0401180014' },
  },
  { name: 'nothing to cancel', inputs: { cTreatItem: 'ZA' }, only: registering },
  ...[0, 1, 2, 3].map((Type): Setup => ({ name: `reset ${Type}`, inputs: { Type }, only: ['csSoftwareReset'] })),
  ...[0, 1, 2, 3].map(
    (Type): Setup => ({ name: `reset ${Type}, no card`, card: '', inputs: { Type }, only: ['csSoftwareReset'] }),
  ),
  ...[1, 2, 3].map((CardType): Setup => ({ name: `state or number ${CardType}`, inputs: { CardType }, hpc: 'doctor' })),
  ...[1, 2, 3].map(
    (CardType): Setup => ({ name: `state or number ${CardType}, no card`, card: '', inputs: { CardType } }),
  ),
  ...[1, 2, 3].map(
    (CardType): Setup => ({
      name: `state or number ${CardType}, nothing verified`,
      cold: true,
      down: true,
      hpc: 'doctor',
      inputs: { CardType },
    }),
  ),
  { name: 'PIN right', card: 'pin', hpc: 'doctor', types: ['1234', '1234', '1234', '1234'] },
  { name: 'PIN wrong', card: 'pin', types: ['9999', '9999', '9999'] },
  { name: 'PIN cancelled', card: 'pin', types: [null, null, null] },
  { name: 'PIN locked', card: 'locked' },
  {
    name: 'PIN verified first',
    card: 'pin',
    types: ['1234', '5678', '5678'],
    first: async (counter) => void (await counter.call('1.27')),
  },
  { name: 'a new PIN', types: ['5678', '5678'], only: ['csInputHCPIN'] },
  { name: 'a new PIN that differs', types: ['5678', '8765'], only: ['csInputHCPIN'] },
  { name: 'a new PIN cancelled', types: [null], only: ['csInputHCPIN'] },
  { name: 'professional PIN right', hpc: 'doctor', types: ['123456', '654321', '654321'] },
  { name: 'professional PIN wrong', hpc: 'doctor', types: ['999999', '111111', '222222'] },
  { name: 'professional PIN cancelled', hpc: 'doctor', types: [null, null] },
  {
    name: 'professional PIN changed',
    hpc: 'doctor',
    types: ['123456', '654321', '654321'],
    first: async (counter) => void (await counter.call('4.2')),
    only: ['hpcInputHPCPIN'],
  },
  {
    name: 'professional PINs that differ',
    hpc: 'doctor',
    types: ['123456', '654321', '123123'],
    first: async (counter) => void (await counter.call('4.2')),
    only: ['hpcInputHPCPIN'],
  },
  { name: 'an expired professional', hpc: 'doctor-expired', types: ['123456'] },
  { name: 'a cancelled professional', hpc: 'doctor-cancelled', types: ['123456'] },
  { name: 'after a visit', first: (counter) => visitTimeOf(counter) },
  {
    name: 'after a visit that is undone',
    first: async (counter) => {
      const time = await visitTimeOf(counter);
      (await counter.call('1.39', { pUnTreatDate: String(time.pUnTreatDate) })).delivered();
      return time;
    },
  },
  { name: 'after a visit of letters', first: (counter) => visitTimeOf(counter, { cTreatItem: 'AC' }), only: undoing },
  {
    name: 'after a day',
    first: async (counter) => {
      const time = await visitTimeOf(counter);
      await counter.act('clock', { shift: 25 * 3_600_000 });
      await counter.call('2.1');
      return time;
    },
    only: undoing,
  },
  {
    name: 'a visit of another institution',
    card: 'seen-today',
    first: async (counter) => {
      const handle = counter.bench.list().find((one) => one.kind === 'hc' && one.slot)?.handle ?? '';
      const { visits } = (await counter.card(handle)).files as unknown as {
        visits: { visits: { visitTime: string }[] };
      };
      const [visit] = visits.visits;
      return { pUnTreatDate: visit?.visitTime ?? '' };
    },
    only: undoing,
  },
  { name: 'no file', inputs: { pUploadFileName: { size: -1, read: callerGone } }, only: uploading },
  {
    name: 'a program that leaves with its file',
    inputs: { pUploadFileName: { size: 500, read: callerGone } },
    only: uploading,
  },
  { name: 'after an upload', first: uploaded, only: ['csDownloadData'] },
  ...[4000, 6016].map(
    (code): Setup => ({
      name: `after an upload, a file that cannot be written (${code})`,
      first: async (counter) => ({
        ...(await uploaded(counter)),
        pDownloadFileName: {
          async write() {
            throw new Failure(code, { why: say({ zh: '無法寫入', en: 'not written' }) });
          },
        },
      }),
      only: ['csDownloadData'],
    }),
  ),
  {
    name: 'after 1.30',
    edit: { 'validity.available': '1' },
    first: async (counter) => void (await counter.call('1.30')),
    only: ['hisGetCardStatus'],
  },
  ...[9083, 9084, 9085, 9086, 9087, 9088, 9089, 9090].map(
    (insured): Setup => ({
      name: `not insured: ${insured}`,
      card: 'no-visits',
      insured,
      only: [...updating, ...registering],
      inputs: { cTreatItem: '05' },
    }),
  ),
  ...readingSetups,
  ...dedicatedSetups,
];

/** Codes that are listed and not reached here, with why; the same list stands in docs/decisions.md by its rule. */
const notReached: readonly Excuse[] = [
  ...readingExcuses,
  { api: 'csDownloadData', codes: [6015], why: 'a file that is damaged on the way: upload.test.ts' },
  { api: 'hisGetCardStatus', codes: [3], why: 'a professional PIN state between two others; not told apart here' },
  { api: 'csUpdateHCContents', codes: [9082], why: 'the centre gives this code no situation of its own yet' },
  { api: 'csUpdateHCNoReset', codes: [9082], why: 'the same' },
  { api: 'hpcVerifyHPCPIN', codes: [4029], why: 'rights of a professional card are never refused by ours' },
  { api: 'hpcInputHPCPIN', codes: [4029], why: 'the same' },
  { api: 'hpcUnlockHPC', codes: [5109], why: 'unlocking asks nobody to type here' },
];

reachCodes(
  functions,
  [...setups, ...sumSetups],
  notReached,
  (setup, api) => !alone.has(api.name) || setup.always === true,
  only,
);
