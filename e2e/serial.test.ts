// A counter whose dedicated reader (3.5) is at the other end of a serial line, by the command line: a pseudo-terminal, its
// plug, its speed, its noise.
// deadline: 200
import assert from 'node:assert/strict';
import { readlinkSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { epochOf } from '../src/codec/index.ts';
import { linePath } from '../src/main/lines.ts';
import { cliFor } from '../test/support/cli.ts';
import { newFolder, settled } from '../test/support/counter.ts';
import { readerOnLine } from '../test/support/line.ts';

const skip = process.platform === 'win32' ? 'Windows has no pseudo-terminals' : false;
const folder = newFolder();
const cli = cliFor(folder);
const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await cli(...args, '--json')).stdout) as T;
const codeOf = async (...args: string[]) => (await json<{ code: number }>('call', ...args)).code;
interface Status {
  readonly status: {
    readonly sam: { readonly state: number };
    readonly slots: readonly {
      readonly role: string;
      readonly kind: string;
      readonly present: boolean;
      readonly state: string;
    }[];
  };
}
const slots = async () => (await json<Status>('status')).status.slots;
const samState = async () => (await json<Status>('status')).status.sam.state;
const everywhere = async (state: string) => (await slots()).every((slot) => slot.state === state);

before(async () => {
  if (skip) return;
  const made = await cli('world', 'new', '--profile', '3.5', '--line', 'serial', '--port', '0', '--people', '20');
  assert.equal(made.code, 0, made.stderr);
  const started = await cli('start');
  assert.equal(started.code, 0, started.stderr);
});
after(async () => {
  if (!skip) await cli('stop');
});

