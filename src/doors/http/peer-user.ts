/**
 * @module The account at the other end of a loopback connection, as Linux says it. A console's tokens outlive a restart of
 * the program, and its page sends them to whoever answers at the port: who took it meanwhile, as another user, must not be
 * able to use what he heard.
 */

import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

const seen = new WeakMap<Socket, number | 'unknown'>();

/** Whether the system says that another account than ours (and than the administrator's) is there. */
export function isOtherUser(socket: Socket, own: number | undefined = process.getuid?.()): boolean {
  const found = seen.get(socket) ?? lookUp(socket) ?? 'unknown';
  seen.set(socket, found);
  return own !== undefined && found !== 'unknown' && found !== 0 && found !== own;
}

function lookUp({ remoteAddress, remotePort, localAddress, localPort }: Socket): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [theirs, ours] = [wordsOf(remoteAddress, remotePort), wordsOf(localAddress, localPort)];
  for (const table of ['tcp', 'tcp6'])
    try {
      const found = userIn(readFileSync(`/proc/net/${table}`, 'latin1'), theirs, ours);
      if (found !== undefined) return found;
    } catch {
      // A machine without IPv6, or a folder of processes that is not to be read: the system does not tell.
    }
  return undefined;
}

/** The owner of the socket that goes from one of `from` to one of `to`. */
export function userIn(table: string, from: readonly string[], to: readonly string[]): number | undefined {
  for (const line of table.split('\n')) {
    const columns = line.trim().split(/\s+/);
    if (from.includes(columns[1] ?? '') && to.includes(columns[2] ?? '')) return Number(columns[7]);
  }
  return undefined;
}

/** As the tables write an address: 127.0.0.1 may be reached by a socket of IPv6. */
function wordsOf(address: string | undefined, port = 0): string[] {
  const end = port.toString(16).toUpperCase().padStart(4, '0');
  return address === '::1'
    ? [`00000000000000000000000001000000:${end}`]
    : [`0100007F:${end}`, `0000000000000000FFFF00000100007F:${end}`];
}
