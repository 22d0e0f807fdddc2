/** @module Writes the table of attacks into SECURITY.md: npm run docs:attacks. A test holds it to the list. */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paper, withTable } from '../test/attacks/table.ts';

const file = path.resolve(import.meta.dirname, '..', paper);
writeFileSync(file, withTable(readFileSync(file, 'utf8')));
