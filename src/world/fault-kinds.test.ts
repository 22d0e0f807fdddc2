import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { newCounter, settled, type TestCounter, visitNow } from '../../test/support/counter.ts';
import { Failure } from '../base/index.ts';
import { reachFaults } from '../catalogue/index.ts';
import { faultKinds, faultOf, faultPlaces } from './fault-kinds.ts';

let counter: TestCounter;
before(async () => {
  counter = await newCounter();
  counter.bench.insert('normal');
  assert.equal((await counter.call('csVerifySAMDC')).code, 0);
});
beforeEach(() => counter.act('fault', { name: 'off' }));
after(() => counter.close());

const visits = async (): Promise<number> => {
  const { visits: file } = (await counter.card('normal')).files as unknown as {
    visits: { visits: { visitTime: string }[] };
  };
  return file.visits.filter((one) => one.visitTime !== '').length;
};
const register = (requestId?: string) => counter.call('hisGetSeqNumber256N1', visitNow, requestId);

test('every fault is declared once, with words, a place, and bounds that its own default keeps', () => {
  assert.equal(new Set(faultKinds.map((one) => one.name)).size, faultKinds.length);
  for (const name of reachFaults)
    assert.ok(
      faultKinds.some((one) => one.name === name && one.codes.length > 0),
      name,
    );
  for (const kind of faultKinds) {
    assert.ok(kind.title.zh && kind.title.en && faultPlaces[kind.place]);
    const required = kind.options.filter((one) => one.required).map((one) => [one.name, one.choices?.[0]]);
    const defaults = kind.options.filter((one) => one.default !== undefined).map((one) => [one.name, one.default]);
    const options = Object.fromEntries([...required, ...defaults]);
    assert.deepEqual(faultOf({ name: kind.name, options }).options ?? {}, options);
  }
});

test('what is not declared is refused, and says what would be right', () => {
  const refused = (body: object, words: RegExp) =>
    assert.throws(
      () => faultOf(body as { [name: string]: unknown }),
      (error) => error instanceof Failure && error.code === 6018 && words.test(error.why.en) && error.why.zh !== '',
    );
  refused({ name: 'lightning' }, /no fault lightning: tear/);
  refused({ name: 'tear', options: { at: -1 } }, /at is a whole number from 0/);
  refused({ name: 'tear', options: { colour: 1 } }, /no option colour/);
  refused({ name: 'wrong-sw', options: { sw: '90' } }, /4 hex digits/);
  refused({ name: 'network-slow', options: { link: 'moon' } }, /one of centre, sam/);
  refused({ name: 'tear', options: { acted: 'yes' } }, /true or false/);
  refused({ name: 'kill' }, /name process/);
  refused({ name: 'tear', times: 0 }, /times/);
  refused({ name: 'tear', options: [] }, /options/);
});

test('a card whose answer is lost has acted: it is asked again and answers the same visit, once', async () => {
  const had = await visits();
  await counter.act('fault', { name: 'answer-lost', options: { ins: '8022' } });
  const first = await register();
  assert.equal(first.code, 5007, JSON.stringify(first.failure));
  const again = await register();
  assert.ok([0, 5010].includes(again.code), JSON.stringify(again.failure));
  again.delivered();
  assert.equal(await visits(), had + 1);
});

test('a wrong status word where the card is written refuses the visit, and nothing stays', async () => {
  const had = await visits();
  await counter.act('fault', { name: 'wrong-sw', options: { sw: '6581', ins: '8022' } });
  assert.equal((await register()).code, 5007);
  assert.equal(await visits(), had);
  const again = await register();
  assert.ok([0, 5010].includes(again.code));
  again.delivered();
});

test('a slow network is waited for, one that is slower than the limit is none', async () => {
  await counter.act('fault', { name: 'network-slow', options: { ms: 30, link: 'centre' } });
  assert.equal((await counter.call('csUpdateHCContents')).code, 9081);
  await counter.act('fault', { name: 'off' });
  await counter.act('fault', { name: 'network-slow', options: { ms: 60_000, link: 'centre' } });
  assert.equal((await counter.call('csUpdateHCContents')).code, 4061);
});

test('a connection that breaks after the centre has done it: told again, known there, counted once', async () => {
  const zone = await counter.control.publicZone();
  const had = (await counter.ledger(zone.personId)).filter((event) => event.type === 'visit').length;
  await counter.act('fault', { name: 'network-reset', times: 1, options: { acted: true, link: 'centre' } });
  const visit = await register();
  assert.ok([0, 5010].includes(visit.code));
  visit.delivered();
  const { journal } = await counter.control.status();
  assert.ok(journal.waiting <= 1);
  await settled(async () => (await counter.control.status()).journal.waiting === 0);
  const events = (await counter.ledger(zone.personId)).filter((event) => event.type === 'visit');
  assert.equal(events.length, had + 1);
});

test('a full disk at the counter: the visit is refused before the card is touched', async () => {
  const had = await visits();
  await counter.act('fault', { name: 'counter-disk-full' });
  const refused = await register();
  assert.equal(refused.failure?.kind, 'disk-full', JSON.stringify(refused));
  assert.equal(await visits(), had);
  await counter.act('fault', { name: 'off' });
  const again = await register();
  assert.ok([0, 5010].includes(again.code));
  again.delivered();
});

test('the state counts the strikes of each fault, and one is switched off without the others', async () => {
  const now = async () =>
    ((await counter.state()) as { faults: { id: string; name: string; struck: number }[] }).faults;
  await counter.act('fault', { name: 'wrong-sw', times: 2 });
  await counter.act('fault', { name: 'sam-sign', times: 1 });
  await counter.act('fault', { name: 'network-slow', options: { ms: 1 } });
  assert.deepEqual(
    (await now()).map(({ struck }) => struck),
    [0, 0, 0],
  );
  await counter.call('hisGetBasicData');
  const [wrongSw, sign] = await now();
  assert.ok((wrongSw?.struck ?? 0) > 0);
  assert.equal(sign?.struck, 0);
  await counter.act('fault', { name: 'off', id: wrongSw?.id });
  assert.equal((await register()).code, 5008);
  assert.deepEqual(
    (await now()).filter(({ name }) => name !== 'network-slow').map(({ name, struck }) => [name, struck]),
    [['sam-sign', 1]],
  );
});
