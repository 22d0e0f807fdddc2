import assert from 'node:assert/strict';
import test from 'node:test';
import { checks } from '../../src/care/index.ts';
import { features } from '../tested/list.ts';
import { madeBy, withTables } from '../tested/table.ts';
import { projectFiles } from './sources.ts';

const files = projectFiles();

test('every test that docs/tested.md names is there, and not switched off as a whole', () => {
  const named = features.flatMap(({ cells }) =>
    Object.values(cells).flatMap((cell) => (cell.how === 'not' ? [] : cell.tests)),
  );
  assert.ok(named.length > 30);
  for (const file of new Set(named)) {
    const text = files.get(file);
    assert.ok(text !== undefined, `${file} is not there`);
    assert.match(text, /^\s*(await )?(t\.)?test\(|killTests\(|\btest\(/m, `${file} has no test`);
  }
  assert.equal(new Set(features.map(({ id }) => id)).size, features.length);
});

test('every finding of the doctor is made for real or by a recorded machine, somewhere', () => {
  for (const { finds } of checks)
    for (const id of Object.keys(finds)) assert.ok(Object.keys(madeBy(id, files)).length > 0, `nothing makes ${id}`);
});

test('docs/tested.md and docs/doctor.md have the tables that the tree makes (npm run docs:tested)', async () => {
  for (const [file, text] of await withTables(files)) assert.equal(files.get(file), text, file);
});
