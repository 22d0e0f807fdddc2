/** @module Category, marks, and the one button: Enter on it, or F9 from anywhere on the page. */

import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { PublicZone } from '../../../client/index.ts';
import { Confirm } from '../../confirm.tsx';
import { rocOf } from '../../roc.ts';
import { useShortcuts } from '../../shortcuts.ts';
import { status, tables } from '../../state.ts';
import { t, word } from '../../words.ts';
import { allowance } from './allows.ts';
import { readings } from './reading.ts';
import { busy, last, register } from './registering.ts';

export const registerButton = 'register';
/** Kept from one patient to the next: a counter is mostly one department's. */
const treatItem = signal('01');
const baby = signal(' ');
const later = signal(false);

export function RegisterForm({ zone }: { readonly zone: PublicZone | undefined }) {
  const [asking, setAsking] = useState<PublicZone | undefined>();
  const reading = zone && readings.value[zone.card];
  const today = rocOf(status.value?.now ?? 0).slice(0, 7);
  const allows = allowance(reading?.facts ?? {}, today);
  const ready = zone !== undefined && !zone.real && !busy.value;
  const go = (card: PublicZone): void => {
    void register(card, {
      treatItem: treatItem.value,
      babyTreat: allows.newborn ? baby.value : ' ',
      afterCheck: later.value ? '2' : '1',
    });
    // They were this patient's.
    baby.value = ' ';
    later.value = false;
  };
  const press = (): void => {
    if (!ready || zone === undefined) return;
    if (last.value?.zone.card === zone.card) setAsking(zone);
    else go(zone);
  };
  useShortcuts([{ key: 'F9', run: press }]);
  return (
    <form
      class="register"
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <label>
        {t('就醫類別', 'Category')}
        <select
          value={treatItem.value}
          onChange={(event) => {
            treatItem.value = event.currentTarget.value;
          }}
        >
          <Categories />
        </select>
      </label>
      {allows.newborn && (
        <label>
          {t('新生兒註記', 'Newborn mark')}
          <select
            value={baby.value}
            onChange={(event) => {
              baby.value = event.currentTarget.value;
            }}
          >
            {Object.entries(tables.value?.babyMarks?.codes ?? {})
              .filter(([code]) => /^[ A-Fa-f]$/.test(code))
              .map(([code, words]) => (
                <option key={code} value={code}>
                  {code} {word(words)}
                </option>
              ))}
          </select>
        </label>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={later.value}
          onChange={(event) => {
            later.value = event.currentTarget.checked;
          }}
        />
        {t('補卡：先前以異常登錄看診', 'Card shown later: seen before by an exception')}
      </label>
      <button
        id={registerButton}
        type="submit"
        class="main"
        aria-keyshortcuts="F9"
        // Never disabled: the focus stays here from one patient to the next.
        aria-disabled={!ready}
        aria-busy={busy.value}
      >
        {t('掛號', 'Register')} <kbd>Enter</kbd> <kbd>F9</kbd>
      </button>
      {zone && !allows.any && (
        <p class="warning">⚠ {t('這張卡會被拒絕，原因如上。', 'This card will be refused, for the reason above.')}</p>
      )}
      {zone && allows.any && !allows.numbered && tables.value?.treatItems?.codes[treatItem.value]?.deducts === true && (
        <p class="warning">
          ⚠ {t('可用次數不足，這個類別會被拒絕。', 'No visits are left: this category will be refused.')}
        </p>
      )}
      {asking && (
        <Confirm
          title={t('這張卡剛剛掛過號', 'This card was registered a moment ago')}
          yes={t('再掛一次', 'Register again')}
          onYes={() => go(asking)}
          onClose={() => setAsking(undefined)}
        >
          <p>
            {t(
              `要再為 ${asking.name} 掛一次號嗎？例如同日看第二科。`,
              `Register ${asking.name} once more? For a second department, say.`,
            )}
          </p>
        </Confirm>
      )}
    </form>
  );
}

export function Categories() {
  const codes = Object.entries(tables.value?.treatItems?.codes ?? { '01': { zh: '西醫門診', en: 'western medicine' } });
  const options = (those: typeof codes) =>
    those
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([code, words]) => (
        <option key={code} value={code}>
          {code} {word(words)}
          {words.online === true ? t('（須連線）', ' (needs the network)') : ''}
        </option>
      ));
  return (
    <>
      <optgroup label={t('計次', 'counted')}>{options(codes.filter(([, one]) => one.number !== false))}</optgroup>
      <optgroup label={t('不計次', 'not counted')}>{options(codes.filter(([, one]) => one.number === false))}</optgroup>
    </>
  );
}
