/**
 * @module PC/SC as this room uses it: the calls of winscard and pcsc-lite, every one asynchronous, every one answering
 * its return value. Behind it stand the library (in a process of its own) or, in tests, a bench without any.
 */

/** SCARDCONTEXT or SCARDHANDLE: as wide as the platform has it. */
export type Handle = number | bigint;

/** Return values (MS-RDPESC 2.2.8, pcsclite.h) that this program tells apart, and three of its own below zero. */
export const rv = {
  ok: 0,
  cancelled: 0x80100002,
  invalidHandle: 0x80100003,
  insufficientBuffer: 0x80100008,
  unknownReader: 0x80100009,
  timeout: 0x8010000a,
  sharingViolation: 0x8010000b,
  noCard: 0x8010000c,
  protocolMismatch: 0x8010000f,
  systemCancelled: 0x80100012,
  commError: 0x80100013,
  notTransacted: 0x80100016,
  readerUnavailable: 0x80100017,
  noService: 0x8010001d,
  serviceStopped: 0x8010001e,
  noReaders: 0x8010002e,
  unsupportedCard: 0x80100065,
  unresponsiveCard: 0x80100066,
  unpoweredCard: 0x80100067,
  resetCard: 0x80100068,
  removedCard: 0x80100069,
  securityViolation: 0x8010006a,
  /** The library cannot be loaded. */
  noLibrary: -1,
  /** The process with the library ended. */
  hostGone: -2,
  /** A call of our own that the library did not take. */
  wrongCall: -3,
} as const;

/** Bits of SCARD_READERSTATE; the high 16 bits count insertions and removals. */
export const bits = {
  unaware: 0,
  changed: 0x0002,
  unknown: 0x0004,
  unavailable: 0x0008,
  empty: 0x0010,
  present: 0x0020,
  mute: 0x0200,
} as const;

/** What happens to the card when a handle or a transaction is let go. */
export const disposition = { leave: 0, reset: 1, unpower: 2 } as const;
export type Disposition = (typeof disposition)[keyof typeof disposition];

/** The reader that is all readers: its state changes when one comes or goes. */
export const pnpName = '\\\\?PnP?\\Notification';

export interface Watched {
  readonly name: string;
  /** The state last seen, or `bits.unaware`. */
  readonly current: number;
}
export interface Seen {
  readonly name: string;
  readonly event: number;
  readonly atr: Uint8Array;
}
export interface Answer {
  readonly rv: number;
}

export interface PcscApi {
  establish(): Promise<Answer & { context: Handle }>;
  release(context: Handle): Promise<Answer>;
  listReaders(context: Handle): Promise<Answer & { names: readonly string[] }>;
  /** Waits at most `timeout` ms for a state other than `current`. */
  statusChange(
    context: Handle,
    timeout: number,
    watched: readonly Watched[],
  ): Promise<Answer & { seen: readonly Seen[] }>;
  /** Ends the `statusChange` that waits in this context; the one call that never queues behind another. */
  cancel(context: Handle): Promise<Answer>;
  /** Shared, T=0 or T=1. */
  connect(context: Handle, reader: string): Promise<Answer & { card: Handle; protocol: number }>;
  reconnect(card: Handle, initialisation: Disposition): Promise<Answer & { protocol: number }>;
  disconnect(card: Handle, what: Disposition): Promise<Answer>;
  begin(card: Handle): Promise<Answer>;
  end(card: Handle, what: Disposition): Promise<Answer>;
  transmit(card: Handle, protocol: number, command: Uint8Array): Promise<Answer & { response: Uint8Array }>;
  /** A command to the reader itself. */
  control(card: Handle, code: number, command: Uint8Array): Promise<Answer & { response: Uint8Array }>;
}
