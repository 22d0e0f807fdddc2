/** @module A whole counter in this process for tests: its own folder, its own centre, the ledger at hand. */

import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore, sleep, systemClock, systemRandom } from '../../src/base/index.ts';
import type { LedgerEvent } from '../../src/centre/client/index.ts';
import { openCentreStore } from '../../src/centre/server/index.ts';
import type { CallAnswer, InputValue, PinRequest } from '../../src/control/index.ts';
import { composeAll } from '../../src/main/compose.ts';
import { recorderOf } from '../../src/main/recorder.ts';
import { worldControl } from '../../src/main/world-control.ts';
import { endLine, parseTrace, type Trace } from '../../src/tools/index.ts';
import { makeWorld, type NewWorld } from '../../src/world/index.ts';

const folders: string[] = [];
// At the very end: a test's own cleaning up still finds its world, and stops it.
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opencshis-test-'));
  folders.push(folder);
  return folder;
}

export function newWorldFolder(wanted: Partial<NewWorld> = {}): string {
  const folder = newFolder();
  const store = fileStore(folder);
  makeWorld(
    folder,
    store,
    { profile: '5.1', offlineMode: 'delegated', seed: 7, people: 5, hospId: '3501200000', httpPort: 0, ...wanted },
    systemClock,
    systemRandom,
  );
  store.close();
  return folder;
}

const templates = new Map<string, string>();
/** A new folder with the same new world each time: quick, for tests that want many untouched ones. */
export function copiedWorldFolder(wanted: Partial<NewWorld> = {}): string {
  const key = JSON.stringify(wanted);
  const template = templates.get(key) ?? newWorldFolder(wanted);
  templates.set(key, template);
  const folder = newFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}

export const visitNow = { cTreatItem: '01', cBabyTreat: ' ', cTreatAfterCheck: '1' } as const;

export async function newCounter(
  wanted: Partial<NewWorld> = {},
  folder = newWorldFolder(wanted),
  watchLine?: Parameters<typeof composeAll>[2],
) {
  const all = await composeAll(folder, systemClock, watchLine);
  const world = worldControl(all.world, all);
  // A dedicated reader (3.5) is opened first, as a HIS does; a chip reader opens by itself.
  const dedicated = all.world.file.profile === '3.5';
  const as = (program: string, process = program, slot?: string) => {
    let opened = !dedicated;
    const session = all.control.session({ door: 'in-process', role: 'operator', program, process });
    return async (
      name: string,
      inputs: { readonly [param: string]: InputValue } = {},
      requestId: string = randomUUID(),
    ) => {
      if (!opened && name !== 'csOpenCom')
        await session.call({ requestId: randomUUID(), name: 'csOpenCom', inputs: { Comport: 0 } });
      opened = true;
      return session.call({ requestId, name, inputs, ...(slot === undefined ? {} : { slot }) });
    };
  };
  const call = as('test');
  const { clock, board } = all.world;
  const recorder = recorderOf({ control: all.control, clock, random: systemRandom, links: () => board.get().links });
  return {
    ...all,
    folder,
    as,
    call,
    /** The world's own view of a card's files. */
    card: async (handle: string) =>
      (await world.act('show', { card: handle })) as {
        cardNo: string;
        counter: number;
        ring: string[];
        pinSet: boolean;
        triesLeft: number;
        files: { [file: string]: { [field: string]: never } };
      },
    act: world.act,
    /** All that the world's console shows. */
    state: world.state,
    /** Whoever is asked for a PIN types it, or cancels: at the computer, or on the pad of a dedicated reader. */
    type(request: PinRequest, digits?: string): boolean {
      const pad = all.devices.find((one) => one.pad.waiting())?.pad;
      if (!request.onPad)
        return all.control.answerPin(request.id, digits === undefined ? undefined : Buffer.from(digits));
      return (digits === undefined ? pad?.cancel() : pad?.type(digits)) ?? false;
    },
    recorder,
    /** Records until the answer is called, which gives the text of the trace. */
    async record(withData = false): Promise<() => Trace> {
      const { header, lines, end } = await recorder({ withData });
      const rows = [JSON.stringify(header)];
      const keep = (made: readonly unknown[]) => void rows.push(...made.map((one) => JSON.stringify(one)));
      const stop = all.control.tap({
        call: (one) => keep(lines.call(one)),
        event: (event) => keep(lines.event(event)),
        ended: (process) => keep(lines.ended(process)),
      });
      return () => {
        stop();
        end();
        return parseTrace([...rows, endLine(rows.length - 1), ''].join('\n'));
      };
    },
    /** Registers and says delivered. */
    async register(item: Partial<typeof visitNow> | { cTreatItem: string } = {}): Promise<CallAnswer> {
      const answer = await call('hisGetSeqNumber256N1', { ...visitNow, ...item });
      answer.delivered();
      return answer;
    },
    /** What the centre's ledger holds of a person, once the outbox is empty. */
    async ledger(personId: string): Promise<LedgerEvent[]> {
      await settled(async () => (await all.control.status()).journal.waiting === 0);
      const store = openCentreStore(join(folder, 'centre/centre.sqlite'));
      try {
        return store.eventsOf(personId);
      } finally {
        store.close();
      }
    },
  };
}
export type TestCounter = Awaited<ReturnType<typeof newCounter>>;

/** Waits until something holds; the runner's own deadline ends a wait that never does, after this has said which it is. */
export async function settled(holds: () => boolean | Promise<boolean>): Promise<void> {
  const caller = new Error('still waiting after 30 s');
  const told = setTimeout(() => console.error(caller.stack), 30_000);
  try {
    while (!(await holds())) await sleep(systemClock, 10);
  } finally {
    clearTimeout(told);
  }
}
