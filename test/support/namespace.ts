/** @module Runs a test file in namespaces of its own: a loopback, processes' mounts, ports that nobody else has. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { TestContext } from 'node:test';

export interface Inside {
  readonly file: string;
  /** How many tests it has at least. */
  readonly least: number;
  /** Programs besides `unshare` and `ip`. */
  readonly programs?: readonly string[];
  /** What else is missing, in words. */
  readonly missing?: () => string | undefined;
  /** Shell commands before it. */
  readonly prepare?: string;
}

function missing({ programs = [], missing: more }: Inside): string | undefined {
  if (process.platform !== 'linux') return 'namespaces are Linux alone';
  if (process.getuid?.() !== 0) return 'a namespace of its own needs root';
  for (const program of ['unshare', 'ip', ...programs])
    if (spawnSync('which', [program]).status !== 0) return `${program} is not installed`;
  const reason = more?.();
  if (reason !== undefined) return reason;
  return spawnSync('unshare', ['-mn', 'true']).status === 0 ? undefined : 'this machine gives no namespaces';
}

/** Runs the tests of one file inside; each is a test of `t`. */
export async function runInside(t: TestContext, inside: Inside): Promise<void> {
  const reason = missing(inside);
  if (reason !== undefined) return t.skip(reason);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const ran = spawnSync(
    'unshare',
    [
      '-mn',
      'sh',
      '-c',
      `ip link set lo up && ${inside.prepare ?? 'true'} && exec "$0" --test --test-reporter=tap "$1"`,
      process.execPath,
      inside.file,
    ],
    { encoding: 'utf8', env, timeout: 220_000 },
  );
  const results = [...ran.stdout.matchAll(/^(not )?ok \d+ - (.*?)(?: # SKIP ?(.*))?$/gm)];
  assert.ok(results.length >= inside.least, `${ran.stdout}\n${ran.stderr}`);
  for (const [, failed, name = '', skipped] of results) {
    await t.test(name, (one) => {
      if (skipped !== undefined) return one.skip(skipped);
      assert.ok(!failed, ran.stdout.slice(-6000));
    });
  }
}
