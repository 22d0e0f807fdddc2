// One person, one institution, one second: an identifier names one visit (a card's and one without a card).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, newWorldFolder } from '../../test/support/counter.ts';
import { sleep, systemClock } from '../base/index.ts';
import { epochOf, rocDateTimeOf } from '../codec/index.ts';

test('1.53 and 1.54 of one person within a second have times and identifiers of their own', async () => {
  const counter = await newCounter();
  try {
    counter.bench.insert('normal');
    const { pBuffer } = (await counter.call('1.1')).fields;
    const noCard = { pPatientID: String(pBuffer?.personId), pHospID: '3501200000' };
    const seen: string[] = [];
    for (let round = 0; round < 3; round++) {
      for (const answer of [await counter.register(), await counter.call('1.54', noCard)]) {
        const fields = answer.fields.pBuffer ?? assert.fail(JSON.stringify(answer.failure));
        seen.push(`${fields.visitTime} ${fields.treatNum}`);
      }
    }
    assert.equal(new Set(seen.map((one) => one.slice(0, 13))).size, 6, seen.join('\n'));
    assert.equal(new Set(seen.map((one) => one.slice(14))).size, 6, seen.join('\n'));
  } finally {
    await counter.close();
  }
});

test('two programs that ask for one person at the same moment get two identifiers', async () => {
  const counter = await newCounter();
  try {
    counter.bench.insert('normal');
    const { pBuffer } = (await counter.call('1.1')).fields;
    const noCard = { pPatientID: String(pBuffer?.personId), pHospID: '3501200000' };
    const asked = ['a', 'b', 'c'].map((program) => counter.as(program)('1.54', noCard));
    const answers = await Promise.all([...asked, counter.register()]);
    const seen = answers.map((one) => String(one.fields.pBuffer?.treatNum ?? assert.fail(String(one.code))));
    assert.equal(new Set(seen).size, 4, seen.join('\n'));
  } finally {
    await counter.close();
  }
});

test('one exception takes one identifier, however many ask for it at the same moment', async () => {
  const counter = await newCounter();
  try {
    counter.bench.insert('normal');
    const personId = String((await counter.call('1.1')).fields.pBuffer?.personId);
    const caller = { door: 'in-process', role: 'operator', program: 'test', process: 'test' } as const;
    const registered = await counter.control.registerException(caller, {
      requestId: 'r',
      code: 'C000',
      personId,
      treatItem: '01',
    });
    assert.equal(registered.code, 0, JSON.stringify(registered.failure));
    const noCard = { pPatientID: personId, pHospID: '3501200000' };
    const answers = await Promise.all(['a', 'b', 'c'].map((program) => counter.as(program)('1.54', noCard)));
    assert.equal(new Set(answers.map((one) => String(one.fields.pBuffer?.treatNum))).size, 1);
  } finally {
    await counter.close();
  }
});

test('an exception that was recovered is answered again days later, with the same identifier', async () => {
  const folder = newWorldFolder();
  const caller = { door: 'in-process', role: 'operator', program: 'test', process: 'test' } as const;
  let counter = await newCounter({}, folder);
  try {
    counter.bench.insert('normal');
    const personId = String((await counter.call('1.1')).fields.pBuffer?.personId);
    const dateTime = rocDateTimeOf(counter.world.clock.now() - 3_600_000);
    const about = { code: 'C000', personId, treatItem: '01', statedTime: dateTime };
    assert.equal((await counter.control.registerException(caller, { requestId: 'r', ...about })).code, 0);
    const first = await counter.control.recover(caller, { requestId: 'first', personId, dateTime });
    assert.equal(first.how, 'linked-to-exception', JSON.stringify(first.failure));
    while ((await counter.control.status()).journal.waiting > 0) await sleep(systemClock, 10);
    await counter.act('clock', { shift: 5 * 24 * 3_600_000 });
    await counter.close();
    // What was settled long ago is on the disk alone.
    counter = await newCounter({}, folder);
    const again = await counter.control.recover(caller, { requestId: 'again', personId, dateTime });
    assert.deepEqual([again.treatNum, again.dateTime], [first.treatNum, first.dateTime]);
  } finally {
    await counter.close();
  }
});

test('a call that comes to nothing takes no second: however often it is asked, the clock is not outrun', async () => {
  const counter = await newCounter();
  try {
    counter.bench.insert('normal');
    const personId = String((await counter.call('1.1')).fields.pBuffer?.personId);
    await counter.act('fault', { name: 'identifier-key' });
    for (let time = 0; time < 100; time++)
      assert.notEqual((await counter.call('1.54', { pPatientID: personId, pHospID: '3501200000' })).code, 0);
    await counter.act('fault', { name: 'off' });
    const before = counter.world.clock.now();
    const { pBuffer } = (await counter.register()).fields;
    const ahead = (epochOf(String(pBuffer?.visitTime)) ?? 0) - before;
    assert.ok(ahead < 50_000, `${ahead} ms ahead of the clock`);
  } finally {
    await counter.close();
  }
});

test('an exception is never in the second of a visit, whose identifier it would be recovered with', async () => {
  const counter = await newCounter();
  try {
    counter.bench.insert('normal');
    const personId = String((await counter.call('1.1')).fields.pBuffer?.personId);
    const visits: string[] = [];
    for (let round = 0; round < 3; round++) {
      const { pBuffer } = (await counter.register()).fields;
      visits.push(`${pBuffer?.visitTime} ${pBuffer?.treatNum}`);
    }
    const caller = { door: 'in-process', role: 'operator', program: 'test', process: 'test' } as const;
    const stated = await counter.control.registerException(caller, { requestId: 'a', code: 'A020', personId });
    const dateTime = stated.dateTime ?? assert.fail(JSON.stringify(stated.failure));
    assert.ok(!visits.some((visit) => visit.startsWith(dateTime)), `${dateTime} ${visits}`);
    const recovered = await counter.control.recover(caller, { requestId: 'b', personId, dateTime });
    assert.equal(recovered.how, 'linked-to-exception');
    assert.ok(!visits.some((visit) => visit.endsWith(` ${recovered.treatNum}`)));
  } finally {
    await counter.close();
  }
});
