/** @module The one failure class: every error that leaves a room carries a return code and words for people. */

import type { Say } from './say.ts';

export interface FailureDetails {
  /** What happened, here and now. Never holds a name, an id number, a card number, a key or a PIN. */
  readonly why: Say;
  /** What the person who sees it can do; left out where the error registry's own advice is the best there is. */
  readonly todo?: Say;
  readonly cause?: unknown;
  /** Finer than the return code, for programs: `card-changed`, `port-taken`, `in-doubt` and the like. */
  readonly kind?: string;
}

/**
 * A failure with an NHI return code (`-1` where NHI has none: our own troubles, told apart by `kind` and the text).
 *
 * @example
 * throw new Failure(4013, { why: say({ zh: '讀卡機裡沒有健保卡', en: 'no health card in the reader' }) });
 */
export class Failure extends Error {
  readonly code: number;
  readonly why: Say;
  readonly todo: Say | undefined;
  readonly kind: string | undefined;

  constructor(code: number, details: FailureDetails) {
    super(details.why.en, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Failure';
    this.code = code;
    this.why = details.why;
    this.todo = details.todo;
    this.kind = details.kind;
  }
}

/** The failure itself, or the unexpected error wrapped under `code`, so that nothing bare crosses a room's wall. */
export function asFailure(error: unknown, code: number, why: Say): Failure {
  return error instanceof Failure ? error : new Failure(code, { why, cause: error });
}
