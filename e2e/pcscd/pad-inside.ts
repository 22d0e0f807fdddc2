// Runs inside the namespace that pcsc-pad.test.ts makes: a reader with a PIN pad behind a real pcscd, honest and lying.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileStore, sleep, systemClock } from '../../src/base/index.ts';
import { encodeImage, virtualCard } from '../../src/card/index.ts';
import { composeCentre, composeControl, composeSam, openWorldFolder } from '../../src/main/compose.ts';
import { systemReaders } from '../../src/reader/pcsc/index.ts';
import type { PcscReaders } from '../../src/reader/pcsc/readers.ts';
import type { VirtualCard } from '../../src/reader/types.ts';
import { cardFile, readCard } from '../../src/world/index.ts';
import { newFolder, newWorldFolder, settled } from '../../test/support/counter.ts';
import { type PadReader, padFails, padReader, padSays } from './pad-reader.ts';
import { run, type Service } from './service.ts';

const pin = '4711';
const folder = newWorldFolder();
const own = fileStore(folder);
const card = (): VirtualCard =>
  virtualCard(readCard(own, 'normal'), (next) => own.write(cardFile('normal'), encodeImage(next)));
let service: Service;
let pad: PadReader;
let counter: Awaited<ReturnType<typeof compose>>;
let readers: PcscReaders;

async function compose() {
  const world = await openWorldFolder(folder);
  const centre = await composeCentre(world);
  const url = () => `http://127.0.0.1:${centre.port}`;
  readers = systemReaders(systemClock, { env: {} }) as PcscReaders;
  const real = { readers, available: true, why: undefined };
  const made = composeControl(world, { sam: composeSam(world, url), centreUrl: url, real });
  const session = made.control.session({ door: 'in-process', role: 'operator', program: 'test', process: 'test' });
  let asked = 0;
  return {
    control: made.control,
    call: (name: string) => session.call({ requestId: `request-${++asked}`, name, inputs: {} }),
    async close() {
      await made.close();
      await centre.close();
      world.store.close();
    },
  };
}
const slot = () => readers.slots()[0];
async function putIn(features: PadReader['features'] = 'pad'): Promise<void> {
  pad.features = features;
  pad.card = card();
  await settled(() => slot()?.present === true);
  assert.equal((await counter.call('hisGetBasicData')).failure?.kind !== 'reader-error', true);
}
async function takeOut(): Promise<void> {
  pad.card = undefined;
  await settled(() => slot()?.present === false);
}
/** A pad that lied is asked again only when its reader is plugged in anew. */
async function replugReader(): Promise<void> {
  await takeOut();
  await service.kill();
  await settled(() => readers.slots().length === 0);
  service = await run((pad as PadReader & { config: string }).config);
  await settled(() => readers.slots().length === 1);
}

before(async () => {
  const made = await padReader(newFolder());
  pad = made;
  service = await run(made.config);
  counter = await compose();
  await settled(() => readers.slots().length === 1);
});
after(async () => {
  await counter.close();
  await readers.close();
  await service.kill();
  await pad.close();
});

test('a PIN is set and verified on the pad: the digits are on no line and in no memory of ours', async () => {
  const asked: { min: number; max: number; twice: boolean }[] = [];
  pad.keys = async (entry) => {
    asked.push(entry);
    return pin;
  };
  await putIn();
  assert.equal(slot()?.pad, 'ready');
  const set = await counter.call('csInputHCPIN');
  assert.equal(set.code, 0, JSON.stringify(set.failure));
  await takeOut();
  await putIn();
  pad.line.length = 0;
  let shown = false;
  pad.keys = async () => {
    shown = counter.control.pinRequests().some((one) => one.onPad);
    return pin;
  };
  const verified = await counter.call('csVerifyHCPIN');
  assert.equal(verified.code, 0, JSON.stringify(verified.failure));
  assert.equal(shown, true, 'whoever looks on is told to type on the pad');
  assert.deepEqual(
    asked.map(({ twice }) => twice),
    [true],
  );
  const said = Buffer.concat(pad.line);
  assert.equal(said.includes(Buffer.from(pin, 'latin1')), false);
  await takeOut();
});

test('wrong, cancelled and not typed in time are told apart', async () => {
  await putIn();
  pad.keys = async () => '0000';
  const wrong = await counter.call('csVerifyHCPIN');
  assert.deepEqual([wrong.code, wrong.failure?.kind], [5102, 'pin-wrong']);
  for (const [word, kind] of [
    [0x6401, 'pin-cancelled'],
    [0x6400, 'pin-timed-out'],
  ] as const) {
    pad.keys = async () => {
      await sleep(systemClock, 500);
      return padSays(word);
    };
    const ended = await counter.call('csVerifyHCPIN');
    assert.deepEqual([ended.code, ended.failure?.kind], [wrong.code === 5102 ? ended.code : 0, kind]);
    assert.notEqual(ended.code, 0);
    assert.equal(slot()?.pad, 'ready', 'a person did that');
  }
  // The card is as it was: the next entry is one of two tries left, and opens it.
  pad.keys = async () => pin;
  assert.equal((await counter.call('csVerifyHCPIN')).code, 0);
  await takeOut();
});

for (const [name, answer] of [
  ['closes at once and says "cancelled"', padSays(0x6401)],
  ['closes at once and says "time-out"', padSays(0x6400)],
  ['is claimed and not there', padFails('unsupported')],
  ['does not know the command', padSays(0x6d00)],
] as const)
  test(`a pad that ${name}: the reader refused, and the PIN is typed at the computer next`, async () => {
    await putIn();
    pad.keys = async () => answer;
    const refused = await counter.call('csVerifyHCPIN');
    assert.deepEqual([refused.code, refused.failure?.kind], [4000, 'pad-refused']);
    assert.equal(slot()?.pad, 'refused');
    const again = counter.call('csVerifyHCPIN');
    await settled(() => counter.control.pinRequests().length === 1);
    const [request] = counter.control.pinRequests();
    assert.equal(request?.onPad, false);
    assert.equal(counter.control.answerPin(request?.id ?? '', Buffer.from(pin)), true);
    assert.equal((await again).code, 0);
    await replugReader();
  });

test('a reader without a pad, or with a driver that knows none, or with one', async () => {
  // pcscd gives an error of the line the number of a driver that knows no such command: it cannot be told here.
  for (const [features, expected] of [
    ['none', undefined],
    ['unsupported', undefined],
    ['pad', 'ready'],
  ] as const) {
    await putIn(features);
    await settled(() => slot()?.pad === expected);
    await replugReader();
  }
});
