/** @module The security module as control sees it. Two kinds behind it: a SAM card in a slot (3.5), the cloud SAM (5.1). */

import type { CardAuthenticator } from '../card/types.ts';

/** What 1.15(1) answers. */
export type SamState = 0 | 1 | 2 | 9;

export interface SamIdentity {
  readonly samId: string;
  readonly hospId: string;
  /** Full and abbreviated name of the institution (csGetHospName, csGetHospAbbName). */
  readonly hospName: string;
  readonly hospAbbName: string;
}

export interface SamStatus {
  readonly state: SamState;
  readonly kind: 'card' | 'cloud';
  readonly identity?: SamIdentity;
  /** Whether its service answered the last time it was asked. */
  readonly online: boolean;
  readonly offlineMode: 'official' | 'delegated';
  /** The module's own certificate: its key number (hex) and its end. */
  readonly certificate?: { readonly keyNo: string; readonly notAfter: number };
  /** Signing delegation in use: its key number (hex), end, and whether it may sign now. */
  readonly delegation?: { readonly keyNo: string; readonly notAfter: number; readonly valid: boolean };
  /** A module card's own key number (hex): visits are signed by it, without a delegation. */
  readonly keyNo?: string;
  /** Last ROC date for which an identifier key is held. */
  readonly identifierKeysUntil?: string;
  readonly lastFailure?: { readonly code: number; readonly at: number };
  readonly simulated: boolean;
}

export interface VisitKey {
  readonly personId: string;
  readonly hospId: string;
  /** 13 ROC digits. */
  readonly dateTime: string;
}

/** A visit whose prescriptions are signed. */
export interface SignedVisit extends VisitKey {
  readonly treatNum: string;
}
export interface ItemToSign {
  /** Counted from 1 over the visit. */
  readonly number: number;
  /** The 61 bytes of the record. */
  readonly bytes: Uint8Array;
}

export interface SecurityModule extends CardAuthenticator {
  status(): Promise<SamStatus>;
  /** The state as it was last heard, without asking; undefined where it has to be asked. */
  known?(): SamState | undefined;
  /** Told when the state has changed. */
  watch?(listener: () => void): () => void;
  /** 2.1. Fails with 4000, 4012, 4032, 4051, 4061, 6005, 6006, 6007, 6008. Renews delegation and identifier keys. */
  verify(): Promise<void>;
  /** Fails with 4050 while there is none; 5006/5067 by the world's fault. */
  identity(): Promise<SamIdentity>;
  /** The SAM's time (ruling 13): milliseconds since 1970. */
  time(): Promise<number>;
  /** May a visit be signed now? Fails with 4061 (offline, official mode or no valid delegation). Asked before the card is locked. */
  readyToSign(): Promise<void>;
  /** The 128-byte envelope. Fails with 4061, 5008. */
  sign(visit: VisitKey): Promise<Uint8Array>;
  /** Twenty characters by the day's key; undefined where that day's key is not held. */
  identifier(visit: VisitKey): Promise<string | undefined>;
  /** 20 bytes (ruling 6) of each item, in one way to the module and back. */
  signPrescriptions(visit: SignedVisit, items: readonly ItemToSign[]): Promise<Uint8Array[]>;
  /** Has it the right to write the records that ask for one (5009)? A module without this has. */
  mayWrite?(): Promise<boolean>;
  /** Signs a request to the data centre; the header's value. */
  authorise(method: string, path: string, body: Uint8Array): Promise<string>;
  reset(): Promise<void>;
  /** Where each dedicated reader has a module of its own: that one's. */
  at?(device: string): SecurityModule;
  close(): Promise<void>;
}

/** The module that serves what is in this device, or is bound to it. */
export const moduleAt = (sam: SecurityModule, device: string | undefined): SecurityModule =>
  device === undefined ? sam : (sam.at?.(device) ?? sam);
