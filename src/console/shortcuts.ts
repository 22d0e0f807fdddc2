/** @module Keys that work wherever the focus is; shown beside what they do. A dialog that is open has the keys to itself. */

import { useEffect } from 'preact/hooks';

export interface Shortcut {
  /** `F9`, or `Alt+1` by the digit's place on the keyboard. */
  readonly key: string;
  run(): void;
}
const nameOf = (event: KeyboardEvent): string => {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  return event.altKey && digit !== undefined ? `Alt+${digit}` : event.key;
};
/** A dialog may take a key that is pressed while it is open; nothing behind it does. */
export const dialogIsOpen = (): boolean => document.querySelector('dialog[open]') !== null;

export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || dialogIsOpen()) return;
      const found = shortcuts.find((one) => one.key === nameOf(event));
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}
