/** @module doctor: looks at this machine and at our program on it; says what is wrong, why, and what to do. */

import type { Command } from 'commander';
import { say, systemClock } from '../../base/index.ts';
import { checks, type Examined, examine, type Severity, thisMachine } from '../../care/index.ts';
import { patientHere } from '../../main/patient.ts';
import type { Cli } from '../context.ts';
import { exits, type Output } from '../output.ts';

export function addDoctor(program: Command, cli: Cli): void {
  const { output } = cli;
  cli
    .command(
      program,
      'doctor',
      say({
        zh: '檢查這台電腦：哪裡有問題、為什麼、怎麼辦',
        en: 'examine this machine: what is wrong, why, what to do',
      }),
    )
    .action(
      cli.run(async () => {
        const examined = await examine(patientHere(cli.folder, thisMachine()), checks, systemClock);
        if (isUnwell(examined)) process.exitCode = exits.refused;
        if (output.json) return output.value({ well: !isUnwell(examined), examined });
        for (const one of examined) show(output, one);
      }),
    );
}

const isUnwell = (examined: readonly Examined[]): boolean =>
  examined.some(({ findings }) => findings.some(({ severity }) => severity === 'problem'));

const signs: { readonly [S in Severity]: string } = { problem: '✘', warning: '!', note: 'i' };

const unknown = {
  late: say({ zh: '沒有在時限內回答', en: 'did not answer in time' }),
  failed: say({ zh: '無法檢查', en: 'could not be examined' }),
} as const;

function show({ line, style, word }: Output, { state, title, findings }: Examined): void {
  if (state === 'well') line(`${style('green', '✔')} ${word(title)}`);
  if (state === 'late' || state === 'failed') line(`? ${word(title)}  ${word(unknown[state])}`);
  for (const finding of findings) {
    line(`${signs[finding.severity]} ${word(finding.what)}`);
    line(`    ${word(finding.why)}`);
    line(`  → ${word(finding.todo)}`);
    for (const command of finding.commands ?? []) line(`    $ ${command}`);
  }
}
