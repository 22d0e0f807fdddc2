/** @module Which page is shown: the first part of the fragment, the rest is the page's own. */

import { signal } from '@preact/signals';

const parts = (hash: string): string[] => hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);

export const route = signal<readonly string[]>(['']);

export function followRoute(): void {
  const read = (): void => {
    route.value = parts(location.hash);
  };
  addEventListener('hashchange', read);
  read();
}
export const linkTo = (...to: readonly string[]): string => `#/${to.map(encodeURIComponent).join('/')}`;
export function go(...to: readonly string[]): void {
  location.hash = linkTo(...to);
}
