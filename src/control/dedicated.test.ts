// The dedicated reader (3.5): its port, its clock, its pad, and a security module that is a card in a slot.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { newCounter, newWorldFolder, settled, type TestCounter, visitNow } from '../../test/support/counter.ts';
import { prescriptionItem } from '../../test/support/writing.ts';
import { fileStore, systemRandom } from '../base/index.ts';
import { openCentreKeys, openCentreStore } from '../centre/server/index.ts';
import { epochOf, verifyPrescriptionSignature } from '../codec/index.ts';
import { verifySignature } from '../sam/index.ts';
import { switchBoard, switchFile } from '../world/index.ts';

const profile = '3.5' as const;
async function at(counter: TestCounter, work: (counter: TestCounter) => Promise<void>): Promise<void> {
  try {
    await work(counter);
  } finally {
    await counter.close();
  }
}
const withCard = (card: string, work: (counter: TestCounter) => Promise<void>) =>
  newCounter({ profile }).then((counter) => {
    if (card !== '') counter.bench.insert(card);
    return at(counter, work);
  });
/** A world whose network is down from its first moment. */
async function cutOff(): Promise<TestCounter> {
  const folder = newWorldFolder({ profile });
  const store = fileStore(folder);
  switchBoard(store, join(folder, switchFile)).set({ links: { centre: false, sam: false } });
  store.close();
  return newCounter({ profile }, folder);
}
const samState = async (counter: TestCounter) => (await counter.call('1.15', { CardType: 1 })).code;
/** Types these in turn wherever a PIN is asked for; undefined cancels. */
function typing(counter: TestCounter, ...digits: (string | undefined)[]): { asked: number } {
  const seen = { asked: 0 };
  counter.control.watch((event) => {
    if (event.type !== 'pin') return;
    assert.ok(event.request.onPad);
    counter.type(event.request, digits[seen.asked]);
    seen.asked += 1;
  });
  return seen;
}

test('until csOpenCom every function that needs the port is 4000; the port is the process’s own', () =>
  withCard('normal', async (counter) => {
    const session = counter.control.session({ door: 'in-process', role: 'operator', program: 'p', process: 'p' });
    const call = (name: string, inputs = {}) => session.call({ requestId: `${Math.random()}`, name, inputs });
    assert.equal((await call('csCloseCom')).code, -1, 'nothing to close');
    assert.equal((await call('1.1')).code, 4000);
    for (const Comport of [1, 99, -1]) assert.equal((await call('csOpenCom', { Comport })).code, -1, String(Comport));
    assert.equal((await call('csOpenCom', { Comport: 0 })).code, 0);
    assert.equal((await call('1.1')).code, 0);
    assert.equal((await counter.as('another')('1.51')).code, 3530);
    assert.equal((await call('csCloseCom')).code, 0);
    assert.equal((await call('csCloseCom')).code, -1);
    assert.equal((await call('1.1')).code, 4000);
    assert.equal(await samState(counter), 2, 'a port says nothing of the module');
  }));

test('the reader’s clock comes from the factory slow; 2.1 sets it, 1.34 reads it, a visit has it', async () =>
  at(await cutOff(), async (counter) => {
    const behind = async () => {
      const { pBuffer = {} } = (await counter.call('1.34')).fields;
      const shown = epochOf(Object.values(pBuffer).join('')) ?? 0;
      return Math.round((counter.world.clock.now() - shown) / 1000);
    };
    assert.ok(Math.abs((await behind()) - 90) <= 2);
    assert.equal((await counter.call('2.1')).code, 4061);
    assert.ok(Math.abs((await behind()) - 90) <= 2);
    await counter.act('network', { up: true });
    await counter.act('fault', { name: 'set-reader-clock', times: 1 });
    assert.equal((await counter.call('2.1')).code, 6008);
    assert.equal(await samState(counter), 1, 'a module whose clock could not be set may not sign');
    assert.equal((await counter.call('2.1')).code, 0);
    assert.ok(Math.abs(await behind()) <= 2);
    await counter.act('clock', { shift: 86_400_000 });
    assert.ok(Math.abs(await behind()) <= 2, 'it goes on with the world');
    counter.bench.insert('normal');
    const visit = await counter.register();
    assert.ok(Math.abs((epochOf(String(visit.fields.pBuffer?.visitTime)) ?? 0) - counter.world.clock.now()) < 5000);
    await counter.act('fault', { name: 'clock-read', times: 1 });
    assert.equal((await counter.call('1.34')).code, 5005);
    await counter.act('fault', { name: 'clock-read', times: 1 });
    assert.equal((await counter.call('1.53', { ...visitNow, cTreatItem: '02' })).code, 5005);
  }));

