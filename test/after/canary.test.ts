// Runs when all other tests have run: nothing that they printed holds a demonstration person's data.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { seededRandom, systemClock } from '../../src/base/index.ts';
import { demoPerson } from '../../src/centre/server/index.ts';
import { rocDateOf } from '../../src/codec/index.ts';
import { leaks } from '../support/canary.ts';

test('the output of the whole suite holds no demonstration person', (t) => {
  const log = join(process.env.OPENCSHIS_TEST_OUTPUT ?? '', 'output.log');
  if (!process.env.OPENCSHIS_TEST_OUTPUT || !existsSync(log)) return t.skip('not part of a whole run');
  const text = readFileSync(log, 'utf8');
  if (/FAIL /.test(text)) return t.skip('a failed assertion may show what it compared');
  const people = seededRandom(7);
  const today = rocDateOf(systemClock.now());
  const ids = Array.from({ length: 120 }, () => demoPerson(people, today).personId);
  assert.deepEqual(leaks(text, Object.fromEntries(ids.map((id, at) => [`person ${at}`, id]))), []);
});
