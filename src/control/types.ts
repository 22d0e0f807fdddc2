/** @module Control as the doors see it: sessions, calls, events, PIN requests. */

import type { Say } from '../base/say.ts';
import type { Api, Profile, Role } from '../catalogue/schema.ts';
import type { LogInCards } from '../codec/index.ts';
import type { JournalEntry } from '../journal/types.ts';
import type { SlotInfo } from '../reader/types.ts';
import type { SamStatus } from '../sam/types.ts';

/** Who calls. `program` identifies it across restarts (ruling 14): executable path and user, or the token's name. */
export interface Caller {
  readonly door: 'native' | 'http' | 'in-process';
  readonly role: Role;
  readonly program: string;
  /** The process and its start time (native), or the token's id: PIN states belong to it. */
  readonly process: string;
}

/** A file of the caller's side, opened there with the caller's rights: control reads it piece by piece and sees no path. */
export interface FileSource {
  /** -1: it could not be opened (6017). */
  readonly size: number;
  /** Fewer bytes than asked only at the end, or where reading failed. Fails with 4000 when the caller is gone. */
  read(offset: number, length: number): Promise<Uint8Array>;
}
/** A file of the caller's side that is to be written. */
export interface FileSink {
  /** Fails with 6016 when it could not be written. */
  write(offset: number, bytes: Uint8Array): Promise<void>;
}

/** A value of a call by parameter name: text, number, or raw bytes for char * parameters. Lengths by their parameter's name. */
export type InputValue = string | number | Uint8Array | FileSource | FileSink | { readonly [field: string]: unknown };
export type OutputValue = string | number | Uint8Array;

export interface CallRequest {
  /** Made by the client's side; the same id gets the same answer. */
  readonly requestId: string;
  /** Section number, official name or alias. */
  readonly name: string;
  readonly inputs: { readonly [param: string]: InputValue };
  readonly signal?: AbortSignal;
  /** Told about each second with why it waits (a PIN, the network). */
  readonly onWorking?: (why: Say) => void;
  readonly slot?: string;
  /** Refused with 4000 (kind `card-changed`) unless this insertion is still in the reader. */
  readonly insertion?: string;
}

export interface FailureReport {
  readonly code: number;
  /** The registry's short meaning. */
  readonly meaning: Say;
  readonly why: Say;
  readonly todo: Say;
  readonly kind?: string;
}

export interface CallAnswer {
  readonly code: number;
  readonly api: string;
  /** By parameter name: bytes of buffers, numbers of lengths and ints. Empty on a code that carries no data. */
  readonly outputs: { readonly [param: string]: OutputValue };
  /** Buffers decoded by their layout, by parameter name. */
  readonly fields: { readonly [param: string]: { readonly [field: string]: unknown } };
  readonly failure?: FailureReport;
  /** Messages for the person at the counter: a second visit today, the visit-count reminder. */
  readonly notes: readonly { readonly level: 'info' | 'warning' | 'red'; readonly text: Say }[];
  readonly deprecated?: Say;
  readonly simulated: boolean;
  /** The door says that its client has the answer. */
  delivered(): void;
}

export interface Session {
  call(request: CallRequest): Promise<CallAnswer>;
  close(): void;
}

/** A PIN that somebody must type: shown on the operator's face (or the reader's pad, which then answers it itself). */
export interface PinRequest {
  /** One-time id. */
  readonly id: string;
  readonly card: 'hc' | 'hpc';
  readonly purpose: 'verify' | 'new' | 'repeat';
  readonly slot: string;
  readonly insertion: string;
  readonly min: number;
  readonly max: number;
  readonly left?: number;
  /** The program that asked, for the person to see. */
  readonly program: string;
  readonly deadline: number;
  readonly onPad: boolean;
}

export type ControlEvent =
  | { readonly type: 'slot'; readonly slots: readonly SlotInfo[] }
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
  | { readonly type: 'call'; readonly trace: TraceEntry };

/** One call in the flight recorder: redacted, yet replayable with the world's test people. */
export interface TraceEntry {
  readonly at: number;
  readonly api: string;
  readonly code: number;
  readonly ms: number;
  readonly door: Caller['door'];
  readonly program: string;
  /** Field names with lengths in place of values where they are personal. */
  readonly inputs: { readonly [param: string]: string };
  readonly steps: readonly string[];
  readonly why?: Say;
}

/** A call as it was, with every value, for a recorder that an operator started. Control keeps nothing of it. */
export interface RawCall {
  /** When it began, and how long it took. */
  readonly at: number;
  readonly ms: number;
  readonly api: Api | undefined;
  readonly inputs: { readonly [param: string]: InputValue };
  readonly code: number;
  readonly outputs: { readonly [param: string]: OutputValue };
  readonly kind?: string;
  readonly caller: Caller;
}
/** What a recorder hears: calls, events, and processes that ended. */
export interface Tap {
  call(call: RawCall): void;
  event(event: ControlEvent): void;
  ended(process: string): void;
}

