/** @module After a crash or a torn card: the card's own ring says whether a promised write came about (rulings 15-17). */

import type { AnyFiles, CardSession } from '../card/index.ts';
import type { Journal, JournalEntry } from '../journal/types.ts';

export type Verdict = 'done' | 'dropped' | 'undecided';

/** Pure: what the card's ring and counter say of an intent. */
export function verdict(
  intent: Pick<JournalEntry, 'id' | 'ringBefore' | 'cardCounter'>,
  ring: { readonly ids: readonly string[]; readonly counter: number },
): Verdict {
  if (ring.ids.includes(intent.id)) return 'done';
  // Nothing was committed since, or the ring still remembers what came before and not this.
  if (intent.cardCounter !== undefined && ring.counter === intent.cardCounter) return 'dropped';
  if (intent.ringBefore !== undefined && ring.ids.includes(intent.ringBefore)) return 'dropped';
  if (intent.ringBefore === undefined && ring.ids.length < ringSize) return 'dropped';
  return 'undecided';
}
const ringSize = 16;

/** Decides every open intent of the card in this session; no card command where there is none. */
export async function reconcile(session: CardSession<AnyFiles>, journal: Journal, onChange: () => void): Promise<void> {
  const { cardNo } = session.identified;
  const open = cardNo === undefined ? [] : journal.open(cardNo);
  if (open.length === 0) return;
  const ring = await session.ring();
  for (const intent of open) {
    const result = verdict(intent, ring);
    if (result === 'done') journal.done(intent.id);
    else if (result === 'dropped') journal.dropped(intent.id);
    else if (intent.state !== 'undecided') journal.undecided(intent.id);
  }
  onChange();
}
