/** @module A question before something is done: no is first and Escape, yes is said in the words of the deed. */

import type { ComponentChildren } from 'preact';
import { Modal } from './modal.tsx';
import { t } from './words.ts';

export function Confirm({
  title,
  yes,
  onYes,
  onClose,
  children,
}: {
  readonly title: string;
  readonly yes: string;
  /** After it is closed. */
  onYes(): void;
  onClose(): void;
  readonly children: ComponentChildren;
}) {
  return (
    <Modal title={title} onClose={onClose}>
      {children}
      <div class="actions">
        <button type="button" class="secondary" onClick={onClose}>
          {t('不要', 'No')} <kbd>Esc</kbd>
        </button>
        <button
          type="button"
          onClick={() => {
            onClose();
            onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </Modal>
  );
}
