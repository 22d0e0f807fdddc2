// The doctor finds faults that are made for real, and mends what is ours: a world killed, stopped, cut off, its files
// damaged, its ports taken; other programs of the machine; time, network and certificates.
// Long: one fault after the other.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileStore, limits, systemClock, systemRandom } from '../src/base/index.ts';
import { type Check, checks, examine, type Own, thisMachine } from '../src/care/index.ts';
import { leafCertificate } from '../src/codec/index.ts';
import { killWorld, register, startDetached, stopWorld } from '../src/main/daemon.ts';
import { discoveryFile, lockFile, processesOf } from '../src/main/home.ts';
import { leafFile, leafKeeper } from '../src/main/leaf.ts';
import { patientHere } from '../src/main/patient.ts';
import { cliFor, runNode } from '../test/support/cli.ts';
import { newFolder, newWorldFolder, settled } from '../test/support/counter.ts';
import { doctorFor, programs } from '../test/support/doctor.ts';
import { type RunningWorld, runningWorld } from '../test/support/running-world.ts';

let world: RunningWorld;
before(async () => {
  world = await runningWorld();
});
after(() => world.stop());

const kept = (path: string): string =>
  existsSync(path) ? `${(statSync(path).mode & 0o7777).toString(8)} ${readFileSync(path, 'hex')}` : 'none';

test('a world that is well: no problem and no warning, exit code 0; in two languages; a check by its name', async () => {
  // Other card programs are tested beside this one: whether they are here is not asked.
  const named = checks.map(({ id }) => id).filter((id) => id !== 'neighbours');
  const seen = await doctorFor(world.folder)(...named);
  assert.equal(seen.code, 0, seen.stdout);
  assert.deepEqual(seen.ids, ['readers.switched-off']);
  const all = await doctorFor(world.folder)();
  assert.deepEqual(
    all.examined.map(({ check }) => check),
    checks.map(({ id }) => id),
  );
  const shown = await cliFor(world.folder, { TZ: 'Asia/Taipei', PATH: programs({ node: 'echo v24.21.0' }) })(
    ...['doctor', ...named, '--lang', 'zh'],
  );
  assert.match(shown.stdout, /✔ 安全模組/);
  assert.match(
    shown.stdout.trimEnd().split('\n').at(-1) ?? '',
    /^0 個問題，0 個注意，\d+ 個說明（\d+ 項檢查，[\d.]+ 秒）$/,
  );
  const one = await doctorFor(world.folder)('disk', 'journal');
  assert.deepEqual(
    one.examined.map(({ check }) => check),
    ['disk', 'journal'],
  );
  const wrong = await doctorFor(world.folder)('teeth');
  assert.equal(wrong.code, 2);
});

test('an older version still runs beside the one on the disk', async () => {
  const file = join(world.folder, discoveryFile);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(before), version: '0.0.9' }));
  const seen = await doctorFor(world.folder)('program');
  writeFileSync(file, before);
  assert.equal(seen.code, 4);
  assert.match(seen.find('program.old-version').what.en, /^0\.0\.9 is running/);
  assert.deepEqual(seen.find('program.old-version').faq, [1, 8]);
});

test('the network of the world is switched off: told, with the visits that wait', async () => {
  await cliFor(world.folder)('network', 'down');
  const { code } = await register(world.folder, { treatItem: '01' });
  assert.ok([0, 5010].includes(code));
  const seen = await doctorFor(world.folder)();
  await cliFor(world.folder)('network', 'up');
  assert.match(seen.find('network.cut').what.en, /centre/);
  assert.ok(Number(seen.find('journal.waiting').details?.count) > 0);
  await settled(async () => (await doctorFor(world.folder)('journal')).ids.length === 0);
});

test('a second world of this account is named', async () => {
  const other = newWorldFolder();
  await startDetached(other);
  try {
    assert.match(JSON.stringify((await doctorFor(world.folder)('program')).find('program.several')), new RegExp(other));
  } finally {
    await stopWorld(other);
  }
});

