/** @module The centre's key directory, kept at the counter so that signatures are verified offline. */

import { Failure, type Store } from '../base/index.ts';
import type { Centre, KeyDirectory } from '../centre/client/index.ts';
import type { Control } from '../control/index.ts';

export const keyDirectoryFile = 'directory.json';

export function readKeyDirectory(store: Pick<Store, 'read'>): KeyDirectory | undefined {
  const bytes = store.read(keyDirectoryFile);
  return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString('utf8')) as KeyDirectory);
}

/** Fetches it anew whenever a visit was signed by a key that it does not know yet. */
export function keepDirectory(
  world: { readonly store: Store },
  made: { readonly control: Control; readonly centre: Centre },
) {
  let fetching: Promise<KeyDirectory | undefined> | undefined;
  const fetch = (): Promise<KeyDirectory | undefined> => {
    fetching ??= made.centre
      .keyDirectory()
      .then((directory) => {
        world.store.write(keyDirectoryFile, Buffer.from(JSON.stringify(directory)));
        return directory;
      })
      .catch((error) => {
        // Offline: the kept one serves.
        if (error instanceof Failure) return readKeyDirectory(world.store);
        throw error;
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };
  const refresh = async (): Promise<void> => {
    const { sam } = await made.control.status();
    const keyNo = sam.delegation?.keyNo ?? sam.keyNo;
    const known = readKeyDirectory(world.store)?.entries.some((entry) => entry.keyNo === keyNo);
    if (keyNo !== undefined && known !== true) await fetch();
  };
  const stop = made.control.watch((event) => {
    if (event.type === 'journal') refresh().catch(() => undefined);
  });
  return { fetch, stop };
}
