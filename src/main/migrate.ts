/**
 * @module The format of a world's state, as a number in `format.json` (without the file: 1). A release reads and writes
 * the one before; `migrate` alone, by hand and after a backup, switches a newer one on. There is no way back but the backup.
 */

import { Failure, fileStore, type Store, say } from '../base/index.ts';
import { backup } from './backup.ts';

export const formatFile = 'format.json';

export interface Formats {
  /** Formats that this version reads and writes, oldest first. */
  readonly known: readonly number[];
  /**
   * How a world comes to format `to` from the one before. Killed in the middle it is run again from its beginning: each
   * write is whole, and what was done before must be no trouble.
   */
  readonly steps: readonly { readonly to: number; readonly run: (store: Store) => void }[];
}

/** This version's: there is one format as yet. */
export const formats: Formats = { known: [1], steps: [] };

export function formatOf(store: Store): number {
  const bytes = store.read(formatFile);
  if (bytes === undefined) return 1;
  try {
    const { v } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { v?: unknown };
    if (Number.isInteger(v) && (v as number) >= 1) return v as number;
  } catch {
    // said below
  }
  throw new Failure(-1, {
    kind: 'format-file',
    why: say({ zh: `${formatFile} 損壞`, en: `${formatFile} is damaged` }),
    todo: say({ zh: '請還原備份', en: 'restore a backup' }),
  });
}

/** Fails where the world is of a format that this version does not know, and touches nothing. */
export function checkFormat(store: Store, { known }: Formats = formats): void {
  const is = formatOf(store);
  if (known.includes(is)) return;
  throw new Failure(-1, {
    kind: 'newer-format',
    why: say({
      zh: `這個世界的格式是 ${is}，這個版本只認得 ${known.join('、')}`,
      en: `this world's format is ${is}, this version knows ${known.join(', ')}`,
    }),
    todo: say({
      zh: '請用認得它的版本；格式不能轉回去，只能還原轉換前的備份',
      en: 'use a version that knows it; a format is not turned back, only the backup from before it is restored',
    }),
  });
}

export interface Migrated {
  readonly from: number;
  readonly to: number;
  /** Where it was saved before; nothing where nothing had to be done. */
  readonly backup?: string;
}

/** Brings a world that does not run to the newest format of this version. */
export async function migrate(folder: string, file: string, own: Formats = formats): Promise<Migrated> {
  const store = fileStore(folder);
  try {
    checkFormat(store, own);
    const from = formatOf(store);
    const to = Math.max(...own.known);
    if (from === to) return { from, to };
    await backup(folder, file);
    for (const step of own.steps.filter((one) => one.to > from).sort((one, other) => one.to - other.to)) {
      step.run(store);
      // From here on the older versions leave it alone.
      store.write(formatFile, Buffer.from(JSON.stringify({ v: step.to })));
    }
    return { from, to, backup: file };
  } finally {
    store.close();
  }
}
