// deadline: 120 s
// The doors of a running world: what the discovery file says, what is written down, who takes the port first.
import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Failure } from '../src/base/index.ts';
import { connect, startDetached, stopWorld } from '../src/main/daemon.ts';
import { type Discovery, discoveryFile, readDiscovery } from '../src/main/home.ts';
import { newWorldFolder } from '../test/support/counter.ts';
import { ask, until } from '../test/support/doors.ts';

let folder: string;
let found: Discovery;
before(async () => {
  process.env.OPENCSHIS_PCSC = 'off';
  folder = newWorldFolder();
  found = await startDetached(folder);
});
after(async () => {
  await stopWorld(folder);
});
const port = () => Number(new URL(found.url).port);
const get = (path: string, token: string | undefined) =>
  ask({ port: port() }, 'GET', path, { headers: { 'x-opencshis-token': token ?? '' } });
const post = (path: string, token: string | undefined, body: object = {}) =>
  ask({ port: port() }, 'POST', path, {
    headers: { 'content-type': 'application/json', ...(token ? { 'x-opencshis-token': token } : {}) },
    body: JSON.stringify(body),
  });

test('the discovery file is its user’s own and has the fields that docs/native-door.md lists', () => {
  const path = join(folder, discoveryFile);
  if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600);
  const page = readFileSync(new URL('../docs/native-door.md', import.meta.url), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith('Finding it')) ?? '';
  const rows = [...section.matchAll(/^\| (`[^|]+) \| (.*) \|$/gm)].map(([, names = '', what = '']) => ({
    names: names.replaceAll('`', '').split(', '),
    // What is not everywhere says so in its row.
    always: !what.endsWith('where it is on'),
  }));
  const fields = Object.keys(JSON.parse(readFileSync(path, 'utf8')));
  const listed = rows.flatMap((row) => row.names);
  assert.deepEqual(
    fields.filter((one) => !listed.includes(one)),
    [],
  );
  const always = rows.filter((row) => row.always).flatMap((row) => row.names);
  assert.ok(always.length > 8);
  assert.deepEqual(
    always.filter((one) => !fields.includes(one)),
    [],
  );
  for (const token of Object.values(found.tokens)) assert.match(token, /^[0-9a-f]{64}$/);
});

test('a registration through both doors, a PIN typed by the operator, and a link used once', async () => {
  const world = await connect(folder, 'world');
  await world.op('world', { action: 'insert', card: 'normal' });
  const walked = await post('/api/v1/register', found.tokens.program, { treatItem: '01' });
  assert.equal(walked.json.code, 0, walked.text);
  await world.op('world', { action: 'remove' });
  await world.op('world', { action: 'insert', card: 'pin' });
  const program = await connect(folder, 'program');
  const calling = program.call('csVerifyHCPIN');
  let request: { id: string } | undefined;
  await until('the request', async () => {
    [request] = (await get('/api/v1/pin', found.tokens.operator)).json;
    return request !== undefined;
  });
  assert.equal((await post(`/api/v1/pin/${request?.id}`, found.tokens.operator, { pin: '1234' })).status, 200);
  assert.equal((await calling).code, 0);
  const operator = await connect(folder, 'operator');
  const { code } = await operator.op<{ code: string }>('link');
  const { token } = (await post('/api/v1/session', undefined, { code })).json;
  assert.equal((await get('/api/v1/journal', token)).status, 200);
  assert.equal((await post('/api/v1/session', undefined, { code })).status, 401);
  for (const one of [world, program, operator]) one.close();
});

test('a call that is remembered for its process is not another process’s', async () => {
  const world = await connect(folder, 'world');
  await world.op('world', { action: 'remove' });
  await world.op('world', { action: 'insert', card: 'pin' });
  world.close();
  const program = await connect(folder, 'program');
  assert.equal((await program.call('csDisableHCPIN')).code, 5105, 'a new insertion has no verified PIN');
  program.close();
});

test('no token, PIN or link stands in anything that the world writes besides the discovery file', () => {
  const secrets = [...Object.values(found.tokens)];
  const files = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
  assert.ok(files.length > 5);
  for (const name of files) {
    if (name === discoveryFile) continue;
    const bytes = readFileSync(join(folder, name));
    for (const secret of secrets) {
      assert.equal(bytes.indexOf(secret), -1, `${name} holds a token`);
      assert.equal(bytes.indexOf(Buffer.from(secret, 'hex')), -1, `${name} holds a token`);
    }
  }
});

test('started again the tokens are new, and the old ones are nobody’s', async () => {
  const before = found;
  await stopWorld(folder);
  found = await startDetached(folder);
  for (const [role, token] of Object.entries(before.tokens)) {
    assert.notEqual(found.tokens[role as 'program'], token);
    assert.equal((await get('/api/v1/status', token)).status, 401);
  }
});

test('a port that another program holds is a failure in words, and nothing is served elsewhere', async () => {
  const other = newWorldFolder();
  const squatter = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port: taken } = squatter.address() as { port: number };
  const path = join(other, 'world.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), httpPort: taken }));
  try {
    await assert.rejects(
      startDetached(other),
      (error) =>
        error instanceof Failure && error.why.en.includes(String(taken)) && error.why.zh.includes(String(taken)),
    );
    assert.equal(readDiscovery(other), undefined);
  } finally {
    await new Promise((resolve) => squatter.close(resolve));
    await stopWorld(other);
  }
});
