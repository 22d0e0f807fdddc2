/** @module The data centre as a counter sees it: questions about people and cards, the ledger, the key directory. */

import type { UploadReceipt, UploadStatement } from '../../codec/index.ts';

/** What happened at a counter, told to the centre from the journal, idempotent by `id`. */
export interface LedgerEvent {
  /** The transaction id, 16 hex digits; also on the card where a card took part. */
  readonly id: string;
  readonly type: 'visit' | 'no-card' | 'exception' | 'undo' | 'contents' | 'care' | 'in-doubt';
  readonly hospId: string;
  readonly samId: string;
  /** 13 ROC digits: the visit's own time. */
  readonly dateTime: string;
  readonly personId: string;
  readonly treatNum?: string;
  readonly cardNo?: string;
  /** The card's write counter after the transaction. */
  readonly cardCounter?: number;
  readonly treatItem?: string;
  readonly babyTreat?: string;
  readonly afterCheck?: string;
  readonly seqNumber?: string;
  readonly sameDay?: boolean;
  /** Signature envelope, base64. */
  readonly signature?: string;
  /** The visit or exception that this one mends or undoes: its identifier, or its event id. */
  readonly linkedTo?: string;
  /**
   * `care`: what a writing function put on the card, byte for byte: a whole file, or one group of it (a visit by its own
   * date and time; what goes into a rotation in the order in which it went in).
   */
  readonly recorded?: readonly { readonly file: string; readonly group?: true; readonly bytes: string }[];
  /** Exception-registration code. */
  readonly exceptionCode?: string;
  /** Entered by a clerk after a power cut: the time is his word. */
  readonly timeStatedByHand?: boolean;
  /** An undecided intent later found to be this. */
  readonly resolves?: string;
  readonly simulated: boolean;
}

export interface EventReceipt {
  readonly id: string;
  readonly result: 'stored' | 'known' | 'refused';
  /** Where refused: the centre's code and words. */
  readonly code?: number;
  readonly why?: string;
}

export interface Eligibility {
  /** 0 insured; 5012 for 1.9/1.37/1.53; 9083-9092 says why, for 1.30. */
  readonly code: number;
  readonly reason?: number;
}

/** What 1.30 writes (manual 1.30's list); money in NT dollars. */
export interface FreshContents {
  readonly cancelMark: string;
  readonly insurerCode: string;
  readonly insuredMark: string;
  readonly validUntil: string;
  readonly illnesses: readonly { readonly code: string; readonly from: string; readonly until: string }[];
  readonly dentalMark: string;
  readonly rareMark: string;
  readonly oilMark: string;
  readonly designated: string;
  readonly available: number;
  readonly lastSeqNumber: string;
  readonly cumulative: readonly CumulativeYear[];
  readonly pinEnabled: boolean;
  /** Intents that the centre closed on the way (ruling 17): event id and what they were. */
  readonly closed: readonly { readonly id: string; readonly as: 'visit' | 'dropped' }[];
}

export interface CumulativeYear {
  readonly year: string;
  readonly visits: number;
  readonly outpatientFee: number;
  readonly inpatientFee: number;
  readonly outpatientCopay: number;
  readonly inpatientCopayShort: number;
  readonly inpatientCopayLong: number;
  readonly copay: number;
  readonly copayShort: number;
}

export interface KeyDirectoryEntry {
  /** 16 hex digits. */
  readonly keyNo: string;
  readonly hospId: string;
  readonly samId: string;
  readonly use: 'sam' | 'delegation' | 'root';
  /** P-256 public key, uncompressed, 65 bytes, base64. */
  readonly publicKey: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly revokedAt?: number;
  readonly simulated: boolean;
}

export interface KeyDirectory {
  readonly world: string;
  readonly issuedAt: number;
  readonly entries: readonly KeyDirectoryEntry[];
}

/** What the card itself says, for 1.30 and 1.40 to be computed from ledger and card (ruling 17). */
export interface CardStatement {
  readonly cardNo: string;
  readonly personId: string;
  readonly cardCounter: number;
  readonly available: number;
  /** A locked PIN is a reason of its own for an update. */
  readonly pinLocked?: boolean;
  readonly lastSeqNumber: string;
  readonly cumulative: readonly CumulativeYear[];
  readonly visits: readonly {
    readonly dateTime: string;
    readonly treatItem: string;
    readonly seqNumber: string;
    readonly hospId: string;
    readonly treatNum: string;
    readonly undone: boolean;
  }[];
  readonly ring: readonly string[];
}

/** How far an upload is at the centre. */
export interface UploadProgress {
  readonly id: string;
  readonly state: 'receiving' | 'checking' | 'stored';
  /** SHA-256 of each part that the centre holds, in order: 32 bytes each, base64. */
  readonly sums: string;
  readonly receipt?: UploadReceipt;
}
/** Which upload's result is wanted: what 3.1 answered. Blank number and random are not compared. */
export interface DownloadWanted {
  readonly samId: string;
  readonly hospId: string;
  readonly number: string;
  readonly sentAt: string;
  readonly receivedAt: string;
  readonly serverRandom: string;
}

/** Asks whether a prescription item's signature is an institution's . */
export interface ItemSignature {
  /** 40 hex digits. */
  readonly signature: string;
  readonly hospId: string;
  readonly personId: string;
  readonly treatNum: string;
  /** The item's 61 bytes, base64. */
  readonly bytes: string;
  readonly number?: number;
}

/** Every call fails with 4061 when the network is away, else with the centre's own 9xxx code. */
export interface Centre {
  ping(): Promise<{ now: number; simulated: boolean; world: string }>;
  eligibility(person: { personId: string; cardNo?: string; treatItem: string }): Promise<Eligibility>;
  freshContents(card: CardStatement): Promise<FreshContents>;
  /** Is this a card that the centre knows, not a copy, not replaced? Fails with 9010-9012, 4071. */
  authenticateCard(card: { cardNo: string; personId: string; cardCounter: number }): Promise<void>;
  /** May this visit be undone? Fails with 5153, 9012, ... The undoing itself comes as a ledger event. */
  mayUndo(visit: { personId: string; cardNo: string; hospId: string; dateTime: string }): Promise<void>;
  /** The identifier of a visit by person and time; undefined when the ledger does not know it (5022). */
  treatNum(visit: { personId: string; dateTime: string; hospId?: string }): Promise<string | undefined>;
  /** Which of the visit's items this is the signature of; undefined where of none. */
  verifyItem(item: ItemSignature): Promise<number | undefined>;
  submit(events: readonly LedgerEvent[]): Promise<readonly EventReceipt[]>;
  keyDirectory(): Promise<KeyDirectory>;
  /** Unlocking a PIN that locked at three. */
  /** Announces a file, signed by the security module. 6014, 9013, 9070, 9071; what is stored already comes with its receipt. */
  beginUpload(statement: UploadStatement, signature: string): Promise<UploadProgress>;
  /** One part; answers how many the centre now holds. 6015 damaged on the way, 6016 the centre's disk is full. */
  sendPart(id: string, index: number, sha256: string, bytes: Uint8Array): Promise<{ parts: number }>;
  /** All parts are sent: checks and stores it. Asked again while it is `checking`. 6015, 9070. */
  finishUpload(id: string): Promise<UploadProgress>;
  /** A piece of the result file of an upload from `offset` on. 6017 no such upload, 9013 another institution's. */
  download(wanted: DownloadWanted, offset: number): Promise<{ size: number; sha256: string; bytes: Uint8Array }>;
  mayUnlock(card: { kind: 'hc' | 'hpc'; cardNo: string }): Promise<void>;
}
