/** @module Writes the tables of docs/tested.md and docs/doctor.md: npm run docs:tested. A test holds them to the tree. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFiles } from '../test/house/sources.ts';
import { withTables } from '../test/tested/table.ts';

for (const [file, text] of await withTables(projectFiles()))
  writeFileSync(path.resolve(import.meta.dirname, '..', file), text);
