/** @module Do a card and the centre's ledger say the same? Field by field and byte by byte. */

import assert from 'node:assert/strict';
import { type CardImage, hcFileMap, hcRecords } from '../../src/card/index.ts';
import type { RecordSpec } from '../../src/catalogue/index.ts';
import type { LedgerEvent } from '../../src/centre/client/index.ts';
import { decodeRecord } from '../../src/codec/index.ts';

interface Holder {
  readonly handle: string;
  readonly hospId: string;
}
type FileName = keyof typeof hcFileMap;

/** The six visits on the card, newest first, field by field; and all that was written besides, byte by byte. */
export function sameAsLedger(patient: Holder, image: CardImage, events: readonly LedgerEvent[]): void {
  const bytesOf = (file: FileName): Buffer =>
    Buffer.from(image.files[hcFileMap[file].fid.toString(16)] ?? '', 'base64');
  const undone = new Set(events.filter((event) => event.type === 'undo').map((event) => event.dateTime));
  const here = decodeRecord(hcRecords.visits, bytesOf('visits')).visits.filter(
    (visit) => visit.visitTime !== '' && visit.hospId === patient.hospId,
  );
  const expected = events
    .filter((event) => event.type === 'visit')
    .sort((a, b) => (a.dateTime < b.dateTime ? 1 : -1))
    .slice(0, here.length === 6 ? 6 : undefined);
  assert.deepEqual(
    here.map((visit) => [visit.visitTime, visit.treatItem, visit.seqNumber, visit.treatNum, visit.undone === 'Y']),
    expected.map((event) => [
      event.dateTime,
      event.treatItem,
      event.seqNumber ?? '',
      event.treatNum ?? '',
      undone.has(event.dateTime),
    ]),
    `${patient.handle}: the visits on the card`,
  );
  careOnCard(patient, events, bytesOf);
}

function careOnCard(patient: Holder, events: readonly LedgerEvent[], bytesOf: (file: FileName) => Buffer): void {
  const files = new Map<string, Buffer>();
  const groups = new Map<string, Buffer[]>();
  for (const event of events) {
    for (const part of event.recorded ?? []) {
      const bytes = Buffer.from(part.bytes, 'base64');
      // A whole file is what it then was; groups that came later went into it.
      if (part.group) {
        groups.set(part.file, [...(groups.get(part.file) ?? []), bytes]);
        files.delete(part.file);
      } else {
        files.set(part.file, bytes);
        groups.delete(part.file);
      }
    }
  }
  for (const [file, bytes] of files) {
    // Values: a file that was only ever read as empty holds blanks where an empty one that was written has zeros.
    const spec = (hcRecords as { [name: string]: RecordSpec })[file];
    assert.ok(spec);
    assert.deepEqual(
      decodeRecord(spec, bytesOf(file as FileName)),
      decodeRecord(spec, bytes),
      `${patient.handle}: ${file}`,
    );
  }
  for (const [file, written] of groups) {
    if (file === 'visits') continue;
    const whole = bytesOf(file as FileName);
    const group = Object.values((hcRecords as { [name: string]: RecordSpec })[file]?.parts ?? {}).find(
      (part) => 'fields' in part,
    );
    assert.ok(group && 'count' in group);
    const held = Array.from({ length: group.count }, (_, at) =>
      whole.subarray(group.from - 1 + at * group.length, group.from - 1 + (at + 1) * group.length).toString('hex'),
    );
    const newest = written.slice(-group.count).map((bytes) => bytes.toString('hex'));
    const blank = held.filter((bytes) => /^(20)*$/.test(bytes)).length;
    const mine = held.filter((bytes) => newest.includes(bytes)).length;
    assert.ok(
      mine >= Math.min(newest.length, group.count - blank),
      `${patient.handle}: ${file} holds what was written last`,
    );
    for (const bytes of newest) assert.ok(held.includes(bytes), `${patient.handle}: ${file} has all that was written`);
  }
}
