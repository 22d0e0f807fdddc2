// Runs inside the namespace that doctor-machine.test.ts makes: a pcscd of its own, mounts and a network that nobody else sees.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileStore, limits, sleep, systemClock } from '../../src/base/index.ts';
import { virtualCard } from '../../src/card/index.ts';
import { checks, examine, type Own, thisMachine } from '../../src/care/index.ts';
import { connect, startDetached, stopWorld } from '../../src/main/daemon.ts';
import { lockFile, processesOf } from '../../src/main/home.ts';
import { patientHere } from '../../src/main/patient.ts';
import { readCard } from '../../src/world/index.ts';
import { newFolder, newWorldFolder, settled } from '../../test/support/counter.ts';
import { doctorFor, programs, type Seen } from '../../test/support/doctor.ts';
import { plug } from '../pcscd/bridge.ts';
import { ports, startService } from '../pcscd/service.ts';

const folder = newWorldFolder();
// No OPENCSHIS_PCSC=off: the service of this namespace is asked.
const doctor = doctorFor(folder, { OPENCSHIS_PCSC: '' });
const readers = async (): Promise<readonly string[]> => (await doctor('readers')).ids;
const mount = (...args: string[]): void => assert.equal(spawnSync('mount', args, { encoding: 'utf8' }).stderr, '');
const mounted: string[] = [];
function cover(path: string, options: string): void {
  mount('-t', 'tmpfs', '-o', options, 'tmpfs', path);
  mounted.push(path);
}
after(() => {
  for (const path of mounted.toReversed()) spawnSync('umount', ['-l', path]);
});

test('pcscd does not run, runs with readers, stands still, has no reader', async () => {
  assert.deepEqual(await readers(), ['readers.service-stopped']);
  const service = await startService(newFolder());
  try {
    assert.deepEqual(await readers(), []);
    service.child.kill('SIGSTOP');
    assert.deepEqual(await readers(), ['readers.service-hangs']);
    service.child.kill('SIGCONT');
    assert.deepEqual(await readers(), []);
  } finally {
    await service.kill();
  }
  const config = join(newFolder(), 'empty.conf');
  writeFileSync(config, '');
  const bare = spawn('pcscd', ['--foreground', '-c', config], { stdio: 'ignore' });
  const ended = new Promise((resolve) => bare.once('exit', resolve));
  try {
    while (!existsSync('/run/pcscd/pcscd.comm')) await sleep(systemClock, 20);
    assert.deepEqual(await readers(), ['readers.none']);
  } finally {
    bare.kill('SIGKILL');
    await ended;
    rmSync('/run/pcscd/pcscd.comm', { force: true });
  }
});

test('a reader whose card never answers', async () => {
  const world = newWorldFolder();
  const own = fileStore(world);
  const service = await startService(newFolder());
  const { OPENCSHIS_PCSC: _, ...env } = process.env;
  await startDetached(world, systemClock, env);
  const card = virtualCard(readCard(own, 'normal'), () => undefined);
  const plugged = await plug(card, ports[0], () => new Promise<never>(() => undefined));
  try {
    const client = await connect(world);
    const present = async () => (await client.op<{ present: boolean }[]>('readers')).some((one) => one.present);
    await settled(present);
    await assert.rejects(client.op('card'));
    const finding = (await doctorFor(world, { OPENCSHIS_PCSC: '' })('readers')).find('readers.hanging');
    assert.match(finding.what.en, /Virtual PCD/);
    client.close();
  } finally {
    await plugged.remove();
    await stopWorld(world);
    await service.kill();
    own.close();
  }
});

/** Another account; `undefined` where it cannot read this program. */
function asNobody(world: string, ...args: string[]): Seen['ids'] | undefined {
  const entry = join(import.meta.dirname, '../../src/cli/main.ts');
  const env = { OPENCSHIS_HOME: world, HOME: world, TZ: 'Asia/Taipei', PATH: programs({ node: 'echo v24.21.0' }) };
  const ran = spawnSync(process.execPath, [entry, 'doctor', '--json', ...args], {
    uid: 65_534,
    gid: 65_534,
    cwd: '/',
    env,
    encoding: 'utf8',
  });
  if (ran.error !== undefined || ran.stdout === '') return undefined;
  const { examined } = JSON.parse(ran.stdout) as { examined: { findings: { id: string }[] }[] };
  return examined.flatMap(({ findings }) => findings.map(({ id }) => id)).filter((id) => id !== 'program.several');
}

test('the socket of pcscd is not for this account', async (t) => {
  const world = newFolder();
  chownSync(world, 65_534, 65_534);
  const service = await startService(newFolder());
  try {
    chmodSync('/run/pcscd/pcscd.comm', 0o700);
    const refused = asNobody(world, 'readers');
    if (refused === undefined) return t.skip('another account cannot read the clone here');
    assert.deepEqual(refused, ['readers.not-permitted']);
  } finally {
    await service.kill();
  }
});

