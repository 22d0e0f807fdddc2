// The card's sums over random walks of register, fees and undo, against a simple model of what was paid in which year.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HcFiles, hcRecords } from '../../card/index.ts';
import { apiByName, type RecordSpec } from '../../catalogue/index.ts';
import { decodeRecord, emptyRecord, encodeRecord, epochOf } from '../../codec/index.ts';
import { accept } from '../accept.ts';
import type { Decide, Facts, View } from '../decide.ts';
import { viewOf } from '../view.ts';
import { register } from './register.ts';
import { writeTreatment } from './treatment.ts';
import { undo } from './undo.ts';

const runs = { numRuns: process.env.OPENCSHIS_SOAK ? 5_000 : 150 };
const person = { personId: 'A123456789', birthDate: '0700101' };
const identity = { samId: '350120000001', hospId: '3501200000', hospName: '院所', hospAbbName: '院所' };

/** A card as bytes: every write goes through the layouts, so that nothing fits here that a card would not take. */
class Card {
  private readonly files = new Map<string, Uint8Array>();
  constructor() {
    this.put('basic', {
      ...emptyRecord(hcRecords.basic),
      ...person,
      cardNo: '000012345678',
      cancelMark: '1',
      sex: 'F',
    });
    this.put('validity', { validUntil: '2991231', available: 99 });
  }
  put<N extends keyof HcFiles>(name: N, value: HcFiles[N]): void {
    this.files.set(name, encodeRecord(hcRecords[name] as RecordSpec, value as never, this.files.get(name)));
  }
  get view(): View {
    const blank = (name: string) => new Uint8Array(hcRecords[name as keyof HcFiles].length).fill(0x20);
    return viewOf(
      Object.fromEntries(Object.keys(hcRecords).map((name) => [name, this.files.get(name) ?? blank(name)])),
    );
  }
  /** Decides and writes; the code. */
  call(decide: Decide, name: string, inputs: { [param: string]: string }, now: number): number {
    const api = apiByName(name) ?? assert.fail(name);
    const facts: Facts = { now, profile: '5.1', simulated: true, openExceptions: [], identity };
    const outcome = decide(this.view, accept(api, inputs), facts);
    if (!('writing' in outcome) || outcome.writing === undefined) return outcome.code;
    const wanted = outcome.writing({ signature: new Uint8Array(128), treatNum: '0'.repeat(20) });
    for (const { file, value } of wanted.writes) this.put(file, value as never);
    return wanted.code;
  }
}

interface Paid {
  readonly time: string;
  fees: readonly number[];
  undone: boolean;
}
const names = [
  'outpatientFee',
  'outpatientCopay',
  'inpatientFee',
  'inpatientCopayShort',
  'inpatientCopayLong',
] as const;

/** What the sums must be: of all that was ever paid and not taken back, by the year of the visit. */
function expected(paid: readonly Paid[], years: readonly string[]) {
  const sum = (which: readonly number[], filter: (one: Paid) => boolean): number =>
    paid
      .filter((one) => !one.undone && filter(one))
      .reduce((total, one) => total + which.reduce((part, index) => part + (one.fees[index] ?? 0), 0), 0);
  const ofYear = (year: string) => {
    const mine = (one: Paid): boolean => one.time.startsWith(year);
    return {
      year,
      visits: paid.filter((one) => !one.undone && mine(one)).length,
      outpatientFee: sum([0], mine),
      inpatientFee: sum([2], mine),
      outpatientCopay: sum([1], mine),
      inpatientCopayShort: sum([3], mine),
      inpatientCopayLong: sum([4], mine),
      copay: sum([1, 3, 4], mine),
      copayShort: sum([1, 3], mine),
    };
  };
  return {
    years: years.map(ofYear),
    totals: { outpatientTotal: sum([0], () => true), inpatientTotal: sum([2], () => true) },
  };
}

const amount = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9_999_999 }));
const step = fc.oneof(
  fc.record({ do: fc.constant('register' as const), days: fc.integer({ min: 0, max: 200 }) }),
  fc.record({
    do: fc.constant('fees' as const),
    which: fc.nat({ max: 7 }),
    fees: fc.array(amount, { minLength: 5, maxLength: 5 }),
    both: fc.boolean(),
  }),
  fc.record({ do: fc.constant('undo' as const), which: fc.nat({ max: 2 }) }),
);

