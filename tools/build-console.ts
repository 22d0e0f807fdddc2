/** @module Builds the console's page: a few files in one, `src/console/built/console.json` or as its argument says. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const types: { readonly [ending: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

export interface BuiltConsole {
  readonly [name: string]: { readonly type: string; readonly text: string };
}

export async function buildConsole(
  file = path.join(root, 'src/console/built/console.json'),
): Promise<{ readonly console: BuiltConsole; readonly gzipped: number }> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { console: 'src/console/main.tsx' },
    outdir: 'built',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: ['chrome120', 'firefox121', 'safari17'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    chunkNames: 'chunk-[name]-[hash]',
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.svg': 'dataurl' },
  });
  const made: { [name: string]: { type: string; text: string } } = {};
  const add = (name: string, text: string): void => {
    made[name] = { type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', text };
  };
  for (const one of result.outputFiles) add(path.basename(one.path), one.text);
  for (const name of ['index.html', 'icon.svg']) add(name, readFileSync(path.join(root, 'src/console', name), 'utf8'));
  mkdirSync(path.dirname(file), { recursive: true });
  // Whole or not at all: another program may be reading it.
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, JSON.stringify(made));
  renameSync(beside, file);
  return {
    console: made,
    gzipped: Object.values(made).reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0),
  };
}

if (import.meta.main) {
  const { console: made, gzipped } = await buildConsole(process.argv[2]);
  console.log(`console: ${Object.keys(made).length} files, ${(gzipped / 1024).toFixed(1)} KB gzipped`);
}
