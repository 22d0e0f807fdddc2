/** @module The process of the simulated data centre, and of the SAM's service beside it. */

import { runChild } from './child.ts';
import { composeCentre, openWorldFolder } from './compose.ts';
import { defaultWorld } from './daemon.ts';
import { centreFile, readDiscovery } from './home.ts';
import { composeVpnSite } from './vpn-site.ts';

runChild(async ({ folder }) => {
  const world = await openWorldFolder(folder);
  const before = world.store.read(centreFile);
  const last = before && (JSON.parse(Buffer.from(before).toString('utf8')) as { port: number; site?: number });
  // The same ports again after a restart, so that nobody has to look; any other where one was taken meanwhile.
  const centre = await composeCentre(world, world.file.centrePort || last?.port || 0).catch(() =>
    composeCentre(world, 0),
  );
  const { httpPort } = world.file;
  const controlUrl = (): string =>
    readDiscovery(folder)?.url ?? `http://127.0.0.1:${httpPort || defaultWorld.httpPort}`;
  const wanted = last?.site ?? (httpPort === 0 ? 0 : httpPort + 1);
  const site = await composeVpnSite(world, { port: wanted, controlUrl }).catch(() =>
    composeVpnSite(world, { port: 0, controlUrl }),
  );
  world.store.write(centreFile, Buffer.from(JSON.stringify({ port: centre.port, site: site.port })));
  return async () => {
    await Promise.all([site.close(), centre.close()]);
    world.store.close();
  };
});
