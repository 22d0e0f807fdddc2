import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Failure } from '../base/index.ts';
import { at, group, record } from '../catalogue/schema.ts';
import { decodeRecord, emptyRecord, encodeRecord } from './record.ts';

const sample = record(
  'sample',
  75,
  { zh: '樣本', en: 'sample' },
  {
    name: at(1, 20, 'text', '姓名', 'name'),
    birthDate: at(21, 27, 'rocDate', '出生日期', 'birth date'),
    fee: at(28, 35, 'money', '費用', 'fee'),
    raw: at(36, 39, 'bytes', '原始', 'raw'),
    paid: at(40, 43, 'uint', '金額', 'paid'),
    visits: group(44, 2, 16, '就醫', 'visits', {
      dateTime: at(1, 13, 'rocDateTime', '日期時間', 'date and time'),
      kept: at(14, 16, 'alnum', '代碼', 'code'),
    }),
  },
);
const visit = fc.record(
  {
    dateTime: fc.constantFrom('', '1140101093000', '1130229235959'),
    kept: fc.constantFrom('', 'A', 'B1', 'C22'),
  },
  { noNullPrototype: true },
);
const value = fc.record(
  {
    name: fc.array(fc.constantFrom('王', '小', 'A', '羅'), { maxLength: 10 }).map((parts) => parts.join('')),
    birthDate: fc.constantFrom('', '0130228', '-010101'),
    fee: fc.integer({ min: 0, max: 99_999_999 }),
    raw: fc.uint8Array({ minLength: 4, maxLength: 4 }),
    paid: fc.integer({ min: 0, max: 0xffff_ffff }),
    visits: fc.tuple(visit, visit).map((both) => [...both]),
  },
  { noNullPrototype: true },
);

test('what is encoded is decoded again', () => {
  fc.assert(
    fc.property(value, (one) => {
      assert.deepEqual(decodeRecord(sample, encodeRecord(sample, one)), { ...one, raw: Uint8Array.from(one.raw) });
    }),
  );
  assert.deepEqual(decodeRecord(sample, encodeRecord(sample, emptyRecord(sample))), emptyRecord(sample));
});

test('any bytes decode', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => void decodeRecord(sample, bytes)));
});

test('a bad value is refused; the field is named in both languages and the value is not', () => {
  const wrong: [string, unknown, string][] = [
    ['name', '王小明王小明王小明王小明', '姓名'],
    ['name', '堃', ''],
    ['birthDate', '1140231', '出生日期'],
    ['fee', 123_456_789, '費用'],
    ['fee', -1, '費用'],
    ['raw', Uint8Array.of(1), '原始'],
    ['paid', 2 ** 32, '金額'],
  ];
  for (const [field, bad, title] of wrong) {
    assert.throws(
      () => encodeRecord(sample, { ...emptyRecord(sample), [field]: bad }),
      (error) =>
        error instanceof Failure &&
        error.code === 6018 &&
        error.why.zh.includes(title) &&
        !error.why.zh.includes(String(bad)),
      field,
    );
  }
});
