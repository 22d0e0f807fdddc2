/** @module Serial ports of this machine that a reader could be at. */

import { existsSync, readdirSync } from 'node:fs';

/** What serial ports are called in /dev. */
const names: { readonly [system: string]: RegExp } = {
  linux: /^tty(S|USB|ACM)\d+$/,
  darwin: /^cu\./,
};
/** macOS lists what is no reader for certain. */
const never = /Bluetooth|debug-console|wlan/i;

/** Their paths, sorted by name and number. */
export async function candidates(
  system: string = process.platform,
  dev = '/dev',
  sys = '/sys/class/tty',
): Promise<string[]> {
  if (system === 'win32') {
    const { autoDetect } = await import('@serialport/bindings-cpp');
    return (await autoDetect().list()).map(({ path }) => path).sort(byNumber);
  }
  const pattern = names[system];
  if (pattern === undefined || !existsSync(dev)) return [];
  return readdirSync(dev)
    .filter((name) => pattern.test(name) && !never.test(name) && isThere(system, name, sys))
    .sort(byNumber)
    .map((name) => `${dev}/${name}`);
}

/** Linux makes /dev/ttyS0 to 3 (or 31) whether there are such ports or not; a real one has a driver that knows its kind. */
function isThere(system: string, name: string, sys: string): boolean {
  if (system !== 'linux' || !name.startsWith('ttyS') || !existsSync(`${sys}/${name}`)) return true;
  return existsSync(`${sys}/${name}/device`) && !existsSync(`${sys}/${name}/device/driver/serial8250`);
}

const byNumber = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });
