/** @module The cards of the bench: found by words, chosen, carried into a reader, looked into. */

import { useState } from 'preact/hooks';
import { t, word } from '../../words.ts';
import { isClick, pickUp } from './drag.ts';
import { DrawnCard, kinds, stateOf } from './drawn-card.tsx';
import { cardCalled, opened, remove, selected, worldState } from './model.ts';
import type { WorldCard } from './types.ts';

/** Where the eyes go next: a free reader for the card that was chosen. */
function toFreeSlot(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('button.into')?.focus());
}

function keys(event: KeyboardEvent, card: WorldCard): void {
  const button = event.currentTarget as HTMLElement;
  const beside = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
  if (event.key in beside) {
    event.preventDefault();
    const next = button.closest('li')?.[beside[event.key as keyof typeof beside]];
    next?.querySelector<HTMLElement>('button')?.focus();
  }
  if ((event.key === 'Delete' || event.key === 'Backspace') && card.slot !== undefined) void remove(card.handle);
  if (event.key === 'Escape') selected.value = undefined;
}

export function Cards() {
  const [find, look] = useState('');
  const state = worldState.value;
  const titles = new Map(state?.demoCards.map((one) => [one.handle, one]));
  const wanted = find.trim().toLowerCase();
  const shown = (state?.cards ?? []).filter((card) =>
    [card.handle, card.name, card.cardNo, card.personId, stateOf(card), word(kinds[card.kind])].some((text) =>
      text?.toLowerCase().includes(wanted),
    ),
  );
  const chosen = cardCalled(selected.value);
  return (
    <section aria-labelledby="cards-title">
      <h2 id="cards-title">{t('卡片', 'Cards')}</h2>
      <p id="cards-how">
        {t(
          '拖到讀卡機；或選一張（Enter），再選讀卡機（Enter）。Delete 抽出，↑↓ 換一張。',
          'Drag one into a reader; or choose it (Enter), then the reader (Enter). Delete takes it out, ↑↓ go on.',
        )}
      </p>
      <label>
        {t('找卡片', 'Find a card')}
        <input type="search" value={find} onInput={(event) => look(event.currentTarget.value)} />
      </label>
      <p role="status">
        {t(`${shown.length} 張`, `${shown.length} cards`)}
        {chosen && t(`，已選 ${chosen.handle}：現在選讀卡機`, `, ${chosen.handle} is chosen: now choose a reader`)}
      </p>
      <ul class="cards">
        {shown.map((card) => {
          const title = titles.get(card.handle);
          return (
            <li key={card.handle}>
              <button
                type="button"
                class="card"
                data-card={card.handle}
                aria-pressed={selected.value === card.handle}
                aria-describedby="cards-how"
                aria-keyshortcuts="Enter Delete"
                onKeyDown={(event) => keys(event, card)}
                onClick={(event) => {
                  if (!isClick(event)) return;
                  selected.value = selected.value === card.handle ? undefined : card.handle;
                  if (event.detail === 0 && selected.value !== undefined) toFreeSlot();
                }}
              >
                {/* A finger scrolls the page by the words, and carries the card by its picture. */}
                <span class="grip" onPointerDown={(event) => pickUp(event, card.handle, card.slot)}>
                  <DrawnCard card={card} />
                </span>
                <span class="card-words">
                  <strong>{card.handle}</strong>
                  <span>
                    {card.name} {card.cardNo}
                  </span>
                  <span>{stateOf(card)}</span>
                  {title && <span class="quiet">{word(title)}</span>}
                  {card.slot && <span class="where">{t(`在 ${card.slot}`, `in ${card.slot}`)}</span>}
                </span>
              </button>
              <button
                type="button"
                class="secondary outline look"
                aria-label={t(`看 ${card.handle} 的內容`, `Look into ${card.handle}`)}
                onClick={() => {
                  opened.value = card.handle;
                }}
              >
                {t('內容', 'Look')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
