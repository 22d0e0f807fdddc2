// What hangs: processes whose loop is blocked for ever, stopped ones, several at once, again and again, the supervisor
// itself. A HIS hears 4000 and never waits for ever; a visit that was promised is there once. deadline: 240
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { Failure, limits, type Say, sleep, startTimeOf, systemClock } from '../src/base/index.ts';
import { openCentreStore } from '../src/centre/server/index.ts';
import type { Watch } from '../src/control/index.ts';
import { connect, firstCard, logFile, startDetached, stopWorld, supervisorHolder } from '../src/main/daemon.ts';
import { notedProcesses, processesOf, readDiscovery } from '../src/main/home.ts';
import { pauseAfter } from '../src/main/patience.ts';
import { cliFor } from '../test/support/cli.ts';
import { newWorldFolder, settled, visitNow } from '../test/support/counter.ts';
import { buildLibrary, buildProgram, endDrivers, noCompiler, startDriver } from '../test/support/library.ts';

type Name = 'centre' | 'sam' | 'control';
let folder: string;
let supervisor = 0;

before(async () => {
  process.env.OPENCSHIS_PCSC = 'off';
  folder = newWorldFolder();
  // A process told by SIGUSR1 opens its inspector, on a port of its own, and says which in the log.
  await startDetached(folder, systemClock, { ...process.env, NODE_OPTIONS: '--inspect-port=0' });
  await firstCard(folder);
  supervisor = supervisorHolder(folder)?.pid ?? 0;
});
after(async () => {
  endDrivers();
  await stopWorld(folder);
});

const log = (): string => readFileSync(join(folder, logFile), 'utf8');
const pidOf = (name: Name): number => processesOf(folder)[name]?.pid ?? 0;
const signal = (name: Name, what: NodeJS.Signals): number => {
  const pid = pidOf(name);
  process.kill(pid, what);
  return pid;
};
const isNew = (name: Name, old: number) => settled(() => pidOf(name) !== 0 && pidOf(name) !== old);
const needsLinux = (t: TestContext): boolean => {
  if (process.platform === 'linux') return true;
  t.skip('processes are stopped and told apart on Linux only');
  return false;
};

/** A call as a HIS makes it, until it is answered (5010: a second visit of the day); the codes that it heard on the way. */
async function untilAnswered(name: string, inputs = {}): Promise<number[]> {
  const heard: number[] = [];
  for (;;) {
    const code = await once(name, inputs);
    heard.push(code);
    if (code === 0 || code === 5010) return heard;
    await sleep(systemClock, 50);
  }
}
async function once(name: string, inputs: object): Promise<number> {
  try {
    const client = await connect(folder, 'program');
    try {
      return (await client.call(name, inputs as never)).code;
    } finally {
      client.close();
    }
  } catch (error) {
    assert.ok(error instanceof Failure, String(error));
    return error.code;
  }
}
const wholeAgain = (): Promise<unknown> => untilAnswered('csVerifySAMDC');

/** Blocks the loop of a process for ever, in JavaScript, by its own inspector. */
async function blockLoop(pid: number): Promise<void> {
  const before = log().length;
  process.kill(pid, 'SIGUSR1');
  let address: string | undefined;
  await settled(() => {
    address = /Debugger listening on (ws:\S+)/.exec(log().slice(before))?.[1];
    return address !== undefined;
  });
  const socket = new WebSocket(address ?? '');
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: 'for (;;) {}' } }));
  socket.addEventListener('error', () => undefined);
  const answers = () =>
    fetch(`${readDiscovery(folder)?.url}/`, { signal: AbortSignal.timeout(500) }).then(
      () => true,
      () => false,
    );
  await settled(async () => !(await answers()));
}

test('a control whose loop is blocked for ever: a HIS hears 4000, and then its answer', {
  skip: noCompiler,
}, async (t) => {
  if (!needsLinux(t)) return;
  const library = buildLibrary();
  const his = startDriver(buildProgram(library, 'driver.c'), library.file, { OPENCSHIS_HOME: folder });
  await wholeAgain();
  assert.equal((await his.say('basic')).code, 0);
  const old = pidOf('control');
  const hung = systemClock.monotonic();
  await blockLoop(old);
  const heard: number[] = [];
  const calls = (async () => {
    do heard.push((await his.say('basic')).code);
    while (heard.at(-1) !== 0 || pidOf('control') === old);
  })();
  const url = readDiscovery(folder)?.url;
  const page = fetch(`${url}/`).then(
    (answer) => `answered ${answer.status}`,
    () => 'nobody answers',
  );
  await isNew('control', old);
  const restarted = systemClock.monotonic() - hung;
  await calls;
  t.diagnostic(
    `started again after ${Math.round(restarted)} ms, answers after ${Math.round(systemClock.monotonic() - hung)} ms`,
  );
  assert.equal(heard.at(-1), 0);
  assert.deepEqual([...new Set(heard.slice(0, -1))], heard.length > 1 ? [4000] : []);
  // The first call waited for the silence, or was broken off and asked once more.
  assert.equal(await page, 'nobody answers');
  assert.equal(startTimeOf(old), undefined, 'what hung is gone');
  assert.equal(readDiscovery(folder)?.url, url, 'it is where programs knew it');
  his.kill();
});

