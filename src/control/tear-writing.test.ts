// Every writing function, its card pulled at each kind of command (before the card acted, and after with the answer lost):
// all of it is on the card or nothing, the journal and the ledger agree, and the same call again does not write twice.
// OPENCSHIS_SOAK=1 tries every single command. deadline: 200
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import { isWriting, personOf, writingInputs } from '../../test/support/writing.ts';
import { apis } from '../catalogue/index.ts';
import type { InputValue } from './index.ts';

/** The files that a whole write changes, and no others. */
const changes: { readonly [api: string]: readonly string[] } = {
  hisWriteTreatmentCode: ['visits'],
  hisWriteTreatmentFee: ['visits', 'cumulative', 'totals'],
  hisWriteTreatmentData: ['visits', 'cumulative', 'totals'],
  hisWritePrescription: ['prescriptions', 'longTerm'],
  hisWriteMultiPrescript: ['prescriptions', 'longTerm'],
  hisWritePrescriptionSign: ['prescriptions', 'longTerm'],
  hisWriteMultiPrescriptSign: ['prescriptions', 'longTerm'],
  hisWriteNewBorn: ['newborn'],
  hisWriteAllergicMedicines: ['allergy'],
  hisWriteAllergicNum: ['allergy'],
  hisWriteOrganDonate: ['organ'],
  hisWriteHealthInsurance: ['prevent'],
  hisWriteEmergentTel: ['emergency'],
  hisWritePredeliveryCheckup: ['pregnant'],
  hisDeletePredeliveryData: ['pregnant'],
  hisWriteInoculateData: ['inoculation'],
};

interface Boundary {
  /** Class and instruction; left out: any command. */
  readonly ins?: string;
  /** Which of them, from 0. */
  readonly at: number;
}
const kinds: readonly Boundary[] = [
  { ins: '00a4', at: 0 },
  { ins: '8014', at: 0 },
  { ins: '80b0', at: 0 },
  { ins: '80b0', at: 1 },
  { ins: '80ca', at: 0 },
  { ins: '8020', at: 0 },
  { ins: '80d6', at: 0 },
  { ins: '80d6', at: 1 },
  { ins: '8022', at: 0 },
  { ins: '8016', at: 0 },
];
const every: readonly Boundary[] = Array.from({ length: 200 }, (_, at) => ({ at }));
const soak = process.env.OPENCSHIS_SOAK === '1';

let cards = 0;
for (const api of apis.filter(isWriting)) {
  test(`${api.no} ${api.name} torn is all there or not at all, and once`, async () => {
    const counter = await newCounter();
    try {
      counter.bench.insert('doctor');
      counter.control.watch((event) => {
        if (event.type === 'pin') counter.type(event.request, '123456');
      });
      assert.equal((await counter.call('4.2')).code, 0);
      const seen = { all: 0, none: 0 };
      for (const acted of [false, true]) {
        let missed = 0;
        for (const boundary of soak ? every : kinds) {
          const result = await tearOnce(counter, api.name, boundary, acted);
          if (result === 'not reached') missed += 1;
          else seen[result] += 1;
          if (soak && missed > 0) break;
        }
        assert.ok(soak || missed <= 2, `${missed} kinds of commands were not met`);
      }
      assert.ok(seen.all > 0 && seen.none > 5, JSON.stringify(seen));
    } finally {
      await counter.close();
    }
  });
}

async function tearOnce(counter: TestCounter, name: string, boundary: Boundary, acted: boolean) {
  const api = apis.find((one) => one.name === name) ?? assert.fail();
  const where = `${api.no} torn at ${JSON.stringify(boundary)}${acted ? ', after the card acted' : ''}`;
  const handle = `t${++cards}`;
  await counter.act('new', { card: handle, kind: 'normal' });
  await counter.act('edit', { card: handle, field: 'basic.sex', value: 'F' });
  const slot = counter.bench.insert(handle);
  const person = await personOf(counter, handle);
  const visit = await counter.register({ cTreatItem: 'AC' });
  const time = String(visit.fields.pBuffer?.visitTime);
  const call = (other: string): Promise<Answer> =>
    counter.call(other, inputsFor(other, { ...person, pDateTime: time }, time)) as Promise<Answer>;
  if (name === 'hisDeletePredeliveryData') (await call('hisWritePredeliveryCheckup')).delivered();
  const before = await counter.card(handle);
  const events = (await counter.ledger(person.pPatientID)).length;

  await counter.act('fault', {
    name: 'tear',
    times: 1,
    options: { at: boundary.at, acted, slot, ...(boundary.ins ? { ins: boundary.ins } : {}) },
  });
  const answer = await call(name);
  await counter.act('fault', { name: 'off' });
  if (counter.bench.list().some((card) => card.handle === handle && card.slot)) {
    assert.equal(answer.code, 0, `${where}: not torn, yet ${answer.code}`);
    counter.bench.remove(handle);
    return 'not reached';
  }
  const after = await counter.card(handle);
  const written = after.counter !== before.counter;
  assert.deepEqual(changed(before.files, after.files), written ? [...(changes[name] ?? [])].sort() : [], where);
  if (written) {
    assert.equal(after.counter, before.counter + 1, where);
    assert.equal(after.ring.length, before.ring.length + 1, where);
  }
  if (answer.code === 0) assert.ok(written, `${where}: 0 and nothing on the card`);
  else if (written) assert.equal(answer.failure?.kind, 'in-doubt', where);
  assert.ok(answer.code === 0 || api.returns.includes(answer.code), `${where}: ${answer.code}`);

  // Put back: what was torn is decided before anything else, and asked again it is there once.
  counter.bench.insert(handle);
  const again = await call(name);
  assert.equal(again.code, 0, `${where}: ${JSON.stringify(again.failure)}`);
  again.delivered();
  const last = await counter.card(handle);
  assert.equal(last.counter, before.counter + 1, `${where}: written twice, or never`);
  assert.deepEqual(changed(before.files, last.files), [...(changes[name] ?? [])].sort(), where);
  if (written) assert.deepEqual(last.files, after.files, where);
  const states = (await counter.control.journal())
    .filter((entry) => entry.cardNo === last.cardNo && entry.api === name)
    .map((entry) => entry.state);
  assert.deepEqual(
    states.filter((state) => state !== 'dropped'),
    ['done'],
    where,
  );
  const heard = (await counter.ledger(person.pPatientID)).slice(events).filter((event) => event.type !== 'in-doubt');
  assert.deepEqual(
    heard.map((event) => [event.type, event.cardCounter]),
    [['care', last.counter]],
    where,
  );
  counter.bench.remove(handle);
  return written ? 'all' : 'none';
}
type Answer = Awaited<ReturnType<TestCounter['call']>>;

function inputsFor(name: string, more: { [param: string]: string }, time: string): { [param: string]: InputValue } {
  const api = apis.find((one) => one.name === name) ?? assert.fail();
  const known = new Set(api.params.map((param) => param.name));
  return {
    ...writingInputs(api, time),
    ...Object.fromEntries(Object.entries(more).filter(([param]) => known.has(param))),
  };
}
const changed = (before: { [file: string]: object }, after: { [file: string]: object }): string[] =>
  Object.keys(after)
    .filter((file) => JSON.stringify(before[file]) !== JSON.stringify(after[file]))
    .sort();