test('the service of PC/SC is not installed', async () => {
  cover('/usr/sbin', 'mode=755');
  try {
    assert.deepEqual(await readers(), ['readers.no-service']);
  } finally {
    spawnSync('umount', ['-l', mounted.pop() ?? '']);
  }
});

test('the library of PC/SC is not there', async () => {
  const place = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'].find((one) =>
    existsSync(`${one}/libpcsclite.so.1`),
  );
  const library = `${place}/libpcsclite.so.1`;
  mount('--bind', '/dev/null', library);
  try {
    assert.deepEqual(await readers(), ['readers.no-library']);
  } finally {
    spawnSync('umount', [library]);
  }
});

test('the disk is nearly full, then read-only; files are another account’s; this account may not write', async (t) => {
  const small = newWorldFolder();
  const files = readdirSync(small);
  const kept = newFolder();
  spawnSync('cp', ['-a', `${small}/.`, kept]);
  cover(small, 'size=20m,mode=700');
  spawnSync('cp', ['-a', `${kept}/.`, small]);
  assert.deepEqual(readdirSync(small), files);
  const look = doctorFor(small);
  assert.deepEqual((await look('disk')).ids, ['disk.full']);
  chownSync(join(small, 'world.json'), 12_345, 12_345);
  assert.deepEqual((await look('disk')).ids, ['disk.full', 'disk.owner']);
  chownSync(join(small, 'world.json'), 0, 0);
  mount('-o', 'remount,ro', small);
  const readOnly = await look('disk');
  assert.deepEqual(readOnly.ids, ['disk.full', 'disk.read-only']);
  assert.equal(readOnly.code, 1);

  const closed = newFolder();
  chownSync(closed, 65_534, 65_534);
  chmodSync(closed, 0o500);
  const denied = asNobody(closed, 'disk');
  if (denied === undefined) return t.skip('another account cannot read the clone here');
  assert.deepEqual(denied, ['disk.not-writable']);
});

test('a policy of browsers, and a system that goes to sleep', async (t) => {
  if (!existsSync('/etc/systemd')) return t.skip('there is no systemd to be set here');
  cover('/etc/systemd', 'mode=755');
  writeFileSync('/etc/systemd/logind.conf', '[Login]\nIdleAction=suspend\nIdleActionSec=20min\n');
  assert.match((await doctor('session')).find('session.sleep').what.en, /after 20 idle minutes/);
  cover('/etc/opt', 'mode=755');
  mkdirSync('/etc/opt/chrome/policies/managed', { recursive: true });
  writeFileSync(
    '/etc/opt/chrome/policies/managed/lna.json',
    '{"LocalNetworkAccessAllowedForUrls":["https://his.example"]}',
  );
  assert.deepEqual((await doctor('browser')).ids, ['browser.policy']);
});

test('a network that swallows everything: the layer is told, within its deadline', async () => {
  assert.equal(spawnSync('ip', ['route', 'add', '192.0.2.0/24', 'dev', 'lo']).status, 0);
  const resolver = join(newFolder(), 'resolv.conf');
  writeFileSync(resolver, 'nameserver 192.0.2.53\n');
  mount('--bind', resolver, '/etc/resolv.conf');
  const here = patientHere(folder, thisMachine());
  const at = async (centre: string): Promise<readonly string[]> => {
    const own = async (): Promise<Own> => ({ ...(await here.own()), centre });
    const network = checks.filter(({ id }) => id === 'network');
    const examined = await examine({ ...here, own }, network, systemClock);
    return examined.flatMap(({ findings, state }) => [
      ...findings.map(({ id }) => id),
      ...(state === 'late' ? [state] : []),
    ]);
  };
  assert.deepEqual(await at('https://192.0.2.7'), ['network.tcp']);
  assert.deepEqual(await at('https://centre.example'), ['network.name']);
});

test('everything hangs at once: pcscd, control, supervisor, the network, a program of the system; it still ends', async () => {
  const world = newWorldFolder();
  await startDetached(world);
  const service = await startService(newFolder());
  const supervisor = JSON.parse(readFileSync(join(world, lockFile), 'utf8')) as { pid: number };
  const pids = [supervisor.pid, ...Object.values(processesOf(world)).map(({ pid }) => pid)];
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  service.child.kill('SIGSTOP');
  const slow = 'while :; do sleep 1; done';
  const hanging = doctorFor(world, { OPENCSHIS_PCSC: '', PATH: programs({ node: slow, certutil: slow }) });
  try {
    const begun = systemClock.monotonic();
    const seen = await hanging();
    const took = systemClock.monotonic() - begun;
    assert.equal(seen.code, 1);
    seen.find('program.hangs');
    seen.find('readers.service-hangs');
    // Its own deadlines, whatever a loaded machine adds to them: nothing waits for what never answers.
    assert.ok(took < 6 * limits.doctorWhole, `${took} ms`);
    assert.deepEqual(
      seen.examined.filter(({ state }) => state === 'late' || state === 'failed').map(({ check }) => check),
      [],
    );
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
    await service.kill();
    await stopWorld(world);
  }
});
