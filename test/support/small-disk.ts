/** @module A small file system of a test's own, and how it is filled. */

import { spawnSync } from 'node:child_process';
import { appendFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { newFolder } from './counter.ts';

/** Its folder, where a file system may be mounted; else the test is skipped. `before` it is taken away. */
export function smallDisk(
  t: TestContext,
  size: string,
  before: (folder: string) => Promise<void> | void = () => undefined,
): string | undefined {
  const folder = newFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    t.skip('no file system may be mounted here, so none can be filled');
    return undefined;
  }
  // Unmounted before the folders' own cleaning up.
  t.after(async () => {
    await before(folder);
    spawnSync('umount', ['-l', folder]);
  });
  return folder;
}

/** Takes what room is left; the file to remove when there shall be some. */
export function fillDisk(folder: string): string {
  const filler = join(folder, 'filler');
  for (;;) {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail === 0) return filler;
    try {
      appendFileSync(filler, Buffer.alloc(Math.max(1, bavail * bsize)));
    } catch {
      // it is full
    }
  }
}
