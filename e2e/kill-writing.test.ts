// kill -9 while a visit's record is written: fees, signed prescriptions, a vaccination. What was answered is on the card and
// at the centre once, and the ledger rebuilds the card to the byte. OPENCSHIS_SOAK=1: each kind at each point. deadline: 280
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
} from '../src/base/index.ts';
import { type HcFileName, hcFileMap } from '../src/card/index.ts';
import { apis } from '../src/catalogue/index.ts';
import { openCentreStore } from '../src/centre/server/index.ts';
import { connect } from '../src/main/daemon.ts';
import { readCard } from '../src/world/index.ts';
import { cardFromLedger, type FileBytes } from '../test/support/card-from-ledger.ts';
import { visitNow } from '../test/support/counter.ts';
import { killableWorld, type NewCard, type ProcessName } from '../test/support/killable.ts';
import { prescriptionItem, writingInputs } from '../test/support/writing.ts';

const soak = process.env.OPENCSHIS_SOAK === '1';
const rounds = soak ? 100 : 6;
const seed = process.env.OPENCSHIS_SEED ?? String(randomInt(systemRandom, 1_000_000));
const chance = seededRandom(`kill writing ${seed}`);
const killable = killableWorld('5.1');
const { ask, world, pidOf, alive } = killable;

const kinds = ['hisWriteTreatmentData', 'hisWriteMultiPrescriptSign', 'hisWriteInoculateData'] as const;
type Kind = (typeof kinds)[number];
interface Patient extends NewCard {
  readonly initial: FileBytes;
  readonly person: { readonly pPatientID: string; readonly pPatientBirthDate: string };
  readonly answered: Kind[];
}
const patients: Patient[] = [];

function filesOf(handle: string): FileBytes {
  const own = killable.store();
  const { files } = readCard(own, handle);
  own.close();
  return Object.fromEntries(
    Object.entries(hcFileMap).map(([name, { fid }]) => [name, Buffer.from(files[fid.toString(16)] ?? '', 'base64')]),
  );
}
function newPatient(): Patient {
  const card = killable.newCard(`k${patients.length}`);
  const initial = filesOf(card.handle);
  const basic = (initial.basic ?? Buffer.alloc(0)).toString('latin1');
  const person = { pPatientID: basic.slice(32, 42), pPatientBirthDate: basic.slice(42, 49) };
  const patient = { ...card, initial, person, answered: [] };
  patients.push(patient);
  return patient;
}

/** As a HIS does it: the same again until it is answered 0. */
async function untilDone(name: string, inputs: { [param: string]: string | number }) {
  for (let attempt = 0; ; attempt++) {
    const answer = await ask(name, inputs);
    if (answer.code === 0) return answer;
    assert.ok(attempt < 100, `never answered: ${name} ${answer.code} ${JSON.stringify(answer.failure)}`);
    await sleep(systemClock, 50);
  }
}
function write(patient: Patient, kind: Kind, time: string) {
  const api = apis.find((one) => one.name === kind) ?? assert.fail(kind);
  const known = new Set(api.params.map((param) => param.name));
  const items = ['1', '2', '5'].map((type, index) => prescriptionItem(time, type, `A${index}`)).join('');
  const inputs = {
    ...writingInputs(api, time),
    ...patient.person,
    ...(kind === 'hisWriteMultiPrescriptSign' ? { pDataWrite: items, iWriteCount: 3, iBufferLen: 120 } : {}),
  };
  patient.answered.push(kind);
  return untilDone(kind, Object.fromEntries(Object.entries(inputs).filter(([param]) => known.has(param))));
}
async function atThePatient(work: (patient: Patient, time: string) => Promise<void>): Promise<void> {
  const patient = newPatient();
  await world('insert', { card: patient.handle });
  const visit = await untilDone('hisGetSeqNumber256N1', { ...visitNow });
  await work(patient, String(visit.fields.pBuffer?.visitTime));
  await ask('hisGetRegisterBasic2');
  await world('remove', { card: patient.handle });
}

async function inspect(): Promise<void> {
  const client = await connect(killable.folder(), 'operator');
  try {
    while ((await client.op<{ journal: { waiting: number } }>('status')).journal.waiting > 0)
      await sleep(systemClock, 20);
  } finally {
    client.close();
  }
  const ledger = openCentreStore(join(killable.folder(), 'centre/centre.sqlite'));
  for (const { handle, cardNo, personId, initial, answered } of patients) {
    const events = ledger.eventsOf(personId).filter((event) => event.cardNo === cardNo && event.type !== 'in-doubt');
    const types = events.map((event) => event.type).sort();
    assert.deepEqual(types, [...answered.map(() => 'care'), 'visit'].sort(), `the ledger of ${handle}, each once`);
    const held = filesOf(handle);
    const expected = cardFromLedger(initial, events, cardNo);
    for (const name of Object.keys(hcFileMap) as HcFileName[])
      assert.equal(
        (held[name]?.length ? held[name] : undefined)?.toString('latin1') ?? expected[name]?.toString('latin1'),
        expected[name]?.toString('latin1'),
        `${handle} ${name}`,
      );
    const items = (expected.prescriptions ?? Buffer.alloc(0)).subarray(0, 3660).toString('latin1').trimEnd();
    const orders = answered.filter((kind) => kind === 'hisWriteMultiPrescriptSign').length;
    assert.equal(Math.ceil(items.length / 61), orders * 3, `${handle}: orders lost or doubled`);
  }
  ledger.close();
}

const points = crashPoints.filter((point) => !point.startsWith('sam:'));
for (const [index, point] of points.entries()) {
  for (const kind of soak ? kinds : [kinds[index % kinds.length] as Kind]) {
    test(`${kind} killed at ${point}`, async () => {
      const name = point.split(':')[0] as ProcessName;
      await atThePatient(async (patient, time) => {
        const old = pidOf(name);
        killable.board().set({ crashAt: [point as CrashPoint] });
        await Promise.all([
          write(patient, kind, time),
          alive(name, old).then((died) => {
            killable.board().set({ crashAt: [] });
            assert.ok(died, `${point} was never reached`);
          }),
        ]);
        for (const other of kinds) if (other !== kind) await write(patient, other, time);
      });
      await inspect();
    });
  }
}

test(`control killed at ${rounds} random moments (seed ${seed})`, async () => {
  for (let round = 0; round < rounds; round++) {
    await atThePatient(async (patient, time) => {
      const wait = randomInt(chance, 40);
      const old = pidOf('control');
      const kill = sleep(systemClock, wait).then(() => {
        try {
          process.kill(old, 'SIGKILL');
        } catch {
          // it is being restarted already
        }
      });
      for (const kind of kinds) await write(patient, kind, time);
      await kill;
    });
  }
  await inspect();
});
