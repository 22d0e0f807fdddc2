// What must survive: full disk, read-only folder, taken port, clock set back, damaged journal, strange and copied cards,
// two worlds at once. Each is a clear sentence with what to do, and nothing is lost. deadline: 200
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { fileStore, sleep, systemClock } from '../src/base/index.ts';
import { logFile, supervisorHolder, waitForDiscovery } from '../src/main/daemon.ts';
import { processesFile } from '../src/main/home.ts';
import { cliFor } from '../test/support/cli.ts';
import { newFolder, settled } from '../test/support/counter.ts';
import { fillDisk, smallDisk } from '../test/support/small-disk.ts';

type Cli = ReturnType<typeof cliFor>;
const stops: (() => unknown)[] = [];
after(async () => {
  for (const stop of stops.reverse()) await stop();
});

async function newWorld(folder = newFolder(), ...options: string[]): Promise<{ folder: string; cli: Cli }> {
  const cli = cliFor(folder);
  const made = await cli(
    'world',
    'new',
    '--people',
    '3',
    ...(options.includes('--port') ? [] : ['--port', '0']),
    ...options,
  );
  assert.equal(made.code, 0, made.stderr);
  stops.push(() => cli('stop'));
  return { folder, cli };
}
const read = async <T>(cli: Cli, ...args: string[]): Promise<T> =>
  JSON.parse((await cli(...args, '--json')).stdout) as T;
interface Answer {
  code: number;
  identifier?: string;
  visit?: { visitTime: string };
  patient: { personId: string };
  failure?: { code: number; why: { zh: string; en: string }; todo: { zh: string; en: string }; kind?: string };
}
const visitsOn = async (cli: Cli, card: string): Promise<string[]> =>
  (await read<{ files: { visits: { visits: { treatNum: string }[] } } }>(cli, 'card', 'show', card)).files.visits.visits
    .map((one) => one.treatNum)
    .filter(Boolean);

/** Its world is stopped before the disk is taken away. */
const diskOfAWorld = (t: TestContext): string | undefined =>
  smallDisk(t, '6m', async (folder) => void (await cliFor(folder)('stop')));

test('a full disk: the visit is refused with a sentence, nothing is half done, and it goes on when there is room', async (t) => {
  const folder = diskOfAWorld(t);
  if (folder === undefined) return;
  const { cli } = await newWorld(folder);
  assert.equal((await cli('start')).code, 0);
  const first = await read<Answer>(cli, 'register');
  assert.equal(first.code, 0);
  const filler = fillDisk(folder);
  const refused = await read<Answer>(cli, 'register', '--item', '02');
  assert.notEqual(refused.code, 0);
  assert.equal(refused.visit, undefined);
  assert.match(refused.failure?.why.en ?? '', /disk|space|writ/i);
  assert.ok(refused.failure?.todo.zh);
  rmSync(filler);
  const again = await read<Answer>(cli, 'register', '--item', '02');
  assert.ok(again.identifier, JSON.stringify(again.failure));
  assert.deepEqual((await visitsOn(cli, 'normal')).sort(), [first.identifier, again.identifier].sort());
});

test('control that dies while the disk is full is there again when there is room', async (t) => {
  const folder = diskOfAWorld(t);
  if (folder === undefined) return;
  const { cli } = await newWorld(folder);
  assert.equal((await cli('start')).code, 0);
  const supervisor = supervisorHolder(folder)?.pid;
  const first = await read<Answer>(cli, 'register');
  const filler = fillDisk(folder);
  const list = JSON.parse(readFileSync(join(folder, processesFile), 'utf8')) as { control: { pid: number } };
  process.kill(list.control.pid, 'SIGKILL');
  await sleep(systemClock, 2000);
  assert.equal(supervisorHolder(folder)?.pid, supervisor, readFileSync(join(folder, logFile), 'utf8'));
  rmSync(filler);
  await waitForDiscovery(folder);
  const again = await read<Answer>(cli, 'register', '--item', '02');
  assert.ok(again.identifier, JSON.stringify(again.failure));
  assert.deepEqual((await visitsOn(cli, 'normal')).sort(), [first.identifier, again.identifier].sort());
  // The list of processes is true again.
  await settled(() => readFileSync(join(folder, processesFile), 'utf8') !== JSON.stringify(list));
});

test('a read-only folder is named at the start', async (t) => {
  const folder = diskOfAWorld(t);
  if (folder === undefined) return;
  const { cli } = await newWorld(folder);
  assert.equal(spawnSync('mount', ['-o', 'remount,ro', folder]).status, 0);
  const started = await cli('start');
  assert.equal(started.code, 1);
  assert.match(started.stderr, /folder|write|read-only/i);
  assert.doesNotMatch(started.stderr, /\n\s+at /);
});

test('a taken port is a clear failure, never a silent move', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const { port } = squatter.address() as { port: number };
  const folder = newFolder();
  const { cli } = await newWorld(folder, '--port', '0');
  const file = join(folder, 'world.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"httpPort": 0/, `"httpPort": ${port}`));
  const started = await cli('start');
  assert.equal(started.code, 1);
  assert.match(started.stderr, new RegExp(`${port}`));
  assert.match(started.stderr, /world\.json/);
  assert.equal(supervisorHolder(folder), undefined, 'nothing is left running');
  squatter.close();
  assert.equal((await cli('start')).code, 0);
  assert.match((await read<{ url: string }>(cli, 'status')).url, new RegExp(`:${port}$`));
});

