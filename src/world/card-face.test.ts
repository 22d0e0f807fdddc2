import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newCounter, type TestCounter, visitNow } from '../../test/support/counter.ts';
import { demoCards } from './demo-cards.ts';

interface State {
  readonly cards: readonly {
    readonly handle: string;
    readonly name?: string;
    readonly personId?: string;
    readonly marks?: readonly { readonly mark: string; readonly zh: string; readonly en: string }[];
  }[];
}
let counter: TestCounter;
before(async () => {
  counter = await newCounter({ people: 60 });
});
after(() => counter.close());
const state = async () => (await counter.state()) as State;
const marksOf = async (handle: string) =>
  (await state()).cards.find((one) => one.handle === handle)?.marks?.map(({ mark }) => mark);

test('every demonstration card says in words what is the matter with it', async () => {
  const special: { readonly [handle: string]: readonly string[] } = {
    normal: [],
    'rare-name': [],
    'born-before-1912': [],
    'doctor-expired': ['expired', 'pin'],
    'doctor-cancelled': ['cancelled', 'pin'],
    doctor: ['pin'],
  };
  for (const { handle } of demoCards) assert.deepEqual(await marksOf(handle), special[handle] ?? [handle], handle);
  for (const [handle, marks] of Object.entries(special)) assert.deepEqual(await marksOf(handle), marks, handle);
  for (const { marks = [], name } of (await state()).cards) {
    assert.ok(name);
    for (const one of marks) assert.ok(one.zh && one.en);
  }
});

test('what happens to a card shows on its face', async () => {
  await counter.act('edit', { card: 'normal', field: 'validity.available', value: '0' });
  await counter.act('edit', { card: 'normal', field: 'pin', value: '4321' });
  assert.deepEqual(await marksOf('normal'), ['no-visits', 'pin']);
  await counter.act('edit', { card: 'normal', field: 'validity.available', value: '6' });
  await counter.act('edit', { card: 'normal', field: 'pin', value: '' });
  counter.bench.insert('normal');
  assert.equal((await counter.call('hisGetSeqNumber256N1', visitNow)).code, 0);
  assert.deepEqual(await marksOf('normal'), ['seen-today']);
  counter.bench.remove('normal');
});

test('people are found by name and number, and each can be given the card that the centre knows', async () => {
  const { people, of } = (await counter.act('people', {})) as {
    of: number;
    people: { personId: string; name: string }[];
  };
  assert.ok(of > 60);
  assert.equal(people.length, 50);
  const one = people[17] ?? assert.fail();
  for (const find of [one.personId, one.personId.toLowerCase().slice(2), ` ${one.name}`]) {
    const found = (await counter.act('people', { find })) as { of: number; people: { personId: string }[] };
    assert.ok(found.of < of && found.people.some(({ personId }) => personId === one.personId), find);
  }
  assert.deepEqual(await counter.act('people', { find: '%' }), { of: 0, people: [] });
  await counter.act('new', { card: 'theirs', person: one.personId });
  assert.equal((await state()).cards.find(({ handle }) => handle === 'theirs')?.name, one.name);
  await assert.rejects(counter.act('new', { card: 'twin', person: one.personId }), { kind: 'card-exists' });
  await assert.rejects(counter.act('new', { card: 'nobody', person: 'A000000000' }), { code: 6018 });
  counter.bench.insert('theirs');
  const read = await counter.call('hisGetBasicData');
  assert.equal(read.code, 0);
  assert.equal(read.fields.pBuffer?.personId ?? read.fields.pBuffer?.name, one.personId);
  counter.bench.remove('theirs');
});
