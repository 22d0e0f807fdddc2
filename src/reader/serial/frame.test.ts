// Frames of CCID over serial: whatever the line does to bytes, a message is right or is not there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ask, decodeAsk, decodeTell, encodeAsk, encodeTell, messageLength, tell } from './ccid.ts';
import { type Check, encodeFrame, encodeNak, type FrameEvent, frameParser } from './frame.ts';
import { decodeSecure, encodeSecure } from './secure.ts';

const byte = fc.integer({ min: 0, max: 255 });
const data = fc.uint8Array({ maxLength: 300 });
const message = fc
  .record({ slot: byte, seq: byte, error: byte, chain: byte, data })
  .map((one) => encodeTell({ ...one, type: tell.data, icc: 0, outcome: 0 }));
const check = fc.constantFrom<Check>('lrc', 'crc');
const cat = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const messagesOf = (events: readonly FrameEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'message' ? [Buffer.from(event.message).toString('hex')] : []));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('what is framed is found, whole and in order, however the bytes are cut', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(message, check), { maxLength: 6 }),
      fc.array(fc.nat(40), { maxLength: 80 }),
      (sent, cuts) => {
        const bytes = cat(...sent.map(([one, how]) => encodeFrame(one, how)));
        const parser = frameParser();
        const events: FrameEvent[] = [];
        let at = 0;
        for (const cut of cuts) {
          events.push(...parser.push(bytes.subarray(at, at + cut)));
          at += cut;
        }
        events.push(...parser.push(bytes.subarray(at)));
        assert.deepEqual(
          messagesOf(events),
          sent.map(([one]) => hexOf(one)),
        );
        assert.equal(parser.waiting, 0);
        assert.ok(events.every((event) => event.kind === 'message'));
      },
    ),
  ));

test('noise of any kind never throws, and after a silence what follows it is found', () =>
  fc.assert(
    fc.property(fc.array(data, { maxLength: 8 }), message, check, (noise, one, how) => {
      const parser = frameParser();
      for (const part of noise) parser.push(part);
      parser.silence();
      assert.equal(parser.waiting, 0);
      assert.deepEqual(messagesOf(parser.push(encodeFrame(one, how))), [hexOf(one)]);
    }),
  ));

test('a changed byte, a lost byte, a byte too many: with CRC the message is right or missing', () =>
  fc.assert(
    fc.property(
      message,
      message,
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('change', 'lose', 'add'),
      (one, next, where, by, how) => {
        const frame = encodeFrame(one, 'crc');
        const at = where % frame.length;
        const broken =
          how === 'change'
            ? frame.map((value, index) => (index === at ? value ^ by : value))
            : how === 'lose'
              ? cat(frame.subarray(0, at), frame.subarray(at + 1))
              : cat(frame.subarray(0, at), Uint8Array.of(by), frame.subarray(at));
        const parser = frameParser();
        const events = [...parser.push(broken), ...parser.silence()];
        const strong = messagesOf(events.filter((event) => event.kind === 'message' && event.check === 'crc'));
        const right = [hexOf(one)];
        // A byte before the frame harms nothing, nor does one after its end.
        assert.ok(strong.length === 0 || strong.join() === right.join(), strong.join());
        assert.deepEqual(messagesOf(parser.push(encodeFrame(next, 'crc'))), [hexOf(next)]);
      },
    ),
  ));

test('one changed byte is found out by the one-byte check, too', () =>
  fc.assert(
    fc.property(message, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, where, by) => {
      const frame = encodeFrame(one, 'lrc');
      // Not the control byte and not what tells the length: another check, or another length, is another sum.
      const at = 7 + (where % (frame.length - 7));
      const parser = frameParser();
      const events = [
        ...parser.push(frame.map((value, index) => (index === at ? value ^ by : value))),
        ...parser.silence(),
      ];
      assert.ok(!messagesOf(events).includes(hexOf(one)));
      assert.ok(events.some((event) => event.kind === 'bad'));
    }),
  ));

test('a request for the last frame again is one, in both checks', () => {
  for (const how of ['lrc', 'crc'] as const) assert.deepEqual(frameParser().push(encodeNak(how)), [{ kind: 'nak' }]);
});

test('messages keep what they say; none is longer than a block', () => {
  fc.assert(
    fc.property(byte, byte, fc.integer({ min: 0, max: 0xffff }), data, (slot, seq, level, bytes) => {
      const one = { type: ask.transfer, slot, seq, level, data: bytes };
      assert.deepEqual(decodeAsk(encodeAsk(one)), one);
      assert.equal(messageLength(encodeAsk(one)), 10 + bytes.length);
    }),
  );
  fc.assert(
    fc.property(data, (bytes) => {
      // Anything at all is a message or none.
      decodeAsk(bytes);
      decodeTell(bytes);
      decodeSecure(bytes);
      messageLength(bytes);
    }),
  );
  assert.equal(messageLength(Uint8Array.of(ask.transfer, 0xff, 0xff, 0xff, 0x7f)), 'none');
});

test('an entry on the pad keeps what it asks for, and has no room for digits', () =>
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 1, max: 255 }),
      (twice, min, more, timeout) => {
        const entry = { command: Uint8Array.of(0, 0x20, 0, 1), min, max: min + more, twice, timeout };
        assert.deepEqual(decodeSecure(encodeSecure(entry)), entry);
        assert.equal(encodeSecure(entry).at(-1), 0, 'Lc: no data');
      },
    ),
  ));
