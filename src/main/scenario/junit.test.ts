import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { junit } from './junit.ts';
import type { ScenarioReport } from './run.ts';

const failures = [{ zh: '第 3 行：name 應為 "<王>"，實際是 \u0001', en: 'line 3: name should be "<Wang> & co"' }];
const report: ScenarioReport = {
  file: 'a/b "c".yaml',
  title: { zh: '標題 <1>', en: 'title & more' },
  held: false,
  ms: 1234,
  log: 'said ]]> this',
  steps: [
    { number: '1', line: 2, what: 'insert p', state: 'held', ms: 5, failures: [] },
    { number: '2', line: 3, what: 'call 1.1', title: '讀卡', state: 'failed', ms: 7, failures },
    { number: 'holds 1', line: 4, what: 'once p', state: 'not-reached', ms: 0, failures: [] },
  ],
};

test('JUnit is XML that holds every step, and says what came in both languages', () => {
  const text = junit([report, { ...report, held: true }]);
  const seen: { name: string; attributes: { [name: string]: string } }[] = [];
  const said: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => void seen.push({ name, attributes: attributes as never }));
  parser.on('text', (part) => void said.push(part));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  const [all, suite, , failing] = seen;
  assert.deepEqual([all?.attributes.tests, all?.attributes.failures, all?.attributes.skipped], ['6', '2', '2']);
  assert.equal(suite?.attributes.name, '標題 <1> / title & more');
  assert.equal(failing?.attributes.name, '2 讀卡 (b "c".yaml:3)');
  assert.equal(seen.filter((one) => one.name === 'skipped').length, 2);
  const failure = seen.find((one) => one.name === 'failure');
  assert.match(failure?.attributes.message ?? '', /應為 "<王>".* \/ line 3: name should be "<Wang> & co"/s);
  assert.ok(said.join('').includes('said ]]> this'));
});
