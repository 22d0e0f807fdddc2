/** @module Where scenarios are found: files, folders, and those that come along. Light: the command line completes by it. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, say } from '../../base/index.ts';

export const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/, '');

/** Those that come along. */
export const ownFolder = fileURLToPath(new URL('../../../scenarios/', import.meta.url));
const isScenario = (name: string): boolean => /\.ya?ml$/.test(name);
const inFolder = (folder: string): string[] =>
  readdirSync(folder)
    .filter(isScenario)
    .sort()
    .map((name) => join(folder, name));
export const ownScenarios = (): string[] => (existsSync(ownFolder) ? inFolder(ownFolder) : []);

/** A file, a folder of them, or the name of one that comes along; fails with kind `usage`. */
export function findScenarios(wanted: string): string[] {
  const own = ownScenarios().filter((file) => nameOf(file) === wanted);
  if (own.length > 0 && !existsSync(wanted)) return own;
  if (!existsSync(wanted))
    throw new Failure(6018, {
      kind: 'usage',
      why: say({ zh: `沒有 ${wanted} 這個情境`, en: `there is no scenario ${wanted}` }),
      todo: say({
        zh: 'opencshis scenario list 列出附帶的情境',
        en: 'opencshis scenario list lists those that come along',
      }),
    });
  const files = statSync(wanted).isDirectory() ? inFolder(wanted) : [wanted];
  if (files.length === 0)
    throw new Failure(6018, {
      kind: 'usage',
      why: say({ zh: `${wanted} 裡沒有情境（*.yaml）`, en: `there is no scenario (*.yaml) in ${wanted}` }),
    });
  return files;
}
