/** @module 櫃台: readers and cards as they come, the patient, what the card allows, and registering with one key. */

import { effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PublicZone, Slot } from '../../client/index.ts';
import { useShortcuts } from '../shortcuts.ts';
import { arrived, cards, cardTroubles, link, needTables, openEntries, status, tellFailure } from '../state.ts';
import { t, word } from '../words.ts';
import { ExceptionDialog } from './counter/exception-dialog.tsx';
import { PastVisits } from './counter/past-visits.tsx';
import { Patient } from './counter/patient.tsx';
import { read, readings } from './counter/reading.ts';
import { RegisterForm, registerButton } from './counter/register-form.tsx';
import { askAgain, unanswered } from './counter/registering.ts';
import { LastVisit } from './counter/result.tsx';

/** The slot whose card is worked with; the one that came last where nobody chose. */
const chosen = signal<string | undefined>(undefined);
effect(() => {
  if (arrived.value) chosen.value = arrived.value.slot;
});
export function chosenCard(): PublicZone | undefined {
  const all = Object.values(cards.value);
  return all.find((zone) => zone.slot === chosen.value) ?? all[0];
}
const open = signal<'past' | 'exception' | undefined>(undefined);

export default function Counter() {
  const zone = chosenCard();
  const all = Object.values(cards.value);
  useEffect(() => {
    needTables().catch(tellFailure);
    document.getElementById(registerButton)?.focus();
  }, []);
  // Each card is read once by itself; what came back is asked for again.
  useEffect(
    () =>
      effect(() => {
        for (const one of Object.values(cards.value)) if (readings.peek()[one.card] === undefined) void read(one);
        if (link.value === 'open') void askAgain();
      }),
    [],
  );
  useShortcuts([
    { key: 'F2', run: () => show('past') },
    { key: 'F4', run: () => show('exception') },
    { key: 'F8', run: () => next(all) },
  ]);
  return (
    <>
      <h1>{t('櫃台', 'Counter')}</h1>
      <Doubt />
      <Readers />
      <div class="counter">
        <section aria-label={t('病人', 'Patient')}>
          {zone ? <Patient zone={zone} reading={readings.value[zone.card]} /> : <NoCard />}
        </section>
        <section aria-label={t('掛號', 'Registration')}>
          <RegisterForm zone={zone} />
          <div class="also">
            <button type="button" class="secondary" aria-keyshortcuts="F2" onClick={() => show('past')}>
              {t('過去就醫、退掛', 'Past visits, undo')} <kbd>F2</kbd>
            </button>
            <button type="button" class="secondary" aria-keyshortcuts="F4" onClick={() => show('exception')}>
              {t('沒有卡：異常登錄', 'No card: exception')} <kbd>F4</kbd>
            </button>
          </div>
        </section>
      </div>
      <LastVisit />
      {open.value === 'past' && <PastVisits zone={zone} onClose={close} />}
      {open.value === 'exception' && <ExceptionDialog zone={zone} onClose={close} />}
    </>
  );
}
const show = (what: 'past' | 'exception' | undefined): void => {
  open.value = what;
};
const close = (): void => show(undefined);
function next(all: readonly PublicZone[]): void {
  const at = all.findIndex((zone) => zone.slot === chosenCard()?.slot);
  const one = all[(at + 1) % all.length];
  if (one) chosen.value = one.slot;
}

function NoCard() {
  const troubles = Object.entries(cardTroubles.value);
  if (troubles.length === 0)
    return <p class="hint">{t('請插入健保卡。沒有卡片時按 F4。', 'Insert a health card. Without one press F4.')}</p>;
  return (
    <>
      {troubles.map(([slot, failure]) => (
        <p key={slot} class="hint warning">
          ⚠ {slot}：{failure.code} {word(failure.why)}
          {failure.todo && <span class="todo">→ {word(failure.todo)}</span>}
        </p>
      ))}
    </>
  );
}

/** Each reader and what is in it; which card is worked with, where two are in. */
function Readers() {
  const slots = status.value?.slots ?? [];
  const several = Object.keys(cards.value).length > 1;
  const group = useRef<HTMLFieldSetElement>(null);
  if (slots.length === 0)
    return (
      <p class="hint warning">
        ⚠ {t('沒有讀卡機。請接上讀卡機。', 'There is no reader. Connect one.')}{' '}
        {status.value?.pcsc.why && word(status.value.pcsc.why)}
      </p>
    );
  return (
    <fieldset class="readers" ref={group}>
      <legend>
        {t('讀卡機', 'Readers')}
        {several && (
          <>
            {' '}
            <span class="warning">
              {t('有兩張卡，請選要用哪一張', 'two cards are in: choose which one')} <kbd>F8</kbd>
            </span>
          </>
        )}
      </legend>
      {slots.map((slot) => (
        <Reader key={slot.name} slot={slot} several={several} />
      ))}
    </fieldset>
  );
}
function Reader({ slot, several }: { readonly slot: Slot; readonly several: boolean }) {
  const zone = cards.value[slot.name];
  const trouble = cardTroubles.value[slot.name];
  const state =
    slot.state === 'hanging'
      ? t('⚠ 沒有回應', '⚠ does not answer')
      : slot.state === 'gone'
        ? t('✘ 已拔除', '✘ unplugged')
        : zone
          ? `✔ ${zone.name}`
          : trouble
            ? `⚠ ${word(trouble.why)}`
            : slot.present
              ? t('讀取中…', 'reading ..')
              : t('空', 'empty');
  const shown = (
    <>
      <span class="place">{slot.name}</span> <strong>{state}</strong>
    </>
  );
  const kind = `reader ${zone ? 'full' : ''}`;
  if (!several || !zone) return <div class={kind}>{shown}</div>;
  return (
    <label class={kind}>
      <input
        type="radio"
        name="card"
        checked={chosenCard()?.slot === slot.name}
        onChange={() => {
          chosen.value = slot.name;
        }}
      />
      {shown}
    </label>
  );
}

/** A write whose card left in the middle, until the card was seen again; an answer that was lost, until it came. */
function Doubt() {
  const inDoubt = status.value?.journal.inDoubt ?? 0;
  const who = openEntries.value.filter((entry) => entry.state === 'prepared' || entry.state === 'undecided');
  const asked = unanswered.value;
  return (
    <div role="alert">
      {inDoubt > 0 && (
        <p class="doubt">
          <strong>⚠ {t('尚不確定：請把同一張卡片放回讀卡機', 'In doubt: put the card back into a reader')}</strong>{' '}
          {who.map((entry) => entry.events[0]?.personId).join('、')}
          <br />
          {t(
            '卡片在寫入途中離開。放回後會先核對，再按一次掛號就好：寫進去的不會重複。',
            'The card left while it was written. It is checked when it is back; then just register again: what was written is not doubled.',
          )}
        </p>
      )}
      {asked && (
        <p class="doubt">
          <strong>⚠ {t('掛號還沒有回覆', 'The registration was not answered')}</strong> {asked.zone.name}
          <br />
          {t(
            '控制軟體恢復後會用同一個號碼再問一次，不會重複掛號。請讓同一張卡留在讀卡機裡。',
            'It is asked again, under the same number, when the control software is back: it will not be made twice. Leave the card in.',
          )}
        </p>
      )}
    </div>
  );
}
