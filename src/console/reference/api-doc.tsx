/** @module A function's documentation, all of it from the catalogue. */

import { CodeLink } from '../code-link.tsx';
import { linkTo } from '../route.ts';
import { Scroll } from '../scroll.tsx';
import { t, word } from '../words.ts';
import { type ApiEntry, type Book, findApi, findTable, meaningOf, titleOf } from './types.ts';

export function Deprecated({ book, api }: { readonly book: Book; readonly api: ApiEntry }) {
  if (api.deprecated === null) return null;
  const { replacedBy, since, why } = api.deprecated;
  const other = findApi(book, replacedBy);
  return (
    <p class="deprecated">
      <strong>⚠ {t(`自 ${since} 起停用`, `Deprecated since ${since}`)}</strong> {word(why)} {t('請改用', 'Use')}{' '}
      <a href={linkTo('explorer', replacedBy)}>{other ? titleOf(other) : replacedBy}</a>
    </p>
  );
}

export function Facts({ book, api }: { readonly book: Book; readonly api: ApiEntry }) {
  const needs = api.needs.map(({ need, whenMissing, profile }) => (
    <li key={`${need} ${profile}`}>
      {word(book.words.needs[need] ?? { zh: need, en: need })}
      {profile !== undefined && ` (${profile})`}{' '}
      <small>
        {typeof whenMissing === 'number' ? (
          <>
            {t('缺少時', 'else')} <CodeLink code={whenMissing} />
          </>
        ) : (
          t('缺少時資料較少', 'with less where it is missing')
        )}
      </small>
    </li>
  ));
  return (
    <>
      <Deprecated book={book} api={api} />
      {api.about !== null && <p>{word(api.about)}</p>}
      <Scroll name={t('C 原型', 'C prototype')}>
        <code class="prototype">{api.prototype}</code>
      </Scroll>
      <dl class="facts">
        <dt>{t('自版本', 'Since')}</dt>
        <dd>{api.since}</dd>
        {api.replaces !== null && (
          <>
            <dt>{t('取代', 'Replaces')}</dt>
            <dd>
              <a href={linkTo('explorer', api.replaces)}>{api.replaces}</a>
            </dd>
          </>
        )}
        {api.aliases.length > 0 && (
          <>
            <dt>{t('別名', 'Aliases')}</dt>
            <dd>{api.aliases.join(', ')}</dd>
          </>
        )}
        <dt>{t('需要', 'Needs')}</dt>
        <dd>{needs.length === 0 ? t('無', 'nothing') : <ul class="inline">{needs}</ul>}</dd>
        {api.online !== null && (
          <>
            <dt>{t('連線', 'Online')}</dt>
            <dd>
              {api.online === 'always'
                ? t('必須連線', 'always')
                : t('依就醫類別', 'depends on the category of the visit')}
            </dd>
          </>
        )}
        <dt>{t('出處', 'Source')}</dt>
        <dd>{api.source}</dd>
      </dl>
    </>
  );
}

export function Parameters({ book, api }: { readonly book: Book; readonly api: ApiEntry }) {
  if (api.params.length === 0) return <p>{t('沒有參數。', 'It takes no parameters.')}</p>;
  return (
    <Scroll name={t('參數', 'Parameters')}>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{t('名稱', 'Name')}</th>
            <th scope="col">{t('方向', 'Direction')}</th>
            <th scope="col">{t('型別', 'Type')}</th>
            <th scope="col">{t('位元組', 'Bytes')}</th>
            <th scope="col">{t('意義', 'Meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {api.params.map((param) => {
            const table = findTable(book, param.table);
            const kind = book.words.params[param.kind];
            return (
              <tr key={param.name}>
                <td>
                  <code>{param.name}</code>
                </td>
                <td>{word(book.words.directions[param.direction] ?? { zh: '', en: '' })}</td>
                <td>
                  <code>{param.cType}</code>
                </td>
                <td class="number">{param.length ?? (param.maxRead === null ? '' : `≤ ${param.maxRead - 1}`)}</td>
                <td>
                  {word(param.title)}{' '}
                  <small>
                    {kind && word(kind)}{' '}
                    {table && <a href={linkTo('help', `table-${table.name}`)}>{word(table.title)}</a>}
                  </small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

export function Returns({ book, api }: { readonly book: Book; readonly api: ApiEntry }) {
  const results = api.results.flatMap((name) => findTable(book, name) ?? []);
  return (
    <>
      {api.returns.length > 0 && (
        <Scroll name={t('回傳碼', 'Return codes')}>
          <table class="plain">
            <tbody>
              {api.returns.map(({ code }) => (
                <tr key={code}>
                  <th scope="row" class="number">
                    <CodeLink code={code} />
                  </th>
                  <td>{word(meaningOf(book, api, code))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {results.map((table) => (
        <p key={table.name}>
          {t('回傳值的意義：', 'What the value means: ')}
          <a href={linkTo('help', `table-${table.name}`)}>{word(table.title)}</a>
        </p>
      ))}
    </>
  );
}
