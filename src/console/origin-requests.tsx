/**
 * @module A web origin asks to be let in. Any page can make it ask, so it takes no focus and stops nobody: a line at the
 * top, and the question only when the operator opens it, with the refusal as the first thing under the finger.
 */

import { useSignal } from '@preact/signals';
import type { OriginAsking } from '../client/index.ts';
import { Modal } from './modal.tsx';
import { asking, grouped, purposeWords } from './origins.ts';
import { control, tell, tellFailure } from './state.ts';
import { t, word } from './words.ts';

export function OriginRequests() {
  const opened = useSignal<string | undefined>(undefined);
  const request = asking.value.find((one) => one.code === opened.value);
  return (
    <>
      <section class="asking" aria-live="polite" aria-label={t('要求連線的網站', 'Websites that ask')}>
        {asking.value.map((one) => (
          <p key={one.code}>
            <span>
              <strong class="origin">{one.origin}</strong> {t('要求', 'asks: ')}
              {word(purposeWords[one.purpose].title)}
            </span>
            <button
              type="button"
              onClick={() => {
                opened.value = one.code;
              }}
            >
              {t('查看', 'Look at it')}
            </button>
          </p>
        ))}
      </section>
      {request && (
        <Question
          key={request.code}
          request={request}
          close={() => {
            opened.value = undefined;
          }}
        />
      )}
    </>
  );
}

function Question({ request, close }: { readonly request: OriginAsking; readonly close: () => void }) {
  const answer = (action: 'accept' | 'refuse'): void => {
    close();
    control()
      .post(`/api/v1/origins/${action}`, { code: request.code })
      .then(
        () =>
          action === 'accept' &&
          tell({ level: 'good', zh: `已允許 ${request.origin}`, en: `${request.origin} is let in` }),
      )
      .catch(tellFailure);
  };
  return (
    <Modal title={t('要讓這個網站連線嗎？', 'Let this website in?')} onClose={close}>
      <div class="question">
        <p>
          <strong class="origin">{request.origin}</strong>
          <br />
          {t('要求', 'asks: ')}
          {word(purposeWords[request.purpose].title)}
        </p>
        {request.compare ? (
          <>
            <p>{t('網頁上應該顯示同樣的代碼：', 'The page must show the same code:')}</p>
            <p class="code">{grouped(request.code)}</p>
            <p>
              {t(
                '代碼不同，或您沒有在那個網頁按下連線，請拒絕。',
                'Refuse it where the codes differ, or where you did not ask for it on that page.',
              )}
            </p>
          </>
        ) : (
          <p>{t('您沒有在使用這個網站時，請拒絕。', 'Refuse it where you are not using that website.')}</p>
        )}
        <p class="may">{word(purposeWords[request.purpose].may)}</p>
        <div class="actions">
          <button type="button" class="secondary" onClick={() => answer('refuse')}>
            {t('拒絕', 'Refuse')}
          </button>
          <button type="button" onClick={() => answer('accept')}>
            {request.compare ? t('代碼相同，允許', 'The codes are the same: let it in') : t('允許', 'Let it in')}
          </button>
        </div>
      </div>
    </Modal>
  );
}
