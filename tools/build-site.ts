/** @module Builds the API reference into `docs/site`: static files that open by a double click. `npm run build:site`. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { linkFaults } from './site/links.ts';
import { ourBook, siteOf } from './site/site.ts';

const root = path.resolve(import.meta.dirname, '..');

export function buildSite(): { readonly folder: string; readonly files: number; readonly bytes: number } {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const site = siteOf(ourBook(version));
  const dead = linkFaults(site);
  if (dead.length > 0) throw new Error(`dead links:\n${dead.join('\n')}`);
  const folder = path.join(root, 'docs/site');
  rmSync(folder, { recursive: true, force: true });
  let bytes = 0;
  for (const [name, text] of site) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return { folder, files: site.size, bytes };
}

if (import.meta.main) {
  const built = buildSite();
  console.log(
    `docs/site: ${built.files} files, ${(built.bytes / 1024).toFixed(0)} KB. Open ${path.join(built.folder, 'index.html')}`,
  );
}
