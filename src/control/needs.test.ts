// Each declared need of each written function is taken away in turn, in both profiles: the answer is the code that the
// section lists for it, and neither buffer nor length is touched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copiedWorldFolder, newCounter, type TestCounter } from '../../test/support/counter.ts';
import { ordinary } from '../../test/support/ordinary.ts';
import { isWriting, writingInputs } from '../../test/support/writing.ts';
import { type Api, apis, type Need } from '../catalogue/index.ts';
import { written } from './index.ts';

const given = (api: Api) => {
  const usual = { ...ordinary, ...(isWriting(api) ? writingInputs(api, String(ordinary.pDateTime)) : {}) };
  return Object.fromEntries(
    api.params.filter((param) => usual[param.name] !== undefined).map((param) => [param.name, usual[param.name] ?? '']),
  );
};

type Take = (counter: TestCounter) => Promise<void>;
const cards: Take = async (counter) => {
  counter.bench.insert('normal');
  counter.bench.insert('doctor');
};
/** How a need is taken away. */
const without: { readonly [need: string]: Take | undefined } = {
  port: async (counter) => {
    await cards(counter);
    assert.equal((await counter.call('csCloseCom')).code, 0);
  },
  sam: async (counter) => {
    await counter.act('network', { up: false });
    await cards(counter);
  },
  hc: async (counter) => {
    assert.equal((await counter.call('2.1')).code, 0);
    counter.bench.insert('doctor');
  },
  hcPin: async (counter) => {
    counter.bench.insert('pin');
    counter.control.watch((event) => {
      if (event.type === 'pin') counter.type(event.request);
    });
  },
  hpc: async (counter) => {
    assert.equal((await counter.call('2.1')).code, 0);
    counter.bench.insert('normal');
  },
  hpcPin: async (counter) => {
    assert.equal((await counter.call('2.1')).code, 0);
    counter.bench.insert('normal');
    counter.bench.insert('doctor');
  },
};

/** Where a module is missing for a cause that the section lists (no network, no card in its slot), that code, else its own. */
const expected = (api: Api, need: Need, cause: number): number =>
  need.need === 'sam' && api.returns.includes(cause) ? cause : Number(need.whenMissing);

/** `ONLY=hisGetBasicData npm test -- ..` tries one function: for who has just written it. */
const only = process.env.ONLY;
const functions = apis.filter((api) => Object.hasOwn(written, api.name) && (only === undefined || api.name === only));
let tried = 0;
const noCard: Take = async (counter) => {
  await cards(counter);
  counter.bench.remove('sam');
};

interface Case {
  readonly profile: '5.1' | '3.5';
  readonly api: Api;
  readonly need: Need;
  readonly take: Take;
  readonly code: number;
}
const cases = functions.flatMap((api) =>
  api.needs.flatMap((need): Case[] => {
    const take = without[need.need];
    if (take === undefined || need.whenMissing === 'degrade') return [];
    const one = { api, need, take };
    const own: Case[] = need.profile === '3.5' ? [] : [{ ...one, profile: '5.1', code: expected(api, need, 4061) }];
    // The dedicated reader is looked at where it differs: its port, the card in its slot, the PIN on its pad.
    if (need.need === 'sam') return [...own, { ...one, profile: '3.5', take: noCard, code: expected(api, need, 4012) }];
    const differs = need.need === 'port' || need.need === 'hcPin';
    return differs ? [...own, { ...one, profile: '3.5', code: expected(api, need, 0) }] : own;
  }),
);
for (const { profile, api, need, take, code } of cases) {
  test(`${profile}: ${api.no} ${api.name} without ${need.need}`, async () => {
    tried += 1;
    const counter = await newCounter({}, copiedWorldFolder({ profile }));
    try {
      await take(counter);
      const answer = await counter.call(api.name, given(api));
      assert.equal(answer.code, code, JSON.stringify(answer.failure));
      assert.deepEqual(answer.outputs, {});
      assert.deepEqual(answer.fields, {});
      assert.ok(answer.failure?.why.zh && answer.failure.todo.zh);
    } finally {
      await counter.close();
    }
  });
}

test('many needs were taken away', { skip: only && `only ${only} was tried` }, () => {
  assert.ok(tried > 40, String(tried));
});