test('control and supervisor stand still: found; --dry-run touches nothing; --fix starts them anew', async () => {
  const { control } = processesOf(world.folder);
  const supervisor = JSON.parse(readFileSync(join(world.folder, lockFile), 'utf8')) as { pid: number };
  process.kill(supervisor.pid, 'SIGSTOP');
  process.kill(control?.pid ?? 0, 'SIGSTOP');
  const doctor = doctorFor(world.folder);
  const seen = await doctor();
  assert.equal(seen.code, 1);
  assert.deepEqual(seen.find('program.hangs').details?.stopped, ['supervisor', 'control']);
  assert.deepEqual(seen.find('program.hangs').faq, [6]);
  const dry = await doctor('program', '--dry-run');
  assert.deepEqual([JSON.parse(dry.stdout).mended[0].done, dry.ids], [false, ['program.hangs']]);
  const mended = await doctor('program', '--fix');
  assert.equal(mended.code, 0, mended.stdout + mended.stderr);
  assert.equal((await cliFor(world.folder)('status')).code, 0);
  assert.notEqual(processesOf(world.folder).control?.pid, control?.pid);
});

test('killed as by a power cut: what was left behind is found, cleared, and put back byte for byte', async () => {
  const folder = newWorldFolder();
  await startDetached(folder);
  const [lock, discovery] = [join(folder, lockFile), join(folder, discoveryFile)];
  await killWorld(folder);
  const before = [kept(lock), kept(discovery)];
  const doctor = doctorFor(folder);
  const seen = await doctor();
  assert.equal(seen.code, 1);
  assert.deepEqual(
    ['program.not-running', 'program.stale-lock', 'program.dead-discovery'].filter((id) => !seen.ids.includes(id)),
    [],
  );
  const mended = await doctor('program', '--fix');
  assert.deepEqual(mended.ids, ['program.not-running']);
  assert.deepEqual([kept(lock), kept(discovery)], ['none', 'none']);
  for (const _ of before) assert.equal((await doctor('--undo')).code, 0);
  assert.deepEqual([kept(lock), kept(discovery)], before);
  assert.equal((await doctor('--undo')).code, 1);
  await doctor('program', '--fix');
  await startDetached(folder);
  await stopWorld(folder);
});

test('no world at all, and none that runs', async () => {
  const empty = await doctorFor(join(newFolder(), 'nothing'))();
  assert.deepEqual([empty.code, empty.find('program.no-world').severity], [0, 'note']);
  const folder = newWorldFolder();
  assert.deepEqual((await doctorFor(folder)('program')).ids, ['program.not-running']);
});

