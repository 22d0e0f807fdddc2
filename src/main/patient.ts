/** @module Our own program on this machine, as the doctor asks it: with a deadline, also where it hangs or is not there. */

import { limits, systemClock } from '../base/index.ts';
import type { Machine, Patient, Status } from '../care/index.ts';
import { connect } from './daemon.ts';
import { version } from './version.ts';

export function patientHere(folder: string, machine: Machine): Patient {
  let asked: Promise<Status | undefined> | undefined;
  return {
    machine,
    folder,
    version,
    // Asked once for all checks.
    status: () => {
      asked ??= Promise.race([
        askStatus(folder).catch(() => undefined),
        new Promise<undefined>((resolve) => systemClock.after(limits.doctorProgram, () => resolve(undefined))),
      ]);
      return asked;
    },
    now: () => systemClock.now(),
  };
}

async function askStatus(folder: string): Promise<Status> {
  const client = await connect(folder);
  try {
    return await client.op<Status>('status');
  } finally {
    client.close();
  }
}
