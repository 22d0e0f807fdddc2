// The library as it is built: the same bytes twice, the official ordinals, nothing beside the system's own libraries.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { apis, exportsOf } from '../src/catalogue/index.ts';
import { newFolder } from '../test/support/counter.ts';
import { runProgram } from '../test/support/library.ts';
import { readPe } from '../test/support/pe.ts';
import { buildTarget, nativeFolder, writeGenerated } from '../tools/build-native.ts';
import { has, type Target, targets } from '../tools/native/compilers.ts';

const missing = (target: Target) =>
  has(target.compiler) ? false : `no ${target.compiler} here (Debian: ${target.debian})`;
const build = (target: Target): string => {
  writeGenerated();
  const out = join(newFolder(), target.name);
  buildTarget(target, out);
  return out;
};

test('the source has less than 900 lines', () => {
  const lines = readFileSync(join(nativeFolder, 'cshis.c'), 'utf8').trimEnd().split('\n').length;
  assert.ok(lines < 900, `${lines} lines`);
});

for (const target of targets)
  test(`${target.name} is the same twice, to the byte`, { skip: missing(target) }, () => {
    const [one, other] = [build(target), build(target)];
    const files = readdirSync(one).sort();
    assert.deepEqual(files, readdirSync(other).sort());
    assert.ok(files.length >= 1);
    for (const file of files)
      assert.ok(readFileSync(join(one, file)).equals(readFileSync(join(other, file))), `${file} differs`);
  });

for (const target of targets.filter((one) => one.windows))
  describe(`${target.name}`, { skip: missing(target) }, () => {
    const folder = has(target.compiler) ? build(target) : '';
    const library = () => readPe(readFileSync(join(folder, 'CsHis.dll')));

    test('exports every function by its undecorated name at its ordinal, and nothing else', () => {
      const { bits, exports, entries } = library();
      assert.equal(bits, target.bits);
      const wanted = exportsOf().map(({ name, ordinal }) => [name, ordinal] as const);
      assert.deepEqual([...exports].sort(), [...wanted].sort());
      assert.equal(entries, new Set(wanted.map(([, ordinal]) => ordinal)).size);
    });

    test('needs nothing that Windows does not have, and has a version and a manifest', () => {
      const { imports, resources, stamp, name } = library();
      assert.deepEqual(imports, ['advapi32.dll', 'kernel32.dll', 'msvcrt.dll', 'ws2_32.dll']);
      assert.deepEqual(resources, [16, 24]);
      assert.equal(stamp, 0);
      assert.equal(name, 'CsHis.dll');
    });

    test('is there under both names, with import libraries for both linkers', () => {
      const both = ['CsHis.dll', 'CsHis50.dll'].map((file) => readFileSync(join(folder, file)));
      assert.ok(both[0]?.equals(both[1] as Buffer));
      for (const file of ['CsHis.def', 'CsHis50.def', 'CsHis.lib', 'CsHis50.lib', 'libcshis.a', 'libcshis50.a'])
        assert.ok(readdirSync(folder).includes(file), file);
    });

    test('its import libraries know every function by the name that a compiler gives it', async () => {
      const nm = target.compiler.replace(/gcc$/, 'nm');
      for (const file of ['CsHis.lib', 'libcshis.a', 'CsHis50.lib']) {
        const { stdout } = await runProgram(nm, [join(folder, file)]);
        for (const api of apis) {
          const symbol = target.bits === 32 ? `_${api.name}@${4 * api.params.length}` : api.name;
          assert.match(stdout, new RegExp(`^[0-9a-f]+ T ${symbol}$`, 'm'), file);
        }
      }
    });

    test('a program links against them', async () => {
      const out = join(newFolder(), 'walk.exe');
      for (const file of ['CsHis.lib', 'libcshis.a']) {
        const source = join(nativeFolder, 'test', 'imported.c');
        const ran = await runProgram(target.compiler, [
          '-std=c99',
          '-Wall',
          '-Werror',
          source,
          join(folder, file),
          '-o',
          out,
        ]);
        assert.equal(ran.code, 0, ran.stderr);
        const { stdout } = await runProgram(target.compiler.replace(/gcc$/, 'objdump'), ['-p', out]);
        const table = stdout.split('DLL Name: CsHis.dll')[1]?.split('DLL Name')[0] ?? '';
        assert.match(table, /csOpenCom/);
        // The name that is looked for at run time is undecorated.
        assert.doesNotMatch(table, /csOpenCom@/);
      }
    });
  });
