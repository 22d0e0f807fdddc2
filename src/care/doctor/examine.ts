/** @module Examines a machine: every check at once, each with its own deadline, so that what hangs holds nothing up. */

import { type Clock, limits, type Say, say } from '../../base/index.ts';
import type { Check, Details, Examined, Finding, Found, Patient } from './types.ts';

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
    .then((found) => found.map((one) => findingOf(check, one)))
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

/** What a check declared, with what was found here put into its words. */
export function findingOf(check: Pick<Check, 'finds'>, { id, details, severity, commands, fix }: Found): Finding {
  const kind = check.finds[id];
  if (kind === undefined) throw new TypeError(`${id} is not declared`);
  const filled = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (_, name) => shown(details, name));
  const words = ({ zh, en }: Say): Say => say({ zh: filled(zh), en: filled(en) });
  const copied = (commands ?? kind.commands)?.map(filled);
  return {
    id,
    severity: severity ?? kind.severity,
    what: words(kind.what),
    why: words(kind.why),
    todo: words(kind.todo),
    ...(copied ? { commands: copied } : {}),
    ...(kind.faq ? { faq: kind.faq } : {}),
    ...(details ? { details } : {}),
    ...(fix ? { fix } : {}),
  };
}

function shown(details: Details | undefined, name: string): string {
  const value = details?.[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '?');
}
