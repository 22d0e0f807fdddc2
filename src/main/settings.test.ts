import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { cliEntry, cliFor, runNode } from '../../test/support/cli.ts';
import { newFolder } from '../../test/support/counter.ts';
import { Failure } from '../base/index.ts';
import { applySettings, readSettings, settings } from './settings.ts';

const written = (text: string): string => {
  const file = join(newFolder(), 'settings.json');
  writeFileSync(file, text);
  return file;
};
const refused = (text: string): string => {
  try {
    readSettings(written(text));
  } catch (error) {
    assert.ok(error instanceof Failure);
    assert.equal(error.kind, 'usage');
    return error.why.en;
  }
  return assert.fail('it was taken');
};

test('the environment comes before the file, and the file before nothing', () => {
  const env = {
    OPENCSHIS_SETTINGS: written('{"home":"/srv/world","pcsc":false,"nativeTcp":true,"httpPort":21100}'),
    OPENCSHIS_HOME: '/elsewhere',
  } as NodeJS.ProcessEnv;
  applySettings(env);
  const { OPENCSHIS_SETTINGS: _, ...held } = env;
  assert.deepEqual(held, {
    OPENCSHIS_HOME: '/elsewhere',
    OPENCSHIS_PCSC: 'off',
    OPENCSHIS_NATIVE_TCP: 'on',
    OPENCSHIS_HTTP_PORT: '21100',
  });
});

test('what is wrong in the file is named', () => {
  assert.match(refused('{"hom":"/x"}'), /there is no setting hom; there are home, httpPort/);
  assert.match(refused('{"pcsc":"off"}'), /the value of pcsc is not right: it is .* true or false/);
  assert.match(refused('{"httpPort":61161}'), /httpPort/);
  assert.match(refused('{"home":"relative"}'), /absolute/);
  assert.match(refused('{"toString":1}'), /no setting toString/);
  assert.match(refused('{'), /not JSON/);
  assert.match(refused('[]'), /not one object/);
  assert.deepEqual(readSettings('/nowhere/settings.json'), {});
  assert.throws(() => readSettings('/nowhere/settings.json', true), /cannot be read/);
});

test('opencshis settings says what holds and where it comes from; a bad file stops every command', async () => {
  const folder = newFolder();
  const run = (text: string) => cliFor(folder, { OPENCSHIS_SETTINGS: written(text) })('settings', '--json');
  const good = await run('{"httpPort":0}');
  const { file: _, ...shown } = JSON.parse(good.stdout) as { file: string; settings: { name: string; from: string }[] };
  assert.deepEqual(
    shown.settings.map(({ name, from }) => [name, from]),
    [
      ['home', 'environment'],
      ['httpPort', 'file'],
      ['nativeTcp', 'default'],
      ['pcsc', 'environment'],
      ['desktop', 'environment'],
      ['language', 'default'],
    ],
  );
  const bad = await run('{"port":1}');
  assert.equal(bad.code, 2);
  assert.match(bad.stderr, /there is no setting port/);
  const reset = await runNode([cliEntry.replace('main.ts', 'cs-reset-fsim.ts')], {
    OPENCSHIS_HOME: folder,
    OPENCSHIS_LANG: 'zh',
    OPENCSHIS_SETTINGS: written('{"port":1}'),
  });
  assert.equal(reset.code, 2);
  assert.match(reset.stderr, /^✘ .*沒有 port 這個設定/, 'in words, not as a stack');
});

test('docs/install.md names every setting', () => {
  const page = readFileSync('docs/install.md', 'utf8');
  for (const [name, { variable }] of Object.entries(settings)) {
    assert.ok(page.includes(`\`${name}\``), name);
    assert.ok(page.includes(`\`${variable}\``), variable);
  }
});
