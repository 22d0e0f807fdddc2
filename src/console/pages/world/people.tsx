/** @module The people of the world: found by name or number; a card for one of them, or a new person with a card. */

import { useEffect, useState } from 'preact/hooks';
import { Scroll } from '../../scroll.tsx';
import { tell, tellFailure, world } from '../../state.ts';
import { t, word } from '../../words.ts';
import { act, selected, worldState } from './model.ts';
import type { Person } from './types.ts';

interface Found {
  readonly of: number;
  readonly people: readonly Person[];
}

export function People() {
  const [find, look] = useState('');
  const [found, show] = useState<Found>();
  useEffect(() => {
    let late = false;
    world()
      .post<Found>('/api/v1/world/people', { find })
      .then((one) => {
        if (!late) show(one);
      }, tellFailure);
    return () => {
      late = true;
    };
  }, [find]);
  const cards = worldState.value?.cards ?? [];
  const give = async (body: { readonly card: string; readonly person?: string; readonly kind?: string }) => {
    if ((await act('new', body)) === undefined) return;
    selected.value = body.card;
    tell({ level: 'good', zh: `做好了卡片 ${body.card}，已選好。`, en: `The card ${body.card} is made, and chosen.` });
  };
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{t('人', 'People')}</h2>
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          void give({ card: String(form.get('card')), kind: String(form.get('kind')) });
        }}
      >
        <label>
          {t('新的人與卡片，卡片代號', 'A new person with a card, called')}
          <input name="card" required autoComplete="off" placeholder="patient-1" />
        </label>
        <label>
          {t('哪一種', 'of the kind')}
          <select name="kind">
            {worldState.value?.demoCards
              .filter(({ handle }) => cards.find((one) => one.handle === handle)?.kind === 'hc')
              .map((one) => (
                <option key={one.handle} value={one.handle}>
                  {word(one)}
                </option>
              ))}
          </select>
        </label>
        <button type="submit">{t('製卡', 'Make it')}</button>
      </form>
      <label>
        {t('找人（姓名或身分證號）', 'Find somebody (name or id number)')}
        <input type="search" value={find} onInput={(event) => look(event.currentTarget.value)} />
      </label>
      <p role="status">
        {found &&
          t(
            `${found.of} 人${found.of > found.people.length ? `，顯示前 ${found.people.length} 人` : ''}`,
            `${found.of} people${found.of > found.people.length ? `, the first ${found.people.length} are shown` : ''}`,
          )}
      </p>
      <Scroll kind="scrolls people" name={t('人的清單', 'list of people')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('姓名', 'Name')}</th>
              <th scope="col">{t('身分證號', 'Id number')}</th>
              <th scope="col">{t('生日', 'Born')}</th>
              <th scope="col">{t('保險', 'Insured')}</th>
              <th scope="col">{t('卡片', 'Card')}</th>
            </tr>
          </thead>
          <tbody>
            {found?.people.map((person) => {
              const card = cards.find((one) => one.personId === person.personId);
              return (
                <tr key={person.personId}>
                  <th scope="row">{person.name}</th>
                  <td>{person.personId}</td>
                  <td>{person.birthDate}</td>
                  <td>
                    {person.insured === 0 ? t('在保', 'yes') : t(`否（${person.insured}）`, `no (${person.insured})`)}
                  </td>
                  <td>
                    {card ? (
                      card.handle
                    ) : (
                      <button
                        type="button"
                        class="secondary outline small"
                        onClick={() => give({ card: person.personId.toLowerCase(), person: person.personId })}
                      >
                        {t('製卡', 'Make a card')}
                        <span class="unseen"> {person.name}</span>
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
