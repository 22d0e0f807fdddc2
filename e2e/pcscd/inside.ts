// Runs inside the namespace that pcsc.test.ts makes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { Failure, fileStore, sleep, systemClock } from '../../src/base/index.ts';
import { encodeImage, readPublic, virtualCard } from '../../src/card/index.ts';
import { composeCentre, composeControl, composeSam, openWorldFolder } from '../../src/main/compose.ts';
import { type RealReaders, realReaders } from '../../src/main/real-readers.ts';
import type { Readers, VirtualCard } from '../../src/reader/index.ts';
import { cardFile, readCard } from '../../src/world/index.ts';
import { newFolder, newWorldFolder, settled, visitNow } from '../../test/support/counter.ts';
import { type Plugged, plug } from './bridge.ts';
import { pyscard } from './pyscard.ts';
import { ports, type Service, startService } from './service.ts';

const folder = newWorldFolder();
let service: Service;
let real: RealReaders;
let readers: Readers;
let counter: Awaited<ReturnType<typeof compose>>;

const own = fileStore(folder);
const cardOf = (handle: string): VirtualCard =>
  virtualCard(readCard(own, handle), (next) => own.write(cardFile(handle), encodeImage(next)));

async function compose() {
  const world = await openWorldFolder(folder);
  const centre = await composeCentre(world);
  const url = () => `http://127.0.0.1:${centre.port}`;
  const made = composeControl(world, { sam: composeSam(world, url), centreUrl: url, real });
  const session = made.control.session({ door: 'in-process', role: 'operator', program: 'test', process: 'test' });
  let asked = 0;
  return {
    ...made,
    call: (name: string, inputs: { [param: string]: string | number } = {}) =>
      session.call({ requestId: `request-${++asked}`, name, inputs }),
    async close() {
      await made.close();
      await centre.close();
      world.store.close();
    },
  };
}
const select = '00A4040010D1580000010000000000000000001100';
const get = '00CA1100020000';
/** The public zone as the card answers it without any reader. */
const directly = (handle: string): string => {
  const card = cardOf(handle);
  card.process(Buffer.from(select, 'hex'));
  return Buffer.from(card.process(Buffer.from(get, 'hex')).subarray(0, 57)).toString('base64');
};
const present = () => readers.slots().filter((slot) => slot.present);
const slotOf = (at: number): string => readers.slots()[at]?.name ?? '';

before(async () => {
  delete process.env.OPENCSHIS_PCSC;
  service = await startService(newFolder());
  real = await realReaders(systemClock);
  readers = real.readers as Readers;
  counter = await compose();
  await settled(() => readers.slots().length === 2);
});
after(async () => {
  await counter.close();
  await service.kill();
});

test('the service and its readers are found', () => {
  assert.equal(real.available, true);
  assert.equal(real.why, undefined);
  assert.deepEqual(
    readers.slots().map(({ kind, state, present: full }) => [kind, state, full]),
    [
      ['pcsc', 'ready', false],
      ['pcsc', 'ready', false],
    ],
  );
});

test('a card is seen when it comes, read, and seen to go; each insertion is a new one', async () => {
  const seen: string[] = [];
  const stop = readers.watch((event) => seen.push(event.type));
  const first = await plug(cardOf('normal'), ports[0]);
  await settled(() => present().length === 1);
  const insertion = present()[0]?.insertion;
  const zone = await counter.control.publicZone();
  assert.equal(zone.rawBase64, directly('normal'));
  assert.equal(zone.real, false);
  await first.remove();
  await settled(() => present().length === 0);
  const second = await plug(cardOf('normal'), ports[0]);
  await settled(() => present().length === 1);
  assert.notEqual(present()[0]?.insertion, insertion);
  await second.remove();
  await settled(() => present().length === 0);
  stop();
  assert.deepEqual(seen, ['inserted', 'removed', 'inserted', 'removed']);
});

test('a patient is registered through pcscd', async () => {
  const card = await plug(cardOf('normal'), ports[0]);
  await settled(() => present().length === 1);
  assert.equal((await counter.call('hisGetBasicData')).code, 0);
  const visit = await counter.call('hisGetSeqNumber256N1', visitNow);
  assert.equal(visit.code, 0, JSON.stringify(visit.failure));
  visit.delivered();
  assert.equal((await counter.call('hisGetRegisterBasic2')).fields.pBuffer?.available, 5);
  assert.equal(readCard(own, 'normal').counter, 1);
  await card.remove();
  await settled(() => present().length === 0);
});

test('a card that is pulled in the middle of a commit is reconciled when it is back', async () => {
  let left = -1;
  const image = cardOf('illness');
  let plugged: Plugged | undefined;
  plugged = await plug(image, ports[0], (command) => {
    // 80 20 begins the card's own transaction; two commands later the card is gone.
    if (command[0] === 0x80 && command[1] === 0x20) left = 2;
    if (left >= 0 && left-- === 0) throw new Error('pulled');
    return undefined;
  });
  await settled(() => present().length === 1);
  const torn = await counter.call('hisGetSeqNumber256N1', visitNow);
  assert.equal(torn.code, 5007, JSON.stringify(torn.failure));
  assert.equal(torn.failure?.kind, 'in-doubt');
  await plugged.remove();
  await settled(() => present().length === 0);
  plugged = await plug(image, ports[0]);
  await settled(() => present().length === 1);
  const again = await counter.call('hisGetSeqNumber256N1', visitNow);
  assert.equal(again.code, 0, JSON.stringify(again.failure));
  assert.equal(readCard(own, 'illness').counter, 1);
  await plugged.remove();
  await settled(() => present().length === 0);
});

