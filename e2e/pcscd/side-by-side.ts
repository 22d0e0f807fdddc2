// Runs inside the namespace that pcsc.test.ts makes: our library and pyscard on one card, in one real pcscd.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileStore } from '../../src/base/index.ts';
import { encodeImage, virtualCard } from '../../src/card/index.ts';
import { connect, startDetached, stopWorld } from '../../src/main/daemon.ts';
import { cardFile, readCard } from '../../src/world/index.ts';
import { newFolder, newWorldFolder, settled } from '../../test/support/counter.ts';
import { buildLibrary, noCompiler, runProgram } from '../../test/support/library.ts';
import { type Plugged, plug } from './bridge.ts';
import { pyscard } from './pyscard.ts';
import { ports, type Service, startService } from './service.ts';

const folder = newWorldFolder();
const own = fileStore(folder);
let service: Service;
let card: Plugged;
let commands = 0;

const skip = noCompiler || (pyscard === undefined && 'pyscard is not installed');

before(async () => {
  if (skip) return;
  delete process.env.OPENCSHIS_PCSC;
  service = await startService(newFolder());
  await startDetached(folder);
  const image = virtualCard(readCard(own, 'normal'), (next) => own.write(cardFile('normal'), encodeImage(next)));
  card = await plug(image, ports[0], () => {
    commands += 1;
    return undefined;
  });
  const client = await connect(folder, 'operator');
  await settled(async () => {
    const slots = await client.op<{ present: boolean }[]>('readers');
    return slots.some((one) => one.present);
  });
  client.close();
});
after(async () => {
  if (skip) return;
  await stopWorld(folder);
  await card.remove();
  await service.kill();
});

/** Both in one program: pyscard keeps its connection open the whole time. */
const program = `
import os, sys
from ctypes import byref, c_short, create_string_buffer
sys.path.insert(0, sys.argv[1])
import cshis
from smartcard.scard import SCARD_LEAVE_CARD, SCardBeginTransaction, SCardEndTransaction
from smartcard.System import readers
from smartcard.util import toBytes
library = cshis.load(os.environ['CSHIS_LIBRARY'])
connection = readers()[0].createConnection()
# Unasked, pyscard cuts the card's power when it ends: for every other program, too.
connection.connect(disposition=SCARD_LEAVE_CARD)

# Two commands that belong together: as our library does, in a transaction.
def public():
    handle = connection.component.hcard
    assert SCardBeginTransaction(handle) == 0
    data, a, b = connection.transmit(toBytes('00A4040010D1580000010000000000000000001100'))
    assert (a, b) == (0x90, 0), (a, b)
    data, a, b = connection.transmit(toBytes('00CA1100020000'))
    assert (a, b) == (0x90, 0), (a, b)
    assert SCardEndTransaction(handle, SCARD_LEAVE_CARD) == 0
    return bytes(data[:57])

def ours(name, length, *inputs):
    buffer, cell = create_string_buffer(length), c_short(length)
    code = getattr(library, name)(*inputs, buffer, byref(cell))
    assert code in (0, 5010), (name, code)
    return buffer.raw

# The file of validity, asked for with whatever our program left behind on the card.
def left_open():
    data, a, b = connection.transmit(toBytes('80B00201' + '02' + '0000' + '10'))
    return (a, b) == (0x90, 0)

assert library.csOpenCom(0) == 0
assert library.csVerifySAMDC() == 0
opened = 0
for turn in range(int(sys.argv[2])):
    theirs, basic = public(), ours('hisGetBasicData', 72)
    opened += left_open()
    assert theirs == basic[:57], (theirs, basic)
    if turn % 10 == 5:
        grant = ours('hisGetSeqNumber256N1', 316, b'01', b' ', b'1')
        assert public() == theirs
        print(grant[:13].decode('ascii'))
assert library.csCloseCom() == 0
print('open', opened)
`;
const run = (library: string, rounds: number) =>
  runProgram(pyscard ?? '', ['-B', '-c', program, `${process.cwd()}/native/python`, String(rounds)], {
    CSHIS_LIBRARY: library,
    OPENCSHIS_HOME: folder,
  });

test('in turn: each reads the same card as often as it likes, and our rights are never left open', {
  skip,
}, async () => {
  const { file } = buildLibrary();
  const ran = await run(file, 20);
  assert.equal(ran.code, 0, ran.stdout + ran.stderr);
  const [first = '', second = '', open] = ran.stdout.trim().split('\n');
  assert.match(first, /^\d{13}$/);
  assert.ok(second > first, 'the second visit is later than the first');
  assert.equal(open, 'open 0');
  assert.equal(readCard(own, 'normal').counter, 2);
  assert.ok(commands > 20 * 4, 'the card was reached through pcscd');
});

test('at once: three programs, each with pyscard and our library, nobody is disturbed', { skip }, async () => {
  const { file } = buildLibrary();
  const before = readCard(own, 'normal').counter;
  const all = await Promise.all([run(file, 10), run(file, 10), run(file, 10)]);
  for (const ran of all) assert.equal(ran.code, 0, ran.stdout + ran.stderr);
  const visits = all.map((ran) => ran.stdout.split('\n')[0]);
  assert.equal(new Set(visits).size, 3, 'three visits, each at a second of its own');
  for (const ran of all) assert.match(ran.stdout, /open 0/);
  assert.equal(readCard(own, 'normal').counter, before + 3);
});

/** Takes the card's power away again and again, as a program does that does not think of others. */
const rude = `
import sys
from smartcard.scard import SCARD_UNPOWER_CARD
from smartcard.System import readers
for turn in range(int(sys.argv[1])):
    connection = readers()[0].createConnection()
    try:
        connection.connect(disposition=SCARD_UNPOWER_CARD)
    except Exception as error:
        # It has just been powered off by itself.
        assert 'unpowered' in str(error), error
    connection.disconnect()
`;
const alone = `
import os, sys
from ctypes import byref, c_short, create_string_buffer
sys.path.insert(0, sys.argv[1])
import cshis
library = cshis.load(os.environ['CSHIS_LIBRARY'])
for turn in range(int(sys.argv[2])):
    buffer, cell = create_string_buffer(72), c_short(72)
    print(library.hisGetBasicData(buffer, byref(cell)))
`;
test('another program takes the power away again and again: every reading of ours is answered', { skip }, async () => {
  const { file } = buildLibrary();
  const [other, ours] = await Promise.all([
    runProgram(pyscard ?? '', ['-c', rude, '40']),
    runProgram(pyscard ?? '', ['-B', '-c', alone, `${process.cwd()}/native/python`, '40'], {
      CSHIS_LIBRARY: file,
      OPENCSHIS_HOME: folder,
    }),
  ]);
  assert.equal(other.code, 0, other.stderr);
  assert.equal(ours.code, 0, ours.stderr);
  assert.deepEqual(new Set(ours.stdout.trim().split('\n')), new Set(['0']));
});
