// A counter in this process whose dedicated reader (3.5) is behind a pseudo-terminal: all that a line does to it.
// deadline: 120
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, settled, type TestCounter } from '../../test/support/counter.ts';
import { epochOf } from '../codec/index.ts';

const skip = process.platform === 'win32' ? 'Windows has no pseudo-terminals' : false;

type Heard = { readonly way: 'to-reader' | 'from-reader'; readonly bytes: Uint8Array };
async function onLine(
  card: string,
  work: (counter: TestCounter, heard: readonly Heard[]) => Promise<void>,
): Promise<void> {
  const heard: Heard[] = [];
  const counter = await newCounter({ profile: '3.5', line: 'serial' }, undefined, (way, bytes) =>
    heard.push({ way, bytes: Uint8Array.from(bytes) }),
  );
  try {
    await counter.act('insert', { card });
    await work(counter, heard);
  } finally {
    await counter.close();
  }
}
const slotStates = async (counter: TestCounter) => (await counter.control.status()).slots.map(({ state }) => state);
const codeOf = async (counter: TestCounter, name: string) => (await counter.call(name)).code;
const cleared = (counter: TestCounter) => counter.act('fault', { name: 'off' });

test('no digit of a PIN is ever on the line: verified, wrong, new', { skip }, () =>
  onLine('pin', async (counter, heard) => {
    const typed: string[] = [];
    let next: string[] = [];
    counter.control.watch((event) => {
      if (event.type !== 'pin') return;
      assert.ok(event.request.onPad);
    });
    const call = async (name: string, ...digits: string[]) => {
      next = [...digits];
      typed.push(...digits);
      const asking = counter.call(name);
      let done = false;
      void asking.finally(() => (done = true));
      // As a person does: whenever the pad waits, the next digits.
      await settled(async () => {
        const pad = counter.devices.find((one) => one.pad.waiting())?.pad;
        const now = pad && next.shift();
        if (pad && now !== undefined) pad.type(now);
        return done;
      });
      return (await asking).code;
    };
    assert.equal(await call('1.27', '9753'), 5102);
    assert.equal(await call('1.27', '1234'), 0);
    assert.equal(await call('1.28', '864209', '864208'), 5107, 'the pad compares the two');
    assert.equal(await call('1.28', '864209', '864209'), 0);
    await counter.call('1.52', { Type: 3 });
    assert.equal(await call('1.27', '864209'), 0, 'the new one is on the card');
    const all = (way: Heard['way']) => Buffer.concat(heard.filter((one) => one.way === way).map(({ bytes }) => bytes));
    for (const way of ['to-reader', 'from-reader'] as const) {
      const bytes = all(way);
      assert.ok(bytes.length > 1000);
      // Two digits a byte is too short to look for: what is sealed has any two bytes somewhere.
      for (const digits of typed)
        for (const text of [Buffer.from(digits), Buffer.from([...digits].map(Number))])
          assert.ok(!bytes.includes(text), `${digits} is on the line ${way}`);
    }
    // What looks for digits finds what is on the line: the command to verify, without its data.
    assert.ok(all('to-reader').includes(Buffer.from([0x00, 0x20, 0x00, 0x01, 0x00])));
  }),
);

test('2.1 sets the reader’s clock over the line; a visit has its time', { skip }, () =>
  onLine('normal', async (counter) => {
    const behind = async () =>
      counter.world.clock.now() -
      (epochOf(Object.values((await counter.call('1.34')).fields.pBuffer ?? {}).join('')) ?? 0);
    await counter.devices[0]?.clock.set(counter.world.clock.now() - 600_000);
    assert.ok((await behind()) > 500_000);
    assert.equal(await codeOf(counter, '2.1'), 0);
    assert.ok(Math.abs(await behind()) < 5_000);
  }),
);