test('sums after register, fees and undo in any order, over the years', () => {
  let written = 0;
  let undone = 0;
  let years = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const card = new Card();
      const paid: Paid[] = [];
      let now = Date.UTC(2024, 0, 1);
      for (const one of steps) {
        if (one.do === 'register') {
          now += one.days * 86_400_000 + 60_000;
          const inputs = { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' };
          const code = card.call(register('hex256'), '1.53', inputs, now);
          assert.ok(code === 0 || code === 5010, String(code));
          const [visit] = card.view.visits.visits;
          paid.push({ time: visit?.visitTime ?? '', fees: [0, 0, 0, 0, 0], undone: false });
        } else {
          const visit = paid.at(-1 - one.which);
          if (visit === undefined) continue;
          if (one.do === 'fees') {
            const data = one.fees.map((fee, index) => String(fee).padEnd(index < 3 ? 8 : 7)).join('');
            const inputs = { pPatientID: person.personId, pPatientBirthDate: person.birthDate, pDateTime: visit.time };
            const code = one.both
              ? card.call(
                  writeTreatment({ diagnoses: true, fees: true }),
                  '1.47',
                  { ...inputs, pDataWrite: `1${' '.repeat(30)}${data}` },
                  now,
                )
              : card.call(
                  writeTreatment({ diagnoses: false, fees: true }),
                  '1.17',
                  { ...inputs, pDataWrite: data },
                  now,
                );
            const there = one.which < 6 && !visit.undone;
            assert.equal(code, there ? 0 : 5022);
            if (there) {
              visit.fees = one.fees;
              written += 1;
            }
          } else {
            const code = card.call(undo, '1.39', { pUnTreatDate: visit.time }, now);
            const may = !visit.undone && now - (epochOf(visit.time) ?? 0) <= 86_400_000;
            // The oldest of two visits of one year may find that a newer one has the last number: that is no hindrance.
            assert.ok(may ? code === 0 : [5153, 5154, 5150].includes(code), `${code} ${JSON.stringify(visit)}`);
            if (may) {
              visit.undone = true;
              undone += 1;
            }
          }
        }
        const kept = [...new Set(paid.map((each) => each.time.slice(0, 3)))].sort().reverse().slice(0, 2);
        years = Math.max(years, new Set(paid.map((each) => each.time.slice(0, 3))).size);
        const sums = expected(paid, kept);
        const { cumulative, totals, visits } = card.view;
        assert.deepEqual(
          cumulative.years.filter((year) => year.year !== ''),
          sums.years,
        );
        if (paid.length > 0) assert.deepEqual(totals, sums.totals);
        for (const visit of paid.slice(-6)) {
          const held = visits.visits.find((each) => each.visitTime === visit.time);
          assert.deepEqual(
            names.map((name) => held?.[name]),
            visit.undone ? [0, 0, 0, 0, 0] : visit.fees,
          );
        }
      }
    }),
    runs,
  );
  assert.ok(written > 100 && undone > 20 && years > 2, JSON.stringify({ written, undone, years }));
});

test('what does not fit changes nothing', () => {
  const card = new Card();
  const now = Date.UTC(2024, 5, 1);
  card.call(register('hex256'), '1.53', { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' }, now);
  const time = card.view.visits.visits[0]?.visitTime ?? '';
  const fees = (first: string) =>
    card.call(
      writeTreatment({ diagnoses: false, fees: true }),
      '1.17',
      { pPatientID: person.personId, pPatientBirthDate: person.birthDate, pDateTime: time, pDataWrite: first },
      now,
    );
  assert.equal(fees('99999999'), 0);
  for (const outpatientTotal of [99_999_998, 10 ** 10 - 1]) {
    card.put('totals', { outpatientTotal, inpatientTotal: 0 });
    const before = Buffer.from(encodeRecord(hcRecords.visits, card.view.visits)).toString('hex');
    assert.equal(fees(outpatientTotal === 99_999_998 ? '0' : '100'), outpatientTotal === 99_999_998 ? 5028 : 0);
    if (outpatientTotal === 99_999_998)
      assert.equal(Buffer.from(encodeRecord(hcRecords.visits, card.view.visits)).toString('hex'), before);
  }
  assert.equal(
    decodeRecord(hcRecords.totals, encodeRecord(hcRecords.totals, card.view.totals)).outpatientTotal,
    10 ** 10 - 1 - 99_999_899,
  );
});
