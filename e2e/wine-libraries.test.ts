// Which copy of the library a HIS gets: foretold from outside, then loaded by Windows programs of ours under Wine. And what
// Wine's own registry programs print is what the list of installed programs is read from. deadline: 600
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import { registryBelowBy } from '../src/care/by-programs.ts';
import { findCopies, findNeighbours, hisPrograms, obstacles, predict, recordedMachine } from '../src/care/index.ts';
import { newFolder } from '../test/support/counter.ts';
import { compile, nativeCopy } from '../test/support/library.ts';
import { noOverlay, type WineRoot, wineRoot } from '../test/support/wine-root.ts';
import { buildTarget } from '../tools/build-native.ts';
import { has, targets } from '../tools/native/compilers.ts';

const windows = targets.filter((one) => one.windows);
const noCompiler = windows.find((one) => !has(one.compiler));
const skip = noCompiler ? `${noCompiler.compiler} is not installed (Debian: ${noCompiler.debian})` : false;
type Bits = 32 | 64;

interface Case {
  readonly title: string;
  readonly program: Bits;
  /** Where copies lie, and of how many bits. */
  readonly copies: { readonly [folder: string]: Bits };
  /** Put before PATH. */
  readonly path?: string;
}
const [his, tools, far, system, wow] = [
  'C:\\his',
  'C:\\tools',
  'C:\\far',
  'C:\\windows\\system32',
  'C:\\windows\\syswow64',
] as const;
const other = (bits: Bits): Bits => (bits === 32 ? 64 : 32);
/** Wine, other than Windows, goes on searching behind a copy of other bits: those stand alone here. */
const cases: readonly Case[] = ([32, 64] as const).flatMap((program): Case[] => {
  const [own, foreign] = program === 32 ? [wow, system] : [system, wow];
  return [
    {
      title: 'its own folder before all',
      program,
      copies: { [his]: program, [own]: program, [tools]: program },
      path: tools,
    },
    {
      title: "the system's before PATH",
      program,
      copies: { [own]: program, [foreign]: other(program), [tools]: program },
      path: tools,
    },
    { title: 'PATH at last', program, copies: { [tools]: program }, path: tools },
    { title: 'the first of PATH', program, copies: { [far]: program, [tools]: program }, path: `${far};${tools}` },
    { title: "the other bits' system folder is not looked into", program, copies: { [foreign]: other(program) } },
    { title: 'of other bits in its own folder', program, copies: { [his]: other(program) } },
    { title: 'of other bits in PATH', program, copies: { [tools]: other(program) }, path: tools },
    { title: 'in no place that is searched', program, copies: { [far]: program }, path: tools },
    { title: 'Windows’ own folder', program, copies: { 'C:\\windows': program, [tools]: program }, path: tools },
  ];
});

