// Coverage-guided: whatever a stranger, a card or a HIS sends, only our own refusals come of it. deadline: 420
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { debianRoot, inRoot } from '../test/support/debian-root.ts';

const soak = process.env.OPENCSHIS_SOAK === '1';
const folder = 'test/fuzz';
const targets = globSync(`${folder}/targets/*.fuzz.ts`).sort();
const seconds = soak ? Math.ceil(600 / targets.length) : 3;
const place = '/fuzz';

/** The engine wants a C library newer than the oldest Debian that we test on. */
function workshop(): { readonly path: string } | { readonly missing: string } {
  const root = debianRoot({ name: 'trixie-amd64', suite: 'trixie', arch: 'amd64' });
  if ('missing' in root) return root;
  if (process.arch !== 'x64') return { missing: `the fuzzing root is for x64, this is ${process.arch}` };
  const shop = join(root.path, place);
  mkdirSync(shop, { recursive: true });
  const lock = 'package-lock.json';
  const same =
    existsSync(join(shop, lock)) && readFileSync(join(shop, lock)).equals(readFileSync(join(folder, 'engine', lock)));
  if (!same || !existsSync(join(shop, 'node_modules/@jazzer.js/core'))) {
    cpSync(join(folder, 'engine'), shop, { recursive: true });
    const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: shop,
      encoding: 'utf8',
    });
    if (done.status !== 0)
      return { missing: `the engine could not be installed: ${done.stderr.trim().split('\n').at(-1)}` };
  }
  copyFileSync(process.execPath, join(shop, 'node'));
  return root;
}

async function bundle(shop: string, entry: string): Promise<string> {
  const name = basename(entry, '.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: ['koffi'],
    outfile: join(shop, 't', `${name}.cjs`),
    logLevel: 'silent',
  });
  return name;
}

function hunt(root: string, name: string, limit: number) {
  const shop = join(root, place);
  const corpus = join(shop, 'corpus', name);
  rmSync(corpus, { recursive: true, force: true });
  mkdirSync(corpus, { recursive: true });
  const kept = join(folder, 'corpus', name);
  if (existsSync(kept)) cpSync(kept, corpus, { recursive: true });
  const options = [
    `-max_total_time=${limit}`,
    '-max_len=4096',
    '-print_final_stats=1',
    '-rss_limit_mb=2048',
    '-timeout=10',
  ];
  const { file, args } = inRoot(
    root,
    [
      './node',
      'node_modules/@jazzer.js/core/dist/cli.js',
      `t/${name}.cjs`,
      `corpus/${name}`,
      '--sync=false',
      '--',
      ...options,
    ],
    { cwd: place, env: { TZ: 'UTC' } },
  );
  const done = spawnSync(file, args, { encoding: 'utf8', timeout: (limit + 60) * 1000, maxBuffer: 1 << 28 });
  // The last lines may be lost when the engine leaves: every line of progress counts.
  const runs = Math.max(0, ...[...done.stderr.matchAll(/^#(\d+)\s/gm)].map(([, count]) => Number(count)));
  return { status: done.status, runs, end: done.stderr.split('\n').slice(-60).join('\n') };
}

const shop = workshop();
const skip = 'missing' in shop ? shop.missing : false;

test('a planted mistake behind four certain bytes is found', { skip }, async () => {
  assert.ok('path' in shop);
  const name = await bundle(join(shop.path, place), `${folder}/planted.ts`);
  const found = hunt(shop.path, name, 60);
  assert.notEqual(found.status, 0, found.end);
  assert.match(found.end, /planted/);
});

for (const entry of targets) {
  test(`${basename(entry, '.fuzz.ts')}: only our own refusals`, { skip }, async (t) => {
    assert.ok('path' in shop);
    const name = await bundle(join(shop.path, place), entry);
    const done = hunt(shop.path, name, seconds);
    assert.equal(done.status, 0, done.end);
    assert.ok(done.runs > 100, done.end);
    t.diagnostic(`${done.runs} inputs`);
  });
}

test('each target has inputs to begin with, few and small', () => {
  for (const entry of targets) {
    const kept = join(folder, 'corpus', basename(entry, '.ts'));
    const files = readdirSync(kept);
    assert.ok(files.length > 0 && files.length <= 60, kept);
    for (const file of files) assert.ok(readFileSync(join(kept, file)).length <= 4096, file);
  }
});
