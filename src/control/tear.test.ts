// Every writing call, torn at every APDU: the card is pulled before the card acted, and after it acted with the answer
// lost. Whatever was the last command, the next reader finds all of it or none, and the journal agrees. deadline: 240
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCounter, type TestCounter, visitNow } from '../../test/support/counter.ts';

interface Case {
  readonly title: string;
  readonly kind: string;
  readonly api: string;
  readonly inputs: (counter: TestCounter, handle: string) => Promise<{ [param: string]: string }>;
  /** The code that the section lists for a write that failed. */
  readonly failed: number;
  /** What of the card the call changes; all of it or none. */
  readonly watches: (files: Files) => unknown;
  /** Files that a whole write always changes. */
  readonly changes: readonly string[];
  /** At a dedicated reader (3.5): the module's own APDUs are torn in `dedicated.test.ts`. */
  readonly dedicated?: boolean;
}
type Files = { readonly [file: string]: { readonly [field: string]: never } };
const visitFiles = ({ validity, lastSeq, visits, cumulative }: Files) => ({ validity, lastSeq, visits, cumulative });
const visitOf = async () => ({ ...visitNow });
const visit = ['validity', 'cumulative', 'lastSeq', 'visits'];
const nothing = async () => ({});

const registering: Case = {
  title: '1.53',
  kind: 'normal',
  api: 'hisGetSeqNumber256N1',
  inputs: visitOf,
  failed: 5007,
  watches: visitFiles,
  changes: visit,
};
const cases: readonly Case[] = [
  registering,
  { ...registering, title: '1.53 at a dedicated reader', dedicated: true },
  {
    title: '1.37',
    kind: 'normal',
    api: 'hisGetSeqNumber256',
    inputs: visitOf,
    failed: 5007,
    watches: visitFiles,
    changes: visit,
  },
  {
    title: '1.9',
    kind: 'normal',
    api: 'hisGetSeqNumber',
    inputs: async () => ({ cTreatItem: '01', cBabyTreat: ' ' }),
    failed: 5007,
    watches: visitFiles,
    changes: visit,
  },
  {
    title: '1.39',
    kind: 'normal',
    api: 'csUnGetSeqNumber',
    inputs: async (counter) => {
      const visit = await counter.register();
      return { pUnTreatDate: String(visit.fields.pBuffer?.visitTime) };
    },
    failed: 5130,
    watches: visitFiles,
    changes: visit,
  },
  {
    title: '1.30',
    kind: 'no-visits',
    api: 'csUpdateHCContents',
    inputs: nothing,
    failed: 5130,
    watches: visitFiles,
    changes: ['validity'],
  },
  {
    title: '1.40',
    kind: 'no-visits',
    api: 'csUpdateHCNoReset',
    inputs: nothing,
    failed: 5130,
    watches: visitFiles,
    changes: ['validity'],
  },
];

for (const one of cases) {
  test(`${one.title} torn at every APDU is all there or not at all`, async () => {
    const counter = await newCounter({ profile: one.dedicated ? '3.5' : '5.1' });
    try {
      let torn = 0;
      const outcomes = { all: 0, none: 0 };
      for (const acted of [false, true]) {
        for (let at = 0; ; at++) {
          const handle = `c${at}-${acted ? 'acted' : 'before'}`;
          const result = await tearOnce(counter, one, handle, at, acted);
          if (result === 'not reached') break;
          torn += 1;
          outcomes[result] += 1;
        }
      }
      assert.ok(torn > 20, `only ${torn} tears`);
      assert.ok(outcomes.none > 0 && outcomes.all > 0, `tears fell on one side only: ${JSON.stringify(outcomes)}`);
    } finally {
      await counter.close();
    }
  });
}

async function tearOnce(counter: TestCounter, one: Case, handle: string, at: number, acted: boolean) {
  await counter.act('new', { card: handle, kind: one.kind });
  counter.bench.insert(handle);
  const where = `${one.title} torn at ${at}${acted ? ', after the card acted' : ''}`;
  const inputs = await one.inputs(counter, handle);
  const before = await counter.card(handle);
  await counter.act('fault', {
    name: 'tear',
    times: 1,
    options: { at, acted, ...(one.dedicated ? { role: 'hc' } : {}) },
  });
  const answer = await counter.call(one.api, inputs);
  await counter.act('fault', { name: 'off' });
  const after = await counter.card(handle);
  const changed = after.counter !== before.counter;
  if (counter.bench.list().some((card) => card.handle === handle && card.slot)) {
    counter.bench.remove(handle);
    assert.equal(answer.code, 0, `${where}: not torn, yet ${answer.code}`);
    return 'not reached';
  }

  // The card itself: everything that belongs together changed, or nothing did.
  const wasFiles = one.watches(before.files);
  const isFiles = one.watches(after.files);
  if (changed) {
    assert.equal(after.counter, before.counter + 1, where);
    assert.equal(after.ring.length, before.ring.length + 1, where);
    for (const [file, value] of Object.entries(isFiles as Files))
      if (one.changes.includes(file))
        assert.notDeepEqual(value, (wasFiles as Files)[file], `${where}: ${file} did not change with the rest`);
  } else assert.deepEqual(isFiles, wasFiles, where);

  // The answer: an own code for "in doubt", never 0 for what is not on the card.
  if (answer.code === 0) assert.ok(changed, `${where}: 0 and nothing on the card`);
  else assert.ok([4000, 4013, 4043, one.failed].includes(answer.code), `${where}: ${answer.code}`);
  if (changed && answer.code !== 0) {
    assert.equal(answer.code, one.failed, where);
    assert.equal(answer.failure?.kind, 'in-doubt', where);
  }

  // Put back: decided before any other call, and the journal agrees with the card.
  counter.bench.insert(handle);
  assert.equal((await counter.call('hisGetRegisterBasic2')).code, 0, where);
  const intents = (await counter.control.journal()).filter(
    (entry) => entry.cardNo === after.cardNo && entry.api === one.api,
  );
  assert.deepEqual(
    intents.map((entry) => entry.state),
    changed ? ['done'] : intents.map(() => 'dropped'),
    where,
  );

  // Asked again with the same inputs: the visit that was done is answered, else it is made now; one in the end.
  if (visitMakers.includes(one.api)) {
    const again = await counter.call(one.api, inputs);
    assert.equal(again.code, 0, `${where}: ${JSON.stringify(again.failure)}`);
    again.delivered();
    const visits = (await counter.card(handle)).files.visits?.visits as unknown as { visitTime: string }[];
    const made = visits.filter((visit) => visit.visitTime !== '');
    assert.deepEqual(
      made.map((visit) => visit.visitTime),
      [String(again.fields.pBuffer?.visitTime)],
      where,
    );
    const person = String((after.files.basic as unknown as { personId: string }).personId);
    const ledger = await counter.ledger(person);
    assert.deepEqual(
      ledger.map((event) => [event.type, event.dateTime]),
      [['visit', String(again.fields.pBuffer?.visitTime)]],
      where,
    );
  }
  counter.bench.remove(handle);
  return changed ? 'all' : 'none';
}
const visitMakers: readonly string[] = ['hisGetSeqNumber256N1', 'hisGetSeqNumber256', 'hisGetSeqNumber'];
