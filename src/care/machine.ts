/**
 * @module A machine as the doctor sees it: questions only, each asynchronous, each answered by `undefined` or an empty list
 * where the system has no such thing. Nothing here changes anything.
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

export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Of the system, as `process.arch` names it. */
  readonly arch: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly home: string;
  /** -1 where the system has no such numbers. */
  readonly uid: number;
  file(path: string): Promise<FileFacts | undefined>;
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
  /** Bytes free and in all on the disk of this path. */
  disk(path: string): Promise<{ readonly free: number; readonly of: number } | undefined>;
}
