/**
 * @module `npm run build:native`: the library that a HIS loads, from `native/cshis.c` and the catalogue, by the compilers
 * that this machine has. A missing one is named and skipped. The exit code is 1 where a compiler failed, nothing could be
 * made, or (`--all`, for a release) anything is missing.
 */

import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { apis, exportsOf } from '../src/catalogue/index.ts';
import { version } from '../src/main/version.ts';
import { has, localArgs, localLibrary, run, type Target, targets, windowsArgs } from './native/compilers.ts';
import { resourceScript } from './native/resource.ts';
import { cExports, cTable, defFile } from './native/tables.ts';

const root = path.resolve(import.meta.dirname, '..');
export const nativeFolder = path.join(root, 'native');
/** The same library under both of its names. */
export const windowsNames = ['CsHis', 'CsHis50'] as const;

/** Writes what `cshis.c` includes; a file that is right is left alone, as others may be reading it. */
export function writeGenerated(folder = path.join(nativeFolder, 'generated')): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries({ 'cshis-table.h': cTable(apis), 'cshis-exports.h': cExports(apis) })) {
    const file = path.join(folder, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}

/** Makes one target into `out`; whole or not at all. */
export function buildTarget(target: Target, out: string, native = nativeFolder): void {
  mkdirSync(path.dirname(out), { recursive: true });
  const work = mkdtempSync(`${out}.`);
  try {
    if (target.windows) buildWindows(target, work, native);
    else run(target.compiler, localArgs(native, path.join(work, localLibrary)), work);
    chmodSync(work, 0o755);
    rmSync(out, { recursive: true, force: true });
    renameSync(work, out);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function buildWindows(target: Target, work: string, native: string): void {
  const tool = (name: string): string => target.compiler.replace(/gcc$/, name);
  const exported = exportsOf();
  for (const name of windowsNames)
    writeFileSync(path.join(work, `${name}.def`), defFile(`${name}.dll`, exported, target.bits));
  writeFileSync(path.join(work, 'cshis.rc'), resourceScript(version, target.bits));
  run(tool('windres'), ['cshis.rc', '-O', 'coff', '-o', 'resource.o'], work);
  run(target.compiler, windowsArgs(native, target, 'CsHis.dll', 'CsHis.def', 'resource.o'), work);
  copyFileSync(path.join(work, 'CsHis.dll'), path.join(work, 'CsHis50.dll'));
  for (const name of windowsNames) {
    // For linkers the name is decorated in 32 bits, in the library it never is: -k.
    writeFileSync(path.join(work, 'link.def'), defFile(`${name}.dll`, exported, target.bits, true));
    for (const library of [`lib${name.toLowerCase()}.a`, `${name}.lib`])
      run(tool('dlltool'), ['-k', '-d', 'link.def', '-l', library, '--temp-prefix', name], work);
  }
  for (const one of ['link.def', 'cshis.rc', 'resource.o']) rmSync(path.join(work, one));
}

/** Makes what can be made, says so, and answers how many there are of each. */
export function buildNative(): { readonly made: number; readonly missing: number; readonly failed: number } {
  writeGenerated();
  const count = { made: 0, missing: 0, failed: 0 };
  for (const target of targets) {
    const out = path.join(nativeFolder, 'build', target.name);
    if (!has(target.compiler)) {
      console.error(
        `SKIPPED ${target.name}: 沒有 ${target.compiler} / there is no ${target.compiler} (Debian: apt-get install ${target.debian})`,
      );
      count.missing++;
      continue;
    }
    try {
      buildTarget(target, out);
    } catch (error) {
      console.error(`FAILED ${target.name}: ${(error as Error).message}`);
      count.failed++;
      continue;
    }
    count.made++;
    const file = path.join(out, target.windows ? 'CsHis.dll' : localLibrary);
    console.log(`${path.relative(root, file)}  ${statSync(file).size} bytes`);
  }
  return count;
}

if (import.meta.main) {
  const { made, missing, failed } = buildNative();
  if (made === 0) console.error('什麼都沒有做出來 / nothing was made');
  if (failed > 0 || made === 0 || (missing > 0 && process.argv.includes('--all'))) process.exitCode = 1;
}
