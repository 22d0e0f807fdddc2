/** @module 當日: what was promised today and before, how far it came, what to do about it; searched, filtered, exported. */

import { computed, effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FailureWords, JournalEntry } from '../../client/index.ts';
import { coalesce } from '../coalesce.ts';
import { rocOf, showTime } from '../roc.ts';
import { saveFile } from '../save-file.ts';
import { Scroll } from '../scroll.tsx';
import { reasons } from '../standing.ts';
import {
  control,
  journalVersion,
  link,
  needTables,
  openEntries,
  status,
  tables,
  tell,
  tellFailure,
  tellWords,
} from '../state.ts';
import { after } from '../time-and-chance.ts';
import { language, t, word } from '../words.ts';
import { csvOf, jsonOf } from './day/export.ts';
import {
  type Kind,
  kindWords,
  matching,
  needsIdentifier,
  type Row,
  rowsOf,
  stateWords,
  type Wanted,
} from './day/rows.ts';

const days = signal('1');
const entries = signal<readonly JournalEntry[] | undefined>(undefined);
const wanted = signal<Wanted>({ text: '', kind: '', state: '' });
const page = signal(0);
const ask = (change: Partial<Wanted>): void => {
  wanted.value = { ...wanted.value, ...change };
  page.value = 0;
};
/** As the journal answers at most. */
const mostEntries = 2000;
const perPage = 50;
const pause = 500;

const read = coalesce(
  async () => {
    entries.value = await control().get<readonly JournalEntry[]>('/api/v1/journal', { days: days.peek() });
  },
  (action) => after(pause, action),
);
/** What is open is shown however old it is. */
const rows = computed<readonly Row[]>(() => {
  const shown = entries.value ?? [];
  const ids = new Set(shown.map((entry) => entry.id));
  const today = rocOf(status.value?.now ?? 0).slice(0, 7);
  const all = rowsOf([...openEntries.value.filter((entry) => !ids.has(entry.id)), ...shown], rocOf);
  // A day is the calendar's, not the last 24 hours.
  return days.value === '1'
    ? all.filter((row) => rocOf(row.preparedAt).startsWith(today) || row.state !== 'sent')
    : all;
});
const found = computed(() => matching(rows.value, wanted.value));

export default function Day() {
  useEffect(() => {
    needTables().catch(tellFailure);
    return effect(() => {
      journalVersion.value;
      days.value;
      if (link.value === 'open') read();
    });
  }, []);
  const pages = Math.max(1, Math.ceil(found.value.length / perPage));
  const at = Math.min(page.value, pages - 1);
  const shown = found.value.slice(at * perPage, (at + 1) * perPage);
  return (
    <>
      <h1>{t('當日', 'Day')}</h1>
      <Open />
      <Filters />
      <p role="status" class="count">
        {entries.value === undefined
          ? t('讀取中…', 'Reading ..')
          : t(`共 ${found.value.length} 筆`, `${found.value.length} ${found.value.length === 1 ? 'entry' : 'entries'}`)}
        {(entries.value?.length ?? 0) >= mostEntries &&
          t(`（只顯示最近 ${mostEntries} 筆）`, ` (the newest ${mostEntries} are shown)`)}
      </p>
      <Table rows={shown} />
      {pages > 1 && (
        <nav class="pager" aria-label={t('分頁', 'Pages of the list')}>
          <button type="button" class="small secondary" aria-disabled={at === 0} onClick={() => turn(at - 1, pages)}>
            ‹ {t('上一頁', 'Previous')}
          </button>
          <span>
            {at + 1} / {pages}
          </span>
          <button
            type="button"
            class="small secondary"
            aria-disabled={at === pages - 1}
            onClick={() => turn(at + 1, pages)}
          >
            {t('下一頁', 'Next')} ›
          </button>
        </nav>
      )}
    </>
  );
}
const turn = (to: number, pages: number): void => {
  page.value = Math.max(0, Math.min(pages - 1, to));
};

/** What is in the journal and not yet at the centre, and why. */
function Open() {
  const now = status.value;
  const list = now === undefined ? [] : reasons(now, openEntries.value);
  const missing = rows.value.filter(needsIdentifier).length;
  if (list.length === 0 && missing === 0)
    return <p class="good">✔ {t('日誌都已送達資料中心。', 'All of the journal is at the centre.')}</p>;
  return (
    <ul class="allows">
      {list.map((reason) => (
        <li key={reason.kind} class={reason.kind === 'waiting' ? 'warning' : 'red'}>
          {reason.kind === 'waiting' ? '…' : '⚠'} {word(reason.words)}
          {t('：', ': ')}
          {word(reason.todo)}
        </li>
      ))}
      {missing > 0 && (
        <li class="warning">
          ⚠ {t(`${missing} 筆還沒有就醫識別碼，請補取`, `${missing} without an identifier: recover`)}
        </li>
      )}
    </ul>
  );
}

