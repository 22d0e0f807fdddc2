/** @module The PIN that a program asks for: typed here by the person whose card it is, or on the reader's pad. */

import { useEffect, useRef } from 'preact/hooks';
import type { PinRequest } from '../client/index.ts';
import { control, pins, tellFailure } from './state.ts';
import { t } from './words.ts';

export function PinDialog() {
  const [request] = pins.value;
  return request === undefined ? null : <Asking key={request.id} request={request} />;
}

function Asking({ request }: { readonly request: PinRequest }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const answer = (pin: string | undefined): void => {
    control()
      .post(`/api/v1/pin/${request.id}`, pin === undefined ? {} : { pin })
      .catch(tellFailure);
    if (input.current) input.current.value = '';
  };
  const card = request.card === 'hc' ? t('健保卡', 'health card') : t('醫事人員卡', 'professional card');
  return (
    <dialog
      ref={dialog}
      aria-labelledby="pin-title"
      onCancel={(event) => {
        event.preventDefault();
        answer(undefined);
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(input.current?.value ?? '');
        }}
      >
        <h2 id="pin-title">{t(`請輸入${card}密碼`, `PIN of the ${card}`)}</h2>
        <p>{t(`要求的程式：${request.program}`, `Asked for by ${request.program}`)}</p>
        {request.onPad ? (
          <p>{t('請在讀卡機的按鍵上輸入。', "Type it on the reader's pad.")}</p>
        ) : (
          <label>
            {t(`${request.min} 到 ${request.max} 位`, `${request.min} to ${request.max} digits`)}
            <input
              ref={input}
              type="password"
              inputMode="numeric"
              autoComplete="off"
              required
              minLength={request.min}
              maxLength={request.max}
            />
          </label>
        )}
        <div class="actions">
          <button type="button" class="secondary" onClick={() => answer(undefined)}>
            {t('取消', 'Cancel')}
          </button>
          {!request.onPad && <button type="submit">{t('確定', 'OK')}</button>}
        </div>
      </form>
    </dialog>
  );
}
