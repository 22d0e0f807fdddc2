import assert from 'node:assert/strict';
import test from 'node:test';
import { projectFiles } from './sources.ts';
import { allowed, callFaults, wordFaults } from './words.ts';

const files = projectFiles();

test('no file names a machine, a registry, a tracker or a tool of one workplace', () => {
  assert.deepEqual(wordFaults(files), []);
});

test('every allowed exception is still needed', () => {
  for (const one of allowed) assert.ok(files.get(one.file)?.includes(one.text), `${one.file}: ${one.text}`);
});

test('time and chance come by argument', () => {
  assert.deepEqual(callFaults(files), []);
});

test('the word check finds what it is for', () => {
  const join = (...parts: string[]) => parts.join('');
  const bad = [
    join('see /wo', 'rk/main'),
    join("'/ho", "me/someone/x'"),
    join('../sha', 'red/design.md'),
    join('https://regi', 'stry.example.org/x'),
    join('regi', 'stry=https://x'),
    join('  "resol', 'ved": "https://x/y.tgz"'),
    join('fixes iss', 'ue 12'),
  ];
  for (const line of bad) assert.equal(wordFaults(new Map([['a.md', `fine\n${line}`]])).length > 0, true, line);
  assert.deepEqual(wordFaults(new Map([['a.md', 'the error registry, /usr/lib/x, a homework/exercise']])), []);
});

test('the call check finds what it is for, and only in the rooms', () => {
  for (const line of [
    'Math.random()',
    'Date.now()',
    'new Date(0)',
    'setTimeout(f, 1)',
    `from 'node:timers/promises'`,
  ]) {
    assert.equal(callFaults(new Map([['src/card/a.ts', line]])).length, 1, line);
    assert.equal(callFaults(new Map([['src/card/a.test.ts', line]])).length, 0);
    assert.equal(callFaults(new Map([['src/base/clock.ts', line]])).length, 0);
    assert.equal(callFaults(new Map([['src/card/a.ts', `// ${line}`]])).length, 0);
  }
});
