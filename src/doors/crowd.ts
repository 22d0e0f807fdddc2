/** @module Room for everybody: who has waited longest without a whole request makes place for the newest. */

import type { Server, Socket } from 'node:net';

/** For the servers that share it; `crowded` is told when one had to go. */
export function createRoom(most: number, crowded: () => void = () => undefined) {
  const open = new Set<Socket>();
  /** Connections without a whole request, the longest waiting first. */
  const idle = new Set<Socket>();
  const enter = (socket: Socket): void => {
    open.add(socket);
    idle.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      idle.delete(socket);
    });
    const [longest] = idle;
    if (open.size > most && longest !== undefined) {
      crowded();
      idle.delete(longest);
      longest.destroy();
    }
  };
  return {
    serve: (server: { on: Server['on'] }) => void server.on('connection', enter),
    /** Its request is whole. */
    busy: (socket: Socket) => idle.delete(socket),
    /** It was answered. */
    waits(socket: Socket) {
      if (!socket.destroyed) idle.add(socket);
    },
    closeAll() {
      for (const socket of open) socket.destroy();
    },
  };
}
