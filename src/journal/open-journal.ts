/**
 * @module The journal over a store: an append-only file, read at opening. What may still matter (not decided, not sent, not
 * delivered, an exception that a visit may be linked to) is answered from memory; what is settled is history, on disk alone.
 */

import { type Clock, Failure, limits, type Store, say } from '../base/index.ts';
import type { LedgerEvent } from '../centre/client/types.ts';
import { decodeLines, encodeLine, type LogRecord } from './log-lines.ts';
import type { Intent, IntentState, Journal, JournalEntry } from './types.ts';

const folder = 'journal';
const file = `${folder}/log`;
const pastName = /^past-(\d+)$/;

interface Receipt {
  readonly result: 'stored' | 'known' | 'refused';
  readonly why?: string;
}
interface Kept {
  intent: Intent;
  state: IntentState;
  delivered: boolean;
  receipts: Map<string, Receipt>;
}

/**
 * Opens the journal of a world.
 *
 * A damaged tail (a torn last line, a bad sector) is cut, kept aside as `journal/cut-N`, and reported in `opened`:
 * a torn line was never answered; anything more is told to the operator. A newer format is refused untouched.
 * A log that has grown is put aside as `journal/past-TIME`, and what may still matter begins the new one.
 */
export function openJournal(store: Store, clock: Clock): Journal {
  const book = new Book();
  const byRequest = new Map<string, string>();
  const unsent = new Set<string>();
  const undecided = new Set<string>();
  const refused = new Set<string>();
  const undelivered = new Map<string, Set<string>>();
  const marks: LogRecord[] = [];
  let latest = 0;

  const index = (entry: Kept): void => {
    const { intent } = entry;
    const { id } = intent;
    byRequest.set(requestKey(intent.program, intent.requestId), id);
    put(unsent, id, pending(entry).length > 0);
    put(refused, id, refusals(entry).length > 0);
    put(undecided, id, entry.state === 'prepared' || entry.state === 'undecided');
    const key = replayKey(intent);
    const same = undelivered.get(key) ?? new Set();
    put(same, id, entry.state === 'done' && !entry.delivered);
    if (same.size > 0) undelivered.set(key, same);
    else undelivered.delete(key);
  };
  const forget = (entry: Kept): void => {
    const { intent } = entry;
    book.delete(intent);
    for (const ids of [unsent, undecided, refused]) ids.delete(intent.id);
    const key = requestKey(intent.program, intent.requestId);
    if (byRequest.get(key) === intent.id) byRequest.delete(key);
    const same = undelivered.get(replayKey(intent));
    same?.delete(intent.id);
    if (same?.size === 0) undelivered.delete(replayKey(intent));
  };
  const apply = (record: LogRecord): void => {
    latest = Math.max(latest, record.at);
    const entry = book.apply(record);
    if (entry === undefined) return;
    index(entry);
    if (isSettled(entry, clock.now(), book)) forget(entry);
  };
  const forgetSettled = (): void => {
    for (const entry of book.all()) if (isSettled(entry, clock.now(), book)) forget(entry);
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
  for (const record of records) {
    latest = Math.max(latest, record.at);
    const entry = book.apply(record);
    if (entry) index(entry);
  }
  forgetSettled();
  let opened: Journal['opened'] = { cut: 0 };
  if (good < bytes.length) {
    const keptAs = `${folder}/cut-${store.list(folder).filter((name) => name.startsWith('cut-')).length + 1}`;
    store.write(keptAs, bytes.subarray(good));
    store.truncate(file, good);
    opened = { cut: bytes.length - good, keptAs };
  }

  /** Bytes that this log holds besides what may still matter. */
  let grown = good;
  const write = (lines: readonly LogRecord[]): void => {
    const text = Buffer.concat(lines.map(encodeLine));
    store.append(file, text);
    grown += text.length;
  };
  const append = (record: LogRecord): void => {
    write([...marks, record]);
    marks.length = 0;
    apply(record);
    if (grown > limits.journalSegment) turnOver();
  };
  const flush = (): void => {
    if (marks.length === 0) return;
    write(marks);
    marks.length = 0;
    if (grown > limits.journalSegment) turnOver();
  };
  /** Rides with the next append, or is written in a moment. */
  const mark = (record: LogRecord): void => {
    apply(record);
    marks.push(record);
    if (marks.length > 1) return;
    clock.after(200, () => {
      try {
        flush();
      } catch (error) {
        // A full disk: they ride with the next append that finds room.
        if (!(error instanceof Failure)) throw error;
      }
    });
  };
  /** Copy first, then replace the log whole: a power cut in between leaves the history twice, which reads as once. */
  const turnOver = (): void => {
    grown = 0;
    forgetSettled();
    try {
      const whole = store.read(file);
      const after = (pastFiles().at(-1)?.until ?? 0) + 1;
      if (whole) store.write(`${folder}/past-${Math.max(clock.now(), after)}`, whole);
      store.write(file, Buffer.concat([...book.all().flatMap(linesOf), clockMark(latest)].map(encodeLine)));
      const oldest = clock.now() - limits.journalHistory;
      for (const past of pastFiles()) if (past.until < oldest) store.remove(past.name);
    } catch (error) {
      // A full disk: the log as it is stays good, and the next megabytes try again.
      if (!(error instanceof Failure)) throw error;
    }
  };
  const pastFiles = () =>
    store
      .list(folder)
      .flatMap((name) => {
        const until = Number(pastName.exec(name)?.[1] ?? Number.NaN);
        return Number.isNaN(until) ? [] : [{ name: `${folder}/${name}`, until }];
      })
      .sort((one, other) => one.until - other.until);

  return {
    prepare: (intent) => append({ v: 1, t: 'prepare', at: clock.now(), intent }),
    done(what) {
      if (typeof what === 'string') append({ v: 1, t: 'done', at: clock.now(), id: what });
      else append({ v: 1, t: 'record', at: clock.now(), intent: what });
    },
    dropped: (id) => append({ v: 1, t: 'dropped', at: clock.now(), id }),
    undecided: (id) => append({ v: 1, t: 'undecided', at: clock.now(), id }),
    delivered(id) {
      const entry = book.get(id);
      if (entry === undefined || entry.delivered) return;
      // Losing it only answers the same visit once more.
      mark({ v: 1, t: 'delivered', at: clock.now(), id });
    },
    // Losing it only sends the same event once more, which the centre knows by its id.
    receipt: (event, result, why) =>
      mark({ v: 1, t: 'receipt', at: clock.now(), event, result, ...(why === undefined ? {} : { why }) }),
    get(id) {
      const entry = book.get(id);
      return entry && view(entry);
    },
    open: (cardNo) =>
      [...undecided].flatMap((id) => {
        const entry = book.get(id);
        return entry && (cardNo === undefined || entry.intent.cardNo === cardNo) ? [view(entry)] : [];
      }),
    replay(match) {
      const newest = [...(undelivered.get(replayKey(match)) ?? [])].at(-1);
      const entry = newest === undefined ? undefined : book.get(newest);
      return entry && view(entry);
    },
    byRequest(requestId, program) {
      const entry = book.get(byRequest.get(requestKey(program, requestId)) ?? '');
      return entry && view(entry);
    },
    waiting: (most = Number.POSITIVE_INFINITY) => {
      const out: LedgerEvent[] = [];
      for (const id of unsent) {
        if (out.length >= most) break;
        const entry = book.get(id);
        if (entry) out.push(...pending(entry));
      }
      return out.slice(0, most);
    },
    counts: () => ({
      waiting: [...unsent].reduce((sum, id) => sum + pendingCount(book.get(id)), 0),
      inDoubt: undecided.size,
      refused: refused.size,
      // Asked by the status alone, while the others are told after each write.
      get undelivered() {
        return [...undelivered.values()]
          .flatMap((ids) => [...ids])
          .filter((id) => book.get(id)?.intent.cardNo !== undefined).length;
      },
    }),
    live: () => book.all().map(view),
    async entries({ since = 0, most = Number.POSITIVE_INFINITY, accept = () => true } = {}) {
      flush();
      const older = pastFiles().filter((past) => past.until >= since);
      let newest: JournalEntry[] = [];
      // The newest file that tells of an entry tells all of it: what still mattered was written anew into each.
      let told = new Set<string>();
      for (let name: string | undefined = file; name !== undefined; ) {
        const book = new Book();
        for (const record of decodeLines(store.read(name) ?? new Uint8Array(0)).records) book.apply(record);
        const here = book.all().flatMap((entry) => {
          if (told.has(entry.intent.id) || entry.intent.preparedAt < since) return [];
          const one = view(entry);
          return accept(one) ? [one] : [];
        });
        told = new Set(book.all().map((entry) => entry.intent.id));
        newest = [...here, ...newest].sort((one, other) => one.preparedAt - other.preparedAt).slice(-most);
        const past = older.pop();
        if (newest.length === most && past && past.until < (newest[0]?.preparedAt ?? 0)) break;
        name = past?.name;
        // Two months of a busy counter take seconds: calls go on in between.
        if (name) await new Promise((resolve) => setImmediate(resolve));
      }
      return newest;
    },
    latestTime: () => latest,
    opened,
    close: flush,
  };
}

/** Intents by their id, as the lines of a log tell them. */
class Book {
  readonly #kept = new Map<string, Kept>();
  readonly #owner = new Map<string, string>();

  /** The entry that a line is about. */
  apply(record: LogRecord): Kept | undefined {
    if ('intent' in record) {
      const { intent } = record;
      const state: IntentState = record.t === 'record' ? 'done' : 'prepared';
      const entry: Kept = { intent, state, delivered: false, receipts: new Map() };
      this.#kept.set(intent.id, entry);
      for (const event of intent.events) this.#owner.set(event.id, intent.id);
      return entry;
    }
    if ('event' in record) {
      const entry = this.#kept.get(this.#owner.get(record.event.replace(/\?$/, '')) ?? '');
      entry?.receipts.set(record.event, {
        result: record.result,
        ...(record.why === undefined ? {} : { why: record.why }),
      });
      return entry;
    }
    const entry = this.#kept.get(record.id);
    if (entry === undefined) return undefined;
    if (record.t === 'delivered') entry.delivered = true;
    else entry.state = record.t;
    return entry;
  }
  get(id: string): Kept | undefined {
    return this.#kept.get(id);
  }
  all(): Kept[] {
    return [...this.#kept.values()];
  }
  delete(intent: Intent): void {
    this.#kept.delete(intent.id);
    for (const event of intent.events) this.#owner.delete(event.id);
  }
  /** Has a visit or an identifier been linked to this exception? */
  isLinked(exception: string): boolean {
    return this.all().some((entry) => entry.intent.events.some((event) => event.linkedTo === exception));
  }
}

/** Nothing that comes can ask for it any more. */
function isSettled(entry: Kept, now: number, book: Book): boolean {
  if (entry.state === 'dropped') return true;
  if (!isSent(entry)) return false;
  const age = now - entry.intent.preparedAt;
  // What the centre does not take is for a person to see.
  if (refusals(entry).length > 0 && age < limits.journalHistory) return false;
  if (!entry.delivered && entry.intent.cardNo !== undefined && age < limits.replayMemory) return false;
  // The next identifier of the same person asks which seconds are taken, and for which exception.
  if (age < limits.replayMemory && entry.intent.events.some((event) => event.type === 'no-card')) return false;
  const exceptions = entry.intent.events.filter((event) => event.type === 'exception');
  if (exceptions.length === 0) return true;
  return (
    age >= limits.replayMemory && (age >= limits.journalHistory || exceptions.every((one) => book.isLinked(one.id)))
  );
}

/** The lines that bring an entry to where it is. */
function linesOf(entry: Kept): LogRecord[] {
  const { intent, state } = entry;
  const at = intent.preparedAt;
  return [
    { v: 1, t: 'prepare', at, intent },
    ...(state === 'prepared' ? [] : [{ v: 1 as const, t: state, at, id: intent.id }]),
    ...[...entry.receipts].map(([event, receipt]) => ({ v: 1 as const, t: 'receipt' as const, at, event, ...receipt })),
    ...(entry.delivered ? [{ v: 1 as const, t: 'delivered' as const, at, id: intent.id }] : []),
  ];
}
/** The latest time that was seen outlives the lines that told it; the id is nobody's. */
const clockMark = (at: number): LogRecord => ({ v: 1, t: 'delivered', at, id: '-' });

const view = (entry: Kept): JournalEntry => {
  const [refused] = refusals(entry);
  return {
    ...entry.intent,
    state: entry.state,
    delivered: entry.delivered,
    sent: isSent(entry),
    ...(refused ? { refused: refused.why ?? '' } : {}),
  };
};
const refusals = (entry: Kept): Receipt[] => [...entry.receipts.values()].filter((one) => one.result === 'refused');
const requestKey = (program: string, requestId: string): string => `${program}\n${requestId}`;
const replayKey = (one: { program: string; inputs: string; api: string; cardNo?: string }): string =>
  [one.program, one.inputs, one.api, one.cardNo ?? ''].join('\n');
const put = (ids: Set<string>, id: string, is: boolean): void => void (is ? ids.add(id) : ids.delete(id));

/** Id of the notice that an intent is in doubt; the visit's own event keeps its own id for later. */
export const inDoubtId = (eventId: string): string => `${eventId}?`;

function pending(entry: Kept): LedgerEvent[] {
  if (entry.state === 'done') return entry.intent.events.filter((event) => !entry.receipts.has(event.id));
  if (entry.state !== 'undecided') return [];
  return entry.intent.events
    .filter((event) => !entry.receipts.has(inDoubtId(event.id)))
    .map((event) => ({ ...event, id: inDoubtId(event.id), type: 'in-doubt' as const, resolves: event.id }));
}

const pendingCount = (entry: Kept | undefined): number => (entry === undefined ? 0 : pending(entry).length);

function isSent(entry: Kept): boolean {
  return entry.state === 'done' && entry.intent.events.every((event) => entry.receipts.has(event.id));
}
