// A whole day at one counter, every function, faults from a seed, through real processes: at the end what the HIS was
// told, what the cards hold and what the centre's ledger holds are the same, and nothing was left open. deadline: 290
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Failure, fileStore, randomInt, seededRandom, sleep, systemClock, systemRandom } from '../src/base/index.ts';
import { decodeImage, hcFileMap, hcRecords } from '../src/card/index.ts';
import { type Api, apiByName, apis, errorByCode, reachFaults } from '../src/catalogue/index.ts';
import { openCentreStore } from '../src/centre/server/index.ts';
import { decodeRecord } from '../src/codec/index.ts';
import { written } from '../src/control/index.ts';
import type { NativeClient, RemoteAnswer } from '../src/doors/native/client.ts';
import { connect, logFile, startDetached, stopWorld } from '../src/main/daemon.ts';
import { processesFile } from '../src/main/home.ts';
import { cardFile, newCardFor, type SwitchBoard, switchBoard, switchFile } from '../src/world/index.ts';
import { sameAsLedger } from '../test/support/agreement.ts';
import { newWorldFolder } from '../test/support/counter.ts';
import { type Inputs, inputsFor, type Sick } from '../test/support/his.ts';
import { memoryOptions, watchMemory } from '../test/support/memory.ts';

const soak = process.env.OPENCSHIS_SOAK === '1';
const patients = Number(process.env.OPENCSHIS_PATIENTS ?? (soak ? 10_000 : 150));
const day = 8 * 3_600_000;
const seed = process.env.OPENCSHIS_SEED ?? String(randomInt(systemRandom, 1_000_000));
const chance = seededRandom(`day ${seed}`);
const one = (of: number): boolean => randomInt(chance, of) === 0;

let folder: string;
let board: SwitchBoard;
let store: ReturnType<typeof fileStore>;
let program: NativeClient | undefined;
let operator: NativeClient | undefined;
let ended = false;

before(async () => {
  process.env.OPENCSHIS_PCSC = 'off';
  if (soak) process.env.NODE_OPTIONS = memoryOptions;
  folder = newWorldFolder();
  store = fileStore(folder);
  board = switchBoard(store, join(folder, switchFile));
  await startDetached(folder);
});
after(async () => {
  program?.close();
  operator?.close();
  watched?.close();
  // The world goes with its folder: of a day that did not end, what its processes said is kept.
  if (!ended) console.error(readFileSync(join(folder, logFile), 'utf8').split('\n').slice(-200).join('\n'));
  await stopWorld(folder);
  store.close();
});

/** Connected, or connected again: what broke is asked anew, as a HIS does. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const broken = error instanceof Failure && ['no-daemon', 'daemon-lost'].includes(error.kind ?? '');
      if (!broken || attempt > 600) throw error;
      program?.close();
      program = undefined;
      await sleep(systemClock, 20);
    }
  }
}
const call = (name: string, inputs: Inputs): Promise<RemoteAnswer> =>
  again(async () => {
    program ??= await connect(folder, 'program');
    return program.call(name, inputs, { requestId: randomUUID() });
  });
const world = (action: string, body: { [name: string]: unknown } = {}): Promise<void> =>
  again(async () => {
    const client = await connect(folder, 'world');
    try {
      await client.op('world', { action, ...body });
    } catch (error) {
      // The first try got through before its answer was lost; or a reader that did not answer never lost its card.
      if (!(error instanceof Failure) || !['card-in-use', 'no-slot'].includes(error.kind ?? '')) throw error;
    } finally {
      client.close();
    }
  });

/** Somebody sits at the counter's own screen and types the PIN that is asked for, or does not. */
async function sitAtTheScreen(): Promise<void> {
  operator?.close();
  const screen = await again(() => connect(folder, 'operator'));
  operator = screen;
  screen.onClose(() => {
    if (operator === screen) operator = undefined;
  });
  screen.watch((event) => {
    if (event.type !== 'pin') return;
    const pin = one(12) ? undefined : event.request.card === 'hc' ? '1234' : '123456';
    screen.op('pin', { id: event.request.id, ...(pin ? { pin } : {}) }).catch(() => undefined);
  });
}

interface Patient extends Sick {
  readonly handle: string;
  readonly cardNo: string;
  visitTime: string;
  /** Visits that were answered with data: time and identifier. */
  readonly answered: Map<string, string>;
  readonly undone: Set<string>;
}
const all: Patient[] = [];
const kinds = ['normal', 'normal', 'normal', 'pin', 'illness', 'newborn', 'seen-today', 'no-visits', 'rare-name'];

function newPatient(): Patient {
  const handle = `d${all.length}`;
  const clock = board.clock(systemClock);
  const image = newCardFor(
    folder,
    store,
    handle,
    kinds[randomInt(chance, kinds.length)] ?? 'normal',
    clock,
    systemRandom,
  );
  const basic = decodeRecord(
    hcRecords.basic,
    Buffer.from(image.files[hcFileMap.basic.fid.toString(16)] ?? '', 'base64'),
  );
  const patient: Patient = {
    handle,
    cardNo: image.cardNo,
    personId: basic.personId,
    birthDate: basic.birthDate,
    visitTime: '1150101080000',
    hospId: '3501200000',
    answered: new Map(),
    undone: new Set(),
  };
  all.push(patient);
  return patient;
}

