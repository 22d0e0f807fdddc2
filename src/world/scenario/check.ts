/** @module What a shape cannot say: functions and their inputs, faults and their options, cards and names that exist. */

import { Failure, type Say, say } from '../../base/index.ts';
import { type Api, apiByName, type Param } from '../../catalogue/index.ts';
import { encodeRecord } from '../../codec/index.ts';
import { demoCards } from '../demo-cards.ts';
import { faultKinds, faultOf } from '../fault-kinds.ts';
import { professionalTitles } from '../make.ts';
import { samTitles } from '../sam-cards.ts';
import type { SingleStep, Step } from './declaration.ts';
import { badFile, type ReadScenario } from './read.ts';

type Written = { readonly [name: string]: string };

/** Inputs as the native door takes them: numbers for integers, records by their layout (diagnoses as ICD-10). */
export function callInputs(step: Pick<SingleStep, 'call' | 'in'>): {
  [param: string]: string | number | Uint8Array;
} {
  const api = apiByName(step.call ?? '');
  const out: { [param: string]: string | number | Uint8Array } = {};
  for (const [name, given] of Object.entries(step.in ?? {})) {
    const param = inputOf(api, name);
    if (param === undefined) throw new TypeError(`${step.call} has no input ${name}`);
    out[param.name] = inputValue(param, given);
  }
  return out;
}

function inputValue(param: Param, given: string | Written | readonly Written[]): string | number | Uint8Array {
  if (typeof given === 'string') return ['int', 'intOut', 'length'].includes(param.kind) ? Number(given) : given;
  const spec = param.variants?.icd10 ?? param.record;
  if (spec === undefined) throw new TypeError(`${param.name} is no record`);
  const records = Array.isArray(given) ? (given as readonly Written[]) : [given as Written];
  return Buffer.concat(records.map((one) => bracketed(param, encodeRecord(spec, typed(spec.parts, one) as never))));
}

/** The mark of the ICD-10 layout: each diagnosis stands in brackets (developers' kit). */
function bracketed(param: Param, bytes: Uint8Array): Uint8Array {
  for (const part of Object.values(param.variants?.icd10?.parts ?? {}))
    if ('kind' in part && part.kind === 'icd') {
      bytes[part.from - 2] = 0x5b;
      bytes[part.to] = 0x5d;
    }
  return bytes;
}

/** Amounts and counts are numbers in a layout; in a file all are words. */
const typed = (parts: { readonly [name: string]: object }, record: Written) =>
  Object.fromEntries(
    Object.entries(record).map(([name, text]) => {
      const part = parts[name] as { kind?: string } | undefined;
      return [name, ['money', 'count', 'uint'].includes(part?.kind ?? '') ? Number(text) : text];
    }),
  );

const inputOf = (api: Api | undefined, name: string): Param | undefined =>
  api?.params.find(
    (param) => param.name.toLowerCase() === name.toLowerCase() && param.direction !== 'out' && param.kind !== 'unused',
  );

/** A fault as the world's action takes it. */
export function faultBody(step: SingleStep): { name: string; times?: number; options?: { [name: string]: unknown } } {
  const kind = faultKinds.find((one) => one.name === step.fault);
  const options = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, text]) => {
      const option = kind?.options.find((one) => one.name === name)?.kind;
      if (option === 'number' && /^\d+$/.test(text)) return [name, Number(text)];
      return [name, option === 'flag' && (text === 'true' || text === 'false') ? text === 'true' : text];
    }),
  );
  return {
    name: step.fault ?? '',
    ...(step.times === undefined ? {} : { times: step.times }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  };
}

