/** @module What the HTTP door answers, as its clients see it. */

/** A sentence in Traditional Chinese and in English. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
export interface FailureWords {
  /** NHI return code. */
  readonly code: number;
  readonly meaning?: Words;
  readonly why: Words;
  readonly todo?: Words;
  readonly kind?: string;
}
export interface Note {
  readonly level: 'info' | 'warning' | 'red';
  readonly text: Words;
}
export interface Answer {
  readonly code: number;
  readonly api: string;
  readonly requestId: string;
  /** Buffers by parameter, decoded by their layout. */
  readonly fields: { readonly [param: string]: { readonly [field: string]: unknown } };
  /** Raw buffers as base64, lengths and integers as numbers. */
  readonly outputs: { readonly [param: string]: string | number };
  readonly notes: readonly Note[];
  readonly failure?: FailureWords;
  readonly deprecated?: Words;
  readonly simulated: boolean;
  /** Of functions that answer by a file. */
  readonly file?: Uint8Array;
}
/** The whole walk of a registration. */
export interface Registration {
  /** Of the last function that was called. */
  readonly code: number;
  readonly steps: readonly { readonly name: string; readonly code: number }[];
  /** The fields of 1.1 and 1.38, as far as the walk came. */
  readonly patient: { readonly [field: string]: unknown };
  /** The fields of 1.53. */
  readonly visit?: { readonly [field: string]: unknown };
  /** The treatment identifier, 20 characters. */
  readonly treatNum?: string;
  readonly signature?: string;
  readonly notes: readonly Note[];
  readonly failure?: FailureWords;
  readonly simulated: boolean;
}
export interface Slot {
  readonly name: string;
  readonly kind: 'virtual' | 'pcsc' | 'serial';
  readonly role: 'hc' | 'hpc' | 'sam' | 'any';
  readonly present: boolean;
  readonly insertion?: string;
  readonly state: 'ready' | 'hanging' | 'gone';
  readonly device?: string;
}
export interface SamStatus {
  readonly state: 0 | 1 | 2 | 9;
  readonly kind: 'card' | 'cloud';
  readonly identity?: {
    readonly samId: string;
    readonly hospId: string;
    readonly hospName: string;
    readonly hospAbbName: string;
  };
  readonly online: boolean;
  readonly offlineMode: 'official' | 'delegated';
  /** The module's own certificate, which delegations are asked for with. */
  readonly certificate?: { readonly keyNo: string; readonly notAfter: number };
  readonly delegation?: { readonly keyNo: string; readonly notAfter: number; readonly valid: boolean };
  readonly keyNo?: string;
  readonly identifierKeysUntil?: string;
  readonly lastFailure?: {
    readonly code: number;
    readonly at: number;
    readonly meaning?: Words;
    readonly todo?: Words;
  };
  readonly simulated: boolean;
}
export interface Status {
  readonly version: string;
  readonly profile: '3.5' | '5.1';
  readonly simulated: boolean;
  readonly world: string;
  /** The world's own time: milliseconds since 1970. */
  readonly now: number;
  readonly sam: SamStatus;
  readonly slots: readonly Slot[];
  readonly pcsc: { readonly available: boolean; readonly why?: Words };
  /** What watches the processes: does it answer itself, and what had it to start again (`hung`: as it answered nobody)? */
  readonly watch?: {
    readonly supervisor: boolean;
    readonly processes: readonly { readonly name: string; readonly restarts: number; readonly hung: number }[];
  };
  readonly links: { readonly centre: boolean; readonly sam: boolean };
  readonly journal: {
    readonly waiting: number;
    readonly inDoubt: number;
    readonly undelivered: number;
    readonly refused: number;
    readonly cut: number;
  };
  readonly offlineMode: 'official' | 'delegated';
}
/** The public zone of a card; `card` refuses a later call when the card was changed. */
export interface PublicZone {
  readonly cardNo: string;
  readonly name: string;
  readonly personId: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly issueDate: string;
  readonly real: boolean;
  readonly slot: string;
  readonly card: string;
}
export interface PinRequest {
  readonly id: string;
  readonly card: 'hc' | 'hpc';
  readonly purpose: 'verify' | 'new' | 'repeat';
  readonly slot: string;
  readonly min: number;
  readonly max: number;
  readonly left?: number;
  readonly program: string;
  readonly deadline: number;
  /** It is typed on the reader's pad, and nowhere else. */
  readonly onPad: boolean;
}
export type ServerEvent =
  | { readonly type: 'slot'; readonly slots: readonly Slot[] }
  | {
      readonly type: 'card';
      readonly change: 'inserted' | 'removed' | 'reset';
      readonly slot: string;
      readonly insertion: string;
      readonly public?: PublicZone;
    }
  | { readonly type: 'sam'; readonly status: SamStatus }
  | { readonly type: 'pin'; readonly request: PinRequest }
  | {
      readonly type: 'pin-ended';
      readonly id: string;
      readonly how: 'answered' | 'cancelled' | 'expired' | 'card-gone';
    }
  | { readonly type: 'journal'; readonly waiting: number; readonly inDoubt: number; readonly refused: number }
  | { readonly type: 'link'; readonly link: 'centre' | 'sam'; readonly up: boolean }
  | { readonly type: 'call'; readonly trace: TraceEntry }
  /** Something of the simulated world has changed: read it again. */
  | { readonly type: 'world' }
  | {
      readonly type: 'origin';
      readonly change: 'asked' | 'accepted' | 'refused' | 'ended' | 'revoked';
      readonly origin: string;
      readonly purpose: OriginPurpose;
      readonly asking: readonly OriginAsking[];
    };
