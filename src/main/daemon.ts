/** @module A world seen from outside: make it, start it, find it, stop it, cut its power. What the command line uses. */

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Clock,
  Failure,
  fileStore,
  type Holder,
  isAlive,
  limits,
  readHolder,
  say,
  sleep,
  startTimeOf,
  systemClock,
  systemRandom,
  terminalOf,
} from '../base/index.ts';
import type { Role } from '../catalogue/schema.ts';
import { type Environment, here, openInBrowser } from '../desktop/index.ts';
import { connectNative, type NativeClient, noDaemon } from '../doors/native/client.ts';
import { registerWalk } from '../doors/register-walk.ts';
import type { NewWorld, WorldFile } from '../world/index.ts';
import { type Discovery, discoveryFile, lockFile, openFile, processesOf, readDiscovery } from './home.ts';

export const defaultWorld: NewWorld = {
  profile: '5.1',
  offlineMode: 'delegated',
  seed: 7,
  people: 100,
  hospId: '3501200000',
  httpPort: 21053,
};
export const logFile = 'run/log.txt';

/** Makes a world in a folder; fails with -1, kind `world-exists`. */
export async function newWorld(
  folder: string,
  wanted: Partial<NewWorld> = {},
  progress?: (done: number, of: number) => void,
  clock: Clock = systemClock,
): Promise<WorldFile> {
  const { makeWorld } = await import('../world/index.ts');
  writable(folder);
  const store = fileStore(folder);
  try {
    return makeWorld(folder, store, { ...defaultWorld, ...wanted }, clock, systemRandom, progress);
  } finally {
    store.close();
  }
}

/** Is there a world in this folder? */
export const hasWorld = (folder: string): boolean => existsSync(join(folder, 'world.json'));

export const supervisorHolder = (folder: string): Holder | undefined => {
  const holder = readHolder(join(folder, lockFile));
  return holder && isAlive(holder) ? holder : undefined;
};

/** Puts the demonstration card into the first reader, where no card is in one. */
export async function firstCard(folder: string, card = 'normal'): Promise<void> {
  const client = await connect(folder, 'world');
  try {
    const { cards } = await client.op<{ cards: { handle: string; kind: string; slot?: string }[] }>('worldGet');
    if (!cards.some((one) => one.slot && one.kind !== 'sam') && cards.some((one) => one.handle === card))
      await client.op('world', { action: 'insert', card });
  } finally {
    client.close();
  }
}

/** Fails in words, before anything is begun, where the folder cannot be written (6016: the disk is full). */
export function checkWritable(folder: string): void {
  const store = fileStore(folder);
  try {
    // Another start may be trying the same at this moment.
    const probe = `run/probe-${process.pid}`;
    store.write(probe, new Uint8Array(1));
    store.remove(probe);
  } finally {
    store.close();
  }
}

/** Starts the world's supervisor on its own, and waits until the control software answers. */
export async function startDetached(
  folder: string,
  clock: Clock = systemClock,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Discovery> {
  if (supervisorHolder(folder))
    throw new Failure(-1, {
      kind: 'locked',
      why: say({ zh: '這個世界已經在執行', en: 'this world is running already' }),
      todo: say({
        zh: 'opencshis status 看狀態，opencshis stop 停止',
        en: 'opencshis status shows it, opencshis stop ends it',
      }),
    });
  checkWritable(folder);
  // Left by one that died, with a control that may not have ended yet: what is waited for is the new one.
  rmSync(join(folder, discoveryFile), { force: true });
  const log = openSync(join(folder, logFile), 'w', 0o600);
  const program = fileURLToPath(new URL('./background.ts', import.meta.url));
  const child = spawn(process.execPath, [program, folder], { detached: true, env, stdio: ['ignore', log, log] });
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  child.unref();
  return waitForDiscovery(folder, () => ended, clock);
}

/** Waits until the running control software is announced. */
export async function waitForDiscovery(
  folder: string,
  ended: () => boolean = () => false,
  clock: Clock = systemClock,
): Promise<Discovery> {
  const until = clock.monotonic() + limits.startWithin;
  for (;;) {
    const found = readDiscovery(folder);
    if (found) return found;
    if (ended() || clock.monotonic() > until) throw notStarted(folder);
    await sleep(clock, 25);
  }
}

function notStarted(folder: string): Failure {
  let said = '';
  try {
    said = readFileSync(join(folder, logFile), 'utf8').trim().split('\n').slice(-4).join('\n');
  } catch {
    // nothing was said
  }
  return new Failure(-1, {
    kind: 'not-started',
    why: say({ zh: `無法啟動\n${said}`, en: `it did not start\n${said}` }),
    todo: say({
      zh: 'opencshis start --foreground 會顯示完整訊息',
      en: 'opencshis start --foreground shows all it says',
    }),
  });
}

/** A connection to the running world; fails with -1, kind `no-daemon`. */
export async function connect(folder: string, role: Exclude<Role, 'page'> = 'operator'): Promise<NativeClient> {
  const found = readDiscovery(folder);
  const token = found?.tokens[role];
  if (found === undefined || token === undefined) throw noDaemon();
  return connectNative({ path: found.native, token, role, process: terminal() });
}

/** The terminal this program runs in, with its start time: a PIN holds from one command to the next. */
function terminal(): string {
  const pid = terminalOf(process.pid) ?? process.ppid;
  return `${pid}/${startTimeOf(pid) ?? '?'}`;
}

/** Does it again while the control software does not answer and its supervisor is about to start it anew. */
export async function whenAnswering<T>(folder: string, work: () => Promise<T>, clock: Clock = systemClock): Promise<T> {
  const until = clock.monotonic() + limits.startWithin;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const silent = error instanceof Failure && ['no-daemon', 'daemon-lost'].includes(error.kind ?? '');
      if (!silent || supervisorHolder(folder) === undefined || clock.monotonic() > until) throw error;
    }
    await sleep(clock, 100);
  }
}

