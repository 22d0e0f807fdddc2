import assert from 'node:assert/strict';
import test from 'node:test';
import { longFaults, roomFaults, twinFaults } from './papers.ts';
import { projectFiles } from './sources.ts';

const files = projectFiles();

test('every room has a README.md of at most 30 lines', () => {
  assert.deepEqual(roomFaults(files), []);
});

test('README.md and README.zh-TW.md have the same headings and commands', (t) => {
  const [english, chinese] = [files.get('README.md'), files.get('README.zh-TW.md')];
  if (english === undefined && chinese === undefined) return t.skip('neither front page is written yet');
  assert.deepEqual(twinFaults(english ?? '', chinese ?? ''), []);
});

test('a file of more than 400 lines says why it is long', () => {
  assert.deepEqual(longFaults(files), []);
});

test('the checks find what they are for', () => {
  const room = (readme?: string) =>
    new Map([['src/card/a.ts', ''], ...(readme === undefined ? [] : [['src/card/README.md', readme] as const])]);
  assert.equal(roomFaults(room()).length, 1);
  assert.equal(roomFaults(room('line\n'.repeat(31))).length, 1);
  assert.equal(roomFaults(room('line\n'.repeat(30))).length, 0);

  const page = '# One\n\n```sh\nnpm start  # begins\n# a comment\n```\n\n## Two\n';
  assert.deepEqual(twinFaults(page, '# 一\n\n```sh\nnpm start  # 開始\n# 註解\n```\n\n## 二\n'), []);
  assert.equal(twinFaults(page, page.replace('## Two', '### 二')).length, 1);
  assert.equal(twinFaults(page, page.replace('npm start', 'npm test')).length, 1);

  const long = 'const a = 1;\n'.repeat(401);
  assert.equal(longFaults(new Map([['src/a.ts', long]])).length, 1);
  assert.equal(longFaults(new Map([['src/a.ts', `/** Long, because it is one table. */\n${long}`]])).length, 0);
});
