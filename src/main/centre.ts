/** @module The process of the simulated data centre, and of the SAM's service beside it. */

import { runChild } from './child.ts';
import { composeCentre, openWorldFolder } from './compose.ts';
import { centreFile } from './home.ts';

runChild(async ({ folder }) => {
  const world = await openWorldFolder(folder);
  const before = world.store.read(centreFile);
  const last = before === undefined ? 0 : (JSON.parse(Buffer.from(before).toString('utf8')) as { port: number }).port;
  // The same port again after a restart, so that nobody has to look; any other where it was taken meanwhile.
  const centre = await composeCentre(world, world.file.centrePort || last).catch(() => composeCentre(world, 0));
  world.store.write(centreFile, Buffer.from(JSON.stringify({ port: centre.port })));
  return async () => {
    await centre.close();
    world.store.close();
  };
});
