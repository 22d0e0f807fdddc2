/**
 * @module The switches of a simulated world: links, clock, faults, crash points. One small file in the world's folder,
 * written by whoever turns a switch, read by every process of the world when its time stamp changes.
 */

/** A fault that is on: its name (the catalogue's `reachBy` names, or a reader fault), how often it still strikes. */
export interface FaultSwitch {
  readonly id: string;
  readonly name: string;
  /** Undefined: until it is switched off. */
  readonly times?: number;
  /** For faults at the n-th APDU, after the card acted or before, milliseconds late, and the like. */
  readonly options?: { readonly [name: string]: number | string | boolean };
}

export interface Switches {
  readonly links: { readonly centre: boolean; readonly sam: boolean };
  /** Added to the real clock, milliseconds. */
  readonly clockShift: number;
  readonly offlineMode: 'official' | 'delegated';
  readonly faults: readonly FaultSwitch[];
  /** Processes that reach one of these points kill themselves (SIGKILL). */
  readonly crashAt: readonly string[];
}

export const restingSwitches: Switches = {
  links: { centre: true, sam: true },
  clockShift: 0,
  offlineMode: 'delegated',
  faults: [],
  crashAt: [],
};
