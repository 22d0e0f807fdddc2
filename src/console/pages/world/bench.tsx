/** @module The fault bench: what is on and how often it still strikes; bad days by one button; every fault with its form. */

import { useState } from 'preact/hooks';
import { linkTo } from '../../route.ts';
import { status, tell } from '../../state.ts';
import { say, t, word } from '../../words.ts';
import { type BadDay, badDays } from './days.ts';
import { faultOf, left } from './fault-form.ts';
import { act, worldState } from './model.ts';
import type { Fault, FaultKind, FaultOption } from './types.ts';

export function FaultBench() {
  const [find, look] = useState('');
  const state = worldState.value;
  if (state === undefined) return null;
  const wanted = find.trim().toLowerCase();
  const fits = (kind: FaultKind): boolean =>
    [kind.name, kind.title.zh, kind.title.en, ...kind.codes.map(String)].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  const kinds = state.faultKinds.filter(fits);
  return (
    <section aria-labelledby="faults-title">
      <h2 id="faults-title">{t('故障台', 'Fault bench')}</h2>
      <OnNow faults={state.faults} kinds={state.faultKinds} />
      <h3>{t('出事的日子', 'Days that go wrong')}</h3>
      <ul class="days">
        {badDays.map((day) => (
          <li key={day.name}>
            <button type="button" class="secondary" onClick={() => begin(day)}>
              {word(day.title)}
            </button>
            <small>{word(day.look)}</small>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="outline" onClick={mend}>
          {t('全部恢復正常', 'Everything back to normal')}
        </button>{' '}
        <small>
          {t(
            '網路接通、時鐘調回、故障全關；卡片與紀錄不動。',
            'Links up, clock right, faults off; cards and records stay.',
          )}
        </small>
      </p>
      <h3>{t('每一種故障', 'Every fault')}</h3>
      <label>
        {t('找故障（名稱、說明或回傳碼）', 'Find a fault (name, words or return code)')}
        <input type="search" value={find} onInput={(event) => look(event.currentTarget.value)} />
      </label>
      <p role="status">{t(`${kinds.length} 種`, `${kinds.length} kinds`)}</p>
      {Object.entries(state.faultPlaces).map(([place, title]) => {
        const here = kinds.filter((kind) => kind.place === place);
        return here.length === 0 ? null : (
          <details key={place} class="place" open={wanted !== ''}>
            <summary>
              {word(title)} <small>{here.length}</small>
            </summary>
            {here.map((kind) => (
              <FaultForm key={kind.name} kind={kind} />
            ))}
          </details>
        );
      })}
    </section>
  );
}

function OnNow({ faults, kinds }: { readonly faults: readonly Fault[]; readonly kinds: readonly FaultKind[] }) {
  return (
    <section class="on-now" aria-label={t('開著的故障', 'faults that are on')}>
      {faults.length === 0 ? (
        <p>{t('✔ 現在沒有開著的故障', '✔ no fault is on')}</p>
      ) : (
        <ul>
          {faults.map((fault) => {
            const kind = kinds.find((one) => one.name === fault.name);
            const rest = left(fault, kind);
            const title = kind ? word(kind.title) : fault.name;
            return (
              <li key={fault.id} data-fault={fault.name}>
                <span>
                  <strong>⚠ {title}</strong>{' '}
                  {Object.entries(fault.options ?? {}).map(([name, value]) => (
                    <code key={name}>{`${name}=${value} `}</code>
                  ))}
                </span>
                <span class="count">
                  {t(`發生 ${fault.struck} 次，`, `struck ${fault.struck}, `)}
                  {rest === undefined
                    ? t('直到關閉', 'until switched off')
                    : rest === 0
                      ? t('用完了', 'none left')
                      : t(`還有 ${rest} 次`, `${rest} left`)}
                </span>
                <button
                  type="button"
                  class="secondary small"
                  onClick={() => act('fault', { name: 'off', id: fault.id })}
                >
                  {t('關閉', 'Off')}
                  <span class="unseen"> {title}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

async function begin(day: BadDay): Promise<void> {
  for (const { action, body } of day.steps) if ((await act(action, body)) === undefined) return;
  tell({ level: 'warning', ...day.title, todo: day.look });
}

async function mend(): Promise<void> {
  for (const [action, body] of [
    ['network', { up: true }],
    ['clock', { shift: 0 }],
    ['offline', { mode: 'delegated' }],
    ['fault', { name: 'off' }],
  ] as const)
    if ((await act(action, body)) === undefined) return;
  tell({ level: 'good', ...say('全部恢復正常了。', 'Everything is back to normal.') });
}

const usual: { readonly [L in FaultKind['lasts']]: string } = { once: '1', 'until-off': '', now: '' };

function FaultForm({ kind }: { readonly kind: FaultKind }) {
  return (
    <details class="fault" data-kind={kind.name}>
      <summary>
        {word(kind.title)} <code>{kind.name}</code>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
          void act('fault', faultOf(kind, Object.fromEntries(fields)));
        }}
      >
        {kind.codes.length > 0 && (
          <p>
            {t('會讓呼叫得到', 'Calls answer')}{' '}
            {kind.codes.map((code) => (
              <a key={code} href={linkTo('help', String(code))}>
                {code}{' '}
              </a>
            ))}
          </p>
        )}
        <div class="options">
          {kind.options.map((option) => (
            <Option key={option.name} option={option} />
          ))}
          {kind.lasts !== 'now' && (
            <label>
              {t('幾次', 'How often')}{' '}
              <small>{kind.lasts === 'until-off' ? t('空白：直到關閉', 'empty: until switched off') : ''}</small>
              <input name="times" type="number" min={1} max={1_000_000} defaultValue={usual[kind.lasts]} />
            </label>
          )}
        </div>
        <button type="submit">
          {kind.lasts === 'now' ? t('現在發生', 'Make it happen') : t('開啟', 'Switch on')}
          <span class="unseen"> {word(kind.title)}</span>
        </button>
      </form>
    </details>
  );
}

function Option({ option }: { readonly option: FaultOption }) {
  const title = (
    <>
      {word(option.title)} <code>{option.name}</code>
    </>
  );
  if (option.kind === 'flag')
    return (
      <label>
        <input type="checkbox" name={option.name} />
        {title}
      </label>
    );
  if (option.kind === 'choice' || option.kind === 'slot') {
    const choices = option.choices ?? (status.value?.slots ?? []).map(({ name }) => name);
    return (
      <label>
        {title}
        <select name={option.name} required={option.required}>
          {!option.required && <option value="">{t('不限', 'any')}</option>}
          {choices.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
    );
  }
  const number = option.kind === 'number';
  return (
    <label>
      {title}{' '}
      <small>
        {number
          ? t(`${option.from} 到 ${option.to} ${option.unit?.zh}`, `${option.from} to ${option.to} ${option.unit?.en}`)
          : t(`${option.digits} 位十六進位`, `${option.digits} hex digits`)}
      </small>
      <input
        name={option.name}
        {...(number
          ? { type: 'number' as const, min: option.from, max: option.to }
          : { pattern: `[0-9a-fA-F]{${option.digits}}` })}
        autoComplete="off"
        defaultValue={String(option.default ?? '')}
      />
    </label>
  );
}
