/** @module The registration that was made last: number, identifier, and how its signature stands. */

import { showTime } from '../../roc.ts';
import { tables } from '../../state.ts';
import { language, t, word } from '../../words.ts';
import { type Done, last } from './registering.ts';

export function LastVisit() {
  const done = last.value;
  if (done === undefined) return null;
  const { zone, visit, treatItem } = done;
  const item = tables.value?.treatItems?.codes[treatItem];
  return (
    <section class="last" aria-label={t('最近一次掛號', 'Last registration')}>
      <h2>
        {t('最近一次掛號：', 'Last registration: ')}
        {zone.name}
      </h2>
      <p class="identifier">
        <span>{t('就醫識別碼', 'Identifier')}</span>{' '}
        <output>{visit.treatNum || t('尚無，請於當日頁補取', 'none yet: recover it on the Day page')}</output>
      </p>
      <dl>
        <div>
          <dt>{t('就醫序號', 'Visit number')}</dt>
          <dd>{visit.seqNumber || t('（此類別無序號）', '(none in this category)')}</dd>
        </div>
        <div>
          <dt>{t('類別', 'Category')}</dt>
          <dd>
            {treatItem} {item && word(item)}
          </dd>
        </div>
        <div>
          <dt>{t('時間', 'Time')}</dt>
          <dd>{showTime(visit.visitTime, language.value)}</dd>
        </div>
        {visit.sameDay === 'Y' && (
          <div>
            <dt>{t('同日就醫', 'Same day')}</dt>
            <dd>⚠ {t('是', 'yes')}</dd>
          </div>
        )}
        <div>
          <dt>{t('簽章', 'Signature')}</dt>
          <dd>
            <Signature done={done} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Signature({ done: { standing } }: { readonly done: Done }) {
  if (standing === undefined) return <>{t('驗證中…', 'verifying ..')}</>;
  const { verdict, offline } = standing;
  const good = verdict.verdict === 'ok';
  const by =
    verdict.use === 'delegation'
      ? t('授權金鑰', 'delegated key')
      : verdict.use === 'sam'
        ? t('安全模組金鑰', "the module's key")
        : t('金鑰', 'key');
  return (
    <span class={good ? 'good' : 'warning'}>
      {good ? '✔' : '⚠'} {word(verdict.words)}
      {verdict.keyNo && (
        <>
          {t('；', '; ')}
          {by} <code>{verdict.keyNo}</code>
        </>
      )}
      {t('；', '; ')}
      {offline ? t('離線簽章', 'signed offline') : t('連線簽章', 'signed online')}
    </span>
  );
}
