/** @module Words for people, always in both languages: zh-TW first. */

export interface Say {
  readonly zh: string;
  readonly en: string;
}

/** Marks a pair of user-facing sentences; both are required. */
export const say = (words: Say): Say => words;
