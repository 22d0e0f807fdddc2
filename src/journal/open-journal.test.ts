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
  preparedAt: Date.now(),
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

test('an intent lives through prepared, done, delivered and sent, also over a reopening', async () => {
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
    (await again.entries()).map((entry) => [entry.state, entry.delivered, entry.sent]),
    [['done', true, true]],
  );
  // It is settled: history, and nothing that a call could still ask for.
  assert.deepEqual(again.live(), []);
  again.prepare(intent('bb'));
  assert.equal(again.byRequest('r-bb', 'his')?.id, 'bb');
  assert.equal(again.byRequest('r-bb', 'another'), undefined);
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

test('whatever byte the file is cut or altered at, what stands before it is kept and the rest is put aside', async () => {
  const store = memoryStore();
  const journal = openJournal(store, systemClock);
  for (const id of ['aa', 'bb', 'cc']) {
    journal.prepare(intent(id));
    journal.done(id);
  }
  const whole = store.read('journal/log') ?? new Uint8Array();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.boolean(),
      fc.integer({ min: 1, max: 255 }),
      async (at, cut, flip) => {
        const damaged = memoryStore();
        const bytes = cut ? whole.slice(0, at) : whole.slice();
        if (!cut) bytes[at] = (bytes[at] ?? 0) ^ flip;
        damaged.write('journal/log', bytes);
        const opened = openJournal(damaged, systemClock);
        const lines = whole.subarray(0, at).filter((byte) => byte === 10).length;
        const states = (await opened.entries()).map((entry) => entry.state);
        assert.equal(states.filter((state) => state === 'done').length, Math.floor(lines / 2));
        const left = (damaged.read('journal/log') ?? new Uint8Array()).length;
        const aside = opened.opened.keptAs ? (damaged.read(opened.opened.keptAs) ?? new Uint8Array()).length : 0;
        assert.equal(left + aside, bytes.length);
        opened.prepare(intent('dd'));
        assert.equal(openJournal(damaged, systemClock).get('dd')?.state, 'prepared');
      },
    ),
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

test('whatever happens in whatever order, a journal that puts its past aside answers as one that keeps all in memory', async () => {
  const step = fc.record({
    id: fc.nat(11).map((one) => `i${one}`),
    what: fc.constantFrom(
      'prepare',
      'record',
      'done',
      'dropped',
      'undecided',
      'delivered',
      'receipt',
      'notice',
      'reopen',
    ),
    kind: fc.constantFrom('visit', 'no-card', 'exception'),
    bulk: fc.constantFrom(0, 1_500_000),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const store = memoryStore();
      let journal = openJournal(store, systemClock);
      const model = new Map<string, { state: string; delivered: boolean; sent: boolean; told: boolean }>();
      for (const { id, what, kind, bulk } of steps) {
        const known = model.get(id);
        if (what === 'reopen') {
          journal.close();
          journal = openJournal(store, systemClock);
        } else if (what === 'prepare' || what === 'record') {
          if (known) continue;
          const one = intent(id, {
            answer: { code: 0, outputs: { big: 'x'.repeat(bulk) } },
            events: intent(id).events.map((event) => ({ ...event, type: kind as 'visit' })),
          });
          if (what === 'prepare') journal.prepare(one);
          else journal.done(one);
          model.set(id, { state: what === 'record' ? 'done' : 'prepared', delivered: false, sent: false, told: false });
        } else if (known === undefined) {
          continue;
        } else if (what === 'delivered' || what === 'receipt') {
          if (known.state !== 'done') continue;
          if (what === 'delivered') journal.delivered(id);
          else journal.receipt(id, 'stored');
          known[what === 'delivered' ? 'delivered' : 'sent'] = true;
        } else if (what === 'notice') {
          if (known.state !== 'undecided') continue;
          journal.receipt(`${id}?`, 'stored');
          known.told = true;
        } else {
          if (known.state === 'done' || known.state === 'dropped') continue;
          journal[what](id);
          known.state = what;
        }
        const states = [...model];
        assert.deepEqual(
          journal
            .waiting()
            .map((event) => event.id)
            .sort(),
          states
            .flatMap(([key, one]) => {
              if (one.state === 'done' && !one.sent) return [key];
              return one.state === 'undecided' && !one.told ? [`${key}?`] : [];
            })
            .sort(),
        );
        assert.equal(journal.counts().waiting, journal.waiting().length);
        assert.equal(journal.counts().inDoubt, states.filter(([, one]) => /prepared|undecided/.test(one.state)).length);
        assert.equal(
          journal.counts().undelivered,
          states.filter(([, one]) => one.state === 'done' && !one.delivered).length,
        );
      }
      const history = new Map((await journal.entries()).map((entry) => [entry.id, entry]));
      assert.deepEqual([...history.keys()].sort(), [...model.keys()].sort());
      for (const [id, one] of model) {
        const { state, delivered, sent } = history.get(id) ?? {};
        assert.deepEqual({ state, delivered, sent }, { state: one.state, delivered: one.delivered, sent: one.sent });
      }
    }),
    { numRuns: 80 },
  );
});

test('thousands of settled visits leave no more in memory and in the log than the last few', async () => {
  const store = memoryStore();
  const journal = openJournal(store, systemClock);
  for (let count = 0; count < 1500; count++) {
    const id = count.toString(16).padStart(16, '0');
    journal.prepare(intent(id, { answer: { code: 0, outputs: { big: 'x'.repeat(8000) } } }));
    journal.done(id);
    journal.delivered(id);
    journal.receipt(id, 'stored');
  }
  assert.deepEqual(journal.live(), []);
  assert.ok((store.read('journal/log')?.length ?? 0) < 5 * 1024 * 1024);
  assert.equal((await journal.entries()).length, 1500);
  const { latestTime } = openJournal(store, systemClock);
  assert.ok(latestTime() >= journal.latestTime());
});

test('the newest of two months come without the rest, and whoever lists them holds nobody up', async () => {
  const store = memoryStore();
  let now = Date.parse('2026-01-01T00:00:00Z');
  const clock = { ...systemClock, now: () => now };
  const journal = openJournal(store, clock);
  for (let count = 0; count < 2000; count++) {
    now += 60_000;
    const id = count.toString(16).padStart(16, '0');
    journal.prepare(intent(id, { preparedAt: now, answer: { code: 0, outputs: { big: 'x'.repeat(8000) } } }));
    journal.done(id);
    // Every hundredth is nothing that was settled: it is told anew in each file that follows.
    if (count % 100 === 0) continue;
    journal.delivered(id);
    journal.receipt(id, 'stored');
  }
  const read: string[] = [];
  const watching = (name: string) => {
    read.push(name);
    return store.read(name);
  };
  const watched = openJournal({ ...store, read: watching }, clock);
  const files = store.list('journal').length;
  assert.ok(files > 3, `${files} files`);
  read.length = 0;
  const newest = await watched.entries({ most: 50 });
  assert.deepEqual(
    newest.map((entry) => Number.parseInt(entry.id, 16)),
    Array.from({ length: 50 }, (_, index) => 1950 + index),
  );
  assert.ok(read.length < files, `${read}`);
  let turns = 0;
  const turn = (): void => {
    turns++;
    setImmediate(turn).unref();
  };
  turn();
  const all = await watched.entries();
  assert.equal(all.length, 2000);
  assert.ok(turns >= files - 1, `${turns} turns while ${files} files were read`);
  const open = await watched.entries({ accept: (entry) => !entry.sent, most: 3 });
  assert.deepEqual(
    open.map((entry) => Number.parseInt(entry.id, 16)),
    [1700, 1800, 1900],
  );
});
