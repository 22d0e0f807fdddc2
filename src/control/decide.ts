/** @module The shape of a decision: pure, from what the card says, what was asked and what is known, to what shall be. */

import type { Say } from '../base/index.ts';
import type { HcFileName, HcFiles } from '../card/index.ts';
import type { CardWrite } from '../card/types.ts';
import type { Profile } from '../catalogue/schema.ts';
import type { Eligibility, FreshContents, LedgerEvent } from '../centre/client/types.ts';
import type { ItemToSign, SamIdentity, SignedVisit, VisitKey } from '../sam/types.ts';
import type { Accepted } from './accept.ts';
import type { CallAnswer } from './types.ts';

export type Note = CallAnswer['notes'][number];

/** What is known before the card is locked. */
export interface Facts {
  /** The visit's clock, read once: milliseconds since 1970 (ruling: the SAM's in 5.1, the reader's in 3.5). */
  readonly now: number;
  readonly profile: Profile;
  readonly identity?: SamIdentity;
  readonly eligibility?: Eligibility;
  readonly fresh?: FreshContents;
  /** The professional whose card is in and whose PIN is verified; left out without one. */
  readonly professional?: Professional;
  /** False: the security module has no right to write this (5009); asked where the section lists the code. */
  readonly mayWrite?: boolean;
  /** What was found for a visit without an identifier on the card. */
  readonly treatNum?: string;
  /** Exception registrations of this counter that no visit was linked to yet, newest first. */
  readonly openExceptions: readonly { readonly id: string; readonly personId: string; readonly dateTime: string }[];
  /** The newest second that a person's visits here have, also those without a card. */
  readonly taken?: ReadonlyMap<string, string>;
  /** Faults of a simulated world that a decision itself must show (ruling 36). */
  readonly simulated: boolean;
}

/** What a decision asks of a professional: may he read what a pharmacy may not (notes of 1.8, 1.10, 1.33, 1.41-1.50)? */
export interface Professional {
  readonly personId: string;
  readonly pharmacy: boolean;
}

/** A ledger event before it has an id, an institution and a signature. */
export type EventDraft = Omit<LedgerEvent, 'id' | 'hospId' | 'samId' | 'simulated' | 'cardCounter'>;

export interface Done {
  readonly code: number;
  /** By parameter name: record values, bytes or numbers. */
  readonly outputs?: { readonly [param: string]: unknown };
  readonly notes?: readonly Note[];
  readonly why?: Say;
  readonly todo?: Say;
}

/** What a writing decision wants, once its signature is there. */
export interface Writing extends Done {
  readonly writes: readonly CardWrite<HcFiles>[];
  readonly events: readonly EventDraft[];
}

export interface ItemsToSign {
  readonly visit: SignedVisit;
  readonly items: readonly ItemToSign[];
}
export interface Signed {
  readonly signature?: Uint8Array;
  readonly treatNum?: string;
  readonly items?: readonly Uint8Array[];
}

export type Outcome =
  | (Done & { readonly sign?: undefined; readonly writing?: undefined })
  | {
      readonly code: number;
      /** The visit to be signed and given its identifier; left out where nothing is signed. */
      readonly sign?: VisitKey;
      /** Prescription items to be signed; the visit's identifier is found by the day's key where it is blank. */
      readonly signItems?: ItemsToSign;
      readonly writing: (signed: Signed) => Writing;
    };

/** A card's files as far as the function declares them in `reads`; `raw`: their very bytes. */
export type View = HcFiles & { readonly raw: { readonly [N in HcFileName]: Uint8Array } };

export type Decide = (view: View, input: Accepted, facts: Facts) => Outcome;

/** A refusal: the code alone, with words of its own where the registry's are too general. */
export const refuse = (code: number, why?: Say): Done => (why === undefined ? { code } : { code, why });
