/** @module The doctor as the running control software offers it to its operator: examined when asked, mended by name. */

import { Failure, type Store, say, systemClock } from '../base/index.ts';
import { checks, type Examined, examine, presented, thisMachine } from '../care/index.ts';
import type { Control } from '../control/index.ts';
import type { DoctorControl } from '../doors/index.ts';
import { menderInside } from './mender.ts';
import { patientHere } from './patient.ts';

export function composeDoctor(folder: string, store: Store, control: Pick<Control, 'status'>): DoctorControl {
  const mender = menderInside(store);
  let last: readonly Examined[] = [];
  let running: Promise<void> | undefined;
  /** Whoever asks while it looks gets the same look. */
  const look = (): Promise<void> =>
    (running ??= examine(
      patientHere(folder, thisMachine(), () => control.status()),
      checks,
      systemClock,
    )
      .then((examined) => {
        last = examined;
      })
      .finally(() => {
        running = undefined;
      }));
  return {
    async examine() {
      await look();
      const undo = mender.last();
      return { examined: presented(last), ...(undo ? { undo } : {}) };
    },
    async mend(id) {
      // Found anew: what is no longer wrong is not mended.
      await look();
      const fix = last.flatMap(({ findings }) => findings.flatMap((one) => one.fix ?? [])).find((one) => one.id === id);
      if (fix === undefined)
        throw new Failure(-1, {
          kind: 'no-fix',
          why: say({ zh: '這一項現在沒有什麼要修復的', en: 'there is nothing of this to mend now' }),
        });
      await mender.mend(fix);
      return { fix: fix.id, title: fix.title, touches: fix.touches };
    },
    undo: async () => mender.undo(),
  };
}
