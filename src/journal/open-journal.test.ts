import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { memoryStore, systemClock } from '../base/index.ts';
import { openJournal } from './open-journal.ts';
import type { Intent } from './types.ts';

const intent = (id: string, more: Partial<Intent> = {}): Intent => ({
  id,
  api: 'hisGetSeqNumber256N1',
  preparedAt: 1,
  cardNo: '900000000001',
  program: 'his',
  inputs: 'digest',
  requestId: `r-${id}`,
  answer: { code: 0, outputs: { iBufferLen: 316 } },
  events: [
    { id, type: 'visit', hospId: '3501200000', samId: 'S', dateTime: '1151124090000', personId: 'x', simulated: true },
  ],
  ...more,
});

test('an intent lives through prepared, done, delivered and sent, also over a reopening', () => {
  const store = memoryStore();
  const journal = openJournal(store, systemClock);
  journal.prepare(intent('aa'));
  assert.equal(journal.open('900000000001').length, 1);
  assert.deepEqual(journal.waiting(), []);
  journal.done('aa');
  assert.equal(journal.waiting().length, 1);
  const match = { program: 'his', inputs: 'digest', api: 'hisGetSeqNumber256N1', cardNo: '900000000001' };
  assert.equal(journal.replay(match)?.id, 'aa');
  journal.delivered('aa');
  assert.equal(journal.replay(match), undefined);
  journal.receipt('aa', 'stored');
  journal.close();
  const again = openJournal(store, systemClock);
  assert.deepEqual(
    again.entries().map((entry) => [entry.state, entry.delivered, entry.sent]),
    [['done', true, true]],
  );
  assert.equal(again.byRequest('r-aa', 'his')?.id, 'aa');
  assert.equal(again.byRequest('r-aa', 'another'), undefined);
});

test('an undecided intent is told as in doubt, never as a visit, until it is decided', () => {
  const journal = openJournal(memoryStore(), systemClock);
  journal.prepare(intent('aa'));
  journal.undecided('aa');
  assert.deepEqual(
    journal.waiting().map((event) => [event.type, event.resolves]),
    [['in-doubt', 'aa']],
  );
  journal.receipt(journal.waiting()[0]?.id ?? '', 'stored');
  assert.deepEqual(journal.waiting(), []);
  journal.done('aa');
  assert.deepEqual(
    journal.waiting().map((event) => [event.type, event.id]),
    [['visit', 'aa']],
  );
});

test('whatever byte the file is cut or altered at, what stands before it is kept and the rest is put aside', () => {
  const store = memoryStore();
  const journal = openJournal(store, systemClock);
  for (const id of ['aa', 'bb', 'cc']) {
    journal.prepare(intent(id));
    journal.done(id);
  }
  const whole = store.read('journal/log') ?? new Uint8Array();
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.boolean(), fc.integer({ min: 1, max: 255 }), (at, cut, flip) => {
      const damaged = memoryStore();
      const bytes = cut ? whole.slice(0, at) : whole.slice();
      if (!cut) bytes[at] = (bytes[at] ?? 0) ^ flip;
      damaged.write('journal/log', bytes);
      const opened = openJournal(damaged, systemClock);
      const lines = whole.subarray(0, at).filter((byte) => byte === 10).length;
      const states = opened.entries().map((entry) => entry.state);
      assert.equal(states.filter((state) => state === 'done').length, Math.floor(lines / 2));
      const left = (damaged.read('journal/log') ?? new Uint8Array()).length;
      const aside = opened.opened.keptAs ? (damaged.read(opened.opened.keptAs) ?? new Uint8Array()).length : 0;
      assert.equal(left + aside, bytes.length);
      opened.prepare(intent('dd'));
      assert.equal(openJournal(damaged, systemClock).get('dd')?.state, 'prepared');
    }),
  );
});

test('a journal of a newer format is refused and left as it is', () => {
  const store = memoryStore();
  const journal = openJournal(store, systemClock);
  journal.prepare(intent('aa'));
  const text = Buffer.from(store.read('journal/log') ?? []).toString('utf8');
  const json = text.slice(9, -1).replace('"v":1', '"v":2');
  const bytes = Buffer.from(`${crc32(json).toString(16).padStart(8, '0')} ${json}\n`);
  store.write('journal/log', bytes);
  assert.throws(() => openJournal(store, systemClock), { kind: 'newer-format' });
  assert.deepEqual(store.read('journal/log'), Uint8Array.from(bytes));
});
