/** @module A HIS vendor's project, as its continuous integration checks it out: a program, a test, scenarios, this package. */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');

/** The first block of a kind in a page of the documents. */
export function blockOf(page: string, kind: string): string {
  const block = new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(readFileSync(path.join(root, page), 'utf8'))?.[1];
  if (block === undefined) throw new Error(`${page} has no ${kind} block`);
  return block;
}

/** The files of the documents' example, with this clone in the place of the installed package. */
export function vendorProject(folder: string): void {
  const bin = path.join(folder, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  mkdirSync(path.join(folder, 'scenarios'));
  symlinkSync(root, path.join(folder, 'node_modules/opencshis'));
  writeFileSync(
    path.join(bin, 'opencshis'),
    `#!/bin/sh\nexec "${process.execPath}" "${root}/bin/opencshis.cjs" "$@"\n`,
  );
  chmodSync(path.join(bin, 'opencshis'), 0o755);
  const his = blockOf('docs/scenarios.md', 'js');
  writeFileSync(path.join(folder, 'his.mjs'), his);
  writeFileSync(path.join(folder, 'scenarios/his.mjs'), his);
  writeFileSync(path.join(folder, 'scenarios/ours.yaml'), blockOf('docs/scenarios.md', 'yaml'));
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'his', private: true, scripts: { test: 'node his.mjs 01' } }),
  );
}

export interface WorkflowStep {
  readonly name: string;
  readonly run: string;
}
/** The commands of the example's job that are ours to try: all but the packages' installation. */
export function workflowSteps(): WorkflowStep[] {
  const file = readFileSync(path.join(root, 'docs/examples/github-actions.yml'), 'utf8');
  const { jobs } = parse(file) as { jobs: { test: { steps: { name?: string; run?: string }[] } } };
  return jobs.test.steps.flatMap(({ name = '', run }) =>
    run === undefined || run === 'npm ci' ? [] : [{ name, run }],
  );
}

/** A step as the runner runs it: `bash -e` in the checked-out folder. */
export function runStep(folder: string, { run }: WorkflowStep) {
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      OPENCSHIS_HOME: path.join(folder, '.opencshis'),
      OPENCSHIS_PCSC: 'off',
      npm_config_update_notifier: 'false',
      npm_config_offline: 'true',
    },
  });
}
