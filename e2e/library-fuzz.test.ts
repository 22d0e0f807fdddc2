// The library's reading of frames and of the discovery file, fuzzed led by coverage; its threads watched. deadline: 300
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { apis } from '../src/catalogue/index.ts';
import { bodyWriter, frameTypes, type WireValue, writeValues } from '../src/doors/native/frames.ts';
import { newFolder } from '../test/support/counter.ts';
import { fakeDaemon } from '../test/support/fake-daemon.ts';
import { compile, nativeCopy, noClang, runProgram } from '../test/support/library.ts';

const seconds = process.env.OPENCSHIS_SOAK === '1' ? 600 : 4;

/** A program of `native/test/` with the library inside, `plant` changing its source. */
function build(program: string, sanitisers: string, plant = (source: string): string => source): string {
  const native = nativeCopy();
  const source = join(native, 'cshis.c');
  writeFileSync(source, plant(readFileSync(source, 'utf8')));
  const own = program === 'fuzz' ? [] : ['cshis.c'];
  const out = join(native, program);
  compile(
    'clang-14',
    [
      '-g',
      '-O1',
      `-fsanitize=${sanitisers}`,
      '-fno-sanitize-recover=all',
      '-I.',
      `test/${program}.c`,
      ...own,
      '-pthread',
      '-ldl',
      '-o',
      out,
    ],
    native,
  );
  return out;
}

/** Whole answers of a good daemon, as the fuzzer's program takes them: what it starts from. */
function seeds(): string {
  const folder = newFolder();
  const seed = (name: string, api: string, room: number, ...frames: [number, Uint8Array][]): void => {
    const at = apis.findIndex((one) => one.name === api);
    const bytes = frames.flatMap(([type, body]) => [type, body.length, ...body]);
    writeFileSync(join(folder, name), Uint8Array.from([2, at, room, ...bytes]));
  };
  const answer = (code: number, outputs: { [param: string]: WireValue } = {}): [number, Uint8Array] => {
    const writer = bodyWriter().i32(code);
    writeValues(writer, outputs, (text) => Buffer.from(text, 'latin1'));
    return [frameTypes.answer, writer.long(new Uint8Array(0)).done()];
  };
  const piece = (param: string, rest: readonly number[]): Uint8Array =>
    Uint8Array.from([param.length, ...Buffer.from(param), ...new Uint8Array(8), ...rest]);
  const working: [number, Uint8Array] = [frameTypes.working, Buffer.from('{}')];
  seed('basic', 'hisGetBasicData', 1, working, answer(0, { pBuffer: Buffer.alloc(72, 66), iBufferLen: 72 }));
  // More than the caller has room for: from here to a fault, where a check is missing, there is no way to go.
  seed('long', 'hisGetBasicData', 2, answer(0, { pBuffer: Buffer.alloc(72, 66), iBufferLen: 72 }));
  seed('failed', 'hisGetBasicData', 5, answer(4013));
  seed('icd', 'hisGetICD10EnC', 1, answer(0, { OUT: Buffer.from('ABCDE') }));
  seed('state', 'hpcGetHPCStatus', 1, answer(0, { Status: 1 }));
  seed('items', 'hisReadPrescriptMain', 1, answer(0, { pOutpatientPrescription: Buffer.alloc(61, 67), iRecCount: 1 }));
  seed('version', 'csGetVersionEx', 1, answer(5153, { pPath: Buffer.from('x\0') }));
  seed(
    'upload',
    'csUploadData',
    3,
    [frameTypes.chunk, piece('pUploadFileName', [0, 0, 32, 0])],
    answer(0, { pFileSize: Buffer.from('9'), pNumber: Buffer.from('1'), pBuffer: Buffer.alloc(50, 68) }),
  );
  seed('download', 'csDownloadData', 1, [frameTypes.write, piece('pDownloadFileName', [97, 98])], answer(0));
  const discovery = {
    v: 1,
    pid: 7,
    started: '8',
    native: '/s',
    tcp: { port: 9 },
    tokens: { program: 'ab'.repeat(32) },
  };
  writeFileSync(join(folder, 'discovery'), Buffer.concat([Buffer.alloc(3), Buffer.from(JSON.stringify(discovery))]));
  const hello = [0, 0, 0, 34, 1, 1, ...new Uint8Array(32), 0, 0, 0, 33, 3, ...new Uint8Array(32)];
  writeFileSync(join(folder, 'hello'), Uint8Array.from([1, 0, 0, 255, ...hello]));
  return folder;
}

async function hunt(program: string, limit: number) {
  const corpus = join(newFolder(), 'corpus');
  mkdirSync(corpus);
  cpSync('native/test/corpus', corpus, { recursive: true });
  cpSync(seeds(), corpus, { recursive: true });
  const prefix = `${newFolder()}/`;
  const ran = await runProgram(program, [
    corpus,
    `-max_total_time=${limit}`,
    '-max_len=4096',
    '-seed=1',
    '-print_final_stats=1',
    '-timeout=20',
    `-artifact_prefix=${prefix}`,
  ]);
  return { ...ran, runs: Number(/stat::number_of_executed_units: (\d+)/.exec(ran.stderr)?.[1] ?? 0) };
}

describe('fuzzed and watched', { skip: noClang }, () => {
  test('no bytes of the other side make the library leave a buffer', async () => {
    const { code, runs, stderr } = await hunt(build('fuzz', 'fuzzer,address,undefined'), seconds);
    assert.equal(code, 0, stderr.slice(-4000));
    assert.ok(runs > 1000, `${runs} executions`);
  });

  test('the fuzzer finds a length that is not checked', async () => {
    const check = 'one.n > (size_t)k->lengths[i]';
    const planted = build('fuzz', 'fuzzer,address,undefined', (source) => {
      assert.ok(source.includes(check));
      return source.replace(check, '0');
    });
    const { code, stderr } = await hunt(planted, 60);
    assert.notEqual(code, 0);
    assert.match(stderr, /heap-buffer-overflow/);
  });

  describe('threads', () => {
    const card = Buffer.from('900000000001'.padEnd(72, 'x'));
    const codes: { readonly [name: string]: number } = { hisGetCardStatus: 2, csGetVersionEx: 5153 };
    const watched = async (program: string) => {
      const fake = await fakeDaemon((call) =>
        call.answer(codes[call.name] ?? 0, call.name === 'hisGetBasicData' ? { pBuffer: card } : {}),
      );
      // The sanitiser wants the addresses where it expects them.
      const ran = await runProgram('setarch', ['-R', program, '8', '25'], { OPENCSHIS_HOME: fake.folder });
      await fake.close();
      return { ...ran, connections: fake.connections(), calls: fake.calls.length };
    };

    test('eight threads, each a HIS of its own, share nothing without a lock', async () => {
      const ran = await watched(build('threads', 'thread'));
      assert.equal(ran.code, 0, ran.stderr.slice(0, 4000));
      assert.equal(ran.stdout, 'bad 0\n');
      assert.equal(ran.calls, 8 * 25 * 5);
      assert.ok(ran.connections <= 8);
    });

    test('a lock that does not lock is found', async () => {
      const locks = 'pthread_mutex_lock(&pool_lock);';
      const unlocks = 'pthread_mutex_unlock(&pool_lock);';
      const ran = await watched(
        build('threads', 'thread', (source) => {
          assert.ok(source.includes(locks) && source.includes(unlocks));
          return source.replace(locks, '').replace(unlocks, '');
        }),
      );
      assert.match(ran.stderr, /data race/);
    });
  });
});
