// 1.48, 1.49: signatures that can be verified by the own module without a network, by the centre for everybody, and by no
// one once anything was changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import { personOf, prescriptionItem } from '../../test/support/writing.ts';
import { fileStore, systemClock, systemRandom } from '../base/index.ts';
import { openCentreKeys } from '../centre/server/index.ts';
import { prescriptionSignature, prescriptionSignatureHex, rocDateTimeOf } from '../codec/index.ts';
import { type ItemQuestion, verifyItem } from './index.ts';

/** Two items of one visit, written by 1.48 and 1.49. */
async function signed(counter: TestCounter) {
  counter.bench.insert('normal');
  const person = await personOf(counter, 'normal');
  const visit = (await counter.register()).fields.pBuffer;
  const pDateTime = String(visit?.visitTime);
  const items = ['A', 'B', 'C'].map((code) => prescriptionItem(pDateTime, '1', code));
  const one = await counter.call('1.48', { ...person, pDateTime, pDataWrite: items[0] ?? '', iBufferLen: 40 });
  const two = await counter.call('1.49', {
    ...person,
    pDateTime,
    pDataWrite: `${items[1]}${items[2]}`,
    iWriteCount: 2,
    iBufferLen: 80,
  });
  assert.equal(one.code, 0, JSON.stringify(one.failure));
  assert.equal(two.code, 0, JSON.stringify(two.failure));
  const text = (answer: typeof one) => Buffer.from(answer.outputs.pBuffer as Uint8Array).toString('latin1');
  const signatures = [text(one), text(two).slice(0, 40), text(two).slice(40)];
  const questions = items.map(
    (item, index): ItemQuestion => ({
      signature: signatures[index] ?? '',
      personId: person.pPatientID,
      hospId: '3501200000',
      dateTime: pDateTime,
      bytes: Buffer.from(item, 'latin1'),
    }),
  );
  return { questions, treatNum: String(visit?.treatNum) };
}

for (const profile of ['5.1', '3.5'] as const) {
  test(`signed in ${profile}: the module knows its own, and which of the visit's items it is`, async () => {
    const counter = await newCounter({ profile });
    try {
      if (profile === '3.5') await counter.call('csOpenCom', { Comport: 0 });
      const { questions, treatNum } = await signed(counter);
      for (const link of ['up', 'down']) {
        if (link === 'down') await counter.act('network', { up: false });
        for (const [index, question] of questions.entries()) {
          const answer = await verifyItem({ sam: counter.sam, centre: counter.centreClient }, question);
          assert.deepEqual([answer.verdict, answer.number, answer.asked], ['ok', index + 1, 'sam'], link);
        }
      }
      await counter.act('network', { up: true });
      const [question] = questions;
      if (question === undefined) throw new TypeError('no question');
      const store = fileStore(counter.folder);
      const key = openCentreKeys(store, systemClock, systemRandom).prescriptionKey('3501200000');
      store.close();
      assert.equal(
        question.signature,
        prescriptionSignatureHex(
          prescriptionSignature(key, 1, { treatNum, personId: question.personId }, 1, question.bytes),
        ),
      );
      const altered: [string, Partial<ItemQuestion>, string][] = [
        ['another item', { bytes: questions[1]?.bytes ?? Buffer.alloc(61) }, 'altered'],
        ['another number', { number: 2 }, 'altered'],
        ['another person', { personId: 'A199999999' }, 'altered'],
        ['another signature', { signature: `0001${'0'.repeat(36)}` }, 'altered'],
        ['no signature', { signature: '00' }, 'malformed'],
        ['no item', { bytes: Buffer.alloc(60) }, 'malformed'],
        ['no number', { number: 0 }, 'malformed'],
        ['no visit', { hospId: '1101100011' }, 'unknown-visit'],
      ];
      for (const [title, change, verdict] of altered) {
        const asked = { ...question, ...change };
        const answer = await verifyItem({ sam: counter.sam, centre: counter.centreClient }, asked);
        assert.equal(answer.verdict, verdict, title);
        assert.ok(answer.words.zh && answer.words.en);
      }
    } finally {
      await counter.close();
    }
  });
}

test("another institution's signature is the centre's to know, and nobody's offline", async () => {
  const counter = await newCounter();
  try {
    const { questions, treatNum } = await signed(counter);
    const [mine] = questions;
    if (mine === undefined) throw new TypeError('no question');
    // As a counter elsewhere asks: its module is of another institution.
    const sam = { ...counter.sam, identity: async () => ({ ...(await counter.sam.identity()), hospId: '1101100011' }) };
    await counter.ledger(mine.personId);
    const deps = { sam, centre: counter.centreClient };
    assert.deepEqual(await verifyItem(deps, mine).then(({ verdict, number, asked }) => [verdict, number, asked]), [
      'ok',
      1,
      'centre',
    ]);
    assert.equal((await verifyItem(deps, { ...mine, treatNum, number: 1 })).verdict, 'ok');
    assert.equal((await verifyItem(deps, { ...mine, treatNum, number: 2 })).verdict, 'altered');
    await counter.act('network', { up: false });
    assert.equal((await verifyItem(deps, mine)).verdict, 'offline');
  } finally {
    await counter.close();
  }
});

test("nothing is signed into another institution's visit, and nothing written", async () => {
  const counter = await newCounter();
  try {
    counter.bench.insert('seen-today');
    const person = await personOf(counter, 'seen-today');
    const pDateTime = `${rocDateTimeOf(Date.now()).slice(0, 7)}000001`;
    const item = prescriptionItem(pDateTime, '1', 'A');
    const before = counter.bench.show('seen-today').files;
    for (const [name, more] of [
      ['1.48', { iBufferLen: 40 }],
      ['1.49', { iBufferLen: 40, iWriteCount: 1 }],
    ] as const) {
      const answer = await counter.call(name, { ...person, pDateTime, pDataWrite: item, ...more });
      assert.equal(answer.code, 5022, name);
      assert.match(answer.failure?.why.en ?? '', /another institution/);
    }
    assert.deepEqual(counter.bench.show('seen-today').files, before);
  } finally {
    await counter.close();
  }
});
