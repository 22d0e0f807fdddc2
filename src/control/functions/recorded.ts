/** @module What the data centre hears of a writing function: the very bytes that it put on the card. Pure. */

import { type HcFileName, type HcFiles, hcRecords } from '../../card/index.ts';
import type { RecordSpec } from '../../catalogue/schema.ts';
import type { LedgerEvent } from '../../centre/client/types.ts';
import { encodeRecord, isGroup } from '../../codec/index.ts';
import type { EventDraft, View } from '../decide.ts';

type Recorded = NonNullable<LedgerEvent['recorded']>[number];
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A whole file. */
export const recordedFile = <N extends HcFileName>(file: N, value: HcFiles[N]): Recorded => ({
  file,
  bytes: base64(encodeRecord(hcRecords[file] as RecordSpec, value as never)),
});

/** One group of a file: a visit, or what went into the rotation. */
export function recordedGroup(file: HcFileName, value: object): Recorded {
  const spec: RecordSpec = hcRecords[file];
  const group = Object.values(spec.parts).find(isGroup);
  if (group === undefined) throw new TypeError(`${file} has no groups`);
  const one: RecordSpec = { name: file, length: group.length, title: group.title, parts: group.fields };
  return { file, group: true, bytes: base64(encodeRecord(one, value as never)) };
}

/** The event itself; `dateTime` is the visit's, or the time of writing where no visit takes part. */
export const careEvent = (view: Pick<View, 'basic'>, dateTime: string, recorded: readonly Recorded[]): EventDraft => ({
  type: 'care',
  dateTime,
  personId: view.basic.personId,
  cardNo: view.basic.cardNo,
  recorded,
});
