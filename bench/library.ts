/**
 * @module Calls through the library that a HIS loads, each against its floor: the same library speaking to a door that does
 * nothing but frames and the very APDUs, signatures and lines of that call (`floor-door.ts`): 1.1, 1.10 (5,460 bytes) and
 * 1.49 with 60 items; and 20 such programs at once, against one.
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connect, firstCard } from '../src/main/daemon.ts';
import { nativeCopy } from '../test/support/library.ts';
import { buildTarget } from '../tools/build-native.ts';
import { has, targets } from '../tools/native/compilers.ts';
import { floorDoor } from './floor-door.ts';
import { type Bench, type Figure, median, percentile } from './measure.ts';
import { record } from './recorded.ts';
import { act, withWorld } from './world.ts';

const turns = 7;
const rounds = 2000;
const programs = 20;
/** A HIS program's mode, and how often it calls in one turn. */
const kinds = [
  { mode: 'basic', rounds, zh: '1.1', en: '1.1' },
  { mode: 'prescriptions', rounds: 500, zh: '1.10（5,460 位元組）', en: '1.10 (5,460 bytes)' },
  { mode: 'items', rounds: 30, zh: '1.49 寫入 60 筆', en: '1.49 with 60 items' },
] as const;
type Kind = (typeof kinds)[number];

const many = {
  zh: `${programs} 支 HIS 同時對一個控制軟體`,
  en: `${programs} HIS programs at once on one control software`,
};

export const library: Bench = {
  name: 'library',
  async run() {
    const [target] = targets;
    if (!target || !has(target.compiler)) {
      const what = { zh: '經程式庫（.so）', en: 'by the library (.so)' };
      return [{ name: 'library', what, ours: '-', floor: '-', goal: '≤ 1.5', skipped: 'no compiler here' }];
    }
    const place = mkdtempSync(join(tmpdir(), 'opencshis-library-'));
    try {
      buildTarget(target, join(place, 'lib'), nativeCopy());
      const source = resolve(import.meta.dirname, 'calls.c');
      const include = `-I${resolve(import.meta.dirname, '../native/include')}`;
      const args = ['-O2', include, source, '-Llib', '-lcshis', `-Wl,-rpath,${join(place, 'lib')}`, '-o', 'calls'];
      const built = spawnSync(target.compiler, args, { cwd: place, encoding: 'utf8' });
      if (built.status !== 0) throw new Error(built.stderr);
      return await withWorld(async (folder) => {
        await firstCard(folder);
        await act(folder, 'insert', { card: 'doctor' });
        const stop = await typist(folder);
        const figures = await against(join(place, 'calls'), folder);
        stop();
        return [...figures, await together(join(place, 'calls'), folder)];
      });
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
};

/** Whoever is asked for the professional card's PIN types it. */
async function typist(folder: string): Promise<() => void> {
  const operator = await connect(folder, 'operator');
  operator.watch((event) => {
    const { type, request } = event as { type: string; request?: { id: string } };
    if (type === 'pin' && request) void operator.op('pin', { id: request.id, pin: '123456' });
  });
  return () => operator.close();
}

/** Microseconds of each call that a program of its own makes. */
function calls(
  program: string,
  world: string,
  { mode, rounds }: Pick<Kind, 'mode'> & { rounds: number },
): Promise<number[]> {
  return new Promise((done, failed) => {
    const child = spawn(program, [mode, String(rounds)], { env: { ...process.env, OPENCSHIS_HOME: world } });
    let said = '';
    let complaint = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString('latin1');
    });
    child.stderr.on('data', (part: Buffer) => {
      complaint += part.toString('latin1');
    });
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0
        ? done(said.trim().split('\n').map(Number))
        : failed(new Error(`the program ended with ${code}: ${complaint}`)),
    );
  });
}

async function against(program: string, folder: string): Promise<Figure[]> {
  const recording = await record();
  const floor = await floorDoor(recording, true);
  const echo = await floorDoor(recording, false);
  const figures: Figure[] = [];
  for (const kind of kinds) {
    const times = { ours: [] as number[], floor: [] as number[], echo: [] as number[] };
    for (let turn = 0; turn < turns; turn++) {
      times.ours.push(median(await calls(program, folder, kind)));
      times.floor.push(median(await calls(program, floor.folder, kind)));
      times.echo.push(median(await calls(program, echo.folder, kind)));
    }
    // The quietest turn of each: all three share the processors with whatever else runs.
    const [ours, least, bare] = [Math.min(...times.ours), Math.min(...times.floor), Math.min(...times.echo)];
    const beside = (ours / bare).toFixed(2);
    figures.push({
      name: 'library',
      what: {
        zh: `${kind.zh} 經程式庫（.so），對照最低成本（對空的回音 ${beside} 倍）`,
        en: `${kind.en} by the library (.so), against its floor (${beside} x a mere echo)`,
      },
      ours: `${ours.toFixed(0)} µs`,
      floor: `${least.toFixed(0)} µs`,
      ratio: ours / least,
      goal: '≤ 1.5',
      met: ours / least <= 1.5,
    });
  }
  await Promise.all([floor.close(), echo.close()]);
  recording.close();
  return figures;
}

/** Calls a second and p99 of many programs, real processes; each waits its turn, so that the total should not shrink. */
async function together(program: string, folder: string): Promise<Figure> {
  const alone = await calls(program, folder, { mode: 'basic', rounds });
  const start = performance.now();
  const all = await Promise.all(
    Array.from({ length: programs }, () => calls(program, folder, { mode: 'basic', rounds: rounds / 4 })),
  );
  const seconds = (performance.now() - start) / 1000;
  const times = all.flat();
  const single = 1e6 / (alone.reduce((sum, time) => sum + time, 0) / alone.length);
  const shared = times.length / seconds;
  const [p99, p99Alone] = [percentile(times, 0.99), percentile(alone, 0.99)];
  return {
    name: 'library',
    what: {
      zh: `${many.zh}：每秒呼叫數對一支時（p99 ${(p99 / 1000).toFixed(1)} ms，一支時 ${(p99Alone / 1000).toFixed(1)} ms）`,
      en: `${many.en}: calls a second, against one (p99 ${(p99 / 1000).toFixed(1)} ms, of one ${(p99Alone / 1000).toFixed(1)} ms)`,
    },
    ours: `${shared.toFixed(0)}/s`,
    floor: `${single.toFixed(0)}/s`,
    ratio: single / shared,
    goal: '≤ 1.2',
    met: single / shared <= 1.2,
  };
}
