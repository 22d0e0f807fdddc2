/** @module Who is at the other end of a local socket, as the system says it: never as the client claims it. */

import { readlinkSync } from 'node:fs';
import type { Socket } from 'node:net';
import { startTimeOf, terminalOf } from '../../base/index.ts';

export interface Peer {
  readonly pid: number;
  readonly uid: number;
}
/** Undefined where the system does not tell (Windows, TCP, a library that cannot be loaded). */
export type PeerOf = (socket: Socket) => Peer | undefined;

const solSocket = 1;
const soPeerCredentials = 17;

/** SO_PEERCRED of Linux, which Node has no word for. */
export async function systemPeers(): Promise<PeerOf> {
  if (process.platform !== 'linux') return () => undefined;
  try {
    const { default: koffi } = await import('koffi');
    const getsockopt = koffi.load(null).func('int getsockopt(int, int, int, _Out_ uint8_t *, _Inout_ uint32_t *)');
    return (socket) => {
      const { fd } = (socket as unknown as { readonly _handle?: { readonly fd?: number } })._handle ?? {};
      if (fd === undefined || fd < 0) return undefined;
      const bytes = Buffer.alloc(12);
      if (getsockopt(fd, solSocket, soPeerCredentials, bytes, [bytes.length]) !== 0) return undefined;
      // struct ucred: pid, uid, gid, in the machine's order, which is little-endian wherever we run.
      const peer = { pid: bytes.readInt32LE(0), uid: bytes.readUInt32LE(4) };
      return peer.pid > 0 ? peer : undefined;
    };
  } catch {
    return () => undefined;
  }
}

/** The process that a session belongs to, `pid/start`; and the program, for people and for ruling out strangers. */
export function boundTo(
  peer: Peer | undefined,
  claim: { readonly pid: number; readonly started: string; readonly program: string },
  user: string,
  /** Over TCP a process id may be one of another system (of Wine): it says nothing about a program of ours. */
  local = true,
): { readonly process: string; readonly program: string } {
  if (peer === undefined)
    return {
      process: `${claim.pid}/${claim.started}`,
      program: `${(local ? executableOf(claim.pid) : undefined) ?? claim.program} (${user})`,
    };
  // A command of a terminal lives for a moment: it may speak for its terminal, and for nothing else.
  const pid = claim.pid === terminalOf(peer.pid) ? claim.pid : peer.pid;
  return {
    process: `${pid}/${startTimeOf(pid) ?? '?'}`,
    program: `${executableOf(peer.pid) ?? claim.program} (${peer.uid === process.getuid?.() ? user : `uid ${peer.uid}`})`,
  };
}

function executableOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return undefined;
  }
}
