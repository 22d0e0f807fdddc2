/** @module What a rule is: data, and one pure function over a trace's calls. */

import type { Say } from '../../base/say.ts';
import type { NumberedCall, Trace } from '../trace-file.ts';

/** `error`: data are lost, doubled or refused. `warning`: it works, and is advised against. `note`: there is a better way. */
export type Level = 'error' | 'warning' | 'note';

/** Where a rule is broken: lines of the trace, the one that matters last, and what is special about it. */
export interface Hit {
  readonly lines: readonly number[];
  readonly detail?: Say;
}

export interface Rule {
  readonly id: string;
  readonly level: Level;
  /** The manual's section or the FAQ's question. */
  readonly source: Say;
  readonly title: Say;
  readonly remedy: Say;
  readonly find: (walk: Walk) => readonly Hit[];
}

/** The time that one health card is in the reader. */
export interface Stay {
  readonly calls: readonly NumberedCall[];
  /** Its card was in already when the recording began: what came before is not known. */
  readonly begun: boolean;
}
export interface Walk {
  readonly trace: Trace;
  readonly calls: readonly NumberedCall[];
  readonly sessions: readonly (readonly NumberedCall[])[];
  readonly stays: readonly Stay[];
  /** Times of the visits that calls registered, or that a card showed: 13 digits, by the line that told it first. */
  readonly visits: ReadonlyMap<string, number>;
}

export interface Finding extends Hit {
  readonly rule: Rule;
}

export const manual = (section: string, more: Say = { zh: '', en: '' }): Say => ({
  zh: `API 參考手冊 3.3，${section}${/^[^（]/.test(more.zh) ? ' ' : ''}${more.zh}`,
  en: `API manual 3.3, ${section}${more.en}`,
});
export const faq = (question: string): Say => ({
  zh: `問答集 110/12/10，${question}`,
  en: `NHI's questions and answers 110/12/10, ${question}`,
});
