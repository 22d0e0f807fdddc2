/** @module Our own program on this machine, as the doctor asks it: with a deadline, also where it hangs or is not there. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Holder, isAlive, limits, readHolder, systemClock } from '../base/index.ts';
import type { Life, Machine, Own, OwnProcess, Patient, Status } from '../care/index.ts';
import type { WorldFile } from '../world/index.ts';
import { componentFile } from './component.ts';
import { connect } from './daemon.ts';
import {
  centreFile,
  type Discovery,
  discoveryFile,
  isOurs,
  lockFile,
  machineFolder,
  processesFile,
  sharedModes,
} from './home.ts';
import { leafFile, leafOf } from './leaf.ts';
import { startersOf } from './starters.ts';
import { version } from './version.ts';

/** `status`: how the running control software is asked; over its door, where it is not this process itself. */
export function patientHere(
  folder: string,
  machine: Machine,
  status: () => Promise<Status> = () => askStatus(folder),
): Patient {
  let asked: Promise<Status | undefined> | undefined;
  let own: Promise<Own> | undefined;
  return {
    machine,
    folder,
    version,
    own: () => (own ??= ownHere(folder, machine)),
    status: () =>
      (asked ??= Promise.race([
        status().catch(() => undefined),
        new Promise<undefined>((done) => systemClock.after(limits.doctorProgram, () => done(undefined))),
      ])),
    now: () => systemClock.now(),
  };
}

async function askStatus(folder: string): Promise<Status> {
  const client = await connect(folder);
  try {
    return await client.op<Status>('status');
  } finally {
    client.close();
  }
}

async function ownHere(folder: string, machine: Machine): Promise<Own> {
  const json = <T>(name: string): T | undefined => {
    try {
      return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
    } catch {
      return undefined;
    }
  };
  const world = json<WorldFile>('world.json');
  const discovery = json<Discovery>(discoveryFile);
  // The machine's service keeps its lock and its world to itself: its group sees it by what it announces.
  const shared = folder === machineFolder ? sharedModes(folder) : undefined;
  const holder = readHolder(join(folder, lockFile)) ?? (shared && discovery);
  const centre = json<{ readonly port: number }>(centreFile);
  const processes = Object.entries(json<{ readonly [name: string]: Holder }>(processesFile) ?? {}).map(
    ([name, one]): OwnProcess => ({ name, pid: one.pid, life: lifeOf(one) }),
  );
  return {
    world: world !== undefined || (shared !== undefined && existsSync(join(folder, 'world.json'))),
    simulated: world?.simulated ?? true,
    ...(world ? { profile: world.profile } : {}),
    supervisor: holder === undefined ? 'none' : lifeOf(holder),
    discovery: isForeign(folder, machine) ? 'foreign' : discovery === undefined ? 'none' : lifeOf(discovery),
    ...(discovery ? { version: discovery.version } : {}),
    processes,
    ...(shared ? { shared } : {}),
    httpPort: world?.httpPort ?? 0,
    ...(centre ? { centre: `http://127.0.0.1:${centre.port}` } : {}),
    node: process.version,
    missing: missingFiles(),
    starters: startersOf(machine),
    component: {
      on: json<{ readonly on: boolean }>(componentFile)?.on ?? false,
      ...(await leafHere(join(folder, leafFile))),
    },
  };
}

async function leafHere(path: string): Promise<Pick<Own['component'], 'leaf'>> {
  const leaf = await leafOf(path);
  return leaf === undefined ? {} : { leaf };
}

/** A process that was stopped (a debugger, SIGSTOP) is there, and answers nobody. */
function lifeOf(holder: Holder): Life {
  if (!isAlive(holder)) return 'dead';
  try {
    const stat = readFileSync(`/proc/${holder.pid}/stat`, 'latin1');
    return 'tT'.includes(stat.charAt(stat.lastIndexOf(')') + 2)) ? 'stopped' : 'running';
  } catch {
    return 'running';
  }
}

function isForeign(folder: string, machine: Machine): boolean {
  try {
    return machine.uid >= 0 && !isOurs(folder, join(folder, discoveryFile));
  } catch {
    return false;
  }
}

/** What this program would start. */
function missingFiles(): string[] {
  const wanted = [
    new URL('./background.ts', import.meta.url),
    new URL('./control.ts', import.meta.url),
    new URL('./sam.ts', import.meta.url),
    new URL('./centre.ts', import.meta.url),
    new URL('../reader/pcsc/host.ts', import.meta.url),
  ];
  return wanted.map((url) => fileURLToPath(url)).filter((path) => !existsSync(path));
}
