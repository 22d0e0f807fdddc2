/**
 * @module kill -9 of each process, at every named crash point and at random moments, while patients are registered: every
 * visit that was answered is on its card and at the centre exactly once, and nothing else is.
 */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  type CrashPoint,
  crashPoints,
  randomInt,
  seededRandom,
  sleep,
  systemClock,
  systemRandom,
} from '../../src/base/index.ts';
import { openCentreStore } from '../../src/centre/server/index.ts';
import { connect } from '../../src/main/daemon.ts';
import { readDiscovery } from '../../src/main/home.ts';
import { cardFile } from '../../src/world/index.ts';
import { visitNow } from './counter.ts';
import { killableWorld, type NewCard, type ProcessName } from './killable.ts';

const soak = process.env.OPENCSHIS_SOAK === '1';
const seed = process.env.OPENCSHIS_SEED ?? String(randomInt(systemRandom, 1_000_000));
const chance = seededRandom(`kill ${seed}`);

/** The tests of one profile, each process killed at `rounds` random moments. */
export function killTests(profile: '5.1' | '3.5', short: number): void {
  const rounds = soak ? 200 : short;
  /** In 3.5 the module is a card in control's reader, and its crash points are control's. */
  const names: readonly ProcessName[] = profile === '3.5' ? ['control', 'centre'] : ['control', 'sam', 'centre'];
  const killable = killableWorld(profile);
  const { ask, world, pidOf, alive, store } = killable;

  interface Patient extends NewCard {
    readonly answered: Map<string, string>;
  }
  const patients: Patient[] = [];
  function newPatient(): Patient {
    const patient = { ...killable.newCard(`p${patients.length}`), answered: new Map<string, string>() };
    patients.push(patient);
    return patient;
  }

  /** Registers until it is answered with data; what was answered is remembered. */
  async function registerUntilDone(patient: Patient): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const answer = await ask('hisGetSeqNumber256N1', { ...visitNow });
      const grant = answer.fields.pBuffer;
      if (grant) {
        patient.answered.set(String(grant.visitTime), String(grant.treatNum));
        return;
      }
      assert.ok(attempt < 100, `never answered: ${answer.code} ${JSON.stringify(answer.failure)}`);
      await sleep(systemClock, 50);
    }
  }

  /** Everything that must hold once the dust has settled. */
  async function inspect(): Promise<void> {
    const client = await connect(killable.folder(), 'operator');
    try {
      for (;;) {
        const { journal } = await client.op<{ journal: { waiting: number } }>('status');
        if (journal.waiting === 0) break;
        await sleep(systemClock, 20);
      }
      const journal =
        await client.op<{ cardNo?: string; state: string; events: { type: string; dateTime: string }[] }[]>('journal');
      const ledger = openCentreStore(join(killable.folder(), 'centre/centre.sqlite'));
      for (const patient of patients) {
        const visits = await visitsOf(patient);
        const answered = [...patient.answered].sort();
        assert.deepEqual(visits, answered, `the card of ${patient.handle} and what was answered`);
        const heard = ledger
          .eventsOf(patient.personId)
          .filter((event) => event.type === 'visit')
          .map((event) => [event.dateTime, event.treatNum ?? '']);
        assert.deepEqual(heard.sort(), answered, `the ledger of ${patient.handle}, each exactly once`);
        const intents = journal.filter((entry) => entry.cardNo === patient.cardNo);
        assert.deepEqual(
          intents
            .filter((entry) => entry.state === 'done')
            .map((entry) => entry.events[0]?.dateTime)
            .sort(),
          answered.map(([time]) => time),
          `the journal of ${patient.handle}`,
        );
        assert.ok(
          intents.every((entry) => entry.state === 'done' || entry.state === 'dropped'),
          JSON.stringify(intents.map((one) => one.state)),
        );
      }
      ledger.close();
    } finally {
      client.close();
    }
  }
  async function visitsOf(patient: Patient): Promise<[string, string][]> {
    const client = await connect(killable.folder(), 'world');
    try {
      const shown = await client.op<{ files: { visits: { visits: { visitTime: string; treatNum: string }[] } } }>(
        'world',
        {
          action: 'show',
          card: patient.handle,
        },
      );
      return shown.files.visits.visits
        .filter((visit) => visit.visitTime !== '')
        .map((visit): [string, string] => [visit.visitTime, visit.treatNum])
        .sort();
    } finally {
      client.close();
    }
  }

  async function atThePatient(work: (patient: Patient) => Promise<void>): Promise<void> {
    const patient = newPatient();
    await world('insert', { card: patient.handle });
    await work(patient);
    await ask('hisGetRegisterBasic2');
    await world('remove', { card: patient.handle });
  }
  for (const point of crashPoints) {
    test(`killed at ${point}`, async () => {
      const of = point.split(':')[0] as ProcessName;
      const name = names.includes(of) ? of : 'control';
      await atThePatient(async (patient) => {
        const old = pidOf(name);
        killable.board().set({ crashAt: [point as CrashPoint] });
        // Verifying renews keys; registering signs, writes, and tells the centre.
        const first = Promise.all([
          ask('csVerifySAMDC').then(() => registerUntilDone(patient)),
          alive(name, old).then((died) => {
            killable.board().set({ crashAt: [] });
            assert.ok(died, `${point} was never reached`);
          }),
        ]);
        await first;
        await registerUntilDone(patient);
      });
      await inspect();
    });
  }

  for (const name of names) {
    test(`${name} killed at ${rounds} random moments (seed ${seed})`, async () => {
      for (let round = 0; round < rounds; round++) {
        await atThePatient(async (patient) => {
          const wait = randomInt(chance, 60);
          const old = pidOf(name);
          const kill = sleep(systemClock, wait).then(() => {
            try {
              process.kill(old, 'SIGKILL');
            } catch {
              // it is being restarted already
            }
          });
          await registerUntilDone(patient);
          await kill;
          await registerUntilDone(patient);
        });
      }
      for (let waited = 0; readDiscovery(killable.folder()) === undefined && waited < 500; waited++)
        await sleep(systemClock, 10);
      await inspect();
    });
  }

  test('the cards that were written are whole files', () => {
    const own = store();
    assert.ok(patients.length >= crashPoints.length + names.length * rounds);
    for (const patient of patients) assert.ok((own.read(cardFile(patient.handle))?.length ?? 0) > 100);
    own.close();
  });
}
