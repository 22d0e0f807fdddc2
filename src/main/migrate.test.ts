import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { cliFor } from '../../test/support/cli.ts';
import { newFolder, newWorldFolder } from '../../test/support/counter.ts';
import { fileStore, type Store } from '../base/index.ts';
import { restore } from './backup.ts';
import { openWorldFolder } from './compose.ts';
import { checkFormat, type Formats, formatOf, migrate } from './migrate.ts';

/** A format that no version has: it keeps the switches in another file. */
const made: Formats = {
  known: [1, 2],
  steps: [{ to: 2, run: (store) => store.write('world/made-up.json', Buffer.from('{"v":2}')) }],
};
const within = <T>(folder: string, look: (store: Store) => T): T => {
  const store = fileStore(folder);
  try {
    return look(store);
  } finally {
    store.close();
  }
};

test('a newer version goes on with the old format until it is switched on by hand, after a backup', async () => {
  const folder = newWorldFolder();
  within(folder, (store) => checkFormat(store, made));
  const file = join(newFolder(), 'before');
  assert.deepEqual(await migrate(folder, file, made), { from: 1, to: 2, backup: file });
  assert.equal(within(folder, formatOf), 2);
  assert.deepEqual(await migrate(folder, file, made), { from: 2, to: 2 });
  // The version before it leaves the world alone, in words; so does its own migrate.
  await assert.rejects(openWorldFolder(folder), { kind: 'newer-format' });
  await assert.rejects(migrate(folder, file), { kind: 'newer-format' });
  assert.equal(within(folder, formatOf), 2);
  // Back is the backup, and nothing else.
  restore(folder, file);
  assert.equal(within(folder, formatOf), 1);
  assert.ok(!existsSync(join(folder, 'world/made-up.json')));
  within(folder, (store) => checkFormat(store));
});

test('ended in the middle, it is of the old format and is done again', async () => {
  const folder = newWorldFolder();
  const file = join(newFolder(), 'before');
  const breaks: Formats = {
    ...made,
    steps: [
      {
        to: 2,
        run(store) {
          made.steps[0]?.run(store);
          throw new Error('killed here');
        },
      },
    ],
  };
  await assert.rejects(migrate(folder, file, breaks), /killed here/);
  assert.equal(within(folder, formatOf), 1);
  within(folder, (store) => checkFormat(store));
  assert.equal((await migrate(folder, file, made)).to, 2);
});

test('without a backup nothing is begun', async () => {
  const folder = newWorldFolder();
  // A folder cannot be where a file is.
  await assert.rejects(migrate(folder, join(folder, 'world.json', 'before'), made));
  assert.equal(within(folder, formatOf), 1);
  assert.ok(!existsSync(join(folder, 'world/made-up.json')));
});

test('a damaged number is told, not guessed', () => {
  const folder = newWorldFolder();
  within(folder, (store) => {
    for (const text of ['', '{}', '{"v":"2"}', '{"v":0}']) {
      store.write('format.json', Buffer.from(text));
      assert.throws(() => checkFormat(store), { kind: 'format-file' });
    }
  });
});

test('opencshis migrate says that there is nothing to do, and does not touch a world that runs', async () => {
  const folder = newWorldFolder();
  const cli = cliFor(folder);
  const idle = await cli('migrate', '--json');
  assert.deepEqual(JSON.parse(idle.stdout), { from: 1, to: 1 });
  await cli('start');
  try {
    const running = await cli('migrate');
    assert.equal(running.code, 2);
    assert.match(running.stderr, /stop/);
  } finally {
    await cli('stop');
  }
});
