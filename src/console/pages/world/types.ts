/** @module The simulated world as its action answers it. */

import type { Words } from '../../../client/index.ts';

export interface WorldCard {
  readonly handle: string;
  readonly kind: 'hc' | 'hpc' | 'sam' | '?';
  readonly cardNo: string;
  readonly name?: string;
  readonly personId?: string;
  readonly birthDate?: string;
  readonly marks?: readonly (Words & { readonly mark: string })[];
  readonly slot?: string;
  /** Its image cannot be read: why. */
  readonly problem?: string;
}
export interface FaultOption {
  readonly name: string;
  readonly title: Words;
  readonly kind: 'number' | 'flag' | 'choice' | 'hex' | 'slot';
  readonly unit?: Words;
  readonly from?: number;
  readonly to?: number;
  readonly choices?: readonly string[];
  readonly digits?: number;
  readonly default?: number | boolean | string;
  readonly required?: boolean;
}
export interface FaultKind {
  readonly name: string;
  readonly place: string;
  readonly title: Words;
  readonly codes: readonly number[];
  readonly lasts: 'once' | 'until-off' | 'now';
  readonly options: readonly FaultOption[];
}
export interface Fault {
  readonly id: string;
  readonly name: string;
  readonly times?: number;
  readonly options?: { readonly [name: string]: number | string | boolean };
  readonly struck: number;
}
export interface WorldState {
  readonly world: string;
  readonly profile: '3.5' | '5.1';
  readonly hospId: string;
  /** 13 ROC digits. */
  readonly now: string;
  readonly links: { readonly centre: boolean; readonly sam: boolean };
  /** Milliseconds. */
  readonly clockShift: number;
  readonly offlineMode: 'official' | 'delegated';
  readonly faults: readonly Fault[];
  readonly cards: readonly WorldCard[];
  readonly faultKinds: readonly FaultKind[];
  readonly faultPlaces: { readonly [place: string]: Words };
  readonly readers: readonly {
    readonly name: string;
    readonly now: string;
    readonly pad: { readonly prompt: string; readonly min: number; readonly max: number } | null;
  }[];
  readonly demoCards: readonly (Words & { readonly handle: string })[];
}
export interface CardInside {
  readonly handle: string;
  readonly kind: WorldCard['kind'];
  readonly pinSet: boolean;
  readonly triesLeft: number;
  readonly counter: number;
  readonly files: { readonly [file: string]: { readonly [part: string]: unknown } };
  readonly titles: readonly {
    readonly file: string;
    readonly title: Words;
    readonly parts: readonly {
      readonly part: string;
      readonly title: Words;
      /** A group's fields; a field that is not in one can be edited. */
      readonly fields?: readonly { readonly part: string; readonly title: Words }[];
      readonly kind?: string;
      readonly length?: number;
    }[];
  }[];
}
export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  /** 0: insured; else the code that says why not. */
  readonly insured: number;
}
