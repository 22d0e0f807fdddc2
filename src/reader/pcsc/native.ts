/** @module The PC/SC library, bound by koffi. Every call runs on a thread of libuv's pool. */

import koffi from 'koffi';
import { type Answer, type Handle, type PcscApi, rv } from './api.ts';
import type { Platform } from './platform.ts';

const scope = { user: 0 };
const shareShared = 2;
const anyProtocol = 3;
/** A short response (258 bytes) and the room that some libraries ask for beyond it. */
const responseRoom = 264;

/** @throws whatever koffi throws when there is no such library */
export function bindPcsc(platform: Platform): PcscApi {
  const { dword, handle } = platform;
  const library = koffi.load(platform.library);
  const text = platform.wide ? 'str16' : 'str';
  const named = (name: string): string => (platform.wide ? `${name}W` : name);
  const make = platform.packed ? koffi.pack : koffi.struct;
  const readerState = make({
    szReader: text,
    pvUserData: 'uintptr',
    dwCurrentState: dword,
    dwEventState: dword,
    cbAtr: dword,
    rgbAtr: koffi.array('uint8', platform.atrRoom, 'Typed'),
  });
  const ioRequest = make({ dwProtocol: dword, cbPciLength: dword });
  const pciLength = koffi.sizeof(ioRequest);
  const number = koffi.inout(koffi.pointer(dword));
  const handleOut = koffi.out(koffi.pointer(handle));
  const bytes = koffi.pointer('uint8');

  const bind = (name: string, types: readonly unknown[]) => {
    const bound = library.func('__stdcall', name, platform.long, types as never);
    return (...args: unknown[]): Promise<number> =>
      new Promise((resolve) => {
        try {
          bound.async(...args, (error: unknown, result: number | bigint) =>
            resolve(error ? rv.wrongCall : Number(BigInt.asUintN(32, BigInt(result)))),
          );
        } catch {
          resolve(rv.wrongCall);
        }
      });
  };
  const establish = bind('SCardEstablishContext', [dword, 'uintptr', 'uintptr', handleOut]);
  const release = bind('SCardReleaseContext', [handle]);
  const listReaders = bind(named('SCardListReaders'), [handle, 'uintptr', bytes, number]);
  const statusChange = bind(named('SCardGetStatusChange'), [
    handle,
    dword,
    koffi.inout(koffi.pointer(readerState)),
    dword,
  ]);
  const cancel = bind('SCardCancel', [handle]);
  const connect = bind(named('SCardConnect'), [handle, text, dword, dword, handleOut, number]);
  const reconnect = bind('SCardReconnect', [handle, dword, dword, dword, number]);
  const disconnect = bind('SCardDisconnect', [handle, dword]);
  const begin = bind('SCardBeginTransaction', [handle]);
  const end = bind('SCardEndTransaction', [handle, dword]);
  const transmit = bind('SCardTransmit', [
    handle,
    koffi.pointer(ioRequest),
    bytes,
    dword,
    koffi.inout(koffi.pointer(ioRequest)),
    bytes,
    number,
  ]);
  const control = bind('SCardControl', [handle, dword, bytes, dword, bytes, dword, number]);
  const plain = async (call: Promise<number>): Promise<Answer> => ({ rv: await call });
  /** What comes back in a buffer, as long as `length` says then. */
  const answered = async (length: number[], call: (room: Buffer) => Promise<number>) => {
    const room = Buffer.alloc(responseRoom);
    const result = await call(room);
    const got = result === rv.ok ? Number(length[0]) : 0;
    return { rv: result, response: Uint8Array.from(room.subarray(0, Math.min(got, responseRoom))) };
  };

  return {
    async establish() {
      const context: Handle[] = [0];
      return { rv: await establish(scope.user, 0, 0, context), context: context[0] ?? 0 };
    },
    release: (context) => plain(release(context)),
    async listReaders(context) {
      // A reader may come between the two calls: asked again while the room is too small.
      for (let tries = 0; ; tries++) {
        const length = [0];
        const sized = await listReaders(context, 0, null, length);
        if (sized !== rv.ok) return { rv: sized, names: [] };
        const unit = platform.wide ? 2 : 1;
        const room = Buffer.alloc(Number(length[0] ?? 0) * unit + unit);
        length[0] = room.length / unit;
        const result = await listReaders(context, 0, room, length);
        if (result === rv.insufficientBuffer && tries < 5) continue;
        const names = room
          .subarray(0, Number(length[0]) * unit)
          .toString(platform.wide ? 'utf16le' : 'utf8')
          .split('\0')
          .filter(Boolean);
        return { rv: result, names: result === rv.ok ? names : [] };
      }
    },
    async statusChange(context, timeout, watched) {
      const states = watched.map(({ name, current }) => ({
        szReader: name,
        pvUserData: 0,
        dwCurrentState: current,
        dwEventState: 0,
        cbAtr: 0,
        rgbAtr: new Uint8Array(platform.atrRoom),
      }));
      const result = await statusChange(context, timeout, states, states.length);
      const seen = states.map((state, at) => ({
        name: watched[at]?.name ?? '',
        event: Number(state.dwEventState),
        atr: Uint8Array.from(state.rgbAtr.slice(0, Math.min(Number(state.cbAtr), platform.atrRoom))),
      }));
      return { rv: result, seen };
    },
    cancel: (context) => plain(cancel(context)),
    async connect(context, reader) {
      const card: Handle[] = [0];
      const protocol = [0];
      const result = await connect(context, reader, shareShared, anyProtocol, card, protocol);
      return { rv: result, card: card[0] ?? 0, protocol: Number(protocol[0]) };
    },
    async reconnect(card, initialisation) {
      const protocol = [0];
      const result = await reconnect(card, shareShared, anyProtocol, initialisation, protocol);
      return { rv: result, protocol: Number(protocol[0]) };
    },
    disconnect: (card, what) => plain(disconnect(card, what)),
    begin: (card) => plain(begin(card)),
    end: (card, what) => plain(end(card, what)),
    async transmit(card, protocol, command) {
      const length = [responseRoom];
      const send = { dwProtocol: protocol, cbPciLength: pciLength };
      const sent = Buffer.from(command);
      return answered(length, (room) => transmit(card, send, sent, sent.length, { ...send }, room, length));
    },
    async control(card, code, command) {
      const length = [0];
      const sent = Buffer.from(command);
      return answered(length, (room) => control(card, code, sent, sent.length, room, room.length, length));
    },
  };
}
