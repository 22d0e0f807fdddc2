/** @module The websites that were let in, when they came last, and the way to take one back at once. */

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OriginPurpose } from '../client/index.ts';
import { asking, purposeWords } from './origins.ts';
import { rocOf, showTime } from './roc.ts';
import { Scroll } from './scroll.tsx';
import { control, link, tell, tellFailure } from './state.ts';
import { language, t, word } from './words.ts';

interface Known {
  readonly origin: string;
  readonly purposes: readonly { readonly purpose: OriginPurpose; readonly since: number; readonly used: number }[];
}
const known = signal<readonly Known[]>([]);

const read = (): Promise<void> =>
  control()
    .get<{ readonly known: readonly Known[] }>('/api/v1/origins')
    .then((answer) => {
      known.value = answer.known;
    })
    .catch(tellFailure);

export function KnownOrigins() {
  // Whatever happens to a request comes with a new list of those that ask.
  const requests = asking.value;
  useEffect(() => {
    if (link.value === 'open') void read();
  }, [requests, link.value]);
  if (known.value.length === 0) return null;
  const takeBack = (origin: string): void => {
    control()
      .post('/api/v1/origins/revoke', { origin })
      .then(() => tell({ level: 'good', zh: `已撤銷 ${origin}`, en: `${origin} is out` }))
      .then(read)
      .catch(tellFailure);
  };
  const time = (epoch: number): string => showTime(rocOf(epoch), language.value);
  return (
    <>
      <h2>{t('允許連線的網站', 'Websites that were let in')}</h2>
      <Scroll name={t('允許連線的網站', 'Websites that were let in')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('網站', 'Website')}</th>
              <th scope="col">{t('用途', 'For')}</th>
              <th scope="col">{t('允許於', 'Since')}</th>
              <th scope="col">{t('最近使用', 'Last used')}</th>
              <th scope="col">{t('撤銷', 'Take back')}</th>
            </tr>
          </thead>
          <tbody>
            {known.value.flatMap(({ origin, purposes }) =>
              purposes.map(({ purpose, since, used }) => (
                <tr key={`${origin} ${purpose}`}>
                  <th scope="row">{origin}</th>
                  <td>{word(purposeWords[purpose].title)}</td>
                  <td>{time(since)}</td>
                  <td>{time(used)}</td>
                  <td>
                    <button
                      type="button"
                      class="secondary"
                      aria-label={t(`撤銷 ${origin}`, `Take back ${origin}`)}
                      onClick={() => takeBack(origin)}
                    >
                      {t('撤銷', 'Take back')}
                    </button>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
