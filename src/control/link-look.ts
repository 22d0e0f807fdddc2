/**
 * @module Whether the data centre is there, asked while somebody looks on (a console, the icon): a counter that waits for
 * patients knows that it is offline before the next one comes, and what waits goes out as soon as the network is back.
 */

import { type Clock, limits } from '../base/index.ts';
import type { Centre } from '../centre/client/index.ts';

export function lookAtLink(options: {
  readonly centre: Pick<Centre, 'ping'>;
  readonly clock: Clock;
  readonly onLink: (up: boolean) => void;
}) {
  const { centre, clock, onLink } = options;
  let cancel: (() => void) | undefined;
  let round = 0;
  const later = (): void => {
    const mine = ++round;
    cancel = clock.after(limits.linkLook, () => {
      void centre
        .ping()
        .then(
          () => true,
          () => false,
        )
        .then((up) => {
          if (mine !== round) return;
          onLink(up);
          later();
        });
    });
  };
  return {
    start: later,
    stop(): void {
      round++;
      cancel?.();
    },
  };
}
