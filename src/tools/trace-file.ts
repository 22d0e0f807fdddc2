/**
 * @module A trace as a file: JSON lines. First a header, then one line a call or event in the order in which they ended,
 * at last a line that says it is whole. Everything that a reader does not know is refused by the version, not guessed.
 */

import { Failure, type Say, say } from '../base/index.ts';
import type { Profile } from '../catalogue/schema.ts';
import { decodeBig5, encodeBig5 } from '../codec/index.ts';

export const traceVersion = 1;

/** Who a card says it is, in the trace's own (replaced) words. */
export interface TraceCard {
  readonly slot: number;
  readonly cardNo?: string;
  readonly name?: string;
  readonly personId?: string;
  readonly birthDate?: string;
  readonly sex?: string;
  readonly issueDate?: string;
}
export interface TraceHeader {
  readonly opencshis: 'trace';
  readonly v: typeof traceVersion;
  readonly profile: Profile;
  readonly version: string;
  readonly simulated: boolean;
  /** `replaced`: personal values were replaced by a key that is gone. `real`: they are as they were. */
  readonly values: 'replaced' | 'real';
  /** 13 ROC digits in the trace's own time, which is shifted like every date in it. */
  readonly started: string;
  readonly offlineMode: 'official' | 'delegated';
  readonly links: { readonly centre: boolean; readonly sam: boolean };
  /** Was the security module verified when it began? */
  readonly samVerified: boolean;
  /** Cards that were in when it began. */
  readonly cards: readonly TraceCard[];
}

/** Text that code page 950 writes back byte for byte stands as it reads; everything else as base64. */
export type Stored = number | string | { readonly base64: string };

export interface TraceCall {
  readonly call: string;
  readonly no: string;
  /** Milliseconds from the start to the call, and how long it took. */
  readonly t: number;
  readonly ms: number;
  readonly session: number;
  readonly program: number;
  readonly in: { readonly [param: string]: Stored };
  readonly code: number;
  readonly out: { readonly [param: string]: Stored };
  /** Length cells: what came in (null: the caller's side sized it by itself) and what went out. */
  readonly lengths: { readonly [param: string]: readonly [number | null, number | null] };
  readonly kind?: string;
}
export type TraceEvent =
  | { readonly event: 'card-in'; readonly t: number; readonly card: TraceCard }
  | { readonly event: 'card-out'; readonly t: number; readonly slot: number }
  | { readonly event: 'network'; readonly t: number; readonly centre: boolean; readonly sam: boolean }
  | { readonly event: 'pin'; readonly t: number; readonly card: 'hc' | 'hpc'; readonly purpose: string }
  | { readonly event: 'pin-ended'; readonly t: number; readonly how: string }
  | { readonly event: 'session-ended'; readonly t: number; readonly session: number };
export type TraceLine = TraceCall | TraceEvent;

export const isCall = <L extends TraceLine>(line: L): line is Extract<L, TraceCall> => 'call' in line;

export interface Trace {
  readonly header: TraceHeader;
  /** `at`: the line of the file. */
  readonly lines: readonly (TraceLine & { readonly at: number })[];
  /** False: its last line is missing; the recording was cut off. */
  readonly whole: boolean;
}
export type NumberedCall = TraceCall & { readonly at: number };

export const endLine = (lines: number): string => JSON.stringify({ end: true, lines });

export function storedOf(bytes: Uint8Array): Stored {
  const text = decodeBig5(bytes);
  const back = encodeBig5(text, 'keep');
  // A private mark for an odd byte, and a duplicate code, do not read back as they were.
  const plain = !/[\u{f0000}-\u{f00ff}]/u.test(text) && Buffer.compare(back, bytes) === 0;
  return plain ? text : { base64: Buffer.from(bytes).toString('base64') };
}
export function bytesOf(value: Stored | undefined): Uint8Array {
  if (value === undefined || typeof value === 'number') return new Uint8Array(0);
  return typeof value === 'string' ? encodeBig5(value, 'box') : Uint8Array.from(Buffer.from(value.base64, 'base64'));
}

/** Reads a trace; a last line that was cut off is left away. Fails with 6018, kind `trace-file`. */
export function parseTrace(text: string): Trace {
  const rows = text.split('\n');
  const first = parsed(rows[0] ?? '', 1, rows.length === 1) as Partial<TraceHeader> | undefined;
  if (first?.opencshis !== 'trace')
    throw bad(say({ zh: '這不是呼叫紀錄檔（第 1 行）', en: 'this is no trace (line 1)' }));
  if (first.v !== traceVersion)
    throw bad(say({ zh: '紀錄檔是較新版本寫的', en: 'this trace was written by a newer version' }));
  const lines: (TraceLine & { at: number })[] = [];
  let whole = false;
  rows.slice(1).forEach((row, index) => {
    const at = index + 2;
    if (row.trim() === '') return;
    const value = parsed(row, at, at === rows.length);
    if (value === undefined) return;
    if (value.end === true) whole = true;
    else if (isLine(value)) lines.push({ ...(value as unknown as TraceLine), at });
    else throw bad(say({ zh: `第 ${at} 行不是呼叫，也不是事件`, en: `line ${at} is neither a call nor an event` }));
  });
  return { header: first as TraceHeader, lines, whole };
}

type Loose = { readonly [name: string]: unknown };
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isLine(value: Loose): boolean {
  if (typeof value.t !== 'number') return false;
  if (typeof value.event === 'string') return true;
  return (
    typeof value.call === 'string' &&
    typeof value.code === 'number' &&
    typeof value.session === 'number' &&
    [value.in, value.out, value.lengths].every(isObject)
  );
}

function parsed(row: string, at: number, last: boolean): Loose | undefined {
  try {
    const value: unknown = JSON.parse(row);
    if (isObject(value)) return value;
  } catch (cause) {
    if (last && at > 1) return undefined;
    if (at > 1)
      throw new Failure(6018, {
        kind: 'trace-file',
        why: say({ zh: `第 ${at} 行讀不懂`, en: `line ${at} cannot be read` }),
        cause,
      });
  }
  if (at === 1) throw bad(say({ zh: '這不是呼叫紀錄檔（第 1 行）', en: 'this is no trace (line 1)' }));
  throw bad(say({ zh: `第 ${at} 行讀不懂`, en: `line ${at} cannot be read` }));
}
const bad = (why: Say): Failure =>
  new Failure(6018, {
    kind: 'trace-file',
    why,
    todo: say({ zh: '請以 opencshis trace record 重新錄製', en: 'record it again: opencshis trace record' }),
  });
