/**
 * @module 1.1 through the 32-bit Windows library under Wine, against its floor: the same library speaking to a door that
 * does nothing but frames, the very APDUs and a recorder's line; beside it, the ratio to a mere echo.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { firstCard } from '../src/main/daemon.ts';
import { nativeCopy } from '../test/support/library.ts';
import { type WineRoot, wineRoot } from '../test/support/wine-root.ts';
import { buildTarget } from '../tools/build-native.ts';
import { has, targets } from '../tools/native/compilers.ts';
import { floorDoor } from './floor-door.ts';
import { type Bench, type Figure, median } from './measure.ts';
import { record } from './recorded.ts';
import { withWorld } from './world.ts';

const turns = 7;
const rounds = 300;

const what = {
  zh: '1.1 經 Wine 裡的 32 位元程式庫，對照最低成本',
  en: '1.1 by the 32-bit library under Wine, against its floor',
};
const skippedFor = (skipped: string): Figure => ({ name: 'wine', what, ours: '-', floor: '-', goal: '≤ 1.5', skipped });

export const wine: Bench = {
  name: 'wine',
  async run() {
    const target = targets.find((one) => one.name === 'win32');
    if (!target || !has(target.compiler)) return [skippedFor('no mingw here')];
    const root = wineRoot();
    if ('missing' in root) return [skippedFor(root.missing)];
    const programs = mkdtempSync(join(tmpdir(), 'opencshis-wine-'));
    try {
      buildTarget(target, join(programs, 'library'), nativeCopy());
      cpSync(join(programs, 'library'), programs, { recursive: true });
      const source = resolve(import.meta.dirname, 'calls.c');
      const include = `-I${resolve(import.meta.dirname, '../native/include')}`;
      const built = spawnSync(target.compiler, ['-O2', include, source, '-L.', '-lcshis', '-o', 'calls.exe'], {
        cwd: programs,
        encoding: 'utf8',
      });
      if (built.status !== 0) throw new Error(built.stderr);
      return [await measure(root, programs)];
    } finally {
      rmSync(programs, { recursive: true, force: true });
    }
  },
};

async function measure(root: WineRoot, programs: string): Promise<Figure> {
  process.env.OPENCSHIS_NATIVE_TCP = 'on';
  return withWorld(async (folder) => {
    await firstCard(folder);
    const read = async (world: string): Promise<number> => {
      const ran = await root.run(programs, 'calls.exe', ['basic', String(rounds)], { world });
      if (ran.code !== 0) throw new Error(`calls.exe ended with ${ran.code}: ${ran.stderr}`);
      return median(ran.stdout.trim().split('\n').map(Number));
    };
    const recording = await record();
    const floor = await floorDoor(recording, true);
    const echo = await floorDoor(recording, false);
    const times = { ours: [] as number[], floor: [] as number[], echo: [] as number[] };
    for (let turn = 0; turn < turns; turn++) {
      times.ours.push(await read(folder));
      times.floor.push(await read(floor.folder));
      times.echo.push(await read(echo.folder));
    }
    await Promise.all([floor.close(), echo.close()]);
    recording.close();
    // The quietest turn of each: Wine and this bench share the processors with whatever else runs.
    const [ours, least, bare] = [Math.min(...times.ours), Math.min(...times.floor), Math.min(...times.echo)];
    return {
      name: 'wine',
      what: {
        zh: `${what.zh}（對空的回音 ${(ours / bare).toFixed(2)} 倍）`,
        en: `${what.en} (${(ours / bare).toFixed(2)} x a mere echo)`,
      },
      ours: `${ours.toFixed(0)} µs`,
      floor: `${least.toFixed(0)} µs`,
      ratio: ours / least,
      goal: '≤ 1.5',
      met: ours / least <= 1.5,
    };
  });
}
