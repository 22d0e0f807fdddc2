/** @module 呼叫紀錄: calls as they come, fields named, values of people left out. */

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TraceEntry } from '../../client/index.ts';
import { CodeLink } from '../code-link.tsx';
import { Copy } from '../reference/copy.tsx';
import { book, needBook } from '../reference/load.ts';
import { everything, type Filter, filtered, merged, timeOf } from '../reference/trace.ts';
import { findApi, isGood, meaningOf, titleOf } from '../reference/types.ts';
import { linkTo } from '../route.ts';
import { calls, control, tellFailure } from '../state.ts';
import { t, word } from '../words.ts';

const aPage = 100;

export default function Trace() {
  const [before, setBefore] = useState<readonly TraceEntry[]>([]);
  const [paused, setPaused] = useState<readonly TraceEntry[] | undefined>(undefined);
  const [filter, setFilter] = useState<Filter>(everything);
  const [most, setMost] = useState(aPage);
  useEffect(() => {
    needBook();
    control().get<readonly TraceEntry[]>('/api/v1/trace').then(setBefore, tellFailure);
  }, []);
  const known = book.value;
  const now = calls.value;
  const all = useMemo(() => merged(now, before), [now, before]);
  const list = paused ?? all;
  const shown = useMemo(
    () =>
      filtered(list, filter, (name) => {
        const api = known && findApi(known, name);
        return api ? `${api.no} ${api.title.zh} ${api.title.en}` : '';
      }),
    [list, filter, known],
  );
  const programs = useMemo(() => [...new Set(list.map((entry) => entry.program))].sort(), [list]);
  const set = (name: keyof Filter) => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    setFilter((before) => ({ ...before, [name]: value }));
    setMost(aPage);
  };
  const waiting = paused === undefined ? 0 : all.length - paused.length;
  return (
    <>
      <h1>{t('呼叫紀錄', 'Trace')}</h1>
      <p class="quiet">
        {t(
          '個人的值不在這裡：只有欄位名稱與長度。要把呼叫完整錄下來重播：',
          'Values of people are redacted: only their fields and lengths are here. To record calls for a replay: ',
        )}
        <code>opencshis trace record</code>
      </p>
      <form class="filters" onSubmit={(event) => event.preventDefault()} aria-label={t('篩選', 'Filter')}>
        <label>
          {t('函式', 'Function')}
          <input type="search" value={filter.api} onInput={set('api')} />
        </label>
        <label>
          {t('代碼', 'Code')}
          <input type="search" inputMode="numeric" value={filter.code} onInput={set('code')} />
        </label>
        <label>
          {t('入口', 'Door')}
          <select value={filter.door} onChange={set('door')}>
            <option value="">{t('全部', 'all')}</option>
            {['native', 'http', 'in-process'].map((door) => (
              <option key={door} value={door}>
                {doorWord(door)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('程式', 'Program')}
          <select value={filter.program} onChange={set('program')}>
            <option value="">{t('全部', 'all')}</option>
            {programs.map((program) => (
              <option key={program} value={program}>
                {program}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="secondary"
          aria-pressed={paused !== undefined}
          onClick={() => setPaused(paused === undefined ? all : undefined)}
        >
          {paused === undefined ? t('暫停', 'Pause') : t(`繼續（${waiting} 筆新的）`, `Go on (${waiting} new)`)}
        </button>
        <Copy what={t('全部（JSON）', 'all (JSON)')} text={() => JSON.stringify(shown, null, 2)} />
      </form>
      <p role="status">
        {shown.length === 0
          ? t('還沒有符合的呼叫。', 'No such call yet.')
          : t(`${shown.length} 個呼叫，新的在前`, `${shown.length} calls, the newest first`)}
      </p>
      <ol class="trace">
        {shown.slice(0, most).map((entry, at) => (
          <Call key={`${entry.at} ${entry.api} ${entry.ms} ${shown.length - at}`} entry={entry} />
        ))}
      </ol>
      {shown.length > most && (
        <button type="button" class="secondary" onClick={() => setMost(most + aPage * 5)}>
          {t(`還有 ${shown.length - most} 個`, `${shown.length - most} more`)}
        </button>
      )}
    </>
  );
}

const doorWord = (door: string): string =>
  ({ native: t('程式庫、命令列', 'library, command line'), http: 'HTTP', 'in-process': t('程式內', 'in process') })[
    door
  ] ?? door;

function Call({ entry }: { readonly entry: TraceEntry }) {
  const [open, setOpen] = useState(false);
  const known = book.value;
  const api = known && findApi(known, entry.api);
  const meaning = known && api ? word(meaningOf(known, api, entry.code)) : '';
  const good = known && api ? isGood(known, api, entry.code) : entry.why === undefined;
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <time>{timeOf(entry.at)}</time>{' '}
          <span class={api?.deprecated ? 'name old' : 'name'}>{api ? titleOf(api) : entry.api}</span>
          {api?.deprecated && <span class="old-mark"> {t('（已停用）', '(deprecated)')}</span>}{' '}
          <span class={good ? 'good' : 'bad'}>
            {good ? '✔' : '✘'} {entry.code}
          </span>{' '}
          {meaning} <small>{t(`${entry.ms.toFixed(0)} 毫秒`, `${entry.ms.toFixed(0)} ms`)}</small>
        </summary>
        {open && (
          <div class="detail">
            {entry.why && (
              <p>
                <CodeLink code={entry.code} /> {word(entry.why)}
              </p>
            )}
            <dl class="facts">
              <dt>{t('入口', 'Door')}</dt>
              <dd>{doorWord(entry.door)}</dd>
              <dt>{t('程式', 'Program')}</dt>
              <dd>{entry.program}</dd>
              {Object.entries(entry.inputs).map(([name, value]) => {
                const title = api?.params.find((param) => param.name === name)?.title;
                return [
                  <dt key={`${name} title`}>
                    <code>{name}</code> {title && word(title)}
                  </dt>,
                  <dd key={name}>{value}</dd>,
                ];
              })}
              <dt>{t('步驟', 'Steps')}</dt>
              <dd>{entry.steps.length === 0 ? '—' : entry.steps.join(' → ')}</dd>
            </dl>
            <p class="actions">
              {api && <a href={linkTo('explorer', api.no)}>{t('在「函式」開啟', 'Open in Explorer')}</a>}
              <a href={linkTo('help', String(entry.code))}>{t(`${entry.code} 的說明`, `Help on ${entry.code}`)}</a>
              <Copy what="JSON" text={() => JSON.stringify(entry, null, 2)} />
            </p>
          </div>
        )}
      </details>
    </li>
  );
}
