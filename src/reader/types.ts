/** @module How a card is reached: the interface that PC/SC, serial and virtual readers share. */

import type { Say } from '../base/index.ts';

/** What a slot is for: a chip reader's is `any`, a dedicated (3.5) reader has one of each. */
export type SlotRole = 'hc' | 'hpc' | 'sam' | 'any';

export interface SlotInfo {
  /** The reader's name as PC/SC gives it, with the slot where it has several; unique. */
  readonly name: string;
  readonly kind: 'virtual' | 'pcsc' | 'serial';
  readonly role: SlotRole;
  readonly present: boolean;
  /** New for every insertion, never used twice in the life of the program. */
  readonly insertion?: string;
  readonly atr?: Uint8Array;
  /** `hanging`: a command did not answer within its deadline and the reader is being reset; `gone`: unplugged. */
  readonly state: 'ready' | 'hanging' | 'gone';
  /** The device that the slot is part of, where it has a pad, a clock or a display of its own. */
  readonly device?: string;
  /**
   * A chip reader that says it has a PIN pad, and whether it is used: `off` by a setting, `blocked` by a list, `refused`
   * after it did not do what it said. `query-failed`: the reader could not say whether it has one.
   */
  readonly pad?: 'ready' | 'off' | 'blocked' | 'refused' | 'query-failed';
  /** The number by which csOpenCom opens the device, counted from 0 (COM1), where a table of ports says so. */
  readonly port?: number;
  /** Why it is gone, where that is known. */
  readonly why?: Say;
}

export type ReaderEvent =
  | { readonly type: 'inserted' | 'removed'; readonly slot: string; readonly insertion: string }
  | { readonly type: 'slot-added' | 'slot-removed'; readonly slot: string };

/** A card inside one exclusive transaction. */
export interface CardChannel {
  readonly slot: string;
  readonly insertion: string;
  readonly atr: Uint8Array;
  /**
   * Sends one command APDU and answers the response with its status word; 61xx and 6Cxx are *not* followed here.
   * Fails with 4000, kind `card-gone` (no card any more), `reader-timeout`, or `reader-gone`.
   */
  transmit(command: Uint8Array): Promise<Uint8Array>;
  /**
   * Where the device has a pad of its own that speaks to the card: the digits go from the pad into the command and into
   * the card, and never come here. Answers the card's response, or one of `padWords` (codec).
   */
  readonly onPad?: (entry: PadEntry) => Promise<Uint8Array>;
}

/** A command whose data are the digits that somebody types on the reader's pad. */
export interface PadEntry {
  /** CLA, INS, P1, P2. */
  readonly command: Uint8Array;
  readonly prompt: string;
  readonly min: number;
  readonly max: number;
  /** A new PIN: typed twice, compared by the pad. */
  readonly twice: boolean;
  readonly signal?: AbortSignal;
  /** The pad shows the request and waits for keys. */
  shown?(): void;
}

/** The same as a pad is told it. */
export interface PadCommand extends Pick<PadEntry, 'command' | 'min' | 'max' | 'twice'> {
  /** Seconds, at most 255. */
  readonly timeout: number;
}

export interface ExclusiveOptions {
  /** Milliseconds for the work inside; `limits.cardTransaction` where it is left out. */
  readonly deadline?: number | undefined;
  /** Fails with 4000, kind `card-changed`, unless this insertion is still the one in the slot. */
  readonly insertion?: string;
}

/** A PIN pad; digits never leave it except to the card (`CardChannel.onPad`) or to the caller's memory (virtual). */
export interface PinPad {
  /**
   * The digits, or `cancelled` (also when nobody types before the deadline or `signal` aborts). Absent on a pad that
   * gives them to the card alone.
   */
  enter?(request: {
    prompt: string;
    min: number;
    max: number;
    signal?: AbortSignal;
  }): Promise<Uint8Array | 'cancelled'>;
}

/** What a dedicated reader has besides slots. */
export interface Device {
  readonly name: string;
  readonly pad?: PinPad;
  /** Milliseconds since 1970; fails with 5005 on reading, 6008 on setting. */
  readonly clock?: { get(): Promise<number>; set(now: number): Promise<void> };
  show?(lines: readonly string[]): Promise<void>;
  /** A reset by command (csSoftwareReset(0) in 3.5). */
  reset?(): Promise<void>;
}

export interface Readers {
  slots(): SlotInfo[];
  device(name: string): Device | undefined;
  watch(listener: (event: ReaderEvent) => void): () => void;
  /**
   * One exclusive transaction on the card in `slot`; calls to one slot queue up, other slots are not blocked.
   * Fails with 4000 (kind `no-card`, `card-changed`, `reader-timeout`, `reader-gone`).
   */
  exclusive<T>(slot: string, work: (channel: CardChannel) => Promise<T>, options?: ExclusiveOptions): Promise<T>;
  /** Powers the card off and on; a new insertion begins where `newInsertion` (removal semantics) is asked for. */
  reset(slot: string): Promise<void>;
  close(): Promise<void>;
}

/** A card that lives in this process: what a virtual reader and the vpcd bridge drive. */
export interface VirtualCard {
  readonly atr: Uint8Array;
  /** One command APDU in, one response with its status word out. All volatile state is lost by `powerOff`. */
  process(command: Uint8Array): Uint8Array;
  powerOff(): void;
}