test('the card’s signature is good by the published directory, and its identifier is the centre’s', () =>
  withCard('normal', async (counter) => {
    const { pBuffer: patient = {} } = (await counter.call('1.1')).fields;
    const visit = await counter.register();
    const { visitTime, hospId, signature, samId, treatNum } = visit.fields.pBuffer ?? {};
    assert.equal(samId, 'SAM000000001');
    const key = { personId: String(patient.personId), hospId: String(hospId), dateTime: String(visitTime) };
    const store = openCentreStore(join(counter.folder, 'centre/centre.sqlite'));
    const directory = { world: counter.world.file.world, issuedAt: counter.world.clock.now(), entries: store.keys() };
    store.close();
    const { verdict, keyNo } = verifySignature(String(signature), key, directory);
    assert.equal(verdict, 'ok');
    assert.equal(
      directory.entries.find((one) => one.keyNo === keyNo)?.use,
      'sam',
      'the module’s own key, no delegation',
    );
    const [event] = await counter.ledger(key.personId);
    assert.deepEqual([event?.treatNum, event?.samId], [treatNum, samId]);
  }));

test('sixty orders are signed in the card (1.49), each good by the centre’s key', () =>
  withCard('normal', async (counter) => {
    const { personId = '', birthDate = '' } = ((await counter.call('1.1')).fields.pBuffer ?? {}) as Texts;
    const { visitTime = '', treatNum = '', hospId = '' } = ((await counter.register()).fields.pBuffer ?? {}) as Texts;
    const items = Array.from({ length: 60 }, (_, index) => prescriptionItem(visitTime, '1', `A${index}`));
    const signed = await counter.call('1.49', {
      pDateTime: visitTime,
      pPatientID: personId,
      pPatientBirthDate: birthDate,
      pDataWrite: items.join(''),
      iWriteCount: 60,
    });
    assert.equal(signed.code, 0, JSON.stringify(signed.failure));
    const { items: signatures } = signed.fields.pBuffer as unknown as { items: { signature: string }[] };
    const key = openCentreKeys(counter.world.store, counter.world.clock, systemRandom).prescriptionKey(hospId);
    const good = signatures.map(({ signature }, index) =>
      verifyPrescriptionSignature(
        Buffer.from(signature, 'hex'),
        key,
        { treatNum, personId },
        index + 1,
        Buffer.from(items[index] ?? '', 'latin1'),
      ),
    );
    assert.deepEqual(good, Array(60).fill(true));
  }));
type Texts = { readonly [field: string]: string };

test('1.15, 1.35 and 2.1 say what is in the SAM slot', () =>
  withCard('', async (counter) => {
    const say = async () => [
      await samState(counter),
      (await counter.call('1.35', { CardType: 1 })).code,
      (await counter.call('2.1')).code,
      (await counter.call('2.2')).code,
    ];
    assert.equal((await counter.call('2.1')).code, 0);
    assert.deepEqual(await say(), [2, 0, 0, 0]);
    counter.bench.remove('sam');
    assert.deepEqual(await say(), [0, 4012, 4012, 5006]);
    counter.bench.insert('doctor', 'sam');
    assert.deepEqual(await say(), [9, 4032, 4032, 5006]);
    for (const refused of ['sam-withdrawn', 'sam-unknown']) {
      counter.bench.remove('sam');
      counter.bench.insert(refused, 'sam');
      assert.equal((await counter.call('2.1')).code, 4051, refused);
      assert.deepEqual(await say(), [1, 0, 4051, 5006], refused);
    }
    assert.equal((await counter.call('1.35', { CardType: 1 })).fields.pBuffer?.cardNo, 'SAM000000902');
  }));

