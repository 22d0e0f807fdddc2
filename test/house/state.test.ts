import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { newCounter } from '../support/counter.ts';

for (const profile of ['5.1', '3.5'] as const)
  test(`docs/state.md names every file of a world of ${profile} that was used`, async () => {
    const counter = await newCounter({ profile });
    counter.bench.insert('normal');
    await counter.register();
    const { folder } = counter;
    await counter.close();
    const named = [...readFileSync('docs/state.md', 'utf8').matchAll(/^\| `([^`]+)` \|/gm)].map(
      ([, name = '']) =>
        new RegExp(
          `^${name.replaceAll('.', '\\.').replace('NAME', '.+').replace('-N', '-\\d+').replaceAll('*', '.*')}$`,
        ),
    );
    assert.ok(named.length > 10);
    const list = (under: string): string[] =>
      readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
        const name = under === '' ? entry.name : `${under}/${entry.name}`;
        return entry.isDirectory() ? list(name) : [name];
      });
    const files = list('').filter((name) => !/-(wal|shm)$/.test(name));
    assert.ok(files.length > 10);
    assert.deepEqual(
      files.filter((name) => !named.some((pattern) => pattern.test(name))),
      [],
    );
  });