/** The 57 public bytes, decoded; the handle refuses a later call when the card was changed. */
export interface PublicZone {
  readonly cardNo: string;
  readonly name: string;
  readonly personId: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly issueDate: string;
  readonly rawBase64: string;
  readonly real: boolean;
  readonly slot: string;
  /** The insertion: `card` in HTTP. */
  readonly card: string;
}

/** What watches the processes: does it answer itself, and what had it to start again? */
export interface Watch {
  readonly supervisor: boolean;
  /** `hung`: how many of the restarts were because the process answered nobody. */
  readonly processes: readonly { readonly name: string; readonly restarts: number; readonly hung: number }[];
}

export interface ControlStatus {
  readonly version: string;
  readonly profile: Profile;
  readonly simulated: boolean;
  readonly world: string;
  /** The world's own time. */
  readonly now: number;
  readonly sam: Omit<SamStatus, 'lastFailure'> & {
    readonly lastFailure?: {
      readonly code: number;
      readonly at: number;
      readonly meaning: Say;
      readonly todo: Say;
    };
  };
  readonly slots: readonly SlotInfo[];
  readonly pcsc: { readonly available: boolean; readonly why?: Say };
  /** Absent where nobody watches (in-process). */
  readonly watch?: Watch;
  readonly links: { readonly centre: boolean; readonly sam: boolean };
  readonly journal: {
    readonly waiting: number;
    readonly inDoubt: number;
    readonly undelivered: number;
    readonly refused: number;
    readonly cut: number;
  };
  readonly offlineMode: 'official' | 'delegated';
  /** Calls that run, and PINs that somebody is asked for: an upgrade waits for none. */
  readonly busy: { readonly calls: number; readonly pins: number };
}

export interface ExceptionRequest {
  readonly requestId: string;
  readonly code: string;
  readonly personId: string;
  readonly treatItem?: string;
  readonly babyTreat?: string;
  /** 13 ROC digits stated by a clerk (power cut); the SAM's time where it is left out. */
  readonly statedTime?: string;
}
export interface RecoverRequest {
  readonly requestId: string;
  readonly personId: string;
  /** The visit's or the exception's time, 13 ROC digits. */
  readonly dateTime: string;
}
export interface Recovered {
  readonly code: number;
  readonly treatNum?: string;
  readonly dateTime?: string;
  readonly how?: 'ledger' | 'own-key' | 'linked-to-exception';
  readonly failure?: FailureReport;
  readonly simulated: boolean;
}

/** A log-in to a web site by cards, asked for by the site's page. */
export interface LogInRequest {
  readonly cards: LogInCards;
  /** As the browser named it to the door: never what a page says of itself. */
  readonly origin: string;
  readonly nonce: string;
  /** Ends it: the page left, or its origin was revoked. */
  readonly signal?: AbortSignal;
}
/** What the site checks, by the key directory. */
export interface SignedLogIn {
  /** 13 ROC digits. */
  readonly signedAt: string;
  readonly samId: string;
  readonly hospId: string;
  readonly hcCardNo: string;
  readonly hpcCardNo: string;
  /** 256 hex digits. */
  readonly signature: string;
  readonly simulated: boolean;
}

export interface Control {
  session(caller: Caller): Session;
  status(): Promise<ControlStatus>;
  watch(listener: (event: ControlEvent) => void): () => void;
  /** Hands every call as it was to a recorder, until the answer is called. For operators alone. */
  tap(tap: Tap): () => void;
  /** Public zone of the card in `slot` (or the only one); fails with 4000, 4013, 4033. */
  publicZone(slot?: string): Promise<PublicZone>;
  pinRequests(): PinRequest[];
  /** False when the id is unknown, used or ended. `undefined` cancels. Zero-length digits are refused. */
  answerPin(id: string, digits: Uint8Array | undefined): boolean;
  registerException(caller: Caller, request: ExceptionRequest): Promise<Recovered>;
  recover(caller: Caller, request: RecoverRequest): Promise<Recovered>;
  /** Signs a log-in by cards; fails with 4000, 4013, 4014, 4033, 4034, 4050, 4061, 5102, 5109, 9130, 9140. */
  logIn(request: LogInRequest): Promise<SignedLogIn>;
  /** What was promised in the last days (7); the newest `most` of it; those alone that were an upload. */
  journal(look?: { days?: number; most?: number; uploads?: boolean }): Promise<JournalEntry[]>;
  /** What is not decided, not sent, or refused by the centre. */
  standing(): JournalEntry[];
  /** Forgets sessions and PIN states of a process that ended. */
  ended(process: string): void;
  close(): Promise<void>;
}
