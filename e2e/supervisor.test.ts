// What a counter goes through by no fault of its own: processes that die in the wrong moment, all at once, while the
// disk is full or no process can be made, a machine that stands still. Each time the counter comes back by itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { Failure, limits, sleep, startTimeOf, systemClock } from '../src/base/index.ts';
import { connect, logFile, startDetached, stopWorld, supervisorHolder } from '../src/main/daemon.ts';
import { processesFile, processesOf, readDiscovery } from '../src/main/home.ts';
import { newWorldFolder } from '../test/support/counter.ts';

type Name = 'centre' | 'sam' | 'control';
const names: readonly Name[] = ['centre', 'sam', 'control'];
let folder: string;
let supervisor: number;

before(async () => {
  process.env.OPENCSHIS_PCSC = 'off';
  folder = newWorldFolder();
  await startDetached(folder);
  supervisor = supervisorHolder(folder)?.pid ?? 0;
});
after(() => stopWorld(folder));

const pids = (): { readonly [N in Name]: number } => {
  const list = JSON.parse(readFileSync(join(folder, processesFile), 'utf8')) as { [N in Name]: { pid: number } };
  return { centre: list.centre.pid, sam: list.sam.pid, control: list.control.pid };
};
async function until(met: () => boolean, what: string): Promise<void> {
  const end = systemClock.monotonic() + limits.startWithin;
  while (!met()) {
    assert.ok(systemClock.monotonic() < end, `${what}\n${readFileSync(join(folder, logFile), 'utf8')}`);
    await sleep(systemClock, 10);
  }
}
/** The same supervisor, and a counter that answers with its security module and its data centre. */
async function goesOn(): Promise<void> {
  const end = systemClock.monotonic() + limits.startWithin;
  for (;;) {
    assert.equal(supervisorHolder(folder)?.pid, supervisor, readFileSync(join(folder, logFile), 'utf8'));
    try {
      const client = await connect(folder);
      try {
        const { code } = await client.call('csVerifySAMDC');
        if (code === 0) return;
        assert.ok(systemClock.monotonic() < end, `verifying answers ${code}`);
      } finally {
        client.close();
      }
    } catch (error) {
      if (!(error instanceof Failure) || systemClock.monotonic() > end) throw error;
    }
    await sleep(systemClock, 50);
  }
}
/** Where a system tells nothing of its processes, none can be stopped in the right moment. */
const needsLinux = (t: TestContext): boolean => {
  if (process.platform === 'linux') return true;
  t.skip('the moment can be met on Linux only');
  return false;
};

test('a process that dies in the moment another comes back takes nothing with it', async (t) => {
  if (!needsLinux(t)) return;
  for (const [first, second] of [
    ['sam', 'centre'],
    ['centre', 'control'],
    ['control', 'sam'],
  ] as const) {
    const old = pids()[first];
    process.kill(old, 'SIGKILL');
    await until(() => pids()[first] !== old, `${first} is started again`);
    // While the supervisor stands still, one says that it is ready, and after that another dies.
    process.kill(supervisor, 'SIGSTOP');
    await sleep(systemClock, 1500);
    process.kill(pids()[second], 'SIGKILL');
    await sleep(systemClock, 50);
    process.kill(supervisor, 'SIGCONT');
    await goesOn();
  }
});

test('all processes of a world killed at once come back', async (t) => {
  if (!needsLinux(t)) return;
  // Once each by itself, and once so that the supervisor hears of all in one moment.
  for (const still of [false, true]) {
    if (still) process.kill(supervisor, 'SIGSTOP');
    for (const name of names) process.kill(pids()[name], 'SIGKILL');
    if (still) await sleep(systemClock, 100);
    if (still) process.kill(supervisor, 'SIGCONT');
    await goesOn();
  }
});

test('a machine that stood still for longer than a heartbeat finds its processes as they were', async (t) => {
  if (!needsLinux(t)) return;
  const before = pids();
  process.kill(supervisor, 'SIGSTOP');
  await sleep(systemClock, limits.supervisorRestartWithin + 2 * limits.supervisorHeartbeat);
  process.kill(supervisor, 'SIGCONT');
  await sleep(systemClock, 2 * limits.supervisorHeartbeat);
  assert.deepEqual(pids(), before, 'nobody was silent: nobody is restarted');
  await goesOn();
});

test('a process that hangs is restarted', async (t) => {
  if (!needsLinux(t)) return;
  const { control } = pids();
  process.kill(control, 'SIGSTOP');
  await until(() => pids().control !== control, 'control is started again');
  await goesOn();
});

test('while the system has no room for another process nothing else ends, and then it comes back', async (t) => {
  if (!needsLinux(t)) return;
  const limit = (files: number) => spawnSync('prlimit', ['--pid', String(supervisor), `--nofile=${files}:`]).status;
  if (limit(8) !== 0) return t.skip('the descriptors of a process may not be limited here');
  const { sam, centre, control } = pids();
  process.kill(control, 'SIGKILL');
  await sleep(systemClock, 1000);
  assert.deepEqual([sam, centre].filter(pidRuns), [sam, centre], readFileSync(join(folder, logFile), 'utf8'));
  assert.equal(limit(1024), 0);
  await goesOn();
});
async function cutPower(seconds: number): Promise<number[]> {
  const all = Object.values(pids());
  const client = await connect(folder, 'world');
  assert.deepEqual(await client.op('world', { action: 'power', seconds }), { seconds });
  client.close();
  await until(() => !all.some(pidRuns), 'every process is gone');
  return all;
}

test('1.52 restarts the console of the security module and nothing else, each time', async () => {
  for (let time = 0; time < 2; time++) {
    const { sam, ...others } = pids();
    const client = await connect(folder);
    try {
      assert.equal((await client.call('csSoftwareReset', { Type: 0 })).code, 0);
      assert.notEqual(pids().sam, sam);
      assert.deepEqual(pids(), { ...others, sam: pids().sam });
    } finally {
      client.close();
    }
    await goesOn();
  }
});

test('a power cut takes every process at once, and they are back when it ends, where programs knew them', async () => {
  const url = readDiscovery(folder)?.url;
  assert.ok(url);
  const cut = systemClock.monotonic();
  const gone = await cutPower(2);
  while (systemClock.monotonic() - cut < 1900) {
    assert.deepEqual(Object.values(pids()), gone, 'nothing starts while it is dark');
    assert.equal(readDiscovery(folder), undefined);
    await sleep(systemClock, 20);
  }
  await goesOn();
  assert.equal(readDiscovery(folder)?.url, url, 'an open page finds it again');
});

test('a world is stopped while its power is cut', async () => {
  await cutPower(3600);
  assert.equal(await stopWorld(folder), true);
  assert.equal(pidRuns(supervisor), false);
  await startDetached(folder);
  supervisor = supervisorHolder(folder)?.pid ?? 0;
  await goesOn();
});
/** One that has ended and waits for its parent to look runs no more. */
const pidRuns = (pid: number): boolean => startTimeOf(pid) !== undefined;

test('a supervisor that died is started again at once, though a process that it left hangs', async (t) => {
  if (!needsLinux(t)) return;
  const folder = newWorldFolder();
  await startDetached(folder);
  const { control } = processesOf(folder);
  process.kill(control?.pid ?? 0, 'SIGSTOP');
  process.kill(supervisorHolder(folder)?.pid ?? 0, 'SIGKILL');
  await until(() => supervisorHolder(folder) === undefined, 'it is gone');
  t.after(() => stopWorld(folder));
  await startDetached(folder);
  assert.notEqual(processesOf(folder).control?.pid, control?.pid);
});
