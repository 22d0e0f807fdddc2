/** @module What each step of a scenario does, and what comes of it: names with values, for its expectation. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { durationOf, limits, type Random, systemClock, uuid } from '../../base/index.ts';
import { apiByName, carriesData } from '../../catalogue/index.ts';
import { encodeBig5 } from '../../codec/index.ts';
import { registerWalk } from '../../doors/register-walk.ts';
import type { SingleStep } from '../../world/scenario/index.ts';
import type { Result } from './expect.ts';
import type { Ground } from './ground.ts';
import { cardOf, centreOf, journalOf, onceOf } from './look.ts';

export interface Surroundings {
  readonly kit: typeof import('../../world/scenario/index.ts');
  readonly ground: Ground;
  readonly random: Random;
  /** The scenario's own file: what it names is beside it. */
  readonly file: string;
  /** Visits that were answered with data: time and identifier. */
  readonly answered: [string, string][];
  /** Programs of others made calls too. */
  others: boolean;
}
/** What the doors answer; a failure that carries no data is one. */
interface Answered {
  readonly code: number;
  readonly failure?: { readonly kind?: string; readonly why: { readonly en: string; readonly zh: string } } | undefined;
}
const told = ({ code, failure }: Answered): Result => ({
  code,
  ...(failure?.kind === undefined ? {} : { kind: failure.kind }),
  ...(failure === undefined || carriesData(code) ? {} : { failed: true, why: failure.why }),
});

type Do<V extends keyof SingleStep> = (
  around: Surroundings,
  value: NonNullable<SingleStep[V]>,
  step: SingleStep,
) => Promise<Result>;
type Verb = Exclude<
  keyof SingleStep,
  | 'title'
  | 'expect'
  | 'keep'
  | 'within'
  | 'in'
  | 'pin'
  | 'slot'
  | 'person'
  | 'item'
  | 'time'
  | 'link'
  | 'with'
  | 'times'
  | 'to'
  | 'env'
>;

