import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Doors, openDoors, until } from '../../../test/support/doors.ts';
import type { Tap } from '../../control/types.ts';
import { connectNative } from './client.ts';

let doors: Doors;
const taps = new Set<Tap>();
before(async () => {
  doors = await openDoors();
  const { tap } = doors.control;
  doors.control.tap = (one) => {
    const stop = tap(one);
    taps.add(one);
    return () => {
      taps.delete(one);
      stop();
    };
  };
});
after(() => doors.close());

const client = (role: 'program' | 'operator' | 'world') =>
  connectNative({ path: doors.native.path, token: doors.tokens.byRole[role], role });

test('a recording reaches the operator who asked for it, and nobody else; it ends with his connection', async () => {
  await doors.act('insert', { card: 'normal' });
  const [operator, other, program] = [await client('operator'), await client('operator'), await client('program')];
  const [lines, elsewhere]: [unknown[], string[]] = [[], []];
  for (const one of [other, program]) one.watch((event) => elsewhere.push(event.type));
  const header = (await operator.record({ withData: false }, (line) => lines.push(line))) as { opencshis: string };
  assert.equal(header.opencshis, 'trace');
  assert.equal(taps.size, 1);
  await program.call('hisGetBasicData');
  await until('the line is here', () => lines.length > 0);
  assert.equal((lines.at(-1) as { call: string }).call, 'hisGetBasicData');
  await until('the other operator heard of the call', () => elsewhere.includes('call'));
  assert.ok(!elsewhere.includes('trace'));
  operator.close();
  await until('the tap is gone', () => taps.size === 0);
  const before = lines.length;
  await program.call('hisGetBasicData');
  assert.equal(lines.length, before);
  for (const one of [other, program]) one.close();
});

test('programs may not record, and over HTTP nobody can', async () => {
  const program = await client('program');
  await assert.rejects(
    program.record({ withData: true }, () => undefined),
    { code: 4029, kind: 'role' },
  );
  assert.equal(taps.size, 0);
  program.close();
  for (const path of ['/api/v1/record', '/api/v1/op/record'])
    assert.equal((await doors.post('operator', path, { withData: true })).status, 404);
});
