import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { fillDisk, smallDisk } from '../../test/support/small-disk.ts';
import { Failure, fileStore, systemClock } from '../base/index.ts';
import { openJournal } from './open-journal.ts';
import type { Intent } from './types.ts';

const intent = (id: string): Intent => ({
  id,
  api: 'hisGetSeqNumber256N1',
  preparedAt: Date.now(),
  cardNo: '900000000001',
  program: 'his',
  inputs: 'digest',
  requestId: id,
  answer: { code: 0, outputs: { iBufferLen: 316 } },
  events: [],
});

test('what is promised after a full disk had room again is still there after a power cut', async (t) => {
  const folder = smallDisk(t, '1m');
  if (folder === undefined) return;
  const store = fileStore(folder);
  const journal = openJournal(store, systemClock);
  journal.done(intent('before'));
  const filler = fillDisk(folder);
  // The last page of the log takes some more; the line that does not fit goes in by its half.
  let promised = 0;
  for (; promised < 100; promised++) {
    try {
      journal.done(intent(`while-${promised}`));
    } catch (error) {
      assert.ok(error instanceof Failure && error.code === 6016, String(error));
      break;
    }
  }
  assert.ok(promised > 0 && promised < 100, `${promised} fitted`);
  rmSync(filler);
  journal.done(intent('after'));
  store.close();
  const again = openJournal(fileStore(folder), systemClock);
  assert.equal(again.opened.cut, 0);
  assert.equal(again.byRequest('after', 'his')?.state, 'done');
  assert.equal((await again.entries()).length, promised + 2);
});

test('what could not be written whole leaves nothing on a full disk', (t) => {
  const folder = smallDisk(t, '1m');
  if (folder === undefined) return;
  const store = fileStore(folder);
  store.write('card', new Uint8Array(300_000));
  store.write('other', new Uint8Array(300_000));
  assert.throws(() => store.write('card', new Uint8Array(600_000).fill(1)), { code: 6016 });
  assert.deepEqual(readdirSync(folder).sort(), ['card', 'other']);
  assert.deepEqual(store.read('card'), new Uint8Array(300_000));
  store.append('log', new Uint8Array(100));
});
