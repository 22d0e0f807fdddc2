/** @module Builds the SDK as a package of its own: one file, its types, a README; `packages/client` or as its argument says. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

/** The file alone, as browsers load it. */
export async function bundleClient(): Promise<{ readonly text: string; readonly gzipped: number }> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/client/index.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: ['chrome120', 'firefox121', 'safari17', 'node22'],
    charset: 'utf8',
    legalComments: 'none',
  });
  const text = outputFiles[0]?.text ?? '';
  return { text, gzipped: gzipSync(text, { level: 9 }).length };
}

export async function buildClient(folder = path.join(root, 'packages/client')) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bundle = await bundleClient();
  writeFileSync(path.join(folder, 'index.js'), bundle.text);
  const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as { version: string };
  const metadata = { ...read('tools/client/package.json'), version: read('package.json').version };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(metadata, null, 2)}\n`);
  copyFileSync(path.join(root, 'tools/client/README.md'), path.join(folder, 'README.md'));
  copyFileSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  const tsc = spawnSync(
    process.execPath,
    [
      'node_modules/typescript/bin/tsc',
      ...['-p', 'tools/client/tsconfig.json', '--outDir', path.join(folder, 'types')],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (tsc.status !== 0) throw new Error(tsc.stdout);
  return { folder, bytes: bundle.text.length, gzipped: bundle.gzipped };
}

if (import.meta.main) {
  const { folder, gzipped } = await buildClient(process.argv[2]);
  console.log(`${folder}: ${(gzipped / 1024).toFixed(1)} KB gzipped`);
}
