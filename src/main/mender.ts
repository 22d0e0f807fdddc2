/** @module What mends our own program: the steps that only the whole of it can do. */

import { homedir } from 'node:os';
import { fileStore, type Store, systemClock, systemRandom } from '../base/index.ts';
import { createMender, type Fix, type Mended, type Mender } from '../care/index.ts';
import { connect, killWorld, startDetached } from './daemon.ts';
import { readDiscovery } from './home.ts';
import { leafKeeper } from './leaf.ts';

/** From inside the running control software, which cannot end itself. */
export const menderInside = (store: Store): Mender =>
  createMender({ store, clock: systemClock, hands: { renewLeaf: () => renewLeaf(store) } });

/** From outside: a terminal. */
const menderHere = (folder: string, store: Store): Mender =>
  createMender({
    store,
    clock: systemClock,
    hands: {
      async restart() {
        await killWorld(folder);
        await startDetached(folder);
      },
      renewLeaf: () => (answers(folder) ? askForLeaf(folder) : renewLeaf(store)),
    },
  });

/** The running control software also serves by the new one at once. */
async function askForLeaf(folder: string): Promise<void> {
  const client = await connect(folder);
  try {
    await client.op('component', { action: 'install' });
  } finally {
    client.close();
  }
}

function answers(folder: string): boolean {
  try {
    return readDiscovery(folder) !== undefined;
  } catch {
    return false;
  }
}

async function renewLeaf(store: Store): Promise<void> {
  const keeper = leafKeeper({
    store,
    clock: systemClock,
    random: systemRandom,
    home: homedir(),
    changed: async () => undefined,
  });
  try {
    await keeper.renew();
    await keeper.install();
  } finally {
    keeper.close();
  }
}

/** Mends in a world's folder, as a terminal does. */
export async function mendedBy(folder: string, fix: Fix): Promise<void> {
  const store = fileStore(folder);
  try {
    await menderHere(folder, store).mend(fix);
  } finally {
    store.close();
  }
}
export function undoLast(folder: string): Mended {
  const store = fileStore(folder);
  try {
    return menderHere(folder, store).undo();
  } finally {
    store.close();
  }
}
