/** @module Installs the Debian packages that tests use, where it may. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { debianPackages } from '../debian-packages.ts';

/** What was done, for the heading; `missing` names the reason why tests that need packages will skip. */
export interface Machine {
  readonly line: string;
  readonly missing?: string;
}

export function missingPackages(names: readonly string[]): string[] {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const format = '${Package} ${db:Status-Status}\n';
  const asked = spawnSync('dpkg-query', ['-W', '-f', format, ...names], { encoding: 'utf8' });
  const installed = new Set(
    (asked.stdout ?? '').split('\n').flatMap((line) => {
      const [name, status] = line.split(' ');
      return name && status === 'installed' ? [name] : [];
    }),
  );
  return names.filter((name) => !installed.has(name));
}

export function prepareMachine(print: (line: string) => void): Machine {
  if (!existsSync('/etc/debian_version')) return { line: 'not Debian', missing: 'not Debian: nothing is installed' };
  const missing = missingPackages(debianPackages.map((one) => one.name));
  if (missing.length === 0) return { line: 'Debian, every package is there' };
  if (process.getuid?.() !== 0) {
    return { line: 'Debian', missing: `not root, and missing: ${missing.join(' ')}` };
  }
  print(`installing ${missing.join(' ')} ..`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const apt = (args: string[]) => spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
  apt(['update']); // an old list is better than none: the installation decides
  const done = apt(['install', '-y', '--no-install-recommends', ...missing]);
  if (done.status === 0) return { line: `Debian, installed ${missing.length} packages` };
  const reason = (done.stderr || String(done.error ?? '')).trim().split('\n').at(-1);
  return { line: 'Debian', missing: `apt-get could not install ${missing.join(' ')}: ${reason}` };
}
