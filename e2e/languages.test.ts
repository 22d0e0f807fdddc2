// The sample programs of native/, built by the machine's compilers and run on a card: what they print is what the HTTP
// door says of the same card.
// deadline: 300 s
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import { records } from '../src/catalogue/index.ts';
import { newFolder } from '../test/support/counter.ts';
import { buildLibrary, noCompiler, runProgram } from '../test/support/library.ts';
import { runningWorld } from '../test/support/running-world.ts';

const sources = resolve('native');
const jna = '/usr/share/java/jna.jar';
const big5OfMono = '/usr/lib/mono/4.5/I18N.CJK.dll';

interface Language {
  readonly name: string;
  /** Programs that it takes, each with Debian's package of it. */
  readonly needs: { readonly [program: string]: string };
  /** Commands that build the sample in a folder of its own. */
  readonly build: (work: string, library: string) => readonly (readonly [string, ...string[]])[];
  readonly run: (work: string, library: string) => readonly [string, ...string[]];
  readonly env?: (work: string, library: string) => { readonly [name: string]: string };
}
const languages: readonly Language[] = [
  {
    name: 'C',
    needs: { gcc: 'gcc' },
    build: (work, library) => [
      [
        ...(['gcc', '-std=c99', '-Wall', '-Wextra', '-Wpedantic', '-Werror', `-I${sources}/include`] as const),
        ...[`${sources}/c/sample.c`, `-L${library}`, '-lcshis', '-o', `${work}/sample`],
      ],
    ],
    run: (work) => [`${work}/sample`],
  },
  {
    name: 'Free Pascal',
    needs: { fpc: 'fp-compiler fp-units-rtl' },
    build: (work, library) => [
      [
        'fpc',
        '-v0',
        `-FE${work}`,
        `-FU${work}`,
        `-Fl${library}`,
        `-Fu${sources}/pascal`,
        `${sources}/pascal/sample.pas`,
      ],
    ],
    run: (work) => [`${work}/sample`],
  },
  {
    name: 'C#',
    needs: { mcs: 'mono-mcs', mono: 'mono-runtime', [big5OfMono]: 'libmono-i18n-cjk4.0-cil' },
    build: (work) => [
      ['mcs', '-warnaserror', `-out:${work}/Sample.exe`, `${sources}/csharp/CsHis.cs`, `${sources}/csharp/Sample.cs`],
    ],
    run: (work) => ['mono', `${work}/Sample.exe`],
  },
  {
    name: 'Java',
    needs: { javac: 'openjdk-17-jdk-headless', java: 'openjdk-17-jre-headless', [jna]: 'libjna-java' },
    build: (work) => [
      ['javac', '-Xlint', '-cp', jna, '-d', work, `${sources}/java/CsHis.java`, `${sources}/java/Sample.java`],
    ],
    run: (work, library) => ['java', '-cp', `${jna}:${work}`, `-Djna.library.path=${library}`, 'Sample'],
  },
  {
    name: 'Python',
    needs: { python3: 'python3' },
    // Beside the source Python would leave its own compiled files.
    build: () => [],
    run: () => ['python3', '-B', `${sources}/python/sample.py`],
    env: (_, library) => ({ CSHIS_LIBRARY: join(library, 'libcshis.so') }),
  },
  {
    name: 'Go',
    needs: { go: 'golang-go', gcc: 'gcc' },
    build: (work) => [['go', 'build', '-o', `${work}/sample`, './sample']],
    run: (work) => [`${work}/sample`],
    env: (work, library) => ({
      CGO_LDFLAGS: `-L${library}`,
      GOPROXY: 'off',
      GOFLAGS: '-mod=mod',
      GOCACHE: `${work}/cache`,
      GOPATH: `${work}/path`,
    }),
  },
  {
    name: 'Node',
    needs: {},
    build: () => [],
    run: () => [process.execPath, `${sources}/node/sample.mjs`],
    env: (_, library) => ({ CSHIS_LIBRARY: join(library, 'libcshis.so') }),
  },
];
const missingOf = ({ needs }: Language): string | undefined => {
  const missing = Object.entries(needs).filter(([program]) =>
    program.includes('/')
      ? spawnSync('test', ['-e', program]).status !== 0
      : spawnSync('which', [program]).status !== 0,
  );
  return missing.length === 0 ? undefined : `not installed: ${missing.map(([, name]) => name).join(' ')}`;
};

const valuesOf = (text: string): Map<string, string> =>
  new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
