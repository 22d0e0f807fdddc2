/** @module Runs a test file in namespaces of its own: a loopback, processes' mounts and a /run/pcscd that nobody else sees. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';

const missing = (): string | undefined => {
  if (process.platform !== 'linux') return 'pcscd in a namespace is Linux alone';
  if (process.getuid?.() !== 0) return 'a namespace of its own needs root';
  for (const program of ['pcscd', 'unshare', 'ip'])
    if (spawnSync('which', [program]).status !== 0) return `${program} is not installed`;
  if (
    !existsSync('/usr/lib/pcsc/drivers/serial/libifdvpcd.so') &&
    spawnSync('sh', ['-c', 'ls /usr/lib/*/pcsc/drivers/serial/libifdvpcd.so']).status !== 0
  )
    return 'vsmartcard-vpcd is not installed';
  if (spawnSync('unshare', ['-mn', 'true']).status !== 0) return 'this machine gives no namespaces';
  return undefined;
};

/** Runs the tests of one file of this folder inside; each is a test of `t`, and there are at least `least` of them. */
export async function inNamespace(t: TestContext, file: string, least: number): Promise<void> {
  const reason = missing();
  if (reason !== undefined) return t.skip(reason);
  const inside = path.resolve(import.meta.dirname, file);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const ran = spawnSync(
    'unshare',
    [
      '-mn',
      'sh',
      '-c',
      'ip link set lo up && ip route change local 127.0.0.1 dev lo table local proto kernel scope host src 127.0.0.1 quickack 1; mkdir -p /run/pcscd && mount -t tmpfs tmpfs /run/pcscd && exec "$0" --test --test-reporter=tap "$1"',
      process.execPath,
      inside,
    ],
    { encoding: 'utf8', env, timeout: 220_000 },
  );
  const results = [...ran.stdout.matchAll(/^(not )?ok \d+ - (.*?)(?: # SKIP ?(.*))?$/gm)];
  assert.ok(results.length >= least, `${ran.stdout}\n${ran.stderr}`);
  for (const [, failed, name = '', skipped] of results) {
    await t.test(name, (one) => {
      if (skipped !== undefined) return one.skip(skipped);
      assert.ok(!failed, ran.stdout.slice(-6000));
    });
  }
}
