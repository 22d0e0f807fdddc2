/** @module 櫃台: readers and cards as they come, the patient, and registering with one key. */

import { cards, control, status, tell, tellFailure } from '../state.ts';
import { t } from '../words.ts';

async function register(card: string): Promise<void> {
  try {
    const done = await control().post<{ code: number; identifier?: string }>('/api/v1/register', {
      card,
      treatItem: '01',
    });
    tell({ level: 'good', zh: `掛號完成 ${done.identifier ?? ''}`, en: `registered ${done.identifier ?? ''}` });
  } catch (error) {
    tellFailure(error);
  }
}

export default function Counter() {
  return (
    <>
      <h1>{t('櫃台', 'Counter')}</h1>
      {(status.value?.slots ?? []).map((slot) => {
        const card = cards.value[slot.name];
        return (
          <article key={slot.name}>
            <h2>{slot.name}</h2>
            {card ? (
              <p>
                {card.name} {card.personId}{' '}
                <button type="button" onClick={() => register(card.card)}>
                  {t('掛號', 'Register')}
                </button>
              </p>
            ) : (
              <p>{slot.present ? t('有卡片', 'a card') : t('請插入健保卡', 'insert a card')}</p>
            )}
          </article>
        );
      })}
    </>
  );
}
