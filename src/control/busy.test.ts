// How busy a counter is, as an upgrade asks its status: it waits for no call and for nobody who types a PIN.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, settled } from '../../test/support/counter.ts';

test('a call that waits for a PIN is counted with its PIN until it ends, whatever it ends with', async () => {
  const counter = await newCounter();
  const busy = async () => (await counter.control.status()).busy;
  try {
    await counter.act('insert', { card: 'pin' });
    assert.deepEqual(await busy(), { calls: 0, pins: 0 });
    const asking = counter.call('1.2');
    await settled(() => counter.control.pinRequests().length === 1);
    assert.deepEqual(await busy(), { calls: 1, pins: 1 });
    counter.control.answerPin(counter.control.pinRequests()[0]?.id ?? '', undefined);
    assert.notEqual((await asking).code, 0);
    assert.deepEqual(await busy(), { calls: 0, pins: 0 });
    await counter.call('nothing of this name');
    assert.deepEqual(await busy(), { calls: 0, pins: 0 });
  } finally {
    await counter.close();
  }
});