export type OriginPurpose = 'page' | 'vpn' | 'component';
/** A web origin that asks to be let in, as an operator sees it. */
export interface OriginAsking {
  readonly origin: string;
  readonly purpose: OriginPurpose;
  readonly code: string;
  /** The page shows the same code. */
  readonly compare: boolean;
  readonly until: number;
}
/** One event that the centre is told of: a visit, an identifier without a card, an exception, something undone. */
export interface JournalEvent {
  readonly id: string;
  readonly type: 'visit' | 'no-card' | 'exception' | 'undo' | 'contents' | 'care' | 'in-doubt';
  readonly hospId: string;
  /** 13 ROC digits. */
  readonly dateTime: string;
  readonly personId: string;
  readonly cardNo?: string;
  readonly treatNum?: string;
  readonly treatItem?: string;
  readonly babyTreat?: string;
  readonly afterCheck?: string;
  readonly seqNumber?: string;
  readonly sameDay?: boolean;
  readonly signature?: string;
  readonly linkedTo?: string;
  readonly exceptionCode?: string;
  readonly timeStatedByHand?: boolean;
}
/** What was promised, and how far it came. */
export interface JournalEntry {
  readonly id: string;
  readonly api: string;
  readonly preparedAt: number;
  readonly cardNo?: string;
  readonly events: readonly JournalEvent[];
  readonly upload?: { readonly [field: string]: unknown };
  readonly state: 'prepared' | 'done' | 'dropped' | 'undecided';
  readonly delivered: boolean;
  readonly sent: boolean;
  /** Why the centre does not take it. */
  readonly refused?: string;
}
export interface TraceEntry {
  readonly at: number;
  readonly api: string;
  readonly code: number;
  readonly ms: number;
  readonly door: 'native' | 'http' | 'in-process';
  readonly program: string;
  readonly inputs: { readonly [param: string]: string };
  readonly steps: readonly string[];
  readonly why?: Words;
}

/** What the doctor found wrong, and what to do. */
export interface DoctorFinding {
  /** Stable: `readers.no-service`. */
  readonly id: string;
  readonly severity: 'problem' | 'warning' | 'note';
  readonly what: Words;
  readonly why: Words;
  readonly todo: Words;
  /** To copy: what is to be mended is not the program's own. */
  readonly commands?: readonly string[];
  /** Questions of NHI's list that this answers. */
  readonly faq?: readonly number[];
  readonly details?: { readonly [name: string]: string | number | boolean | readonly string[] };
  /** Mended by its id; `restart` only from a terminal. */
  readonly fix?: {
    readonly id: string;
    readonly title: Words;
    readonly touches: readonly string[];
    readonly needs: 'nothing' | 'restart';
  };
}
export interface DoctorCheck {
  readonly check: string;
  readonly area: string;
  readonly title: Words;
  /** `late`: it did not end in time, and nothing is known of it. */
  readonly state: 'well' | 'found' | 'late' | 'failed' | 'not-here';
  readonly findings: readonly DoctorFinding[];
  /** Milliseconds. */
  readonly took: number;
}
/** `GET /api/v1/doctor`. */
export interface DoctorAnswer {
  readonly examined: readonly DoctorCheck[];
  /** What would be undone. */
  readonly undo?: {
    readonly fix: string;
    readonly title: Words;
    readonly at: number;
    readonly touches: readonly string[];
  };
}

/** `POST /api/v1/support` with `{ items: { name: '..' } }`; an empty text takes one back. */
export interface SupportMail {
  readonly items: readonly {
    /** `name`, `hospId`, `contact`, `email`, `phone`, `version`, `readerKind`, `brand`, `model`, `detail`. */
    readonly id: string;
    readonly title: Words;
    readonly value: string;
    readonly from: 'given' | 'found' | 'missing';
  }[];
  readonly missing: readonly string[];
  readonly mail: { readonly to: string; readonly subject: string; readonly body: string; readonly mailto: string };
}
/** `GET /api/v1/support`; `POST /api/v1/support/bundle` with `{ id }` gives these files as a zip. */
export interface SupportAnswer extends SupportMail {
  readonly bundle: {
    readonly id: string;
    readonly files: readonly { readonly name: string; readonly size: number; readonly text: string }[];
  };
}
