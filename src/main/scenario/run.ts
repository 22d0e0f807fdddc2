/** @module Runs one scenario: its steps in their order, each held to what was expected of it, then what must hold. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asFailure,
  type Clock,
  durationOf,
  Failure,
  limits,
  type Random,
  type Say,
  say,
  sleep,
} from '../../base/index.ts';
import type { Expectation, ReadScenario, SingleStep, Step } from '../../world/scenario/index.ts';
import { logFile } from '../daemon.ts';
import { fieldsAsked, keptText, type Result, type Unmet, unmet } from './expect.ts';
import { type Ground, openGround } from './ground.ts';
import { cardOf } from './look.ts';
import { actions, type Surroundings } from './steps.ts';

export interface StepReport {
  /** `3`, or `holds 1` of what must hold at the end. */
  readonly number: string;
  readonly line: number;
  /** What it does, as it stands in the file: `call 1.53`. */
  readonly what: string;
  readonly title?: string;
  readonly state: 'held' | 'failed' | 'not-reached';
  readonly ms: number;
  /** What did not hold. */
  readonly failures: readonly Say[];
}
export interface ScenarioReport {
  readonly file: string;
  readonly title: Say;
  readonly shows?: string;
  readonly held: boolean;
  readonly ms: number;
  readonly steps: readonly StepReport[];
  /** Where it did not hold: the last that the world's processes said. */
  readonly log?: string;
}
export interface RunOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly running?: string;
  readonly onStep?: (step: StepReport) => void;
}
interface Planned {
  readonly number: string;
  readonly step: Step;
}

export const titleOf = ({ scenario }: ReadScenario): Say =>
  typeof scenario.title === 'string'
    ? say({ zh: scenario.title, en: scenario.title })
    : say({ zh: scenario.title?.zh ?? '', en: scenario.title?.en ?? '' });

export async function runScenario(read: ReadScenario, options: RunOptions): Promise<ScenarioReport> {
  const { clock } = options;
  const begun = clock.monotonic();
  const plan = (all: readonly Step[] = [], prefix = ''): Planned[] =>
    all.map((step, index) => ({ number: `${prefix}${index + 1}`, step }));
  const steps = plan(read.scenario.steps);
  const holds = plan(read.scenario.holds, 'holds ');
  const notReached = (one: Planned): StepReport => ({
    ...aboutStep(read, one),
    state: 'not-reached',
    ms: 0,
    failures: [],
  });
  const reports: StepReport[] = [];
  const tell = (report: StepReport): void => {
    reports.push(report);
    options.onStep?.(report);
  };
  let log: string | undefined;
  let ground: Ground | undefined;
  try {
    ground = await openGround(read.scenario, options);
    const run = await runner(read, ground, options);
    for (const one of steps) tell(reports.every(held) ? await run(one) : notReached(one));
    // What was to die and did not proves nothing.
    const crash = steps.find(({ step }) => step.fault === 'crash');
    const failures = crash && reports.every(held) ? await neverReached(ground) : [];
    if (crash && failures.length > 0) tell({ ...notReached(crash), state: 'failed', failures });
    // Where the steps held, all that must hold is looked at, else none of it.
    const looked = reports.every(held);
    for (const one of holds) tell(looked ? await run(one) : notReached(one));
    if (!reports.every(held)) log = lastOfLog(ground.folder);
  } catch (error) {
    const { why } = asFailure(error, -1, say({ zh: String(error), en: String(error) }));
    tell({ number: '0', line: 1, what: 'world', state: 'failed', ms: clock.monotonic() - begun, failures: [why] });
  } finally {
    await ground?.close();
  }
  return {
    file: read.file,
    title: titleOf(read),
    ...(read.scenario.shows === undefined ? {} : { shows: read.scenario.shows }),
    held: reports.every(held),
    ms: clock.monotonic() - begun,
    steps: reports,
    ...(log ? { log } : {}),
  };
}

const held = (report: StepReport): boolean => report.state === 'held';

const neverReached = async (ground: Ground): Promise<Say[]> =>
  (await ground.state()).faults
    .filter((one) => one.name === 'crash')
    .map(({ options }) =>
      say({ zh: `從未到過 ${options?.at}，沒有當掉`, en: `${options?.at} was never reached: nothing crashed` }),
    );

/** What the file says of a step, for its report. */
function aboutStep(read: ReadScenario, { number, step }: Planned) {
  const verb = verbOf(step);
  const value = (step as { readonly [verb: string]: unknown })[verb];
  return {
    number,
    line: read.places.of(step).line,
    what: `${verb}${typeof value === 'string' ? ` ${value}` : ''}`,
    ...(step.title === undefined ? {} : { title: step.title }),
  };
}
const verbOf = (step: Step): string =>
  Object.keys(step).find((name) => name === 'together' || Object.hasOwn(actions, name)) ?? '?';