test('a reader that hangs answers 4000 and does not hold up the other', async () => {
  let hang = false;
  const hanging = await plug(cardOf('normal'), ports[0], () => (hang ? new Promise(() => undefined) : undefined));
  const fine = await plug(cardOf('illness'), ports[1]);
  await settled(() => present().length === 2);
  const [one, two] = [slotOf(0), slotOf(1)];
  await readers.exclusive(one, readPublic);
  hang = true;
  const stuck = readers.exclusive(one, readPublic, { deadline: 600 }).then(
    () => assert.fail('it answered'),
    (error) => error as Failure,
  );
  const zone = await readers.exclusive(two, readPublic);
  assert.equal(zone.personId.length, 10);
  const failure = await stuck;
  assert.ok(failure instanceof Failure);
  assert.deepEqual([failure.code, failure.kind], [4000, 'reader-timeout']);
  assert.equal(readers.slots().find((slot) => slot.name === one)?.state, 'hanging');
  assert.equal((await readers.exclusive(two, readPublic)).cardNo, zone.cardNo);
  await hanging.remove();
  await settled(() => readers.slots().find((slot) => slot.name === one)?.state === 'ready');
  await fine.remove();
  await settled(() => present().length === 0);
});

test('a card that answers "more to come" for ever is given up', async () => {
  const card = cardOf('normal');
  let asked = 0;
  const plugged = await plug(card, ports[0], async (command) => {
    asked += 1;
    return command[1] === 0xa4 ? Uint8Array.of(0x90, 0x00) : Uint8Array.of(0x61, 0x10);
  });
  await settled(() => present().length === 1);
  await assert.rejects(readers.exclusive(slotOf(0), readPublic), Failure);
  assert.ok(asked < 200, `${asked} commands`);
  await plugged.remove();
  await settled(() => present().length === 0);
});

test('pcscd killed and started again: everything comes back by itself', async () => {
  const card = await plug(cardOf('normal'), ports[0]);
  await settled(() => present().length === 1);
  await service.kill();
  await settled(() => readers.slots().length === 0);
  assert.equal(real.available, false);
  assert.ok(real.why?.zh);
  assert.equal((await counter.control.status()).pcsc.available, false);
  await card.remove();
  service = await startService(newFolder());
  await settled(() => readers.slots().length === 2);
  const back = await plug(cardOf('normal'), ports[0]);
  await settled(() => present().length === 1);
  assert.equal((await counter.control.publicZone()).rawBase64, directly('normal'));
  await back.remove();
  await settled(() => present().length === 0);
});

test('programs not written by us read the same card: pyscard, opensc-tool', async (t) => {
  const card = await plug(cardOf('normal'), ports[0]);
  await settled(() => present().length === 1);
  const zone = await counter.control.publicZone();
  const raw = Buffer.from(zone.rawBase64, 'base64').toString('hex').toUpperCase();
  const script = `
from smartcard.System import readers
from smartcard.util import toBytes, toHexString
c = readers()[0].createConnection(); c.connect()
d, a, b = c.transmit(toBytes('${select}')); assert (a, b) == (0x90, 0), (a, b)
d, a, b = c.transmit(toBytes('${get}')); assert (a, b) == (0x90, 0), (a, b)
print(toHexString(d).replace(' ', ''))`;
  // Other programs run beside this one: the card is answered from here.
  if (pyscard === undefined) t.diagnostic('pyscard is not installed');
  else {
    const python = await run(pyscard, ['-c', script]);
    assert.equal(python.stdout.trim(), raw, python.stderr);
  }
  if (spawnSync('which', ['opensc-tool']).status === 0) {
    const opensc = await run('opensc-tool', ['-c', 'default', '-s', select, '-s', get]);
    assert.match(opensc.stdout, /SW1=0x90, SW2=0x00/, opensc.stderr);
    assert.ok(
      opensc.stdout
        .replaceAll(/[^0-9A-F]/gi, '')
        .toUpperCase()
        .includes(raw.slice(0, 24)),
      opensc.stdout,
    );
  } else t.diagnostic('opensc is not installed');
  await card.remove();
  await settled(() => present().length === 0);
});

test('another program cannot come between two commands of a transaction', async (t) => {
  const card = await plug(cardOf('normal'), ports[0]);
  await settled(() => present().length === 1);
  if (pyscard === undefined) return t.skip('pyscard is not installed');
  const python = pyscard;
  const script = `
from smartcard.System import readers
c = readers()[0].createConnection(); c.connect()
c.transmit([0x00, 0xA4, 0x04, 0x00, 0x02, 0x3F, 0x00]); print('got in')`;
  const order: string[] = [];
  let other: Promise<unknown> = Promise.resolve();
  await readers.exclusive(slotOf(0), async (channel) => {
    await readPublic(channel);
    other = run(python, ['-c', script]).then(() => order.push('other'));
    await sleep(systemClock, 800);
    await readPublic(channel);
    order.push('ours');
  });
  await other;
  assert.deepEqual(order, ['ours', 'other']);
  await card.remove();
});

async function run(program: string, args: readonly string[]) {
  const { spawn } = await import('node:child_process');
  return new Promise<{ stdout: string; stderr: string }>((resolve) => {
    const child = spawn(program, [...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (part) => (stdout += part));
    child.stderr.on('data', (part) => (stderr += part));
    child.on('close', () => resolve({ stdout, stderr }));
  });
}
