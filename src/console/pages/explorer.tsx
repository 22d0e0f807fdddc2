/** @module 函式: every function with its documentation, a form to call it, and what it answered. */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Facts, Parameters, Returns } from '../reference/api-doc.tsx';
import { CallForm } from '../reference/call-form.tsx';
import { CallResult } from '../reference/call-result.tsx';
import { Copy } from '../reference/copy.tsx';
import * as form from '../reference/form.ts';
import { book, needBook } from '../reference/load.ts';
import { samplesOf } from '../reference/samples.ts';
import { entriesOf } from '../reference/search.ts';
import { SearchList } from '../reference/search-list.tsx';
import { type Sent, send } from '../reference/send.ts';
import { type ApiEntry, type Book, findApi, titleOf } from '../reference/types.ts';
import { linkTo, route } from '../route.ts';
import { Scroll } from '../scroll.tsx';
import { tellFailure } from '../state.ts';
import { t, word } from '../words.ts';

export default function Explorer() {
  useEffect(needBook, []);
  const known = book.value;
  const entries = useMemo(() => (known ? entriesOf(known).filter(({ kind }) => kind === 'api') : []), [known]);
  const what = route.value[1] ?? '';
  const api = known && findApi(known, what);
  return (
    <>
      <h1>{t('函式', 'Explorer')}</h1>
      {known === undefined ? (
        <p aria-busy="true">{t('載入中…', 'Loading ..')}</p>
      ) : (
        <div class="beside">
          <SearchList
            entries={entries}
            label={t('尋找函式', 'Find a function')}
            current={api?.no ?? ''}
            all
            hrefOf={(entry) => linkTo('explorer', entry.at)}
          />
          {api ? (
            <OneFunction key={api.name} book={known} api={api} />
          ) : (
            <p>
              {what === ''
                ? t(
                    '選一個函式：看說明、填表單、呼叫它。',
                    'Choose a function: read about it, fill in its form, call it.',
                  )
                : t(`沒有 ${what} 這個函式。`, `There is no function ${what}.`)}
            </p>
          )}
        </div>
      )}
    </>
  );
}

let opened = false;
function OneFunction({ book: known, api }: { readonly book: Book; readonly api: ApiEntry }) {
  const [values, setValues] = useState<form.Values>(() => form.exampleValues(api));
  const [file, setFile] = useState<File | undefined>(undefined);
  const [progress, setProgress] = useState<number | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<
    { readonly sent: Sent; readonly inputs: form.Inputs; readonly marker: string } | undefined
  >(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened a function goes on with it, and not through the rest of the list.
  useEffect(() => {
    if (opened) heading.current?.focus();
    opened = true;
  }, []);
  const inputs = form.inputsOf(api, values);
  const submit = (): void => {
    setBusy(true);
    send(api, inputs, file, setProgress)
      .then((sent) => setDone({ sent, inputs, marker: form.markerOf(api, values) }), tellFailure)
      .finally(() => {
        setBusy(false);
        setProgress(undefined);
      });
  };
  return (
    <article class="function">
      <h2 ref={heading} tabIndex={-1}>
        <span class={api.deprecated ? 'old' : ''}>{titleOf(api)}</span> {word(api.title)}
      </h2>
      <Facts book={known} api={api} />
      <details>
        <summary>
          {t('參數', 'Parameters')} ({api.params.length})
        </summary>
        <Parameters book={known} api={api} />
      </details>
      <details>
        <summary>
          {t('回傳碼', 'Return codes')} ({api.returns.length})
        </summary>
        <Returns book={known} api={api} />
      </details>
      <h3>{t('呼叫', 'Call')}</h3>
      <CallForm
        book={known}
        api={api}
        values={values}
        busy={busy}
        progress={progress}
        change={(key, value) => setValues((now) => ({ ...now, [key]: value }))}
        file={setFile}
        submit={submit}
      />
      {done && <CallResult book={known} api={api} inputs={done.inputs} marker={done.marker} sent={done.sent} />}
      <h3>{t('同一個呼叫的程式碼', 'The same call in a program')}</h3>
      {samplesOf(api, inputs).map((sample) => (
        <details key={sample.id} name="sample">
          <summary>{sample.title}</summary>
          <Scroll name={sample.title}>
            <pre>
              <code>{sample.code}</code>
            </pre>
          </Scroll>
          <Copy what={sample.title} text={() => sample.code} />
        </details>
      ))}
    </article>
  );
}
