/** @module A counter in which functions are called, to see which return codes are reached. */

import type { Api } from '../../src/catalogue/index.ts';
import type { InputValue } from '../../src/control/index.ts';
import type { TestCounter } from './counter.ts';

export type Inputs = { readonly [param: string]: InputValue };

export interface Setup {
  readonly name: string;
  /** What is in the readers: kinds of cards; a health card is a new one for every call. */
  readonly card?: string;
  readonly hpc?: string;
  /** A second one, so that no place is free. */
  readonly second?: string;
  readonly inputs?: Inputs;
  /** The call names the health card's reader. */
  readonly bound?: boolean;
  /** What a person types; null cancels. */
  readonly types?: readonly (string | null)[];
  readonly fault?: string;
  readonly options?: { readonly [name: string]: string };
  /** The faults strike from the start of the world on, before anything was verified. */
  readonly cold?: boolean;
  readonly down?: boolean;
  readonly insured?: number;
  readonly edit?: { readonly [field: string]: string };
  readonly first?: (counter: TestCounter, api: Api) => Promise<Inputs | undefined>;
  readonly only?: readonly string[];
  /** At a dedicated reader (3.5), and which card is in its SAM slot; empty: none. */
  readonly dedicated?: boolean;
  readonly sam?: string;
  /** Also for the functions that meet nothing. */
  readonly always?: boolean;
}

/** A code that a section lists and no setup reaches, with why. Without a name: in every function. */
export interface Excuse {
  readonly api?: string;
  readonly codes: readonly number[];
  readonly why: string;
}
