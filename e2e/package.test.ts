// What would be published: packed, installed in an empty folder, used. deadline: 280
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runNode } from '../test/support/cli.ts';
import { newFolder } from '../test/support/counter.ts';
import { has, localLibrary, targets } from '../tools/native/compilers.ts';

const home = newFolder();
const place = join(home, 'user');
const env = { OPENCSHIS_HOME: join(home, 'world'), LANG: 'en_US.UTF-8', LC_ALL: '' };
const npm = (args: readonly string[], cwd: string) => {
  const ran = spawnSync('npm', [...args], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_update_notifier: 'false' },
  });
  assert.equal(ran.status, 0, `npm ${args.join(' ')}\n${ran.stdout}${ran.stderr}`);
  return ran.stdout;
};
const installed = (...args: string[]) =>
  runNode([join(place, 'node_modules/opencshis/bin/opencshis.cjs'), ...args], env, undefined, place);

before(() => {
  const built = spawnSync(process.execPath, ['tools/build.ts'], { encoding: 'utf8' });
  assert.equal(built.status, 0, `${built.stdout}${built.stderr}`);
  npm(['pack', '--pack-destination', home], '.');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }));
  const [tarball = ''] = readdirSync(home).filter((name) => name.endsWith('.tgz'));
  npm(['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', join(home, tarball)], place);
});
after(async () => {
  await installed('stop');
});

test('opencshis --version says the version of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  assert.equal((await installed('--version')).stdout.trim(), version);
});

test('the API reference comes along', () => {
  const page = readFileSync(join(place, 'node_modules/opencshis/docs/site/zh/api/hisGetBasicData.html'), 'utf8');
  assert.match(page, /讀取不需密碼的基本資料/);
});

test('its SBOM and the licences of what is built in come along', () => {
  const dist = join(place, 'node_modules/opencshis/dist');
  const { components } = JSON.parse(readFileSync(join(dist, 'sbom.cdx.json'), 'utf8')) as {
    components: { name: string }[];
  };
  for (const name of ['koffi', 'ws', 'commander'])
    assert.ok(
      components.some((one) => one.name === name),
      name,
    );
  assert.match(readFileSync(join(dist, 'licences/preact/LICENSE'), 'utf8'), /MIT/);
});

test('the library that a HIS loads comes ready-made, with its source, header and samples', () => {
  const native = join(place, 'node_modules/opencshis/native');
  for (const file of ['README.md', 'cshis.c', 'generated/cshis-table.h', 'include/cshis.h', 'c/sample.c'])
    assert.ok(existsSync(join(native, file)), file);
  assert.ok(!existsSync(join(native, 'test')));
  for (const target of targets.filter((one) => has(one.compiler)))
    assert.ok(existsSync(join(native, 'build', target.name, target.windows ? 'CsHis.dll' : localLibrary)), target.name);
});

test('the scenarios come along, are found by name and run', async () => {
  const ran = await installed('scenario', 'run', 'torn-card', 'q04-version');
  assert.equal(ran.code, 0, `${ran.stdout}${ran.stderr}`);
  assert.match(ran.stdout, /2 scenarios, 2 held/);
  assert.ok(existsSync(join(place, 'node_modules/opencshis/docs/scenario.schema.json')));
});

test('the example of the front page runs as it stands', async () => {
  const code = /```js\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  assert.match(code, /open\(\)/);
  writeFileSync(join(place, 'example.js'), code);
  const ran = await runNode(['example.js'], env, undefined, place);
  assert.match(ran.stdout, /^0 [0-9A-Z]{20}\n$/, ran.stderr);
});

test('its types know every function and its fields', () => {
  writeFileSync(
    join(place, 'typed.ts'),
    `import { open } from 'opencshis';
const counter = await open();
const answer = await counter.call('hisGetBasicData');
const name: string | undefined = answer.fields.pBuffer?.name;
// @ts-expect-error there is no such function
await counter.call('hisGetNothing');
// @ts-expect-error there is no such field
answer.fields.pBuffer?.nothing;
// @ts-expect-error inputs are required
await counter.call('hisGetSeqNumber256N1');
export { name };
`,
  );
  const tsc = spawnSync(
    process.execPath,
    [
      join(process.cwd(), 'node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--types',
      'node',
      '--typeRoots',
      join(process.cwd(), 'node_modules/@types'),
      'typed.ts',
    ],
    { cwd: place, encoding: 'utf8' },
  );
  assert.equal(tsc.status, 0, tsc.stdout);
});

test('a world is started, a patient registered, and all of it stopped, by the installed program', async () => {
  assert.equal((await installed('world', 'new', '--port', '0')).code, 0);
  const started = await installed('start');
  assert.equal(started.code, 0, started.stderr);
  const registered = await installed('register', '--json');
  const answer = JSON.parse(registered.stdout) as {
    code: number;
    identifier: string;
    signature: string;
    simulated: boolean;
  };
  assert.equal(answer.code, 0, registered.stderr);
  assert.match(answer.identifier, /^[0-9A-Z]{20}$/);
  assert.match(answer.signature, /^[0-9A-F]{256}$/);
  assert.equal(answer.simulated, true);
  if (has(targets[0]?.compiler ?? '')) {
    writeFileSync(
      join(place, 'loads.js'),
      `import koffi from 'koffi';
const library = koffi.load(process.argv[2]);
const [open, version] = ['int csOpenCom(int)', 'int csGetVersion()'].map((one) => library.func(one));
console.log(open(0), version());
`,
    );
    const file = join(place, 'node_modules/opencshis/native/build', targets[0]?.name ?? '', localLibrary);
    assert.equal((await runNode(['loads.js', file], env, undefined, place)).stdout, '0 5153\n');
  }
  const reset = await runNode(
    [join(place, 'node_modules/opencshis/bin/csresetfsim.cjs'), '--json'],
    env,
    undefined,
    place,
  );
  assert.equal((JSON.parse(reset.stdout) as { wasRunning: boolean }).wasRunning, true, reset.stderr);
  assert.equal((await installed('stop')).code, 0);
  assert.equal((await installed('status')).code, 3);
});
