/** @module A Python that has pyscard: the first one on the path may be another than Debian's. */

import { spawnSync } from 'node:child_process';

export const pyscard: string | undefined = ['python3', '/usr/bin/python3'].find(
  (python) => spawnSync(python, ['-c', 'import smartcard']).status === 0,
);
