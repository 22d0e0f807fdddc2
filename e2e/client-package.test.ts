// The SDK as it would be published: packed, installed in an empty folder, typed, loaded by Node and by a browser.
// deadline: 120
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { before, test } from 'node:test';
import * as sdk from '../src/client/index.ts';
import { launch, noBrowser } from '../test/support/browser.ts';
import { newFolder } from '../test/support/counter.ts';
import { buildClient } from '../tools/build-client.ts';

const home = newFolder();
const place = join(home, 'user');
const installed = join(place, 'node_modules/@opencshis/client');
const run = (command: string, args: readonly string[], cwd: string): string => {
  const ran = spawnSync(command, [...args], { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  assert.equal(ran.status, 0, `${command} ${args.join(' ')}\n${ran.stdout}${ran.stderr}`);
  return ran.stdout;
};
let built: Awaited<ReturnType<typeof buildClient>>;
before(async () => {
  built = await buildClient(join(home, 'built'));
  const tarball = run('npm', ['pack', '--silent', '--pack-destination', home], built.folder).trim();
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }));
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(home, tarball)], place);
});

test('it is one file of less than 10 KB gzipped, without dependencies', () => {
  assert.ok(built.gzipped < 10_240, `${built.gzipped} bytes`);
  const metadata = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  assert.equal(metadata.version, JSON.parse(readFileSync('package.json', 'utf8')).version);
  assert.equal(metadata.dependencies, undefined);
  assert.doesNotMatch(readFileSync(join(installed, 'index.js'), 'utf8'), /\bimport\b[^(]*["'][^"']+["']/);
});

test('its types know every function, its inputs and its fields, in strict mode', () => {
  writeFileSync(
    join(place, 'typed.ts'),
    `import { ClientFailure, checked, connect, createClient, pair } from '@opencshis/client';
const client = createClient({ token: 'x' });
const answer = checked(await client.call('hisGetBasicData'));
const name: string | undefined = answer.fields.pBuffer?.name;
await client.call('hisGetSeqNumber256N1', { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' }, { requestId: 'abcdefgh' });
// @ts-expect-error there is no such function
await client.call('hisGetNothing');
// @ts-expect-error there is no such field
answer.fields.pBuffer?.nothing;
// @ts-expect-error inputs are required
await client.call('hisGetSeqNumber256N1');
client.watch((event) => event.type === 'card' && event.public?.name);
try {
  await pair({ show: (code: string) => console.log(code) });
  await connect();
} catch (error) {
  if (error instanceof ClientFailure) console.log(error.code, error.why.zh, error.todo.en);
}
export { name };
`,
  );
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--types', '', '--lib', 'es2024,dom,dom.iterable'];
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const)
    run(process.execPath, [tsc, ...options, '--module', module, '--moduleResolution', resolution, 'typed.ts'], place);
});

test('Node loads it, and so does a browser', { skip: noBrowser }, async () => {
  const names = Object.keys(sdk).sort().join();
  writeFileSync(join(place, 'loads.js'), `console.log(Object.keys(await import('@opencshis/client')).sort().join())`);
  assert.equal(run(process.execPath, ['loads.js'], place).trim(), names);
  const server = createServer((request, response) => {
    const script = request.url === '/index.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(script ? readFileSync(join(installed, 'index.js')) : '<!doctype html><title>x</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  assert.equal(await page.evaluate(`import('/index.js').then((one) => Object.keys(one).sort().join())`), names);
  await browser.close();
  server.close();
  server.closeAllConnections();
});

test('its page describes every function and every trouble, and no other', () => {
  const page = readFileSync('tools/client/README.md', 'utf8');
  for (const name of Object.keys(sdk)) assert.ok(page.includes(`\`${name}`), name);
  const section = /## Failures([\s\S]*?)## What/.exec(page)?.[1] ?? '';
  const rows = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind);
  assert.deepEqual(rows.sort(), Object.keys(sdk.troubles).sort());
  const client = sdk.createClient({ token: '' });
  for (const name of Object.keys(client)) assert.ok(page.includes(`\`${name}(`), name);
});
