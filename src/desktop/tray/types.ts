/** @module A tray icon as the rest sees it: what it shows, and what a person did with it. The same on every system. */

import type { Say } from '../../base/say.ts';

export type TrayState = 'good' | 'offline' | 'attention' | 'stopped';

export interface TrayItem {
  /** Told by `chosen`; empty for a line that only separates. */
  readonly id: string;
  readonly label: string;
  /** A line that only says something cannot be chosen. */
  readonly enabled: boolean;
}

export interface TrayView {
  readonly state: TrayState;
  readonly title: string;
  /** What is read when the pointer rests on the icon; several lines. */
  readonly text: string;
  readonly items: readonly TrayItem[];
}

export interface TrayHooks {
  /** An item of the menu, by its id; a click on the icon itself is `open`. */
  chosen(id: string): void;
  /** Something for the person, in words, once: there is no tray here (yet). */
  said(words: Say): void;
  /** The desktop went away, and the icon with it. */
  gone(): void;
}

export interface Tray {
  show(view: TrayView): void;
  close(): Promise<void>;
}