describe('which copy a HIS loads', { skip }, () => {
  let wine: WineRoot;
  let missing: string | undefined;
  let programs: string;
  before(() => {
    const root = wineRoot();
    if ('missing' in root) missing = root.missing;
    else wine = root;
    programs = newFolder();
    const native = nativeCopy();
    for (const target of windows) {
      const built = join(newFolder(), target.name);
      buildTarget(target, built, native);
      writeFileSync(join(programs, `CsHis${target.bits}.dll`), readFileSync(join(built, 'CsHis.dll')));
      compile(target.compiler, [
        '-O1',
        '-Wall',
        '-Werror',
        resolve(import.meta.dirname, 'wine/which.c'),
        '-o',
        join(programs, `which${target.bits}.exe`),
      ]);
    }
  });

  test('foretold and loaded are the same file, in every place and with every error', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const unix = (folder: string): string => `/prefix/drive_c${folder.slice(2).replaceAll('\\', '/')}`;
    const text = cases.map(({ program, copies, path }, at) =>
      [
        `mkdir -p ${[his, tools, far].map(unix).join(' ')}`,
        ...Object.entries(copies).map(([folder, bits]) => `cp CsHis${bits}.dll ${unix(folder)}/cshis.dll`),
        `cp which${program}.exe ${unix(his)}/his.exe`,
        `echo "case=${at}"`,
        `(cd ${unix(his)} && WINEPATH='${path ?? ''}' wine his.exe CsHis.dll)`,
        ...Object.keys(copies).map((folder) => `rm ${unix(folder)}/cshis.dll`),
      ].join('\n'),
    );
    const ran = await wine.script(programs, text.join('\n'), 240);
    if (ran.code === noOverlay) return t.skip('this kernel has no overlay file system');
    assert.equal(ran.code, 0, ran.stderr);
    const said = ran.stdout.split(/^case=\d+\n/m).slice(1);
    assert.equal(said.length, cases.length, ran.stdout);
    for (const [at, one] of cases.entries()) {
      const seen = Object.fromEntries(
        [...(said[at] ?? '').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
      );
      const machine = recordedMachine({
        platform: 'win32',
        env: { SystemRoot: seen.SystemRoot ?? '', PATH: seen.PATH ?? '' },
        files: {
          [`${his}\\his.exe`]: base64(`which${one.program}.exe`),
          ...Object.fromEntries(
            Object.entries(one.copies).map(([folder, bits]) => [`${folder}\\cshis.dll`, base64(`CsHis${bits}.dll`)]),
          ),
        },
      });
      assert.equal(seen.program?.toLowerCase(), `${his.toLowerCase()}\\his.exe`, one.title);
      const copies = await findCopies(machine, [his]);
      for (const copy of copies) assert.equal(copy.maker, 'opencshis');
      const [program, ...more] = await hisPrograms(machine, his);
      assert.ok(program && more.length === 0);
      assert.equal(program.bits, one.program);
      const [loads] = predict(machine, program, copies, undefined).loads;
      const foretold = loads?.error ?? loads?.copy?.path.toLowerCase();
      assert.deepEqual(foretold, loadedBy(seen, one.program), `${one.program} bits: ${one.title}: ${said[at]}`);
    }
  });
  const base64 = (name: string) => ({ base64: readFileSync(join(programs, name)).toString('base64') });
  /** To a program of 32 bits the system calls SysWOW64 by the name of System32. */
  const loadedBy = (seen: { readonly [name: string]: string | undefined }, bits: Bits): string | number | undefined => {
    if (seen.error !== undefined) return Number(seen.error);
    const path = seen.library?.toLowerCase();
    return bits === 32 ? path?.replace(`${system}\\`.toLowerCase(), `${wow}\\`.toLowerCase()) : path;
  };

  test('what is in Wine’s registry is recognised by what its own `reg` prints, in both views', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
    const add = (view: Bits, name: string, values: { readonly [value: string]: string }): string[] =>
      Object.entries(values).map(
        ([value, data]) => `wine reg add '${key}\\${name}' /v ${value} /d '${data}' /f /reg:${view} >/dev/null`,
      );
    const ran = await wine.script(
      programs,
      [
        ...add(32, 'Official', {
          DisplayName: '健保卡讀卡機控制軟體(PCSC)',
          DisplayVersion: '5.1.51',
          UninstallString: 'MsiExec.exe /I{12345678-0000-0000-0000-000000000000}',
        }),
        ...add(64, 'Component', { DisplayName: 'NHIICC', DisplayVersion: '1.0' }),
        `wine reg add 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\NHIICC' /v ImagePath /d 'C:\\x.exe' /f >/dev/null`,
        'echo "part"',
        `wine reg query '${key}' /s /reg:32`,
        'echo "part"',
        `wine reg query '${key}' /s /reg:64`,
        'echo "part"',
        'wineserver -k -w; cat /prefix/system.reg',
      ].join('\n'),
      120,
    );
    if (ran.code === noOverlay) return t.skip('this kernel has no overlay file system');
    assert.equal(ran.code, 0, ran.stderr);
    const [, as32 = '', as64 = '', file = ''] = Buffer.from(ran.stdout, 'latin1').toString('utf8').split('part\n');
    const run = async (_program: string, args: readonly string[]) => ({
      code: 0,
      out: args.includes('/reg:32') ? as32 : as64,
      err: '',
    });
    const registry = Object.fromEntries(
      await Promise.all(
        ([32, 64] as const).map(async (view) =>
          Object.entries(await registryBelowBy(run, key, view)).map(
            ([name, one]) => [`${key}\\${name}${view === 32 ? ' /32' : ''}`, one] as const,
          ),
        ),
      ).then((lists) => lists.flat()),
    );
    const found = await findNeighbours(recordedMachine({ platform: 'win32', registry }));
    assert.deepEqual(
      found.map(({ id, version, old, uninstall }) => [id, version, old, uninstall]),
      [
        ['cloud', '5.1.5.1', true, 'MsiExec.exe /X{12345678-0000-0000-0000-000000000000}'],
        ['nhiicc', '1.0', false, undefined],
      ],
      as32 + as64,
    );
    assert.deepEqual(
      obstacles(found).map(({ id }) => id),
      ['cloud'],
    );
    // The same as Linux sees it, in the file that Wine keeps.
    const files = { '/root/.wine/system.reg': { text: file } };
    const outside = await findNeighbours(recordedMachine({ platform: 'linux', files }));
    assert.deepEqual(
      outside.map(({ id, version, old, uninstall }) => [id, version, old, uninstall]),
      [
        ['cloud', '5.1.5.1', true, "WINEPREFIX='/root/.wine' wine uninstaller --remove 'Official'"],
        ['nhiicc', '1.0', false, "WINEPREFIX='/root/.wine' wine uninstaller --remove 'Component'"],
      ],
    );
  });
});
