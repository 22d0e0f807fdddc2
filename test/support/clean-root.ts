/**
 * @module A clean Debian, copied for one test file, with processes and a network of its own: what is installed in it is
 * gone with it. Commands are given to one shell inside, so that what they start lives on until the end.
 */

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './counter.ts';
import { debianRoot, inRoot } from './debian-root.ts';

export interface CleanRoot {
  /** Its root folder as it is seen from outside. */
  readonly path: string;
  /** Runs a line of shell as root. */
  sh(line: string): Promise<{ readonly code: number; readonly out: string }>;
  /** The same; fails the test where its exit code is not 0. */
  ok(line: string): Promise<string>;
  /** Ends all that runs in it. */
  close(): Promise<void>;
}

/** A root, or why this machine cannot have one. */
export function cleanRoot(): CleanRoot | { readonly missing: string } {
  for (const program of ['debootstrap', 'unshare', 'chroot', 'ip', 'setpriv'])
    if (spawnSync('which', [program]).status !== 0) return { missing: `${program} is not installed` };
  if (spawnSync('unshare', ['-mnpf', 'true']).status !== 0) return { missing: 'this machine gives no namespaces' };
  const base = debianRoot({ name: 'clean', suite: 'bookworm', arch: 'amd64', room: 1e9 });
  if ('missing' in base) return base;
  const path = join(newFolder(), 'root');
  assert.equal(spawnSync('cp', ['-a', base.path, path]).status, 0);
  rmSync(join(path, '.ready'));
  const { file, args } = inRoot(path, ['/bin/sh'], { apart: true });
  // Where the test is killed, all in it is killed, too: also what hangs.
  const alone = ['--pdeathsig', 'KILL', 'unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  const shell = spawn('setpriv', [...alone, file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  let heard = '';
  let wake = (): void => undefined;
  shell.stdout.setEncoding('utf8').on('data', (part: string) => {
    heard += part;
    wake();
  });
  let ended = false;
  shell.on('exit', () => {
    ended = true;
    wake();
  });
  let before: Promise<unknown> = Promise.resolve();
  const sh = (line: string): Promise<{ code: number; out: string }> => {
    const run = async () => {
      const mark = randomUUID();
      heard = '';
      shell.stdin.write(`( ${line}\n) </dev/null 2>&1\necho "${mark} $?"\n`);
      for (;;) {
        const found = new RegExp(`^([\\s\\S]*)${mark} (\\d+)\\n`).exec(heard);
        if (found) return { code: Number(found[2]), out: found[1] ?? '' };
        assert.ok(!ended, `the shell inside ended: ${heard}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    };
    const result = before.then(run);
    before = result.catch(() => undefined);
    return result;
  };
  return {
    path,
    sh,
    async ok(line) {
      const { code, out } = await sh(line);
      assert.equal(code, 0, `${line}\n${out}`);
      return out;
    },
    close: () =>
      new Promise((resolve) => {
        if (ended) return resolve();
        shell.on('exit', () => resolve()).kill('SIGKILL');
      }),
  };
}

/** Puts a file of this machine into the root; answers its path inside. */
export function bring(root: CleanRoot, file: string, to: string): string {
  mkdirSync(join(root.path, 'srv'), { recursive: true });
  cpSync(file, join(root.path, 'srv', to));
  return `/srv/${to}`;
}
