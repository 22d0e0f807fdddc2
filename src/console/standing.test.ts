import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry, Status } from '../client/index.ts';
import { reasons } from './standing.ts';

const status = (journal: Partial<Status['journal']>, centre = true): Status =>
  ({
    links: { centre, sam: true },
    journal: { waiting: 0, inDoubt: 0, undelivered: 0, refused: 0, cut: 0, ...journal },
  }) as Status;

test('a counter whose journal is all at the centre says nothing', () => {
  assert.deepEqual(reasons(status({}), []), []);
});

test('what waits says why: the network, or that it is on its way', () => {
  assert.equal(reasons(status({ waiting: 3 }, false), [])[0]?.todo.en, 'no network: sent by itself when it is back');
  assert.equal(reasons(status({ waiting: 3 }), [])[0]?.todo.en, 'being sent');
});

test('what is in doubt comes first, and what the centre refuses has its words', () => {
  const refused = { refused: '9012 unknown card' } as JournalEntry;
  const list = reasons(status({ waiting: 1, inDoubt: 1, refused: 1 }), [refused]);
  assert.deepEqual(
    list.map((one) => one.kind),
    ['in-doubt', 'refused', 'waiting'],
  );
  assert.equal(list[1]?.todo.en, 'it says: 9012 unknown card');
});