const counts = new Map<string, Map<number, number>>();
/** Of the manual's appendix, for any section: a parameter, and a card that cannot be read or has to be put in again. */
const general = [6018, 4043];
/** Codes that a section does not list. */
const unlisted = new Set<string>();
const registering = new Set(['hisGetSeqNumber', 'hisGetSeqNumber256', 'hisGetSeqNumber256N1']);
/** Left out of the day: what stops the counter for everybody, and what needs a file. */
const leftOut = (api: Api): boolean =>
  ['csSoftwareReset', 'csUpdateHCNoReset', 'csInputHCPIN', 'csDisableHCPIN', 'hpcInputHPCPIN', 'hpcUnlockHPC'].includes(
    api.name,
  ) || api.params.some((param) => param.kind === 'fileIn' || param.kind === 'fileOut');
const used = apis.filter((api) => Object.hasOwn(written, api.name) && !leftOut(api));

/** One function as a HIS calls it: a card that came out in the middle is put back, and the same is asked again. */
async function ask(patient: Patient, api: Api): Promise<void> {
  const inputs = inputsFor(api, chance, patient);
  for (let attempt = 0; attempt < 20; attempt++) {
    const answer = await call(api.name, inputs);
    const seen = counts.get(api.name) ?? new Map<number, number>();
    counts.set(api.name, seen.set(answer.code, (seen.get(answer.code) ?? 0) + 1));
    if (api.returns.length > 0 && ![...api.returns, ...general].includes(answer.code))
      unlisted.add(`${api.name} answered ${answer.code} (${answer.failure?.kind}: ${answer.failure?.why.en})`);
    assert.notEqual(answer.failure?.kind, 'internal', `${api.name}: ${JSON.stringify(answer.failure)}`);
    const grant = answer.fields.pBuffer;
    if (registering.has(api.name) && grant) {
      patient.visitTime = String(grant.visitTime);
      patient.answered.set(patient.visitTime, String(grant.treatNum ?? ''));
    }
    if (api.name === 'csUnGetSeqNumber' && answer.code === 0) patient.undone.add(String(inputs.pUnTreatDate));
    if (answer.failure?.kind !== 'in-doubt' && answer.failure?.kind !== 'card-gone') return;
    await world('insert', { card: patient.handle });
  }
  assert.fail(`${api.name} was never decided`);
}

/** Whatever the world can make happen. */
const faults = ['reader-timeout', ...reachFaults];
async function trouble(): Promise<void> {
  if (one(20))
    board.set({ faults: [{ id: randomUUID(), name: faults[randomInt(chance, faults.length)] ?? '', times: 1 }] });
  if (one(40))
    board.set({
      faults: [{ id: randomUUID(), name: 'tear', times: 1, options: { at: randomInt(chance, 40), acted: one(2) } }],
    });
  if (one(60)) {
    const up = !board.get().links.centre;
    board.set({ links: { centre: up, sam: up } });
  }
  if (one(150)) await kill(one(2) ? 'centre' : 'sam');
}
const pidOf = (name: string): number =>
  (JSON.parse(readFileSync(join(folder, processesFile), 'utf8')) as { [name: string]: { pid: number } })[name]?.pid ??
  0;
/** The counter goes on at once, or looks at the screen until the process is back. */
async function kill(name: 'centre' | 'sam' | 'control'): Promise<void> {
  const old = pidOf(name);
  try {
    process.kill(old, 'SIGKILL');
  } catch {
    // it is being started again already
  }
  if (one(4)) return;
  while (pidOf(name) === old) await sleep(systemClock, 10);
  if (name === 'sam') while ((await call('hisGetCardStatus', { CardType: 1 })).code === 0) await sleep(systemClock, 10);
}

/** Resident memory and open handles of the control software, where the system tells. */
async function size(): Promise<{ memory: number; handles: number } | undefined> {
  if (!soak || process.platform !== 'linux') return undefined;
  const pid = pidOf('control');
  watched ??= await watchMemory(pid, join(folder, logFile));
  return { memory: await watched.collected(), handles: readdirSync(`/proc/${pid}/fd`).length };
}
let watched: Awaited<ReturnType<typeof watchMemory>> | undefined;

