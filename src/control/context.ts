/** @module What a function's file may use: dependencies and the call at hand. */

import type { Clock, CrashAt, Random, Say } from '../base/index.ts';
import type { Api, Profile } from '../catalogue/schema.ts';
import type { Centre } from '../centre/client/types.ts';
import type { Journal } from '../journal/types.ts';
import type { Readers } from '../reader/types.ts';
import type { SecurityModule } from '../sam/types.ts';
import type { Accepted } from './accept.ts';
import type { Cards, Found } from './cards.ts';
import type { Decide, Done, Facts } from './decide.ts';
import type { Pins } from './pins.ts';
import type { Seconds } from './seconds.ts';
import type { Caller, CallRequest } from './types.ts';

export interface Dependencies {
  readonly profile: Profile;
  readonly version: string;
  readonly simulated: boolean;
  readonly readers: Readers;
  readonly sam: SecurityModule;
  readonly centre: Centre;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly seconds: Seconds;
  readonly crash?: CrashAt | undefined;
  /** Restarts the cloud SAM's console process (csSoftwareReset(0) in 5.1). */
  readonly restartSam?: (() => Promise<void>) | undefined;
}

/** One call on its way. */
export interface Call {
  readonly deps: Dependencies;
  readonly cards: Cards;
  readonly pins: Pins;
  readonly ports: Ports;
  readonly api: Api;
  readonly input: Accepted;
  readonly caller: Caller;
  readonly request: CallRequest;
  /** Steps for the trace, and words for who waits. */
  working(why: Say): void;
  hc?: Found;
  hpc?: Found;
}

/** Which processes opened which port (3.5). */
export interface Ports {
  open(process: string, device: string | undefined): void;
  close(process: string): boolean;
  isOpen(process: string): boolean;
  device(process: string): string | undefined;
}

/** Reads or writes the health card by one pure decision. */
export interface CardFunction {
  readonly kind: 'card';
  readonly decide: Decide;
  /** Which of the declared files this very call needs; all of them where it is left out. */
  readonly files?: (input: Accepted) => readonly string[];
  /** What must be known before the card is locked. */
  readonly gather?: (call: Call) => Promise<Partial<Facts>>;
  /** The code of this section when a file could not be read. */
  readonly readFailures?: { readonly [file: string]: number };
  /** The code of this section when the card could not be written. */
  readonly writeFailure?: number;
  /** After a committed write, the card still in the reader. */
  readonly after?: (call: Call, facts: Facts) => Promise<void>;
}
/** Anything else. */
export interface PlainFunction {
  readonly kind: 'plain';
  readonly run: (call: Call) => Promise<Done>;
}
export type Written = CardFunction | PlainFunction;