export const actions: { readonly [V in Verb]: Do<V> } = {
  insert: async ({ ground }, card, { slot }) => ({
    ...(await ground.act<object>('insert', { card: ground.card(card), ...(slot === undefined ? {} : { slot }) })),
    code: 0,
  }),
  remove: async ({ ground }, card) => ({
    ...(await ground.act<object>('remove', { card: ground.card(card) })),
    code: 0,
  }),
  async call({ kit, ground, answered }, name, step) {
    const api = apiByName(name);
    const answer = await ground.call(api?.name ?? name, kit.callInputs(step));
    const plain = Object.entries(answer.outputs).map(([param, one]) => [
      param,
      one instanceof Uint8Array
        ? Buffer.from(one)
            .toString('latin1')
            .replace(/[\0 ]+$/, '')
        : one,
    ]);
    const result = {
      ...Object.fromEntries(plain),
      ...Object.assign({}, ...Object.values(answer.fields)),
      notes: answer.notes.map((note) => note.text.zh),
      ...told(answer),
    } as Result;
    const { treatNum, visitTime } = result;
    if (typeof treatNum === 'string' && typeof visitTime === 'string') answered.push([visitTime, treatNum]);
    return result;
  },
  async register({ ground, answered }, item) {
    const wanted = typeof item === 'string' ? { item } : item;
    const walked = await registerWalk((name, inputs) => ground.call(name, inputs), {
      treatItem: wanted.item ?? '01',
      ...(wanted.baby === undefined ? {} : { babyTreat: wanted.baby }),
      ...(wanted.afterCheck === undefined ? {} : { afterCheck: wanted.afterCheck }),
    });
    if (walked.visit) answered.push([String(walked.visit.visitTime), walked.treatNum ?? '']);
    const { patient, visit, treatNum, signature, notes } = walked;
    return { ...patient, ...visit, treatNum, signature, notes: notes.map((note) => note.text.zh), ...told(walked) };
  },
  undo: async ({ ground }, time) => told(await ground.call('csUnGetSeqNumber', { pUnTreatDate: time })),
  exception: ({ ground, random }, code, { person = '', item, time }) =>
    entered(ground, 'exceptions', {
      requestId: uuid(random),
      code,
      personId: person,
      ...(item === undefined ? {} : { treatItem: item }),
      ...(time === undefined ? {} : { statedTime: time }),
    }),
  recover: ({ ground, random }, dateTime, { person = '' }) =>
    entered(ground, 'recover', { requestId: uuid(random), personId: person, dateTime }),
  async upload({ ground, file }, of) {
    if (typeof of === 'string') {
      const path = resolve(dirname(file), of);
      return uploaded(await ground.call('csUploadData', { pUploadFileName: path }));
    }
    const folder = mkdtempSync(join(tmpdir(), 'opencshis-upload-'));
    try {
      const path = join(folder, 'upload.xml');
      writeFileSync(path, madeUpload(of.records ?? 1));
      return uploaded(await ground.call('csUploadData', { pUploadFileName: path }));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  network: async ({ ground }, state, { link }) =>
    ground.act<Result>('network', { up: state === 'up', ...(link === undefined ? {} : { link }) }),
  async power({ ground }, state) {
    await ground.power(state === 'on');
    return {};
  },
  clock: ({ ground }, shift) => ground.act<Result>('clock', { shift: durationOf(shift) ?? 0 }),
  offline: ({ ground }, mode) => ground.act<Result>('offline', { mode }),
  fault: ({ kit, ground }, _name, step) => ground.act<Result>('fault', kit.faultBody(step)),
  async copy({ ground }, from, { to = '' }) {
    ground.copy(from, to);
    return {};
  },
  run: async (around, command, { env = {} }) => {
    around.others = true;
    return ran(around, command, env);
  },
  status: ({ ground }) => ground.op<Result>('status'),
  journal: ({ ground }, of) => journalOf(ground, typeof of === 'string' ? of : undefined),
  card: ({ ground }, handle) => cardOf(ground, handle),
  centre: ({ ground }, handle) => centreOf(ground, handle),
  once: ({ ground, answered, others }, handle) => onceOf(ground, handle, others ? undefined : answered),
};

async function entered(ground: Ground, op: string, body: { readonly [name: string]: unknown }): Promise<Result> {
  const answer = await ground.program((client) => client.op<Answered>(op, body));
  return { ...answer, ...told(answer) };
}

const uploaded = (answer: Answered & { readonly fields: { readonly [buffer: string]: object } }): Result => ({
  ...answer.fields.pBuffer,
  ...told(answer),
});

/** Big5, as uploads are: so many records, one order each. */
function madeUpload(records: number): Uint8Array {
  const record =
    '<REC><MSH><H00>1</H00><H01>A</H01></MSH><MB><MB1><M12>1</M12></MB1><MB2><D02>1</D02><D06>A037341100</D06></MB2></MB></REC>\r\n';
  return encodeBig5(`<?xml version="1.0" encoding="Big5"?>\r\n<RECS>\r\n${record.repeat(records)}</RECS>\r\n`);
}

/** A program of whoever wrote the scenario, in the scenario's folder, with the world in its environment. */
function ran(
  { ground, file }: Surroundings,
  command: string,
  env: { readonly [name: string]: string },
): Promise<Result> {
  return new Promise((done, failed) => {
    const child = spawn(command, {
      shell: true,
      cwd: dirname(resolve(file)),
      env: { ...process.env, OPENCSHIS_HOME: ground.folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (part: string) => {
        said[name] = (said[name] + part).slice(-65_536);
      });
    const cancel = systemClock.after(limits.scenarioProgram, () => child.kill('SIGKILL'));
    child.on('error', failed);
    child.on('close', (code, signal) => {
      cancel();
      const exit = code ?? String(signal);
      const why = said.stderr.trim().split('\n').slice(-6).join('\n');
      done({
        exit,
        ...said,
        json: jsonOf(said.stdout),
        ...(exit === 0 ? {} : { failed: true, why: { zh: why, en: why } }),
      });
    });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