test('the reader is found at its port when the start is over: module and card are seen over the line', {
  skip,
}, async () => {
  assert.deepEqual(
    (await slots()).map(({ role, kind, present, state }) => [role, kind, present, state]),
    [
      ['sam', 'serial', true, 'ready'],
      ['hpc', 'serial', false, 'ready'],
      ['hc', 'serial', true, 'ready'],
    ],
  );
  assert.equal(await samState(), 2);
  assert.match(readlinkSync(linePath(folder, 0)), /^\/dev\//, 'the port is a device, not a pipe inside');
});

test('csOpenCom by the number of the port; then a card is read and registered', { skip }, async () => {
  assert.equal(await codeOf('1.1'), 4000);
  assert.equal(await codeOf('csOpenCom', 'Comport=1'), -1);
  assert.equal(await codeOf('csOpenCom', 'Comport=0'), 0);
  assert.equal(await codeOf('1.1'), 0);
  const done = await json<{ code: number; identifier: string }>('register');
  assert.equal(done.code, 0);
  assert.match(done.identifier, /^[0-9A-Z]{20}$/);
});

test('2.1 sets the clock of the reader over the line', { skip }, async () => {
  assert.equal(await codeOf('2.1'), 0);
  const { readers, now } = await json<{ readers: { now: string }[]; now: string }>('world', 'show');
  const behind = (epochOf(now) ?? 0) - (epochOf(String(readers[0]?.now)) ?? 0);
  assert.ok(Math.abs(behind) <= 5_000, `from the factory it is 90 s behind, now ${behind} ms`);
});

test('a PIN is typed on the pad, from another terminal: right, and cancelled', { skip }, async () => {
  await cli('card', 'remove', 'normal');
  await cli('card', 'insert', 'pin');
  assert.equal((await cli('reader', 'pad', '1234')).code, 1, 'nobody waits');
  for (const [digits, code] of [
    [['1234'], 0],
    [[], 5109],
  ] as const) {
    await cli('reset', '3');
    const asking = cli('call', '1.2', '--json');
    await settled(async () => (await cli('reader', 'pad', ...digits)).code === 0);
    const asked = await asking;
    assert.match(asked.stderr, /on the reader's pad/);
    assert.equal((JSON.parse(asked.stdout) as { code: number }).code, code);
  }
  assert.equal((await cli('card', 'remove', 'pin')).code, 0);
  assert.equal((await cli('card', 'insert', 'normal')).code, 0);
});

test('the plug is pulled: 4000 in words, and back without a restart', { skip }, async () => {
  assert.equal((await cli('world', 'fault', 'line-unplugged')).code, 0);
  await settled(() => everywhere('gone'));
  const refused = await cli('call', '1.1');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /4000/);
  assert.match(refused.stderr, /com1\.tty/);
  await cli('world', 'fault', 'off');
  await settled(() => everywhere('ready'));
  await settled(async () => (await codeOf('1.1')) === 0);
  assert.equal(await codeOf('2.1'), 0, 'a module that lost its power verifies anew');
  assert.equal((await json<{ code: number }>('register', '--item', '02')).code, 5010);
});

test('with noise and late answers a registration is whole, once', { skip }, async () => {
  assert.equal((await cli('world', 'fault', 'line-noise', 'percent=100', '--times', '3')).code, 0);
  assert.equal((await cli('world', 'fault', 'line-late', 'ms=900', '--times', '2')).code, 0);
  const done = await json<{ code: number; identifier?: string }>('register', '--item', '03');
  assert.equal(done.code, 5010);
  await cli('world', 'fault', 'off');
});

test('ports: a reader of another program is found, gets a number, is read by it, and given up', { skip }, async () => {
  const reader = await readerOnLine(folder);
  interface Listed {
    readonly ports: readonly {
      readonly number: number;
      readonly path: string;
      readonly simulated: boolean;
      readonly reader?: { readonly ready: boolean };
      readonly usedBy?: { readonly pid: number; readonly program?: string; readonly own: boolean };
    }[];
  }
  const portOf = async (number: number) =>
    (await json<Listed>('ports', 'list')).ports.find((one) => one.number === number);
  try {
    reader.bench.insert('illness');
    const nobody = await cli('ports', 'auto', `${reader.path}-none`);
    assert.equal(nobody.code, 1);
    assert.match(nobody.stdout, /No dedicated reader was found/);
    const found = await cli('ports', 'auto', reader.path);
    assert.equal(found.code, 0, found.stderr);
    assert.match(found.stdout, /115200 baud, csOpenCom\(1\)/);
    await settled(async () => (await portOf(1))?.reader?.ready === true);
    const held = await portOf(1);
    assert.equal(held?.usedBy?.own, true, 'by our own control process');
    assert.match((await cli('ports', '--lang', 'zh')).stdout, /COM2 .*讀卡機有回應；由這個控制軟體使用/);
    await settled(async () =>
      (await slots()).some((slot) => slot.kind === 'serial' && slot.present && slot.role === 'hc'),
    );
    assert.equal(await codeOf('csOpenCom', 'Comport=1'), 0);
    assert.equal(await codeOf('csOpenCom', 'Comport=2'), -1);
    const patient = await json<{ code: number; fields: { pBuffer: { cardNo: string } } }>('call', '1.1');
    // Its module slot is empty: public data need the module as well.
    assert.equal(patient.code, 4050);
    const asked = await cli('ports', 'auto', reader.path);
    assert.match(
      asked.stdout,
      /in use by .*control\.ts \(process \d+\)/,
      'who holds a port is not disturbed, and named',
    );
    const simulated = await cli('ports', 'set', '0', '/dev/ttyS9');
    assert.equal(simulated.code, 2);
    assert.equal((await cli('ports', 'set', '3', reader.path)).code, 2, 'no device has two numbers');
    assert.equal((await cli('ports', 'set', '1', 'off')).code, 0);
    await settled(async () => (await slots()).length === 3);
    assert.equal(await portOf(1), undefined);
  } finally {
    await cli('call', 'csOpenCom', 'Comport=0');
    await reader.close();
  }
});
