// opencshis icd10: a column of codes through the real command.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { cliEntry, runNode } from '../test/support/cli.ts';

const run = (how: string, input: string, ...more: string[]) =>
  runNode([cliEntry, 'icd10', how, ...more], { LANG: 'C' }, input);

test('each line with its packed code, in order; whatever ends the last line', async () => {
  const ran = await run('encode', 'G44201\nS72.001Q\r\ne00\nI10\n\nT50Z96S');
  assert.deepEqual(ran, {
    code: 0,
    stdout: 'G44201\t"M7WK\nS72.001Q\t(<02K\ne00\t!>\nI10\tI10\n\t\nT50Z96S\t)?W2O\n',
    stderr: '',
  });
  assert.deepEqual(await run('decode', '"M7WK\n!>   \n36042\n'), {
    code: 0,
    stdout: '"M7WK\tG44201\n!>   \tE00\n36042\t36042\n',
    stderr: '',
  });
});

test('a refused line keeps its place; its reason is on standard error, and the exit code is 1', async () => {
  const ran = await run('encode', 'E12\nG44201\n診斷碼六個字\n');
  assert.equal(ran.code, 1);
  assert.equal(ran.stdout, 'E12\t\nG44201\t"M7WK\n診斷碼六個字\t\n');
  assert.deepEqual(
    ran.stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(0, 12)),
    ['line 1: E12 ', 'line 3: 診斷碼六'],
  );
  assert.match(ran.stderr, /9127/);
  assert.equal((await run('decode', '!!\n')).stdout, '!!\t\n');
  assert.match((await run('encode', 'E12\n', '--lang', 'zh')).stderr, /^第 1 行：E12/);
  const json = await run('encode', 'E12\nG44201\n', '--json');
  assert.equal(json.code, 1);
  const list = JSON.parse(json.stdout) as { code: string; result: string | null; failure?: { code: number } }[];
  assert.deepEqual(
    list.map((one) => [one.code, one.result, one.failure?.code]),
    [
      ['E12', null, 9127],
      ['G44201', '"M7WK', undefined],
    ],
  );
  assert.deepEqual(JSON.parse((await run('encode', '', '--json')).stdout), []);
});

test('lines are answered as they come, before the input ends', async () => {
  const child = spawn(process.execPath, [cliEntry, 'icd10', 'encode'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answer = () => new Promise<string>((resolve) => child.stdout.once('data', (part) => resolve(String(part))));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin.write('G44201\nG44');
  assert.equal(await answer(), 'G44201\t"M7WK\n');
  child.stdin.write('201\n');
  assert.equal(await answer(), 'G44201\t"M7WK\n');
  child.stdin.end();
  assert.equal(await ended, 0);
});

test('a reader that has enough ends it quietly', async () => {
  const child = spawn(process.execPath, [cliEntry, 'icd10', 'encode'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (part) => {
    errors += String(part);
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin.on('error', () => undefined);
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.write('G44201\n'.repeat(200_000));
  child.stdin.end();
  assert.equal(await ended, 0);
  assert.equal(errors, '');
});
