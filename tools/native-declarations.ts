/** @module Writes every language's declarations of the library from the catalogue: npm run native:declarations. */

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { declarationFiles } from './declarations/index.ts';

const root = path.resolve(import.meta.dirname, '..');
for (const { file, bytes } of declarationFiles()) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), bytes);
}
