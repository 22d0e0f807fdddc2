/** @module The day's rows from the journal, and which of them somebody looks for. Pure. */

import type { JournalEntry, JournalEvent, Words } from '../../../client/index.ts';
import { say } from '../../words.ts';

export type Kind = 'visit' | 'no-card' | 'exception' | 'undo' | 'contents' | 'care' | 'upload';
/** `waiting`: done, and not yet at the centre. */
export type RowState = 'sent' | 'waiting' | 'refused' | 'in-doubt' | 'dropped';
export interface Row {
  readonly id: string;
  readonly kind: Kind;
  readonly state: RowState;
  /** 13 ROC digits; of an upload when it was journalled. */
  readonly time: string;
  readonly preparedAt: number;
  readonly personId: string;
  readonly cardNo: string;
  readonly treatItem: string;
  readonly seqNumber: string;
  readonly treatNum: string;
  readonly signature: string;
  readonly exceptionCode: string;
  readonly sameDay: boolean;
  readonly byHand: boolean;
  /** A visit that was taken back afterwards. */
  readonly undone: boolean;
  /** An identifier that was had later for an exception, or a visit linked to one. */
  readonly recovered: boolean;
  /** An exception for which an identifier was had. */
  readonly mended: boolean;
  readonly delivered: boolean;
  readonly refused: string;
  readonly receipt: string;
}

export const kindWords: { readonly [K in Kind]: Words } = {
  visit: say('掛號', 'visit'),
  'no-card': say('無卡識別碼', 'identifier without a card'),
  exception: say('異常登錄', 'exception'),
  undo: say('退掛', 'undone visit'),
  contents: say('卡片更新', 'card updated'),
  care: say('寫入診療', 'care written'),
  upload: say('上傳', 'upload'),
};
export const stateWords: { readonly [S in RowState]: Words } = {
  sent: say('已送達', 'at the centre'),
  waiting: say('待送', 'waiting'),
  refused: say('中心拒收', 'refused'),
  'in-doubt': say('尚不確定', 'in doubt'),
  dropped: say('未發生', 'did not happen'),
};

function stateOf(entry: JournalEntry): RowState {
  if (entry.state === 'dropped') return 'dropped';
  if (entry.state !== 'done') return 'in-doubt';
  if (entry.refused !== undefined) return 'refused';
  return entry.sent ? 'sent' : 'waiting';
}
const visitKey = (event: Pick<JournalEvent, 'personId' | 'dateTime'>): string => `${event.personId} ${event.dateTime}`;

/** The newest first. `rocOf` gives the digits of a moment. */
export function rowsOf(entries: readonly JournalEntry[], rocOf: (epoch: number) => string): Row[] {
  const undone = new Set<string>();
  const mended = new Set<string>();
  const exceptions = new Set<string>();
  for (const entry of entries) {
    if (entry.state !== 'done') continue;
    for (const event of entry.events) {
      if (event.type === 'undo') undone.add(visitKey(event));
      if (event.type === 'exception') exceptions.add(event.id);
      else if (event.linkedTo !== undefined) mended.add(event.linkedTo);
    }
  }
  const rows = entries.flatMap((entry): Row[] => {
    const event = entry.events[0];
    const kind = entry.upload === undefined ? event?.type : 'upload';
    if (kind === undefined || kind === 'in-doubt') return [];
    return [
      {
        id: entry.id,
        kind,
        state: stateOf(entry),
        time: event?.dateTime ?? rocOf(entry.preparedAt),
        preparedAt: entry.preparedAt,
        personId: event?.personId ?? '',
        cardNo: event?.cardNo ?? entry.cardNo ?? '',
        treatItem: event?.treatItem ?? '',
        seqNumber: event?.seqNumber ?? '',
        treatNum: event?.treatNum ?? '',
        signature: event?.signature ?? '',
        exceptionCode: event?.exceptionCode ?? '',
        sameDay: event?.sameDay === true,
        byHand: event?.timeStatedByHand === true,
        undone: event?.type === 'visit' && undone.has(visitKey(event)),
        recovered: kind === 'no-card' && event?.linkedTo !== undefined && exceptions.has(event.linkedTo),
        mended: kind === 'exception' && mended.has(entry.id),
        delivered: entry.delivered,
        refused: entry.refused ?? '',
        receipt: receiptOf(entry),
      },
    ];
  });
  return rows.sort((one, other) => other.preparedAt - one.preparedAt);
}
const receiptOf = ({ upload }: JournalEntry): string => {
  if (upload === undefined) return '';
  const { number, id, receivedAt } = upload;
  return [number ?? id, receivedAt].filter((one) => one !== undefined).join(' ');
};

export interface Wanted {
  readonly text: string;
  readonly kind: Kind | 'recovered' | '';
  readonly state: RowState | 'open' | '';
}
/** Whatever is not settled: waiting, refused, in doubt, an exception without an identifier. */
export const isOpen = (row: Row): boolean =>
  row.state === 'waiting' || row.state === 'refused' || row.state === 'in-doubt' || needsIdentifier(row);
export const needsIdentifier = (row: Row): boolean =>
  row.state !== 'in-doubt' &&
  row.state !== 'dropped' &&
  ((row.kind === 'exception' && !row.mended) || (row.kind === 'visit' && row.treatNum === '' && !row.undone));

export function matching(rows: readonly Row[], wanted: Wanted): readonly Row[] {
  const words = wanted.text.trim().toUpperCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (wanted.kind === '' || (wanted.kind === 'recovered' ? row.recovered : row.kind === wanted.kind)) &&
      (wanted.state === '' || (wanted.state === 'open' ? isOpen(row) : row.state === wanted.state)) &&
      words.every((word) =>
        [row.personId, row.treatNum, row.cardNo, row.seqNumber, row.time, row.treatItem, row.exceptionCode].some(
          (value) => value.toUpperCase().includes(word),
        ),
      ),
  );
}
