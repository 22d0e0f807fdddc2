/** @module How soon a counter is itself again: from a hang, from pcscd's death, from a card or reader that was pulled. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Failure, limits, sleep, systemClock } from '../src/base/index.ts';
import { connect } from '../src/main/daemon.ts';
import { processesOf } from '../src/main/home.ts';
import { type Bench, type Figure, median, ms, timed } from './measure.ts';
import { withWorld } from './world.ts';

const rounds = 5;

async function answer(folder: string): Promise<void> {
  for (;;) {
    try {
      const client = await connect(folder, 'program');
      try {
        if ((await client.call('csGetVersionEx', {})).code !== 4000) return;
      } finally {
        client.close();
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
    await sleep(systemClock, 20);
  }
}

/** In namespaces of its own, where a pcscd may be killed. */
const inside = [
  'ip link set lo up',
  'ip route change local 127.0.0.1 dev lo table local proto kernel scope host src 127.0.0.1 quickack 1',
  'mkdir -p /run/pcscd',
  'mount -t tmpfs tmpfs /run/pcscd',
  'exec "$0" bench/trouble-pcsc.ts',
].join(' && ');

export interface PcscTimes {
  readonly killed: readonly number[];
  readonly replugged: readonly number[];
}

function pcsc(): PcscTimes | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'a pcscd of its own needs root on Linux';
  if (!existsSync('/usr/sbin/pcscd')) return 'pcscd is not installed';
  const ran = spawnSync('unshare', ['-mn', 'sh', '-c', inside, process.execPath], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  return ran.status === 0 ? (JSON.parse(ran.stdout) as PcscTimes) : `it did not run: ${ran.stderr.split('\n')[0]}`;
}

export const trouble: Bench = {
  name: 'trouble',
  async run() {
    const hangs: number[] = [];
    const deaths: number[] = [];
    await withWorld(async (folder) => {
      await answer(folder);
      for (const [signal, times] of [
        ['SIGKILL', deaths],
        ['SIGSTOP', hangs],
      ] as const)
        for (let round = 0; round < rounds; round++) {
          // Long enough after its start that it is no fault of the start.
          await sleep(systemClock, limits.supervisorSettled + 1000);
          process.kill(processesOf(folder).control?.pid ?? 0, signal);
          times.push(await timed(() => answer(folder)));
        }
    });
    const found = pcsc();
    const row = (zh: string, en: string, ours: readonly number[], goal: number, floor?: readonly number[]): Figure => ({
      name: 'trouble',
      what: { zh, en },
      ours: ms(median(ours)),
      floor: floor === undefined ? '-' : ms(median(floor)),
      ...(floor === undefined ? {} : { ratio: median(ours) / median(floor) }),
      goal: `< ${goal / 1000} s`,
      met: Math.max(...ours) < goal,
    });
    return [
      row(
        '控制軟體停住到下一個正確回覆，對照被 kill 到下一個回覆',
        'from a hang to the next good answer, against kill -9 to the next answer',
        hangs,
        7000,
        deaths,
      ),
      ...(typeof found === 'string'
        ? [
            {
              name: 'trouble',
              what: { zh: 'pcscd 與讀卡機', en: 'pcscd and readers' },
              ours: '-',
              floor: '-',
              goal: '-',
              skipped: found,
            },
          ]
        : [
            row(
              'pcscd 死掉（並立刻再啟動）到讀到下一張卡',
              "from pcscd's death (started again at once) to the next card read",
              found.killed,
              3000,
            ),
            row('拔出再插回到讀到資料', 'from unplugging to the card read after replugging', found.replugged, 2000),
          ]),
    ];
  },
};
