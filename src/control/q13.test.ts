// Q13: a holder has set a PIN and does not give it. Which fields come from which call, and what waits; at a chip reader
// and at a dedicated one with its pad.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, type TestCounter, visitNow } from '../../test/support/counter.ts';

/** The table of Q13, field by field: what 1.1, 1.38 and 1.2 answer, and what of it stands behind the PIN. */
const withoutPin = {
  '1.1': ['cardNo', 'name', 'personId', 'birthDate', 'sex', 'issueDate', 'cancelMark', 'emergencyTel'],
  '1.38': ['validUntil', 'available'],
} as const;
const withPin = [
  'cardNo',
  'name',
  'personId',
  'birthDate',
  'sex',
  'issueDate',
  'cancelMark',
  'insurerCode',
  'insuredMark',
  'validUntil',
  'available',
  'newbornDate',
  'newbornMark',
] as const;

/** Answers the next PIN request: digits, or undefined to cancel. */
function answering(counter: TestCounter, digits: string | undefined): () => void {
  const stop = counter.control.watch((event) => {
    if (event.type !== 'pin') return;
    counter.type(event.request, digits);
  });
  return stop;
}
async function withCard(kind: string, work: (counter: TestCounter) => Promise<void>): Promise<void> {
  for (const profile of ['5.1', '3.5'] as const) await atCounter(profile, kind, work);
}
async function atCounter(
  profile: '5.1' | '3.5',
  kind: string,
  work: (counter: TestCounter) => Promise<void>,
): Promise<void> {
  const counter = await newCounter({ profile });
  try {
    counter.bench.insert(kind);
    await work(counter);
  } finally {
    await counter.close();
  }
}

test('1.1 and 1.38 answer in full without the PIN', () =>
  withCard('pin', async (counter) => {
    for (const [api, names] of Object.entries(withoutPin)) {
      const answer = await counter.call(api);
      assert.equal(answer.code, 0, api);
      assert.deepEqual(Object.keys(answer.fields.pBuffer ?? {}), names, api);
    }
    const { files } = await counter.card('pin');
    const basic = await counter.call('1.1');
    for (const [name, value] of Object.entries(files.basic ?? {}))
      assert.equal(basic.fields.pBuffer?.[name], value, name);
  }));

test('1.2 waits for the PIN, and answers all thirteen fields with it', () =>
  withCard('pin', async (counter) => {
    let asked = 0;
    counter.control.watch((event) => {
      if (event.type === 'pin') asked += 1;
    });
    const stop = answering(counter, '1234');
    const answer = await counter.call('1.2');
    stop();
    assert.equal(answer.code, 0);
    assert.equal(asked, 1);
    assert.deepEqual(Object.keys(answer.fields.pBuffer ?? {}), withPin);
    assert.equal((await counter.call('1.2')).code, 0, 'given once, it holds for this insertion');
    assert.equal(asked, 1);
  }));

for (const [how, digits, code] of [
  ['wrong', '9999', 5102],
  ['cancelled', undefined, 5109],
] as const) {
  test(`1.2 with a ${how} PIN is ${code}, and not a byte comes with it`, () =>
    withCard('pin', async (counter) => {
      answering(counter, digits);
      const answer = await counter.call('1.2', { iBufferLen: 78 });
      assert.equal(answer.code, code);
      assert.deepEqual(answer.outputs, {});
      assert.deepEqual(answer.fields, {});
    }));
}

test('1.53 registers that card without the PIN', () =>
  withCard('pin', async (counter) => {
    counter.control.watch((event) => assert.notEqual(event.type, 'pin', 'nobody is asked'));
    const visit = await counter.call('1.53', { ...visitNow });
    assert.equal(visit.code, 0, JSON.stringify(visit.failure));
    assert.match(String(visit.fields.pBuffer?.treatNum), /^[0-9A-Z]{20}$/);
  }));

test('a PIN that was given is gone with the card, with a reset, and for every other process', () =>
  withCard('pin', async (counter) => {
    const other = counter.as('other program', 'process 2');
    let stop = answering(counter, '1234');
    assert.equal((await counter.call('1.27')).code, 0);
    stop();
    assert.equal((await counter.call('1.2')).code, 0);
    stop = answering(counter, undefined);
    assert.equal((await other('1.2')).code, 5109, 'another process is asked itself');
    counter.bench.remove('pin');
    counter.bench.insert('pin');
    assert.equal((await counter.call('1.2')).code, 5109, 'taken out and put in again');
    stop();
    stop = answering(counter, '1234');
    assert.equal((await counter.call('1.2')).code, 0);
    stop();
    answering(counter, undefined);
    assert.equal((await counter.call('1.52', { Type: 3 })).code, 0);
    assert.equal((await counter.call('1.2')).code, 5109, 'after a reset');
  }));

