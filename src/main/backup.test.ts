// A backup that somebody has laid hands on: nothing of it is restored, and what was there stays.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { newFolder, newWorldFolder } from '../../test/support/counter.ts';
import { Failure } from '../base/index.ts';
import { backup, restore } from './backup.ts';

const made = join(newFolder(), 'world.backup');
const bytes = (async () => {
  await backup(newWorldFolder(), made);
  return readFileSync(made);
})();
const linesOf = async (): Promise<string[]> =>
  gunzipSync(await bytes)
    .toString('utf8')
    .split('\n');
const packed = (lines: readonly string[]): Buffer => {
  const [head = '{}', ...rest] = lines;
  return gzipSync([JSON.stringify({ ...JSON.parse(head), files: rest.length }), ...rest].join('\n'));
};
const file = (name: string, content = 'x'): string =>
  JSON.stringify({
    name,
    sha256: createHash('sha256').update(content).digest('hex'),
    base64: Buffer.from(content).toString('base64'),
  });

/** Restores into a folder with a world; that world must be as it was. */
function isRefused(altered: Uint8Array, what: string): void {
  const at = newFolder();
  const folder = join(at, 'inside/world');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'world.json'), 'as it was');
  const path = join(at, 'altered.backup');
  writeFileSync(path, altered);
  assert.throws(
    () => restore(folder, path),
    (error) => error instanceof Failure && error.kind === 'bad-backup',
    what,
  );
  assert.deepEqual(readdirSync(at).sort(), ['altered.backup', 'inside'], what);
  assert.deepEqual(readdirSync(join(at, 'inside')), ['world'], what);
  assert.deepEqual(readdirSync(folder), ['world.json'], what);
  assert.equal(readFileSync(join(folder, 'world.json'), 'utf8'), 'as it was', what);
}

test('one changed byte in a file of any kind is refused', async () => {
  const lines = await linesOf();
  for (const [at, line] of lines.entries()) {
    if (at === 0) continue;
    const one = JSON.parse(line) as { name: string; sha256: string; base64: string };
    const content = Buffer.from(one.base64, 'base64');
    content[0] = (content[0] ?? 0) ^ 1;
    const altered = JSON.stringify({ ...one, base64: content.toString('base64') });
    isRefused(packed(lines.with(at, altered)), one.name);
  }
});

test('a changed byte of the packed file, an end that is missing, and no backup at all are refused', async () => {
  const whole = await bytes;
  for (const at of [0, 1, 2, 3, 20, 200, whole.length - 9, whole.length - 5, whole.length - 1]) {
    const altered = Buffer.from(whole);
    altered[at] = (altered[at] ?? 0) ^ 0x55;
    isRefused(altered, `byte ${at}`);
  }
  for (const length of [0, 10, whole.length - 1]) isRefused(whole.subarray(0, length), `${length} bytes`);
});

test('two kinds of file in one are refused: something before it, behind it, or in its head', async () => {
  const whole = await bytes;
  const zip = Buffer.from('504b0304140000000000', 'hex');
  isRefused(Buffer.concat([zip, whole]), 'something before it');
  isRefused(Buffer.concat([whole, zip]), 'a ZIP behind it');
  isRefused(Buffer.concat([whole, gzipSync('more')]), 'another member behind it');
  const head = Buffer.from(whole.subarray(0, 10));
  head[3] = 0x10;
  isRefused(Buffer.concat([head, Buffer.from('<script>\0'), whole.subarray(10)]), 'a comment in its head');
});

test('no name leads out of the folder, to a file that a backup never holds, or to one file twice', async () => {
  const lines = await linesOf();
  const names = [
    '../evil',
    'cards/../../evil',
    '/etc/evil',
    'C:/evil',
    'C:evil',
    'cards\\..\\..\\evil',
    './evil',
    '',
    'cards//evil',
    'cards/',
    '.bashrc',
    'cards/.hidden',
    'evil\0.card',
    'run/discovery.json',
    'run/native.sock',
    'component/leaf.json',
    'world.json',
  ];
  for (const name of names) isRefused(packed([...lines, file(name)]), name);
  isRefused(packed([...lines, JSON.stringify({ name: 'cards/link', link: '/etc/passwd' })]), 'a link');
  isRefused(packed(lines.filter((line) => !line.includes('"world.json"'))), 'no world in it');
  isRefused(packed([(lines[0] ?? '').replace('"v":1', '"v":2'), ...lines.slice(1)]), 'a newer format');
});

test('a link in a world is not followed into a backup', async () => {
  const folder = newWorldFolder();
  const secret = join(newFolder(), 'secret');
  writeFileSync(secret, 'of somebody else');
  symlinkSync(secret, join(folder, 'cards/secret.card'));
  const path = join(newFolder(), 'with-a-link.backup');
  await backup(folder, path);
  assert.doesNotMatch(gunzipSync(readFileSync(path)).toString('utf8'), /secret\.card/);
});

test('unaltered it is restored, with nothing that could be run', async () => {
  const folder = join(newFolder(), 'world');
  await bytes;
  restore(folder, made);
  assert.ok(existsSync(join(folder, 'world.json')));
  for (const one of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (one.isFile()) assert.equal(statSync(join(one.parentPath, one.name)).mode & 0o777, 0o600, one.name);
});
