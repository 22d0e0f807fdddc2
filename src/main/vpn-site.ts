/** @module The simulated NHI VPN site of a world: it stands beside the data centre and knows what that publishes. */

import { join } from 'node:path';
import { systemRandom } from '../base/index.ts';
import {
  openCentreKeys,
  openCentreStore,
  publishedDirectory,
  startVpnSite,
  type VpnSite,
} from '../centre/server/index.ts';
import { verifySignature } from '../sam/index.ts';
import type { OpenedWorld } from './compose.ts';

export async function composeVpnSite(
  world: OpenedWorld,
  options: { readonly port: number; readonly controlUrl: () => string },
): Promise<VpnSite> {
  const { clock } = world;
  const store = openCentreStore(join(world.folder, 'centre/centre.sqlite'));
  const keys = openCentreKeys(world.store, clock, systemRandom);
  const directory = publishedDirectory({ store, keys, clock });
  const site = await startVpnSite({
    ...options,
    store,
    directory,
    verify: verifySignature,
    clock,
    random: systemRandom,
  }).catch((error) => {
    store.close();
    throw error;
  });
  return {
    ...site,
    async close() {
      await site.close();
      store.close();
    },
  };
}
