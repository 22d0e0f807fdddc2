/** @module 說明: what every code, function, table and term means, and what to do; found by number, name or words. */

import { useEffect, useMemo, useRef } from 'preact/hooks';
import { pages } from '../pages.tsx';
import { Facts, Parameters, Returns } from '../reference/api-doc.tsx';
import { CodeItems } from '../reference/code-items.tsx';
import { book, needBook } from '../reference/load.ts';
import { Question } from '../reference/question.tsx';
import { type Entry, entriesOf } from '../reference/search.ts';
import { SearchList } from '../reference/search-list.tsx';
import {
  type ApiEntry,
  type Book,
  type CodeEntry,
  findApi,
  findCode,
  findTable,
  type TableEntry,
  titleOf,
} from '../reference/types.ts';
import { linkTo, route } from '../route.ts';
import { Scroll } from '../scroll.tsx';
import { simulated } from '../state.ts';
import { t, word } from '../words.ts';

export default function Help() {
  useEffect(needBook, []);
  const known = book.value;
  const entries = useMemo(() => (known ? entriesOf(known) : []), [known]);
  const what = route.value[1] ?? '';
  const before = useRef(what);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (before.current !== what) place.current?.focus();
    before.current = what;
  }, [what]);
  return (
    <>
      <h1>{t('說明', 'Help')}</h1>
      {known === undefined ? (
        <p aria-busy="true">{t('載入中…', 'Loading ..')}</p>
      ) : (
        <div class="beside">
          <SearchList
            entries={entries}
            label={t('尋找代碼、函式、名詞', 'Find a code, a function, a term')}
            current={what}
            hrefOf={(entry: Entry) => linkTo('help', entry.at)}
          />
          <article ref={place} tabIndex={-1} class="help">
            <Subject known={known} what={what} />
          </article>
        </div>
      )}
    </>
  );
}

function Subject({ known, what }: { readonly known: Book; readonly what: string }) {
  if (what === '') return <Beginning known={known} />;
  if (what === 'keys') return <Keys />;
  const code = /^-?\d{1,5}$/.test(what) ? findCode(known, Number(what)) : undefined;
  if (code) return <Code known={known} entry={code} />;
  const asked = known.faq.find(({ no }) => `q${no}` === what.toLowerCase());
  if (asked) return <Question known={known} entry={asked} />;
  const api = findApi(known, what);
  if (api) return <Api known={known} api={api} />;
  const table = findTable(known, what.replace(/^table-/, ''));
  if (table) return <Table known={known} table={table} />;
  const term = known.terms.find(({ id }) => `term-${id}` === what);
  if (term)
    return (
      <>
        <h2>{word(term.title)}</h2>
        <p>{word(term.words)}</p>
      </>
    );
  return <p>{t(`沒有 ${what} 的說明，請用上面的搜尋。`, `There is no help on ${what}: search for it.`)}</p>;
}

