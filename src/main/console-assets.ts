/**
 * @module The console's files: built with the package, and in a clone made anew whenever a source is newer, as nobody
 * should have to think of it.
 */

import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Assets } from '../doors/http/index.ts';

const root = path.join(import.meta.dirname, '..');
const built = path.join(root, 'console', 'built', 'console.json');
const builder = path.join(root, '..', 'tools', 'build-console.ts');

let kept: { readonly at: number; readonly assets: Assets } | undefined;
let building: Promise<unknown> | undefined;

/** `fresh`: sources are looked at, once for a page and not for each of its files. */
export async function consoleAssets(fresh: boolean): Promise<Assets> {
  if (existsSync(builder) && (!existsSync(built) || (fresh && isStale()))) {
    building ??= promisify(execFile)(process.execPath, [builder]).finally(() => {
      building = undefined;
    });
    await building;
  }
  const at = statSync(built).mtimeMs;
  if (kept?.at !== at)
    kept = { at, assets: new Map(Object.entries(JSON.parse(readFileSync(built, 'utf8')) as Record<string, never>)) };
  return kept.assets;
}

function isStale(): boolean {
  const at = statSync(built).mtimeMs;
  return globSync(['console/**/*.{ts,tsx,css,html,svg}', 'client/**/*.ts'], { cwd: root }).some(
    (file) => statSync(path.join(root, file)).mtimeMs > at,
  );
}
