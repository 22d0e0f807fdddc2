// Runs inside the namespace that pcsc-trouble.test.ts makes: what happens to PC/SC in the course of years, and that the next
// card is read all the same. OPENCSHIS_SOAK=1: a hundred times each.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Failure, fileStore, limits, sleep, systemClock } from '../../src/base/index.ts';
import { encodeImage, readPublic, virtualCard } from '../../src/card/index.ts';
import { type PcscReaders, systemReaders } from '../../src/reader/pcsc/index.ts';
import { pcscLimits } from '../../src/reader/pcsc/limits.ts';
import type { VirtualCard } from '../../src/reader/types.ts';
import { cardFile, readCard } from '../../src/world/index.ts';
import { newFolder, newWorldFolder, settled } from '../../test/support/counter.ts';
import { type Plugged, plug } from './bridge.ts';
import { ports, type Service, startService } from './service.ts';

const soak = process.env.OPENCSHIS_SOAK === '1';
const folder = newWorldFolder();
const own = fileStore(folder);
const cardOf = (handle: string): VirtualCard =>
  virtualCard(readCard(own, handle), (next) => own.write(cardFile(handle), encodeImage(next)));
let service: Service;
let readers: PcscReaders;
let plugged: Plugged[] = [];

const fresh = (uptime?: () => number): PcscReaders =>
  systemReaders(systemClock, uptime ? { uptime } : {}) as PcscReaders;
const present = (of = readers) => of.slots().filter((slot) => slot.present);
const names = () => readers.slots().map((slot) => slot.name);
async function plugIn(...handles: string[]): Promise<void> {
  for (const [at, handle] of handles.entries()) plugged.push(await plug(cardOf(handle), ports[at] ?? 0));
}
async function unplug(): Promise<void> {
  for (const one of plugged.splice(0)) await one.remove();
  await settled(() => present().length === 0);
}
/** Reads the card that is in, as often as that takes; the reader may be found anew meanwhile. */
async function read(of = readers): Promise<string> {
  for (;;) {
    const slot = present(of)[0];
    if (slot) {
      try {
        return (await of.exclusive(slot.name, readPublic)).cardNo;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
      }
    }
    await sleep(systemClock, 5);
  }
}
const took = (since: number): number => Math.round(systemClock.monotonic() - since);
const summary = (times: number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  return `p50 ${sorted[Math.floor(sorted.length / 2)]} ms, most ${sorted.at(-1)} ms, of ${sorted.length}`;
};
/** The process that holds the library. */
const hostPid = (): number =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('pcsc/host.');
      } catch {
        return false;
      }
    }) ?? 0;

before(async () => {
  service = await startService(newFolder());
  readers = fresh();
  await settled(() => readers.slots().length === 2);
});
after(async () => {
  for (const one of plugged) await one.remove();
  await readers.close();
  await service.kill();
});

test('two readers with cards in them at the start are both read, each time', async () => {
  await plugIn('normal', 'illness');
  for (let time = 0; time < (soak ? 50 : 6); time++) {
    const again = fresh();
    await settled(() => present(again).length === 2);
    const numbers = await Promise.all(present(again).map(({ name }) => again.exclusive(name, readPublic)));
    assert.notEqual(numbers[0]?.cardNo, numbers[1]?.cardNo);
    await again.close();
  }
  await unplug();
});

test('a card that comes and goes is read each time', async (t) => {
  const times: number[] = [];
  const seen = new Set<string>();
  for (let time = 0; time < (soak ? 100 : 15); time++) {
    await plugIn('normal');
    const since = systemClock.monotonic();
    await read();
    times.push(took(since));
    seen.add(present()[0]?.insertion ?? '');
    await unplug();
  }
  assert.equal(seen.size, times.length, 'each is an insertion of its own');
  t.diagnostic(`from putting it in to its data: ${summary(times)}`);
});

test('pcscd that is killed and started again: the next card is read each time', async (t) => {
  const times: number[] = [];
  for (let time = 0; time < (soak ? 100 : 8); time++) {
    await plugIn('normal');
    await read();
    const since = systemClock.monotonic();
    // Every second time in the middle of a reading.
    const reading = time % 2 === 1 ? read() : undefined;
    await service.kill();
    for (const one of plugged.splice(0)) await one.remove();
    service = await startService(newFolder());
    await plugIn('normal');
    await reading;
    await read();
    times.push(took(since));
    await unplug();
  }
  t.diagnostic(`from its death to the next card's data, its own start within: ${summary(times)}`);
});

test('pcscd that stands still: calls end in time with 4000, and the card is read when it goes on', async () => {
  await plugIn('normal');
  await read();
  const [name = ''] = names();
  process.kill(service.child.pid ?? 0, 'SIGSTOP');
  const failure = await readers.exclusive(name, readPublic).then(
    () => assert.fail('it answered'),
    (error) => error as Failure,
  );
  assert.deepEqual([failure.code, failure.kind], [4000, 'reader-timeout']);
  // Longer than it may take for any answer: then it is said, and nobody waits.
  await settled(() => !readers.available);
  assert.match(readers.why?.en ?? '', /does not answer/);
  process.kill(service.child.pid ?? 0, 'SIGCONT');
  await read();
  assert.equal(readers.why, undefined);
  await unplug();
});

test('the process with the library, stopped or killed, is replaced and the card read', async () => {
  await plugIn('normal');
  await read();
  for (const signal of ['SIGKILL', 'SIGSTOP'] as const) {
    const old = hostPid();
    assert.notEqual(old, 0);
    process.kill(old, signal);
    await settled(() => hostPid() !== old && hostPid() !== 0);
    await read();
  }
  await unplug();
});

test('after a sleep of hours everything is let go and found anew: each card is a new insertion', async () => {
  await plugIn('normal');
  let slept = 0;
  const woken = fresh(() => systemClock.monotonic() + slept);
  await read(woken);
  const before = present(woken)[0]?.insertion;
  const events: string[] = [];
  woken.watch((event) => events.push(event.type));
  slept = 8 * 3_600_000;
  await settled(() => present(woken).length === 1 && present(woken)[0]?.insertion !== before);
  await read(woken);
  assert.deepEqual(events.slice(0, 2), ['removed', 'slot-removed']);
  // Once, and not at each heartbeat after it.
  const { insertion } = present(woken)[0] ?? {};
  await sleep(systemClock, 2 * pcscLimits.beat);
  assert.equal(present(woken)[0]?.insertion, insertion);
  await woken.close();
  await unplug();
});

test('a reset of a reader that hangs gives the call up, and the other reader is read', async () => {
  let hang = true;
  plugged = [
    await plug(cardOf('normal'), ports[0], () => (hang ? new Promise(() => undefined) : undefined)),
    await plug(cardOf('illness'), ports[1]),
  ];
  await settled(() => present().length === 2);
  const [one = '', two = ''] = names();
  await assert.rejects(readers.exclusive(one, readPublic, { deadline: 300 }), { kind: 'reader-timeout' });
  await assert.rejects(readers.exclusive(one, readPublic), { kind: 'reader-timeout' });
  const old = hostPid();
  await readers.reset(one);
  await settled(() => hostPid() !== old && present().length === 2);
  assert.equal((await readers.exclusive(two, readPublic)).personId.length, 10);
  hang = false;
  assert.ok(limits.cardTransaction > 0);
});
