/** @module The cloud security module's console process. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemRandom } from '../base/index.ts';
import { serveSam } from '../sam/console/index.ts';
import { runChild } from './child.ts';
import { centreUrl, composeSam, openWorldFolder, samToken, socketPath } from './compose.ts';

runChild(async ({ folder }) => {
  const world = await openWorldFolder(folder);
  const path = socketPath(folder, 'sam');
  if (process.platform !== 'win32') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const server = await serveSam(composeSam(world, centreUrl(world)), {
    path,
    token: samToken(world),
    random: systemRandom,
  });
  return async () => {
    await server.close();
    world.store.close();
  };
});
