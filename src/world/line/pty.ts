/** @module A pseudo-terminal: a serial port whose other end is this program. Linux and macOS. */

import { closeSync, constants, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import koffi from 'koffi';

export interface Pty {
  /** The end that a program opens as its port. */
  readonly path: string;
  write(bytes: Uint8Array): void;
  /** The speed at which the port was opened; undefined where the system does not tell. */
  speed(): number | undefined;
  /** Pulls the plug: the port is gone for whoever has it open. */
  close(): void;
}

/** Linux's numbers of the speeds (asm-generic/termbits.h); elsewhere a speed is its own number. */
const linuxSpeeds: { readonly [code: number]: number } = {
  13: 9600,
  14: 19_200,
  15: 38_400,
  4097: 57_600,
  4098: 115_200,
};
const termiosRoom = 128;

/** @throws where the system has no pseudo-terminals */
export function openPty(received: (bytes: Uint8Array) => void, broken: () => void): Pty {
  const linux = process.platform === 'linux';
  const library = koffi.load(linux ? 'libc.so.6' : '/usr/lib/libSystem.B.dylib');
  const open = library.func('int posix_openpt(int)');
  const grant = library.func('int grantpt(int)');
  const unlock = library.func('int unlockpt(int)');
  const name = library.func('const char *ptsname(int)');
  const attributes = library.func('int tcgetattr(int, uint8_t *)');
  const outSpeed = library.func(linux ? 'uint32_t cfgetospeed(uint8_t *)' : 'unsigned long cfgetospeed(uint8_t *)');

  const master = open(constants.O_RDWR | constants.O_NOCTTY);
  if (master < 0 || grant(master) !== 0 || unlock(master) !== 0) throw new Error('no pseudo-terminal');
  const path = name(master);
  // Held open, so that this end does not read an end of file whenever a program closes the port.
  const kept = openSync(path, constants.O_RDWR | constants.O_NOCTTY);
  const stream = new ReadStream(master);
  let open_ = true;
  const close = (): void => {
    if (!open_) return;
    open_ = false;
    stream.destroy();
    closeSync(kept);
  };
  stream.on('data', (bytes: Buffer) => {
    if (open_) received(Uint8Array.from(bytes));
  });
  stream.on('error', () => {
    if (!open_) return;
    close();
    broken();
  });
  return {
    path,
    write(bytes) {
      if (open_) stream.write(bytes);
    },
    speed() {
      const room = Buffer.alloc(termiosRoom);
      if (!open_ || attributes(master, room) !== 0) return undefined;
      const code = Number(outSpeed(room));
      return linux ? linuxSpeeds[code] : code;
    },
    close,
  };
}
