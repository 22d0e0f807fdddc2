// Every sample of the API reference, all functions of a language in one program: compiled, and run without a control
// software, where each call answers that none is there.
// deadline: 300 s
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import { newFolder } from '../test/support/counter.ts';
import { buildLibrary, noCompiler } from '../test/support/library.ts';
import { samplesOf } from '../tools/site/samples.ts';
import { ourBook } from '../tools/site/site.ts';

const native = resolve('native');
const jna = '/usr/share/java/jna.jar';
const book = ourBook('');
const samples = (id: string): string[] =>
  book.apis.map((api) => samplesOf(book, api, 'zh').find((one) => one.id === id)?.code ?? assert.fail(id));
/** The samples as the bodies of numbered functions, without what belongs to the top of a file. */
const bodies = (id: string, form: (body: string, at: number) => string, top?: RegExp): string =>
  samples(id)
    .map((code, at) => form(top === undefined ? code : code.replaceAll(top, ''), at))
    .join('\n');

interface Language {
  readonly id: string;
  readonly needs: readonly string[];
  readonly file: string;
  readonly source: () => string;
  readonly commands: (work: string, library: string) => readonly (readonly [string, ...string[]])[];
  readonly env?: (work: string, library: string) => { readonly [name: string]: string };
  /** Beside the file: what a program of this language has beside it. */
  readonly beside?: (work: string) => void;
}
const all = book.apis.map((_, at) => at);
const languages: readonly Language[] = [
  {
    id: 'c',
    needs: ['gcc'],
    file: 'samples.c',
    source: () =>
      `#include <stdio.h>\n#include "cshis.h"\n${bodies('c', (body, at) => `static void s${at}(void) {\n${body}\n}`, /^#include.*\n/gm)}\nint main(void) {\n${all.map((at) => `s${at}();`).join('\n')}\nreturn 0;\n}\n`,
    commands: (work, library) => [
      [
        'gcc',
        '-std=c99',
        '-Wall',
        '-Wextra',
        '-Werror',
        `-I${native}/include`,
        `${work}/samples.c`,
        `-L${library}`,
        '-lcshis',
        '-o',
        `${work}/samples`,
      ],
      [`${work}/samples`],
    ],
  },
  {
    id: 'pascal',
    needs: ['fpc'],
    file: 'samples.pas',
    source: () =>
      `program samples;\n{$mode delphi}\nuses cshis;\n${bodies('pascal', (body, at) => `procedure s${at};\n${body.replace(/end\.$/, 'end;')}`, /^uses cshis;\n/gm)}\nbegin\n${all.map((at) => `s${at};`).join('\n')}\nend.\n`,
    commands: (work, library) => [
      ['fpc', '-v0', '-vew', `-FE${work}`, `-FU${work}`, `-Fl${library}`, `-Fu${native}/pascal`, `${work}/samples.pas`],
      [`${work}/samples`],
    ],
  },
  {
    id: 'csharp',
    needs: ['mcs', 'mono', '/usr/lib/mono/4.5/I18N.CJK.dll'],
    file: 'Samples.cs',
    source: () =>
      `using System;\nusing System.Text;\nclass Samples {\n${bodies('csharp', (body, at) => `static void S${at}() {\n${body}\n}`)}\nstatic void Main() {\n${all.map((at) => `S${at}();`).join('\n')}\n}\n}\n`,
    commands: (work) => [
      ['mcs', '-warnaserror', `-out:${work}/Samples.exe`, `${native}/csharp/CsHis.cs`, `${work}/Samples.cs`],
      ['mono', `${work}/Samples.exe`],
    ],
  },
  {
    id: 'java',
    needs: ['javac', 'java', jna],
    file: 'Samples.java',
    source: () =>
      `import com.sun.jna.ptr.ShortByReference;\nclass Samples {\n${bodies('java', (body, at) => `static void s${at}() {\n${body}\n}`)}\npublic static void main(String[] arguments) {\n${all.map((at) => `s${at}();`).join('\n')}\n}\n}\n`,
    commands: (work, library) => [
      [
        'javac',
        '-encoding',
        'UTF-8',
        '-Xlint',
        '-cp',
        jna,
        '-d',
        work,
        `${native}/java/CsHis.java`,
        `${work}/Samples.java`,
      ],
      ['java', '-cp', `${jna}:${work}`, `-Djna.library.path=${library}`, 'Samples'],
    ],
  },
  {
    id: 'python',
    needs: ['python3'],
    file: 'samples.py',
    source: () => samples('python').join('\n'),
    commands: (work) => [['python3', '-B', `${work}/samples.py`]],
    env: () => ({ PYTHONPATH: `${native}/python` }),
  },
  {
    id: 'go',
    needs: ['go', 'gcc'],
    file: 'main.go',
    source: () =>
      `package main\n\nimport (\n\t"cshis"\n\t"fmt"\n)\n\n${bodies('go', (body, at) => `func s${at}() {\n${body}\n}`, /^import "cshis"\n/gm)}\nfunc main() {\n${all.map((at) => `s${at}()`).join('\n')}\n}\n`,
    beside: (work) =>
      writeFileSync(
        join(work, 'go.mod'),
        `module samples\n\ngo 1.19\n\nrequire cshis v0.0.0\n\nreplace cshis => ${native}/go\n`,
      ),
    commands: (work) => [['go', 'build', '-o', `${work}/samples`, '.'], [`${work}/samples`]],
    env: (work, library) => ({
      CGO_LDFLAGS: `-L${library}`,
      GOPROXY: 'off',
      GOFLAGS: '-mod=mod',
      GOCACHE: `${work}/cache`,
      GOPATH: `${work}/path`,
    }),
  },
  {
    id: 'node',
    needs: [],
    file: 'samples.mjs',
    source: () =>
      `import { load } from './cshis.mjs';\n${bodies('node', (body) => `{\n${body}\n}`, /^import .*\n/gm)}\n`,
    beside: (work) => {
      cpSync(`${native}/node/cshis.mjs`, join(work, 'cshis.mjs'));
      mkdirSync(join(work, 'node_modules'));
      symlinkSync(resolve('node_modules/koffi'), join(work, 'node_modules/koffi'));
    },
    commands: (work) => [[process.execPath, `${work}/samples.mjs`]],
  },
];
const missing = ({ needs }: Language): string[] =>
  needs.filter((one) => spawnSync(one.includes('/') ? 'ls' : 'which', [one]).status !== 0);

describe('every sample of the API reference compiles and runs in', { skip: noCompiler }, () => {
  let library = '';
  before(() => {
    library = buildLibrary().folder;
  });
  for (const language of languages)
    test(language.id, (t) => {
      const gone = missing(language);
      if (gone.length > 0) return t.skip(`not here: ${gone.join(', ')}`);
      const work = newFolder();
      writeFileSync(join(work, language.file), language.source());
      language.beside?.(work);
      const env = {
        ...process.env,
        LD_LIBRARY_PATH: library,
        OPENCSHIS_HOME: join(work, 'nobody'),
        ...language.env?.(work, library),
      };
      for (const [program, ...args] of language.commands(work, library)) {
        const ran = spawnSync(program, args, { cwd: work, encoding: 'utf8', env, maxBuffer: 2 ** 26 });
        assert.equal(ran.status, 0, `${program}\n${ran.stdout}\n${ran.stderr}\n${ran.error ?? ''}`);
        if (program === 'fpc') assert.doesNotMatch(ran.stdout, /warning/i);
      }
    });
});
