// The library that a HIS loads, from C, against a running world: deadline: 240
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { apis } from '../src/catalogue/index.ts';
import { firstCard, newWorld, startDetached, stopWorld } from '../src/main/daemon.ts';
import { newFolder } from '../test/support/counter.ts';
import { buildLibrary, buildProgram, noCompiler, runProgram } from '../test/support/library.ts';

const lines = (text: string): { [name: string]: string[] } =>
  Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([name = '', ...rest]) => [name, rest]),
  );

describe('the library that a HIS loads', { skip: noCompiler }, () => {
  const home = newFolder();
  const env = { OPENCSHIS_HOME: home };
  let library: ReturnType<typeof buildLibrary>;
  before(async () => {
    process.env.OPENCSHIS_PCSC = 'off';
    library = buildLibrary();
    await newWorld(home, { httpPort: 0, people: 5 });
    await startDetached(home);
    await firstCard(home);
  });
  after(async () => {
    await stopWorld(home);
  });

  test('a C program opens, reads and registers', async () => {
    const ran = await runProgram(buildProgram(library, 'walk.c'), [], env);
    assert.equal(ran.code, 0, ran.stderr);
    const said = lines(ran.stdout);
    assert.deepEqual(said.csOpenCom, ['0']);
    assert.deepEqual(said.hisGetBasicData?.slice(0, 2), ['0', '72']);
    assert.match(said.hisGetBasicData?.[2] ?? '', /^9\d{11}/);
    assert.deepEqual(said.hisGetRegisterBasic2?.slice(0, 2), ['0', '9']);
    assert.deepEqual(said.hisGetSeqNumber256N1?.slice(0, 2), ['0', '316']);
    assert.match(said.hisGetSeqNumber256N1?.[2] ?? '', /[0-9A-Z]{20}$/);
    assert.deepEqual(said.hisGetCardStatus, ['2']);
    assert.deepEqual(said.csCloseCom, ['0']);
    assert.deepEqual(said.path, [library.file]);
  });

  test('without a daemon: -1 from open and close, its own version, 4000 elsewhere, lengths untouched', async () => {
    const ran = await runProgram(buildProgram(library, 'walk.c'), [], { OPENCSHIS_HOME: newFolder() });
    const said = lines(ran.stdout);
    assert.deepEqual(said.csOpenCom, ['-1']);
    assert.deepEqual(said.csCloseCom, ['-1']);
    assert.deepEqual(said.csGetVersion, ['5153']);
    assert.deepEqual(said.path, [library.file]);
    assert.deepEqual(said.hisGetBasicData, ['4000', '72', '']);
    assert.deepEqual(said.hisGetCardStatus, ['4000']);
  });

  test('every function of the catalogue is exported under all of its names, and nothing else', async () => {
    const { stdout } = await runProgram('nm', ['-D', '--defined-only', library.file]);
    const exported = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[2]);
    assert.deepEqual(exported.sort(), apis.flatMap((api) => [api.name, ...api.aliases]).sort());
  });
});
