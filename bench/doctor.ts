/** @module The doctor on a healthy machine, from the command to its end, against `node -e 0`. */

import { spawnSync } from 'node:child_process';
import { type Bench, median, ms, timed } from './measure.ts';
import { withWorld } from './world.ts';

const rounds = 7;
/** Milliseconds. */
const goal = 3000;

export const doctor: Bench = {
  name: 'doctor',
  run: () =>
    withWorld(async (folder) => {
      const ours: number[] = [];
      const floor: number[] = [];
      for (let round = 0; round < rounds; round++) {
        ours.push(
          await timed(() =>
            spawnSync(process.execPath, ['src/cli/main.ts', 'doctor'], {
              env: { ...process.env, OPENCSHIS_HOME: folder },
            }),
          ),
        );
        floor.push(await timed(() => spawnSync(process.execPath, ['-e', '0'])));
      }
      const [one, other] = [median(ours), median(floor)];
      return [
        {
          name: 'doctor',
          what: {
            zh: 'opencshis doctor 檢查健康的電腦，對照 node -e 0',
            en: 'opencshis doctor on a healthy machine, against node -e 0',
          },
          ours: ms(one),
          floor: ms(other),
          ratio: one / other,
          goal: '< 3 s',
          met: one < goal,
        },
      ];
    }),
};