/** Where nothing is asked for: what there is, the codes that counters meet first. */
const oftenMet = [5010, 5003, 5001, 4061, 4050, 4013, 5102, 5109, 6018, 4000];
function Beginning({ known }: { readonly known: Book }) {
  return (
    <>
      <p>
        {t(
          '輸入回傳碼、函式編號或名稱、或任何文字；中文英文都可以。按 / 開始搜尋。',
          'Type a return code, the number or name of a function, or any words, in either language. Press / to search.',
        )}
      </p>
      <h2>{t('問答集（健保署 110-12-10）', 'The questions of NHI’s list (110-12-10)')}</h2>
      <ul>
        {known.faq.map(({ no, question }) => (
          <li key={no}>
            <a href={linkTo('help', `q${no}`)}>
              Q{no} {word(question)}
            </a>
          </li>
        ))}
      </ul>
      <h2>{t('常見的代碼', 'Codes met most')}</h2>
      <ul>
        <CodeItems known={known} codes={oftenMet} />
      </ul>
      <h2>{t('代碼表', 'Code tables')}</h2>
      <ul class="inline">
        {known.tables.map((table) => (
          <li key={table.name}>
            <a href={linkTo('help', `table-${table.name}`)}>{word(table.title)}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={linkTo('help', 'keys')}>{t('主控台的鍵盤操作', 'The console by keyboard')}</a>
      </p>
    </>
  );
}

const Functions = ({ list }: { readonly list: readonly ApiEntry[] }) => (
  <ul class="apis">
    {list.map((api) => (
      <li key={api.name}>
        <a href={linkTo('help', api.no)} class={api.deprecated ? 'old' : ''}>
          {titleOf(api)}
        </a>{' '}
        {word(api.title)}
        {api.deprecated && <span class="old-mark"> {t('（已停用）', '(deprecated)')}</span>}
      </li>
    ))}
  </ul>
);

function Code({ known, entry }: { readonly known: Book; readonly entry: CodeEntry }) {
  const answering = known.apis.filter((api) => api.returns.some(({ code }) => code === entry.code));
  return (
    <>
      <h2>
        {entry.code} {word(entry)}
      </h2>
      <dl class="facts">
        <dt>{t('可能的原因', 'Likely cause')}</dt>
        <dd>{word(entry.cause)}</dd>
        <dt>{t('怎麼處理', 'What to do')}</dt>
        <dd>{word(entry.todo)}</dd>
        {entry.data && (
          <>
            <dt>{t('資料', 'Data')}</dt>
            <dd>{t('回覆帶有資料，照常使用。', 'The answer carries data: use them.')}</dd>
          </>
        )}
        {simulated.value && entry.reachBy !== null && (
          <>
            <dt>{t('在模擬世界', 'In the simulated world')}</dt>
            <dd>
              {t('以故障開關造成：', 'made to happen by the fault ')}
              <code>{entry.reachBy}</code>
            </dd>
          </>
        )}
      </dl>
      <h3>{t('會回傳這個代碼的函式', 'Functions that answer it')}</h3>
      {answering.length === 0 ? (
        <p>{t('沒有函式列出它。', 'No function lists it.')}</p>
      ) : (
        <Functions list={answering} />
      )}
    </>
  );
}

function Api({ known, api }: { readonly known: Book; readonly api: ApiEntry }) {
  return (
    <>
      <h2>
        <span class={api.deprecated ? 'old' : ''}>{titleOf(api)}</span> {word(api.title)}
      </h2>
      <p>
        <a href={linkTo('explorer', api.no)}>{t('在「函式」開啟並呼叫', 'Open in Explorer and call it')}</a>
      </p>
      <Facts book={known} api={api} />
      <h3>{t('參數', 'Parameters')}</h3>
      <Parameters book={known} api={api} />
      <h3>{t('回傳碼', 'Return codes')}</h3>
      <Returns book={known} api={api} />
    </>
  );
}

function Table({ known, table }: { readonly known: Book; readonly table: TableEntry }) {
  const users = known.apis.filter(
    (api) =>
      api.results.includes(table.name) ||
      api.params.some((param) => param.table === table.name) ||
      Object.values(api.buffers).some(({ fields }) => fields.some((field) => field.table === table.name)),
  );
  return (
    <>
      <h2>
        {word(table.title)} <code>{table.name}</code>
      </h2>
      <Scroll name={word(table.title)}>
        <table class="plain">
          <tbody>
            {Object.entries(table.codes).map(([code, words]) => (
              <tr key={code}>
                <th scope="row">
                  <code>{code.trim() === '' ? t('空白', 'blank') : code}</code>
                </th>
                <td>{word(words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="quiet">{table.source}</p>
      {users.length > 0 && (
        <>
          <h3>{t('使用它的函式', 'Functions that use it')}</h3>
          <Functions list={users} />
        </>
      )}
    </>
  );
}

function Keys() {
  const rows: readonly (readonly [key: string, what: string])[] = [
    ...pages
      .filter((page) => page.simulated === undefined || simulated.value)
      .map((page, at) => [`Alt + ${at + 1}`, word(page.title)] as const),
    ['/', t('到搜尋（函式、說明）', 'to the search (Explorer, Help)')],
    [
      '↓ ↑',
      t(
        '在搜尋結果之間移動；在尺規上移到下一個、上一個欄位',
        'through what was found; on a ruler to the next field and the one before',
      ),
    ],
    ['Enter', t('開啟；在搜尋框開啟第一個結果', 'opens; in the search it opens the first that was found')],
    ['Tab', t('到下一個欄位或按鈕', 'to the next field or button')],
    ['Esc', t('取消密碼輸入', 'cancels a PIN')],
  ];
  return (
    <>
      <h2>{t('主控台的鍵盤操作', 'The console by keyboard')}</h2>
      <table class="plain">
        <tbody>
          {rows.map(([key, what]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
