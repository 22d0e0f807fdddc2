/** @module What has just happened, in words; read out, and there until it is closed. */

import { CodeLink } from './code-link.tsx';
import { dismiss, messages } from './state.ts';
import { t, word } from './words.ts';

export function Messages() {
  return (
    <section class="messages" aria-live="polite" aria-label={t('訊息', 'Messages')}>
      {messages.value.map((message) => (
        <div key={message.id} class={`message ${message.level}`}>
          <p>
            {word(message)}
            {message.code !== undefined && (
              <>
                {' '}
                <CodeLink code={message.code} />
              </>
            )}
            {message.todo && <span class="todo">→ {word(message.todo)}</span>}
          </p>
          <button
            type="button"
            class="secondary"
            onClick={() => dismiss(message.id)}
            aria-label={t('關閉訊息', 'Close the message')}
          >
            ✕
          </button>
        </div>
      ))}
    </section>
  );
}
