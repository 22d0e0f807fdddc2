/** @module What was in doubt and is decided now: said once, on whichever page somebody is. */

import { effect } from '@preact/signals';
import type { JournalEntry } from '../client/index.ts';
import { control, status, tell } from './state.ts';

const isInDoubt = (entry: JournalEntry): boolean => entry.state === 'prepared' || entry.state === 'undecided';

/** Ids that were in doubt a moment ago and are not any more. */
export function decidedSince(before: ReadonlySet<string>, open: readonly JournalEntry[]): readonly string[] {
  const still = new Set(open.filter(isInDoubt).map((entry) => entry.id));
  return [...before].filter((id) => !still.has(id));
}

/** Looks at the entries as soon as their number changes: the list on the page comes too late to see a short doubt. */
export function followDoubts(): void {
  let before: ReadonlySet<string> = new Set();
  let count: number | undefined = 0;
  let comparing = Promise.resolve();
  const compare = async (): Promise<void> => {
    try {
      const open = await control().get<readonly JournalEntry[]>('/api/v1/journal', { which: 'open' });
      const decided = decidedSince(before, open);
      before = new Set(open.filter(isInDoubt).map((entry) => entry.id));
      if (decided.length > 0) await say(decided);
    } catch {
      // The connection went; what is known is read anew when it is back.
      count = undefined;
    }
  };
  effect(() => {
    const now = status.value?.journal.inDoubt ?? 0;
    if (now === count) return;
    count = now;
    comparing = comparing.then(compare);
  });
}

async function say(ids: readonly string[]): Promise<void> {
  const entries = await control().get<readonly JournalEntry[]>('/api/v1/journal', { days: '7' });
  for (const entry of entries.filter((one) => ids.includes(one.id))) {
    const person = entry.events[0]?.personId ?? '';
    const visit = entry.events[0]?.type === 'visit';
    // While the call itself is still on its way nobody was in doubt.
    if (entry.state === 'done' && !entry.delivered)
      tell({
        level: 'good',
        zh: `已核對：${person} 的這筆已寫入卡片${visit ? '，再按一次掛號就會得到它' : ''}`,
        en: `Checked: it is on the card of ${person}${visit ? '; register again to be given it' : ''}`,
      });
    if (entry.state === 'dropped')
      tell({
        level: 'warning',
        zh: `已核對：${person} 的這筆沒有寫入，請再做一次`,
        en: `Checked: nothing was written for ${person}, do it again`,
      });
  }
}
