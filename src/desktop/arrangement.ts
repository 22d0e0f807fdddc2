/** @module What is written into a user's desktop, as data; put there, looked for, and taken away again without a trace. */

import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../base/failure.ts';
import { say } from '../base/say.ts';

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** What it says is only news for a program that may not be there. */
  readonly mayFail?: boolean;
}

/** A file that others write too: how our part comes in, and how exactly it goes out again. */
export interface Edit {
  readonly path: string;
  add(text: string): string;
  remove(text: string): string;
}

export interface Arrangement {
  readonly files?: readonly { readonly path: string; readonly text: string }[];
  readonly links?: readonly { readonly path: string; readonly to: string }[];
  readonly edits?: readonly Edit[];
  /** Run after everything is written. */
  readonly on?: readonly Command[];
  /** Run before anything is removed, and after. */
  readonly off?: readonly Command[];
  readonly gone?: readonly Command[];
  /** Succeeds where it is arranged, in systems that keep it in no file. */
  readonly ask?: Command;
}

/** `other`: something of that name is there, and is not what this program would write now. */
export type Arranged = 'on' | 'off' | 'other';

export function arrange({ files = [], links = [], edits = [], on = [] }: Arrangement): void {
  for (const { path, text } of files) writing(path, () => writeFileSync(path, text, { mode: 0o644 }));
  for (const { path, to } of links)
    writing(path, () => {
      rmSync(path, { force: true });
      symlinkSync(to, path);
    });
  for (const { path, add } of edits) writing(path, () => writeFileSync(path, add(textOf(path) ?? '')));
  for (const one of on) run(one);
}

export function disarrange({ files = [], links = [], edits = [], off = [], gone = [] }: Arrangement): void {
  for (const one of off) run(one);
  for (const { path } of [...links, ...files]) writing(path, () => rmSync(path, { force: true }));
  for (const { path, remove } of edits) {
    const before = textOf(path);
    if (before === undefined) continue;
    const after = remove(before);
    if (after === before) continue;
    writing(path, () => (after === '' ? rmSync(path) : writeFileSync(path, after)));
  }
  for (const one of gone) run(one);
}

export function arranged({ files = [], links = [], edits = [], ask }: Arrangement): Arranged {
  if (ask !== undefined) return spawnSync(ask.command, [...ask.args], { stdio: 'ignore' }).status === 0 ? 'on' : 'off';
  const found = [
    ...files.map(({ path, text }) => (textOf(path) === undefined ? 'off' : textOf(path) === text ? 'on' : 'other')),
    ...links.map(({ path, to }) => (targetOf(path) === undefined ? 'off' : targetOf(path) === to ? 'on' : 'other')),
    ...edits.map(({ path, add }) => {
      const text = textOf(path);
      return text !== undefined && add(text) === text ? 'on' : 'off';
    }),
  ] as const;
  if (found.every((one) => one === 'on')) return 'on';
  // An edit alone points at a file that is gone: as good as nothing.
  return found.slice(0, files.length).every((one) => one === 'off') ? 'off' : 'other';
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function targetOf(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : '';
  } catch {
    return undefined;
  }
}

function writing(path: string, action: () => void): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    action();
  } catch (cause) {
    throw new Failure(-1, {
      kind: 'desktop-file',
      why: say({ zh: `無法寫入 ${path}`, en: `${path} cannot be written` }),
      todo: say({ zh: '請檢查權限與磁碟空間', en: 'check its permissions and the space on the disk' }),
      cause,
    });
  }
}

function run({ command, args, mayFail }: Command): void {
  const ran = spawnSync(command, [...args], { encoding: 'utf8' });
  if (ran.status === 0 || mayFail) return;
  const said = (ran.stderr ?? ran.error?.message ?? '').trim();
  throw new Failure(-1, {
    kind: 'desktop-command',
    why: say({ zh: `${command} 失敗：${said}`, en: `${command} failed: ${said}` }),
  });
}
