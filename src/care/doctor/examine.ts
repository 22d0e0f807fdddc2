/** @module Examines a machine: every check at once, each with its own deadline, so that what hangs holds nothing up. */

import { type Clock, limits } from '../../base/index.ts';
import type { Check, Examined, Finding, Patient } from './types.ts';

export async function examine(
  patient: Patient,
  checks: readonly Check[],
  clock: Clock,
  told?: (one: Examined) => void,
): Promise<readonly Examined[]> {
  return Promise.all(
    checks.map(async (check) => {
      const one = await examineOne(patient, check, clock);
      told?.(one);
      return one;
    }),
  );
}

async function examineOne(patient: Patient, check: Check, clock: Clock): Promise<Examined> {
  const { id, area, title } = check;
  const begun = clock.monotonic();
  const done = (state: Examined['state'], findings: readonly Finding[] = []): Examined => ({
    check: id,
    area,
    title,
    state,
    findings,
    took: Math.round(clock.monotonic() - begun),
  });
  if (check.platforms && !check.platforms.includes(patient.machine.platform)) return done('not-here');
  const { promise, resolve } = Promise.withResolvers<Examined>();
  const cancel = clock.after(limits.doctorCheck, () => resolve(done('late')));
  Promise.resolve()
    .then(() => check.look(patient))
    .then(
      (findings) => resolve(done(findings.length === 0 ? 'well' : 'found', findings)),
      () => resolve(done('failed')),
    );
  try {
    return await promise;
  } finally {
    cancel();
  }
}