test('a module card in its slot is verified by itself, and control tells so', () =>
  withCard('', async (counter) => {
    const states: number[] = [];
    counter.control.watch((event) => {
      if (event.type === 'sam') states.push(event.status.state);
    });
    counter.bench.remove('sam');
    counter.bench.insert('sam');
    await settled(() => states.includes(2));
    assert.equal(await samState(counter), 2);
  }));

test('withdrawn while it works: the next verification ends it', () =>
  withCard('normal', async (counter) => {
    assert.equal((await counter.register()).code, 0);
    const store = openCentreStore(join(counter.folder, 'centre/centre.sqlite'));
    for (const key of store.keys().filter((one) => one.samId === 'SAM000000001'))
      store.putKey({ ...key, revokedAt: counter.world.clock.now() });
    store.close();
    assert.equal((await counter.call('2.1')).code, 4051);
    assert.equal(await samState(counter), 1);
    assert.equal((await counter.call('1.53', { ...visitNow, cTreatItem: '02' })).code, 4050);
  }));

test('the PIN is typed on the pad: the operator’s face sees it, may cancel it, and cannot answer it', () =>
  withCard('pin', async (counter) => {
    let asked = 0;
    const stop = counter.control.watch((event) => {
      if (event.type !== 'pin') return;
      asked += 1;
      const { id } = event.request;
      assert.deepEqual(
        counter.control.pinRequests().map((one) => [one.id, one.onPad]),
        [[id, true]],
      );
      assert.equal(counter.control.answerPin(id, Buffer.from('1234')), false);
      if (asked === 1) assert.equal(counter.control.answerPin(id, undefined), true);
      else assert.equal(counter.type(event.request, '1234'), true);
    });
    assert.equal((await counter.call('1.27')).code, 5109);
    assert.equal(counter.devices[0]?.pad.waiting(), undefined, 'the pad waits no more');
    assert.equal((await counter.call('1.27')).code, 0);
    stop();
    assert.equal((await counter.call('1.15', { CardType: 2 })).code, 4);
    assert.equal((await counter.card('pin')).triesLeft, 3);
  }));

test('a PIN request on the pad ends with its card, and when the reader is reset', () =>
  withCard('pin', async (counter) => {
    const stop = counter.control.watch((event) => {
      if (event.type === 'pin') counter.bench.remove('pin');
    });
    assert.equal((await counter.call('1.27')).code, 5109);
    stop();
    counter.bench.insert('pin');
    counter.control.watch((event) => {
      if (event.type === 'pin') void counter.call('1.52', { Type: 0 });
    });
    assert.equal((await counter.call('1.27')).code, 5109);
    assert.equal(counter.devices[0]?.pad.waiting(), undefined);
  }));

test('5110: no PIN is typed on a pad that a professional card shares', () =>
  withCard('pin', async (counter) => {
    const seen = typing(counter, '1234');
    counter.bench.insert('doctor');
    for (const name of ['1.27', '1.28', '1.29', '1.2', '1.14'])
      assert.equal((await counter.call(name)).code, 5110, name);
    assert.equal(seen.asked, 0);
    counter.bench.remove('doctor');
    assert.equal((await counter.call('1.27')).code, 0);
    counter.bench.insert('doctor');
    // In the consulting room the PIN was given before, and nothing has to be typed.
    assert.equal((await counter.call('1.2')).code, 0);
    assert.equal((await counter.call('1.14')).code, 0);
    for (const name of ['1.27', '1.28', '1.29']) assert.equal((await counter.call(name)).code, 5110, name);
    assert.equal(seen.asked, 1);
  }));

