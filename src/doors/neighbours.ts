/**
 * @module Other card programs of this machine, found by the ports that they are known to answer at: two of them side by
 * side are what makes log-ins fail (FAQ Q11), so that each is named to whoever can remove it.
 */

import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { type Clock, limits, openFilesOf, processIds, processText, quietly, type Say } from '../base/index.ts';
import { cardPrograms } from '../catalogue/index.ts';

export interface Neighbour {
  readonly port: number;
  readonly name: Say;
  /** The program that listens there, where the system tells it. */
  readonly program?: string;
}

/** Those that answer now, but for the ports that are our own. */
export async function neighbours(clock: Clock, own: readonly number[] = []): Promise<Neighbour[]> {
  const others: readonly Neighbour[] = cardPrograms.filter(({ port }) => !own.includes(port));
  const answers = await Promise.all(
    others.map(async ({ port }) => (await answersAt(clock, port, '127.0.0.1')) || answersAt(clock, port, '::1')),
  );
  return others
    .filter((_one, index) => answers[index])
    .map((one) => {
      const program = listenerAt(one.port);
      return program === undefined ? one : { ...one, program };
    });
}

function answersAt(clock: Clock, port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (answered: boolean): void => {
      stop();
      socket.destroy();
      resolve(answered);
    };
    const stop = clock.after(limits.neighbourProbe, () => end(false));
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
  });
}

/** The name of the program that listens at a port, where Linux shows it to this user. */
function listenerAt(port: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
      (quietly(() => readFileSync(file, 'latin1')) ?? '')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        // The listening state is 0A; the tenth column is the socket.
        .filter((columns) => columns[1]?.endsWith(`:${hex}`) && columns[3] === '0A')
        .map((columns) => `socket:[${columns[9]}]`),
    ),
  );
  if (inodes.size === 0) return undefined;
  const pid = processIds().find((one) => openFilesOf(one).some(({ target }) => inodes.has(target)));
  return pid === undefined ? undefined : processText(pid, 'comm')?.trim();
}
