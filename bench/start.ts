/** @module From `opencshis start` to the first answered call, against `node -e 0`; and the memory of the world at rest. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep, systemClock } from '../src/base/index.ts';
import { connect, newWorld, startDetached, stopWorld, supervisorHolder } from '../src/main/daemon.ts';
import { type Bench, median, ms, timed } from './measure.ts';
import { withWorld } from './world.ts';

const rounds = 7;

export const start: Bench = {
  name: 'start',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'opencshis-bench-'));
    process.env.OPENCSHIS_PCSC = 'off';
    await newWorld(folder, { httpPort: 0, people: 10 });
    const ours: number[] = [];
    const floor: number[] = [];
    const npm: number[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(
        await timed(async () => {
          await startDetached(folder);
          const client = await connect(folder, 'program');
          await client.call('csGetVersionEx', {});
          client.close();
        }),
      );
      await stopWorld(folder);
      floor.push(await timed(() => spawnSync(process.execPath, ['-e', '0'])));
      if (round < 2) npm.push(await timed(() => spawnSync('npm', ['--version'])));
    }
    rmSync(folder, { recursive: true, force: true });
    // The command line itself comes before: its own start to the version.
    const cli = await timed(() => spawnSync(process.execPath, ['src/cli/main.ts', '--version']));
    const [one, other] = [median(ours) + cli, median(floor)];
    return [
      {
        name: 'start',
        what: {
          zh: `啟動到第一個回覆，對照 node -e 0（npm 另計 ${ms(median(npm))}）`,
          en: `start to the first answer, against node -e 0 (npm's share beside it: ${ms(median(npm))})`,
        },
        ours: ms(one),
        floor: ms(other),
        ratio: one / other,
        goal: '≤ 10',
        met: one / other <= 10,
      },
    ];
  },
};

export const memory: Bench = {
  name: 'memory',
  run: () =>
    withWorld(async (folder) => {
      const client = await connect(folder, 'program');
      await client.call('csVerifySAMDC');
      client.close();
      await sleep(systemClock, 3000);
      const root = supervisorHolder(folder)?.pid ?? 0;
      const sizes = family(root).map(pss);
      if (sizes.some(Number.isNaN)) {
        return [
          {
            name: 'memory',
            what: { zh: '記憶體', en: 'memory' },
            ours: '-',
            floor: '-',
            goal: '< 200 MB',
            skipped: 'no /proc/PID/smaps_rollup here',
          },
        ];
      }
      const total = sizes.reduce((sum, one) => sum + one, 0) / 1024;
      return [
        {
          name: 'memory',
          what: {
            zh: `整個世界閒置時（${sizes.length} 個程序的 PSS 合計）`,
            en: `the whole world at rest: PSS of its ${sizes.length} processes`,
          },
          ours: `${total.toFixed(0)} MB`,
          floor: '-',
          goal: '< 200 MB',
          met: total < 200,
        },
      ];
    }),
};

function family(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name): [number, number] => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        return [Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])];
      } catch {
        return [Number(name), -1];
      }
    });
  const below = (pid: number): number[] => [
    pid,
    ...parents.filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ];
  return below(root);
}
function pss(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1]);
  } catch {
    return Number.NaN;
  }
}
