/** @module Our own program on a machine, as it is seen from outside: its files, its processes, what it is set to. */

/** `stopped`: it is there, and does nothing (a debugger, SIGSTOP). */
export type Life = 'running' | 'stopped' | 'dead' | 'none';

export interface OwnProcess {
  readonly name: string;
  readonly pid: number;
  readonly life: Life;
}
/** Something of ours in the user's desktop that starts a program. */
export interface Starter {
  readonly id: 'autostart' | 'service' | 'link';
  readonly path: string;
  /** The file that it starts and that is gone; undefined where all is there. */
  readonly gone?: string;
  /** What it would be, put there by the program that examines. */
  readonly right: string;
}
export interface Own {
  /** Is there a world in the folder? */
  readonly world: boolean;
  readonly simulated: boolean;
  readonly profile?: '3.5' | '5.1';
  /** By the world's lock. */
  readonly supervisor: Life;
  /** By the discovery file; `foreign`: others may read it, or it is another user's. */
  readonly discovery: Life | 'foreign';
  /** Where it is the machine's service: what its group may see, with the mode of each. */
  readonly shared?: { readonly [path: string]: number };
  /** Of the running program. */
  readonly version?: string;
  readonly processes: readonly OwnProcess[];
  /** 0: any. */
  readonly httpPort: number;
  /** The data centre, where one is set. */
  readonly centre?: string;
  /** Of the Node that runs this. */
  readonly node: string;
  /** Files of the installation that are not there. */
  readonly missing: readonly string[];
  readonly starters: readonly Starter[];
  readonly component: {
    readonly on: boolean;
    readonly leaf?: { readonly notAfter: number; readonly trusted?: boolean; readonly touches: readonly string[] };
  };
}
