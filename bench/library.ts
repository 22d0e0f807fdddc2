/**
 * @module 1.1 through the library that a HIS loads, against its floor: the same library speaking to a door that does
 * nothing but frames, the bare APDUs and a recorder's line; and 20 such programs at once, against one.
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileStore } from '../src/base/index.ts';
import { virtualCard } from '../src/card/index.ts';
import { firstCard } from '../src/main/daemon.ts';
import { readCard } from '../src/world/index.ts';
import { nativeCopy } from '../test/support/library.ts';
import { buildTarget } from '../tools/build-native.ts';
import { has, targets } from '../tools/native/compilers.ts';
import { floorDoor } from './floor-door.ts';
import { type Bench, type Figure, median, percentile } from './measure.ts';
import { withWorld } from './world.ts';

const turns = 7;
const rounds = 2000;
const programs = 20;
/** What 1.1 sends to a card that was met before: select, resume, two files, suspend. */
const apdus = 5;

const what = {
  one: { zh: '1.1 經程式庫（.so），對照最低成本', en: '1.1 by the library (.so), against its floor' },
  many: { zh: `${programs} 支 HIS 同時對一個控制軟體`, en: `${programs} HIS programs at once on one control software` },
};

export const library: Bench = {
  name: 'library',
  async run() {
    const [target] = targets;
    if (!target || !has(target.compiler))
      return [{ name: 'library', what: what.one, ours: '-', floor: '-', goal: '≤ 1.5', skipped: 'no compiler here' }];
    const place = mkdtempSync(join(tmpdir(), 'opencshis-library-'));
    try {
      buildTarget(target, join(place, 'lib'), nativeCopy());
      const source = resolve(import.meta.dirname, 'read-basic.c');
      const include = `-I${resolve(import.meta.dirname, '../native/include')}`;
      const args = ['-O2', include, source, '-Llib', '-lcshis', `-Wl,-rpath,${join(place, 'lib')}`, '-o', 'read'];
      const built = spawnSync(target.compiler, args, { cwd: place, encoding: 'utf8' });
      if (built.status !== 0) throw new Error(built.stderr);
      return await withWorld(async (folder) => {
        await firstCard(folder);
        return [await one(join(place, 'read'), folder), await many(join(place, 'read'), folder)];
      });
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
};

/** Microseconds of each call that a program of its own makes. */
function read(program: string, world: string, calls: number): Promise<number[]> {
  return new Promise((done, failed) => {
    const child = spawn(program, [String(calls)], { env: { ...process.env, OPENCSHIS_HOME: world } });
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString('latin1');
    });
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0 ? done(said.trim().split('\n').map(Number)) : failed(new Error(`the program ended with ${code}`)),
    );
  });
}

async function one(program: string, folder: string): Promise<Figure> {
  const own = fileStore(folder);
  const card = virtualCard(readCard(own, 'normal'), () => undefined);
  const answer = new Uint8Array(72).fill(0x20);
  const floor = await floorDoor(answer, { card, apdus });
  const echo = await floorDoor(answer, undefined);
  const times = { ours: [] as number[], floor: [] as number[], echo: [] as number[] };
  for (let turn = 0; turn < turns; turn++) {
    times.ours.push(median(await read(program, folder, rounds)));
    times.floor.push(median(await read(program, floor.folder, rounds)));
    times.echo.push(median(await read(program, echo.folder, rounds)));
  }
  await Promise.all([floor.close(), echo.close()]);
  own.close();
  const [ours, least, bare] = [median(times.ours), median(times.floor), median(times.echo)];
  const beside = (ours / bare).toFixed(2);
  return {
    name: 'library',
    what: { zh: `${what.one.zh}（對空的回音 ${beside} 倍）`, en: `${what.one.en} (${beside} x a mere echo)` },
    ours: `${ours.toFixed(0)} µs`,
    floor: `${least.toFixed(0)} µs`,
    ratio: ours / least,
    goal: '≤ 1.5',
    met: ours / least <= 1.5,
  };
}

/** Calls a second and p99 of many programs, real processes; each waits its turn, so that the total should not shrink. */
async function many(program: string, folder: string): Promise<Figure> {
  const alone = await read(program, folder, rounds);
  const start = performance.now();
  const all = await Promise.all(Array.from({ length: programs }, () => read(program, folder, rounds / 4)));
  const seconds = (performance.now() - start) / 1000;
  const times = all.flat();
  const single = 1e6 / (alone.reduce((sum, time) => sum + time, 0) / alone.length);
  const together = times.length / seconds;
  const [p99, p99Alone] = [percentile(times, 0.99), percentile(alone, 0.99)];
  return {
    name: 'library',
    what: {
      zh: `${what.many.zh}：每秒呼叫數對一支時（p99 ${(p99 / 1000).toFixed(1)} ms，一支時 ${(p99Alone / 1000).toFixed(1)} ms）`,
      en: `${what.many.en}: calls a second, against one (p99 ${(p99 / 1000).toFixed(1)} ms, of one ${(p99Alone / 1000).toFixed(1)} ms)`,
    },
    ours: `${together.toFixed(0)}/s`,
    floor: `${single.toFixed(0)}/s`,
    ratio: single / together,
    goal: '≤ 1.2',
    met: single / together <= 1.2,
  };
}
