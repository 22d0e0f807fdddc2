// Runs when all other tests have run: what docs/tested.md says was run or simulated has run here, or says why it could not.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { features } from '../tested/list.ts';

test('every test that docs/tested.md names has run', (t) => {
  const log = join(process.env.OPENCSHIS_TEST_OUTPUT ?? '', 'output.log');
  if (!process.env.OPENCSHIS_TEST_OUTPUT || !existsSync(log)) return t.skip('not part of a whole run');
  const text = readFileSync(log, 'utf8');
  const ran = new Map(
    [...text.matchAll(/^(?:ok {2}|FAIL) (\S+\.test\.ts) {2}(\d+) passed/gm)].map(([, file = '', passed]) => [
      file,
      Number(passed),
    ]),
  );
  const named = new Set(
    features.flatMap(({ cells }) => Object.values(cells).flatMap((cell) => (cell.how === 'not' ? [] : cell.tests))),
  );
  if (![...named].some((file) => file.startsWith('e2e/') && ran.has(file))) return t.skip('not part of a whole run');
  assert.deepEqual(
    [...named].filter((file) => !ran.has(file)),
    [],
  );
  for (const file of named)
    if (ran.get(file) === 0) t.diagnostic(`${file} could not run on this machine: its reason stands above`);
});
