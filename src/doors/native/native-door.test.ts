import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { limits } from '../../base/index.ts';
import { opRoles } from '../ops.ts';
import { filePart, frameTypes, protocolVersion } from './frames.ts';
import { roleBytes, withoutWords } from './server.ts';

const page = readFileSync(new URL('../../../docs/native-door.md', import.meta.url), 'utf8');
const rows = (heading: string): string[][] => {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};
const bare = (cell = ''): string => cell.replaceAll('`', '');

test('docs/native-door.md has every frame with its number, and no other', () => {
  const written = Object.fromEntries(rows('Frames').map(([number, name]) => [bare(name), Number(number)]));
  assert.deepEqual(written, frameTypes);
  assert.match(page, new RegExp(`^The version is ${protocolVersion}\\.`, 'm'));
  for (const row of rows('Frames')) assert.equal(row.length, 4, row.join(' | '));
});

test('docs/native-door.md has every role with its byte, and every operation with its roles', () => {
  const roles = Object.fromEntries(rows('Hello').map(([name, byte]) => [Number(byte), bare(name)]));
  assert.deepEqual(roles, roleBytes);
  const operations = Object.fromEntries(
    rows('Operations').flatMap(([names, allowed]) =>
      bare(names)
        .split(', ')
        .map((name) => [name, (allowed ?? '').split(', ')]),
    ),
  );
  // One that nobody may do here is HTTP's alone.
  const offered = Object.entries(opRoles).filter(([, allowed]) => allowed.length > 0);
  assert.deepEqual(operations, Object.fromEntries(offered));
});

test('docs/native-door.md says the limits that the program keeps', () => {
  assert.match(page, new RegExp(`over ${limits.frame},`));
  assert.match(page, new RegExp(`after ${(limits.nativeConnect * 5) / 1000} s is closed`));
  assert.match(page, new RegExp(`deadline is ${limits.nativeSilence / 1000} s`));
  assert.match(page, new RegExp(`no welcome within ${limits.nativeConnect / 1000} s`));
  assert.match(page, new RegExp(`It may take ${limits.fileAnswer / 1000} s for one`));
  assert.equal(page.match(new RegExp(`at most ${filePart}\\)`, 'g'))?.length, 2);
  assert.match(page, new RegExp(`^With ${withoutWords} added to the role`, 'm'));
  assert.equal(limits.working, 1000, '`working` comes each second');
});
