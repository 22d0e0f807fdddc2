/** @module CCID messages (USB CCID 1.1, chapter 6) as far as this room speaks them, in bytes and out of them. */

import { serialLimits } from './limits.ts';

/** Commands to the reader. */
export const ask = {
  powerOn: 0x62,
  powerOff: 0x63,
  slotStatus: 0x65,
  secure: 0x69,
  escape: 0x6b,
  transfer: 0x6f,
  abort: 0x72,
} as const;
/** Answers of the reader, and what it tells by itself. */
export const tell = { data: 0x80, slotStatus: 0x81, escape: 0x83, slotChange: 0x50 } as const;
const known: ReadonlySet<number> = new Set([...Object.values(ask), ...Object.values(tell)]);
/** Answers that belong to each command. */
export const answers: { readonly [command: number]: number } = {
  [ask.powerOn]: tell.data,
  [ask.powerOff]: tell.slotStatus,
  [ask.slotStatus]: tell.slotStatus,
  [ask.secure]: tell.data,
  [ask.escape]: tell.escape,
  [ask.transfer]: tell.data,
  [ask.abort]: tell.slotStatus,
};

export const icc = { active: 0, inactive: 1, absent: 2 } as const;
export const outcome = { done: 0, failed: 1, working: 2 } as const;
/** bError, of a command that failed. */
export const failed = {
  notSupported: 0x00,
  slotBusy: 0xe0,
  pinCancelled: 0xef,
  pinTimeout: 0xf0,
  hardware: 0xfb,
  mute: 0xfe,
  aborted: 0xff,
} as const;
/** Of a command or an answer in several messages: the whole, the first, the last, one between, "go on". */
export const chain = { whole: 0, begins: 1, ends: 2, continues: 3, next: 0x10 } as const;

const head = 10;

/** The length of the message that begins with these bytes. */
export function messageLength(bytes: Uint8Array): number | 'more' | 'none' {
  const [type] = bytes;
  if (type === undefined) return 'more';
  if (type === tell.slotChange) return 2;
  if (!known.has(type)) return 'none';
  if (bytes.length < 5) return 'more';
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true);
  return length > serialLimits.block ? 'none' : head + length;
}

export interface AskMessage {
  readonly type: number;
  readonly slot: number;
  readonly seq: number;
  /** Bytes 8 to 10: a level parameter, in transfers. */
  readonly level: number;
  readonly data: Uint8Array;
}
export interface TellMessage {
  readonly type: number;
  readonly slot: number;
  readonly seq: number;
  readonly icc: number;
  readonly outcome: number;
  readonly error: number;
  readonly chain: number;
  readonly data: Uint8Array;
}

function message(type: number, slot: number, seq: number, rest: readonly number[], data: Uint8Array): Uint8Array {
  const out = new Uint8Array(head + data.length);
  out[0] = type;
  new DataView(out.buffer).setUint32(1, data.length, true);
  out.set([slot, seq, ...rest], 5);
  out.set(data, head);
  return out;
}
/** In a transfer bytes 9 and 10 hold the level, elsewhere they are zero as byte 8 is. */
export const encodeAsk = ({ type, slot, seq, level, data }: AskMessage): Uint8Array =>
  message(type, slot, seq, [0, level & 0xff, level >> 8], data);
export const encodeTell = ({ type, slot, seq, icc, outcome, error, chain, data }: TellMessage): Uint8Array =>
  message(type, slot, seq, [icc | (outcome << 6), error, chain], data);

/** Undefined: no message of this kind. */
export function decodeAsk(bytes: Uint8Array): AskMessage | undefined {
  const [type = 0] = bytes;
  if (bytes.length < head || answers[type] === undefined) return undefined;
  const [, , , , , slot = 0, seq = 0, , low = 0, high = 0] = bytes;
  return { type, slot, seq, level: low | (high << 8), data: bytes.slice(head) };
}
export function decodeTell(bytes: Uint8Array): TellMessage | undefined {
  const [type = 0] = bytes;
  if (bytes.length < head || !Object.values(answers).includes(type)) return undefined;
  const [, , , , , slot = 0, seq = 0, status = 0, error = 0, link = 0] = bytes;
  if ((status & 0x3c) !== 0 || (status & 3) === 3 || status >> 6 === 3) return undefined;
  return { type, slot, seq, icc: status & 3, outcome: status >> 6, error, chain: link, data: bytes.slice(head) };
}

/** Which slots hold a card and which changed, two bits a slot; at most four slots. */
export const encodeSlotChange = (slots: readonly { readonly present: boolean; readonly changed: boolean }[]) =>
  Uint8Array.of(
    tell.slotChange,
    slots.reduce(
      (bits, { present, changed }, at) => bits | ((Number(present) | (Number(changed) << 1)) << (2 * at)),
      0,
    ),
  );
export const isSlotChange = (bytes: Uint8Array): boolean => bytes[0] === tell.slotChange && bytes.length === 2;
