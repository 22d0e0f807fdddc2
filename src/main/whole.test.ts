// The control software may be there before the data centre is: what its first callers are then told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newWorldFolder, settled } from '../../test/support/counter.ts';
import { composeCentre, composeControl, openWorldFolder } from './compose.ts';

test('a module card that lies there as the world begins is not remembered as failed', async () => {
  const world = await openWorldFolder(newWorldFolder({ profile: '3.5' }));
  const whole = Promise.withResolvers<void>();
  let centre: Awaited<ReturnType<typeof composeCentre>> | undefined;
  const made = composeControl(world, {
    whole: whole.promise,
    centreUrl: () => `http://127.0.0.1:${centre?.port ?? 1}`,
  });
  const { control } = made;
  try {
    // A look at everything, as a console takes it: nothing was asked of the module yet, and nothing failed.
    const before = await control.status();
    assert.deepEqual([before.sam.state, before.sam.lastFailure], [1, undefined]);
    centre = await composeCentre(world);
    whole.resolve();
    const session = control.session({ door: 'in-process', role: 'operator', program: 'p', process: 'p' });
    assert.equal((await session.call({ requestId: '1', name: 'csOpenCom', inputs: { Comport: 0 } })).code, 0);
    const answer = await session.call({ requestId: '2', name: '2.2', inputs: {} });
    assert.equal(answer.code, 0, JSON.stringify(answer.failure));
    await settled(async () => (await control.status()).sam.state === 2);
  } finally {
    await made.close();
    await centre?.close();
    world.store.close();
  }
});
