/** @module Room for everybody: who has waited longest without a whole request makes place for the newest. */

import type { Server, Socket } from 'node:net';

/** Answers what to call when a connection's request is whole, and when it is answered. */
export function keepRoom(servers: { on: Server['on'] }, most: number) {
  const open = new Set<Socket>();
  const idle = new Set<Socket>();
  servers.on('connection', (socket: Socket) => {
    open.add(socket);
    idle.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      idle.delete(socket);
    });
    const [longest] = idle;
    if (open.size > most && longest !== undefined) {
      idle.delete(longest);
      longest.destroy();
    }
  });
  return {
    busy: (socket: Socket) => idle.delete(socket),
    waits(socket: Socket) {
      if (!socket.destroyed) idle.add(socket);
    },
    closeAll() {
      for (const socket of open) socket.destroy();
    },
  };
}
