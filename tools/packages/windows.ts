/** @module The Windows zip: a release with its starters and the scripts that install and remove it. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { has, run } from '../native/compilers.ts';
import { type Entry, zip } from './archive.ts';

const files = path.join(import.meta.dirname, 'files');
const compiler = 'x86_64-w64-mingw32-gcc';

/** Scripts of Windows are read with CR LF, and by PowerShell 5 as UTF-8 only with a mark. */
const script = (name: string, mark = false): Entry => ({
  name,
  bytes: Buffer.from(
    `${mark ? '\ufeff' : ''}${readFileSync(path.join(files, name), 'utf8').replaceAll(/\r?\n/g, '\r\n')}`,
  ),
});

export function windowsZip(version: string, release: readonly Entry[]): Buffer {
  return zip([
    ...release.map((one) => ({ ...one, name: `releases/${version}/${one.name}` })),
    ...starters(),
    script('opencshis.cmd'),
    script('install.ps1', true),
    script('uninstall.ps1', true),
    { name: 'current.txt', bytes: Buffer.from(version) },
  ]);
}

/** One small program under its three names; it says by its own name what is meant. */
function starters(): readonly Entry[] {
  if (!has(compiler)) throw new Error(`there is no ${compiler} (Debian: gcc-mingw-w64-x86-64)`);
  const work = mkdtempSync(path.join(tmpdir(), 'opencshis-starter-'));
  try {
    run(
      compiler,
      [
        '-Os',
        '-s',
        '-municode',
        '-Wall',
        '-Werror',
        '-Wl,--no-insert-timestamp',
        '-o',
        'starter.exe',
        path.join(files, 'starter.c'),
      ],
      work,
    );
    const bytes = readFileSync(path.join(work, 'starter.exe'));
    return ['opencshis.exe', 'csfsim.exe', 'csResetFsim.exe'].map((name) => ({ name, bytes }));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
