/** @module A machine out of a recording: what was seen once, or put together by hand, answers as the machine would. */

import type {
  Asked,
  FileFacts,
  Listener,
  Machine,
  PcscFacts,
  Ran,
  Reached,
  RegistryKey,
  RunningProcess,
} from './machine.ts';

/** What is not in it is not on the machine. */
export interface Recorded {
  readonly platform: NodeJS.Platform;
  readonly arch?: string;
  readonly env?: { readonly [name: string]: string };
  readonly home?: string;
  readonly uid?: number;
  readonly timeZone?: string;
  readonly zoneOffset?: number;
  /** Folders are known by what stands in them; `base64` for what is no text. */
  readonly files?: {
    readonly [path: string]: Partial<FileFacts> & {
      readonly text?: string;
      readonly base64?: string;
      readonly notWritable?: string;
    };
  };
  /** By the whole command line. */
  readonly programs?: { readonly [line: string]: Partial<Ran> };
  readonly processes?: readonly RunningProcess[];
  readonly listeners?: readonly Listener[];
  /** By the key, with ` /32` behind it for the 32-bit view. */
  readonly registry?: { readonly [key: string]: Partial<RegistryKey> };
  readonly disk?: { readonly free: number; readonly of: number };
  readonly pcsc?: PcscFacts;
  readonly names?: { readonly [name: string]: readonly string[] };
  /** By `host:port`. */
  readonly ports?: { readonly [place: string]: Reached };
  readonly certificates?: { readonly [place: string]: string };
  readonly answers?: { readonly [url: string]: Asked };
}

export function recordedMachine(recorded: Recorded): Machine {
  const { platform, files = {} } = recorded;
  const windows = platform === 'win32';
  /** Windows does not tell capitals from small letters. */
  const same = (path: string): string =>
    windows ? path.replaceAll('/', '\\').replace(/\\$/, '').toLowerCase() : path.replace(/(?<=.)\/$/, '');
  const separator = windows ? '\\' : '/';
  const all = new Map(Object.entries(files).map(([path, facts]) => [same(path), facts]));
  const registry = new Map(Object.entries(recorded.registry ?? {}).map(([key, one]) => [key.toLowerCase(), one]));
  const inside = (path: string): string[] => {
    const begin = same(path) + separator;
    const names = Object.keys(files)
      .filter((one) => same(one).startsWith(begin))
      .map((one) => one.slice(begin.length).split(/[\\/]/)[0] ?? '');
    return [...new Set(names)];
  };
  const bytesOf = (path: string): Uint8Array | undefined => {
    const one = all.get(same(path));
    if (one?.base64 !== undefined) return Buffer.from(one.base64, 'base64');
    return one?.text === undefined ? undefined : Buffer.from(one.text);
  };
  return {
    platform,
    arch: recorded.arch ?? 'x64',
    env: recorded.env ?? {},
    home: recorded.home ?? (windows ? 'C:\\Users\\counter' : '/var/counter'),
    uid: recorded.uid ?? (windows ? -1 : 1000),
    timeZone: recorded.timeZone ?? 'Asia/Taipei',
    zoneOffset: recorded.zoneOffset ?? 480,
    async file(path) {
      const one = all.get(same(path));
      const folder = one?.folder ?? (one?.text === undefined && one?.base64 === undefined && inside(path).length > 0);
      if (one === undefined && !folder) return undefined;
      return {
        folder,
        size: one?.size ?? bytesOf(path)?.length ?? 0,
        mode: one?.mode ?? (folder ? 0o700 : 0o600),
        uid: one?.uid ?? recorded.uid ?? 1000,
        changed: one?.changed ?? 0,
      };
    },
    notWritable: async (path) => all.get(same(path))?.notWritable,
    read: async (path, from = 0, length = 1024 ** 2) => bytesOf(path)?.subarray(from, from + length),
    list: async (path) => inside(path),
    async run(program, args) {
      const ran = recorded.programs?.[[program, ...args].join(' ')];
      return ran && { code: ran.code ?? 0, out: ran.out ?? '', err: ran.err ?? '' };
    },
    processes: async () => recorded.processes ?? [],
    listeners: async () => recorded.listeners ?? [],
    async registry(key, view = 64) {
      const one = registry.get(`${key}${view === 32 ? ' /32' : ''}`.toLowerCase());
      return one && { values: one.values ?? {}, keys: one.keys ?? [] };
    },
    async registryBelow(key, view = 64) {
      const begin = `${key}\\`.toLowerCase();
      const end = view === 32 ? ' /32' : '';
      return Object.fromEntries(
        Object.entries(recorded.registry ?? {})
          .filter(([name]) => name.toLowerCase().startsWith(begin) && name.endsWith(' /32') === (view === 32))
          .map(([name, one]): [string, RegistryKey] => [
            name.slice(begin.length, name.length - end.length),
            { values: one.values ?? {}, keys: one.keys ?? [] },
          ])
          .filter(([name]) => !name.includes('\\')),
      );
    },
    disk: async () => recorded.disk,
    pcsc: async () => recorded.pcsc ?? { state: 'switched-off', rv: 0, readers: [] },
    resolve: async (name) => recorded.names?.[name],
    reach: async (host, port) => recorded.ports?.[`${host}:${port}`] ?? 'silent',
    tls: async (host, port) => recorded.certificates?.[`${host}:${port}`],
    ask: async (url) => recorded.answers?.[url],
  };
}
