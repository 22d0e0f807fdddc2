/** @module What the doctor looks at, finds, and can mend: all of it data. */

import type { Say } from '../../base/index.ts';
import type { ControlStatus } from '../../control/types.ts';
import type { Machine } from '../machine.ts';
import type { Own } from '../own.ts';

/** `problem`: the counter cannot work so; `warning`: it can, and should be seen to; `note`: worth knowing. */
export type Severity = 'problem' | 'warning' | 'note';

/** A finding as it is declared: `{name}` in its words and commands stands for a detail. */
export interface Kind {
  readonly severity: Severity;
  readonly what: Say;
  readonly why: Say;
  readonly todo: Say;
  /** Commands to copy, where what is to be mended is not ours. */
  readonly commands?: readonly string[];
  /** The questions of NHI's list (110-12-10) that this answers. */
  readonly faq?: readonly number[];
}
/** By their ids, stable for inventories: `readers.no-service`. */
export type Kinds = { readonly [id: string]: Kind };

/** For programs: paths, versions, ports. Never a person, never a token. */
export type Details = { readonly [name: string]: string | number | boolean | readonly string[] };

/** One of a check's kinds, as it was found here. */
export interface Found {
  readonly id: string;
  readonly details?: Details;
  /** Where it depends on the machine; else the kind's. */
  readonly severity?: Severity;
  readonly commands?: readonly string[];
  readonly fix?: Fix;
}

export interface Finding extends Kind {
  readonly id: string;
  readonly details?: Details;
  /** Our own files, processes and settings alone. */
  readonly fix?: Fix;
}

/** What `--fix` would do, said before it is done. What it touches is kept aside first, and put back by `--undo`. */
export interface Fix {
  readonly id: string;
  readonly title: Say;
  /** Files of ours that it may change: all of them are as before when it is undone. */
  readonly touches: readonly string[];
  readonly needs: 'nothing' | 'restart';
  readonly steps: readonly Step[];
}
export type Step =
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'mode'; readonly path: string; readonly mode: number }
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  /** The world's processes end and are started anew; its undo has nothing to put back. */
  | { readonly do: 'restart' }
  /** A new local certificate in place of one that has ended. */
  | { readonly do: 'renew-leaf' };

export type Area =
  | 'program'
  | 'readers'
  | 'module'
  | 'network'
  | 'clock'
  | 'disk'
  | 'journal'
  | 'neighbours'
  | 'library'
  | 'session';

export interface Check {
  readonly id: string;
  readonly area: Area;
  readonly title: Say;
  /** Where it says something. Left out: everywhere. */
  readonly platforms?: readonly NodeJS.Platform[];
  /** All that it may find. */
  readonly finds: Kinds;
  look(at: Patient): Promise<readonly Found[]>;
}

/** Who is examined: the machine, and our own program on it. */
export interface Patient {
  readonly machine: Machine;
  /** The world's folder. */
  readonly folder: string;
  /** Of the program that examines. */
  readonly version: string;
  /** What stands in the folder and runs of ours, as far as it is seen from outside. Asked once for all checks. */
  own(): Promise<Own>;
  /** What the running control software says of itself; undefined where none answers in time. */
  status(): Promise<Status | undefined>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** As much of control's status as the doctor reads. */
export type Status = Pick<ControlStatus, 'profile' | 'simulated' | 'now' | 'sam' | 'links' | 'journal'> & {
  readonly slots: readonly { readonly name: string; readonly kind: string; readonly state: string }[];
};

export interface Examined {
  readonly check: string;
  readonly area: Area;
  readonly title: Say;
  /** `late`: it did not end within its deadline, and nothing is known of it. */
  readonly state: 'well' | 'found' | 'late' | 'failed' | 'not-here';
  readonly findings: readonly Finding[];
  /** Milliseconds. */
  readonly took: number;
}