test('all processes hung at once come back, and the journal with them: a visit is there once', async (t) => {
  if (!needsLinux(t)) return;
  const client = await connect(folder, 'program');
  const first = await client.call('hisGetSeqNumber256N1', { ...visitNow });
  client.close();
  assert.equal(first.code, 0, JSON.stringify(first.failure));
  const basic = await (async () => {
    const one = await connect(folder, 'program');
    const answer = await one.call('hisGetBasicData');
    one.close();
    return answer.fields.pBuffer as unknown as { personId: string };
  })();
  const old = { centre: signal('centre', 'SIGSTOP'), sam: signal('sam', 'SIGSTOP') };
  // Asked while the others hang, stopped in the middle of it.
  const asked = untilAnswered('hisGetSeqNumber256N1', { ...visitNow, cTreatItem: '02' });
  await sleep(systemClock, 15);
  const control = signal('control', 'SIGSTOP');
  await Promise.all([isNew('centre', old.centre), isNew('sam', old.sam), isNew('control', control)]);
  const heard = await asked;
  assert.ok(heard.length > 1, 'it was not answered by what hung');
  await wholeAgain();
  await settled(async () => {
    const one = await connect(folder);
    try {
      return (await one.op<{ journal: { waiting: number } }>('status')).journal.waiting === 0;
    } finally {
      one.close();
    }
  });
  const ledger = openCentreStore(join(folder, 'centre/centre.sqlite'));
  const visits = ledger.eventsOf(basic.personId).filter((event) => event.type === 'visit');
  ledger.close();
  assert.equal(visits.length, 2, JSON.stringify(visits));
});

test('one that hangs each time soon after its start is started more and more slowly, and status says so', async (t) => {
  if (!needsLinux(t)) return;
  const before = notedProcesses(folder).control?.hung ?? 0;
  const pauses: number[] = [];
  for (let time = 0; time < 2; time++) {
    const old = signal('control', 'SIGSTOP');
    await settled(() => startTimeOf(old) === undefined);
    const died = systemClock.monotonic();
    await isNew('control', old);
    pauses.push(systemClock.monotonic() - died);
    await settled(() => readDiscovery(folder) !== undefined);
  }
  t.diagnostic(`pauses ${pauses.map(Math.round)} ms`);
  // The second time it was not even well for a while.
  assert.ok((pauses[1] ?? 0) >= pauseAfter(1), `${pauses}`);
  await wholeAgain();
  const client = await connect(folder);
  const { watch } = await client.op<{ watch: Watch }>('status');
  client.close();
  const control = watch.processes.find((one) => one.name === 'control');
  assert.equal(control?.hung, before + 2);
  assert.equal(watch.supervisor, true);
  const shown = await cliFor(folder)('status');
  assert.match(shown.stdout, new RegExp(`control .*${before + 2}`), shown.stdout + shown.stderr);
});

test('a whole machine that stood still, whoever wakes first, finds its processes as they were', async (t) => {
  if (!needsLinux(t)) return;
  const children = () => Object.values(processesOf(folder)).map((one) => one.pid);
  const pids = children();
  for (const order of [
    [supervisor, ...pids],
    [...pids, supervisor],
  ]) {
    for (const pid of order) process.kill(pid, 'SIGSTOP');
    await sleep(systemClock, limits.supervisorSilence + 3 * limits.supervisorHeartbeat);
    for (const pid of order) process.kill(pid, 'SIGCONT');
    await wholeAgain();
    await sleep(systemClock, 3 * limits.supervisorHeartbeat);
    assert.deepEqual(children(), pids, log());
  }
});

test('a supervisor that hangs is named, and the next start takes over from it and from what hangs with it', async (t) => {
  if (!needsLinux(t)) return;
  const cli = cliFor(folder);
  process.kill(supervisor, 'SIGSTOP');
  await settled(async () => {
    const client = await connect(folder);
    try {
      return (await client.op<{ watch: Watch }>('status')).watch.supervisor === false;
    } finally {
      client.close();
    }
  });
  const shown = await cli('status');
  assert.match(shown.stdout, /The supervisor does not answer.*opencshis start|監督程序沒有回應.*opencshis start/);
  // With control stopped, too, nobody is left to start it again: whoever asks is told, and not kept waiting.
  const client = await connect(folder);
  const control = signal('control', 'SIGSTOP');
  const failure = await client.op('status').then(
    () => assert.fail('it answered'),
    (error: { kind?: string; why?: Say }) => error,
  );
  assert.equal(failure.kind, 'daemon-lost');
  const both = await cli('status');
  assert.equal(both.code, 3, both.stdout + both.stderr);
  assert.match(both.stdout, /opencshis start/);
  assert.equal((await cli('start', '--minimised')).code, 0);
  assert.notEqual(supervisorHolder(folder)?.pid, supervisor);
  assert.deepEqual([startTimeOf(supervisor), startTimeOf(control)], [undefined, undefined]);
  supervisor = supervisorHolder(folder)?.pid ?? 0;
  await wholeAgain();
  const second = await cli('start', '--minimised');
  assert.match(second.stdout, /running already/);
  assert.equal(supervisorHolder(folder)?.pid, supervisor, 'one that is well is left alone');
});
