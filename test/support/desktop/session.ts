/** @module A session bus of its own, and a small panel on it that was not written by us. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Debian's Python: another one first in the path would not see Debian's modules. */
const python = '/usr/bin/python3';

/** Why there can be none here; undefined where there can. */
export function noSession(): string | undefined {
  if (spawnSync('dbus-daemon', ['--version'], { stdio: 'ignore' }).status !== 0) return 'no dbus-daemon';
  const modules = spawnSync(python, ['-c', 'import dbus, gi.repository.GLib'], { stdio: 'ignore' });
  return modules.status === 0 ? undefined : 'no python3-dbus and python3-gi';
}

export interface Bus {
  readonly address: string;
  stop(): Promise<void>;
}

export async function startBus(): Promise<Bus> {
  const child = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = await lines(child).take(1);
  return { address: address ?? '', stop: () => ended(child, () => child.kill()) };
}

export interface Shown {
  readonly event: string;
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly tooltip: readonly [title: string, text: string];
  readonly icon: { readonly width: number; readonly height: number; readonly pixels: string };
  readonly menu: readonly {
    readonly id: number;
    readonly label: string;
    readonly enabled: boolean;
    readonly separator: boolean;
  }[];
}

export interface Panel {
  /** The first thing said that fits, from now on or not yet asked for. */
  until(fits: (said: Shown) => boolean): Promise<Shown>;
  event(name: string): Promise<Shown>;
  /** Asks for the item as it is until it fits: signals may have been sent before anybody listened. */
  shows(fits: (said: Shown) => boolean): Promise<Shown>;
  do(line: string): void;
  stop(): Promise<void>;
}

export async function startPanel(bus: Bus, ...args: readonly string[]): Promise<Panel> {
  const child = spawn(python, [path.join(import.meta.dirname, 'watcher.py'), ...args], {
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said = lines(child);
  const panel: Panel = {
    async until(fits) {
      for (;;) {
        const [line] = await said.take(1);
        if (line === undefined) throw new Error('the panel ended');
        const one = JSON.parse(line) as Shown;
        if (fits(one)) return one;
      }
    },
    event: (name) => panel.until((one) => one.event === name),
    async shows(fits) {
      for (;;) {
        child.stdin?.write('show\n');
        const one = await panel.until(({ event }) => event === 'shown' || event === 'error');
        if (one.event === 'shown' && fits(one)) return one;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    do: (line) => void child.stdin?.write(`${line}\n`),
    stop: () => ended(child, () => child.stdin?.end()),
  };
  await panel.event('ready');
  return panel;
}

function lines(child: ChildProcess) {
  const kept: (string | undefined)[] = [];
  let wake = (): void => {};
  const add = (line: string | undefined): void => {
    kept.push(line);
    wake();
  };
  if (child.stdout) createInterface(child.stdout).on('line', add);
  child.on('close', () => add(undefined));
  return {
    async take(count: number): Promise<(string | undefined)[]> {
      while (kept.length < count)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return kept.splice(0, count);
    },
  };
}

function ended(child: ChildProcess, end: () => void): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    end();
  });
}
