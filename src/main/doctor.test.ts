// The doctor of the running control software, over its HTTP door: found live, mended by name, undone; nothing of persons.
import assert from 'node:assert/strict';
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { leaks } from '../../test/support/canary.ts';
import { type Doors, openDoors } from '../../test/support/doors.ts';
import type { Mended, presented } from '../care/index.ts';
import type * as Sdk from '../client/index.ts';

/** What the SDK and the console believe of it: the compiler holds it to what is made. */
const believed = (made: {
  readonly examined: ReturnType<typeof presented>;
  readonly undo?: Mended;
}): Sdk.DoctorAnswer => made;

let doors: Doors;
before(async () => {
  process.env.OPENCSHIS_PCSC = 'off';
  doors = await openDoors();
});
after(() => doors.close());

type Shown = ReturnType<typeof believed>;
const examined = async (): Promise<Shown> => (await doors.get('operator', '/api/v1/doctor')).json;
const ids = ({ examined: all }: Shown): readonly string[] =>
  all.flatMap(({ findings }) => findings.map(({ id }) => id));

test('a file of ours that others may read: found, mended, undone, all by the page', async () => {
  const file = join(doors.folder, 'origins.json');
  writeFileSync(file, '{}');
  chmodSync(file, 0o644);
  const found = await examined();
  assert.ok(ids(found).includes('disk.modes'), JSON.stringify(found));
  assert.ok(found.examined.every(({ state }) => state !== 'late' && state !== 'failed'));

  const mended = await doors.post('operator', '/api/v1/doctor/mend', { fix: 'modes' });
  assert.deepEqual([mended.status, mended.json.fix], [200, 'modes']);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const then = await examined();
  assert.ok(!ids(then).includes('disk.modes'));
  assert.equal(then.undo?.fix, 'modes');

  assert.equal((await doors.post('operator', '/api/v1/doctor/undo', {})).status, 200);
  assert.equal(statSync(file).mode & 0o777, 0o644);
  assert.equal((await examined()).undo, undefined);
});

test('what is not wrong is not mended, and nothing but the two actions is taken', async () => {
  const kinds: unknown[] = [];
  for (const [action, body] of [
    ['mend', { fix: 'restart' }],
    ['mend', { fix: '__proto__' }],
    ['mend', {}],
    ['undo', {}],
    ['apply', { fix: 'modes' }],
  ] as const) {
    const { status, json } = await doors.post('operator', `/api/v1/doctor/${action}`, body);
    kinds.push([status, json.failure.kind]);
  }
  chmodSync(join(doors.folder, 'origins.json'), 0o600);
  assert.deepEqual(kinds, [
    [422, 'no-fix'],
    [422, 'no-fix'],
    [422, 'parameter'],
    [422, 'nothing-to-undo'],
    [422, 'parameter'],
  ]);
});

test('it is for the operator alone, and says nothing of a person, a token or a key', async () => {
  for (const role of ['program', 'world', 'page', 'none'] as const) {
    const { status } = await doors.get(role, '/api/v1/doctor');
    assert.ok(status >= 401, `${role}: ${status}`);
  }
  doors.bench.insert('normal');
  await doors.register();
  const said = JSON.stringify(await examined());
  const zone = await doors.control.publicZone();
  const secret = { ...doors.tokens.byRole, card: zone.cardNo, person: zone.personId, name: zone.name };
  assert.deepEqual(leaks(said, secret), []);
});

test('asked ten times at once, it looks once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => doors.deps.doctor?.examine()));
  const took = answers.map((one) => JSON.stringify(one?.examined));
  assert.equal(new Set(took).size, 1);
});
