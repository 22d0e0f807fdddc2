/** @module The doctor's command line against a world's folder, and what it found. */

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { DoctorCheck, DoctorFinding } from '../../src/client/index.ts';
import { cliFor, type Ran } from './cli.ts';
import { newFolder } from './counter.ts';

export interface Seen extends Ran {
  readonly examined: readonly DoctorCheck[];
  /** Other worlds of this account run on a machine that tests: they are left out. */
  readonly ids: readonly string[];
  /** The finding of that id; fails where there is none. */
  find(id: string): DoctorFinding;
}

/** `opencshis doctor .. --json`; as a counter in Taipei whose system has no Node of its own, unless `env` says otherwise. */
export function doctorFor(folder: string, env: { readonly [name: string]: string } = {}) {
  const home = newFolder();
  const run = cliFor(folder, { TZ: 'Asia/Taipei', HOME: home, XDG_CONFIG_HOME: '', ...quietPath(), ...env });
  return async (...args: string[]): Promise<Seen> => {
    const ran = await run('doctor', '--json', ...args);
    const said = ran.stdout === '' ? {} : (JSON.parse(ran.stdout) as { examined?: readonly DoctorCheck[] });
    const examined = said.examined ?? [];
    const findings = examined.flatMap((one) => one.findings);
    return {
      ...ran,
      examined,
      ids: findings.map(({ id }) => id).filter((id) => id !== 'program.several'),
      find(id) {
        const found = findings.find((one) => one.id === id);
        if (found === undefined) throw new Error(`no ${id} in ${ran.stdout}\n${ran.stderr}`);
        return found;
      },
    };
  };
}

/** Programs of that name, before all others on the path. */
export function programs(scripts: { readonly [name: string]: string }): string {
  const folder = join(newFolder(), 'bin');
  mkdirSync(folder);
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return `${folder}${delimiter}${process.env.PATH ?? ''}`;
}

const quietPath = (): { readonly PATH: string } => ({ PATH: programs({ node: 'echo v24.21.0' }) });
