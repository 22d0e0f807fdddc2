/** @module A card as it lies on the counter: whose it is, its kind, and a stamp for each thing that is not ordinary. */

import type { Words } from '../../../client/index.ts';
import { say, t, word } from '../../words.ts';
import type { WorldCard } from './types.ts';

export const kinds: { readonly [K in WorldCard['kind']]: Words } = {
  hc: say('健保卡', 'Health card'),
  hpc: say('醫事人員卡', 'Professional card'),
  sam: say('安全模組卡', 'Security module'),
  '?': say('讀不出的卡', 'Unreadable card'),
};
/** A stamp is one character, or a few letters; its words stand beside the card. */
const stamps: { readonly [mark: string]: Words } = {
  cancelled: say('銷', 'VOID'),
  expired: say('逾', 'EXP'),
  locked: say('鎖', 'LOCK'),
  'no-visits': say('零', '0'),
  restricted: say('限', 'LIM'),
  'newborn-old': say('嬰×', 'NB×'),
  newborn: say('嬰', 'NB'),
  'seen-today': say('診', 'SEEN'),
  illness: say('病', 'ILL'),
  pin: say('密', 'PIN'),
};
/** Such a card works nowhere any more. */
const grave = new Set(['cancelled', 'expired', 'locked']);

export function DrawnCard({ card }: { readonly card: WorldCard }) {
  const { kind, marks = [] } = card;
  return (
    <span class={`drawn ${kind === '?' ? 'unknown' : kind}`} aria-hidden="true">
      <span class="drawn-kind">{word(kinds[kind])}</span>
      <svg class="chip" viewBox="0 0 12 9" role="presentation">
        <rect x=".5" y=".5" width="11" height="8" rx="1.5" />
        <path d="M.5 3.2h3.5M.5 5.8h3.5M8 3.2h3.5M8 5.8h3.5M4 .5v8M8 .5v8" />
      </svg>
      <span class="stamps">
        {marks.slice(0, 3).map(({ mark }) => (
          <span key={mark} class={grave.has(mark) ? 'stamp grave' : 'stamp'}>
            {word(stamps[mark] ?? say('？', '?'))}
          </span>
        ))}
      </span>
      <span class="drawn-name">{card.name ?? '—'}</span>
      <span class="drawn-number">{card.cardNo.replace(/(.{4})(?=.)/g, '$1 ')}</span>
    </span>
  );
}

/** The same in words. */
export const stateOf = (card: WorldCard): string => {
  if (card.problem !== undefined) return t('卡片映像讀不出來', 'its image cannot be read');
  const { marks = [] } = card;
  return marks.length === 0 ? t('狀態正常', 'nothing special') : marks.map(word).join(t('、', ', '));
};
