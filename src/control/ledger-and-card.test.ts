// At the end of a random day the ledger tells of each card exactly what the card holds, to the byte. deadline: 180
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { cardFromLedger, type FileBytes } from '../../test/support/card-from-ledger.ts';
import { newCounter, settled, type TestCounter } from '../../test/support/counter.ts';
import { isWriting, personOf, prescriptionItem, writingInputs } from '../../test/support/writing.ts';
import { randomInt, seededRandom, systemRandom } from '../base/index.ts';
import { type HcFileName, hcFileMap } from '../card/index.ts';
import { type Api, apis } from '../catalogue/index.ts';
import { openCentreStore } from '../centre/server/index.ts';

const seed = process.env.OPENCSHIS_SEED ?? String(randomInt(systemRandom, 1_000_000));
const calls = process.env.OPENCSHIS_SOAK === '1' ? 20_000 : 500;
const chance = seededRandom(`ledger ${seed}`);
const pick = <T>(list: readonly T[]): T => list[randomInt(chance, list.length)] as T;
const writers = apis.filter(isWriting);

const filesOf = (counter: TestCounter, handle: string): FileBytes =>
  Object.fromEntries(
    Object.entries(hcFileMap).map(([name, { fid }]) => [
      name,
      Buffer.from(counter.bench.show(handle).files[fid.toString(16)] ?? '', 'base64'),
    ]),
  );

test(`ledger and cards agree after ${calls} calls at random (seed ${seed})`, async () => {
  const counter = await newCounter();
  const cards: { handle: string; cardNo: string; person: Awaited<ReturnType<typeof personOf>>; initial: FileBytes }[] =
    [];
  try {
    for (let index = 0; index < 3; index++) {
      const handle = `d${index}`;
      await counter.act('new', { card: handle, kind: 'normal' });
      await counter.act('edit', { card: handle, field: 'basic.sex', value: 'F' });
      await counter.act('edit', { card: handle, field: 'validity.available', value: '90' });
      const { cardNo } = await counter.card(handle);
      cards.push({ handle, cardNo, person: await personOf(counter, handle), initial: filesOf(counter, handle) });
    }
    counter.bench.insert('doctor');
    counter.control.watch((event) => {
      if (event.type === 'pin') counter.type(event.request, '123456');
    });
    assert.equal((await counter.call('4.2')).code, 0);
    const codes = new Map<string, Set<number>>();
    const times: string[] = [];
    let card = pick(cards);
    counter.bench.insert(card.handle);
    for (let index = 0; index < calls; index++) {
      if (randomInt(chance, 12) === 0) {
        counter.bench.remove(card.handle);
        card = pick(cards);
        counter.bench.insert(card.handle);
      }
      // The power goes, or the network, and comes back.
      if (randomInt(chance, 40) === 0) await counter.act('network', { up: randomInt(chance, 2) === 0 });
      const time =
        times.length === 0 ? '1150101080000' : (times.at(-1 - randomInt(chance, Math.min(8, times.length))) ?? '');
      const what = randomInt(chance, 10);
      const answer =
        what === 0 || times.length === 0
          ? await counter.call('1.53', {
              cTreatItem: pick(['01', '02', 'AC', 'AE', '09']),
              cBabyTreat: ' ',
              cTreatAfterCheck: '1',
            })
          : what === 1 && randomInt(chance, 4) === 0
            ? await counter.call('1.39', { pUnTreatDate: time })
            : await counter.call(...someWrite(pick(writers), card.person, time));
      if (randomInt(chance, 8) > 0) answer.delivered();
      if (answer.fields.pBuffer?.visitTime) times.push(String(answer.fields.pBuffer.visitTime));
      codes.set(answer.api, (codes.get(answer.api) ?? new Set()).add(answer.code));
    }
    await counter.act('network', { up: true });
    // Anything new wakes the outbox.
    (await counter.call('1.23', { ...card.person, pEmergentTel: '0222' })).delivered();
    await settled(async () => (await counter.control.status()).journal.waiting === 0);
    const store = openCentreStore(join(counter.folder, 'centre/centre.sqlite'));
    for (const one of cards) {
      const events = store.eventsOf(one.person.pPatientID);
      const expected = cardFromLedger(one.initial, events, one.cardNo);
      const held = filesOf(counter, one.handle);
      for (const name of Object.keys(hcFileMap) as HcFileName[]) {
        const bytes = held[name];
        if (bytes && bytes.length > 0) assert.equal(bytes.toString('latin1'), expected[name]?.toString('latin1'), name);
        else assert.equal(expected[name]?.toString('latin1').trim(), '', name);
      }
      assert.equal(store.card(one.cardNo)?.counter, (await counter.card(one.handle)).counter);
    }
    store.close();
    for (const api of writers) assert.ok(codes.get(api.name)?.has(0), `${api.no} was never written`);
  } finally {
    await counter.close();
  }
});

/** A call with values of its own. */
function someWrite(
  api: Api,
  person: { [param: string]: string },
  time: string,
): [string, { [param: string]: string | number }] {
  const known = new Set(api.params.map((param) => param.name));
  const inputs = { ...writingInputs(api, time), ...person };
  const fees = [8, 8, 8, 7, 7].map((width) => String(randomInt(chance, 9_999_999)).padEnd(width)).join('');
  const count = 1 + randomInt(chance, 7);
  const items = Array.from({ length: count }, () =>
    prescriptionItem(time, pick(['1', '2', '3', '4', '5', 'A', 'B', 'E', 'H']), `A${randomInt(chance, 99_999)}`),
  );
  const changed: { [param: string]: string | number } = {
    ...(api.name === 'hisWriteTreatmentFee' ? { pDataWrite: fees } : {}),
    ...(api.name === 'hisWriteTreatmentData' ? { pDataWrite: `1[G44201 ]${'[       ]'.repeat(5)}${fees}` } : {}),
    ...(/Multi/.test(api.name) ? { pDataWrite: items.join(''), iWriteCount: count } : {}),
    ...(/WritePrescription/.test(api.name) ? { pDataWrite: items[0] ?? '' } : {}),
    ...(api.name === 'hisWriteAllergicNum' ? { iNum: 1 + randomInt(chance, 3) } : {}),
    pPackageNumber: `B${randomInt(chance, 9999)}`,
    pEmergentTel: `02${randomInt(chance, 99_999_999)}`,
    pOrganDonate: pick(['1', '4', 'E']),
    pServiceItemCode: pick(['21', '23', 'YB']),
    pCheckupCode: pick(['41', '42', 'XA']),
  };
  return [
    api.name,
    Object.fromEntries(Object.entries({ ...inputs, ...changed }).filter(([param]) => known.has(param))),
  ];
}
