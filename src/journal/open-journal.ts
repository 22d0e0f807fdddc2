/** @module The journal over a store: an append-only file read once at opening, then answered from memory. */

import { type Clock, Failure, type Store, say } from '../base/index.ts';
import type { LedgerEvent } from '../centre/client/types.ts';
import { decodeLines, encodeLine, type LogRecord } from './log-lines.ts';
import type { Intent, IntentState, Journal, JournalEntry } from './types.ts';

const file = 'journal/log';

interface Kept {
  intent: Intent;
  state: IntentState;
  delivered: boolean;
  receipts: Map<string, 'stored' | 'known' | 'refused'>;
}

/**
 * Opens the journal of a world.
 *
 * A damaged tail (a torn last line, a bad sector) is cut, kept aside as `journal/cut-N`, and reported in `opened`:
 * a torn line was never answered; anything more is told to the operator. A newer format is refused untouched.
 */
export function openJournal(store: Store, clock: Clock): Journal {
  const kept = new Map<string, Kept>();
  const eventOwner = new Map<string, string>();
  const byRequest = new Map<string, string>();
  const unsent = new Set<string>();
  const marks: LogRecord[] = [];
  let latest = 0;

  const apply = (record: LogRecord): void => {
    latest = Math.max(latest, record.at);
    if ('intent' in record) {
      const { intent } = record;
      const state: IntentState = record.t === 'record' ? 'done' : 'prepared';
      kept.set(intent.id, { intent, state, delivered: false, receipts: new Map() });
      byRequest.set(`${intent.program}\n${intent.requestId}`, intent.id);
      for (const event of intent.events) eventOwner.set(event.id, intent.id);
      if (state === 'done') unsent.add(intent.id);
    } else if ('event' in record) {
      const owner = kept.get(eventOwner.get(record.event.replace(/\?$/, '')) ?? '');
      owner?.receipts.set(record.event, record.result);
      if (owner && pending(owner).length === 0) unsent.delete(owner.intent.id);
    } else {
      const entry = kept.get(record.id);
      if (entry === undefined) return;
      if (record.t === 'delivered') entry.delivered = true;
      else entry.state = record.t;
      if (entry.state === 'done' && !isSent(entry)) unsent.add(record.id);
      if (entry.state === 'dropped') unsent.delete(record.id);
      // The notice "in doubt" is an event of its own; a later `done` sends the visit itself.
      if (entry.state === 'undecided') unsent.add(record.id);
    }
  };

  const bytes = store.read(file) ?? new Uint8Array(0);
  const { records, good, newer } = decodeLines(bytes);
  if (newer) {
    throw new Failure(-1, {
      kind: 'newer-format',
      why: say({ zh: '日誌檔是較新版本的格式', en: 'the journal was written by a newer version' }),
      todo: say({ zh: '請改用寫入它的版本，或還原備份', en: 'use the version that wrote it, or restore a backup' }),
    });
  }
  for (const record of records) apply(record);
  let opened: Journal['opened'] = { cut: 0 };
  if (good < bytes.length) {
    const keptAs = `journal/cut-${store.list('journal').filter((name) => name.startsWith('cut-')).length + 1}`;
    store.write(keptAs, bytes.subarray(good));
    store.truncate(file, good);
    opened = { cut: bytes.length - good, keptAs };
  }

  const append = (record: LogRecord): void => {
    store.append(file, Buffer.concat([...marks.map(encodeLine), encodeLine(record)]));
    marks.length = 0;
    apply(record);
  };
  const flush = (): void => {
    if (marks.length === 0) return;
    store.append(file, Buffer.concat(marks.map(encodeLine)));
    marks.length = 0;
  };
  const view = (entry: Kept): JournalEntry => ({
    ...entry.intent,
    state: entry.state,
    delivered: entry.delivered,
    sent: isSent(entry),
  });
  const all = (): JournalEntry[] => [...kept.values()].map(view);

  return {
    prepare: (intent) => append({ v: 1, t: 'prepare', at: clock.now(), intent }),
    done(what) {
      if (typeof what === 'string') append({ v: 1, t: 'done', at: clock.now(), id: what });
      else append({ v: 1, t: 'record', at: clock.now(), intent: what });
    },
    dropped: (id) => append({ v: 1, t: 'dropped', at: clock.now(), id }),
    undecided: (id) => append({ v: 1, t: 'undecided', at: clock.now(), id }),
    delivered(id) {
      const entry = kept.get(id);
      if (entry === undefined || entry.delivered) return;
      const mark: LogRecord = { v: 1, t: 'delivered', at: clock.now(), id };
      apply(mark);
      // Rides with the next append: losing it only answers the same visit once more.
      marks.push(mark);
      if (marks.length === 1) clock.after(200, flush);
    },
    receipt: (event, result, why) =>
      append({ v: 1, t: 'receipt', at: clock.now(), event, result, ...(why === undefined ? {} : { why }) }),
    get(id) {
      const entry = kept.get(id);
      return entry && view(entry);
    },
    open: (cardNo) =>
      all().filter(
        (entry) =>
          (entry.state === 'prepared' || entry.state === 'undecided') &&
          (cardNo === undefined || entry.cardNo === cardNo),
      ),
    replay: (match) =>
      all()
        .filter(
          (entry) =>
            entry.state === 'done' &&
            !entry.delivered &&
            entry.program === match.program &&
            entry.inputs === match.inputs &&
            entry.api === match.api &&
            entry.cardNo === match.cardNo,
        )
        .at(-1),
    byRequest(requestId, program) {
      const entry = kept.get(byRequest.get(`${program}\n${requestId}`) ?? '');
      return entry && view(entry);
    },
    waiting: () =>
      [...unsent].flatMap((id) => {
        const entry = kept.get(id);
        return entry ? pending(entry) : [];
      }),
    entries: (filter = {}) =>
      all().filter(
        (entry) =>
          (filter.since === undefined || entry.preparedAt >= filter.since) &&
          (filter.states === undefined || filter.states.includes(entry.state)),
      ),
    latestTime: () => latest,
    opened,
    close: flush,
  };
}

/** Id of the notice that an intent is in doubt; the visit's own event keeps its own id for later. */
export const inDoubtId = (eventId: string): string => `${eventId}?`;

function pending(entry: Kept): LedgerEvent[] {
  if (entry.state === 'done') return entry.intent.events.filter((event) => !entry.receipts.has(event.id));
  if (entry.state !== 'undecided') return [];
  return entry.intent.events
    .filter((event) => !entry.receipts.has(inDoubtId(event.id)))
    .map((event) => ({ ...event, id: inDoubtId(event.id), type: 'in-doubt' as const, resolves: event.id }));
}

function isSent(entry: Kept): boolean {
  return entry.state === 'done' && entry.intent.events.every((event) => entry.receipts.has(event.id));
}
