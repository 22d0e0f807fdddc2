/** @module A dialog over the page: the browser keeps the focus inside, Escape closes it, the focus goes back to where it was. */

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export function Modal({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  onClose(): void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const label = useId();
  useEffect(() => {
    const before = document.activeElement;
    const own = dialog.current;
    own?.showModal();
    return () => {
      // While it is open the page behind it takes no focus.
      own?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      // What had it is gone: into the dialog below, where there is one.
      else document.querySelector<HTMLElement>('dialog[open] button')?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <article>
        <h2 id={label}>{title}</h2>
        {children}
      </article>
    </dialog>
  );
}
