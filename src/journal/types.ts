/** @module What must survive a crash: the promise of each writing call, and what the centre has not heard yet. */

import type { LedgerEvent } from '../centre/client/types.ts';
import type { UploadReceipt } from '../codec/index.ts';

export type IntentState = 'prepared' | 'done' | 'dropped' | 'undecided';

/** One writing call, journalled before the card is written. */
export interface Intent {
  /** Transaction id, 16 hex digits; the same on the card and at the centre. */
  readonly id: string;
  readonly api: string;
  readonly preparedAt: number;
  /** Absent for functions without a card. */
  readonly cardNo?: string;
  /** The newest id in the card's ring before this transaction (ruling 15), and the card's counter. */
  readonly ringBefore?: string;
  readonly cardCounter?: number;
  /** The program that asked (executable and user, or a token's name), and a digest of its inputs (ruling 14). */
  readonly program: string;
  readonly inputs: string;
  readonly requestId: string;
  /** The answer that is given again while it is done and not delivered. */
  readonly answer: { readonly code: number; readonly outputs: { readonly [name: string]: string | number } };
  readonly events: readonly LedgerEvent[];
  /** The centre's receipt of an upload: its id is the intent's. */
  readonly upload?: UploadReceipt;
}

export interface JournalEntry extends Intent {
  readonly state: IntentState;
  readonly delivered: boolean;
  /** All its events have the centre's receipt. */
  readonly sent: boolean;
  /** Why the centre does not take an event of it. */
  readonly refused?: string;
}

export interface Journal {
  /** Durable when it returns. Fails with 6016 (disk full): nothing has then been promised. */
  prepare(intent: Intent): void;
  /** Durable. For functions without a card `prepare` may be skipped: `done` with the whole intent is the write. */
  done(id: string | Intent): void;
  dropped(id: string): void;
  undecided(id: string): void;
  /** Need not be durable at once: at worst the same answer is replayed once more. */
  delivered(id: string): void;
  /** The centre's receipt for one event of an intent. Need not be durable at once: at worst the event is sent once more. */
  receipt(eventId: string, result: 'stored' | 'known' | 'refused', why?: string): void;

  get(id: string): JournalEntry | undefined;
  /** Prepared (and undecided) intents of a card, oldest first. */
  open(cardNo?: string): JournalEntry[];
  /** Done, not delivered, same program and inputs (ruling 14); newest. */
  replay(match: { program: string; inputs: string; api: string; cardNo?: string }): JournalEntry | undefined;
  byRequest(requestId: string, program: string): JournalEntry | undefined;
  /** Events of done intents (and in-doubt notices of undecided ones) without a receipt, oldest first; at most `most`. */
  waiting(most?: number): LedgerEvent[];
  counts(): {
    readonly waiting: number;
    readonly inDoubt: number;
    readonly undelivered: number;
    /** Sent, and not taken by the centre. */
    readonly refused: number;
  };
  /** What may still matter: not decided, not sent, not delivered, exceptions and identifiers without a card of late. */
  live(): JournalEntry[];
  /**
   * The history as well, oldest first, at most the newest `most`: read from disk a file at a time, for people who look, not
   * for calls, which go on in between.
   */
  entries(filter?: {
    since?: number;
    most?: number;
    accept?: (entry: JournalEntry) => boolean;
  }): Promise<JournalEntry[]>;
  /** The latest time that was ever written here (a restarted clock never goes below it). */
  latestTime(): number;
  /** What opening found: a damaged tail that was cut and kept aside, and how many records it held at least. */
  readonly opened: { readonly cut: number; readonly keptAs?: string };
  close(): void;
}
