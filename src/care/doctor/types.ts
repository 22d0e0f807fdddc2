/** @module What the doctor looks at, finds, and can mend: all of it data. */

import type { Say } from '../../base/index.ts';
import type { Machine } from '../machine.ts';

/** `problem`: the counter cannot work so; `warning`: it can, and should be seen to; `note`: worth knowing. */
export type Severity = 'problem' | 'warning' | 'note';

export interface Finding {
  /** Stable, for inventories: `pcsc.no-service`. */
  readonly id: string;
  readonly severity: Severity;
  readonly what: Say;
  readonly why: Say;
  readonly todo: Say;
  /** For programs: paths, versions, ports. Never a person. */
  readonly details?: { readonly [name: string]: string | number | boolean | readonly string[] };
  /** Commands to copy, where what is to be mended is not ours. */
  readonly commands?: readonly string[];
  /** Our own files, processes and settings alone. */
  readonly fix?: Fix;
  /** The questions of NHI's list (110-12-10) that this answers. */
  readonly faq?: readonly number[];
}

/** What `--fix` would do: said before it is done, undone by what it says. */
export interface Fix {
  readonly id: string;
  readonly title: Say;
  /** Files, settings and processes of ours that it touches. */
  readonly touches: readonly string[];
  readonly needs: 'nothing' | 'restart' | 'root';
  /** Does it, and answers how it is undone. */
  apply(): Promise<Undo>;
}
export interface Undo {
  readonly title: Say;
  undo(): Promise<void>;
}

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
  look(at: Patient): Promise<readonly Finding[]>;
}

/** Who is examined: the machine, and our own program on it. */
export interface Patient {
  readonly machine: Machine;
  /** The world's folder, and what stands in it. */
  readonly folder: string;
  readonly version: string;
  /** What the running control software says of itself; undefined where none answers. */
  status(): Promise<Status | undefined>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** As much of control's status as the doctor reads. */
export interface Status {
  readonly profile: string;
  readonly readers: readonly { readonly name: string; readonly kind: string; readonly state: string }[];
  readonly pcsc: { readonly available: boolean; readonly why?: Say };
  readonly journal: { readonly waiting: number };
}

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
