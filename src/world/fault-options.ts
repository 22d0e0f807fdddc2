/** @module What a fault takes, and the options that faults of several places have alike. */

import { type Say, say } from '../base/index.ts';

/** A value that a fault takes beside how often it strikes. */
export interface FaultOption {
  readonly name: string;
  readonly title: Say;
  /** A `slot` is the name of a reader's slot, as the status lists them. */
  readonly kind: 'number' | 'flag' | 'choice' | 'hex' | 'slot';
  /** Numbers: what is counted, and the bounds, both included. */
  readonly unit?: Say;
  readonly from?: number;
  readonly to?: number;
  readonly choices?: readonly string[];
  /** Of `hex`: how many digits. */
  readonly digits?: number;
  /** What holds where it is left out; without one it means "any". */
  readonly default?: number | boolean | string;
  readonly required?: boolean;
}

export const waits = (to: number): FaultOption => ({
  name: 'ms',
  title: say({ zh: '晚多久', en: 'how late' }),
  kind: 'number',
  unit: say({ zh: '毫秒', en: 'ms' }),
  from: 1,
  to,
  default: 1000,
});
