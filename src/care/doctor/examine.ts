/** @module Examines a machine: every check at once, each with its own deadline, so that what hangs holds nothing up. */

import { type Clock, limits, type Say, say } from '../../base/index.ts';
import type { Check, Details, Examined, Finding, Found, Patient, Severity } from './types.ts';

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
    .then((found) => found.map((one) => findingOf(check, one, patient.machine.home)))
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

/** What a check declared, with what was found here put into its words; the user's own folder is named by `~` alone. */
export function findingOf(check: Pick<Check, 'finds'>, found: Found, home = ''): Finding {
  const { id, severity, commands, fix } = found;
  const kind = check.finds[id];
  if (kind === undefined) throw new TypeError(`${id} is not declared`);
  const details = found.details && shortened(found.details, home);
  const filled = (text: string): string =>
    withoutHome(
      text.replaceAll(/\{(\w+)\}/g, (_, name) => shown(details, name)),
      home,
    );
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

const withoutHome = (text: string, home: string): string => (home.length > 1 ? text.replaceAll(home, '~') : text);

const shortened = (details: Details, home: string): Details =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? withoutHome(value, home)
        : Array.isArray(value)
          ? value.map((one) => withoutHome(one, home))
          : value,
    ]),
  );

/** Without the steps of fixes, which are for whoever mends; what they touch is said. */
export const presented = (examined: readonly Examined[]) =>
  examined.map(({ findings, ...one }) => ({
    ...one,
    findings: findings.map(({ fix, ...finding }) => {
      if (fix === undefined) return finding;
      const { steps: _, ...said } = fix;
      return { ...finding, fix: said };
    }),
  }));

/** How many of each there are; `unknown`: checks that did not end. */
export function counted(examined: readonly Examined[]): { readonly [S in Severity | 'unknown']: number } {
  const severities = examined.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const of = (severity: Severity): number => severities.filter((one) => one === severity).length;
  return {
    problem: of('problem'),
    warning: of('warning'),
    note: of('note'),
    unknown: examined.filter(({ state }) => state === 'late' || state === 'failed').length,
  };
}

function shown(details: Details | undefined, name: string): string {
  const value = details?.[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '?');
}
