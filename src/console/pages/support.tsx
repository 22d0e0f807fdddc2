/** @module 求助: the mail with its ten items, and a bundle without personal data, both seen before they leave. Nothing is sent. */

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SupportAnswer, SupportMail } from '../../client/index.ts';
import { Copy } from '../reference/copy.tsx';
import { saveFile } from '../save-file.ts';
import { control, link, tell, tellFailure } from '../state.ts';
import { t, word } from '../words.ts';

const answer = signal<SupportAnswer | undefined>(undefined);
const read = (): Promise<void> =>
  control()
    .get<SupportAnswer>('/api/v1/support')
    .then((found) => {
      answer.value = found;
    })
    .catch(tellFailure);

export default function Support() {
  useEffect(() => {
    if (link.value === 'open') void read();
  }, [link.value]);
  const now = answer.value;
  return (
    <>
      <h1>{t('求助', 'Support')}</h1>
      {now === undefined ? (
        <p aria-busy="true">{t('準備中…', 'Being made ready ..')}</p>
      ) : (
        <>
          <p>
            {t(
              '這裡準備給健保署或廠商的信與檔案；本程式什麼都不會寄出。',
              'A mail to NHI or to your vendor, and files for it, are made ready here; this program sends nothing.',
            )}
          </p>
          <Items mail={now} />
          <Mail mail={now} />
          <Bundle bundle={now.bundle} />
        </>
      )}
    </>
  );
}

function Items({ mail }: { readonly mail: SupportMail }) {
  const keep = (form: HTMLFormElement): void => {
    const wanted = new FormData(form);
    // What was found by itself and not changed stays found.
    const items = Object.fromEntries(
      mail.items.flatMap(({ id, value }) => {
        const typed = String(wanted.get(id) ?? '');
        return typed === value ? [] : [[id, typed]];
      }),
    );
    control()
      .post('/api/v1/support', { items })
      .then(() => tell({ level: 'good', zh: '已記下', en: 'Kept' }))
      .then(read)
      .catch(tellFailure);
  };
  return (
    <>
      <h2>{t('十項資料', 'The ten items')}</h2>
      <p role="status">
        {mail.missing.length === 0
          ? t('✔ 都有了', '✔ All are there')
          : t(`還缺 ${mail.missing.length} 項`, `${mail.missing.length} are missing`)}
      </p>
      <form
        class="items"
        onSubmit={(event) => {
          event.preventDefault();
          keep(event.currentTarget);
        }}
      >
        {mail.items.map(({ id, title, value, from }) => (
          <label key={id} htmlFor={`item-${id}`}>
            {word(title)}{' '}
            <small>
              {from === 'found' && t('（自動找到）', '(found by itself)')}
              {from === 'missing' && t('（還缺）', '(missing)')}
            </small>
            {id === 'detail' ? (
              <textarea id={`item-${id}`} name={id} rows={4} defaultValue={value} />
            ) : (
              <input id={`item-${id}`} name={id} defaultValue={value} autocomplete="off" />
            )}
          </label>
        ))}
        <button type="submit">{t('記下', 'Keep')}</button>
      </form>
    </>
  );
}

function Mail({ mail: { mail } }: { readonly mail: SupportMail }) {
  const whole = `${mail.subject}\n\n${mail.body}`;
  return (
    <>
      <h2>{t('信', 'The mail')}</h2>
      <p>
        {t('收件人：', 'To: ')}
        <code>{mail.to}</code>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <pre class="letter" tabIndex={0}>
        {whole}
      </pre>
      <div class="actions left">
        <a href={mail.mailto}>{t('在郵件程式開啟', 'Open in the mail program')}</a>
        <Copy what={t('信', 'the mail')} text={() => whole} />
      </div>
    </>
  );
}

function Bundle({ bundle }: { readonly bundle: SupportAnswer['bundle'] }) {
  const save = (): void => {
    control()
      .post<{ readonly file: Uint8Array }>('/api/v1/support/bundle', { id: bundle.id })
      .then(({ file }) => saveFile('opencshis-support.zip', 'application/zip', file))
      .catch(tellFailure);
  };
  return (
    <>
      <h2>{t('附檔', 'Files to go with it')}</h2>
      <p>
        {t(
          '版本、狀態、健檢、呼叫紀錄；不含個人資料、金鑰與密碼。下載前請逐一看過：',
          'Versions, states, findings, calls; no personal data, keys or PINs. See each before you take them:',
        )}
      </p>
      {bundle.files.map(({ name, size, text }) => (
        <details key={name}>
          <summary>
            {name} <small>{(size / 1024).toFixed(1)} KB</small>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <pre class="letter" tabIndex={0}>
            {text}
          </pre>
        </details>
      ))}
      <button type="button" onClick={save}>
        {t('下載（ZIP）', 'Download (ZIP)')}
      </button>
    </>
  );
}
