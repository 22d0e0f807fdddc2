/**
 * @module What differs between the PC/SC of Linux, Windows and macOS, as data.
 *
 * DWORD is `unsigned long` in pcsc-lite (8 bytes on 64-bit Linux) and 32 bits elsewhere; SCARD_READERSTATE is packed on
 * macOS, and holds 33 bytes of ATR there and on Linux, 36 on Windows.
 */

export interface Platform {
  readonly library: string;
  readonly dword: string;
  readonly long: string;
  readonly handle: string;
  readonly packed: boolean;
  readonly atrRoom: number;
  /** Names are UTF-16 and functions with names end in W. */
  readonly wide: boolean;
  /** Understands the reader that is all readers; elsewhere the list is asked for again and again. */
  readonly pnp: boolean;
  /** The number by which a control command of PC/SC part 10 goes to the reader. */
  readonly controlCode: (command: number) => number;
  /** One of these exists where the service runs or would be started; none named: it is asked for. */
  readonly sockets: readonly string[];
}

const unix = (command: number): number => 0x42000000 + command;

export const platforms: { readonly [name in 'linux' | 'win32' | 'darwin']: Platform } = {
  linux: {
    library: 'libpcsclite.so.1',
    dword: 'ulong',
    long: 'long',
    handle: 'long',
    packed: false,
    atrRoom: 33,
    wide: false,
    pnp: true,
    controlCode: unix,
    sockets: ['/run/pcscd/pcscd.comm', '/var/run/pcscd/pcscd.comm'],
  },
  win32: {
    // By its full path: a file of this name beside the program must never be taken instead.
    library: 'System32\\winscard.dll',
    dword: 'uint32',
    long: 'int32',
    handle: 'uintptr',
    packed: false,
    atrRoom: 36,
    wide: true,
    pnp: true,
    // CTL_CODE(FILE_DEVICE_SMARTCARD, command, METHOD_BUFFERED, FILE_ANY_ACCESS)
    controlCode: (command) => (0x31 << 16) | (command << 2),
    sockets: [],
  },
  darwin: {
    library: '/System/Library/Frameworks/PCSC.framework/PCSC',
    dword: 'uint32',
    long: 'int32',
    handle: 'int32',
    packed: true,
    atrRoom: 33,
    wide: false,
    pnp: false,
    controlCode: unix,
    sockets: [],
  },
};

/** The platform that this program runs on; undefined where PC/SC is not known. */
export function thisPlatform(
  name: string = process.platform,
  env: { readonly [name: string]: string | undefined } = process.env,
): Platform | undefined {
  const base = platforms[name as keyof typeof platforms];
  if (base === undefined) return undefined;
  if (name === 'win32') return { ...base, library: `${env.SystemRoot ?? 'C:\\Windows'}\\${base.library}` };
  // pcsc-lite's own variable for a service elsewhere.
  if (name === 'linux' && env.PCSCLITE_CSOCK_NAME) return { ...base, sockets: [env.PCSCLITE_CSOCK_NAME] };
  return base;
}
