/** @module Sends what the journal promised to the data centre, in order, until each event has its receipt. */

import { asFailure, type Clock, limits, say } from '../../base/index.ts';
import type { Journal } from '../../journal/types.ts';
import type { Centre, LedgerEvent } from './types.ts';

export interface Outbox {
  /** There is something new, or the network may be back. */
  wake(): void;
  /** Sends what waits now; resolves when nothing waits or the network is away. */
  flush(): Promise<void>;
  stop(): void;
}

const batch = 100;
/** A visit with sixty items is some ten kilobytes: fewer of such go in one message. */
const batchBytes = 256 * 1024;

/** The first events that fit one message; always at least one. */
function fitting(waiting: readonly LedgerEvent[]): LedgerEvent[] {
  const out: LedgerEvent[] = [];
  let size = 0;
  for (const event of waiting) {
    size += JSON.stringify(event).length;
    if (out.length > 0 && size > batchBytes) break;
    out.push(event);
  }
  return out;
}

export function startOutbox(options: {
  readonly journal: Journal;
  readonly centre: Centre;
  readonly clock: Clock;
  readonly onLink?: (up: boolean) => void;
  readonly onSent?: () => void;
  readonly before?: () => void;
  readonly after?: () => void;
}): Outbox {
  const { journal, centre, clock } = options;
  let wait: number = limits.outboxFirst;
  let running: Promise<void> | undefined;
  let cancel: (() => void) | undefined;
  let stopped = false;

  const sendAll = async (): Promise<void> => {
    for (;;) {
      const events = fitting(journal.waiting(batch));
      if (events.length === 0 || stopped) return;
      const receipts = await centre.submit(events);
      options.before?.();
      for (const receipt of receipts) journal.receipt(receipt.id, receipt.result, receipt.why);
      options.after?.();
      options.onSent?.();
    }
  };
  const run = (): Promise<void> => {
    running ??= sendAll()
      .then(
        () => {
          wait = limits.outboxFirst;
          options.onLink?.(true);
        },
        (error) => {
          const failure = asFailure(error, 9004, say({ zh: '送出失敗', en: 'sending failed' }));
          if (failure.code === 4061) options.onLink?.(false);
          if (stopped) return;
          cancel?.();
          cancel = clock.after(wait, () => void run());
          wait = Math.min(wait * 2, limits.outboxLongest);
        },
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  return {
    wake() {
      wait = limits.outboxFirst;
      cancel?.();
      if (!stopped) cancel = clock.after(0, () => void run());
    },
    flush: run,
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
