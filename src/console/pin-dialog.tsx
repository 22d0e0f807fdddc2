/** @module The PIN that a program asks for: typed here by the person whose card it is, or on the reader's pad. */

import { useRef, useState } from 'preact/hooks';
import { ClientFailure, type PinRequest } from '../client/index.ts';
import { Modal } from './modal.tsx';
import { control, pins, simulated, tellFailure, world } from './state.ts';
import { t } from './words.ts';

export function PinDialog() {
  const [request] = pins.value;
  return request === undefined ? null : <Asking key={request.id} request={request} />;
}

/** What ended in the meantime (another window, the card gone) closes by its own event, and is no failure here. */
const ended = (error: unknown): boolean => error instanceof ClientFailure && error.failure?.kind === 'pin-ended';

function title({ card, purpose }: PinRequest): string {
  const whose = card === 'hc' ? t('健保卡', 'health card') : t('醫事人員卡', 'professional card');
  if (purpose === 'new') return t(`設定${whose}新密碼`, `New PIN for the ${whose}`);
  if (purpose === 'repeat') return t(`再輸入一次${whose}新密碼`, `New PIN of the ${whose}, again`);
  return t(`請輸入${whose}密碼`, `PIN of the ${whose}`);
}

/** A console has a token for a name, which says nothing to a person. */
const asker = ({ program }: PinRequest): string =>
  /^http:console-/.test(program) ? t('主控台', 'a console') : program;

function Asking({ request }: { readonly request: PinRequest }) {
  const input = useRef<HTMLInputElement>(null);
  const [consent, setConsent] = useState(false);
  const last = request.purpose === 'verify' && request.left === 1;
  // A simulated reader has its keys here: there is no other pad to press.
  const onSimulatedPad = request.onPad && simulated.value;
  const typedHere = !request.onPad || onSimulatedPad;
  const answer = (pin: string | undefined): void => {
    const answered = onSimulatedPad
      ? world().post('/api/v1/world/pad', pin === undefined ? {} : { digits: pin })
      : control().post(`/api/v1/pin/${request.id}`, pin === undefined ? {} : { pin });
    answered.catch((error) => {
      if (ended(error)) pins.value = pins.value.filter((one) => one.id !== request.id);
      else tellFailure(error);
    });
    if (input.current) input.current.value = '';
  };
  return (
    <Modal title={title(request)} onClose={() => answer(undefined)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(input.current?.value ?? '');
        }}
      >
        <p>
          {t(`要求的程式：${asker(request)}`, `Asked for by ${asker(request)}`)}
          <br />
          {t(`卡片在：${request.slot}`, `The card is in: ${request.slot}`)}
        </p>
        {request.left !== undefined && (
          <p class={request.left < 3 ? 'warning' : ''}>
            {t(`還可以試 ${request.left} 次`, `${request.left} ${request.left === 1 ? 'try' : 'tries'} left`)}
          </p>
        )}
        {last && typedHere && (
          <label class="warning">
            <input
              type="checkbox"
              checked={consent}
              required
              onChange={(event) => setConsent(event.currentTarget.checked)}
            />
            {t(
              '這是最後一次，輸入錯誤卡片就會鎖住。我知道了',
              'This is the last try: a wrong PIN locks the card. I know',
            )}
          </label>
        )}
        {last && !typedHere && (
          <p class="warning">
            {t('這是最後一次，輸入錯誤卡片就會鎖住。', 'This is the last try: a wrong PIN locks the card.')}
          </p>
        )}
        {request.onPad && (
          <p>
            {onSimulatedPad
              ? t('模擬讀卡機的按鍵在這裡。', "The simulated reader's keys are here.")
              : t('請在讀卡機的按鍵上輸入。', "Type it on the reader's pad.")}
          </p>
        )}
        {typedHere && (
          <label>
            {t(`密碼，${request.min} 到 ${request.max} 位數字`, `PIN, ${request.min} to ${request.max} digits`)}
            <input
              ref={input}
              type="password"
              inputMode="numeric"
              pattern="[0-9]*"
              autoComplete="off"
              // The one thing to be typed; a dialog begins where it is wanted.
              autofocus
              required
              minLength={request.min}
              maxLength={request.max}
            />
          </label>
        )}
        <div class="actions">
          <button type="button" class="secondary" onClick={() => answer(undefined)}>
            {t('取消', 'Cancel')} <kbd>Esc</kbd>
          </button>
          {typedHere && (
            <button type="submit">
              {t('確定', 'OK')} <kbd>Enter</kbd>
            </button>
          )}
        </div>
      </form>
    </Modal>
  );
}
