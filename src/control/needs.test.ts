// Each declared need of each written function is taken away in turn (profile 5.1): the answer is the code that the
// section lists for it, and neither buffer nor length is touched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import { uploadInputs } from '../../test/support/upload.ts';
import { type Api, apis, type Need } from '../catalogue/index.ts';
import { type InputValue, written } from './index.ts';

const inputs: { readonly [param: string]: InputValue } = {
  cTreatItem: '01',
  cBabyTreat: ' ',
  cTreatAfterCheck: '1',
  CardType: 2,
  Req: 1,
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
};
const given = (api: Api) =>
  Object.fromEntries(
    api.params
      .filter((param) => inputs[param.name] !== undefined)
      .map((param) => [param.name, inputs[param.name] ?? '']),
  );

/** How a need is taken away; undefined where this profile always has it. */
const without: { readonly [need: string]: ((counter: TestCounter) => Promise<void>) | undefined } = {
  sam: async (counter) => {
    await counter.act('network', { up: false });
    counter.bench.insert('normal');
    counter.bench.insert('doctor');
  },
  hc: async (counter) => {
    assert.equal((await counter.call('2.1')).code, 0);
    counter.bench.insert('doctor');
  },
  hcPin: async (counter) => {
    counter.bench.insert('pin');
    counter.control.watch((event) => {
      if (event.type === 'pin') counter.control.answerPin(event.request.id, undefined);
    });
  },
  hpc: async (counter) => {
    assert.equal((await counter.call('2.1')).code, 0);
    counter.bench.insert('normal');
  },
};

/** The network is the cause: 4061 where the section lists it, else its own code. */
const expected = (api: Api, need: Need): number =>
  need.need === 'sam' && api.returns.includes(4061) ? 4061 : Number(need.whenMissing);

/** `ONLY=hisGetBasicData npm test -- ..` tries one function: for who has just written it. */
const only = process.env.ONLY;
const functions = apis.filter((api) => Object.hasOwn(written, api.name) && (only === undefined || api.name === only));
let tried = 0;
for (const api of functions) {
  for (const need of api.needs) {
    const take = without[need.need];
    if (take === undefined || need.whenMissing === 'degrade' || need.profile === '3.5') continue;
    test(`${api.no} ${api.name} without ${need.need}`, async () => {
      tried += 1;
      const counter = await newCounter();
      try {
        await take(counter);
        const answer = await counter.call(api.name, given(api));
        assert.equal(answer.code, expected(api, need), JSON.stringify(answer.failure));
        assert.deepEqual(answer.outputs, {});
        assert.deepEqual(answer.fields, {});
        assert.ok(answer.failure?.why.zh && answer.failure.todo.zh);
      } finally {
        await counter.close();
      }
    });
  }
}

test('many needs were taken away', { skip: only && `only ${only} was tried` }, () => {
  assert.ok(tried > 40, String(tried));
});
