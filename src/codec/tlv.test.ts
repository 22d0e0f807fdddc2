import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeTlv, encodeTlv, findTlv, type Tlv } from './tlv.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 50_000 : 100 };
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const join = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

interface Sample {
  readonly tag: string;
  readonly value?: Uint8Array;
  readonly inside?: readonly Sample[];
}
const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ tag: fc.constantFrom('80', '5F20', '9F8101', 'DF818201'), value: fc.uint8Array({ maxLength: 300 }) }),
    fc.record({ tag: fc.constantFrom('6F', '30', '7F21'), inside: fc.array(tie('sample'), { maxLength: 3 }) }),
  ),
}));
const bytesOf = (one: Sample): Uint8Array =>
  encodeTlv(one.tag, one.inside ? join(one.inside.map(bytesOf)) : (one.value ?? new Uint8Array(0)));
const shape = (one: Tlv | Sample): unknown => {
  const inside = 'children' in one ? one.children : 'inside' in one ? one.inside : undefined;
  return inside ? [one.tag, inside.map(shape)] : [one.tag, [...(one.value ?? [])]];
};

test('what is encoded is decoded, padded or not', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 4 }), fc.array(fc.constantFrom(0, 0xff)), (samples, padding) => {
      const bytes = join(samples.map((one) => join([Uint8Array.from(padding), bytesOf(one)])));
      assert.deepEqual(decodeTlv(bytes)?.map(shape), samples.map(shape));
    }),
    runs,
  );
});

test('attacks 16: any bytes, cut or changed, are objects inside their bounds or undefined', () => {
  const broken = fc.tuple(sample.map(bytesOf), fc.nat(), fc.nat(255)).map(([bytes, at, value]) => {
    const changed = bytes.slice(0, Math.max(1, at % (bytes.length + 1)));
    changed[at % changed.length] = value;
    return changed;
  });
  const total = (list: readonly Tlv[]): number =>
    list.reduce((sum, one) => sum + (one.children ? total(one.children) : one.value.length), 0);
  fc.assert(
    fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      const list = decodeTlv(bytes);
      if (list !== undefined) assert.ok(total(list) <= bytes.length);
    }),
    runs,
  );
});

test('golden: the file control information of a SELECT', () => {
  const list = decodeTlv(unhex('6F0A8408F04F50454E435348'));
  assert.equal(Buffer.from(findTlv(list, '84')?.value ?? []).toString('hex'), 'f04f50454e435348');
  assert.equal(findTlv(list, '85'), undefined);
  assert.equal(findTlv(undefined, '84'), undefined);
});

test('indefinite, huge, truncated and endlessly nested objects are undefined', () => {
  const bad = [
    '3080',
    '308000000000',
    '3084FFFFFFFF',
    '3083FFFFFF',
    '300501',
    '1F',
    '1F81',
    '9F8181818101',
    '80',
    '8081',
    '808201',
    '30028001',
  ];
  for (const one of bad) assert.equal(decodeTlv(unhex(one)), undefined, one);
  let nested: Uint8Array = Uint8Array.of(0x80, 0);
  for (let depth = 0; depth < 1000; depth++) nested = encodeTlv('30', nested);
  assert.equal(decodeTlv(nested), undefined);
  assert.equal(decodeTlv(new Uint8Array(65_538)), undefined);
  let deep: Uint8Array = Uint8Array.of(0x80, 0);
  for (let depth = 0; depth < 15; depth++) deep = encodeTlv('30', deep);
  assert.notEqual(decodeTlv(deep), undefined);
  assert.equal(decodeTlv(encodeTlv('30', deep)), undefined);
  for (const empty of ['', '00', 'FFFF']) assert.deepEqual(decodeTlv(unhex(empty)), []);
  assert.deepEqual(decodeTlv(unhex('8000'))?.[0]?.value.length, 0);
});

test('tags that are none and objects that are too long are refused', () => {
  for (const tag of ['', '8', 'ZZ', '00', 'FF', '1F', '8080', '1F81818181', '1F818181']) {
    assert.throws(() => encodeTlv(tag, new Uint8Array(1)), { code: -1, kind: 'tlv-shape' }, tag);
  }
  assert.throws(() => encodeTlv('80', new Uint8Array(65_533)), { kind: 'tlv-shape' });
  assert.equal(encodeTlv('80', new Uint8Array(65_531)).length, 65_535);
});
