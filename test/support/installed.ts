/** @module The service of an installed package, started by hand as its unit says: a clean root has no systemd. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanRoot } from './clean-root.ts';

const account = 'setpriv --reuid=opencshis --regid=opencshis --init-groups';

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
  const env = () => `env LANG=C.UTF-8 OPENCSHIS_PCSC=off ${unit().env}`;
  return {
    /** What `systemctl start` does, up to the first answer. */
    async start(): Promise<void> {
      const { pre, run, post } = unit();
      await root.ok(pre);
      await root.ok(`${account} ${env()} ${run} >/tmp/service.log 2>&1 & echo $! >/tmp/service.pid`);
      await root.ok(post);
      await root.ok(
        `for i in $(seq 600); do [ -e /var/lib/opencshis/run/discovery.json ] && exit 0; kill -0 $(cat /tmp/service.pid) || break; sleep 0.1; done; cat /tmp/service.log; exit 1`,
      );
    },
    /** The command line as the service's account. */
    as: (args: string) => root.sh(`cd / && ${account} ${env()} opencshis --lang en ${args}`),
    json: async (args: string): Promise<{ [name: string]: never }> => {
      const out = await root.ok(`cd / && ${account} ${env()} opencshis ${args} --json`);
      return JSON.parse(out) as { [name: string]: never };
    },
    kill: () => root.ok(`${account} ${env()} opencshis power off --json`),
  };
}
