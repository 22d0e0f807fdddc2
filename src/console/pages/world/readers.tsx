/** @module The readers with their slots, as they are now; a card is put in or torn out. */

import type { Slot } from '../../../client/index.ts';
import { status, tell } from '../../state.ts';
import { say, t } from '../../words.ts';
import { carried, pickUp } from './drag.ts';
import { DrawnCard, stateOf } from './drawn-card.tsx';
import { act, cardCalled, cardIn, insert, remove, selected, worldState } from './model.ts';
import { Pad } from './pad.tsx';

const roles = {
  hc: say('健保卡', 'health card'),
  hpc: say('醫事人員卡', 'professional card'),
  sam: say('安全模組卡', 'security module'),
  any: say('任何卡片', 'any card'),
};

export function Readers() {
  const slots = (status.value?.slots ?? []).filter(({ kind }) => kind === 'virtual');
  const real = (status.value?.slots ?? []).length - slots.length;
  const devices = [...new Set(slots.map(({ device }) => device))];
  return (
    <section class="readers" aria-labelledby="readers-title">
      <h2 id="readers-title">{t('讀卡機', 'Readers')}</h2>
      {devices.map((device) => (
        <div key={device ?? ''} class="reader">
          {device && <h3>{inOneLanguage(device)}</h3>}
          <div class="slots">
            {slots
              .filter((slot) => slot.device === device)
              .map((slot) => (
                <OneSlot key={slot.name} slot={slot} short={device} />
              ))}
          </div>
          {worldState.value?.readers
            .filter(({ name }) => name === device)
            .map((reader) => (
              <Pad key={reader.name} reader={reader} />
            ))}
        </div>
      ))}
      {real > 0 && (
        <p>
          {t(
            `另有 ${real} 個真的讀卡機，示範卡放不進去。`,
            `There ${real === 1 ? 'is a real slot' : `are ${real} real slots`} besides, into which no demonstration card goes.`,
          )}
        </p>
      )}
    </section>
  );
}

/** The virtual readers are named in both languages, one after the other. */
function inOneLanguage(name: string): string {
  const [, zh = name, en = name] = /^(.*?[^ -~][^a-z]*) ([A-Z][ -~]*)$/.exec(name) ?? [];
  return t(zh, en);
}

function OneSlot({ slot, short }: { readonly slot: Slot; readonly short: string | undefined }) {
  const card = cardIn(slot.name);
  const chosen = cardCalled(selected.value);
  const name = inOneLanguage(short === undefined ? slot.name : slot.name.replace(`${short}／`, ''));
  const over = carried.value?.over === slot.name;
  return (
    <article class={over ? 'slot over' : 'slot'} data-slot={slot.name} aria-label={slot.name}>
      <p class="slot-name">
        {name}{' '}
        <small>
          {slot.state === 'ready'
            ? t(`收${roles[slot.role].zh}`, `takes ${slot.role === 'any' ? '' : 'a '}${roles[slot.role].en}`)
            : t('✘ 沒有回應', '✘ does not answer')}
        </small>
      </p>
      {card && slot.present ? (
        <>
          <button
            type="button"
            class="lies"
            aria-keyshortcuts="Delete"
            onPointerDown={(event) => pickUp(event, card.handle, slot.name)}
            onKeyDown={(event) => {
              if (event.key !== 'Delete' && event.key !== 'Backspace') return;
              event.preventDefault();
              void remove(card.handle);
            }}
          >
            <DrawnCard card={card} />
            <span class="unseen">
              {t(
                `${card.handle}，${card.name ?? ''}，在${slot.name}裡：按 Delete 抽出`,
                `${card.handle}, ${card.name ?? ''}, in ${slot.name}: Delete takes it out`,
              )}
            </span>
          </button>
          <p>
            <strong>{card.handle}</strong> {stateOf(card)}
          </p>
          <div class="slot-actions">
            <button type="button" class="secondary" onClick={() => remove(card.handle)}>
              {t('抽出', 'Take out')} <kbd>Del</kbd>
            </button>
            {card.kind === 'hc' && (
              <button type="button" class="secondary outline" onClick={() => tearWhileWriting(slot.name)}>
                {t('寫入途中抽出', 'Tear out while written')}
              </button>
            )}
          </div>
        </>
      ) : (
        <>
          <p class="empty">{t('空的', 'empty')}</p>
          {chosen && chosen.slot !== slot.name && (
            <button type="button" class="into" onClick={() => insert(chosen.handle, slot.name)}>
              {t(`放入 ${chosen.handle}`, `Insert ${chosen.handle}`)}
            </button>
          )}
        </>
      )}
    </article>
  );
}

/** At the first command that writes: the card has begun, and how far it came is what a program has to find out. */
async function tearWhileWriting(slot: string): Promise<void> {
  const done = await act('fault', { name: 'tear', times: 1, options: { slot, ins: '8022', acted: true } });
  if (done !== undefined)
    tell({
      level: 'info',
      ...say(
        '下次寫入這張卡時會被抽出：去「櫃台」掛號，再把卡放回來。',
        'It is torn out the next time it is written: register on the page Counter, then put it back.',
      ),
    });
}
