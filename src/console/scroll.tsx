/** @module What is wider than the page scrolls in itself, by keys as well. */

import type { ComponentChildren, HTMLAttributes } from 'preact';

interface Props extends HTMLAttributes<HTMLElement> {
  readonly name: string;
  /** Its class, where it looks otherwise. */
  readonly kind?: string;
  readonly children: ComponentChildren;
}
export function Scroll({ name, kind = 'scroll', children, ...rest }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it keys could not scroll it
    <section class={kind} tabIndex={0} aria-label={name} {...rest}>
      {children}
    </section>
  );
}