/** What the samples print, in this order. */
const printed = [
  ...[records.basicData, records.registerBasic2, records.visitGrant].flatMap(({ parts }) => Object.keys(parts)),
  ...['doctorId', 'signature1', 'signature2'],
];
const text = (value: unknown): string => String(value ?? '');

describe('the sample of', { skip: noCompiler }, () => {
  let library: string;
  before(() => {
    library = buildLibrary().folder;
  });
  for (const language of languages) {
    test(language.name, async (t) => {
      const missing = missingOf(language);
      if (missing !== undefined) return t.skip(missing);
      const work = newFolder();
      const env = language.env?.(work, library) ?? {};
      for (const [program, ...args] of language.build(work, library)) {
        const cwd = language.name === 'Go' ? `${sources}/go` : work;
        const built = spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
        assert.equal(built.status, 0, `${program}: ${built.stdout}\n${built.stderr}\n${built.error ?? ''}`);
      }
      const world = await runningWorld();
      t.after(world.stop);
      const basic = (await world.call('hisGetBasicData')).fields.pBuffer;
      const validity = (await world.call('hisGetRegisterBasic2')).fields.pBuffer;
      const [program, ...args] = language.run(work, library);
      const all = { ...env, LD_LIBRARY_PATH: library, OPENCSHIS_HOME: world.folder };
      const ran = await runProgram(program, args, all);
      assert.equal(ran.code, 0, `${ran.stdout}\n${ran.stderr}`);
      const values = valuesOf(Buffer.from(ran.stdout, 'latin1').toString('utf8'));
      assert.deepEqual([...values.keys()], printed);

      for (const [field, value] of Object.entries(basic)) assert.equal(values.get(field), text(value), field);
      assert.match(values.get('name') ?? '', /^\p{Script=Han}+$/u);
      assert.equal(values.get('validUntil'), validity.validUntil);
      assert.equal(Number(values.get('available')), validity.available);
      // The visit that it made, as the card and the control software know it.
      assert.equal((await world.call('hisGetRegisterBasic2')).fields.pBuffer.available, validity.available - 1);
      const visitTime = values.get('visitTime') ?? '';
      const known = await world.call('hisGetTreatNumICCard', { pDateTime: visitTime });
      assert.equal(values.get('treatNum'), known.fields.pBuffer.treatNum);
      assert.equal(values.get('hospId'), (await world.call('csGetHospID')).fields.pBuffer.hospId);
      assert.equal(values.get('samId'), (await world.call('csGetCardNo', { CardType: 1 })).fields.pBuffer.cardNo);
      assert.match(values.get('signature') ?? '', /^[0-9A-F]{256}$/);
      const visits = (await world.call('hisGetTreatmentNoNeedHPC')).fields.pBuffer.visits;
      assert.equal(visits[0].visitTime, visitTime);
      assert.equal(visits[0].seqNumber, values.get('seqNumber'));
      assert.equal(visits[0].outpatientFee, 350);
      assert.equal(visits[0].outpatientCopay, 50);
      // The diagnosis and the prescription that it wrote stand on the card.
      const { files } = (await world.act('show', { card: 'normal' })) as { files: { [file: string]: never } };
      assert.match(JSON.stringify(files), /J069/);
      assert.match(JSON.stringify(files), /AC12345100/);
      const signatures = [values.get('signature1') ?? '', values.get('signature2') ?? ''];
      for (const signature of signatures) assert.match(signature, /^[0-9A-F]{40}$/);
      assert.notEqual(signatures[0], signatures[1]);
    });
  }
});

test('a file for each language, and a sample that calls the same functions', () => {
  const called = (file: string): string[] =>
    [
      ...Buffer.from(spawnSync('cat', [file]).stdout)
        .toString('latin1')
        .matchAll(/\b(c|C|h|H)(s|is)([A-Z]\w+)/g),
    ]
      .map(([name]) => name.charAt(0).toLowerCase() + name.slice(1))
      .filter((name) => /^(cs(OpenCom|CloseCom|VerifySAMDC)|his\w+)$/.test(name));
  const files = ['c/sample.c', 'vb6/Sample.bas', 'pascal/sample.pas', 'csharp/Sample.cs', 'java/Sample.java'];
  files.push('python/sample.py', 'go/sample/main.go', 'node/sample.mjs');
  const expected = [...new Set(called(join(sources, 'c/sample.c')))].sort();
  assert.equal(expected.length, 8);
  for (const file of files) assert.deepEqual([...new Set(called(join(sources, file)))].sort(), expected, file);
});