for (const [name, options] of [
  ['line-cut', { bytes: 1, way: 'from-reader' }],
  ['line-cut', { bytes: 5, way: 'to-reader' }],
  ['line-noise', { percent: 100, way: 'from-reader' }],
  ['line-noise', { percent: 100, way: 'to-reader' }],
  // Later than anybody waits: what it answers then is nobody's.
  ['line-late', { ms: 900 }],
] as const)
  test(`${name} ${JSON.stringify(options)}: a registration is whole and there once`, { skip }, () =>
    onLine('normal', async (counter) => {
      const before = (await counter.call('1.1')).fields.pBuffer;
      // Fewer than one message is sent: a line that loses all is lost.
      await counter.act('fault', { name, options, times: 3 });
      const visit = await counter.register();
      assert.equal(visit.code, 0, JSON.stringify(visit.failure));
      const { faults } = (await counter.state()) as { faults: readonly { struck: number }[] };
      assert.ok((faults[0]?.struck ?? 0) > 0, 'the fault has struck');
      await cleared(counter);
      assert.deepEqual((await counter.call('1.1')).fields.pBuffer, before);
      assert.equal((await counter.ledger(String(before?.personId))).length, 1);
    }),
  );

test(
  'unplugged in mid-frame: every call ends, all comes back by itself, and the line has no half frame left',
  { skip },
  () =>
    onLine('normal', async (counter) => {
      assert.equal(await codeOf(counter, '1.1'), 0);
      for (const after of [0, 1, 7, 30]) {
        await counter.act('fault', { name: 'line-unplugged', options: { after }, times: 1 });
        // Whichever answer comes next is torn: this call's, the module's, or a look at the slots between the calls.
        await settled(async () => {
          await counter.call('1.1');
          return ((await counter.state()) as { faults: readonly { struck: number }[] }).faults[0]?.struck === 1;
        });
        await cleared(counter);
        await settled(async () => (await slotStates(counter)).every((state) => state === 'ready'));
        await settled(async () => (await codeOf(counter, '1.1')) === 0);
      }
      await counter.act('fault', { name: 'line-unplugged' });
      await settled(async () => (await slotStates(counter)).every((state) => state === 'gone'));
      const refused = await counter.call('1.1');
      assert.equal(refused.code, 4000);
      assert.match(String(refused.failure?.why.zh), /com1\.tty/, 'which port, in words');
      await cleared(counter);
      await settled(async () => (await codeOf(counter, '1.1')) === 0);
    }),
);

test('unplugged in a registration: refused, and there once after it is back', { skip }, () =>
  onLine('normal', async (counter) => {
    const personId = String((await counter.call('1.1')).fields.pBuffer?.personId);
    await counter.act('fault', { name: 'line-unplugged', options: { after: 12 }, times: 1 });
    const torn = await counter.register();
    assert.notEqual(torn.code, 0);
    await cleared(counter);
    await settled(async () => (await codeOf(counter, '1.1')) === 0);
    const again = await counter.register();
    assert.equal(again.code, 0, JSON.stringify(again.failure));
    assert.equal((await counter.ledger(personId)).length, 1);
  }),
);

test('a reader that speaks at another speed is found at it, and found again at the first', { skip }, () =>
  onLine('normal', async (counter) => {
    assert.equal(await codeOf(counter, '1.1'), 0);
    await counter.act('fault', { name: 'line-speed', options: { baud: 57_600 } });
    await settled(async () => (await codeOf(counter, '1.1')) !== 0);
    await settled(async () => (await codeOf(counter, '1.1')) === 0);
    await cleared(counter);
    await settled(async () => (await slotStates(counter)).every((state) => state === 'gone'));
    await settled(async () => (await codeOf(counter, '1.1')) === 0);
  }),
);

test('a card that is put in and taken out is seen at once, by what the reader tells', { skip }, () =>
  onLine('normal', async (counter) => {
    const inside = async () => (await counter.control.status()).slots.find(({ role }) => role === 'hc');
    const first = (await inside())?.insertion;
    for (let time = 0; time < 5; time++) {
      await counter.act('remove', { card: 'normal' });
      assert.equal((await inside())?.present, false);
      await counter.act('insert', { card: 'normal' });
      const now = await inside();
      assert.equal(now?.present, true);
      assert.notEqual(now?.insertion, first, 'another insertion');
    }
    assert.equal(await codeOf(counter, '1.1'), 0);
  }),
);
