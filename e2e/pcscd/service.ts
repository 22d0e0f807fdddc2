/** @module A pcscd of its own with vpcd's two slots, for a process that is alone in its namespace. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { sleep, systemClock } from '../../src/base/index.ts';

export const ports = [0x8c7b, 0x8c7c] as const;
const socketFile = '/run/pcscd/pcscd.comm';

export interface Service {
  readonly child: ChildProcess;
  kill(): Promise<void>;
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1');
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });

export async function startService(folder: string): Promise<Service> {
  const config = join(folder, 'vpcd.conf');
  const library = [
    '/usr/lib/pcsc/drivers/serial/libifdvpcd.so',
    '/usr/lib/x86_64-linux-gnu/pcsc/drivers/serial/libifdvpcd.so',
    '/usr/lib/aarch64-linux-gnu/pcsc/drivers/serial/libifdvpcd.so',
  ].find((one) => existsSync(one));
  writeFileSync(
    config,
    `FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:0x8C7B\nLIBPATH ${library}\nCHANNELID 0x8C7B\n`,
  );
  return run(config, () => listens(ports[1]));
}

/** A pcscd with any driver. */
export async function run(config: string, isThere: () => Promise<boolean> = async () => true): Promise<Service> {
  const child = spawn('pcscd', ['--foreground', '-c', config], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // A probe would look like a card to vpcd: only its second slot is asked.
  while (!existsSync(socketFile) || !(await isThere())) await sleep(systemClock, 20);
  return {
    child,
    async kill() {
      child.kill('SIGKILL');
      await ended;
      rmSync(socketFile, { force: true });
      rmSync('/run/pcscd/pcscd.pid', { force: true });
    },
  };
}
