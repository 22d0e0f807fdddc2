// The control software's end of a line: sent again until it is answered, and never confused by what comes late or twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, systemClock } from '../../base/index.ts';
import { type AskMessage, answers, ask, chain, decodeAsk, encodeTell, icc, outcome } from './ccid.ts';
import { encodeFrame, encodeNak, frameParser } from './frame.ts';
import { openLink } from './link.ts';

/** A reader of a few lines: `answer` says what it does about the n-th frame that it hears. */
function lineTo(answer: (heard: AskMessage, nth: number, say: (bytes: Uint8Array) => void) => void) {
  const parser = frameParser();
  const heard: AskMessage[] = [];
  const naks = { count: 0 };
  let lost: unknown;
  const link = openLink({
    line: {
      async write(bytes) {
        for (const event of parser.push(bytes)) {
          if (event.kind === 'nak') {
            naks.count += 1;
            const last = heard.at(-1);
            if (last) queueMicrotask(() => answer(last, heard.length, (out) => link.received(out)));
          }
          if (event.kind !== 'message') continue;
          const one = decodeAsk(event.message);
          assert.ok(one);
          heard.push(one);
          queueMicrotask(() => answer(one, heard.length, (out) => link.received(out)));
        }
      },
      close: async () => undefined,
    },
    speed: 115_200,
    clock: systemClock,
    firstSeq: 254,
    slotsChanged: () => undefined,
    lost(cause) {
      lost = cause;
    },
  });
  return { link, heard, naks, lost: () => lost };
}
const told = (to: AskMessage, data: Uint8Array, more: { outcome?: number; chain?: number } = {}): Uint8Array =>
  encodeTell({
    type: answers[to.type] ?? 0,
    slot: to.slot,
    seq: to.seq,
    icc: icc.active,
    outcome: more.outcome ?? outcome.done,
    error: 0,
    chain: more.chain ?? chain.whole,
    data,
  });
const framed = (...of: Parameters<typeof told>): Uint8Array => encodeFrame(told(...of), 'lrc');
const status = { type: ask.slotStatus, slot: 0, within: 30_000 };
const bytes = (...of: number[]): Uint8Array => Uint8Array.from(of);

test('an answer that never came is asked for again under the same number; a late one of before is nobody’s', async () => {
  let late: Uint8Array | undefined;
  const { link, heard } = lineTo((one, nth, say) => {
    if (nth === 1) late = framed(one, bytes(1));
    if (nth === 2) {
      say(framed(one, bytes(2)));
      // The answer to the first sending, after all.
      say(late ?? bytes());
    }
    if (nth === 3) {
      say(late ?? bytes());
      say(framed(one, bytes(3)));
    }
  });
  assert.deepEqual((await link.request({ ...status, wait: 20 })).data, bytes(2));
  assert.deepEqual(heard[0], heard[1], 'the same message, so that the reader knows it again');
  assert.deepEqual((await link.request(status)).data, bytes(3));
  assert.notEqual(heard[2]?.seq, heard[1]?.seq);
  link.end();
});

test('a damaged answer is asked for again by one byte, not by the command', async () => {
  const { link, heard, naks } = lineTo((one, _nth, say) => {
    const frame = framed(one, bytes(7, 7, 7));
    say(naks.count === 0 ? frame.map((value, at) => (at === 14 ? value ^ 1 : value)) : frame);
  });
  assert.deepEqual((await link.request(status)).data, bytes(7, 7, 7));
  assert.deepEqual([heard.length, naks.count], [1, 1]);
  link.end();
});

test('a reader that hears nothing right says so, and hears it again', async () => {
  const { link, heard } = lineTo((one, nth, say) => say(nth < 3 ? encodeNak('lrc') : framed(one, bytes(9))));
  assert.deepEqual((await link.request(status)).data, bytes(9));
  assert.equal(heard.length, 3);
  link.end();
});

test('a reader that asks for damage for ever ends as a lost line, not as a loop', async () => {
  const { link, heard, lost } = lineTo((_one, _nth, say) => say(encodeNak('lrc')));
  await assert.rejects(link.request(status), (error) => error instanceof Failure && error.code === 4000);
  assert.equal(heard.length, 4);
  assert.ok(lost());
  link.end();
});

test('a reader that works is waited for, one that works beyond the deadline is not', async () => {
  let worked = 0;
  const { link } = lineTo((one, _nth, say) => {
    if (one.type === ask.abort) return say(framed(one, bytes()));
    say(framed(one, bytes(), { outcome: outcome.working }));
    if (one.slot === 0) systemClock.after(30, () => say(framed(one, bytes(5))));
  });
  assert.deepEqual((await link.request({ ...status, wait: 10_000, working: () => (worked += 1) })).data, bytes(5));
  assert.equal(worked, 1);
  await assert.rejects(
    link.request({ ...status, slot: 1, within: 50, wait: 10_000 }),
    (error) => error instanceof Failure && error.kind === 'reader-timeout',
  );
  link.end();
});

test('long commands and long answers go in several messages, in order', async () => {
  const parts: Uint8Array[] = [];
  const { link, heard } = lineTo((one, _nth, say) => {
    if (one.level === chain.next) return say(framed(one, bytes(3, 4), { chain: chain.ends }));
    parts.push(one.data);
    const last = one.level === chain.ends;
    say(framed(one, last ? bytes(1, 2) : bytes(), { chain: last ? chain.begins : chain.next }));
  });
  const command = Uint8Array.from({ length: 1200 }, (_, at) => at & 0xff);
  assert.deepEqual((await link.transfer(0, command, 30_000)).data, bytes(1, 2, 3, 4));
  assert.deepEqual(new Uint8Array(Buffer.concat(parts)), command);
  assert.deepEqual(
    heard.map(({ level }) => level),
    [chain.begins, chain.continues, chain.ends, chain.next],
  );
  link.end();
});

test('what waits when the line ends fails at once, and nothing can be asked any more', async () => {
  const { link } = lineTo(() => undefined);
  const waits = [0, 1, 0].map((slot) => link.request({ ...status, slot }));
  link.end();
  for (const one of waits) await assert.rejects(one, (error) => error instanceof Failure && error.code === 4000);
  await assert.rejects(link.request(status));
});
