import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { at, group, record } from '../catalogue/schema.ts';
import { packIcd10 } from './icd10.ts';
import { decodeRecord, emptyRecord, encodeRecord } from './record.ts';
import { transcribe } from './transcribe.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 20_000 : 300 };
const title = { zh: '測試', en: 'test' };
const card = record('card', 40, title, {
  name: at(1, 8, 'text', '姓名', 'name'),
  items: group(9, 2, 16, '組', 'group', {
    code: at(1, 5, 'icd', '診斷碼', 'code'),
    date: at(6, 12, 'rocDate', '日期', 'date'),
    fee: at(13, 16, 'uint', '費用', 'fee'),
  }),
});
const shown = record('shown', 81, title, {
  items: group(1, 3, 24, '組', 'group', {
    fee: at(1, 8, 'money', '費用', 'fee'),
    code: at(9, 15, 'icd', '診斷碼', 'code'),
    gap: at(16, 16, 'gap', '空白', 'gap'),
    date: at(17, 23, 'rocDate', '日期', 'date'),
    mark: at(24, 24, 'alnum', '註記', 'mark'),
  }),
  name: at(73, 80, 'text', '姓名', 'name'),
  count: at(81, 81, 'count', '次數', 'count'),
});
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

test('fields and groups go to their places by name; amounts become digits, codes are unpacked', () => {
  const bytes = encodeRecord(card, {
    name: '王小明',
    items: [
      { code: packIcd10('S72001Q'), date: '1151120', fee: 305 },
      { code: 'I10', date: '1141231', fee: 0 },
    ],
  });
  const wanted =
    '00000305S72001Q 1151120 00000000I10     1141231 00000000                ' +
    `${Buffer.from('a4fda470a9fa', 'hex').toString('latin1')}  0`;
  assert.equal(text(transcribe(shown, [{ spec: card, bytes }])), wanted);
});

test('what nobody wrote is blanks and zeros, also a group that is all blanks', () => {
  const wanted = `${'00000000                '.repeat(3)}        0`;
  assert.equal(text(transcribe(shown, [])), wanted);
  assert.equal(text(transcribe(shown, [{ spec: card, bytes: Buffer.alloc(40, ' ') }])), wanted);
  assert.equal(text(transcribe(shown, [{ spec: card, bytes: Buffer.alloc(40) }])), wanted);
});

test('a layout into itself is the same bytes, whatever they are, but for NULs', () => {
  const own = record('own', 30, title, {
    items: group(1, 3, 10, '組', 'group', {
      one: at(1, 4, 'text', '一', 'one'),
      two: at(5, 10, 'rocDate', '二', 'two'),
    }),
  });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 30, maxLength: 30 }), (bytes) => {
      const wanted = bytes.map((byte) => (byte === 0 ? 0x20 : byte));
      assert.deepEqual(transcribe(own, [{ spec: own, bytes }]), wanted);
    }),
    runs,
  );
});

test('any bytes: never throws, amounts are digits, and the layout can be decoded and encoded again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), (bytes) => {
      const out = transcribe(shown, [{ spec: card, bytes }]);
      assert.equal(out.length, shown.length);
      for (const start of [0, 24, 48]) assert.match(text(out.subarray(start, start + 8)), /^\d{8}$/);
      decodeRecord(shown, out);
    }),
    runs,
  );
});

test('every value that a card can hold is the value that is shown', () => {
  const fees = fc.integer({ min: 0, max: 99_999_999 });
  const dates = fc.constantFrom('1151120', '0010101', '-020315', '');
  const item = fc.record({ code: fc.constantFrom('I10', '4619', ''), date: dates, fee: fees });
  fc.assert(
    fc.property(fc.array(item, { minLength: 2, maxLength: 2 }), (items) => {
      const out = decodeRecord(
        shown,
        transcribe(shown, [{ spec: card, bytes: encodeRecord(card, { name: '', items }) }]),
      );
      const [empty] = emptyRecord(shown).items;
      assert.deepEqual(out.items, [...items.map((one) => ({ ...empty, ...one })), empty]);
    }),
    runs,
  );
});
