/** @module Links, offline rules, the clock, the power. */

import { useEffect, useState } from 'preact/hooks';
import { every, monotonic } from '../../time-and-chance.ts';
import { t } from '../../words.ts';
import { fieldOfWall, shiftInUnits, wallOfField } from './clock.ts';
import { act, clockRead, worldState } from './model.ts';
import type { WorldState } from './types.ts';

/** What was chosen stays so until the world has it: a look that was under way already brings the old once more. */
function useChoice<T>(choose: (to: T) => Promise<unknown>): [T | undefined, (to: T) => void] {
  const [wanted, want] = useState<T>();
  return [
    wanted,
    (to) => {
      want(() => to);
      // Another choice may have been made meanwhile: that one stays.
      void choose(to).finally(() => want((now) => (now === to ? undefined : now)));
    },
  ];
}

function LinkSwitch({ link, up }: { readonly link: 'centre' | 'sam'; readonly up: boolean }) {
  const [wanted, choose] = useChoice((to: boolean) => act('network', { link, up: to }));
  const shown = wanted ?? up;
  return (
    <label>
      <input
        type="checkbox"
        role="switch"
        aria-checked={shown}
        name={`link-${link}`}
        checked={shown}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      {link === 'centre'
        ? t('到資料中心', 'to the data centre')
        : t('到安全模組服務（5.1）', "to the security module's service (5.1)")}
      {up ? t('：✔ 通', ': ✔ up') : t('：✘ 斷', ': ✘ cut')}
    </label>
  );
}

export function Switches() {
  const state = worldState.value;
  const [mode, chooseMode] = useChoice((to: WorldState['offlineMode']) => act('offline', { mode: to }));
  if (state === undefined) return null;
  return (
    <section aria-labelledby="switches-title">
      <h2 id="switches-title">{t('開關', 'Switches')}</h2>
      <div class="boards">
        <fieldset>
          <legend>{t('網路', 'Network')}</legend>
          {(['centre', 'sam'] as const).map((link) => (
            <LinkSwitch key={link} link={link} up={state.links[link]} />
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('離線時', 'While offline')}</legend>
          {(['delegated', 'official'] as const).map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="offline"
                checked={(mode ?? state.offlineMode) === one}
                onChange={() => chooseMode(one)}
              />
              {one === 'delegated'
                ? t('委任：1.53 照樣給識別碼', 'delegated: 1.53 gives identifiers all the same')
                : t('官方：1.53 回 4061', 'official: 1.53 answers 4061')}
            </label>
          ))}
        </fieldset>
        <ClockBoard shift={state.clockShift} />
        <PowerBoard />
      </div>
    </section>
  );
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function ClockBoard({ shift }: { readonly shift: number }) {
  const [wanted, want] = useState('');
  const step = (by: number): Promise<unknown> => act('clock', { shift: shift + by });
  const units = shiftInUnits(shift);
  const words = units
    .map(({ count, unit }) => t(`${count}${{ d: '日', h: '時', m: '分' }[unit]}`, `${count}${unit}`))
    .join(' ');
  const target = wallOfField(wanted);
  return (
    <fieldset>
      <legend>{t('時鐘', 'Clock')}</legend>
      <WorldTime />
      <p>
        {units.length === 0
          ? t('與真實時間相同', 'the true time')
          : shift > 0
            ? t(`比真實時間快 ${words}`, `${words} ahead of the true time`)
            : t(`比真實時間慢 ${words}`, `${words} behind the true time`)}
      </p>
      <div class="buttons">
        {(
          [
            [-day, t('−1 日', '−1 day')],
            [-hour, t('−1 時', '−1 h')],
            [-10 * minute, t('−10 分', '−10 min')],
            [10 * minute, t('+10 分', '+10 min')],
            [hour, t('+1 時', '+1 h')],
            [day, t('+1 日', '+1 day')],
            [30 * day, t('+30 日', '+30 days')],
          ] as const
        ).map(([by, text]) => (
          <button key={by} type="button" class="secondary outline small" onClick={() => step(by)}>
            {text}
          </button>
        ))}
        <button type="button" class="secondary small" disabled={shift === 0} onClick={() => act('clock', { shift: 0 })}>
          {t('調回現在', 'Back to now')}
        </button>
      </div>
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          if (target !== undefined) void step(target - wallNow());
        }}
      >
        <label>
          {t('調到', 'Set to')}
          <input
            type="datetime-local"
            name="clock-to"
            required
            value={wanted}
            onInput={(event) => want(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="secondary">
          {t('調整', 'Set')}
        </button>
      </form>
    </fieldset>
  );
}

const wallNow = (): number => clockRead.value.wall + monotonic() - clockRead.value.at;

/** It ticks for whoever looks; read out it would never end. */
function WorldTime() {
  const [, tick] = useState(0);
  useEffect(() => every(1000, () => tick((count) => count + 1)), []);
  const text = fieldOfWall(wallNow());
  const year = Number(text.slice(0, 4)) - 1911;
  return (
    <p class="world-time">
      <time dateTime={text}>{text.replace('T', ' ')}</time> {t(`民國 ${year} 年`, `ROC year ${year}`)}
    </p>
  );
}

function PowerBoard() {
  const [seconds, choose] = useState('10');
  return (
    <fieldset>
      <legend>{t('電源', 'Power')}</legend>
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          void act('power', { seconds: Number(seconds) });
        }}
      >
        <label>
          {t('停電幾秒', 'Cut it for (seconds)')}
          <input
            type="number"
            name="seconds"
            min={1}
            max={3600}
            step={1}
            required
            value={seconds}
            onInput={(event) => choose(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="contrast">
          {t('停電', 'Cut the power')}
        </button>
      </form>
      <p class="quiet">
        {t(
          '所有程序立刻消失，時間到自己回來。要停多久都行：',
          'Every process is gone at once, and back by itself. For as long as you like:',
        )}{' '}
        <code>opencshis power off</code>, <code>opencshis power on</code>
      </p>
    </fieldset>
  );
}
