// What was done and never reached its caller is answered again (ruling of exactly once), and only while it is still true.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import { pad, personOf } from '../../test/support/writing.ts';

async function atCounter(
  work: (counter: TestCounter, person: { pPatientID: string; pPatientBirthDate: string }) => Promise<void>,
): Promise<void> {
  const counter = await newCounter();
  try {
    await counter.act('new', { card: 'patient', kind: 'normal' });
    counter.bench.insert('patient');
    await work(counter, await personOf(counter, 'patient'));
  } finally {
    await counter.close();
  }
}

test('yesterday’s visit that was never delivered is no answer to today’s patient', () =>
  atCounter(async (counter) => {
    const visit = { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' };
    const lost = await counter.call('1.53', visit);
    assert.equal(lost.code, 0, JSON.stringify(lost.failure));
    const again = await counter.call('1.53', visit);
    assert.equal(again.fields.pBuffer?.visitTime, lost.fields.pBuffer?.visitTime);
    await counter.act('clock', { shift: 86_400_000 });
    const next = await counter.call('1.53', visit);
    assert.notEqual(next.fields.pBuffer?.visitTime, lost.fields.pBuffer?.visitTime);
    assert.equal(Number(next.fields.pBuffer?.seqNumber), Number(lost.fields.pBuffer?.seqNumber) + 1);
  }));

test('a visit that was taken back is no answer any more', () =>
  atCounter(async (counter) => {
    const visit = { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' };
    const lost = await counter.call('1.53', visit);
    const pUnTreatDate = String(lost.fields.pBuffer?.visitTime);
    const undone = await counter.call('1.39', { pUnTreatDate });
    assert.equal(undone.code, 0, JSON.stringify(undone.failure));
    undone.delivered();
    const next = await counter.call('1.53', visit);
    assert.equal(next.code, 0, JSON.stringify(next.failure));
    assert.notEqual(next.fields.pBuffer?.visitTime, pUnTreatDate);
  }));

test('an undoing that was never delivered is done when asked again, whatever the centre and the network say by then', () =>
  atCounter(async (counter, { pPatientID }) => {
    const pUnTreatDate = String((await counter.register()).fields.pBuffer?.visitTime);
    assert.equal((await counter.call('1.39', { pUnTreatDate })).code, 0);
    // The centre has heard of it.
    assert.equal((await counter.ledger(pPatientID)).filter(({ type }) => type === 'undo').length, 1);
    const { counter: counted } = await counter.card('patient');
    assert.equal((await counter.call('1.39', { pUnTreatDate })).code, 0);
    await counter.act('network', { up: false });
    const last = await counter.call('1.39', { pUnTreatDate });
    assert.equal(last.code, 0);
    assert.equal((await counter.card('patient')).counter, counted);
    last.delivered();
    await counter.act('network', { up: true });
    assert.equal((await counter.call('1.39', { pUnTreatDate })).code, 5153);
  }));

test('fees, a telephone, a vaccination, asked again after something else was written, are written again', () =>
  atCounter(async (counter, person) => {
    const pDateTime = String((await counter.register({ cTreatItem: 'AC' })).fields.pBuffer?.visitTime);
    const shown = async (file: string) => JSON.stringify((await counter.card('patient')).files[file]);
    const calls: [string, string, (value: string) => object][] = [
      ['1.17', 'totals', (value) => ({ pDateTime, pDataWrite: pad([[value, 38]]) })],
      ['1.23', 'emergency', (value) => ({ pEmergentTel: value })],
    ];
    for (const [name, file, inputs] of calls) {
      const write = (value: string) => counter.call(name, { ...person, ...inputs(value) } as never);
      assert.equal((await write('500')).code, 0, name);
      const first = await shown(file);
      // Nothing came in between: it is on the card, and is answered.
      const counted = (await counter.card('patient')).counter;
      assert.equal((await write('500')).code, 0, name);
      assert.equal((await counter.card('patient')).counter, counted, name);
      (await write('200')).delivered();
      assert.notEqual(await shown(file), first, name);
      const last = await write('500');
      assert.equal(last.code, 0, name);
      assert.equal(await shown(file), first, name);
      last.delivered();
    }
    const service = (pServiceItemCode: string) =>
      counter.call('1.22', { ...person, pServiceItem: '02', pServiceItemCode });
    assert.equal((await service('21')).code, 0);
    (await service('YB')).delivered();
    (await service('21')).delivered();
    const { items } = (await counter.card('patient')).files.prevent as unknown as { items: { checkCode: string }[] };
    assert.deepEqual(
      items.map((item) => item.checkCode),
      ['21', 'YB', '21', '', '', ''],
    );
  }));

test('a request that is asked again by its id after a restart is the same request, whatever came after it', async () => {
  const counter = await newCounter();
  await counter.act('new', { card: 'patient', kind: 'normal' });
  counter.bench.insert('patient');
  const person = await personOf(counter, 'patient');
  const pDateTime = String((await counter.register()).fields.pBuffer?.visitTime);
  const fees = (value: string) => ({ ...person, pDateTime, pDataWrite: pad([[value, 38]]) });
  assert.equal((await counter.call('1.17', fees('500'), 'lost')).code, 0);
  (await counter.call('1.17', fees('200'))).delivered();
  await counter.close();
  const restarted = await newCounter({}, counter.folder);
  try {
    const { counter: counted } = await restarted.card('patient');
    assert.equal((await restarted.call('1.17', fees('500'), 'lost')).code, 0);
    const after = await restarted.card('patient');
    assert.equal(after.counter, counted);
    assert.equal(Number((after.files.totals as unknown as { outpatientTotal: number }).outpatientTotal), 200);
  } finally {
    await restarted.close();
  }
});
