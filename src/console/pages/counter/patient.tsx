/** @module The patient as the card shows him, and what the card allows. */

import type { PublicZone } from '../../../client/index.ts';
import { rocOf, showDate } from '../../roc.ts';
import { status, tables } from '../../state.ts';
import { language, t, word } from '../../words.ts';
import { ageWords, allowance, sexWords } from './allows.ts';
import { type Reading, read } from './reading.ts';

export function Patient({ zone, reading }: { readonly zone: PublicZone; readonly reading: Reading | undefined }) {
  const today = rocOf(status.value?.now ?? 0).slice(0, 7);
  const age = ageWords(zone.birthDate, today);
  return (
    <article class="patient">
      <h2>{zone.name}</h2>
      <dl>
        <div>
          <dt>{t('身分證號', 'Id number')}</dt>
          <dd>{zone.personId}</dd>
        </div>
        <div>
          <dt>{t('出生', 'Born')}</dt>
          <dd>{showDate(zone.birthDate, language.value)}</dd>
        </div>
        <div>
          <dt>{t('性別、年齡', 'Sex, age')}</dt>
          <dd>
            {word(sexWords(zone.sex))}
            {age && t('，', ', ')}
            {age && word(age)}
          </dd>
        </div>
        <div>
          <dt>{t('卡號', 'Card number')}</dt>
          <dd>{zone.cardNo}</dd>
        </div>
        <div>
          <dt>{t('發卡', 'Issued')}</dt>
          <dd>{showDate(zone.issueDate, language.value)}</dd>
        </div>
      </dl>
      {zone.real ? <Real /> : <Allows reading={reading} zone={zone} today={today} />}
    </article>
  );
}

function Real() {
  return (
    <p class="warning">
      {t(
        '這是真的健保卡：這裡只讀得到公開資料。有效期限、可用次數、掛號與簽章都需要健保署自己的安全模組。',
        "This is a real health card: only its public zone can be read here. Validity, visits left, registration and signature need NHI's own security module.",
      )}
    </p>
  );
}

function Allows({
  reading,
  zone,
  today,
}: {
  readonly reading: Reading | undefined;
  readonly zone: PublicZone;
  readonly today: string;
}) {
  if (reading === undefined || (reading.busy && Object.keys(reading.facts).length === 0))
    return <p aria-busy="true">{t('讀取卡片…', 'Reading the card ..')}</p>;
  const { lines } = allowance(reading.facts, today);
  const insured = tables.value?.insuredMarks?.codes[reading.facts.insuredMark ?? ''];
  return (
    <>
      <ul class="allows">
        {lines.map(({ level, words }) => (
          <li key={words.en} class={level}>
            {signs[level]} {word(words)}
          </li>
        ))}
        {insured && <li class="info">· {word(insured)}</li>}
        {reading.pinSet && (
          <li class="info">
            · {t('設有密碼：掛號不必輸入，看更多資料才需要', 'a PIN is set: not needed to register, only to see more')}
          </li>
        )}
      </ul>
      {reading.failure && (
        <p class="warning">
          ⚠ {reading.failure.code} {word(reading.failure.why)}
          {reading.failure.todo && <span class="todo">→ {word(reading.failure.todo)}</span>}
          <button type="button" class="small secondary" onClick={() => void read(zone)}>
            {t('再讀一次', 'Read again')}
          </button>
        </p>
      )}
    </>
  );
}
const signs = { good: '✔', warning: '⚠', red: '✘', info: '·' } as const;