test('a PIN locks at three; an update with the centre clears it', () =>
  withCard('pin', async (counter) => {
    const stop = answering(counter, '9999');
    for (const left of [2, 1, 0]) {
      assert.equal((await counter.call('1.27')).code, 5102);
      assert.equal((await counter.card('pin')).triesLeft, left);
    }
    stop();
    counter.control.watch((event) => assert.notEqual(event.type, 'pin', 'a locked card asks nobody'));
    const locked = await counter.call('1.27');
    assert.deepEqual([locked.code, locked.failure?.kind], [5102, 'pin-locked']);
    assert.equal((await counter.call('1.1')).code, 0, 'what is free stays free');
    counter.bench.remove('pin');
    await counter.act('edit', { card: 'pin', field: 'validity.available', value: '2' });
    counter.bench.insert('pin');
    assert.equal((await counter.call('1.30')).code, 0);
    assert.equal((await counter.card('pin')).triesLeft, 3);
  }));

test('a locked PIN is cleared on a card with visits enough, which stay as they are', () =>
  withCard('locked', async (counter) => {
    const available = async () => (await counter.call('1.38')).fields.pBuffer?.available;
    const before = await available();
    assert.ok(Number(before) > 3, String(before));
    const updated = await counter.call('1.30');
    assert.equal(updated.code, 0, updated.failure?.why.en);
    assert.equal((await counter.card('locked')).triesLeft, 3);
    assert.equal(await available(), before);
    assert.equal((await counter.call('1.30')).code, 9081, 'once it is cleared there is nothing to update');
  }));

test('after 1.40 a card is at 1, and at 2 once it was taken out and put in again', () =>
  withCard('pin', async (counter) => {
    const state = async () => (await counter.call('1.15', { CardType: 2 })).code;
    counter.bench.remove('pin');
    await counter.act('edit', { card: 'pin', field: 'validity.available', value: '2' });
    counter.bench.insert('pin');
    assert.equal(await state(), 2);
    const stop = answering(counter, '1234');
    assert.equal((await counter.call('1.27')).code, 0);
    stop();
    assert.equal(await state(), 4);
    assert.equal((await counter.call('1.40')).code, 0);
    assert.equal(await state(), 1, 'whoever waits for 2 waits until the card can be read');
    assert.equal((await counter.call('1.1')).code, 4043);
    assert.equal((await counter.call('1.52', { Type: 1 })).code, 0);
    assert.equal((await counter.call('1.1')).code, 4043, 'a reset of the module is none of the card');
    counter.bench.remove('pin');
    counter.bench.insert('pin');
    assert.equal(await state(), 2);
    assert.equal((await counter.call('1.1')).code, 0);
  }));

test('after 1.40 a reset of the card (1.52) does what a hand would do', () =>
  withCard('pin', async (counter) => {
    counter.bench.remove('pin');
    await counter.act('edit', { card: 'pin', field: 'validity.available', value: '2' });
    counter.bench.insert('pin');
    assert.equal((await counter.call('1.40')).code, 0);
    assert.equal((await counter.call('1.1')).code, 4043);
    assert.equal((await counter.call('1.52', { Type: 3 })).code, 0);
    assert.equal((await counter.call('1.1')).code, 0);
    assert.equal((await counter.call('1.15', { CardType: 2 })).code, 2);
  }));

test('a zero-length or lettered PIN is no PIN, and costs no try', () =>
  withCard('pin', async (counter) => {
    counter.control.watch((event) => {
      if (event.type !== 'pin') return;
      for (const digits of ['', '123', '1234567', '12a4'])
        assert.equal(counter.type(event.request, digits), false, digits);
      assert.equal(counter.control.answerPin('no such request', Buffer.from('1234')), false);
      assert.equal(counter.type(event.request), true);
      assert.equal(counter.type(event.request, '1234'), false, 'used up');
    });
    assert.equal((await counter.call('1.27')).code, 5109);
    assert.equal((await counter.card('pin')).triesLeft, 3);
  }));

test('a PIN request ends when its card is taken out', () =>
  withCard('pin', async (counter) => {
    counter.control.watch((event) => {
      if (event.type === 'pin') counter.bench.remove('pin');
    });
    assert.equal((await counter.call('1.27')).code, 5109);
    assert.deepEqual(counter.control.pinRequests(), []);
  }));
