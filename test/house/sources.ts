/** @module The project's own files, read once, as every house check takes them: path to text. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Sources = ReadonlyMap<string, string>;

export const root = path.resolve(import.meta.dirname, '../..');

/** Files that git knows or would take, with `/` in their paths; what is binary is left out. */
export function projectFiles(): Sources {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr || listed.error}`);
  const files = new Map<string, string>();
  for (const name of listed.stdout.split('\0').filter(Boolean).sort()) {
    const file = path.join(root, name);
    if (!existsSync(file)) continue; // deleted, not yet committed
    const text = readFileSync(file, 'utf8');
    if (!text.includes('\0')) files.set(name, text);
  }
  return files;
}

/** The text with its comments blanked, every line where it was. Good enough for code that biome has formatted. */
export function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|[\s;{}(,])\/\/[^\n]*/gm, '$1');
}