/** The names in a value: `$first.treatNum` is `first`. */
export const namesIn = (text: string): string[] =>
  [...text.matchAll(/\$\{?([a-z][a-zA-Z0-9-]*)/g)].map(([, name = '']) => name);

/** Fails at the first thing that can never work, before a world is made for it. */
export function checkScenario(read: ReadScenario): void {
  const { scenario, places, file } = read;
  const all = [...(scenario.steps ?? []), ...(scenario.holds ?? [])].flatMap((step: Step): SingleStep[] =>
    step.together ? [...step.together] : [step],
  );
  const fail = (object: object, name: string | undefined, words: Say): Failure =>
    badFile(file, places.of(object, name), words);
  const cards = new Set([
    ...Object.keys(scenario.cards ?? {}),
    ...all.flatMap((step) => (step.to ? [step.to] : [])),
    ...[...demoCards, ...professionalTitles, ...samTitles].map((one) => one.handle),
  ]);
  const kept = new Set([...cards, ...all.flatMap((step) => (step.keep ? [step.keep] : []))]);
  for (const step of [...(scenario.steps ?? []), ...all]) {
    for (const [where, text] of textsOf(step))
      for (const name of namesIn(text))
        if (!kept.has(name))
          throw fail(step, where, say({ zh: `沒有記下過 ${name}`, en: `nothing was kept as ${name}` }));
  }
  for (const step of all) {
    for (const verb of ['insert', 'remove', 'copy', 'card', 'centre', 'once', 'journal'] as const) {
      const handle = step[verb];
      if (
        typeof handle === 'string' &&
        !cards.has(handle) &&
        !(verb === 'remove' && ['hc', 'hpc', 'sam'].includes(handle))
      )
        throw fail(
          step,
          verb,
          say({ zh: `沒有 ${handle} 這張卡片，請寫在 cards`, en: `there is no card ${handle}: name it under cards` }),
        );
    }
    if (step.call !== undefined) checkCall(step, (name, words) => fail(step.in ?? step, name, words));
    if (step.fault !== undefined && step.fault !== 'off')
      told(
        () => faultOf(faultBody(step)),
        (words) => fail(step, step.with ? 'with' : 'fault', words),
      );
  }
  for (const [handle, of] of Object.entries(scenario.cards ?? {}))
    if (demoCards.some((one) => one.handle === handle))
      throw fail(
        scenario.cards ?? {},
        handle,
        say({
          zh: `${handle} 是示範卡的名稱，請換一個`,
          en: `${handle} is the name of a demonstration card: take another (it is of kind ${typeof of === 'string' ? of : of.kind})`,
        }),
      );
}

function checkCall(step: SingleStep, fail: (name: string, words: Say) => Failure): void {
  const api = apiByName(step.call ?? '');
  const inputs = api?.params.filter(
    (one) => one.direction !== 'out' && !['length', 'unused', 'buffer'].includes(one.kind),
  );
  for (const [name, given] of Object.entries(step.in ?? {})) {
    const param = inputOf(api, name);
    if (param === undefined)
      throw fail(
        name,
        say({
          zh: `${step.call} 沒有 ${name} 這個輸入；有 ${inputs?.map((one) => one.name).join('、') || '（沒有）'}`,
          en: `${step.call} has no input ${name}; it has ${inputs?.map((one) => one.name).join(', ') || 'none'}`,
        }),
      );
    if (typeof given !== 'string' && param.record === undefined)
      throw fail(name, say({ zh: `${name} 是一個值，沒有欄位`, en: `${name} is one value, without fields` }));
    if (JSON.stringify(given).includes('$')) continue;
    told(
      () => inputValue(param, given),
      (words) => fail(name, words),
    );
  }
}

function told(work: () => unknown, fail: (words: Say) => Failure): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) throw fail(error.why);
    throw fail(say({ zh: String((error as Error).message), en: String((error as Error).message) }));
  }
}

/** Every text of a step by the name under which it stands, however deep. */
function textsOf(step: object): [string, string][] {
  const deep = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(deep)
        : [];
  return Object.entries(step)
    .filter(([name]) => !['title', 'keep', 'together', 'run'].includes(name))
    .flatMap(([name, value]) => deep(value).map((text): [string, string] => [name, text]));
}
