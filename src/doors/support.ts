/** @module The mail and the bundle as the doors offer them to the operator. */

import type { Say } from '../base/index.ts';

export interface SupportMail {
  readonly items: readonly {
    readonly id: string;
    readonly title: Say;
    readonly value: string;
    readonly from: 'given' | 'found' | 'missing';
  }[];
  /** Ids of items that nobody gave and nothing found. */
  readonly missing: readonly string[];
  readonly mail: { readonly to: string; readonly subject: string; readonly body: string; readonly mailto: string };
}
export interface SupportAnswer extends SupportMail {
  /** What would go into the file, whole, so that it is seen before; `id` names exactly this. */
  readonly bundle: {
    readonly id: string;
    readonly files: readonly { readonly name: string; readonly size: number; readonly text: string }[];
  };
}
export interface SupportControl {
  answer(): Promise<SupportAnswer>;
  set(given: { readonly [id: string]: unknown }): Promise<SupportMail>;
  /** The zip of a bundle that was shown. */
  bundle(id: string): Promise<Uint8Array>;
}

/** What an operation answers with where it is a file and no JSON. */
export class OpFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }
}
