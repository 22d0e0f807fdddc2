/**
 * @module Packing of diagnosis codes (5.1): codes a second in a process of its own, once with the first call, which spells
 * the two lists out, and once without. As many codes as NHI's list has, of random categories and suffixes.
 */

import { execFileSync } from 'node:child_process';
import { randomInt, seededRandom } from '../src/base/index.ts';
import { isPackedScope, packIcd10, unpackIcd10 } from '../src/codec/index.ts';
import type { Bench } from './measure.ts';
import { ms } from './measure.ts';

const count = 69_189;
/** The best of these counts: what else the machine does only takes away. */
const processes = 7;
const goal = 500_000;

interface Run {
  readonly first: number;
  /** All codes, the first call among them. */
  readonly all: number;
  /** The same codes again, ten times: milliseconds a round. */
  readonly again: number;
}

const digits36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const symbols = '!"#$%&()*+:<>?@^{|}~';

/** Packed forms by chance; what they unpack to is what is packed. Made by another process, which has the lists already. */
function codes(): string[] {
  const random = seededRandom(26688);
  const out: string[] = [];
  while (out.length < count) {
    const [category, suffix] = [randomInt(random, 717), 4 * randomInt(random, 10_393)];
    const two = (symbols + digits36).charAt(category / 56) + (symbols + digits36).charAt(category % 56);
    const three = suffix.toString(36).toUpperCase().padStart(3, '0');
    try {
      out.push(unpackIcd10(two + three));
    } catch {
      // A pair out of scope has no packed form.
    }
  }
  return out;
}

function run(list: readonly string[]): Run {
  const [one = ''] = list;
  const start = performance.now();
  packIcd10(one);
  const first = performance.now() - start;
  for (const code of list) packIcd10(code);
  const all = performance.now() - start;
  const rounds = 10;
  const second = performance.now();
  for (let round = 0; round < rounds; round++) for (const code of list) packIcd10(code);
  return { first, all, again: (performance.now() - second) / rounds };
}

const rate = (milliseconds: number): number => count / (milliseconds / 1000);
const told = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')}/s`;

export const icd10: Bench = {
  name: 'icd10',
  async run() {
    const input = JSON.stringify(codes().filter((code) => isPackedScope(code)));
    const runs = Array.from(
      { length: processes },
      () => JSON.parse(execFileSync(process.execPath, [import.meta.filename], { input }).toString()) as Run,
    );
    const best = (of: (one: Run) => number): number => Math.min(...runs.map(of));
    const steady = rate(best((one) => one.again));
    const whole = rate(best((one) => one.all));
    const first = best((one) => one.first);
    const figure = (zh: string, en: string, ours: string, met: boolean) => ({
      name: 'icd10',
      what: { zh, en },
      ours,
      floor: '-',
      goal: `≥ ${told(goal)}`,
      met,
    });
    return [
      figure('押碼，穩定後', 'packing, steady', told(steady), steady >= goal),
      figure(
        `押碼 ${count} 個，含首次呼叫（${ms(first)}）`,
        `packing ${count}, first call (${ms(first)}) included`,
        told(whole),
        whole >= goal,
      ),
    ];
  },
};

if (import.meta.main) {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  console.log(JSON.stringify(run(JSON.parse(Buffer.concat(parts).toString()) as string[])));
}
