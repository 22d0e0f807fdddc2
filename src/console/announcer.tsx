/** @module Says aloud which card has come, wherever the focus is, and leaves it there. */

import { effect, signal } from '@preact/signals';
import { arrived } from './state.ts';
import { t } from './words.ts';

const said = signal('');
effect(() => {
  const card = arrived.value;
  said.value = card === undefined ? '' : t(`已插入健保卡：${card.name}`, `Health card inserted: ${card.name}`);
});

export function Announcer() {
  return (
    <p class="unseen" aria-live="polite">
      {said.value}
    </p>
  );
}
