/** @module The service of an installed package, started by hand as its unit says: a clean root has no systemd. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanRoot } from './clean-root.ts';

const account = 'setpriv --reuid=opencshis --regid=opencshis --init-groups';
const announced = '/var/lib/opencshis/run/discovery.json';

export function installed(root: CleanRoot) {
  const unit = () => {
    const text = readFileSync(join(root.path, 'usr/lib/systemd/system/opencshis.service'), 'utf8');
    const value = (name: string) => {
      const found = new RegExp(`^${name}=\\+?(.*)$`, 'm').exec(text)?.[1];
      assert.ok(found, `${name} in the unit`);
      return found;
    };
    return {
      env: value('Environment'),
      pre: value('ExecStartPre'),
      run: value('ExecStart'),
      post: value('ExecStartPost'),
    };
  };
  const command = (args: string): string =>
    `${account} env LANG=C.UTF-8 OPENCSHIS_PCSC=off ${unit().env} opencshis ${args}`;
  /** One `systemctl start`, up to the first answer or the end of the program; says which. */
  const tries = async (): Promise<boolean> => {
    const { env, pre, run, post } = unit();
    await root.ok(pre);
    await root.ok(
      `cd / && ${account} env LANG=C.UTF-8 OPENCSHIS_PCSC=off ${env} ${run} >/tmp/service.log 2>&1 & echo $! >/tmp/service.pid`,
    );
    const { code } = await root.sh(
      `until [ -e ${announced} ]; do kill -0 $(cat /tmp/service.pid) 2>/dev/null || exit 1; sleep 0.05; done`,
    );
    if (code === 0) await root.ok(post);
    return code === 0;
  };
  return {
    command,
    tries,
    /** As systemd starts it again where it fails; answers how many starts it took. */
    async start(most = 1): Promise<number> {
      for (let starts = 1; starts <= most; starts++) if (await tries()) return starts;
      assert.fail(await root.ok('cat /tmp/service.log'));
    },
    async json(args: string): Promise<{ readonly [name: string]: unknown }> {
      const { out } = await root.sh(`cd / && ${command(args)} --json 2>/tmp/said`);
      try {
        return JSON.parse(out) as { [name: string]: unknown };
      } catch {
        return assert.fail(`${args}: ${out}${await root.ok('cat /tmp/said')}`);
      }
    },
    /** Waits for a condition of the shell. */
    until: (condition: string) => root.ok(`until ${condition}; do sleep 0.05; done`),
  };
}
