import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JournalEntry, JournalEvent } from '../../../client/index.ts';
import { rocOf } from '../../roc.ts';
import { cell, csvOf, jsonOf } from './export.ts';
import { isOpen, matching, needsIdentifier, type Row, rowsOf } from './rows.ts';

let count = 0;
const entry = (event: Partial<JournalEvent>, more: Partial<JournalEntry> = {}): JournalEntry => {
  const id = String(++count).padStart(16, '0');
  return {
    id,
    api: 'hisGetSeqNumber256N1',
    preparedAt: count,
    state: 'done',
    delivered: true,
    sent: true,
    events: [{ id, type: 'visit', hospId: '3501200000', dateTime: '1141125100000', personId: 'A123456789', ...event }],
    ...more,
  };
};
const any = { text: '', kind: '', state: '' } as const;

test('the newest row comes first, and says how far it came', () => {
  const states = [
    entry({}),
    entry({}, { sent: false }),
    entry({}, { refused: '9012' }),
    entry({}, { state: 'prepared' }),
    entry({}, { state: 'undecided' }),
    entry({}, { state: 'dropped' }),
  ];
  assert.deepEqual(
    rowsOf(states, rocOf).map((row) => row.state),
    ['dropped', 'in-doubt', 'in-doubt', 'refused', 'waiting', 'sent'],
  );
});

test('a visit that was taken back says so, also where another person was there at the same second', () => {
  const rows = rowsOf([entry({}), entry({ personId: 'B123456780' }), entry({ type: 'undo' })], rocOf);
  assert.deepEqual(
    rows.map((row) => row.undone),
    [false, false, true],
  );
});

test('an exception asks for its identifier until it has one, and the identifier is a recovered one', () => {
  const exception = entry({ type: 'exception', exceptionCode: 'C000' });
  const [alone] = rowsOf([exception], rocOf);
  assert.ok(alone && needsIdentifier(alone) && isOpen(alone));
  const later = entry({ type: 'no-card', linkedTo: exception.id, treatNum: 'X' });
  const [made, mended] = rowsOf([exception, later], rocOf);
  assert.equal(made?.recovered, true);
  assert.equal(mended?.mended, true);
  assert.ok(mended && !isOpen(mended));
  assert.deepEqual(
    matching(rowsOf([exception, later], rocOf), { ...any, kind: 'recovered' }).map((row) => row.id),
    [later.id],
  );
});

test('rows are found by parts of what they say, by kind and by state', () => {
  const rows = rowsOf([entry({ treatNum: 'ABCDEF' }), entry({ personId: 'B123456780' }, { sent: false })], rocOf);
  assert.equal(matching(rows, any).length, 2);
  assert.equal(matching(rows, { ...any, text: 'b1234' }).length, 1);
  assert.equal(matching(rows, { ...any, text: 'cde a123' }).length, 1);
  assert.equal(matching(rows, { ...any, state: 'waiting' })[0]?.personId, 'B123456780');
  assert.equal(matching(rows, { ...any, kind: 'exception' }).length, 0);
});

test('no cell of the CSV begins like a formula, whatever is in it, and it reads back as it was', () => {
  const plain = (text: string): string => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
  const nasty = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', ' =1', '＝1'));
  fc.assert(
    fc.property(nasty, (text) => {
      const shown = plain(cell(text));
      assert.ok(!/^\s*[=+\-@\t\r\n]/.test(shown) || shown.trim() === '', JSON.stringify(shown));
      assert.ok(shown === text || shown === `'${text}`);
    }),
  );
});

test('Excel finds the language and leaves numbers with zeros alone', () => {
  const [row] = rowsOf([entry({ seqNumber: '0007', personId: 'A123456789' })], rocOf);
  const csv = csvOf([row as Row], 'zh');
  assert.ok(csv.startsWith('\ufeff時間,'));
  assert.ok(csv.includes(`,"'0007",`));
  assert.ok(csv.endsWith('\r\n'));
  assert.equal(JSON.parse(jsonOf([row as Row])).length, 1);
});
