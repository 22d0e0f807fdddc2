import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { catalogueTypes, typesFile } from '../../tools/catalogue-types.ts';

test('the types of the functions are those of the catalogue (npm run types:catalogue)', () => {
  assert.equal(readFileSync(typesFile, 'utf8'), catalogueTypes());
});