function Filters() {
  const { text, kind, state } = wanted.value;
  return (
    <search class="filters">
      <label>
        {t('搜尋', 'Search')}
        <input type="search" value={text} onInput={(event) => ask({ text: event.currentTarget.value })} />
      </label>
      <label>
        {t('期間', 'Period')}
        <select
          value={days.value}
          onChange={(event) => {
            days.value = event.currentTarget.value;
            page.value = 0;
          }}
        >
          <option value="1">{t('今天', 'today')}</option>
          <option value="3">{t('三天', '3 days')}</option>
          <option value="7">{t('七天', '7 days')}</option>
          <option value="31">{t('一個月', 'a month')}</option>
          <option value="366">{t('一年', 'a year')}</option>
        </select>
      </label>
      <label>
        {t('種類', 'Kind')}
        <select value={kind} onChange={(event) => ask({ kind: event.currentTarget.value as Wanted['kind'] })}>
          <option value="">{t('全部', 'all')}</option>
          {(Object.keys(kindWords) as Kind[]).map((one) => (
            <option key={one} value={one}>
              {word(kindWords[one])}
            </option>
          ))}
          <option value="recovered">{t('補取的識別碼', 'recovered identifiers')}</option>
        </select>
      </label>
      <label>
        {t('狀態', 'State')}
        <select value={state} onChange={(event) => ask({ state: event.currentTarget.value as Wanted['state'] })}>
          <option value="">{t('全部', 'all')}</option>
          <option value="open">{t('還沒完成的', 'not settled')}</option>
          {(Object.keys(stateWords) as Row['state'][]).map((one) => (
            <option key={one} value={one}>
              {word(stateWords[one])}
            </option>
          ))}
        </select>
      </label>
      <div class="export">
        <button type="button" class="small secondary" onClick={() => save('csv')}>
          {t('匯出 CSV', 'Export CSV')}
        </button>
        <button type="button" class="small secondary" onClick={() => save('json')}>
          {t('匯出 JSON', 'Export JSON')}
        </button>
      </div>
    </search>
  );
}

/** The rows that are found. */
function save(kind: 'csv' | 'json'): void {
  const text = kind === 'csv' ? csvOf(found.value, language.value) : jsonOf(found.value);
  const name = `opencshis-${rocOf(status.value?.now ?? 0).slice(0, 7)}.${kind}`;
  saveFile(name, kind === 'csv' ? 'text/csv' : 'application/json', text);
}

interface Recovered {
  readonly treatNum?: string;
  readonly failure?: FailureWords;
}
async function recover(row: Row): Promise<void> {
  try {
    const done = await control().post<Recovered>('/api/v1/recover', { personId: row.personId, dateTime: row.time });
    if (done.failure) tellWords(done.failure);
    else
      tell({
        level: 'good',
        zh: `已補取就醫識別碼：${done.treatNum ?? ''}`,
        en: `Identifier recovered: ${done.treatNum ?? ''}`,
      });
  } catch (error) {
    tellFailure(error);
  }
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <Scroll name={t('當日紀錄', "The day's entries")}>
      <table class="day">
        <thead>
          <tr>
            <th scope="col">{t('時間', 'Time')}</th>
            <th scope="col">{t('種類', 'Kind')}</th>
            <th scope="col">{t('身分證號', 'Id number')}</th>
            <th scope="col">{t('類別', 'Category')}</th>
            <th scope="col">{t('序號', 'Number')}</th>
            <th scope="col">{t('就醫識別碼', 'Identifier')}</th>
            <th scope="col">{t('狀態', 'State')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
const signs: { readonly [S in Row['state']]: string } = {
  sent: '✔',
  waiting: '…',
  refused: '✘',
  'in-doubt': '⚠',
  dropped: '–',
};
const levels: { readonly [S in Row['state']]: string } = {
  sent: 'good',
  waiting: 'warning',
  refused: 'red',
  'in-doubt': 'red',
  dropped: '',
};

function Line({ row }: { readonly row: Row }) {
  const item = tables.value?.treatItems?.codes[row.treatItem];
  const exception = tables.value?.exceptionCodes?.codes[row.exceptionCode];
  return (
    <tr class={row.undone ? 'undone' : ''}>
      <td>
        {showTime(row.time, language.value)}
        {row.byHand && <small> {t('人工填寫', 'stated by hand')}</small>}
      </td>
      <td>
        {row.recovered ? t('補取識別碼', 'recovered identifier') : word(kindWords[row.kind])}
        {row.undone && <small> {t('已退掛', 'undone')}</small>}
        {row.sameDay && <small> {t('同日第二次', 'second of the day')}</small>}
        {row.exceptionCode && (
          <small>
            {' '}
            {row.exceptionCode} {exception && word(exception)}
          </small>
        )}
      </td>
      <td>{row.personId}</td>
      <td>
        {row.treatItem} {item && <small>{word(item)}</small>}
      </td>
      <td>{row.seqNumber}</td>
      <td>
        {row.treatNum ? (
          <code>{row.treatNum}</code>
        ) : needsIdentifier(row) ? (
          <button
            type="button"
            class="small"
            onClick={() => void recover(row)}
            aria-label={t(`補取 ${row.personId} 的就醫識別碼`, `Recover the identifier of ${row.personId}`)}
          >
            {t('補取', 'Recover')}
          </button>
        ) : (
          row.receipt && <small>{row.receipt}</small>
        )}
      </td>
      <td class={levels[row.state]}>
        {signs[row.state]} {word(stateWords[row.state])}
        {row.state === 'in-doubt' && <small> {t('請放回卡片', 'put the card back')}</small>}
        {row.refused && <small> {row.refused}</small>}
      </td>
    </tr>
  );
}
