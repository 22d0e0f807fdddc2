// 5.1 and 5.2 as a HIS calls them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { newCounter, type TestCounter } from '../../test/support/counter.ts';
import type { CallAnswer } from './index.ts';

let counter: TestCounter;
before(async () => {
  counter = await newCounter();
});
after(() => counter.close());

const out = (answer: CallAnswer): string => Buffer.from(answer.outputs.OUT as Uint8Array).toString('latin1');
const refused = (answer: CallAnswer, what: string): void => {
  assert.equal(answer.code, 9127, what);
  assert.deepEqual(answer.outputs, {}, what);
  assert.ok(answer.failure?.why.zh, what);
};

test('5.1 and 5.2: the bytes alone, at most five and seven, without a NUL, with no card and no network', async () => {
  await counter.act('network', { up: false });
  for (const [code, packed] of [
    ['G44201', '"M7WK'],
    ['S72001Q', '(<02K'],
    ['E00', '!>'],
    ['V99XXXA', '+FVX4'],
  ] as const) {
    assert.equal(out(await counter.call('hisGetICD10EnC', { IN: code })), packed);
    assert.equal(
      out(await counter.call('5.1', { IN: `${code.slice(0, 3)}.${code.slice(3)}`.replace(/\.$/, '').toLowerCase() })),
      packed,
    );
    assert.equal(out(await counter.call('hisGetICD10DeC', { IN: packed })), code);
    assert.equal(out(await counter.call('5.2', { IN: packed.padEnd(5) })), code);
    assert.equal(
      out(await counter.call('5.2', { IN: Buffer.from(`${packed}\0xyz`.slice(0, 6)) })),
      code,
      'up to its NUL',
    );
  }
  await counter.act('network', { up: true });
});

test('everything that is not in the packed range is 9127, and so is every input that is none', async () => {
  for (const code of [
    'I10',
    'J0110',
    '36042',
    '',
    ' ',
    'E12',
    'A000000',
    'G44201AB',
    'G44201ABC',
    'x'.repeat(300),
    '診斷',
    '\u0000',
    'G44\t201',
  ])
    refused(await counter.call('5.1', { IN: code }), code);
  for (const packed of ['I10', '', '!!', '!!0AX', '>P000', '"m7wk', '"M7WKK', '"M7WK0000', '診斷碼'])
    refused(await counter.call('5.2', { IN: packed }), packed);
  refused(await counter.call('5.1'), 'nothing given');
  refused(await counter.call('5.2', { IN: 12 }), 'a number');
});

test('any bytes: a packed code or 9127', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 10 }), async (bytes) => {
      for (const [name, most] of [
        ['5.1', 5],
        ['5.2', 7],
      ] as const) {
        const answer = await counter.call(name, { IN: bytes });
        if (answer.code !== 0) refused(answer, Buffer.from(bytes).toString('hex'));
        else assert.ok(out(answer).length <= most && !out(answer).includes('\0'));
      }
    }),
    { numRuns: process.env.OPENCSHIS_SOAK ? 20_000 : 200 },
  );
});
