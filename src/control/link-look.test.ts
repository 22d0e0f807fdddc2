import assert from 'node:assert/strict';
import test from 'node:test';
import { type Clock, limits } from '../base/index.ts';
import { lookAtLink } from './link-look.ts';

/** A clock on which only what is asked for happens. */
function handClock() {
  const due = new Set<{ ms: number; action: () => void }>();
  const clock: Clock = {
    now: () => 0,
    monotonic: () => 0,
    after(ms, action) {
      const one = { ms, action };
      due.add(one);
      return () => due.delete(one);
    },
  };
  const pass = async (): Promise<number> => {
    const all = [...due];
    due.clear();
    for (const one of all) one.action();
    await new Promise((resolve) => setImmediate(resolve));
    return all.length;
  };
  return { clock, pass, due };
}

test('the link is looked at while somebody looks on, and by nobody else', async () => {
  const { clock, pass, due } = handClock();
  let up = true;
  let asked = 0;
  const heard: boolean[] = [];
  const look = lookAtLink({
    clock,
    centre: {
      ping: async () => {
        asked++;
        if (!up) throw new Error('away');
        return { now: 0, simulated: true, world: 'w' };
      },
    },
    onLink: (now) => heard.push(now),
  });
  assert.equal(await pass(), 0);
  look.start();
  assert.deepEqual(
    [...due].map(({ ms }) => ms),
    [limits.linkLook],
  );
  await pass();
  up = false;
  await pass();
  up = true;
  await pass();
  assert.deepEqual(heard, [true, false, true]);
  look.stop();
  assert.equal(await pass(), 0);
  look.start();
  assert.equal(due.size, 1, 'one question at a time');
  // Stopped while the answer is on its way: nobody hears of it any more.
  const passing = pass();
  look.stop();
  await passing;
  assert.deepEqual(heard, [true, false, true]);
  assert.equal(asked, 4);
  assert.equal(due.size, 0);
});
