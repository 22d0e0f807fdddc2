import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Command,
  type CommandRule,
  decodeCommand,
  decodeResponse,
  encodeCommand,
  encodeResponse,
  exchange,
  isAllowed,
  statusWordName,
  sw,
} from './apdu.ts';
import { publicZoneCommands } from './public-zone.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 20_000 : 100 };
const byte = fc.nat(255);
const header = fc.record({ cla: byte, ins: byte, p1: byte, p2: byte }, { noNullPrototype: true });
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const plain: Command = { cla: 0, ins: 0xca, p1: 1, p2: 2 };

/** A card that gives these answers one after the other, and what it was asked. */
function cardOf(...answers: string[]) {
  const asked: string[] = [];
  const transmit = async (command: Uint8Array) => {
    asked.push(hex(command));
    return Uint8Array.from(Buffer.from(answers.shift() ?? '6f00', 'hex'));
  };
  return { asked, transmit };
}

test('ISO 7816-4 cases 1 to 4: a command is read as it was written', () => {
  const data = fc.option(fc.uint8Array({ minLength: 1, maxLength: 255 }));
  fc.assert(
    fc.property(header, data, fc.option(fc.integer({ min: 1, max: 256 })), (base, bytes, le) => {
      const command = { ...base, ...(bytes ? { data: Uint8Array.from(bytes) } : {}), ...(le ? { le } : {}) };
      assert.deepEqual(decodeCommand(encodeCommand(command)), command);
    }),
    runs,
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const command = decodeCommand(bytes);
      if (command !== undefined) assert.equal(hex(encodeCommand(command)), hex(bytes));
    }),
    runs,
  );
});

test('attacks 16: whatever a card answers, it is a response or card-answer, within the bound', async () => {
  const answer = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.uint8Array({ maxLength: 256 }), fc.constantFrom(0x61, 0x6c, 0x90), byte)
      .map(([data, one, two]) => Uint8Array.from([...data, one, two])),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { maxLength: 60 }), fc.nat(50), async (answers, limit) => {
      let sent = 0;
      const transmit = async () => answers[sent++] ?? Uint8Array.of(0x61, 0x00);
      try {
        const response = await exchange(transmit, plain, limit);
        assert.ok(response.data.length <= 256 * (limit + 1));
        assert.ok(![0x61, 0x6c].includes(response.sw >> 8));
      } catch (error) {
        const { code, kind } = error as { code: number; kind: string };
        assert.deepEqual([code, kind], [4000, 'card-answer']);
      }
      assert.ok(sent <= limit + 1);
    }),
    runs,
  );
});

test('attacks 15: nothing but the listed commands passes, whatever the bytes', () => {
  const rules: CommandRule[] = [
    ...publicZoneCommands,
    { cla: 0x80, ins: 0xb0, p1: 1, p2: 1, data: { from: 2, to: 4 } },
  ];
  const near = fc.tuple(fc.constantFrom(...rules), byte, fc.nat(4)).map(([rule, value, at]) => {
    const bytes = encodeCommand({ ...rule, data: rule.data instanceof Uint8Array ? rule.data : new Uint8Array(2) });
    return bytes.map((one, index) => (index === at ? value : one));
  });
  fc.assert(
    fc.property(fc.oneof(near, fc.uint8Array({ maxLength: 40 })), (bytes) => {
      const [cla, ins, p1, p2] = bytes;
      const data = decodeCommand(bytes)?.data ?? new Uint8Array(0);
      const listed = rules.some(
        (rule) =>
          [rule.cla, rule.ins, rule.p1, rule.p2].join() === [cla, ins, p1, p2].join() &&
          (rule.data instanceof Uint8Array
            ? hex(rule.data) === hex(data)
            : data.length >= rule.data.from && data.length <= rule.data.to),
      );
      assert.equal(isAllowed(rules, bytes), listed && decodeCommand(bytes) !== undefined);
    }),
    runs,
  );
  assert.equal(isAllowed(rules, Buffer.from('80b00101020000', 'hex')), true);
  assert.equal(isAllowed(rules, Buffer.from('80b001010100', 'hex')), false);
  assert.equal(isAllowed([], Buffer.from('00a40000', 'hex')), false);
});

