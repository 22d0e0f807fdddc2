// The Windows library in real Windows programs of ours, under Wine: by name, by ordinal, at run time, by the import
// library, with 16-bit lengths, with both calling conventions. The root with Wine is built once, in a minute or two.
// deadline: 600 s
import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { apiByName, type Export, exportsOf } from '../src/catalogue/index.ts';
import { decodeBig5 } from '../src/codec/index.ts';
import { newFolder } from '../test/support/counter.ts';
import { compile, nativeCopy } from '../test/support/library.ts';
import { type RunningWorld, runningWorld } from '../test/support/running-world.ts';
import { type WineRoot, wineRoot } from '../test/support/wine-root.ts';
import { buildTarget } from '../tools/build-native.ts';
import { has, targets } from '../tools/native/compilers.ts';
import { officialExports } from './wine/official-exports.ts';

const sources = resolve(import.meta.dirname, 'wine');
const windows = targets.filter((one) => one.windows);
const noCompiler = windows.find((one) => !has(one.compiler));
const skip = noCompiler ? `${noCompiler.compiler} is not installed (Debian: ${noCompiler.debian})` : false;

/** Every parameter takes four bytes of a 32-bit stack. */
const bytesOfArguments = (one: Export): number => (apiByName(one.name)?.params.length ?? 0) * 4;
const linesOf = (text: string): string[] => text.trimEnd().split('\n');
const valuesOf = (text: string): { readonly [name: string]: string } =>
  Object.fromEntries(
    linesOf(text).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

describe('the Windows library', { skip }, () => {
  let wine: WineRoot;
  let missing: string | undefined;
  let world: RunningWorld;
  /** Programs and libraries by the number of bits. */
  const programs: { [bits: number]: string } = {};
  before(async () => {
    const root = wineRoot();
    if ('missing' in root) missing = root.missing;
    else wine = root;
    const native = nativeCopy();
    for (const target of windows) {
      const folder = join(newFolder(), target.name);
      buildTarget(target, folder, native);
      programs[target.bits] = folder;
    }
    world = await runningWorld();
  });
  after(() => world.stop());
  const with32 = (): string => programs[32] ?? '';
  const mingw = (bits: number, source: string, out: string, ...more: string[]): void => {
    const target = windows.find((one) => one.bits === bits);
    const args = ['-std=gnu99', '-O1', '-Wall', '-Wextra', '-Werror', source, '-o', out, ...more];
    compile(target?.compiler ?? '', args, programs[bits] ?? '');
  };

  test('a program linked years ago by the official import library binds every entry', async (t) => {
    assert.equal(officialExports.length, 80);
    for (const one of officialExports) {
      const ours = exportsOf().find((each) => each.name === one.name);
      assert.ok(ours, one.name);
      assert.deepEqual([ours.ordinal, bytesOfArguments(ours)], [one.ordinal, one.bytes], one.name);
    }
    if (missing !== undefined) return t.skip(missing);
    const folder = with32();
    const entries = officialExports.map(({ ordinal, name, bytes }) => `  ${name}@${bytes} @${ordinal} NONAME`);
    writeFileSync(join(folder, 'official.def'), `LIBRARY "CsHis.dll"\nEXPORTS\n${entries.join('\n')}\n`);
    const dlltool = windows.find((one) => one.bits === 32)?.compiler.replace(/gcc$/, 'dlltool') ?? '';
    compile(dlltool, ['-k', '-d', 'official.def', '-l', 'official.lib'], folder);
    // What the loader wrote into the program's own import table.
    const program = `#include <stdio.h>
#include <windows.h>
int __stdcall csGetVersion(void);
${officialExports.map(({ name, bytes }) => `extern void *${name}_ __asm__("__imp__${name}@${bytes}");`).join('\n')}
static const struct { const char *name; void **bound; } all[] = {
${officialExports.map(({ name }) => `  { "${name}", &${name}_ },`).join('\n')}
};
int main(void)
{
  HMODULE library = GetModuleHandleA("CsHis.dll");
  for (int i = 0; i < (int)(sizeof all / sizeof *all); i++)
    printf("%s=%d\\n", all[i].name, *all[i].bound == (void *)GetProcAddress(library, all[i].name));
  printf("csGetVersion()=%d\\n", csGetVersion());
  return 0;
}
`;
    writeFileSync(join(folder, 'bind.c'), program);
    mingw(32, 'bind.c', 'bind.exe', 'official.lib');
    const ran = await wine.run(folder, 'bind.exe');
    assert.equal(ran.code, 0, ran.stderr);
    const expected = officialExports.map(({ name }) => `${name}=1`);
    assert.deepEqual(linesOf(ran.stdout), [...expected, 'csGetVersion()=5153']);
  });

  for (const { bits } of windows) {
    test(`${bits} bits: loaded at run time, by name and by ordinal, lengths of 16 bits, nothing beside them touched`, async (t) => {
      if (missing !== undefined) return t.skip(missing);
      mingw(bits, join(sources, 'abi.c'), 'abi.exe');
      for (const library of ['CsHis.dll', 'CsHis50.dll']) {
        const before = await bytesOf('hisGetRegisterBasic2');
        const ran = await wine.run(programs[bits] ?? '', 'abi.exe', [library], { world: world.folder });
        assert.equal(ran.code, 0, ran.stdout + ran.stderr);
        assert.doesNotMatch(ran.stdout, /BROKEN/);
        const said = valuesOf(ran.stdout);
        for (const name of ['csOpenCom', 'csVerifySAMDC', 'csCloseCom']) assert.equal(said[name], '0', name);
        assert.equal(said.hisGetCardStatus, '2');
        for (const [name, length] of [
          ['hisGetBasicData', 72],
          ['hisGetRegisterBasic2', 9],
          ['csGetHospID', 10],
        ] as const) {
          const bytes = name === 'hisGetRegisterBasic2' ? before : await bytesOf(name);
          assert.equal(said[name], `0,${length},${bytes}`, name);
          assert.equal(said[`${name}.long`], `0,${length}`);
          // Each section's own code for a buffer that is too short; the length stays as it was given.
          assert.match(said[`${name}.short`] ?? '', new RegExp(`^(6018|5006),${length - 1}$`));
        }
        const grant = /^(?:0|5010),316,(.{316})$/.exec(said.hisGetSeqNumber256N1 ?? '')?.[1] ?? '';
        const known = await world.call('hisGetTreatNumICCard', { pDateTime: grant.slice(0, 13) });
        assert.equal(grant.slice(296), known.fields.pBuffer.treatNum);
        assert.equal(said.csGetCardNo, `0,12,${(await bytesOf('hisGetBasicData')).slice(0, 12)}`);
      }
    });

    test(`${bits} bits: the sample in C, linked with our import library`, async (t) => {
      if (missing !== undefined) return t.skip(missing);
      const folder = programs[bits] ?? '';
      mingw(bits, resolve('native/c/sample.c'), 'sample.exe', `-I${resolve('native/include')}`, '-L.', '-lcshis');
      const ran = await wine.run(folder, 'sample.exe', [], { world: world.folder });
      assert.equal(ran.code, 0, ran.stdout + ran.stderr);
      const said = valuesOf(Buffer.from(ran.stdout, 'latin1').toString('utf8'));
      const basic = (await world.call('hisGetBasicData')).fields.pBuffer;
      for (const [field, value] of Object.entries(basic)) assert.equal(said[field], String(value), field);
      const known = await world.call('hisGetTreatNumICCard', { pDateTime: said.visitTime });
      assert.equal(said.treatNum, known.fields.pBuffer.treatNum);
      assert.match(said.signature1 ?? '', /^[0-9A-F]{40}$/);
      assert.match(said.signature2 ?? '', /^[0-9A-F]{40}$/);
    });

    test(`${bits} bits: a program in the style of the kit of 2015, its source in Big5`, async (t) => {
      if (missing !== undefined) return t.skip(missing);
      const charset = ['-finput-charset=BIG5', '-fexec-charset=BIG5'];
      mingw(bits, resolve('native/c/kit-2015.c'), 'kit.exe', ...charset, 'CsHis.lib');
      const ran = await wine.run(programs[bits] ?? '', 'kit.exe', [], { world: world.folder });
      assert.equal(ran.code, 0, ran.stdout + ran.stderr);
      await saysWhatTheCardSays(ran.stdout);
    });
  }

  test('each entry takes exactly its arguments off the stack', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const rows = exportsOf().map((one) => `{ "${one.name}", ${one.ordinal}, ${bytesOfArguments(one)} },`);
    writeFileSync(join(with32(), 'entries.h'), rows.join('\n'));
    mingw(32, join(sources, 'calls.c'), 'calls.exe', '-I.');
    // Without a daemon: nobody is asked for a PIN, and every entry answers at once.
    const ran = await wine.run(with32(), 'calls.exe');
    assert.equal(ran.code, 0, ran.stdout + ran.stderr);
    assert.deepEqual(
      linesOf(ran.stdout),
      exportsOf().map((one) => `${one.name}=0`),
    );
  });

  test('called by the C convention by mistake, a thousand times: right answers, nothing overwritten', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const pushing = ['-mno-stack-arg-probe', '-mno-accumulate-outgoing-args'];
    for (const [way, options] of Object.entries({ reserving: ['-maccumulate-outgoing-args'], pushing })) {
      mingw(32, join(sources, 'calls.c'), `${way}.exe`, '-I.', '-fno-omit-frame-pointer', ...options);
      const ran = await wine.run(with32(), `${way}.exe`, ['wrongly'], { world: world.folder });
      assert.equal(ran.code, 0, ran.stdout + ran.stderr);
      assert.deepEqual(linesOf(ran.stdout), ['wrongly=0,72'], way);
    }
  });

  test('without a daemon: -1 from open and close, 4000 elsewhere', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    mingw(32, join(sources, 'abi.c'), 'alone.exe');
    const said = valuesOf((await wine.run(with32(), 'alone.exe')).stdout);
    assert.deepEqual([said.csOpenCom, said.csCloseCom], ['-1', '-1']);
    assert.equal(said.hisGetBasicData, '4000,72,');
  });

  test('on Linux the same program of 2015 is plain C', async () => {
    const folder = newFolder();
    cpSync(resolve('native/c/kit-2015.c'), join(folder, 'kit.c'));
    const native = nativeCopy();
    const local = targets.find((one) => !one.windows);
    assert.ok(local);
    buildTarget(local, join(folder, 'library'), native);
    compile('gcc', [
      ...['-Wall', '-Wextra', '-Werror', '-finput-charset=BIG5', '-fexec-charset=BIG5', join(folder, 'kit.c')],
      ...[`-L${folder}/library`, '-lcshis', `-Wl,-rpath,${folder}/library`, '-o', join(folder, 'kit')],
    ]);
    const { runProgram } = await import('../test/support/library.ts');
    const ran = await runProgram(join(folder, 'kit'), [], { OPENCSHIS_HOME: world.folder });
    assert.equal(ran.code, 0, ran.stdout + ran.stderr);
    await saysWhatTheCardSays(ran.stdout);
  });

  /** A reading's buffer as the HTTP door has it, one character a byte. */
  const bytesOf = async (name: string): Promise<string> => {
    const answer = (await world.call(name)) as never as { outputs: { pBuffer: string } };
    return Buffer.from(answer.outputs.pBuffer, 'base64').toString('latin1');
  };
  const saysWhatTheCardSays = async (latin1: string): Promise<void> => {
    const [title, ...rest] = linesOf(decodeBig5(Buffer.from(latin1, 'latin1')));
    assert.equal(title, '許功蓋診所 讀卡程式');
    const said = Object.fromEntries(rest.map((line) => line.split('：').map((one) => one.trimEnd())));
    const basic = (await world.call('hisGetBasicData')).fields.pBuffer;
    const { validUntil, available } = (await world.call('hisGetRegisterBasic2')).fields.pBuffer;
    assert.deepEqual(said, {
      卡片狀態: '2',
      資料長度: '72',
      卡片號碼: basic.cardNo,
      姓名: basic.name,
      身分證號: basic.personId,
      出生日期: basic.birthDate,
      性別: basic.sex,
      發卡日期: basic.issueDate,
      卡片註銷註記: basic.cancelMark,
      緊急聯絡電話: basic.emergencyTel,
      有效期限: validUntil,
      可用次數: String(available).padStart(2, '0'),
      醫療院所代碼: (await world.call('csGetHospID')).fields.pBuffer.hospId,
      結束: '0',
    });
  };
});
