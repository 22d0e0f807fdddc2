import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEntry } from '../client/index.ts';
import { decidedSince } from './decided.ts';

const entry = (id: string, state: JournalEntry['state']) => ({ id, state }) as JournalEntry;

test('what was in doubt is decided when it is done, dropped or gone, and not while it is undecided', () => {
  const before = new Set(['a', 'b', 'c', 'd']);
  const open = [entry('a', 'prepared'), entry('b', 'undecided'), entry('c', 'done')];
  assert.deepEqual(decidedSince(before, open), ['c', 'd']);
  assert.deepEqual(decidedSince(new Set(), open), []);
});
