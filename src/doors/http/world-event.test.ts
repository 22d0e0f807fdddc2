import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import { openDoors, until } from '../../../test/support/doors.ts';
import type { Role } from '../../catalogue/schema.ts';

test('the operator hears that the simulated world changed, nobody else does, and a fault that strikes often tells it rarely', async (t) => {
  const doors = await openDoors();
  t.after(() => doors.close());
  const watch = (role: Role) => {
    const heard: { readonly type: string }[] = [];
    const socket = new WebSocket(`ws://127.0.0.1:${doors.http.port}/api/v1/events`, { headers: doors.token(role) });
    t.after(() => socket.terminate());
    socket.on('message', (data) => heard.push(JSON.parse(String(data))));
    const opened = new Promise<void>((resolve, reject) => {
      socket.on('open', () => resolve());
      socket.on('error', reject);
    });
    return { role, heard, opened };
  };
  const ears = (['operator', 'program', 'page'] as const).map(watch);
  await Promise.all(ears.map(({ opened }) => opened));
  const worlds = ({ heard }: { heard: { type: string }[] }) => heard.filter(({ type }) => type === 'world');
  const [operator = assert.fail()] = ears;
  for (const [action, body] of [
    ['network', { up: false }],
    ['network', { up: true }],
    ['clock', { shift: 1000 }],
    ['clock', { shift: 0 }],
    ['insert', { card: 'normal' }],
    ['remove', {}],
    ['new', { card: 'heard' }],
  ] as const) {
    const before = worlds(operator).length;
    assert.equal((await doors.post('world', `/api/v1/world/${action}`, body)).status, 200);
    await until(`${action} is heard`, () => worlds(operator).length > before);
  }
  await doors.post('world', '/api/v1/world/fault', { name: 'reader-late', options: { ms: 1 } });
  doors.bench.insert('normal');
  await until('the module is ready', async () => (await doors.control.status()).sam.state === 2);
  const before = worlds(operator).length;
  const sent = doors.apdus.length;
  assert.equal((await doors.post('program', '/api/v1/call/hisGetBasicData')).json.code, 0);
  await until('it is heard', () => worlds(operator).length > before);
  assert.ok(worlds(operator).length - before < doors.apdus.length - sent);
  await doors.post('world', '/api/v1/world/fault', { name: 'off' });
  for (const ear of ears.slice(1)) assert.deepEqual(worlds(ear), [], ear.role);
});
