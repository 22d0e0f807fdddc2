/**
 * @module Builds what is published, as Node runs no TypeScript under node_modules: ESM in `dist/`, split so that a
 * command loads no more than it uses, and the declarations in `dist/types/`.
 */

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { version } from '../src/main/version.ts';
import { buildClient } from './build-client.ts';
import { buildConsole } from './build-console.ts';
import { buildNative } from './build-native.ts';
import { buildSite } from './build-site.ts';
import { isNode, lockedFor } from './packages/npm-packages.ts';
import { sbom } from './packages/sbom.ts';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);

/** Where people and programs come in; more are found below. */
const doors = ['src/cli/main.ts', 'src/cli/cs-reset-fsim.ts', 'src/main/index.ts'];

const isTest = (file: string) => /\.test\.tsx?$|(^|\/)fixtures\//.test(file);
const sources = globSync('src/**/*.ts')
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => !isTest(file) && !file.startsWith('src/console/'));

/** A program or worker that a source starts by `new URL('./x.ts', import.meta.url)` is an entry of its own. */
const STARTED = /new URL\(\s*'(\.[^']+\.ts)',\s*import\.meta\.url,?\s*\)/g;
const started = sources.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(STARTED)].map(([, to = '']) => path.posix.join(path.posix.dirname(file), to)),
);

/**
 * Every output stands exactly one folder deep in `dist/` (`cli/main.js`, `chunks/x.js`), so that from any of them `../`
 * is `dist/`, whichever chunk a source ends up in.
 */
function outputOf(file: string): string {
  const [room = '', ...rest] = file
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/');
  return `${room}/${rest.join('-')}`;
}

/** `import.meta` means the place of the source's own file in the tree, also when it is bundled elsewhere. */
const ownPlace: Plugin = {
  name: 'own-place',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, ({ path: absolute }) => {
      const text = readFileSync(absolute, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const file = path.relative(root, absolute).replaceAll(path.sep, '/');
      const own = `new URL('../${file.replace(/^src\//, '').replace(/\.ts$/, '.js')}', import.meta.url)`;
      const parts = text.split(STARTED);
      const contents = parts
        .map((part, at) => {
          if (at % 2 === 1) {
            const target = path.posix.join(path.posix.dirname(file), part);
            return `new URL('../${outputOf(target)}.js', import.meta.url)`;
          }
          return part
            .replaceAll('import.meta.url', `${own}.href`)
            .replaceAll(
              'import.meta.dirname',
              `process.getBuiltinModule('node:url').fileURLToPath(new URL('.', ${own}))`,
            )
            .replaceAll('import.meta.filename', `process.getBuiltinModule('node:url').fileURLToPath(${own})`);
        })
        .join('');
      return { contents, loader: 'ts' };
    });
  },
};

rmSync('dist', { recursive: true, force: true });
const entries = [...new Set([...doors.filter((file) => existsSync(file)), ...started])];
const result = await build({
  entryPoints: entries.map((file) => ({ in: file, out: outputOf(file) })),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  chunkNames: 'chunks/[name]-[hash]',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  plugins: [ownPlace],
});

const leftovers = Object.keys(result.metafile.outputs).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/["'`]([./][^"'`\s]*\.ts)["'`]/g)].map(([, name]) => `${file}: ${name}`),
);
if (leftovers.length > 0) {
  console.error(`the build still names sources; start programs by new URL('./x.ts', import.meta.url):`);
  console.error(leftovers.join('\n'));
  process.exitCode = 1;
}

// What sources read at run time stands where they look for it: beside them.
for (const file of globSync('src/**/*.{html,css,svg,png,ico,json,js,txt,h,def}').filter(
  (one) => !isTest(one) && !/^src.console.(?!tray)/.test(one),
)) {
  const to = path.join('dist', path.relative('src', file));
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(file, to);
}

await buildConsole(path.join(root, 'dist/console/built/console.json'));

// The library of a HIS goes with it, ready-made, as far as this machine has the compilers; a release wants `--all`.
const library = buildNative();
if (library.failed > 0 || (library.missing > 0 && process.argv.includes('--all'))) process.exitCode = 1;

const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (tsc.status !== 0) process.exitCode = 1;

/** Development packages that are built into the console's page, with their licences. */
const builtIn = ['preact', '@preact/signals', '@preact/signals-core', '@picocss/pico'];

// What npm installs beside it, and the licences of what is built in.
writeFileSync(
  'dist/sbom.cdx.json',
  sbom(
    version,
    lockedFor(readFileSync('package-lock.json', 'utf8')).filter((one) => !isNode(one)),
  ),
);
for (const name of builtIn) {
  const folder = path.join('dist/licences', name.replace('/', '+'));
  mkdirSync(folder, { recursive: true });
  for (const file of globSync('LICENSE*', { cwd: path.join('node_modules', name) }))
    copyFileSync(path.join('node_modules', name, file), path.join(folder, file));
}

const client = await buildClient();
const site = buildSite();
const bytes = Object.values(result.metafile.outputs).reduce((sum, one) => sum + one.bytes, 0);
const count = Object.keys(result.metafile.outputs).length;
console.log(`dist/: ${count} files, ${(bytes / 1024).toFixed(0)} KB of program, from ${entries.join(', ')}`);
console.log(`packages/client: ${(client.gzipped / 1024).toFixed(1)} KB gzipped`);
console.log(`docs/site: ${site.files} files, ${(site.bytes / 1024).toFixed(0)} KB`);
