/** @module Calls functions in every situation that is given, and holds what they answer to what their sections list. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Api } from '../../src/catalogue/index.ts';
import { openCentreStore } from '../../src/centre/server/index.ts';
import { copiedWorldFolder, newCounter, settled, type TestCounter } from './counter.ts';
import { ordinary } from './ordinary.ts';
import type { Excuse, Inputs, Setup } from './reach-setup.ts';
import { isWriting, personOf, writingInputs } from './writing.ts';

const inputsOf = (api: Api, more: Inputs): Inputs => {
  const usual: Inputs = {
    ...ordinary,
    ...(isWriting(api) ? writingInputs(api, String(more.pDateTime ?? ordinary.pDateTime)) : {}),
    ...more,
  };
  return Object.fromEntries(
    api.params
      .filter((param) => param.direction !== 'out' && param.kind !== 'length' && param.kind !== 'buffer')
      .map((param) => [param.name, usual[param.name] ?? '']),
  );
};

let made = 0;
/** One call in one situation; what it answered. */
async function tryOne(counter: TestCounter, setup: Setup, api: Api): Promise<number> {
  while (counter.bench.remove() !== undefined);
  if (setup.dedicated) {
    counter.bench.remove('sam');
    if (setup.sam !== '') counter.bench.insert(setup.sam ?? 'sam', 'sam');
    // One of the calls before may have closed it.
    await counter.call('csOpenCom', { Comport: 0 });
    // A card that is in starts its verification; whatever comes of it is known then.
    if (setup.sam === undefined && !setup.cold) await counter.call('2.1');
  }
  const kind = setup.card ?? 'normal';
  let person: Inputs = {};
  if (setup.hpc) counter.bench.insert(setup.hpc);
  if (setup.second) counter.bench.insert(setup.second);
  const handle = `r${++made}`;
  if (kind !== '') {
    await counter.act('new', { card: handle, kind });
    for (const [field, value] of Object.entries(setup.edit ?? {}))
      await counter.act('edit', { card: handle, field, value });
    if (setup.insured !== undefined) {
      const store = openCentreStore(join(counter.folder, 'centre/centre.sqlite'));
      const row = store.person(store.card((await counter.card(handle)).cardNo)?.personId ?? '');
      if (row) store.putPerson({ ...row, insured: setup.insured });
      store.close();
    }
    if (isWriting(api)) {
      // Half the people are men, to whom an antenatal examination is refused before anything else.
      if (setup.edit?.['basic.sex'] === undefined)
        await counter.act('edit', { card: handle, field: 'basic.sex', value: 'F' });
      person = await personOf(counter, handle);
    }
    counter.bench.insert(handle);
  }
  const typed = [...(setup.types ?? [])];
  const stop = counter.control.watch((event) => {
    if (event.type !== 'pin') return;
    const digits = typed.shift();
    counter.type(event.request, digits ?? undefined);
  });
  const more = { ...person, ...(await setup.first?.(counter, api)), ...setup.inputs };
  if (setup.fault && !setup.cold)
    await counter.act('fault', { name: setup.fault, ...(setup.options ? { options: setup.options } : {}) });
  const slot = counter.bench.list().find((one) => one.handle === handle)?.slot;
  const answer = await (setup.bound ? counter.as('test', 'test', slot) : counter.call)(api.name, inputsOf(api, more));
  stop();
  if (setup.fault && !setup.cold) await counter.act('fault', { name: 'off' });
  assert.notEqual(answer.failure?.kind, 'internal', `${api.name}, ${setup.name}`);
  const known = api.returns.length === 0 || api.returns.includes(answer.code) || [-1, 6018].includes(answer.code);
  assert.ok(
    known,
    `${api.no} ${api.name} answered ${answer.code}, which its section does not list: ${setup.name}, ${answer.failure?.why.en}`,
  );
  answer.delivered();
  return answer.code;
}

/**
 * Each function in each situation that is its own or suits it: it answers no code that its section does not list, and in
 * the end each listed code was answered or is excused, and no excuse is left that is none.
 */
export function reachCodes(
  functions: readonly Api[],
  setups: readonly Setup[],
  excuses: readonly Excuse[],
  suits: (setup: Setup, api: Api) => boolean,
  only?: string,
): void {
  const reached = new Map<string, Set<number>>(functions.map((api) => [api.name, new Set()]));
  const excused = (api: Api, code: number): boolean =>
    excuses.some((one) => (one.api === undefined || one.api === api.name) && one.codes.includes(code));

  for (const setup of setups) {
    test(setup.name, async () => {
      const problems: string[] = [];
      const list = functions.filter(
        (api) =>
          (setup.only === undefined || setup.only.includes(api.name)) &&
          (setup.only !== undefined || suits(setup, api)),
      );
      let counter: TestCounter | undefined;
      for (const api of list) {
        // A cold world is a new one for every function: the first call is the one that counts.
        if (counter === undefined || setup.cold) {
          await counter?.close();
          counter = await newCounter({}, copiedWorldFolder({ profile: setup.dedicated ? '3.5' : '5.1' }));
          if (setup.cold) {
            if (setup.down) await counter.act('network', { up: false });
            if (setup.fault) await counter.act('fault', { name: setup.fault });
          } else await counter.call('2.1');
          if (setup.down && !setup.cold) {
            await settled(async () => (await (counter as TestCounter).control.status()).sam.state === 2);
            await counter.act('network', { up: false });
          }
        }
        await tryOne(counter, setup, api).then(
          (code) => reached.get(api.name)?.add(code),
          (error: Error) => problems.push(error.message),
        );
      }
      await counter?.close();
      assert.deepEqual(problems, []);
    });
  }

  test('every listed code was reached, or is named with why not', () => {
    assert.notEqual(functions.length, 0, only);
    const missing = functions.flatMap((api) =>
      api.returns
        .filter((code) => !reached.get(api.name)?.has(code) && !excused(api, code))
        .map((code) => `${api.no} ${api.name} ${code}`),
    );
    assert.deepEqual(missing, []);
  });

  test('no excuse is left for what is reached after all', { skip: only && `only ${only} was tried` }, () => {
    for (const one of excuses)
      for (const code of one.codes)
        assert.ok(
          functions.some(
            (api) =>
              (one.api === undefined || api.name === one.api) &&
              api.returns.includes(code) &&
              !reached.get(api.name)?.has(code),
          ),
          `${one.api ?? 'every function'} ${code}`,
        );
  });
}
