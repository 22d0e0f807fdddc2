// Whatever lies in the current folder under the name of a system's program is not run, and no library is loaded from there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { projectFiles, withoutComments } from '../../test/house/sources.ts';
import { newFolder } from '../../test/support/counter.ts';

/** Where Windows is searched by name, the current folder comes first. */
const windowsOnly = /\b(spawn|spawnSync|execFile|command)\b[^\n]*['"`](?![^'"`]*\\)[\w-]+\.(exe|cmd|bat|dll)['"`]/;

test('no program and no library of Windows is named without its folder', () => {
  const named = [...projectFiles()]
    .filter(([file]) => /^(src|bin)\/.*\.(ts|cjs)$/.test(file) && !file.endsWith('.test.ts'))
    .flatMap(([file, text]) =>
      withoutComments(text)
        .split('\n')
        .filter((line) => windowsOnly.test(line.replaceAll(/windowsProgram\([^)]*\)/g, '')))
        .map((line) => `${file}: ${line.trim()}`),
    );
  assert.deepEqual(named, []);
  for (const bad of ["command: 'reg.exe',", "spawn('powershell.exe', [])"]) assert.match(bad, windowsOnly);
});

test('a PC/SC library that lies in the current folder, and a module beside it, are not loaded', (t) => {
  if (process.platform !== 'linux') return t.skip('only Linux shows in /proc what is loaded');
  const folder = newFolder();
  for (const name of ['libpcsclite.so.1', 'libpcsclite.so', 'koffi.node', 'winscard.dll', 'version.dll']) {
    writeFileSync(join(folder, name), 'not a library');
    chmodSync(join(folder, name), 0o755);
  }
  const program = new URL('../reader/pcsc/native.ts', import.meta.url).href;
  const platform = new URL('../reader/pcsc/platform.ts', import.meta.url).href;
  const script = `
    import { readFileSync } from 'node:fs';
    const { bindPcsc } = await import(${JSON.stringify(program)});
    const { thisPlatform } = await import(${JSON.stringify(platform)});
    let said = 'loaded';
    try { bindPcsc(thisPlatform()); } catch (error) { said = String(error); }
    console.log(said);
    console.log(readFileSync('/proc/self/maps', 'utf8'));`;
  const file = join(folder, 'try.mjs');
  writeFileSync(file, script);
  const ran = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
  assert.equal(ran.status, 0, ran.stderr);
  // A file that is no library would be complained of, had the system looked at it.
  assert.doesNotMatch(ran.stdout, /invalid ELF|file too short/, ran.stdout.slice(0, 300));
  assert.ok(!ran.stdout.includes(folder), ran.stdout.slice(0, 300));
});

test('the library that a HIS loads opens no other library', () => {
  const source = readFileSync('native/cshis.c', 'utf8');
  assert.doesNotMatch(
    source,
    /\b(dlopen|dlmopen|LoadLibrary\w*|system|popen|execv?\w*|posix_spawn\w*|CreateProcess\w*)\s*\(/,
  );
});