test('golden: the four cases', () => {
  const data = Uint8Array.of(0xaa, 0xbb);
  assert.equal(hex(encodeCommand(plain)), '00ca0102');
  assert.equal(hex(encodeCommand({ ...plain, le: 256 })), '00ca010200');
  assert.equal(hex(encodeCommand({ ...plain, data })), '00ca010202aabb');
  assert.equal(hex(encodeCommand({ ...plain, data, le: 57 })), '00ca010202aabb39');
  assert.equal(hex(encodeResponse(sw.fileNotFound, data)), 'aabb6a82');
});

test('61xx is followed by GET RESPONSE, 6Cxx by the same command with its length', async () => {
  const both = cardOf('6c03', '010261 01'.replace(' ', ''), '039000');
  const response = await exchange(both.transmit, { ...plain, le: 9 }, 40);
  assert.deepEqual([...response.data, response.sw], [1, 2, 3, 0x9000]);
  assert.deepEqual(both.asked, ['00ca010209', '00ca010203', '00c0000001']);
  const onChannel = cardOf('6100', '9000');
  await exchange(onChannel.transmit, { ...plain, cla: 0x82 }, 40);
  assert.deepEqual(onChannel.asked, ['82ca0102', '02c0000000']);
  const failing = cardOf('0161 05'.replace(' ', ''), '6982');
  assert.equal((await exchange(failing.transmit, plain, 40)).sw, sw.securityNotSatisfied);
});

test('CVE-2025-49010: an endless 61xx stops, and an answer longer than was asked for is refused', async () => {
  let sent = 0;
  const endless = async () => {
    sent += 1;
    return Uint8Array.of(0x61, 0x10);
  };
  await assert.rejects(exchange(endless, plain, 40), { code: 4000, kind: 'card-answer' });
  assert.equal(sent, 41);
  const endlessLength = async () => Uint8Array.of(0x6c, 0x10);
  await assert.rejects(exchange(endlessLength, plain, 40), { kind: 'card-answer' });
  const large = async () => encodeResponse(0x6100, new Uint8Array(256));
  await assert.rejects(exchange(large, plain, 1_000_000), { kind: 'card-answer' });
  await assert.rejects(exchange(cardOf('6102', '0102039000').transmit, plain, 40), { kind: 'card-answer' });
  for (const size of [0, 1, 259, 65_538]) {
    await assert.rejects(
      exchange(async () => new Uint8Array(size), plain, 40),
      { code: 4000, kind: 'card-answer' },
    );
  }
  for (const size of [2, 56, 57, 58, 258]) assert.equal(decodeResponse(new Uint8Array(size)).data.length, size - 2);
});

test('lengths that do not fit, and commands that cannot be sent', () => {
  for (const bad of ['', '00', '00ca01', '00ca0102000001aa', '00ca010202aa', '00ca010201aabbcc', '00ca0102000000']) {
    assert.equal(decodeCommand(Buffer.from(bad, 'hex')), undefined, bad);
  }
  const wrong: Partial<Command>[] = [
    { cla: 256 },
    { ins: -1 },
    { p1: 1.5 },
    { data: new Uint8Array(256) },
    { le: 0 },
    { le: 257 },
  ];
  for (const one of wrong) assert.throws(() => encodeCommand({ ...plain, ...one }), { code: -1, kind: 'apdu-shape' });
});

test('status words have names in both languages', () => {
  for (const status of [...Object.values(sw), 0x6110, 0x6c39, 0x63c2, 0x1234]) {
    const { zh, en } = statusWordName(status);
    assert.ok(zh.length > 1 && en.length > 1);
  }
  assert.equal(statusWordName(0x63c2).en, '2 tries left');
  assert.notDeepEqual(statusWordName(sw.memoryFailure), statusWordName(0x1234));
});
