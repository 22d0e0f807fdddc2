/** @module Whatever bytes a card holds: read as they are, and written back unchanged. */

import { hcRecords } from '../../../src/card/files/hc.ts';
import { hpcRecords } from '../../../src/card/files/hpc.ts';
import { records } from '../../../src/catalogue/index.ts';
import type { RecordSpec } from '../../../src/catalogue/schema.ts';
import { decodeRecord, encodeRecord } from '../../../src/codec/index.ts';

const specs: readonly RecordSpec[] = [
  ...Object.values(hcRecords as { readonly [name: string]: RecordSpec }),
  ...Object.values(hpcRecords as { readonly [name: string]: RecordSpec }),
  ...Object.values(records as { readonly [name: string]: RecordSpec }),
];

export function fuzz(data: Uint8Array): void {
  const spec = specs[(data[0] ?? 0) % specs.length];
  if (spec === undefined) return;
  const bytes = new Uint8Array(spec.length).fill(0x20);
  bytes.set(data.subarray(1, 1 + spec.length));
  const again = encodeRecord(spec, decodeRecord(spec, bytes) as never, bytes);
  if (Buffer.compare(again, bytes) !== 0 && !hasGap(spec)) throw new Error(`${spec.name} did not keep its bytes`);
}

/** Bytes that belong to no field are written as they were, too; a layout that covers less than its length is known. */
const hasGap = (spec: RecordSpec): boolean =>
  Object.values(spec.parts).reduce((sum, part) => sum + width(part), 0) < spec.length;
const width = (part: RecordSpec['parts'][string]): number =>
  'fields' in part ? part.count * part.length : part.to - part.from + 1;