test('a reset of the reader, of the module, or the module torn out: nothing verified is left, no PIN either', () =>
  withCard('pin', async (counter) => {
    typing(counter, '1234', '1234', '1234', undefined, undefined, undefined);
    const takeAway = {
      reader: async () => assert.equal((await counter.call('1.52', { Type: 0 })).code, 0),
      module: async () => assert.equal((await counter.call('1.52', { Type: 1 })).code, 0),
      torn: async () => {
        counter.bench.remove('sam');
        assert.equal((await counter.call('1.52', { Type: 1 })).code, 4012);
        counter.bench.insert('sam');
      },
    };
    for (const [what, take] of Object.entries(takeAway)) {
      assert.equal((await counter.call('1.27')).code, 0, what);
      assert.equal((await counter.call('1.15', { CardType: 2 })).code, 4, what);
      await counter.act('network', { up: false });
      await take();
      assert.equal(await samState(counter), 1, what);
      await counter.act('network', { up: true });
      assert.equal((await counter.call('2.1')).code, 0, what);
      assert.equal((await counter.call('1.15', { CardType: 2 })).code, 2, `${what}: the PIN was forgotten`);
    }
  }));

test('the module torn out at every one of its APDUs: the visit is all there or not at all', async () => {
  const counter = await newCounter({ profile });
  await at(counter, async () => {
    const outcomes = { with: 0, without: 0 };
    for (let from = 0; from < 2; from++) {
      for (let n = 0; ; n++) {
        const handle = `c${from}-${n}`;
        await counter.act('new', { card: handle, kind: 'normal' });
        counter.bench.insert(handle);
        assert.equal((await counter.call('2.1')).code, 0);
        await counter.act('fault', { name: 'tear', times: 1, options: { at: n, acted: from === 1, role: 'sam' } });
        const answer = await counter.call('1.53', { ...visitNow });
        answer.delivered();
        await counter.act('fault', { name: 'off' });
        const { counter: writes, cardNo } = await counter.card(handle);
        const torn = !counter.bench.list().some((one) => one.handle === 'sam' && one.slot);
        const where = `torn at ${n}, ${answer.code}`;
        assert.equal(writes, answer.fields.pBuffer === undefined ? 0 : 1, where);
        if (torn) assert.ok([0, 4050, 4061, 5006, 5008].includes(answer.code), where);
        const open = (await counter.control.journal()).filter(
          (entry) => entry.cardNo === cardNo && entry.state !== 'done',
        );
        assert.deepEqual(open, [], where);
        outcomes[answer.code === 0 ? 'with' : 'without'] += 1;
        counter.bench.remove(handle);
        if (!torn) break;
        counter.bench.insert('sam');
      }
    }
    assert.ok(outcomes.without > 10 && outcomes.with >= 2, JSON.stringify(outcomes));
  });
});

test('two readers on one computer: each program has the reader that it opened, with its own module', async () =>
  at(await newCounter({ profile, readers: 2 }), async (counter) => {
    const slots = counter.readers.slots();
    const slot = (role: string, reader: number) => slots.filter((one) => one.role === role)[reader]?.name;
    counter.bench.insert('normal', slot('hc', 0));
    counter.bench.insert('illness', slot('hc', 1));
    const second = counter.as('second');
    assert.equal((await second('csOpenCom', { Comport: 1 })).code, 0);
    assert.equal((await second('csOpenCom', { Comport: 2 })).code, -1);
    const cardNo = async (call: typeof second) => (await call('1.1')).fields.pBuffer?.cardNo;
    assert.equal(await cardNo(counter.call), (await counter.card('normal')).cardNo);
    assert.equal(await cardNo(second), (await counter.card('illness')).cardNo);
    const visits = await Promise.all([counter.call('1.53', { ...visitNow }), second('1.53', { ...visitNow })]);
    assert.deepEqual(
      visits.map((one) => [one.code, one.fields.pBuffer?.samId]),
      [
        [0, 'SAM000000001'],
        [0, 'SAM000000002'],
      ],
    );
    for (const one of visits) one.delivered();
    counter.bench.remove('sam');
    assert.equal((await counter.call('1.1')).code, 4050);
    assert.equal((await second('1.1')).code, 0);
    // The one that is left speaks to the centre for both.
    await settled(async () => (await counter.control.status()).journal.waiting === 0);
    assert.equal((await second('1.52', { Type: 0 })).code, 0);
    assert.equal((await second('1.15', { CardType: 1 })).code, 1);
  }));
