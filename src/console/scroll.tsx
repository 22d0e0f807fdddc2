/** @module What is wider than the page scrolls in itself, by keys as well. */

import type { ComponentChildren } from 'preact';

export function Scroll({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it keys could not scroll it
    <section class="scroll" tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}
