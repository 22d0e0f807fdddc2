import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coalesce } from './coalesce.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('ten thousand wishes are two deeds: the first, and one that sees the last', async () => {
  let deeds = 0;
  const pauses: (() => void)[] = [];
  const wish = coalesce(
    async () => void deeds++,
    (action) => pauses.push(action),
  );
  for (let count = 0; count < 10_000; count++) wish();
  await turn();
  assert.equal(deeds, 1);
  pauses.shift()?.();
  await turn();
  assert.equal(deeds, 2);
  pauses.shift()?.();
  await turn();
  assert.equal(deeds, 2);
  assert.equal(pauses.length, 0);
});

test('a deed that fails does not end the others', async () => {
  let tries = 0;
  const wish = coalesce(
    async () => {
      tries++;
      throw new Error('away');
    },
    (action) => action(),
  );
  wish();
  await turn();
  wish();
  await turn();
  assert.equal(tries, 2);
});