test(`${patients} patients in eight hours (seed ${seed})`, async (t) => {
  await sitAtTheScreen();
  const sizes: { memory: number; handles: number }[] = [];
  const began = board.get().clockShift;
  for (let count = 0; count < patients; count++) {
    board.set({ clockShift: began + Math.round((count / patients) * day) });
    // It may have been torn out as well.
    await world('insert', { card: 'doctor' });
    const patient = newPatient();
    await world('insert', { card: patient.handle });
    if (operator === undefined) await sitAtTheScreen();
    if (one(2)) await ask(patient, apiByName('4.2') as Api);
    await ask(patient, apiByName('1.53') as Api);
    const steps = 6 + randomInt(chance, 10);
    for (let step = 0; step < steps; step++) {
      await trouble();
      await ask(patient, used[randomInt(chance, used.length)] as Api);
    }
    // The memory of a process that was killed tells nothing: this one falls at the end of the day.
    if (count > patients * 0.95 && one(20)) await kill('control');
    board.set({ faults: [] });
    await world('remove', { card: patient.handle });
    const now = count % Math.ceil(patients / 200) === 0 && count < patients * 0.95 ? await size() : undefined;
    if (now) sizes.push(now);
  }
  board.set({ links: { centre: true, sam: true }, faults: [] });
  ended = true;
  const calls = [...counts.values()].flatMap((codes) => [...codes.values()]).reduce((sum, value) => sum + value, 0);
  t.diagnostic(`${calls} calls, ${counts.size} functions`);
  if (soak && sizes.length > 100) {
    const median = (from: number, to: number, of: 'memory' | 'handles') =>
      sizes
        .slice(from, to)
        .map((each) => each[of])
        .sort((a, b) => a - b)[Math.floor((to - from) / 2)] ?? 0;
    const half = Math.floor(sizes.length / 2);
    const early = median(Math.floor(half / 2), half, 'memory');
    const late = median(half + Math.floor(half / 2), sizes.length, 'memory');
    t.diagnostic(`memory ${early.toFixed(0)} MB before noon, ${late.toFixed(0)} MB in the evening`);
    assert.ok(late < early * 1.15, `memory grew from ${early} to ${late} MB`);
    const handles = [median(5, half, 'handles'), median(half, sizes.length, 'handles')] as const;
    assert.ok(handles[1] <= handles[0] + 3, `handles grew from ${handles[0]} to ${handles[1]}`);
  }
});

test('every function was called, and every code that came has a meaning', () => {
  for (const api of used) assert.ok(counts.has(api.name) || patients < 300, `${api.name} was never called`);
  assert.ok(counts.size >= used.length * 0.9, `${counts.size} of ${used.length} functions`);
  for (const [name, codes] of counts)
    for (const code of codes.keys())
      assert.ok(errorByCode(code) || apiByName(name)?.result === 'value', `${name} answered ${code}`);
  assert.deepEqual([...unlisted], []);
});

const openIntents = async () => {
  const client = await again(() => connect(folder, 'operator'));
  try {
    return (
      await client.op<{ id: string; cardNo?: string; api: string; state: string; delivered: boolean }[]>('journal', {
        which: 'open',
      })
    ).filter((entry) => entry.state === 'prepared' || entry.state === 'undecided');
  } finally {
    client.close();
  }
};

test('in the evening nothing is open: every promise was decided, every event sent', async () => {
  const journal = async () => {
    const client = await again(() => connect(folder, 'operator'));
    try {
      return (await client.op<{ journal: { waiting: number; inDoubt: number; refused: number } }>('status')).journal;
    } finally {
      client.close();
    }
  };
  // What was torn at a card's last call is decided when that card is seen again.
  if ((await journal()).inDoubt > 0) {
    const open = await openIntents();
    for (const patient of all.filter((each) => open.some((entry) => entry.cardNo === each.cardNo))) {
      await world('insert', { card: patient.handle });
      await call('hisGetRegisterBasic2', {});
      await world('remove', { card: patient.handle });
    }
  }
  for (;;) {
    const now = await journal();
    assert.equal(now.refused, 0, 'the centre takes everything');
    assert.equal(now.inDoubt, 0, JSON.stringify(await openIntents()));
    if (now.waiting === 0) break;
    await sleep(systemClock, 20);
  }
});

test('what was answered, what the cards hold and what the ledger holds are the same', () => {
  const centre = openCentreStore(join(folder, 'centre/centre.sqlite'));
  let recorded = 0;
  try {
    for (const patient of all) {
      const events = centre.eventsOf(patient.personId);
      const visits = events.filter((event) => event.type === 'visit');
      const told = [...patient.answered.keys()].sort();
      assert.deepEqual(visits.map((event) => event.dateTime).sort(), told, `${patient.handle}: each visit once`);
      assert.deepEqual(
        events
          .filter((event) => event.type === 'undo')
          .map((event) => event.dateTime)
          .sort(),
        [...patient.undone].sort(),
        `${patient.handle}: each undoing once`,
      );
      for (const event of visits) {
        const known = patient.answered.get(event.dateTime);
        if (known) assert.equal(event.treatNum, known);
      }
      sameAsLedger(patient, decodeImage(store.read(cardFile(patient.handle)) ?? new Uint8Array()), events);
      recorded += events.filter((event) => event.recorded !== undefined).length;
    }
    assert.ok(recorded > all.length, `${recorded} writings for ${all.length} patients`);
  } finally {
    centre.close();
  }
});
