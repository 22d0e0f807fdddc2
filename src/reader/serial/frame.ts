/**
 * @module Frames of CCID over serial: SYNC, control byte, one CCID message, check. A byte that was lost, added or changed
 * costs a frame, never more; what follows is found again.
 *
 * The check is the usual XOR of all bytes before it (LRC), or where both sides know it CRC-32 (little-endian; bit 7 of the
 * control byte says so): one byte lets a 256th of all noise through, which is too much for a health card.
 */

import { crc32 } from 'node:zlib';
import { messageLength } from './ccid.ts';

export type Check = 'lrc' | 'crc';
const sync = 0x03;
const ack = 0x06;
const nak = 0x15;
const withCrc = 0x80;

export type FrameEvent =
  | { readonly kind: 'message'; readonly message: Uint8Array; readonly check: Check }
  /** The other side asks for the last frame again. */
  | { readonly kind: 'nak' }
  /** Something that began like a frame and was none. */
  | { readonly kind: 'bad' };

const checks: { readonly [C in Check]: { readonly length: number; of(bytes: Uint8Array): Uint8Array } } = {
  lrc: { length: 1, of: (bytes) => Uint8Array.of(bytes.reduce((sum, byte) => sum ^ byte, 0)) },
  crc: {
    length: 4,
    of(bytes) {
      const out = Buffer.alloc(4);
      out.writeUInt32LE(crc32(bytes));
      return out;
    },
  },
};

function frame(control: number, message: Uint8Array, check: Check): Uint8Array {
  const head = Buffer.concat([Uint8Array.of(sync, control | (check === 'crc' ? withCrc : 0)), message]);
  return new Uint8Array(Buffer.concat([head, checks[check].of(head)]));
}

/** One message as it goes over the line. */
export const encodeFrame = (message: Uint8Array, check: Check): Uint8Array => frame(ack, message, check);
/** "The last one was damaged: again." */
export const encodeNak = (check: Check): Uint8Array => frame(nak, new Uint8Array(0), check);

export interface FrameParser {
  push(bytes: Uint8Array): FrameEvent[];
  /** Nothing came for a while: the rest of what has begun will not come. */
  silence(): FrameEvent[];
  /** Bytes that wait for the rest of their frame. */
  readonly waiting: number;
}

/**
 * Finds frames in bytes, whatever comes between them.
 *
 * @example
 * const parser = frameParser();
 * parser.push(encodeFrame(message, 'crc')); // [{ kind: 'message', message, check: 'crc' }]
 */
export function frameParser(): FrameParser {
  let held = Buffer.alloc(0);
  /** What the first byte begins: a frame, nothing yet, or no frame at all. */
  const first = (): { readonly event: FrameEvent; readonly length: number } | 'more' | 'none' => {
    if (held[0] !== sync) return 'none';
    const control = held[1];
    if (control === undefined) return 'more';
    const check: Check = (control & withCrc) === 0 ? 'lrc' : 'crc';
    const meant = control & ~withCrc;
    if (meant !== ack && meant !== nak) return 'none';
    const length = meant === nak ? 0 : messageLength(held.subarray(2));
    if (length === 'more' || length === 'none') return length;
    const end = 2 + length;
    if (held.length < end + checks[check].length) return 'more';
    const whole = end + checks[check].length;
    const right = Buffer.compare(checks[check].of(held.subarray(0, end)), held.subarray(end, whole)) === 0;
    // Within a damaged frame the next one may have begun: one byte alone is passed over.
    if (!right) return { event: { kind: 'bad' }, length: 1 };
    const message = new Uint8Array(held.subarray(2, end));
    return { event: meant === nak ? { kind: 'nak' } : { kind: 'message', message, check }, length: whole };
  };
  const read = (): FrameEvent[] => {
    const events: FrameEvent[] = [];
    while (held.length > 0) {
      const found = first();
      if (found === 'more') break;
      if (found !== 'none') events.push(found.event);
      held = held.subarray(found === 'none' ? 1 : found.length);
    }
    return events;
  };
  return {
    push(bytes) {
      held = Buffer.concat([held, bytes]);
      return read();
    },
    silence() {
      if (held.length === 0) return [];
      const events: FrameEvent[] = [{ kind: 'bad' }];
      while (held.length > 0) {
        held = held.subarray(1);
        events.push(...read());
      }
      return events;
    },
    get waiting() {
      return held.length;
    },
  };
}
