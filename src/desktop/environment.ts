/** @module What desktop there is around this program, told by its environment. */

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Environment {
  readonly platform: NodeJS.Platform;
  readonly env: { readonly [name: string]: string | undefined };
  readonly home: string;
}

export const here = (): Environment => ({
  platform: process.platform,
  env: process.env,
  home: process.env.HOME ?? homedir(),
});

/** A program of Windows itself, by its full path: one of that name in the current folder is never run instead. */
export const windowsProgram = (env: Environment['env'], name: string): string =>
  `${env.SystemRoot ?? 'C:\\Windows'}\\System32\\${name}`;

/** OPENCSHIS_DESKTOP=off: no window, no icon, whatever is there. */
const switchedOff = ({ env }: Environment): boolean => env.OPENCSHIS_DESKTOP === 'off';

/** A screen on which a browser's window would be seen by who sits here; not over ssh, where it would be another's. */
export function hasScreen(at: Environment): boolean {
  const { platform, env } = at;
  if (switchedOff(at) || env.SSH_CONNECTION || env.SSH_TTY) return false;
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Where the session bus listens (Linux): named, or at the place where systemd puts it. */
export function busAddress({ env }: Environment): string | undefined {
  if (env.DBUS_SESSION_BUS_ADDRESS) return env.DBUS_SESSION_BUS_ADDRESS;
  const usual = env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, 'bus') : undefined;
  return usual !== undefined && existsSync(usual) ? `unix:path=${usual}` : undefined;
}

/** Whether it is worth while to start a program that shows an icon. */
export function mayHaveTray(at: Environment): boolean {
  if (switchedOff(at)) return false;
  return at.platform === 'win32' || at.platform === 'darwin' || busAddress(at) !== undefined;
}
