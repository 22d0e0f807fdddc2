import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import { epochOf, rocDateOf } from '../codec/index.ts';

/** At a chip reader (5.1) and at a dedicated one (3.5): the same rules. */
async function withCard(
  work: (counter: TestCounter, year: string) => Promise<void>,
  edits: (year: string) => { readonly [field: string]: string } = () => ({}),
): Promise<void> {
  for (const profile of ['5.1', '3.5'] as const) await atCounter(await newCounter({ profile }), work, edits);
}
async function atCounter(
  counter: TestCounter,
  work: (counter: TestCounter, year: string) => Promise<void>,
  edits: (year: string) => { readonly [field: string]: string },
): Promise<void> {
  try {
    const year = rocDateOf(counter.world.clock.now()).slice(0, 3);
    for (const [field, value] of Object.entries(edits(year)))
      await counter.act('edit', { card: 'normal', field, value });
    counter.bench.insert('normal');
    await work(counter, year);
  } finally {
    await counter.close();
  }
}

test('a year begins with 0001, whatever the last year ended with', () =>
  withCard(
    async (counter) => assert.equal((await counter.register()).fields.pBuffer?.seqNumber, '0001'),
    (year) => ({ 'lastSeq.lastSeqNumber': `${Number(year) - 1}0815` }),
  ));

test('the last number of a year is 1500; then 5001, and nothing is written', () =>
  withCard(
    async (counter) => {
      assert.equal((await counter.register()).fields.pBuffer?.seqNumber, '1500');
      const { counter: before } = await counter.card('normal');
      assert.equal((await counter.register({ cTreatItem: '02' })).code, 5001);
      assert.equal((await counter.card('normal')).counter, before);
    },
    (year) => ({ 'lastSeq.lastSeqNumber': `${year}1499` }),
  ));

test('two visits of one card never share a second', () =>
  withCard(async (counter) => {
    const times = new Set<string>();
    for (const cTreatItem of ['01', '02', '03', '04'])
      times.add(String((await counter.register({ cTreatItem })).fields.pBuffer?.visitTime));
    assert.equal(times.size, 4);
  }));

test('numeric categories deduct one; 00 has no number and deducts nothing', () =>
  withCard(async (counter) => {
    const available = async () => (await counter.call('1.38')).fields.pBuffer?.available;
    assert.equal((await counter.register({ cTreatItem: '00' })).fields.pBuffer?.seqNumber, '');
    assert.equal(await available(), 6);
    assert.equal((await counter.register()).fields.pBuffer?.seqNumber, '0001');
    assert.equal(await available(), 5);
  }));

test('the second numeric visit of a day is 5010 with its data and the mark; an undone first is none', () =>
  withCard(async (counter) => {
    const first = await counter.register();
    assert.deepEqual([first.code, first.fields.pBuffer?.sameDay], [0, 'N']);
    const second = await counter.register({ cTreatItem: '02' });
    assert.deepEqual([second.code, second.fields.pBuffer?.sameDay], [5010, 'Y']);
    assert.match(String(second.fields.pBuffer?.treatNum), /^[0-9A-Z]{20}$/);
    for (const visit of [second, first]) {
      const undone = await counter.call('1.39', { pUnTreatDate: String(visit.fields.pBuffer?.visitTime) });
      assert.equal(undone.code, 0, JSON.stringify(undone.failure));
      undone.delivered();
    }
    assert.equal((await counter.call('1.38')).fields.pBuffer?.available, 6);
    const third = await counter.register({ cTreatItem: '03' });
    assert.deepEqual([third.code, third.fields.pBuffer?.sameDay], [0, 'N']);
  }));

test('asked again before it was delivered it is the same visit; once delivered, a new one', () =>
  withCard(async (counter) => {
    const inputs = { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' };
    const first = await counter.call('1.53', inputs);
    const again = await counter.call('1.53', inputs);
    assert.deepEqual(again.fields.pBuffer, first.fields.pBuffer);
    again.delivered();
    const next = await counter.call('1.53', inputs);
    assert.notEqual(next.fields.pBuffer?.visitTime, first.fields.pBuffer?.visitTime);
    assert.equal(
      (await counter.as('other program')('1.53', inputs)).fields.pBuffer?.visitTime === next.fields.pBuffer?.visitTime,
      false,
    );
  }));

test('visits left are restored by 1.30, and only when three or fewer are left', () =>
  withCard(
    async (counter) => {
      const updated = await counter.call('1.30');
      assert.equal(updated.code, 0, JSON.stringify(updated.failure));
      updated.delivered();
      assert.equal((await counter.call('1.38')).fields.pBuffer?.available, 6);
      assert.equal((await counter.call('1.30')).code, 9081);
    },
    () => ({ 'validity.available': '3' }),
  ));

test('a world whose clock is moved on for hours goes on registering: time has passed, the module knows', async () => {
  const counter = await newCounter();
  counter.bench.insert('normal');
  const first = await counter.register();
  await counter.act('clock', { shift: 3 * 3_600_000 });
  const second = await counter.register();
  assert.ok([0, 5010].includes(second.code), JSON.stringify(second.failure));
  const [before = 0, after = 0] = [first, second].map((one) => epochOf(String(one.fields.pBuffer?.visitTime)));
  assert.ok(after - before >= 3 * 3_600_000 - 2000);
  await counter.close();
});
