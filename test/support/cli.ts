/** @module Runs the command line as a user would, in a world's folder of its own. */

import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
export const cliEntry = path.join(root, 'src/cli/main.ts');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function runNode(
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
  input?: string,
  cwd?: string,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      env: { ...process.env, OPENCSHIS_PCSC: 'off', OPENCSHIS_DESKTOP: 'off', ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : -1), stdout, stderr }));
    if (input !== undefined) child.stdin?.end(input);
  });
}

/** `opencshis ..` for one world. */
export const cliFor =
  (folder: string, env: { readonly [name: string]: string } = {}) =>
  (...args: string[]): Promise<Ran> =>
    runNode([cliEntry, ...args], { OPENCSHIS_HOME: folder, LANG: 'en_US.UTF-8', LC_ALL: '', ...env });
