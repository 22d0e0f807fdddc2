// kill -9 at random moments while a journal grows so fast that most of its time goes into putting its past aside.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fileStore, randomInt, sleep, systemClock, systemRandom } from '../src/base/index.ts';
import { openJournal } from '../src/journal/index.ts';
import { newFolder } from '../test/support/counter.ts';

const rounds = process.env.OPENCSHIS_SOAK === '1' ? 200 : 6;
const writer = fileURLToPath(new URL('../test/support/journal-writer.ts', import.meta.url));

/** Lets it write some promises (its past is put aside after each twenty), and kills it a moment later; answers them. */
async function killed(folder: string, first: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, folder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const most = randomInt(systemRandom, 60);
  let said = '';
  const promised = () => said.split('\n').slice(0, -1);
  const enough = new Promise<void>((resolve) =>
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (promised().length > most) resolve();
    }),
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([ended, enough]);
  await sleep(systemClock, randomInt(systemRandom, 30));
  child.kill('SIGKILL');
  await ended;
  return promised();
}

test(`a journal killed at ${rounds} random moments holds every promise, and what was not sent is still to be sent`, async () => {
  const folder = newFolder();
  const promised: string[] = [];
  let turned = 0;
  for (let round = 0; round < rounds; round++) {
    // One may have been written that nobody heard of.
    promised.push(...(await killed(folder, Number(promised.at(-1) ?? -10) + 10)));
    const store = fileStore(folder);
    const journal = openJournal(store, systemClock);
    const waiting = new Set(journal.waiting().map((event) => event.id));
    const unsent = promised.filter((id) => Number(id) % 10 === 0);
    assert.deepEqual(
      unsent.filter((id) => !waiting.has(id)),
      [],
    );
    turned = store.list('journal').filter((name) => name.startsWith('past-')).length;
    store.close();
    if (round % 20 !== 0 && round !== rounds - 1) continue;
    const done = new Set((await journal.entries({ accept: (entry) => entry.state === 'done' })).map(({ id }) => id));
    assert.deepEqual(
      promised.filter((id) => !done.has(id)),
      [],
    );
  }
  assert.ok(turned >= rounds / 3, `the past was put aside ${turned} times`);
});
