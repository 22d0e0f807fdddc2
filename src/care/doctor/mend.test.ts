// What a fix touches is as before when it is undone, byte for byte; and never put back over what somebody changed since.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newFolder } from '../../../test/support/counter.ts';
import { Failure, fileStore, memoryStore, say, systemClock } from '../../base/index.ts';
import { createMender } from './mend.ts';
import type { Fix, Step } from './types.ts';

const fixOf = (steps: readonly Step[], touches: readonly string[]): Fix => ({
  id: 'a-fix',
  title: say({ zh: '修復', en: 'a fix' }),
  touches,
  needs: 'nothing',
  steps,
});
const setUp = () => {
  const folder = newFolder();
  const store = fileStore(folder);
  const mender = createMender({ store, clock: systemClock, hands: { renewLeaf: async () => undefined } });
  return { folder, mender, file: join(folder, 'a file') };
};
const bytes = Buffer.from([0, 255, 10, 13, 0, 128]);
const standing = (path: string) =>
  existsSync(path) ? { bytes: readFileSync(path).toString('hex'), mode: statSync(path).mode & 0o7777 } : 'none';
const kindOf = (action: () => unknown): string | undefined => {
  try {
    action();
  } catch (error) {
    return error instanceof Failure ? error.kind : String(error);
  }
  return undefined;
};

const kinds: { readonly [name: string]: (path: string) => Step } = {
  remove: (path) => ({ do: 'remove', path }),
  mode: (path) => ({ do: 'mode', path, mode: 0o600 }),
  write: (path) => ({ do: 'write', path, text: 'new' }),
};
for (const [name, step] of Object.entries(kinds))
  test(`${name}: done, and undone byte for byte`, async () => {
    const { mender, file } = setUp();
    writeFileSync(file, bytes);
    chmodSync(file, 0o640);
    const before = standing(file);
    await mender.mend(fixOf([step(file)], [file]));
    assert.notDeepEqual(standing(file), before);
    assert.equal(mender.last()?.fix, 'a-fix');
    assert.deepEqual(mender.undo().touches, [file]);
    assert.deepEqual(standing(file), before);
    assert.equal(kindOf(mender.undo), 'nothing-to-undo');
  });

test('what was not there is not there again', async () => {
  const { mender, folder } = setUp();
  const file = join(folder, 'new', 'file');
  await mender.mend(fixOf([{ do: 'write', path: file, text: 'x' }], [file]));
  assert.equal(readFileSync(file, 'utf8'), 'x');
  mender.undo();
  assert.equal(standing(file), 'none');
});

test('the last one is undone first, and each once', async () => {
  const { mender, file } = setUp();
  writeFileSync(file, '0');
  for (const text of ['1', '2', '3']) await mender.mend(fixOf([{ do: 'write', path: file, text }], [file]));
  for (const text of ['2', '1', '0']) {
    mender.undo();
    assert.equal(readFileSync(file, 'utf8'), text);
  }
});

for (const [name, step] of Object.entries(kinds))
  test(`${name}: changed since by somebody else: nothing is put back over it`, async () => {
    const { mender, file } = setUp();
    writeFileSync(file, bytes);
    chmodSync(file, 0o640);
    await mender.mend(fixOf([step(file)], [file]));
    if (name === 'mode') chmodSync(file, 0o604);
    else writeFileSync(file, 'by somebody else');
    const since = standing(file);
    assert.equal(kindOf(mender.undo), 'changed-since');
    assert.deepEqual(standing(file), since);
    assert.equal(mender.last()?.fix, 'a-fix');
  });

test('a fix that breaks in its middle is undone as well', async () => {
  const { mender, file, folder } = setUp();
  writeFileSync(file, '0');
  mkdirSync(join(folder, 'in-the-way'));
  const other = join(folder, 'in-the-way');
  const broken = fixOf(
    [
      { do: 'write', path: file, text: '1' },
      { do: 'write', path: other, text: '1' },
    ],
    [file],
  );
  await assert.rejects(mender.mend(broken), (error) => error instanceof Failure && error.kind === 'not-mended');
  mender.undo();
  assert.equal(readFileSync(file, 'utf8'), '0');
});

test('where the record cannot be written nothing is touched', async () => {
  const { file } = setUp();
  writeFileSync(file, '0');
  const full = {
    ...memoryStore(),
    write() {
      throw new Failure(6016, { why: say({ zh: '滿了', en: 'full' }) });
    },
  };
  const mender = createMender({ store: full, clock: systemClock, hands: { renewLeaf: async () => undefined } });
  await assert.rejects(mender.mend(fixOf([{ do: 'remove', path: file }], [file])), Failure);
  assert.equal(readFileSync(file, 'utf8'), '0');
  rmSync(file);
});

test('a restart is for somebody outside alone, and leaves nothing to undo', async () => {
  const restart: Fix = { ...fixOf([{ do: 'restart' }], []), needs: 'restart' };
  const inside = setUp().mender;
  await assert.rejects(inside.mend(restart), (error) => error instanceof Failure && error.kind === 'restart-outside');
  let restarted = 0;
  const outside = createMender({
    store: memoryStore(),
    clock: systemClock,
    hands: { renewLeaf: async () => undefined, restart: async () => void restarted++ },
  });
  await outside.mend(restart);
  assert.equal(restarted, 1);
  assert.equal(outside.last(), undefined);
});