async function runner(read: ReadScenario, ground: Ground, { clock, random }: RunOptions) {
  const kept = new Map<string, unknown>();
  for (const handle of Object.keys(read.scenario.cards ?? {})) kept.set(handle, await cardOf(ground, handle));
  const kit = await import('../../world/scenario/index.ts');
  const around: Surroundings = { kit, ground, random, file: read.file, answered: [], others: false };

  /** One try of a step: what came, and what of it does not hold. */
  const once = async (step: SingleStep): Promise<{ result: Result; wrong: readonly Unmet[] }> => {
    const ready = resolved(step, kept);
    const result = await acted(around, ready);
    const expect = expected(ready);
    if (expect !== undefined) return { result, wrong: unmet(result, expect) };
    const field = ready.run === undefined ? 'code' : 'exit';
    const came = String(result[field]);
    return { result, wrong: result.failed === true ? [{ field, expected: say({ zh: '0', en: '0' }), came }] : [] };
  };
  const single = async (step: SingleStep): Promise<Say[]> => {
    const verb = verbOf(step);
    const wait =
      step.within === undefined
        ? (kit.looks as readonly string[]).includes(verb)
          ? limits.scenarioLook
          : 0
        : (durationOf(step.within) ?? 0);
    const until = clock.monotonic() + wait;
    const nobody = verb === 'run' ? undefined : [];
    const digits = step.pin === undefined ? nobody : typeof step.pin === 'string' ? [step.pin] : step.pin;
    for (;;) {
      const { result, wrong } = await ground.typing(digits, () => once(step));
      if (wrong.length > 0 && clock.monotonic() < until) {
        await sleep(clock, 25);
        continue;
      }
      if (step.keep !== undefined) kept.set(step.keep, result);
      return wrong.map((one) => words(read, step, one, result));
    }
  };
  return async (planned: Planned): Promise<StepReport> => {
    const begun = clock.monotonic();
    const { step } = planned;
    let failures: Say[];
    try {
      failures = step.together
        ? (await Promise.all(step.together.map((one) => single(one)))).flat()
        : await single(step);
    } catch (error) {
      const failure = asFailure(error, -1, say({ zh: String(error), en: String(error) }));
      failures = [say({ zh: failure.why.zh, en: failure.why.en })];
    }
    const state = failures.length === 0 ? 'held' : 'failed';
    return { ...aboutStep(read, planned), state, ms: clock.monotonic() - begun, failures };
  };
}

/** What the file asks for; `once` means that all say the same. */
function expected(step: SingleStep): Expectation | undefined {
  if (step.once === undefined) return step.expect;
  return { same: 'true', ...(step.expect === undefined ? {} : fieldsAsked(step.expect)) };
}

/** The verb's action; a refusal of the world itself is a result as any other. */
async function acted(around: Surroundings, step: SingleStep): Promise<Result> {
  const verb = verbOf(step) as keyof typeof actions;
  const action = actions[verb] as (around: Surroundings, value: unknown, step: SingleStep) => Promise<Result>;
  try {
    return await action(around, step[verb], step);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.code, kind: error.kind, failed: true, why: error.why };
  }
}

/** The same step with what was kept in the place of `$name.field` and `${name.field}`. */
function resolved(step: SingleStep, kept: ReadonlyMap<string, unknown>): SingleStep {
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return filled(value, kept);
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deep(one)]));
  };
  return Object.fromEntries(
    Object.entries(step).map(([name, value]) => [name, name === 'run' || name === 'title' ? value : deep(value)]),
  ) as SingleStep;
}

function filled(text: string, kept: ReadonlyMap<string, unknown>): string {
  return text.replaceAll(/\$\{([\w.-]+)\}|\$([a-z][\w-]*(?:\.[\w-]+)*)/g, (_all, inner?: string, bare?: string) => {
    const path = inner ?? bare ?? '';
    const value = keptText(kept, path);
    if (value === undefined)
      throw new Failure(6018, {
        kind: 'not-kept',
        why: say({ zh: `先前的步驟沒有留下 ${path}`, en: `no step before kept ${path}` }),
      });
    return value;
  });
}

function words(read: ReadScenario, step: SingleStep, one: Unmet, result: Result): Say {
  const { line } =
    typeof step.expect === 'object' && !Array.isArray(step.expect)
      ? read.places.of(step.expect, one.field)
      : read.places.of(step, 'expect');
  const why = result.why as Say | undefined;
  const because = (text: string | undefined): string =>
    text && ['code', 'exit'].includes(one.field) ? ` (${text})` : '';
  return say({
    zh: `第 ${line} 行：${one.field} 應為 ${one.expected.zh}，實際是 ${one.came}${because(why?.zh)}`,
    en: `line ${line}: ${one.field} should be ${one.expected.en}, came ${one.came}${because(why?.en)}`,
  });
}

function lastOfLog(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, logFile), 'utf8').trim().split('\n').slice(-40).join('\n');
  } catch {
    return undefined;
  }
}
