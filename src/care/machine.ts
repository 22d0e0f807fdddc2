/**
 * @module A machine as the doctor sees it: questions only, each asynchronous, each with a deadline of its own, each answered
 * by `undefined` or an empty list where the system has no such thing. Nothing here changes anything.
 */

export interface FileFacts {
  readonly folder: boolean;
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
}
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
export interface RunningProcess {
  readonly pid: number;
  /** The program's name without folder and `.exe`. */
  readonly name: string;
  readonly path?: string;
  /** Its command line, where the system shows it to this account. */
  readonly args?: readonly string[];
}
export interface Listener {
  readonly address: string;
  readonly port: number;
  readonly pid?: number;
  readonly program?: string;
}
/** One key of the Windows registry. */
export interface RegistryKey {
  readonly values: { readonly [name: string]: string };
  readonly keys: readonly string[];
}
/** The PC/SC service, asked for its readers by a process of its own. */
export interface PcscFacts {
  /** `late`: it did not answer within its deadline. */
  readonly state: 'answered' | 'late' | 'no-library' | 'switched-off';
  /** What the first call answered that failed; 0 where none did. */
  readonly rv: number;
  readonly readers: readonly string[];
}
/** `silent`: nothing came back in time. */
export type Reached = 'open' | 'refused' | 'silent' | 'unreachable';
export interface Asked {
  readonly status: number;
  /** Of the `Date` header, milliseconds since 1970. */
  readonly date?: number;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Of the system, as `process.arch` names it. */
  readonly arch: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly home: string;
  /** -1 where the system has no such numbers. */
  readonly uid: number;
  /** As in `Asia/Taipei`. */
  readonly timeZone: string;
  /** Minutes east of Greenwich, now. */
  readonly zoneOffset: number;
  file(path: string): Promise<FileFacts | undefined>;
  /** Why this account cannot write there, as the system names it (`EROFS`, `EACCES`); undefined where it can. */
  notWritable(path: string): Promise<string | undefined>;
  /** At most `length` bytes from `from` on; undefined where it cannot be read. */
  read(path: string, from?: number, length?: number): Promise<Uint8Array | undefined>;
  /** Names in a folder; empty where there is none. */
  list(path: string): Promise<readonly string[]>;
  /** A program's answer; undefined where there is no such program, or it did not end in time. */
  run(program: string, args: readonly string[]): Promise<Ran | undefined>;
  processes(): Promise<readonly RunningProcess[]>;
  /** Who listens on TCP. */
  listeners(): Promise<readonly Listener[]>;
  /** `HKLM\..`, with the 32-bit view where `view` is 32; undefined where there is none. */
  registry(key: string, view?: 32 | 64): Promise<RegistryKey | undefined>;
  /** All keys right below one, by their names: asked in one go, as there may be hundreds. */
  registryBelow(key: string, view?: 32 | 64): Promise<{ readonly [name: string]: RegistryKey }>;
  /** Bytes free and in all on the disk of this path. */
  disk(path: string): Promise<{ readonly free: number; readonly of: number } | undefined>;
  pcsc(): Promise<PcscFacts>;
  /** Addresses of a name as this system's programs find them; undefined where none came in time. */
  resolve(name: string): Promise<readonly string[] | undefined>;
  reach(host: string, port: number): Promise<Reached>;
  /** Why the other side's certificate is not believed, as OpenSSL names it, or `silent`; undefined where it is. */
  tls(host: string, port: number): Promise<string | undefined>;
  /** One GET; undefined where no answer came in time. */
  ask(url: string): Promise<Asked | undefined>;
}

/** The text of a small file. */
export async function textOf(machine: Machine, path: string): Promise<string | undefined> {
  const bytes = await machine.read(path);
  return bytes && Buffer.from(bytes).toString('utf8');
}
