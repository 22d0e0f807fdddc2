/** @module The memory of a process once what nobody needs any more is collected, by the door that Node has for debuggers. */

import { readFileSync } from 'node:fs';
import { sleep, systemClock } from '../../src/base/index.ts';

/** What a process needs in its environment so that `watchMemory` finds a port of its own. */
export const memoryOptions = '--inspect-port=0';

/** `log`: the file that its standard error goes to. Answers megabytes. */
export async function watchMemory(pid: number, log: string): Promise<{ collected(): Promise<number>; close(): void }> {
  const before = readFileSync(log, 'utf8').length;
  process.kill(pid, 'SIGUSR1');
  let address: string | undefined;
  while (address === undefined) {
    await sleep(systemClock, 20);
    address = /ws:\/\/\S+/.exec(readFileSync(log, 'utf8').slice(before))?.[0];
  }
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  let asked = 0;
  const waiting = new Map<number, { resolve(): void; reject(error: Error): void }>();
  socket.onmessage = ({ data }) => waiting.get((JSON.parse(String(data)) as { id?: number }).id ?? 0)?.resolve();
  socket.onclose = () => {
    for (const one of waiting.values()) one.reject(new Error('the process ended'));
  };
  const ask = (method: string): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.set(++asked, { resolve, reject });
      socket.send(JSON.stringify({ id: asked, method }));
    });
  return {
    async collected() {
      await ask('HeapProfiler.collectGarbage');
      const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return Number(kilobytes) / 1024;
    },
    close: () => socket.close(),
  };
}
