/** @module A world of real processes with its console, for tests that sit at it: the same address after every restart. */

import { createServer } from 'node:net';
import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openCentreStore } from '../../src/centre/server/index.ts';
import type { JournalEntry } from '../../src/client/index.ts';
import { connect, killWorld, startDetached, stopWorld } from '../../src/main/daemon.ts';
import { processesOf } from '../../src/main/home.ts';
import { type launch, quietPage } from './browser.ts';
import { newWorldFolder } from './counter.ts';
import { until } from './doors.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export async function consoleWorld(wanted: Parameters<typeof newWorldFolder>[0] = {}) {
  process.env.OPENCSHIS_PCSC = 'off';
  const folder = newWorldFolder({ ...wanted, httpPort: await freePort() });
  let { url, tokens } = await startDetached(folder);
  const op = async <T>(name: string, body: object = {}, role: 'operator' | 'world' = 'operator'): Promise<T> => {
    const client = await connect(folder, role);
    try {
      return await client.op<T>(name, body as { [name: string]: unknown });
    } finally {
      client.close();
    }
  };
  const act = (action: string, body: object = {}): Promise<unknown> => op('world', { action, ...body }, 'world');
  const journal = (): Promise<readonly JournalEntry[]> => op('journal', { days: 2 });
  return {
    folder,
    url,
    /** Of the control software that runs now. */
    token: () => tokens.program ?? '',
    op,
    act,
    journal,
    newLink: async (): Promise<string> => `${url}/#code=${(await op<{ code: string }>('link')).code}`,
    /** What the centre's ledger holds of a person, once nothing waits any more. */
    async ledger(personId: string) {
      await until('the journal is at the centre', async () => (await op<Waiting>('status')).journal.waiting === 0);
      const store = openCentreStore(join(folder, 'centre/centre.sqlite'));
      try {
        return store.eventsOf(personId);
      } finally {
        store.close();
      }
    },
    async personOf(card: string): Promise<string> {
      const shown = (await act('show', { card })) as { files: { basic: { personId: string } } };
      return shown.files.basic.personId;
    },
    /** Ends the control software as a crash does; its supervisor starts it again. */
    crash(name = 'control'): void {
      const holder = processesOf(folder)[name];
      if (holder) process.kill(holder.pid, 'SIGKILL');
    },
    powerOff: () => killWorld(folder),
    async powerOn() {
      ({ url, tokens } = await startDetached(folder));
    },
    stop: () => stopWorld(folder),
  };
}
interface Waiting {
  readonly journal: { readonly waiting: number };
}
export type ConsoleWorld = Awaited<ReturnType<typeof consoleWorld>>;

/** Opens the console as somebody at the counter does, in one language. */
export async function openConsole(
  browser: Awaited<ReturnType<typeof launch>>,
  world: ConsoleWorld,
  language: 'zh' | 'en' = 'zh',
  options: BrowserContextOptions = {},
) {
  const opened = await quietPage(browser, world.url, options);
  const { page } = opened;
  page.setDefaultTimeout(20_000);
  await page.goto(await world.newLink());
  await page.locator('#register').waitFor();
  if (language === 'en') {
    await reach(page, page.locator('button.language'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Counter' }).waitFor();
    await reach(page, page.locator('#register'));
  }
  return opened;
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element.ownerDocument.activeElement === element);

/** By Tab alone, as with no mouse; fails where the keyboard does not come to it. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await hasFocus(target.first())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not come to ${target}`);
}
