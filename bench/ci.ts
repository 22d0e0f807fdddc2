/** @module What a world costs a CI job: the commands of the example's steps, all but the vendor's own tests. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep, vendorProject, workflowSteps } from '../test/support/vendor.ts';
import { type Bench, median, timed } from './measure.ts';

const rounds = 3;
const goal = 10_000;

export const ci: Bench = {
  name: 'ci',
  async run() {
    const ours: number[] = [];
    const floor: number[] = [];
    const steps = workflowSteps().filter(({ run }) => /opencshis (world|start|stop)/.test(run));
    const commands = steps.flatMap(({ run }) => run.trim().split('\n')).length;
    for (let round = 0; round < rounds; round++) {
      const folder = mkdtempSync(join(tmpdir(), 'opencshis-bench-'));
      vendorProject(folder);
      let spent = 0;
      for (const step of steps) {
        spent += await timed(() => {
          const { status, stderr } = runStep(folder, step);
          if (status !== 0) throw new Error(`${step.run}: ${stderr}`);
        });
      }
      ours.push(spent);
      // npx itself, as often.
      floor.push(commands * (await timed(() => spawnSync('npx', ['--version']))));
      rmSync(folder, { recursive: true, force: true });
    }
    const [one, other] = [median(ours), median(floor)];
    return [
      {
        name: 'ci',
        what: {
          zh: `CI 工作裡建立、啟動、停止世界（${commands} 個命令），對照 npx 本身`,
          en: `a world made, started and stopped in a CI job (${commands} commands), against npx itself`,
        },
        ours: `${(one / 1000).toFixed(1)} s`,
        floor: `${(other / 1000).toFixed(1)} s`,
        ratio: one / other,
        goal: `< ${goal / 1000} s`,
        met: one < goal,
      },
    ];
  },
};
