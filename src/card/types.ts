/** @module A card as the rest of the program sees it: who it is, its files by name, one transaction of writes. */

import type { CardChannel, PadEntry } from '../reader/types.ts';

export type CardKind = 'hc' | 'hpc' | 'sam';

export interface Identified {
  readonly kind: CardKind | 'unknown';
  /** A card of NHI's own: only its public zone answers; everything else is 4050. */
  readonly real: boolean;
  readonly cardNo?: string;
  /** Belongs to this world (its certificate chains to the world's root); a card of another world is not ours. */
  readonly world?: string;
}

/** The other side of a mutual authentication: the security module's part. Bytes as the card gives and takes them. */
export interface CardAuthenticator {
  /**
   * Answers the card's challenge. `command` is the data of MUTUAL AUTHENTICATE; `finish` checks the card's answer
   * and gives the 32-byte session key. Fails with 4050/4051/4061 when the module cannot, 4071 when the card is not genuine.
   */
  authenticate(card: { kind: CardKind; certificate: Uint8Array; challenge: Uint8Array }): Promise<{
    command: Uint8Array;
    finish(answer: Uint8Array): Promise<Uint8Array>;
  }>;
}

/** What stays known of an authenticated card between transactions, until it is removed or reset. Kept by control. */
export interface CardSecurity {
  readonly insertion: string;
  readonly key: Uint8Array;
  counter: number;
}

export type PinResult =
  | { readonly result: 'ok' }
  | { readonly result: 'wrong'; readonly left: number }
  | { readonly result: 'locked' };

/** What a pad shows and takes, without the command that is the card's business. */
export type OnPad = Omit<PadEntry, 'command' | 'twice'>;
/** How an entry on a pad ends without digits. */
export type Untyped = 'cancelled' | 'timed-out';

/** An authenticated card inside one exclusive transaction. `F` maps file names to their decoded values (`card/files`). */
export interface CardSession<F> {
  readonly identified: Identified;
  /** Reads files to decide (a SAM-authenticated read, which the PIN does not guard: the kernel guards disclosure). */
  read<N extends keyof F & string>(names: readonly N[]): Promise<Pick<F, N>>;
  /** The bytes of one file, as they stand on the card. */
  readBytes(name: keyof F & string): Promise<Uint8Array>;
  /** PIN set or not, tries left, locked. */
  pinStatus(): Promise<{ set: boolean; left: number; locked: boolean; verified: boolean }>;
  verifyPin(digits: Uint8Array): Promise<PinResult>;
  /** The same where the reader's own pad gives the digits to the card; undefined where it has no such pad. */
  readonly verifyPinOnPad?: (entry: OnPad) => Promise<PinResult | Untyped>;
  /** `setPin`, typed twice on such a pad. */
  readonly setPinOnPad?: (entry: OnPad) => Promise<'set' | 'different' | Untyped>;
  /** CHANGE REFERENCE DATA after a verified PIN, or the first PIN of a card without one. */
  setPin(digits: Uint8Array): Promise<void>;
  disablePin(): Promise<void>;
  /** Only after the data centre allowed it (1.30, 4.4). */
  unlockPin(): Promise<void>;
  /** The last transaction ids on the card, newest first (8 bytes each, hex), and the card's write counter. */
  ring(): Promise<{ ids: string[]; counter: number }>;
  /**
   * All writes or none, and `transactionId` (16 hex digits) into the ring. `onCommit` runs just before the last APDU.
   * Fails with kind `card-gone` when the card left: it is then not known whether the card acted.
   */
  commit(transactionId: string, writes: readonly CardWrite<F>[]): Promise<void>;
}

/** One file to be replaced; rotation of records is the decision's work, so that it stays pure. */
export type CardWrite<F> = { [N in keyof F & string]: { readonly file: N; readonly value: F[N] } }[keyof F & string];

export interface OpenCard<F> {
  identify(channel: CardChannel): Promise<Identified>;
  /** Resumes `security` where the card still holds it, else authenticates anew; answers both. */
  open(
    channel: CardChannel,
    identified: Identified,
    authenticator: CardAuthenticator,
    security: CardSecurity | undefined,
  ): Promise<{ session: CardSession<F>; security: CardSecurity }>;
  /** Drops the card's rights at the end of a transaction, so that no other program sees a verified card. */
  suspend(channel: CardChannel): Promise<void>;
}