/** A new link to the console, good once and for minutes. */
export async function consoleLink(folder: string): Promise<string> {
  const client = await connect(folder);
  try {
    const { code } = await client.op<{ code: string }>('link');
    return `${readDiscovery(folder)?.url}/#code=${code}`;
  } finally {
    client.close();
  }
}

/** Opens the console in the desktop's browser by a new link; false where no browser opened. */
export async function openConsole(folder: string, at: Environment = here()): Promise<boolean> {
  const store = fileStore(folder);
  try {
    return await openInBrowser(await consoleLink(folder), at, (html) => {
      store.write(openFile, Buffer.from(html));
      return join(folder, openFile);
    });
  } finally {
    store.close();
  }
}

/** Stops the world in order; false when none ran. */
export async function stopWorld(folder: string, clock: Clock = systemClock): Promise<boolean> {
  const holder = supervisorHolder(folder);
  if (holder === undefined) return false;
  const asked = await connect(folder)
    .then(async (client) => {
      await client.op('stop').catch(() => undefined);
      client.close();
      return true;
    })
    .catch(() => false);
  if (!asked) kill(holder, 'SIGTERM');
  const until = clock.monotonic() + limits.stopWithin;
  while (isAlive(holder) && clock.monotonic() < until) await sleep(clock, 25);
  if (isAlive(holder)) await killWorld(folder);
  return true;
}

/** What a power cut does: every process of the world ends at once. False when none ran. */
export async function killWorld(folder: string, clock: Clock = systemClock): Promise<boolean> {
  const children = Object.values(processesOf(folder));
  const holder = supervisorHolder(folder);
  // The supervisor first: it would start the others again.
  const all = [...(holder ? [holder] : []), ...children];
  for (const one of all) kill(one, 'SIGKILL');
  const until = clock.monotonic() + limits.stopWithin;
  while (all.some(isAlive) && clock.monotonic() < until) await sleep(clock, 5);
  return all.length > 0;
}

function kill(holder: Holder, signal: NodeJS.Signals): void {
  try {
    if (isAlive(holder)) process.kill(holder.pid, signal);
  } catch {
    // it ended in between
  }
}

/** Fails with 6016 in words, before anything is begun, where the folder cannot be written. */
function writable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
  } catch (cause) {
    throw new Failure(6016, {
      kind: 'folder',
      why: say({ zh: '無法建立世界的資料夾', en: "the world's folder cannot be made" }),
      todo: say({
        zh: '請檢查權限，或以 OPENCSHIS_HOME 指定其他資料夾',
        en: 'check its permissions, or name another one by OPENCSHIS_HOME',
      }),
      cause,
    });
  }
}

/** The whole registration walk, as a program would do it; each answer is acknowledged when it has arrived. */
export async function register(
  folder: string,
  item: { readonly treatItem?: string; readonly babyTreat?: string; readonly afterCheck?: string },
) {
  const client = await connect(folder, 'operator');
  try {
    return await registerWalk((name, inputs) => client.call(name, inputs), item);
  } finally {
    client.close();
  }
}
