/**
 * @module Which second a person's newest visit here has, with or without a card: an identifier names a person, an
 * institution and a second, so that two visits of one person never share one. Taken before anything is waited for.
 */

import { type Clock, limits } from '../base/index.ts';
import { epochOf } from '../codec/index.ts';
import type { Journal } from '../journal/types.ts';

export interface Seconds {
  /** Date-time of the newest by person; what lies minutes back is forgotten. */
  readonly taken: ReadonlyMap<string, string>;
  /** The answer gives it back: for a visit that came to nothing. */
  take(personId: string, dateTime: string): () => void;
  /** One at a time: what is asked of the journal still holds when the answer is written there. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Of more people than this, those of minutes ago are forgotten. */
const people = 1000;

export function createSeconds(journal: Pick<Journal, 'live'>, clock: Clock): Seconds {
  const taken = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();
  const seconds: Seconds = {
    taken,
    take(personId, dateTime) {
      const before = taken.get(personId);
      if ((before ?? '') >= dateTime) return () => undefined;
      taken.set(personId, dateTime);
      if (taken.size > people) {
        const old = clock.now() - limits.clockBehind;
        for (const [person, time] of taken) if ((epochOf(time) ?? 0) < old) taken.delete(person);
      }
      return () => {
        if (taken.get(personId) !== dateTime) return;
        if (before === undefined) taken.delete(personId);
        else taken.set(personId, before);
      };
    },
    alone(work) {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
  for (const { events } of journal.live())
    for (const event of events)
      if (event.type === 'visit' || event.type === 'no-card') seconds.take(event.personId, event.dateTime);
  return seconds;
}
