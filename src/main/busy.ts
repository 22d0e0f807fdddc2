/** @module How busy a counter is: calls that run, and PINs that somebody is asked for. An upgrade waits for none. */

import type { Control } from '../control/types.ts';

export interface Busy {
  readonly calls: number;
  readonly pins: number;
}

/** The same control, which counts; its status says it as `busy`. */
export function counted<C extends Control>(control: C): C {
  let calls = 0;
  return {
    ...control,
    async status() {
      const busy: Busy = { calls, pins: control.pinRequests().length };
      return { ...(await control.status()), busy };
    },
    session(caller) {
      const session = control.session(caller);
      return {
        ...session,
        async call(request) {
          calls++;
          try {
            return await session.call(request);
          } finally {
            calls--;
          }
        },
      };
    },
  };
}
