/** @module 模擬世界: cards and readers, people, switches, faults. What is here can be undone, and nothing of it is real. */

import { useEffect, useState } from 'preact/hooks';
import { every, monotonic } from '../time-and-chance.ts';
import { t } from '../words.ts';
import { FaultBench } from './world/bench.tsx';
import { Cards } from './world/cards.tsx';
import { carried } from './world/drag.ts';
import { DrawnCard } from './world/drawn-card.tsx';
import { Inside } from './world/inside.tsx';
import { cardCalled, dark, follow, worldState } from './world/model.ts';
import { People } from './world/people.tsx';
import { Readers } from './world/readers.tsx';
import { Switches } from './world/switches.tsx';

export default function World() {
  useEffect(follow, []);
  const state = worldState.value;
  return (
    <div class="world">
      <h1>{t('模擬世界', 'World')}</h1>
      <Outage />
      {state === undefined ? (
        <p aria-busy="true">{t('讀取中…', 'Reading ..')}</p>
      ) : (
        <>
          <p class="quiet">
            {t(
              `世界 ${state.world}，院所 ${state.hospId}，${state.profile === '5.1' ? '晶片讀卡機 5.1' : '專屬讀卡機 3.5'}。人與卡片都是做出來的。`,
              `World ${state.world}, institution ${state.hospId}, ${state.profile === '5.1' ? 'chip readers 5.1' : 'dedicated readers 3.5'}. Its people and cards are made up.`,
            )}
          </p>
          <div class="bench">
            <Readers />
            <Cards />
          </div>
          <Switches />
          <FaultBench />
          <People />
          <Inside />
          <Ghost />
        </>
      )}
    </div>
  );
}

/** The power is cut: nobody answers, and that is as it should be. */
function Outage() {
  const [, tick] = useState(0);
  const until = dark.value;
  useEffect(() => {
    if (until === undefined) return;
    return every(500, () => tick((count) => count + 1));
  }, [until]);
  if (until === undefined) return null;
  const left = Math.max(0, Math.ceil((until - monotonic()) / 1000));
  return (
    <div class="outage">
      <p role="alert">
        <strong>{t('⚡ 停電了', '⚡ The power is cut')}</strong>{' '}
        {t(
          '這個世界的程序全部消失；這一頁會自己接上。',
          'Every process of this world is gone; this page comes back by itself.',
        )}
      </p>
      <p class="outage-left">{left > 0 ? t(`還有 ${left} 秒`, `${left} s left`) : t('正在回來…', 'coming back ..')}</p>
    </div>
  );
}

/** The card that a pointer carries. */
function Ghost() {
  const now = carried.value;
  const card = cardCalled(now?.handle);
  if (now === undefined || card === undefined) return null;
  return (
    <div class="ghost" ref={(element) => element?.style.setProperty('translate', `${now.x}px ${now.y}px`)}>
      <DrawnCard card={card} />
    </div>
  );
}
