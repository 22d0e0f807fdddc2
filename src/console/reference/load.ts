/** @module The catalogue, asked for once when a page first needs it. */

import { signal } from '@preact/signals';
import { control, tellFailure } from '../state.ts';
import type { ApiEntry, Book, Reference } from './types.ts';

export const book = signal<Book | undefined>(undefined);
let asked = false;

export function needBook(): void {
  if (asked) return;
  asked = true;
  Promise.all([
    control().get<readonly ApiEntry[]>('/api/v1/catalogue'),
    control().get<Reference>('/api/v1/reference'),
  ]).then(
    ([apis, reference]) => {
      book.value = { ...reference, apis };
    },
    (error: unknown) => {
      asked = false;
      tellFailure(error);
    },
  );
}
