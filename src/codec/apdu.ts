/** @module ISO 7816-4 command and response APDUs, short form; response chaining that cannot be made to run for ever. */

import { Failure, say } from '../base/index.ts';

export interface Command {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data?: Uint8Array;
  /** Expected length, 1-256; none where it is left out. */
  readonly le?: number;
}

/** Bytes of a short command APDU (cases 1 to 4). At most 255 bytes of data. */
export function encodeCommand(command: Command): Uint8Array {
  const data = command.data ?? new Uint8Array(0);
  if (data.length > 255) throw new RangeError('a short command holds at most 255 bytes');
  if (command.le !== undefined && (command.le < 1 || command.le > 256)) throw new RangeError('Le is 1 to 256');
  const bytes = [command.cla, command.ins, command.p1, command.p2];
  if (data.length > 0) bytes.push(data.length, ...data);
  if (command.le !== undefined) bytes.push(command.le & 0xff);
  return Uint8Array.from(bytes);
}

/** The parts of a short command APDU, or undefined when its lengths do not fit. */
export function decodeCommand(bytes: Uint8Array): Command | undefined {
  const [cla, ins, p1, p2, p3] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return undefined;
  const base = { cla, ins, p1, p2 };
  if (p3 === undefined) return base;
  if (bytes.length === 5) return { ...base, le: p3 === 0 ? 256 : p3 };
  if (p3 === 0 || bytes.length < 5 + p3 || bytes.length > 6 + p3) return undefined;
  const data = bytes.slice(5, 5 + p3);
  const last = bytes[5 + p3];
  return last === undefined ? { ...base, data } : { ...base, data, le: last === 0 ? 256 : last };
}

export interface Response {
  readonly data: Uint8Array;
  readonly sw: number;
}

export function decodeResponse(bytes: Uint8Array): Response {
  if (bytes.length < 2 || bytes.length > 258) throw badAnswer();
  const end = bytes.length - 2;
  return { data: bytes.slice(0, end), sw: (bytes[end] ?? 0) * 256 + (bytes[end + 1] ?? 0) };
}

export const encodeResponse = (sw: number, data: Uint8Array = new Uint8Array(0)): Uint8Array => {
  const out = new Uint8Array(data.length + 2);
  out.set(data);
  out.set([sw >> 8, sw & 0xff], data.length);
  return out;
};

/** Status words that this program gives or understands. */
export const sw = {
  ok: 0x9000,
  wrongLength: 0x6700,
  memoryFailure: 0x6581,
  securityNotSatisfied: 0x6982,
  pinBlocked: 0x6983,
  conditionsNotSatisfied: 0x6985,
  wrongData: 0x6a80,
  fileNotFound: 0x6a82,
  notEnoughMemory: 0x6a84,
  wrongParameters: 0x6b00,
  insNotSupported: 0x6d00,
  claNotSupported: 0x6e00,
  dataNotFound: 0x6a88,
} as const;

/**
 * Sends a command and follows 61xx (GET RESPONSE) and 6Cxx (again with the right Le), at most `limit` times in all,
 * so that a card that never ends is a typed failure (4000, kind `card-answer`).
 */
export async function exchange(
  transmit: (command: Uint8Array) => Promise<Uint8Array>,
  command: Command,
  limit: number,
): Promise<Response> {
  let response = decodeResponse(await transmit(encodeCommand(command)));
  const parts: Uint8Array[] = [];
  let current = command;
  for (let turn = 0; ; turn++) {
    const kind = response.sw >> 8;
    if (kind !== 0x61 && kind !== 0x6c) break;
    if (turn >= limit) throw badAnswer();
    const le = (response.sw & 0xff) === 0 ? 256 : response.sw & 0xff;
    if (kind === 0x61) {
      parts.push(response.data);
      current = { cla: command.cla & 0x03, ins: 0xc0, p1: 0, p2: 0, le };
    } else {
      current = { ...current, le };
    }
    response = decodeResponse(await transmit(encodeCommand(current)));
  }
  if (parts.length === 0) return response;
  parts.push(response.data);
  return { data: new Uint8Array(Buffer.concat(parts)), sw: response.sw };
}

const badAnswer = (): Failure =>
  new Failure(4000, {
    kind: 'card-answer',
    why: say({ zh: '卡片的回應不合規格', en: 'the card answered outside the standard' }),
    todo: say({ zh: '請取出卡片、擦拭晶片後重新插入', en: 'take the card out, wipe its chip, put it back' }),
  });
