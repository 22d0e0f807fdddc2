// docs/add-an-api.md, done word by word in a copy of the tree. deadline: 280
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../test/house/sources.ts';
import { noCompiler } from '../test/support/library.ts';

const page = readFileSync(path.join(root, 'docs/add-an-api.md'), 'utf8');

interface Block {
  readonly heading: string;
  readonly kind: string;
  readonly text: string;
  /** Where it goes, for a piece of source. */
  readonly file?: string;
  readonly last?: boolean;
  readonly mark?: string;
}
/** Every code block, with the heading that it stands under and the note before it. */
const blocks: readonly Block[] = page.split(/^## /m).flatMap((section) => {
  const heading = section.split('\n')[0] ?? '';
  const found = section.matchAll(/(?:<!-- insert into (\S+) before( the last)?: (.*?) -->\n)?```(\w+)\n([\s\S]*?)```/g);
  return [...found].map(([, file, last, mark, kind = '', text = '']) => ({
    heading,
    kind,
    text,
    ...(file === undefined ? {} : { file, mark: mark ?? '', last: last !== undefined }),
  }));
});
const scriptOf = (heading: string): string =>
  blocks.find((one) => one.heading.startsWith(heading) && one.kind === 'sh')?.text ?? assert.fail(heading);

// Short, since it holds a Unix socket's path.
const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'api-'));
const tree = path.join(place, 'tree');
// A test runner inside of a test runner would run nothing.
const { NODE_TEST_CONTEXT: _, ...ours } = process.env;
const env = {
  ...ours,
  OPENCSHIS_HOME: path.join(place, 'w'),
  OPENCSHIS_PCSC: 'off',
  LANG: 'en_US.UTF-8',
  LC_ALL: '',
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
};
function run(command: string, args: readonly string[], cwd = tree): string {
  const ran = spawnSync(command, [...args], { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  assert.equal(ran.status, 0, `${command} ${args.join(' ')}\n${ran.stdout}\n${ran.stderr}\n${ran.error ?? ''}`);
  return ran.stdout;
}
const shell = (heading: string): string => run('bash', ['-euc', scriptOf(heading)]);
const git = (...args: string[]): string =>
  run('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args]);
const changed = (): string[] =>
  git('status', '--porcelain', '--untracked-files=all')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(3));

before(() => {
  // What git knows or would take: the tree as it is, and nothing that was built in it.
  for (const file of run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root)
    .split('\0')
    .filter(Boolean)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    copyFileSync(path.join(root, file), path.join(tree, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
  git('init', '--quiet');
  writeFileSync(path.join(tree, '.git/info/exclude'), 'node_modules\n');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'The tree as it is');
});
after(() => {
  spawnSync('bash', ['-c', 'npx opencshis stop'], { cwd: tree, env });
  rmSync(place, { recursive: true, force: true });
});

test('1, 2: two files are touched, and no third', () => {
  const pieces = blocks.filter((one) => one.file !== undefined);
  assert.equal(pieces.length, 3);
  for (const { file = '', mark = '', last, text } of pieces) {
    const source = readFileSync(path.join(tree, file), 'utf8');
    const at = last ? source.lastIndexOf(`\n${mark}`) : source.indexOf(`\n${mark}`);
    assert.notEqual(at, -1, `${file} has no line that begins with ${mark}`);
    writeFileSync(path.join(tree, file), `${source.slice(0, at + 1)}${text}${source.slice(at + 1)}`);
  }
  assert.deepEqual(changed(), ['src/catalogue/apis/read.ts', 'src/control/functions/read.ts']);
});

test('3: what is made from them is made, typed and tidy', () => {
  shell('3.');
  const made = changed().filter(
    (file) => !/^(src\/catalogue\/types\.ts|native\/(include|c|csharp|go|java|node|pascal|python|vb6)\/)/.test(file),
  );
  assert.deepEqual(made, ['src/catalogue/apis/read.ts', 'src/control/functions/read.ts']);
  assert.match(
    readFileSync(path.join(tree, 'native/include/cshis.h'), 'utf8'),
    /hisGetVisitsLeft\(char \*pBuffer, short \*iBufferLen\)/,
  );
  assert.match(readFileSync(path.join(tree, 'src/catalogue/types.ts'), 'utf8'), /readonly hisGetVisitsLeft: \{/);
});

test('4: the command line knows it, and nothing is unwritten', () => {
  const said = shell('4.');
  const [unwritten = '', explained = ''] = said.split(/^9\.1 hisGetVisitsLeft {2}/m);
  assert.equal(unwritten, '');
  assert.match(explained, /^Visits left and the last visit number/);
  assert.match(said, /3-9 +lastSeqNumber/);
});

test('5: a call is answered', () => {
  const answer = JSON.parse(
    shell('5.')
      .split(/^(?=\{)/m)
      .at(-1) ?? '',
  ) as { code: number; fields: object };
  assert.equal(answer.code, 0);
  const { available, lastSeqNumber } = answer.fields as { available: number; lastSeqNumber: string };
  assert.equal(available, 5);
  assert.match(lastSeqNumber, /^\d{3}0001$/);
});

test('6: so is one over HTTP, and OpenAPI tells of it', () => {
  const [answer = '', ...rest] = shell('6.').split(/(?<=\})\s*(?=\{"openapi")/);
  const { code, fields } = JSON.parse(answer) as { code: number; fields: { pBuffer: { available: number } } };
  assert.deepEqual([code, fields.pBuffer.available], [0, 5]);
  const { paths } = JSON.parse(rest.join('')) as { paths: { [path: string]: { post: { summary: string } } } };
  assert.match(paths['/api/v1/call/hisGetVisitsLeft']?.post.summary ?? '', /^9\.1 /);
});

test('7: so is one from a HIS, through the library', { skip: noCompiler }, () => {
  assert.match(shell('7.'), /^0 9 \{'available': '05', 'lastSeqNumber': '\d{3}0001'\}$/m);
  const names = run('nm', ['-D', '--defined-only', 'native/build/linux-x64/libcshis.so']);
  assert.match(names, /\bhisGetVisitsLeft\b/);
});

test('8: the API reference has its page in both languages', () => {
  shell('8.');
  for (const [lang, title] of [
    ['zh', '讀取剩餘次數與最近一次就醫序號'],
    ['en', 'Visits left and the last visit number'],
  ])
    assert.ok(
      readFileSync(path.join(tree, `docs/site/${lang}/api/hisGetVisitsLeft.html`), 'utf8').includes(title ?? ''),
    );
});

test('9: the tests that take every function have taken this one, and pass', () => {
  assert.match(shell('9.'), /, 0 failed,/);
});