test('who sits on the socket learns nothing and is named', async () => {
  const { folder, cli } = await newWorld();
  mkdirSync(join(folder, 'run'), { recursive: true, mode: 0o700 });
  let heard = '';
  const squatter = createServer((socket) =>
    socket.on('data', (bytes) => (heard += bytes.toString('latin1'))).on('error', () => undefined),
  );
  squatter.listen(join(folder, 'run/native.sock'));
  await new Promise((resolve) => squatter.once('listening', resolve));
  const started = await cli('start');
  assert.equal(started.code, 1);
  assert.match(started.stderr, /native\.sock/);
  assert.equal(heard, '');
  squatter.close();
});

test('a clock set back a day stops registrations with how to mend it, and forgets nothing', async () => {
  const { cli } = await newWorld();
  await cli('start');
  const first = await read<Answer>(cli, 'register');
  assert.equal(first.code, 0);
  await cli('network', 'down');
  await cli('world', 'clock', '-1d');
  await cli('power', 'off');
  await cli('power', 'on');
  const behind = await read<Answer>(cli, 'register', '--item', '02');
  assert.equal(behind.code, 5005, JSON.stringify(behind.failure));
  assert.match(behind.failure?.todo.zh ?? '', /時鐘|時間/);
  await cli('world', 'clock', '0');
  await cli('network', 'up');
  assert.ok((await read<Answer>(cli, 'register', '--item', '02')).identifier);
});

test('a damaged journal tail is cut, kept aside, and told; what was whole before it stays', async () => {
  const { folder, cli } = await newWorld();
  await cli('start');
  assert.equal((await read<Answer>(cli, 'call', 'csVerifySAMDC')).code, 0);
  await cli('network', 'down');
  const visit = await read<Answer>(cli, 'register');
  assert.ok(visit.identifier, JSON.stringify(visit));
  await cli('stop');
  const path = join(folder, 'journal/log');
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([whole, Buffer.from('{"half":"a rec')]));
  await cli('start');
  const { status } = await read<{ status: { journal: { cut: number; waiting: number } } }>(cli, 'status');
  assert.ok(status.journal.cut > 0);
  assert.equal(status.journal.waiting, 1);
  assert.ok(readdirSync(join(folder, 'journal')).length > 1, 'the damaged part is kept');
  await cli('network', 'up');
  for (let waited = 0; waited < 100; waited++) {
    const now = await read<{ status: { journal: { waiting: number } } }>(cli, 'status');
    if (now.status.journal.waiting === 0) return;
  }
  assert.fail('the visit never reached the centre');
});

test('a card image of a newer format is left alone, and said so', async () => {
  const { folder, cli } = await newWorld();
  const store = fileStore(folder);
  const path = join(folder, 'cards/illness.card');
  const json = readFileSync(path, 'utf8').trimEnd().slice(9).replace(/"v":1/, '"v":99');
  assert.match(json, /"v":99/);
  const newer = `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
  writeFileSync(path, newer);
  store.close();
  await cli('start');
  const list = await read<{ handle: string; problem?: string }[]>(cli, 'card', 'list');
  assert.ok(list.find((one) => one.handle === 'illness')?.problem);
  await cli('card', 'remove');
  const inserted = await cli('card', 'insert', 'illness');
  assert.equal(inserted.code, 1);
  assert.match(inserted.stderr, /newer/);
  assert.equal(readFileSync(path, 'utf8'), newer);
});

test('a copied card is refused: beside its twin, and later because it is behind the ledger', async () => {
  const { folder, cli } = await newWorld();
  copyFileSync(join(folder, 'cards/normal.card'), join(folder, 'cards/copy.card'));
  await cli('start');
  assert.equal((await cli('card', 'insert', 'copy')).code, 1, 'its twin is in a reader');
  assert.ok((await read<Answer>(cli, 'register')).identifier);
  await cli('card', 'remove', 'normal');
  assert.equal((await cli('card', 'insert', 'copy')).code, 0);
  const update = await read<Answer>(cli, 'call', 'csUpdateHCContents');
  assert.equal(update.code, 4071, JSON.stringify(update));
  assert.match(update.failure?.why.zh ?? '', /901[02]/);
});

test('two worlds at once: one folder holds one, two folders hold two', async () => {
  const one = await newWorld();
  const two = await newWorld();
  assert.equal((await one.cli('start')).code, 0);
  assert.equal((await two.cli('start')).code, 0);
  const second = await one.cli('start');
  assert.equal(second.code, 0);
  assert.match(second.stdout, /running already/);
  assert.equal((await one.cli('world', 'new')).code, 1);
  const [first, other] = [await read<Answer>(one.cli, 'register'), await read<Answer>(two.cli, 'register')];
  assert.ok(first.identifier && other.identifier && first.identifier !== other.identifier);
  assert.ok(existsSync(join(one.folder, 'world.json')));
});
