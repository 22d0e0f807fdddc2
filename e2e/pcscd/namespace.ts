/** @module Runs a test file of this folder beside a pcscd of its own, in a /run/pcscd that nobody else sees. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { runInside } from '../../test/support/namespace.ts';

const noDriver = (): string | undefined =>
  existsSync('/usr/lib/pcsc/drivers/serial/libifdvpcd.so') ||
  spawnSync('sh', ['-c', 'ls /usr/lib/*/pcsc/drivers/serial/libifdvpcd.so']).status === 0
    ? undefined
    : 'vsmartcard-vpcd is not installed';

export const inNamespace = (t: TestContext, file: string, least: number): Promise<void> =>
  runInside(t, {
    file: path.resolve(import.meta.dirname, file),
    least,
    programs: ['pcscd'],
    missing: noDriver,
    prepare:
      'ip route change local 127.0.0.1 dev lo table local proto kernel scope host src 127.0.0.1 quickack 1; mkdir -p /run/pcscd && mount -t tmpfs tmpfs /run/pcscd',
  });
