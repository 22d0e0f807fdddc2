/** @module A button that copies a text. */

import { useState } from 'preact/hooks';
import { tell } from '../state.ts';
import { t } from '../words.ts';

export function Copy({ text, what }: { readonly text: () => string; readonly what: string }) {
  const [done, setDone] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setDone(true),
      () =>
        tell({
          level: 'warning',
          zh: '瀏覽器不允許複製，請選取後按 Ctrl+C',
          en: 'the browser does not let us copy: select it and press Ctrl+C',
        }),
    );
  };
  return (
    <button type="button" class="small secondary" onClick={copy} onBlur={() => setDone(false)}>
      {done ? `✔ ${t('已複製', 'copied')}` : `${t('複製', 'Copy')} ${what}`}
    </button>
  );
}
