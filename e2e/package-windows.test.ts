// Both packages twice, and the Windows zip: what is in it, and its starters under Wine. deadline: 280
// alone
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { unzip } from '../src/care/install/unzip.ts';
import { newFolder } from '../test/support/counter.ts';
import { buildPackages, testKey } from '../test/support/packages.ts';
import { type WineRoot, wineRoot } from '../test/support/wine-root.ts';
import { has } from '../tools/native/compilers.ts';

const compiler = 'x86_64-w64-mingw32-gcc';
const skip = has(compiler) ? false : `${compiler} is not installed`;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const [one, two, place] = [newFolder(), newFolder(), newFolder()];
const release = join(place, 'releases', version);
const key = testKey();
let unsigned = '';

before(() => {
  if (skip) return;
  buildPackages(one, [], key.env);
  unsigned = buildPackages(two, [], { ...key.env, OPENCSHIS_RELEASE_KEY: '' });
  unzip(readFileSync(join(one, `opencshis-${version}-windows-x64.zip`)), '', place);
});

test('both packages are the same twice, to the byte; without a key they are said to be unsigned', { skip }, () => {
  const names = readdirSync(two);
  assert.equal(names.length, 2);
  for (const name of names) assert.ok(readFileSync(join(one, name)).equals(readFileSync(join(two, name))), name);
  assert.deepEqual(readdirSync(one).sort(), [...names, ...names.map((name) => `${name}.sig`)].sort());
  assert.match(unsigned, /UNSIGNED/);
});

test('other programs read the zip, too', {
  skip: skip || (has('python3') ? false : 'python3 is not installed'),
}, () => {
  const file = join(one, `opencshis-${version}-windows-x64.zip`);
  const code = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())';
  assert.equal(spawnSync('python3', ['-c', code, file], { encoding: 'utf8' }).stdout, 'None\n');
});

test('the zip holds Node, both libraries, documents, licences, SBOM and the trusted key', { skip }, () => {
  for (const name of [
    'bin/node.exe',
    'native/build/win32/CsHis.dll',
    'native/build/win64/CsHis50.dll',
    'node_modules/@koromix/koffi-win32-x64/package.json',
    'docs/site/zh/api/hisGetBasicData.html',
    'LICENSE',
    'sbom.cdx.json',
    'keys/release-1.pem',
  ])
    assert.ok(existsSync(join(release, name)), name);
  const { components } = JSON.parse(readFileSync(join(release, 'sbom.cdx.json'), 'utf8')) as {
    components: { name: string; version: string }[];
  };
  for (const { name, version: its } of components)
    assert.ok(existsSync(join(release, 'licences', `${name.replace('/', '+')}-${its}`)), name);
  const node = readFileSync(join(release, 'bin/node.exe'));
  assert.equal(node.readUInt16LE(node.readUInt32LE(0x3c) + 4), 0x8664, 'a program of 64-bit Windows');
});

const wine = skip ? { missing: skip } : wineRoot();
const noWine = 'missing' in wine ? wine.missing : false;
const { run } = wine as WineRoot;

/** Stands in for node.exe, which this Wine is too old for: says how it was called, and ends with 7. */
const recorder = `#include <stdio.h>
#include <windows.h>
int main(void) {
  char line[4000];
  WideCharToMultiByte(CP_UTF8, 0, GetCommandLineW(), -1, line, sizeof line, NULL, NULL);
  printf("%s\\n", line);
  return 7;
}
`;

test('the starters run their release’s Node by its full path, each by its own name, and end with its code', {
  skip: noWine,
}, async () => {
  const source = join(newFolder(), 'recorder.c');
  writeFileSync(source, recorder);
  renameSync(join(release, 'bin/node.exe'), join(release, 'bin/real-node.exe'));
  assert.equal(spawnSync(compiler, ['-o', join(release, 'bin/node.exe'), source]).status, 0);
  const inside = (name: string) => `Z:\\programs\\releases\\${version}\\bin\\${name}`;
  const said = async (program: string, ...args: string[]) => {
    const ran = await run(place, program, args);
    assert.equal(ran.code, 7, `${ran.stdout}${ran.stderr}`);
    return ran.stdout.trim();
  };
  const [node, entry] = [`"${inside('node.exe')}"`, `"${inside('opencshis.cjs')}"`];
  assert.equal(await said('opencshis.exe', 'card', 'insert', 'a b'), `${node} ${entry} card insert "a b"`);
  assert.equal(await said('csfsim.exe'), `${node} ${entry} start --minimised`);
  assert.equal(await said('csResetFsim.exe', '--json'), `${node} "${inside('csresetfsim.cjs')}" --json`);
});

test('a starter beside nothing, or beside a current.txt that leads elsewhere, runs nothing and says so', {
  skip: noWine,
}, async () => {
  const bare = newFolder();
  mkdirSync(join(bare, 'releases'));
  writeFileSync(join(bare, 'opencshis.exe'), readFileSync(join(place, 'opencshis.exe')));
  for (const current of [undefined, '..\\..\\evil', '9.9.9', '']) {
    if (current !== undefined) writeFileSync(join(bare, 'current.txt'), current);
    const ran = await run(bare, 'opencshis.exe', ['start']);
    assert.equal(ran.code, 1);
    assert.match(ran.stderr, /opencshis: /);
  }
});
