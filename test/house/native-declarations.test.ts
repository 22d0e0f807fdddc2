import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { apis } from '../../src/catalogue/index.ts';
import { declarationFiles } from '../../tools/declarations/index.ts';

for (const { file, bytes } of declarationFiles()) {
  test(`${file} is what the catalogue makes of it (npm run native:declarations)`, () => {
    assert.ok(existsSync(file), `${file} is missing`);
    assert.ok(Buffer.from(bytes).equals(readFileSync(file)), `${file} differs from the catalogue`);
  });
  test(`${file} declares every function`, () => {
    const text = Buffer.from(bytes).toString('latin1');
    for (const api of apis) assert.match(text, new RegExp(`\\b${api.name}\\b`, 'i'), api.name);
  });
}