test('our port is taken by another program', async () => {
  const folder = newWorldFolder();
  // A port that another program has: control cannot start.
  const taken = await listening();
  const file = join(folder, 'world.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), httpPort: portOf(taken) }));
  const program = join(import.meta.dirname, '../src/main/background.ts');
  const child = spawn(process.execPath, [program, folder], {
    stdio: 'ignore',
    env: { ...process.env, OPENCSHIS_DESKTOP: 'off' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await settled(() => existsSync(join(folder, lockFile)) && processesOf(folder).centre !== undefined);
    child.kill('SIGSTOP');
    const running = await doctorFor(folder)('program', 'ports');
    assert.match(
      running.find('ports.taken').what.en,
      new RegExp(`our port ${portOf(taken)} is taken by node ${process.pid}`),
    );
  } finally {
    child.kill('SIGKILL');
    await ended;
    await killWorld(folder);
    taken.close();
  }
});

test('files of the world that others may read, another format, damage, a module that is gone', async () => {
  const folder = newWorldFolder();
  const doctor = doctorFor(folder);
  const open = join(folder, 'world.json');
  chmodSync(open, 0o644);
  const before = kept(open);
  assert.deepEqual((await doctor('disk')).ids, ['disk.modes']);
  assert.deepEqual((await doctor('disk', '--fix')).ids, []);
  assert.notEqual(kept(open), before);
  await doctor('--undo');
  assert.equal(kept(open), before);

  mkdirSync(join(folder, 'journal'), { mode: 0o700, recursive: true });
  const log = join(folder, 'journal', 'log');
  writeFileSync(log, 'what is no journal\n', { mode: 0o600 });
  assert.deepEqual((await doctor('journal')).ids, ['journal.unreadable']);
  rmSync(log);

  const credential = join(folder, 'sam', 'credential.json');
  renameSync(credential, `${credential}.away`);
  assert.deepEqual((await doctor('module')).ids, ['module.missing']);
  renameSync(`${credential}.away`, credential);
});

test('what starts us from the desktop names a program that is gone: mended, and put back byte for byte', async () => {
  const home = newFolder();
  const env = { HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
  const folder = newWorldFolder();
  await cliFor(folder, env)('autostart', 'on');
  const file = join(home, '.config/autostart/opencshis.desktop');
  const gone = readFileSync(file, 'utf8').replaceAll(join(import.meta.dirname, '..'), '/opt/removed');
  writeFileSync(file, gone);
  const before = kept(file);
  const doctor = doctorFor(folder, env);
  assert.match((await doctor('program')).find('program.starter-gone').why.en, /would start \/opt\/removed\//);
  assert.ok(!(await doctor('program', '--fix')).ids.includes('program.starter-gone'));
  assert.notEqual(kept(file), before);
  await doctor('--undo');
  assert.equal(kept(file), before);
});

test('a local certificate that has ended: another one, and back byte for byte', async (t) => {
  if (spawnSync('certutil', ['-H']).error !== undefined) return t.skip('no certutil (libnss3-tools)');
  const home = newFolder();
  const folder = newWorldFolder();
  const store = fileStore(folder);
  const doctor = doctorFor(folder, { HOME: home });
  const madeBefore = async (ms: number): Promise<void> => {
    const then = { ...systemClock, now: () => systemClock.now() - ms };
    const keeper = leafKeeper({ store, clock: then, random: systemRandom, home, changed: async () => undefined });
    await keeper.remove();
    await keeper.install();
    keeper.close();
  };
  await madeBefore(limits.leafLife - limits.leafRenewal / 4);
  assert.deepEqual((await doctor('browser')).ids, ['browser.leaf-ending']);
  await madeBefore(limits.leafLife + 60_000);
  store.close();
  assert.ok((await doctor('browser')).find('browser.leaf-ended'));
  const files = [
    join(folder, leafFile),
    ...['cert9.db', 'key4.db', 'pkcs11.txt'].map((one) => join(home, '.pki/nssdb', one)),
  ];
  const before = files.map(kept);
  assert.deepEqual((await doctor('browser', '--fix')).ids, []);
  assert.notEqual(kept(files[0] ?? ''), before[0]);
  await doctor('--undo');
  assert.deepEqual(files.map(kept), before);

  await doctor('browser', '--fix');
  spawnSync('certutil', [
    '-D',
    '-d',
    `sql:${join(home, '.pki/nssdb')}`,
    '-n',
    JSON.parse(readFileSync(files[0] ?? '', 'utf8')).nickname,
  ]);
  assert.deepEqual((await doctor('browser')).ids, ['browser.leaf-not-trusted']);
});

test('an old Node, a proxy, two libraries, a remote session, another time zone', async () => {
  const folder = newWorldFolder();
  const [one, two] = [newFolder(), newFolder()];
  writeFileSync(join(one, 'libcshis.so'), '1');
  const found = await doctorFor(folder, { LD_LIBRARY_PATH: one })('library');
  assert.deepEqual(found.ids, ['library.found']);
  writeFileSync(join(two, 'libcshis.so'), '22');
  const seen = await doctorFor(folder, {
    PATH: programs({ node: 'echo v18.19.0' }),
    HTTPS_PROXY: 'http://proxy.example:3128',
    LD_LIBRARY_PATH: `${one}:${two}`,
    SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22',
    TZ: 'UTC',
  })();
  for (const id of ['program.old-node', 'network.proxy', 'library.several', 'session.ssh', 'clock.zone']) seen.find(id);
  assert.deepEqual((await doctorFor(folder, { XRDP_SESSION: '1' })('session')).ids, ['session.remote-desktop']);
});

test('a file of the installation is gone', async () => {
  const root = join(import.meta.dirname, '..');
  const copy = newFolder();
  for (const name of ['src', 'package.json']) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  rmSync(join(copy, 'src/main/sam.ts'));
  const ran = await runNode([join(copy, 'src/cli/main.ts'), 'doctor', 'program', '--json'], {
    OPENCSHIS_HOME: join(newFolder(), 'none'),
    PATH: programs({ node: 'echo v24.21.0' }),
  });
  assert.equal(ran.code, 1, ran.stderr);
  assert.match(ran.stdout, /"id":"program\.missing-files".*sam\.ts/);
});

const only = (...ids: string[]): Check[] => checks.filter(({ id }) => ids.includes(id));
/** The real machine and program, another data centre. */
async function atCentre(centre: string, ...ids: string[]): Promise<readonly string[]> {
  const here = patientHere(world.folder, thisMachine());
  const own = async (): Promise<Own> => ({ ...(await here.own()), centre });
  const examined = await examine({ ...here, own }, only(...ids), systemClock);
  return examined.flatMap(({ findings }) => findings.map(({ id }) => id)).filter((id) => id !== 'clock.zone');
}

test('the way to the data centre by its layers: name, connection, certificate, answer, time', async () => {
  const hour = 3_600_000;
  const late = createServer((_request, response) => {
    response.setHeader('date', new Date(Date.now() - hour).toUTCString());
    response.end('{}');
  });
  const broken = createServer((_request, response) => response.writeHead(503).end());
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = leafCertificate({
    serial: Uint8Array.of(1, 2, 3),
    notBefore: Date.now() - hour,
    notAfter: Date.now() + hour,
    name: 'nobody',
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    sign: (bytes) => sign('sha256', bytes, privateKey),
  });
  const cert = `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
  const wrong = createSecure({ cert, key: privateKey.export({ format: 'pem', type: 'pkcs8' }) }, (_request, response) =>
    response.end(),
  );
  const plain = await listening();
  const silent = createTcp((socket) => socket.on('error', () => undefined));
  const servers = [late, broken, wrong, silent];
  await Promise.all(servers.map((one) => new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve))));
  const at = (server: Server): string => `127.0.0.1:${portOf(server)}`;
  const closed = portOf(plain);
  await new Promise((resolve) => plain.close(resolve));
  try {
    assert.deepEqual(await atCentre('http://no-such-name.invalid', 'network'), ['network.name']);
    assert.deepEqual(await atCentre(`http://127.0.0.1:${closed}`, 'network'), ['network.tcp']);
    assert.deepEqual(await atCentre(`https://${at(wrong)}`, 'network'), ['network.tls']);
    assert.deepEqual(await atCentre(`https://${at(silent)}`, 'network'), ['network.tls']);
    assert.deepEqual(await atCentre(`http://${at(silent)}`, 'network'), ['network.centre']);
    assert.deepEqual(await atCentre(`http://${at(broken)}`, 'network'), ['network.centre']);
    assert.deepEqual(await atCentre(`http://${at(late)}`, 'network', 'clock'), ['clock.off']);
  } finally {
    for (const one of servers) {
      one.close();
      if ('closeAllConnections' in one) one.closeAllConnections();
    }
  }
});

function listening(port = 0): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createTcp((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
