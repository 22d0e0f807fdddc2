/**
 * @module The journal's file format: one line a record, `crc32 json\n`, version 1.
 * A line that is not whole, or whose checksum differs, ends what can be trusted: everything from there is cut and kept aside.
 */

import { crc32 } from 'node:zlib';
import type { Intent } from './types.ts';

export type LogRecord =
  | { readonly v: 1; readonly t: 'prepare' | 'record'; readonly at: number; readonly intent: Intent }
  | {
      readonly v: 1;
      readonly t: 'done' | 'dropped' | 'undecided' | 'delivered';
      readonly at: number;
      readonly id: string;
    }
  | {
      readonly v: 1;
      readonly t: 'receipt';
      readonly at: number;
      readonly event: string;
      readonly result: 'stored' | 'known' | 'refused';
      readonly why?: string;
    };

export function encodeLine(record: LogRecord): Uint8Array {
  const json = Buffer.from(JSON.stringify(record), 'utf8');
  return Buffer.concat([Buffer.from(`${checksum(json)} `, 'latin1'), json, Buffer.from('\n')]);
}

/** Records up to the first line that cannot be trusted, and how many bytes those take. */
export function decodeLines(bytes: Uint8Array): { records: LogRecord[]; good: number; newer: boolean } {
  const records: LogRecord[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at);
    if (end < 0) break;
    const record = decodeLine(bytes.subarray(at, end));
    if (record === undefined) break;
    if (record.v !== 1) return { records, good: at, newer: true };
    records.push(record);
    at = end + 1;
  }
  return { records, good: at, newer: false };
}

function decodeLine(line: Uint8Array): LogRecord | undefined {
  if (line.length < 10 || line[8] !== 32) return undefined;
  const json = line.subarray(9);
  if (Buffer.from(line.subarray(0, 8)).toString('latin1') !== checksum(json)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(json).toString('utf8'));
    return typeof value === 'object' && value !== null && 't' in value && 'v' in value
      ? (value as LogRecord)
      : undefined;
  } catch {
    return undefined;
  }
}

const checksum = (bytes: Uint8Array): string => crc32(bytes).toString(16).padStart(8, '0');
