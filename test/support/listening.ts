/** @module Where this process listens, as the system says it: nothing that the program tells of itself. */

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Addresses as in /proc/net (`0100007F:1F90`); undefined where the system does not show them. */
export function ownListening(): string[] | undefined {
  if (process.platform !== 'linux') return undefined;
  const own = new Set(
    readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return [/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/self/fd/${fd}`))?.[1] ?? ''];
      } catch {
        return [];
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((table) => {
    let text = '';
    try {
      text = readFileSync(`/proc/net/${table}`, 'latin1');
    } catch {
      // a machine without IPv6
    }
    return text
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === '0A' && own.has(columns[9] ?? ''))
      .map((columns) => columns[1] ?? '');
  });
}
/** 127.0.0.1 and ::1. */
export const loopbackAlone = /^(0100007F|00000000000000000000000001000000):/;
export const portIn = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');
