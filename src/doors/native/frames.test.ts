import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  bodyReader,
  bodyWriter,
  encodeFrame,
  type FrameType,
  frameReader,
  frameTypes,
  readValues,
  writeValues,
} from './frames.ts';

const types = Object.keys(frameTypes) as FrameType[];
const anyFrame = fc.record({ type: fc.constantFrom(...types), body: fc.uint8Array({ maxLength: 300 }) });
type Seen = { type: FrameType; body: number[] };
function collect(limit: number) {
  const seen: Seen[] = [];
  let bad = 0;
  const feed = frameReader(
    limit,
    (type, body) => seen.push({ type, body: [...body] }),
    () => {
      bad += 1;
    },
  );
  return { seen, feed, bad: () => bad };
}
/** The stream cut at any places, pieces of nothing too. */
function pieces(stream: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((cut) => cut % (stream.length + 1)).sort((a, b) => a - b), stream.length];
  return places.slice(1).map((end, index) => stream.subarray(places[index], end));
}

test('however a stream is cut, the same frames come out', () => {
  fc.assert(
    fc.property(fc.array(anyFrame, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 30 }), (frames, cuts) => {
      const stream = Buffer.concat(frames.map(({ type, body }) => encodeFrame(type, body)));
      const { seen, feed, bad } = collect(1000);
      for (const piece of pieces(stream, cuts)) feed(piece);
      assert.deepEqual(
        seen,
        frames.map(({ type, body }) => ({ type, body: [...body] })),
      );
      assert.equal(bad(), 0);
    }),
  );
});

test('a frame has 4 bytes of length, 1 of type, and its body', () => {
  assert.deepEqual([...encodeFrame('ack', Uint8Array.of(2, 0x61, 0x62))], [0, 0, 0, 4, 7, 2, 0x61, 0x62]);
});

test('garbage never throws, says that it is bad once, and is heard no further', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 20 }), (parts) => {
      const { seen, feed, bad } = collect(64);
      for (const part of parts) {
        const before = seen.length;
        const wasBad = bad();
        feed(part);
        if (wasBad > 0) assert.equal(seen.length, before);
      }
      assert.ok(bad() <= 1);
      for (const one of seen) assert.ok(one.body.length < 64);
    }),
  );
});

test('a frame that is too long, empty, or of no type is bad before its body is awaited', () => {
  for (const head of [
    [0, 0, 0, 66, 4],
    [255, 255, 255, 255, 4],
    [0, 0, 0, 0, 4],
    [0, 0, 0, 2, 0],
    [0, 0, 0, 2, 15],
    [0, 0, 0, 2, 255],
  ]) {
    const { feed, bad } = collect(65);
    feed(Uint8Array.from(head));
    assert.equal(bad(), 1, head.join(' '));
  }
  const { seen, feed, bad } = collect(65);
  feed(encodeFrame('call', new Uint8Array(64)));
  assert.equal(seen.length, 1, 'the longest that is allowed');
  assert.equal(bad(), 0);
});

test('named values come back as they went, and cannot reach a prototype', () => {
  const value = fc.oneof(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.uint8Array({ maxLength: 400 }),
    fc.record(
      { file: fc.constant('in' as const), size: fc.oneof(fc.constant(-1), fc.maxSafeNat()) },
      { noNullPrototype: true },
    ),
    fc.constant({ file: 'out' as const }),
  );
  const name = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('__proto__', 'constructor', 'toString'));
  fc.assert(
    fc.property(fc.dictionary(name, value, { maxKeys: 20 }), (values) => {
      const writer = bodyWriter();
      writeValues(writer, values, () => new Uint8Array(0));
      const back = readValues(bodyReader(writer.done()));
      assert.deepEqual(Object.entries(back).sort(), Object.entries(values).sort());
      assert.equal(Object.getPrototypeOf(back), Object.prototype);
    }),
  );
});

test('a body that ends too early, or lies about its lengths, is a RangeError and nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (body) => {
      for (const read of [
        () => readValues(bodyReader(body)),
        () => bodyReader(body).long(),
        () => bodyReader(body).short(),
        () => bodyReader(body).raw(32),
      ]) {
        try {
          read();
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
        }
      }
    }),
  );
  assert.throws(() => bodyReader(Uint8Array.of(255, 255, 255, 255)).long(), RangeError, 'a negative length');
});
