/** @module A world in processes of its own that are killed and come back, and calls at it as a HIS makes them. */

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Failure, fileStore, sleep, systemClock, systemRandom } from '../../src/base/index.ts';
import { openCentreStore } from '../../src/centre/server/index.ts';
import { connect, startDetached, stopWorld } from '../../src/main/daemon.ts';
import { processesFile } from '../../src/main/home.ts';
import { newCardFor, type SwitchBoard, switchBoard, switchFile } from '../../src/world/index.ts';
import { newWorldFolder } from './counter.ts';

export type ProcessName = 'control' | 'sam' | 'centre';
export interface NewCard {
  readonly handle: string;
  readonly cardNo: string;
  readonly personId: string;
}

/** Starts before the file's tests and stops after them. */
export function killableWorld(profile: '5.1' | '3.5') {
  let folder: string;
  let board: SwitchBoard;
  let closeStore: () => void;
  const store = () => fileStore(folder);

  before(async () => {
    process.env.OPENCSHIS_PCSC = 'off';
    folder = newWorldFolder({ profile });
    const own = store();
    closeStore = () => own.close();
    board = switchBoard(own, join(folder, switchFile));
    await startDetached(folder);
  });
  after(async () => {
    await stopWorld(folder);
    closeStore();
  });

  const pidOf = (name: ProcessName): number =>
    (JSON.parse(readFileSync(join(folder, processesFile), 'utf8')) as { [name: string]: { pid: number } })[name]?.pid ??
    0;

  /** A call as a HIS makes it: when the connection breaks it comes back and asks the same again. */
  async function ask(name: string, inputs: { [param: string]: string | number } = {}) {
    for (let attempt = 0; ; attempt++) {
      try {
        const client = await connect(folder, 'program');
        try {
          // As many a HIS does: open and close round every call, so that a restart in between is never noticed.
          if (profile === '3.5') await client.call('csOpenCom', { Comport: 0 });
          return await client.call(name, inputs, { requestId: randomUUID() });
        } finally {
          client.close();
        }
      } catch (error) {
        if (!(error instanceof Failure) || attempt > 400) throw error;
        await sleep(systemClock, 20);
      }
    }
  }
  async function world(action: string, body: { [name: string]: unknown }): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        const client = await connect(folder, 'world');
        try {
          await client.op('world', { action, ...body });
          return;
        } finally {
          client.close();
        }
      } catch (error) {
        // In the reader already: the first try got through before its answer was lost.
        if (error instanceof Failure && error.kind === 'card-in-use') return;
        if (!(error instanceof Failure) || attempt > 400) throw error;
        await sleep(systemClock, 20);
      }
    }
  }

  function newCard(handle: string): NewCard {
    const own = store();
    const image = newCardFor(folder, own, handle, 'normal', systemClock, systemRandom);
    own.close();
    const row = openCentreStore(join(folder, 'centre/centre.sqlite'));
    const personId = row.card(image.cardNo)?.personId ?? '';
    row.close();
    return { handle, cardNo: image.cardNo, personId };
  }
  const alive = async (name: ProcessName, old: number): Promise<boolean> => {
    for (let waited = 0; waited < 300; waited++) {
      if (pidOf(name) !== old) return true;
      await sleep(systemClock, 10);
    }
    return false;
  };

  return { folder: () => folder, board: () => board, store, pidOf, ask, world, newCard, alive };
}
