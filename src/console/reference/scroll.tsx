/** @module A place that scrolls in itself, so that the page does not; the keyboard reaches it. */

import type { ComponentChildren, HTMLAttributes } from 'preact';

interface Props extends HTMLAttributes<HTMLElement> {
  readonly label: string;
  readonly kind?: string;
  readonly children: ComponentChildren;
}
export function Scroll({ label, kind = 'scroll', children, ...rest }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section class={kind} tabIndex={0} aria-label={label} {...rest}>
      {children}
    </section>
  );
}
